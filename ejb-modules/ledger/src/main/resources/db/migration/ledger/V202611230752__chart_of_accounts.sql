-- Called by exports and reports, and by finance who edits it. Owns the numbers and names of the tenant's own chart for the accounts of the
-- journal, where they differ from the defaults of his country. What can go wrong: a number that the other side doesn't know, which only
-- the other side can tell; so a file keeps the chart it was written with.
create table ledger.chart_account (
    tenant_id    uuid not null,
    account      text not null,
    tax_key      text not null default '' check (length(tax_key) <= 80),
    number       text not null check (number ~ '^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$'),
    name         text not null check (length(name) between 1 and 100),
    is_automatic boolean not null default false,
    changed_at   timestamptz not null,
    changed_by   text not null,
    primary key (tenant_id, account, tax_key)
);
call platform.protect('ledger', 'chart_account', 'select, insert, update, delete');

-- Category and rate of what is booked, e.g. 'standard 19'; null where no tax is involved. A document with one rate has as many rows as
-- before, for net and tax are booked by rate.
alter table ledger.journal add column tax_key text check (length(tax_key) <= 80);

-- The keys that were ever booked: the journal has no index of them, for it would cost each run an entry for each row.
create table ledger.tax_key (
    tenant_id uuid not null,
    tax_key   text not null,
    primary key (tenant_id, tax_key)
);
call platform.protect('ledger', 'tax_key', 'select, insert');
