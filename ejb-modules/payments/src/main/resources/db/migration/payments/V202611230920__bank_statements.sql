-- Called by staff and partners, who hand in what their bank wrote. Owns each statement as it was taken in: whole, and once, by the
-- account and the bank's own id of it (for a CSV file, which has none, the file's hash). What can go wrong: a file twice, which
-- changes nothing; an id twice with another content, which is refused.
create table payments.bank_statement (
    tenant_id      uuid not null,
    id             uuid not null,
    account        text not null check (length(account) between 1 and 40),
    statement_ref  text not null check (length(statement_ref) between 1 and 100),
    format         text not null check (format in ('camt.053', 'csv')),
    file_sha256    text not null check (length(file_sha256) = 64),
    content_sha256 text not null check (length(content_sha256) = 64),
    currency       char(3) not null,
    opening_minor  bigint,
    closing_minor  bigint,
    from_on        date not null,
    to_on          date not null,
    entries        integer not null check (entries >= 0),
    known          integer not null check (known between 0 and entries),
    imported_by    text not null,
    imported_at    timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, account, statement_ref)
);
create index bank_statement_by_day on payments.bank_statement (tenant_id, to_on, id);
call platform.protect('payments', 'bank_statement', 'select, insert');
grant update (known) on payments.bank_statement to dotmac_runtime;

-- Called by the import (adds), by posting and by staff (decide). Owns what the bank told of one movement, unchanged, and where it
-- stands: new until posting has looked at it, then matched by it or open for staff. What can go wrong: one movement told in two files,
-- which its mark shows: the bank's reference or what it consists of, counted where one day has it more than once; two deciding on one
-- movement at once, of whom the second waits and is told.
create table payments.bank_transaction (
    tenant_id            uuid not null,
    id                   uuid not null,
    statement_id         uuid not null,
    line                 integer not null,
    account              text not null,
    mark                 text not null check (length(mark) between 1 and 200),
    booked_on            date not null,
    value_on             date,
    amount_minor         bigint not null check (amount_minor <> 0),
    currency             char(3) not null,
    bank_reference       text check (length(bank_reference) <= 100),
    end_to_end_id        text check (length(end_to_end_id) <= 100),
    structured_reference text check (length(structured_reference) <= 100),
    remittance           text not null check (length(remittance) <= 2000),
    name                 text check (length(name) <= 200),
    iban                 text check (length(iban) <= 40),
    is_reversal          boolean not null,
    return_reason        text check (length(return_reason) <= 20),
    state                text not null check (state in ('new', 'open', 'matched', 'parked', 'ignored')),
    note                 text check (length(note) <= 500),
    decided_by           text,
    decided_at           timestamptz,
    version              integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, account, mark)
);
create index bank_transaction_by_state on payments.bank_transaction (tenant_id, state, booked_on, id);
create index bank_transaction_by_statement on payments.bank_transaction (tenant_id, statement_id, line);
create index bank_transaction_by_day on payments.bank_transaction (tenant_id, booked_on, id);
create index bank_transaction_by_amount on payments.bank_transaction (tenant_id, amount_minor, id);
create index bank_transaction_by_iban on payments.bank_transaction (tenant_id, iban) where iban is not null;
create index bank_transaction_by_end_to_end_id on payments.bank_transaction (tenant_id, end_to_end_id) where end_to_end_id is not null;
call platform.protect('payments', 'bank_transaction', 'select, insert');
grant update (state, note, decided_by, decided_at, version) on payments.bank_transaction to dotmac_runtime;

-- Called by posting and by staff. Owns which payments a movement became, which payment a return took back, or which payout it is the money
-- of; what was undone stays to be seen. What can go wrong: an undone match counted as one, so whoever reads it asks for undone_at.
create table payments.bank_match (
    tenant_id          uuid not null,
    id                 uuid not null,
    transaction_id     uuid not null,
    billing_account_id uuid not null,
    invoice_id         uuid,
    payment_id         uuid,
    payout_id          uuid,
    amount_minor       bigint not null check (amount_minor <> 0),
    reason             text not null check (length(reason) <= 200),
    undone_at          timestamptz,
    primary key (tenant_id, id),
    check (num_nonnulls(payment_id, payout_id) = 1)
);
create index bank_match_by_transaction on payments.bank_match (tenant_id, transaction_id, id);
create index bank_match_by_payment on payments.bank_match (tenant_id, payment_id);
call platform.protect('payments', 'bank_match', 'select, insert');
grant update (undone_at) on payments.bank_match to dotmac_runtime;
