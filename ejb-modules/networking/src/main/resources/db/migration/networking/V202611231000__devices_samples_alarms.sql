-- Called by the poller, the trap listener and those who watch the network. Owns sites, devices, their interfaces, what was
-- measured on them, and alarms.
create schema networking;

create table networking.site (
    tenant_id  uuid not null,
    id         uuid not null,
    name       text not null check (length(name) between 1 and 200),
    location   text check (length(location) <= 200),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
call platform.protect('networking', 'site', 'select, insert, update, delete');

create table networking.device (
    tenant_id     uuid not null,
    id            uuid not null,
    site_id       uuid,
    name          text not null check (length(name) between 1 and 200),
    device_class  text not null check (device_class in ('router', 'switch', 'accessPoint', 'olt', 'radio', 'ups', 'other')),
    address       text not null check (host(address::inet) = address),
    snmp_port     integer not null check (snmp_port between 1 and 65535),
    snmp_version  text not null check (snmp_version in ('1', '2c', '3')),
    credentials   text not null,
    monitored     boolean not null,
    poll_seconds  integer not null check (poll_seconds between 5 and 86400),
    status        text not null check (status in ('up', 'down', 'unknown')),
    status_since  timestamptz not null,
    sys_name      text,
    sys_descr     text,
    sys_object_id text,
    created_at    timestamptz not null,
    version       integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, name),
    unique (tenant_id, address, snmp_port),
    foreign key (tenant_id, site_id) references networking.site (tenant_id, id)
);
create index device_by_status on networking.device (tenant_id, status, id);
create index device_by_site on networking.device (tenant_id, site_id, id) where site_id is not null;
call platform.protect('networking', 'device', 'select, insert, update, delete');

-- What polling writes every cycle, apart from the device so that a person's change never collides with the poller's. The row
-- is also the lease: who moves next_due_at ahead polls the device, and a node that dies loses one cycle, not the device. The
-- revision grows with every change of the device's interfaces or alarms, so that a poller that remembers the device knows
-- whether it still may.
create table networking.device_poll (
    tenant_id         uuid not null,
    device_id         uuid not null,
    next_due_at       timestamptz not null,
    last_polled_at    timestamptz,
    last_failure      text,
    failures          integer not null default 0,
    uptime_hundredths bigint,
    engine_boots      integer,
    interface_count   integer not null default 0,
    revision          integer not null default 0,
    primary key (tenant_id, device_id),
    foreign key (tenant_id, device_id) references networking.device (tenant_id, id) on delete cascade
) with (fillfactor = 70);
create index device_poll_by_due on networking.device_poll (tenant_id, next_due_at);
call platform.protect('networking', 'device_poll', 'select, insert, update, delete');

create table networking.device_interface (
    tenant_id    uuid not null,
    id           uuid not null,
    device_id    uuid not null,
    if_index     bigint not null check (if_index between 0 and 4294967295),
    name         text not null check (length(name) between 1 and 255),
    alias        text not null default '' check (length(alias) <= 255),
    speed_mbps   bigint check (speed_mbps >= 0),
    monitored    boolean not null,
    present      boolean not null,
    admin_status text not null check (admin_status in ('up', 'down', 'testing', 'unknown')),
    oper_status  text not null check (oper_status in
        ('up', 'down', 'testing', 'unknown', 'dormant', 'notPresent', 'lowerLayerDown')),
    changed_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, device_id, name),
    foreign key (tenant_id, device_id) references networking.device (tenant_id, id) on delete cascade
);
call platform.protect('networking', 'device_interface', 'select, insert, update, delete');

-- X.733 says what an alarm is, TMF642 how it lives: raised, updated, cleared; acknowledged or not. One fault is one open alarm.
create table networking.alarm (
    tenant_id          uuid not null,
    id                 uuid not null,
    device_id          uuid not null,
    interface_id       uuid,
    alarmed_object     text not null,
    alarm_type         text not null check (alarm_type in ('communicationsAlarm', 'equipmentAlarm', 'environmentalAlarm',
        'processingErrorAlarm', 'qualityOfServiceAlarm')),
    probable_cause     text not null,
    perceived_severity text not null check (perceived_severity in ('critical', 'major', 'minor', 'warning', 'indeterminate')),
    state              text not null check (state in ('raised', 'updated', 'cleared')),
    ack_state          text not null check (ack_state in ('unacknowledged', 'acknowledged')),
    detail             text not null check (length(detail) <= 1000),
    dedup_key          text not null,
    occurrences        integer not null default 1,
    raised_at          timestamptz not null,
    changed_at         timestamptz not null,
    cleared_at         timestamptz,
    cleared_by         text,
    ack_at             timestamptz,
    ack_by             text,
    primary key (tenant_id, id),
    check ((state = 'cleared') = (cleared_at is not null))
);
create unique index alarm_open_once on networking.alarm (tenant_id, dedup_key) where cleared_at is null;
create index alarm_by_device on networking.alarm (tenant_id, device_id, raised_at);
create index alarm_by_interface on networking.alarm (tenant_id, interface_id, raised_at) where interface_id is not null;
create index alarm_by_time on networking.alarm (tenant_id, raised_at, id);
call platform.protect('networking', 'alarm', 'select, insert, update');

