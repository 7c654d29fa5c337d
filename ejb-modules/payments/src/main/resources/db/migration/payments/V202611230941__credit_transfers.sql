-- Called by finance, who moves a customer's credit from one of his accounts to another. Owns what was moved, why and by whom; the bookings
-- are the ledger's, under this id for what left and under credit_id for what arrived. What can go wrong: one move told twice, which its key
-- turns into one; credit spent twice, which the ledger's lock refuses.
create table payments.credit_transfer (
    tenant_id       uuid not null,
    id              uuid not null,
    credit_id       uuid not null,
    from_account_id uuid not null,
    to_account_id   uuid not null,
    amount_minor    bigint not null check (amount_minor > 0),
    currency        char(3) not null,
    reason          text not null check (length(reason) between 1 and 500),
    idempotency_key text check (length(idempotency_key) between 1 and 200),
    moved_on        date not null,
    moved_at        timestamptz not null,
    moved_by        text not null,
    primary key (tenant_id, id),
    unique (tenant_id, idempotency_key),
    check (from_account_id <> to_account_id)
);
create index credit_transfer_by_source on payments.credit_transfer (tenant_id, from_account_id, id);
create index credit_transfer_by_target on payments.credit_transfer (tenant_id, to_account_id, id);
create index credit_transfer_by_day on payments.credit_transfer (tenant_id, moved_on, id);
call platform.protect('payments', 'credit_transfer', 'select, insert');
