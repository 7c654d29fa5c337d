-- Called by the timeline's consumer (append) and by those who look at a customer (read). Owns what happened to him, in the order of the
-- event log. What can go wrong: an event comes twice, which its position turns into one entry.
create table customers.timeline_entry (
    tenant_id   uuid not null,
    customer_id uuid not null,
    position    bigint not null,
    event_id    uuid not null,
    type        text not null,
    actor       text not null,
    happened_at timestamptz not null,
    data        jsonb not null,
    primary key (tenant_id, customer_id, position)
);
call platform.protect('customers', 'timeline_entry', 'select, insert');
