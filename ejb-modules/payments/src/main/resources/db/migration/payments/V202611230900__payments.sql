-- Called by staff, partners and bank files (record), by staff (reverse). Owns what was paid, when and how; what it settled is the ledger's.
-- What can go wrong: the same payment told twice, which its processor's id or the teller's key turns into one.
create schema payments;

create table payments.payment (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    amount_minor       bigint not null check (amount_minor > 0),
    currency           char(3) not null,
    method             text not null check (method in ('bankTransfer', 'card', 'cash', 'directDebit', 'other')),
    processor_id       text check (length(processor_id) between 1 and 200),
    idempotency_key    text check (length(idempotency_key) between 1 and 200),
    reference          text check (length(reference) <= 500),
    received_on        date not null,
    state              text not null check (state in ('recorded', 'reversed')),
    reversed_on        date,
    reversal_reason    text check (length(reversal_reason) <= 500),
    recorded_at        timestamptz not null,
    version            integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, processor_id),
    unique (tenant_id, idempotency_key)
);
create index payment_by_billing_account on payments.payment (tenant_id, billing_account_id, id);
create index payment_by_day on payments.payment (tenant_id, received_on, id);
call platform.protect('payments', 'payment', 'select, insert');
-- A payment is only ever reversed; what was paid stays as it was told.
grant update (state, reversed_on, reversal_reason, version) on payments.payment to dotmac_runtime;
