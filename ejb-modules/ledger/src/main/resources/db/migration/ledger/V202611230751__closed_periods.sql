-- Called by finance, who closes and reopens months, and by every booking, which asks how far the books are closed. Owns the closed months
-- and the trial balance each was closed with. What can go wrong: a booking that lands in a month while it is being closed; so a booking
-- holds the tenant's books shared until it commits, and whoever closes or reopens holds them alone.
create table ledger.period (
    tenant_id     uuid not null,
    id            uuid not null,
    month         date not null check (extract(day from month) = 1),
    closed_at     timestamptz not null,
    closed_by     text not null,
    reopened_at   timestamptz,
    reopened_by   text,
    reopen_reason text check (length(reopen_reason) between 1 and 500),
    primary key (tenant_id, id),
    check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null))
);
create unique index period_is_closed_once on ledger.period (tenant_id, month) where reopened_at is null;
call platform.protect('ledger', 'period', 'select, insert');
grant update (reopened_at, reopened_by, reopen_reason) on ledger.period to dotmac_runtime;

create table ledger.period_balance (
    tenant_id    uuid not null,
    period_id    uuid not null,
    account      text not null,
    currency     char(3) not null,
    debit_minor  bigint not null check (debit_minor >= 0),
    credit_minor bigint not null check (credit_minor >= 0),
    primary key (tenant_id, period_id, account, currency)
);
call platform.protect('ledger', 'period_balance', 'select, insert');

-- What becomes of a day that a person chose and that lies in a closed month; a tenant without a row refuses it.
create table ledger.book_policy (
    tenant_id    uuid not null,
    chosen_days  text not null check (chosen_days in ('refuse', 'forward')),
    primary key (tenant_id)
);
call platform.protect('ledger', 'book_policy', 'select, insert, update');

-- The first day of the last closed month, or null. Waits while somebody closes or reopens; he waits for whoever has called this. A row lock
-- would do as much, but those who share one let each other pass before who waits for it alone, and a run would write to the row with
-- each slice. Two statements in one call: the second sees what was committed while the first waited.
create function ledger.hold_books() returns date language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('ledger.books ' || current_setting('app.tenant_id'), 0));
    return (select max(month) from ledger.period where reopened_at is null);
end $$;

create function ledger.hold_books_alone() returns date language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger.books ' || current_setting('app.tenant_id'), 0));
    return (select max(month) from ledger.period where reopened_at is null);
end $$;
revoke execute on function ledger.hold_books(), ledger.hold_books_alone() from public;
grant execute on function ledger.hold_books(), ledger.hold_books_alone() to dotmac_runtime;

-- The day a booking bears on its document, where it was forwarded out of a closed month; otherwise both are one.
alter table ledger.journal add column document_on date check (document_on < booked_on);
