-- Called by finance, who hands approved payouts over to the bank. Owns the file's day and the account that pays, as they were then, so that
-- the file is the same whenever it is written. What can go wrong: the file differs from what the bank got, which the hash shows; two files
-- with one payout, which the lock on it refuses.
create table payments.payout_batch (
    tenant_id     uuid not null,
    id            uuid not null,
    message_id    text not null check (length(message_id) between 1 and 35),
    execute_on    date not null,
    state         text not null check (state in ('handedOver', 'cancelled')),
    debtor_name   text not null check (length(debtor_name) between 1 and 70),
    iban          text not null check (length(iban) between 15 and 34),
    bic           text check (length(bic) in (8, 11)),
    file_sha256   text not null check (length(file_sha256) = 64),
    created_at    timestamptz not null,
    created_by    text not null,
    cancel_reason text check (length(cancel_reason) between 1 and 500),
    version       integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, message_id)
);
create index payout_batch_by_day on payments.payout_batch (tenant_id, execute_on, id);
call platform.protect('payments', 'payout_batch', 'select, insert');
grant update (state, cancel_reason, version) on payments.payout_batch to dotmac_runtime;

-- Called by staff (request), by somebody else of the staff (approve), by batches, bank statements and status reports. Owns what is paid
-- back to a customer of his credit, to whom and why; what it was taken of is the ledger's. What can go wrong: one person alone sends money
-- out, which the check refuses; one request told twice, which its key turns into one; a credit spent twice, which the ledger's lock refuses.
create table payments.payout (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    amount_minor       bigint not null check (amount_minor between 1 and 99999999999),
    currency           char(3) not null,
    method             text not null check (method in ('bankTransfer', 'cash')),
    holder_name        text check (length(holder_name) between 1 and 70),
    iban               text check (length(iban) between 15 and 34),
    bic                text check (length(bic) in (8, 11)),
    remittance         text not null check (length(remittance) between 1 and 140),
    reason             text not null check (length(reason) between 1 and 500),
    idempotency_key    text check (length(idempotency_key) between 1 and 200),
    state              text not null
        check (state in ('requested', 'approved', 'handedOver', 'paid', 'rejected', 'returned', 'cancelled')),
    requested_at       timestamptz not null,
    requested_by       text not null,
    approved_at        timestamptz,
    approved_by        text,
    batch_id           uuid,
    end_to_end_id      text not null check (length(end_to_end_id) between 1 and 35),
    paid_on            date,
    failed_on          date,
    reason_code        text check (length(reason_code) <= 20),
    note               text check (length(note) between 1 and 500),
    version            integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, end_to_end_id),
    unique (tenant_id, idempotency_key),
    check (approved_by <> requested_by),
    check (state not in ('approved', 'handedOver', 'paid', 'rejected', 'returned') or approved_by is not null),
    check (state <> 'handedOver' or batch_id is not null),
    check (method <> 'bankTransfer' or currency = 'EUR' and iban is not null and holder_name is not null)
);
create index payout_by_billing_account on payments.payout (tenant_id, billing_account_id, id);
create index payout_by_state on payments.payout (tenant_id, state, id);
create index payout_by_batch on payments.payout (tenant_id, batch_id, id) where batch_id is not null;
call platform.protect('payments', 'payout', 'select, insert');
grant update (state, approved_at, approved_by, batch_id, paid_on, failed_on, reason_code, note, version)
    on payments.payout to dotmac_runtime;
