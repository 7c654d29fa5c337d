-- Called by sales, who promise something to whoever names a code, and by orders that name one. Owns the codes, what each gives, and every use
-- of one. What can go wrong: a code used more often than was meant, by two orders at once; so its uses are counted on its own row, which an
-- order holds until its end.
create table catalog.promotion (
    tenant_id        uuid not null,
    id               uuid not null,
    code             text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'),
    name             text not null check (length(name) between 1 and 200),
    kind             text not null check (kind in ('percent', 'amount')),
    value            numeric(20, 8) not null check (value > 0),
    currency         char(3) check ((kind = 'amount') = (currency is not null)),
    periods          integer check (periods between 1 and 1200),
    valid_from       date not null,
    valid_to         date check (valid_to >= valid_from),
    uses_at_most     integer check (uses_at_most > 0),
    each_at_most     integer not null check (each_at_most > 0),
    uses             integer not null default 0 check (uses <= uses_at_most),
    ended_at         timestamptz,
    created_by       text not null,
    created_at       timestamptz not null,
    version          integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, code)
);
create index promotion_by_day on catalog.promotion (tenant_id, valid_from, id);
call platform.protect('catalog', 'promotion', 'select, insert, update');

-- Where there is none, the code is good for every offering.
create table catalog.promotion_offering (
    tenant_id    uuid not null,
    promotion_id uuid not null,
    offering_id  uuid not null,
    primary key (tenant_id, promotion_id, offering_id),
    foreign key (tenant_id, promotion_id) references catalog.promotion (tenant_id, id),
    foreign key (tenant_id, offering_id) references catalog.offering (tenant_id, id)
);
call platform.protect('catalog', 'promotion_offering', 'select, insert');

create table catalog.promotion_use (
    tenant_id    uuid not null,
    promotion_id uuid not null,
    order_id     uuid not null,
    item_id      text not null,
    customer_id  uuid not null,
    used_at      timestamptz not null,
    primary key (tenant_id, promotion_id, order_id, item_id),
    foreign key (tenant_id, promotion_id) references catalog.promotion (tenant_id, id)
);
create index promotion_use_by_customer on catalog.promotion_use (tenant_id, promotion_id, customer_id);
call platform.protect('catalog', 'promotion_use', 'select, insert');
