-- Called by every calculation of documents, and by finance who chooses. Owns which day's rate a charge for a period has; without a row the
-- rate of its last day. What can go wrong: a choice in the middle of a year, which what is issued already doesn't follow; the correction of
-- documents names those.
create table billing.tax_rule (
    tenant_id uuid primary key,
    tax_point text not null check (tax_point in ('periodEnd', 'byDay'))
);
call platform.protect('billing', 'tax_rule', 'select, insert, update');
