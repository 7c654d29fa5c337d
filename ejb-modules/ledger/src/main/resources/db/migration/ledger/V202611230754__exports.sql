-- Called by finance, who hands the books to another program. Owns which closed months were exported in which format, by whom, with the hash of
-- the file and the chart it was written with, so that it can be written again to the byte. What can go wrong: the same booking exported
-- twice unnoticed; so a month is marked once for each format and currency, and a repeat says that it is one.
create table ledger.export (
    tenant_id    uuid not null,
    id           uuid not null,
    format       text not null check (format in ('datev', 'quickBooks', 'xero')),
    currency     char(3) not null,
    first_month  date not null check (extract(day from first_month) = 1),
    last_month   date not null check (extract(day from last_month) = 1),
    consultant   text,
    client       text,
    is_repeat    boolean not null,
    bookings     bigint not null,
    amount_minor bigint not null,
    sha256       text not null check (length(sha256) = 64),
    made_at      timestamptz not null,
    recorded_until timestamptz not null default now(),
    made_by      text not null,
    primary key (tenant_id, id),
    check (first_month <= last_month)
);
call platform.protect('ledger', 'export', 'select, insert');

create table ledger.export_month (
    tenant_id uuid not null,
    format    text not null,
    currency  char(3) not null,
    month     date not null,
    export_id uuid not null,
    primary key (tenant_id, format, currency, month)
);
call platform.protect('ledger', 'export_month', 'select, insert');

create table ledger.export_account (
    tenant_id    uuid not null,
    export_id    uuid not null,
    account      text not null,
    tax_key      text not null,
    number       text not null,
    name         text not null,
    is_automatic boolean not null,
    primary key (tenant_id, export_id, account, tax_key)
);
call platform.protect('ledger', 'export_account', 'select, insert');
