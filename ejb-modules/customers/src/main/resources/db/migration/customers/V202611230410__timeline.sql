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
    -- An event of a run stands for many documents, and a customer may have two of them.
    primary key (tenant_id, customer_id, position, event_id)
);
call platform.protect('customers', 'timeline_entry', 'select, insert');
