-- Called by finance, who says once as whom the tenant collects. Owns the creditor id, the account that money goes to, how many days
-- before a collection it is announced, and whether a second person approves. What can go wrong: an id or account with a slip of the
-- pen, which their check digits show.
create table payments.sepa_settings (
    tenant_id      uuid not null,
    creditor_id    text not null check (length(creditor_id) between 8 and 35),
    creditor_name  text not null check (length(creditor_name) between 1 and 70),
    town           text not null check (length(town) between 1 and 35),
    country        char(2) not null,
    iban           text not null check (length(iban) between 15 and 34),
    bic            text check (length(bic) in (8, 11)),
    notice_days    integer not null check (notice_days between 1 and 60),
    needs_approval boolean not null,
    changed_at     timestamptz not null,
    changed_by     text not null,
    primary key (tenant_id)
);
call platform.protect('payments', 'sepa_settings', 'select, insert, update');

-- Called by staff and partners (give, amend, suspend, cancel), by batches (who may be collected from) and by returns (which suspend or
-- cancel). Owns what a payer signed and the account he named; amended_from is the account before the last change, until a collection has
-- told the bank. What can go wrong: two mandates for one account at once, or one reference twice, which the indexes refuse.
create table payments.mandate (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    reference          text not null check (reference ~ '^[A-Z0-9+?/:().,''-]{1,35}$'),
    scheme             text not null check (scheme in ('CORE', 'B2B')),
    sequence           text not null check (sequence in ('RCUR', 'OOFF')),
    signed_on          date not null,
    debtor_name        text not null check (length(debtor_name) between 1 and 70),
    street             text check (length(street) <= 70),
    building           text check (length(building) <= 16),
    postcode           text check (length(postcode) <= 16),
    town               text not null check (length(town) between 1 and 35),
    country            char(2) not null,
    iban               text not null check (length(iban) between 15 and 34),
    bic                text check (length(bic) in (8, 11)),
    amended_from       text check (length(amended_from) between 15 and 34),
    state              text not null check (state in ('active', 'suspended', 'cancelled', 'lapsed', 'used')),
    state_reason       text check (length(state_reason) <= 500),
    last_collected_on  date,
    created_at         timestamptz not null,
    created_by         text not null,
    version            integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, reference)
);
create unique index mandate_of_account on payments.mandate (tenant_id, billing_account_id) where state in ('active', 'suspended');
create index mandate_by_billing_account on payments.mandate (tenant_id, billing_account_id, id);
create index mandate_by_state on payments.mandate (tenant_id, state, id);
call platform.protect('payments', 'mandate', 'select, insert');
grant update (iban, bic, debtor_name, street, building, postcode, town, country, amended_from, state, state_reason,
    last_collected_on, version)
    on payments.mandate to dotmac_runtime;

-- Called by finance (create, approve, hand over, cancel). Owns a collection day and the creditor as he was then, so that its file is the same
-- whenever it is written. What can go wrong: the file differs from what the bank got, which the hash kept at the handing over shows.
create table payments.direct_debit_batch (
    tenant_id       uuid not null,
    id              uuid not null,
    message_id      text not null check (length(message_id) between 1 and 35),
    collect_on      date not null,
    state           text not null check (state in ('proposed', 'approved', 'handedOver', 'cancelled')),
    creditor_id     text not null,
    creditor_name   text not null,
    town            text not null,
    country         char(2) not null,
    iban            text not null,
    bic             text,
    created_at      timestamptz not null,
    created_by      text not null,
    approved_at     timestamptz,
    approved_by     text,
    handed_over_at  timestamptz,
    handed_over_by  text,
    file_sha256     text check (length(file_sha256) = 64),
    cancel_reason   text check (length(cancel_reason) between 1 and 500),
    version         integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, message_id)
);
create index direct_debit_batch_by_day on payments.direct_debit_batch (tenant_id, collect_on, id);
call platform.protect('payments', 'direct_debit_batch', 'select, insert');
grant update (state, approved_at, approved_by, handed_over_at, handed_over_by, file_sha256, cancel_reason, version)
    on payments.direct_debit_batch to dotmac_runtime;

