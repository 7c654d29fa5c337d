-- Who calls it: every other migration (protect), every call (tenant), the audit trail. Owns tenants and their clocks.
create schema platform;
grant usage on schema platform to dotmac_runtime;

-- Makes a table a tenant table: row-level security on, and forced for the owner too, with one policy for every command.
-- current_setting without its second argument raises an error when no tenant is bound, instead of showing an empty table.
create procedure platform.protect(schema_name text, table_name text, granted text) language plpgsql as $$
begin
    execute format('alter table %I.%I enable row level security', schema_name, table_name);
    execute format('alter table %I.%I force row level security', schema_name, table_name);
    execute format(
        'create policy tenant_isolation on %I.%I using (tenant_id = current_setting(''app.tenant_id'')::uuid) '
        'with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', schema_name, table_name);
    execute format('grant usage on schema %I to dotmac_runtime', schema_name);
    execute format('grant %s on %I.%I to dotmac_runtime', granted, schema_name, table_name);
end $$;

-- Not a tenant table: signing in and background work must find tenants before any is bound.
create table platform.tenant (
    id             uuid primary key,
    slug           text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    legal_name     text not null check (length(legal_name) between 1 and 200),
    country        char(2) not null,
    currency       char(3) not null,
    zone           text not null,
    language       text not null default 'en',
    street         text not null default '',
    postcode       text not null default '',
    city           text not null default '',
    vat_id         text,
    email          text,
    phone          text,
    bank_account   text,
    status         text not null default 'active' check (status in ('active', 'suspended')),
    created_at     timestamptz not null default now()
);
grant select on platform.tenant to dotmac_runtime;

-- How far the tenant's business clock stands from the system clock. Rows appear only where a test clock is allowed.
create table platform.business_clock (
    tenant_id      uuid primary key,
    ahead          interval not null,
    set_at         timestamptz not null default now()
);
call platform.protect('platform', 'business_clock', 'select, insert, update, delete');

create table platform.audit_entry (
    tenant_id      uuid not null,
    id             uuid not null,
    at             timestamptz not null default clock_timestamp(),
    actor          text not null,
    action         text not null,
    entity         text not null,
    entity_id      text not null,
    correlation_id text not null,
    detail         jsonb not null,
    primary key (tenant_id, id)
);
create index audit_entry_by_entity on platform.audit_entry (tenant_id, entity, entity_id, id);
call platform.protect('platform', 'audit_entry', 'select, insert');
