-- Called by partners, collectors and staff who send records, and by lists. Owns what each delivery of usage records came to, and the
-- records that were refused, as they came and with the reason. What can go wrong: a delivery comes twice, whose records are duplicates
-- the second time.
create table usage.usage_batch (
    tenant_id   uuid not null,
    id          uuid not null,
    channel     text not null check (channel in ('rest', 'csv')),
    name        text not null check (length(name) between 1 and 200),
    records     integer not null check (records >= 0),
    accepted    integer not null check (accepted >= 0),
    duplicates  integer not null check (duplicates >= 0),
    refused     integer not null check (refused >= 0),
    received_by text not null,
    received_at timestamptz not null,
    primary key (tenant_id, id),
    check (accepted + duplicates + refused = records)
);
create index usage_batch_by_time on usage.usage_batch (tenant_id, received_at, id);
call platform.protect('usage', 'usage_batch', 'select, insert');

create table usage.refused_record (
    tenant_id uuid not null,
    batch_id  uuid not null,
    position  integer not null check (position > 0),
    source    text,
    source_id text,
    reason    text not null,
    primary key (tenant_id, batch_id, position),
    foreign key (tenant_id, batch_id) references usage.usage_batch (tenant_id, id)
);
call platform.protect('usage', 'refused_record', 'select, insert');