-- Called by batches (add), bank statements and status reports (settle, reject, return), dunning (what is in flight). Owns one collection of
-- one invoice by one mandate, with the payer's account as it was then. What can go wrong: one invoice collected twice, which the index
-- over those in flight refuses; money booked twice, for the payment bears the end-to-end id, and that comes once.
create table payments.direct_debit (
    tenant_id              uuid not null,
    id                     uuid not null,
    batch_id               uuid not null,
    billing_account_id     uuid not null,
    mandate_id             uuid not null,
    invoice_id             uuid not null,
    invoice_number         text not null check (length(invoice_number) <= 100),
    amount_minor           bigint not null check (amount_minor between 1 and 99999999999),
    end_to_end_id          text not null check (length(end_to_end_id) between 1 and 35),
    payment_information_id text not null check (length(payment_information_id) between 1 and 35),
    attempt                integer not null check (attempt between 1 and 2),
    mandate_reference      text not null,
    signed_on              date not null,
    scheme                 text not null check (scheme in ('CORE', 'B2B')),
    sequence               text not null check (sequence in ('RCUR', 'OOFF')),
    debtor_name            text not null,
    street                 text,
    building               text,
    postcode               text,
    town                   text not null,
    country                char(2) not null,
    iban                   text not null,
    bic                    text,
    amended_from           text,
    collect_on             date not null,
    state                  text not null check (state in ('planned', 'handedOver', 'collected', 'rejected', 'returned', 'dropped')),
    announced_on           date,
    reason_code            text check (length(reason_code) <= 20),
    note                   text check (length(note) <= 500),
    payment_id             uuid,
    settled_on             date,
    failed_on              date,
    fee_minor              bigint check (fee_minor >= 0),
    version                integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, end_to_end_id)
);
create unique index direct_debit_in_flight on payments.direct_debit (tenant_id, invoice_id) where state in ('planned', 'handedOver');
create index direct_debit_by_batch on payments.direct_debit (tenant_id, batch_id, id);
create index direct_debit_by_billing_account on payments.direct_debit (tenant_id, billing_account_id, id);
create index direct_debit_by_mandate on payments.direct_debit (tenant_id, mandate_id, id);
create index direct_debit_by_invoice on payments.direct_debit (tenant_id, invoice_id, id);
create index direct_debit_by_day on payments.direct_debit (tenant_id, collect_on, id);
create index direct_debit_by_payment on payments.direct_debit (tenant_id, payment_id) where payment_id is not null;
create index direct_debit_by_group on payments.direct_debit (tenant_id, payment_information_id) where state = 'handedOver';
call platform.protect('payments', 'direct_debit', 'select, insert');
grant update (state, announced_on, reason_code, note, payment_id, settled_on, failed_on, fee_minor, version)
    on payments.direct_debit to dotmac_runtime;

-- Called by staff and partners, who hand in what the bank answered to a file. Owns what each report said, once by its own id. What can go
-- wrong: a report twice, which changes nothing; one about a file of somebody else, which is refused.
create table payments.status_report (
    tenant_id           uuid not null,
    id                  uuid not null,
    message_id          text not null check (length(message_id) between 1 and 35),
    original_message_id text not null check (length(original_message_id) between 1 and 35),
    batch_id            uuid not null,
    status              text check (length(status) <= 4),
    rejected            integer not null check (rejected >= 0),
    ignored             integer not null check (ignored >= 0),
    taken_at            timestamptz not null,
    taken_by            text not null,
    primary key (tenant_id, id),
    unique (tenant_id, batch_id, message_id)
);
call platform.protect('payments', 'status_report', 'select, insert');

-- What a bank tells of many movements booked as one: the sender's own id of the group, by which a collection is known.
alter table payments.bank_transaction add column batch_reference text check (length(batch_reference) <= 100);
