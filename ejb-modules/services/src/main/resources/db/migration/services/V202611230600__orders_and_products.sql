-- Called by sales and partners (orders), by billing (items in bulk), by networking (service instances). Owns what customers have
-- and since when. What can go wrong: a product without an item is used for nothing; so both are written in one transaction.
create schema services;

create table services.product_order (
    tenant_id       uuid not null,
    id              uuid not null,
    external_id     text check (length(external_id) <= 100),
    description     text check (length(description) <= 4000),
    customer_id     uuid not null,
    state           text not null check (state in ('acknowledged', 'inProgress', 'pending', 'held', 'completed',
                        'failed', 'partial', 'rejected', 'cancelled')),
    order_date      timestamptz not null,
    requested_start date,
    completion_date timestamptz,
    version         integer not null default 0,
    primary key (tenant_id, id)
);
create index product_order_by_customer on services.product_order (tenant_id, customer_id, id);
create index product_order_by_external_id on services.product_order (tenant_id, external_id, id) where external_id is not null;
create index product_order_by_state on services.product_order (tenant_id, state, id);
create index product_order_by_date on services.product_order (tenant_id, order_date, id);
create index product_order_open on services.product_order (tenant_id, requested_start) where state = 'inProgress';
call platform.protect('services', 'product_order', 'select, insert, update');

create table services.product_order_item (
    tenant_id          uuid not null,
    order_id           uuid not null,
    position           integer not null,
    item_id            text not null check (length(item_id) between 1 and 100),
    action             text not null check (action in ('add', 'modify', 'delete', 'noChange')),
    state              text not null,
    quantity           integer not null check (quantity between 1 and 100000),
    offering_id        uuid,
    billing_account_id uuid,
    product_id         uuid,
    promotion_code     text check (length(promotion_code) <= 40),
    primary key (tenant_id, order_id, position),
    unique (tenant_id, order_id, item_id),
    foreign key (tenant_id, order_id) references services.product_order (tenant_id, id)
);
call platform.protect('services', 'product_order_item', 'select, insert, update');

create table services.product (
    tenant_id          uuid not null,
    id                 uuid not null,
    name               text not null check (length(name) between 1 and 200),
    status             text not null check (status in ('created', 'pendingActive', 'active', 'suspended', 'pendingTerminate',
                           'terminated', 'cancelled', 'aborted')),
    customer_id        uuid not null,
    billing_account_id uuid not null,
    offering_id        uuid not null,
    offering_name      text not null,
    order_id           uuid,
    quantity           integer not null check (quantity between 1 and 100000),
    start_on           date not null,
    end_on             date,
    -- The customer is bound until the day before; null where he is not.
    committed_until    date,
    created_at         timestamptz not null,
    version            integer not null default 0,
    primary key (tenant_id, id),
    check (end_on >= start_on)
);
create index product_by_customer on services.product (tenant_id, customer_id, id);
create index product_by_account on services.product (tenant_id, billing_account_id, id);
create index product_by_offering on services.product (tenant_id, offering_id, id);
create index product_due on services.product (tenant_id, start_on) where status in ('pendingActive', 'pendingTerminate', 'suspended');
call platform.protect('services', 'product', 'select, insert, update');

-- What a billing account pays for over a span of days. Changes only by appending and by ending: an end may still move to an earlier day,
-- when a change is dated back. Settled says that an item is charged to its end, so that billing need not look at it again; whoever moves an
-- end takes settled back. Prices that wait for the product's end (cancellation, penalty) lie here ready; when it comes, what they amount to
-- is an item of its own, charged once.
create table services.subscription_item (
    tenant_id          uuid not null,
    id                 uuid not null,
    product_id         uuid not null,
    product_name       text not null,
    billing_account_id uuid not null,
    price_id           uuid not null,
    name               text not null,
    price_type         text not null check (price_type in ('recurring', 'oneTime', 'usage', 'cancellation', 'penalty')),
    period_unit        text check (period_unit in ('day', 'week', 'month', 'year')),
    period_length      integer,
    period_timing      text check (period_timing in ('advance', 'arrears')),
    period_alignment   text,
    unit_price         numeric(20, 8) not null,
    currency           char(3) not null,
    tax_included       boolean not null,
    tax_category       text,
    unit_of_measure    text,
    allowance          numeric(20, 8),
    tier_bounds        numeric(20, 8)[],
    tier_prices        numeric(20, 8)[],
    -- How the tiers are applied; null is graduated.
    usage_model        text check (usage_model in ('graduated', 'volume', 'package')),
    package_size       numeric(20, 8) check (package_size > 0),
    maximum_charge     numeric(20, 8) check (maximum_charge >= 0),
    rollover_periods   integer check (rollover_periods between 0 and 12),
    rollover_limit     numeric(20, 8) check (rollover_limit > 0),
    -- Hours of the week with a price of their own, counted from Monday 0:00 in the tenant's zone.
    window_from        integer[],
    window_to          integer[],
    window_prices      numeric(20, 8)[],
    quantity           numeric(20, 8) not null check (quantity > 0),
    start_on           date not null,
    end_on             date,
    -- The day that its periods are counted from; null means start_on. What goes on after a phase or a pause keeps the first one's.
    anchor_on          date,
    settled            boolean not null default false,
    primary key (tenant_id, id),
    check (num_nulls(period_unit, period_length, period_timing, period_alignment) in (0, 4)),
    foreign key (tenant_id, product_id) references services.product (tenant_id, id),
    check (end_on >= start_on)
);
create index subscription_item_by_account on services.subscription_item (tenant_id, billing_account_id, start_on);
create index subscription_item_unsettled on services.subscription_item (tenant_id, billing_account_id, start_on) where not settled;
create index subscription_item_by_product on services.subscription_item (tenant_id, product_id);
call platform.protect('services', 'subscription_item', 'select, insert');
-- tax_category may be completed where the catalogue had none: a row that billing reports until somebody does.
grant update (end_on, tax_category, settled) on services.subscription_item to dotmac_runtime;

