-- Called by the run, and by finance who choose the policy. Owns what happens to usage that comes after its period was billed. What can
-- go wrong: the policy changes while usage waits, which is then charged by the policy that holds when it is billed.
create table billing.usage_policy (
    tenant_id  uuid not null primary key,
    late_usage text not null check (late_usage in ('nextPeriod', 'rerate')),
    updated_at timestamptz not null default now()
);
call platform.protect('billing', 'usage_policy', 'select, insert, update');

-- How a usage line's amount comes about, e.g. 100 × 0.5 + 50 × 0.3 ≤ 60, and how much of it earlier periods' allowances covered.
alter table billing.invoice_line
    add rolled_over numeric(28, 8),
    add formula text check (length(formula) <= 4000),
    drop constraint invoice_line_kind_check,
    add constraint invoice_line_kind_check
        check (kind in ('recurring', 'recurringCredit', 'oneTime', 'usage', 'lateUsage', 'fee', 'lateFee', 'damages'));

-- What is left of the allowances of the last periods, the oldest first; null for items whose allowance doesn't roll over.
alter table billing.charge_position
    add carried numeric(28, 8)[];
