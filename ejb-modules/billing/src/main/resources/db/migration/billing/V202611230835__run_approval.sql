-- Called by staff who want four eyes on every run, by the start of a run, and by whoever approves or rejects one. Owns whether a tenant's
-- runs need approval, and who decided on each. What can go wrong: two who approve at once, of whom one starts the run; somebody who
-- approves his own, which is refused.
create table billing.run_policy (
    tenant_id      uuid not null primary key,
    needs_approval boolean not null,
    updated_at     timestamptz not null default now()
);
call platform.protect('billing', 'run_policy', 'select, insert, update');

-- A run that needs approval is a preview first. Approved, a run of its own issues what it showed.
alter table billing.billing_run
    add for_approval boolean not null default false,
    add decided_by text,
    add decided_at timestamptz,
    drop constraint billing_run_state_check,
    add constraint billing_run_state_check check (state in ('running', 'awaitingApproval', 'finished', 'failed'));
