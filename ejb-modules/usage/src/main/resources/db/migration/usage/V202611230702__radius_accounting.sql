-- Called by whoever receives RADIUS accounting, and by lists. Owns the sessions with the octets that became usage, and each accounting
-- event as it came. What can go wrong: events come again, late or in any order, so a session's octets are reckoned from all its events,
-- and what is more than became usage before becomes usage now; events of one session at once wait for its row.
create table usage.radius_session (
    tenant_id      uuid not null,
    id             uuid not null,
    nas            text not null check (length(nas) between 1 and 100),
    session_id     text not null check (length(session_id) between 1 and 100),
    product_id     uuid not null,
    charged_octets numeric(30, 0) not null check (charged_octets >= 0),
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    is_open        boolean not null,
    primary key (tenant_id, id),
    unique (tenant_id, nas, session_id)
);
create index radius_session_by_product on usage.radius_session (tenant_id, product_id, id);
create index radius_session_by_time on usage.radius_session (tenant_id, last_at, id);
call platform.protect('usage', 'radius_session', 'select, insert, update');

create table usage.radius_event (
    tenant_id       uuid not null,
    session         uuid not null,
    event_at        timestamptz not null,
    kind            text not null check (kind in ('start', 'interim', 'stop')),
    input_octets    bigint not null check (input_octets >= 0),
    output_octets   bigint not null check (output_octets >= 0),
    session_seconds bigint not null check (session_seconds >= 0),
    received_at     timestamptz not null,
    primary key (tenant_id, session, event_at, kind, input_octets, output_octets),
    foreign key (tenant_id, session) references usage.radius_session (tenant_id, id)
);
call platform.protect('usage', 'radius_event', 'select, insert');
