-- Called by sales and partners. Owns what can be sold and for how much; what was sold carries copies, so a change here rewrites nothing.
create schema catalog;

create table catalog.specification (
    tenant_id        uuid not null,
    id               uuid not null,
    name             text not null check (length(name) between 1 and 200),
    description      text check (length(description) <= 4000),
    brand            text check (length(brand) <= 200),
    service_type     text not null check (service_type in ('access', 'voice', 'tv', 'addon', 'goods')),
    lifecycle_status text not null check (length(lifecycle_status) between 1 and 40),
    last_update      timestamptz not null,
    version          integer not null default 0,
    primary key (tenant_id, id)
);
call platform.protect('catalog', 'specification', 'select, insert, update, delete');

create table catalog.offering_price (
    tenant_id        uuid not null,
    id               uuid not null,
    name             text not null check (length(name) between 1 and 200),
    description      text check (length(description) <= 4000),
    lifecycle_status text not null check (length(lifecycle_status) between 1 and 40),
    price_type       text not null check (price_type in ('recurring', 'oneTime', 'usage', 'cancellation',
                         'penalty')),
    period_unit      text check (period_unit in ('day', 'week', 'month', 'year')),
    period_length    integer check (period_length between 1 and 120),
    period_timing    text check (period_timing in ('advance', 'arrears')),
    period_alignment text check (period_alignment in ('cycle', 'start') or period_alignment ~ '^([1-9]|[12][0-9]|3[01])$'),
    -- What the price is to begin with: each phase up to so many units after the start of the product.
    phase_unit       text check (phase_unit in ('day', 'week', 'month', 'year')),
    phase_bounds     integer[],
    phase_prices     numeric(20, 8)[],
    unit_price       numeric(20, 8) not null check (unit_price >= 0),
    currency         char(3) not null,
    tax_included     boolean not null,
    tax_category     text check (length(tax_category) between 1 and 40),
    unit_of_measure  text check (length(unit_of_measure) between 1 and 20),
    allowance        numeric(20, 8) check (allowance >= 0),
    tier_bounds      numeric(20, 8)[],
    tier_prices      numeric(20, 8)[],
    -- How the tiers are applied; null is graduated.
    usage_model      text check (usage_model in ('graduated', 'volume', 'package')),
    package_size     numeric(20, 8) check (package_size > 0),
    maximum_charge   numeric(20, 8) check (maximum_charge >= 0),
    rollover_periods integer check (rollover_periods between 0 and 12),
    rollover_limit   numeric(20, 8) check (rollover_limit > 0),
    -- Hours of the week with a price of their own, counted from Monday 0:00 in the tenant's zone.
    window_from      integer[],
    window_to        integer[],
    window_prices    numeric(20, 8)[],
    last_update      timestamptz not null,
    version          integer not null default 0,
    primary key (tenant_id, id),
    check (price_type <> 'recurring' or period_unit is not null),
    check (price_type in ('recurring', 'penalty') or period_unit is null),
    check (num_nulls(period_unit, period_length, period_timing, period_alignment) in (0, 4)),
    check (num_nulls(phase_unit, phase_bounds, phase_prices) in (0, 3)),
    check ((price_type = 'usage') = (unit_of_measure is not null and tier_prices is not null))
);
call platform.protect('catalog', 'offering_price', 'select, insert, update, delete');

create table catalog.offering (
    tenant_id        uuid not null,
    id               uuid not null,
    name             text not null check (length(name) between 1 and 200),
    description      text check (length(description) <= 4000),
    specification_id uuid,
    commitment_months integer check (commitment_months between 1 and 120),
    lifecycle_status text not null check (length(lifecycle_status) between 1 and 40),
    last_update      timestamptz not null,
    version          integer not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, specification_id) references catalog.specification (tenant_id, id)
);
create index offering_by_name on catalog.offering (tenant_id, name, id);
call platform.protect('catalog', 'offering', 'select, insert, update, delete');

create table catalog.offering_has_price (
    tenant_id   uuid not null,
    offering_id uuid not null,
    position    integer not null,
    price_id    uuid not null,
    primary key (tenant_id, offering_id, position),
    unique (tenant_id, offering_id, price_id),
    foreign key (tenant_id, offering_id) references catalog.offering (tenant_id, id) on delete cascade,
    foreign key (tenant_id, price_id) references catalog.offering_price (tenant_id, id)
);
call platform.protect('catalog', 'offering_has_price', 'select, insert, update, delete');
