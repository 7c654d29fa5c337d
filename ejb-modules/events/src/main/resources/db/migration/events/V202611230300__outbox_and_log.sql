-- Called by every domain (outbox), by the relay (outbox to log) and by consumers (log, positions). Owns the order of facts. What can go
-- wrong: the broker loses a message or the server dies between commit and publish; consumers then find the event in the log.
create schema events;

create table events.outbox (
    tenant_id      uuid not null,
    id             uuid not null,
    type           text not null check (type ~ '^[a-z]+\.[a-zA-Z]+\.[a-zA-Z]+\.v[0-9]+$'),
    aggregate_id   text not null check (length(aggregate_id) between 1 and 100),
    actor          text not null,
    correlation_id text not null,
    occurred_at    timestamptz not null,
    data           jsonb not null,
    primary key (tenant_id, id)
);
call platform.protect('events', 'outbox', 'insert');

-- The position is assigned by the one relay that holds the lease, in the order in which it sees committed rows: it has no gaps that
-- fill later, so "everything up to here" is a statement a consumer can keep.
create table events.event_log (
    tenant_id      uuid not null,
    position       bigint not null,
    id             uuid not null,
    type           text not null,
    aggregate_id   text not null,
    actor          text not null,
    correlation_id text not null,
    occurred_at    timestamptz not null,
    data           jsonb not null,
    primary key (tenant_id, position),
    unique (tenant_id, id)
);
call platform.protect('events', 'event_log', 'select');

-- Not a tenant table: one row, locked while a relay works.
create table events.relay_lease (
    one           boolean primary key default true check (one),
    last_position bigint not null
);
insert into events.relay_lease (last_position) values (0);

-- How far each consumer has come with each tenant's events.
create table events.consumer_position (
    tenant_id uuid not null,
    consumer  text not null,
    position  bigint not null,
    primary key (tenant_id, consumer)
);
call platform.protect('events', 'consumer_position', 'select, insert, update');

-- Events that a consumer could not handle: tried again, then set aside so that what follows is not held up.
create table events.dead_letter (
    tenant_id  uuid not null,
    consumer   text not null,
    position   bigint not null,
    attempts   integer not null,
    error      text not null,
    failed_at  timestamptz not null default now(),
    set_aside  boolean not null default false,
    primary key (tenant_id, consumer, position)
);
call platform.protect('events', 'dead_letter', 'select, insert, update, delete');

grant usage on schema events to dotmac_relay;
grant select, delete on events.outbox to dotmac_relay;
grant select, insert on events.event_log to dotmac_relay;
grant select, update on events.relay_lease to dotmac_relay;
grant select on events.consumer_position to dotmac_relay;
create policy relay on events.consumer_position for select to dotmac_relay using (true);
create policy relay on events.outbox to dotmac_relay using (true);
create policy relay on events.event_log to dotmac_relay using (true) with check (true);
