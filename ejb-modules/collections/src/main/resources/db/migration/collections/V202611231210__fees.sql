-- Called by steps and by the end of a suspension (add), by the round that asks billing for their documents. Owns what dunning charges:
-- its id is the source that billing makes one debit note of. What can go wrong: billing can't make it, for an address or a rate is
-- missing; then it waits with the reason and is tried again on the next day, while access and steps go on.
create table collections.fee (
    tenant_id    uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    billing_account_id uuid not null,
    kind         text not null check (kind in ('lateFee', 'reconnect')),
    amount_minor bigint not null check (amount_minor > 0),
    currency     char(3) not null,
    tax_category text check (length(tax_category) <= 40),
    tax_included boolean not null,
    due_on       date not null,
    document_id  uuid,
    reason       text check (length(reason) <= 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references collections.dunning_case (tenant_id, id)
);
create index fee_by_case on collections.fee (tenant_id, case_id, id);
create index fee_by_account on collections.fee (tenant_id, billing_account_id, kind);
create index fee_waiting on collections.fee (tenant_id, due_on) where document_id is null;
call platform.protect('collections', 'fee', 'select, insert, update');
