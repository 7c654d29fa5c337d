-- Called by staff who choose how a series writes its numbers, and by every issue of a document. Owns the patterns, and a count for each
-- series and year, of which documents name the one they were counted in. What can go wrong: a pattern that would write numbers which
-- another series or count has given out already; it is refused when it is chosen, and the documents' unique number is the last wall.
create table billing.number_pattern (
    tenant_id  uuid not null,
    series     text not null check (series in ('invoice', 'creditNote', 'debitNote', 'billingAccount')),
    -- As RE{yyyy}-{000000}: with a year in it the count starts anew each year.
    pattern    text not null check (length(pattern) between 3 and 40),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, series)
);
call platform.protect('billing', 'number_pattern', 'select, insert, update');

-- Year 0 is the count of a series without years: what was counted before goes on there.
alter table billing.number_series
    add number_year integer not null default 0 check (number_year between 0 and 9999),
    drop constraint number_series_pkey,
    add primary key (tenant_id, series, number_year);

alter table billing.invoice add number_year integer not null default 0;
-- The proof that no number is missing reads this alone, in its order.
create index invoice_by_sequence on billing.invoice (tenant_id, kind, number_year, sequence);
