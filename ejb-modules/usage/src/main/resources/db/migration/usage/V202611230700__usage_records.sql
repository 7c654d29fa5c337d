-- Called by partners and collectors (record) and by billing (totals). Owns what was used, raw and immutable. What can go wrong: the
-- same record comes twice, which the key (source, source id) turns into one.
create schema usage;

create table usage.usage_record (
    tenant_id       uuid not null,
    source          text not null check (length(source) between 1 and 100),
    source_id       text not null check (length(source_id) between 1 and 200),
    product_id      uuid not null,
    unit_of_measure text not null check (length(unit_of_measure) between 1 and 20),
    quantity        numeric(20, 8) not null check (quantity >= 0),
    used_at         timestamptz not null,
    received_at     timestamptz not null,
    primary key (tenant_id, source, source_id)
);
create index usage_record_by_product on usage.usage_record (tenant_id, product_id, used_at) include (unit_of_measure, quantity);
call platform.protect('usage', 'usage_record', 'select, insert');
