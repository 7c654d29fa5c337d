-- Called by finance and sales (plan, withdraw) and by the daily round (apply). Owns which products get another price, from which day on.
-- What can go wrong: a product changes between the plan and its day, and must not get a price meant for what it was; so the plan keeps the
-- price it found, and leaves out what has another by then.
create table services.price_change (
    tenant_id    uuid not null,
    id           uuid not null,
    name         text not null check (length(name) between 1 and 200),
    offering_id  uuid,
    price_id     uuid,
    sold_before  date,
    spares_bound boolean not null,
    kind         text not null check (kind in ('percent', 'amount', 'price')),
    value        numeric(20, 8) not null,
    effective_on date not null,
    state        text not null check (state in ('planned', 'applied', 'withdrawn')),
    products     integer not null,
    planned_by   text not null,
    planned_at   timestamptz not null,
    closed_by    text,
    closed_at    timestamptz,
    version      integer not null default 0,
    primary key (tenant_id, id)
);
create index price_change_by_day on services.price_change (tenant_id, effective_on, id);
call platform.protect('services', 'price_change', 'select, insert, update');

-- One price of one product: from_on is the first of its periods that begins on the day of the change or later.
create table services.price_change_item (
    tenant_id   uuid not null,
    change_id   uuid not null,
    product_id  uuid not null,
    price_id    uuid not null,
    old_price   numeric(20, 8) not null,
    new_price   numeric(20, 8) not null check (new_price >= 0),
    currency    char(3) not null,
    quantity    numeric(20, 8) not null,
    from_on     date not null,
    state       text not null check (state in ('planned', 'applied', 'leftOut', 'withdrawn')),
    reason      text,
    primary key (tenant_id, change_id, product_id, price_id),
    foreign key (tenant_id, change_id) references services.price_change (tenant_id, id),
    foreign key (tenant_id, product_id) references services.product (tenant_id, id)
);
create index price_change_item_due on services.price_change_item (tenant_id, from_on) where state = 'planned';
call platform.protect('services', 'price_change_item', 'select, insert, update');

-- Selects what a change is for; ended items are no part of it.
create index subscription_item_by_price on services.subscription_item (tenant_id, price_id) where end_on is null;