create table services.discount (
    tenant_id uuid not null,
    item_id   uuid not null,
    position  integer not null,
    name      text not null check (length(name) between 1 and 200),
    kind      text not null check (kind in ('percent', 'amount')),
    value     numeric(20, 8) not null check (value >= 0),
    from_on   date,
    to_on     date,
    -- Who gave something away altogether; a service that is free has an end and a name.
    approved_by text check (length(approved_by) <= 200),
    check (kind <> 'percent' or value < 100 or (to_on is not null and approved_by is not null)),
    primary key (tenant_id, item_id, position),
    foreign key (tenant_id, item_id) references services.subscription_item (tenant_id, id)
);
call platform.protect('services', 'discount', 'select, insert');

create table services.service_instance (
    tenant_id    uuid not null,
    id           uuid not null,
    product_id   uuid not null,
    name         text not null,
    service_type text not null,
    state        text not null check (state in ('feasibilityChecked', 'designed', 'reserved', 'inactive', 'active', 'terminated')),
    start_on     date not null,
    end_on       date,
    version      integer not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, product_id) references services.product (tenant_id, id)
);
create index service_instance_by_product on services.service_instance (tenant_id, product_id);
create index service_instance_by_state on services.service_instance (tenant_id, state);
call platform.protect('services', 'service_instance', 'select, insert, update');

-- Why access to a product is locked, and whether its days are billed all the same. Called by staff, by collections and by the daily round that
-- brings locks into force. A product may have several at once, one of each reason; each goes by itself, so a payment never lifts a
-- fraud lock. What can go wrong: two pauses that overlap give days back twice, which the walk over all of them keeps from happening.
create table services.product_lock (
    tenant_id  uuid not null,
    id         uuid not null,
    product_id uuid not null,
    reason     text not null check (reason in ('overdue', 'fairUse', 'prepaid', 'fraud', 'customer', 'staff', 'outage')),
    billed     boolean not null,
    from_on    date not null,
    to_on      date,
    state      text not null check (state in ('planned', 'inForce', 'over')),
    note       text check (length(note) <= 500),
    created_by text not null,
    created_at timestamptz not null,
    ended_by   text,
    version    integer not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, product_id) references services.product (tenant_id, id),
    check (to_on >= from_on)
);
create index product_lock_by_product on services.product_lock (tenant_id, product_id, from_on);
create index product_lock_due on services.product_lock (tenant_id, from_on) where state <> 'over';
call platform.protect('services', 'product_lock', 'select, insert, update');

-- What would run without a lock: days of an item that the lock alone holds back, and that go on when it is lifted before they are over.
create table services.paused_item (
    tenant_id uuid not null,
    lock_id   uuid not null,
    item_id   uuid not null,
    from_on   date not null,
    to_on     date,
    primary key (tenant_id, lock_id, item_id, from_on),
    foreign key (tenant_id, lock_id) references services.product_lock (tenant_id, id),
    foreign key (tenant_id, item_id) references services.subscription_item (tenant_id, id),
    check (to_on > from_on)
);
call platform.protect('services', 'paused_item', 'select, insert, update, delete');

-- Whether a tenant bills the days that a lock of some reason holds; without a row the reason's own rule.
create table services.lock_policy (
    tenant_id uuid not null,
    reason    text not null check (reason in ('overdue', 'fairUse', 'prepaid', 'fraud', 'customer', 'staff', 'outage')),
    billed    boolean not null,
    primary key (tenant_id, reason)
);
call platform.protect('services', 'lock_policy', 'select, insert, update');