create table networking.alarm_comment (
    tenant_id uuid not null,
    id        uuid not null,
    alarm_id  uuid not null,
    at        timestamptz not null,
    author    text not null,
    comment   text not null check (length(comment) between 1 and 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id, alarm_id) references networking.alarm (tenant_id, id)
);
create index alarm_comment_by_alarm on networking.alarm_comment (tenant_id, alarm_id, id);
call platform.protect('networking', 'alarm_comment', 'select, insert');

-- Which tenant a trap belongs to is asked before any tenant is bound. No policy and no grant: the one function below answers
-- for one address.
create table networking.device_address (
    tenant_id uuid not null,
    device_id uuid not null,
    address   text not null,
    primary key (tenant_id, device_id)
);
create index device_address_by_address on networking.device_address (address);

create function networking.keep_address() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        delete from networking.device_address a where a.tenant_id = old.tenant_id and a.device_id = old.id;
        return old;
    end if;
    insert into networking.device_address (tenant_id, device_id, address) values (new.tenant_id, new.id, new.address)
    on conflict (tenant_id, device_id) do update set address = excluded.address;
    return new;
end $$;
create trigger keep_address after insert or update of address or delete on networking.device
    for each row execute function networking.keep_address();

create function networking.devices_at(asked text, out tenant_id uuid, out device_id uuid) returns setof record
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.tenant_id, a.device_id from networking.device_address a where a.address = asked limit 2
$$;
revoke all on function networking.devices_at(text) from public;
grant execute on function networking.devices_at(text) to dotmac_runtime;

-- One row per interface and polling cycle, written by COPY, which row-level security refuses: so nobody but the ingest role may
-- write, nobody may read, and the application reads through the view below. Absent numbers are gaps, never zeros.
create table networking.interface_sample (
    tenant_id    uuid not null,
    interface_id uuid not null,
    at           timestamptz not null,
    in_octets    bigint,
    out_octets   bigint,
    in_bps       bigint,
    out_bps      bigint,
    in_pps       bigint,
    out_pps      bigint,
    in_errors    bigint,
    out_errors   bigint,
    in_discards  bigint,
    out_discards bigint,
    oper_up      boolean not null
) partition by range (at);
create index interface_sample_by_interface on networking.interface_sample (interface_id, at);
grant usage on schema networking to dotmac_ingest;
grant insert on networking.interface_sample to dotmac_ingest;

create view networking.interface_traffic with (security_barrier) as
    select s.tenant_id, s.interface_id, s.at, s.in_octets, s.out_octets, s.in_bps, s.out_bps, s.in_pps, s.out_pps,
           s.in_errors, s.out_errors, s.in_discards, s.out_discards, s.oper_up
    from networking.interface_sample s
    where s.tenant_id = current_setting('app.tenant_id')::uuid;
grant select on networking.interface_traffic to dotmac_runtime;

-- Days are cut in UTC. Called before samples are written; making what is there already does nothing.
create function networking.make_sample_partitions(first_day date, days integer) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    day date;
begin
    for day in select first_day + n from generate_series(0, least(days, 60) - 1) n loop
        execute format('create table if not exists networking.%I partition of networking.interface_sample '
            'for values from (%L) to (%L)', 'interface_sample_' || to_char(day, 'YYYYMMDD'),
            to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
    end loop;
end $$;

-- Retention: whole days go at once, so nothing is left to vacuum. Returns how many went.
create function networking.drop_sample_partitions(before date) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    old text;
    dropped integer := 0;
begin
    if before > current_date - 7 then
        raise exception 'samples of the last seven days are not dropped, asked for those before %', before;
    end if;
    for old in
        select c.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid
        where i.inhparent = 'networking.interface_sample'::regclass
          and c.relname < 'interface_sample_' || to_char(before, 'YYYYMMDD') loop
        execute format('drop table networking.%I', old);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;
revoke all on function networking.make_sample_partitions(date, integer) from public;
revoke all on function networking.drop_sample_partitions(date) from public;
grant execute on function networking.make_sample_partitions(date, integer) to dotmac_ingest;
grant execute on function networking.drop_sample_partitions(date) to dotmac_ingest;
