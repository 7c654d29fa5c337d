create schema collections;

-- Called by finance (put), by each look at an account (read). Owns when who is dunned; a tenant without a row duns nobody. What can go
-- wrong: a policy that changes under an open case, which then goes on with the new steps from where it stands.
create table collections.dunning_policy (
    tenant_id      uuid not null,
    customer_class text not null check (customer_class in ('default', 'household', 'business', 'publicBody')),
    grace_days     integer not null check (grace_days between 0 and 90),
    -- Amounts are in the currency of whichever account is dunned.
    minimum        numeric(20, 8) not null check (minimum >= 0),
    late_percent   numeric(20, 8) check (late_percent >= 0),
    late_minimum   numeric(20, 8) check (late_minimum >= 0),
    late_maximum   numeric(20, 8) check (late_maximum >= late_minimum),
    reconnect_fee  numeric(20, 8) check (reconnect_fee > 0),
    reconnect_tax  text check (length(reconnect_tax) <= 40),
    reconnect_tax_included boolean not null default false,
    changed_by     text not null,
    changed_at     timestamptz not null,
    primary key (tenant_id, customer_class),
    check (num_nulls(late_percent, late_minimum, late_maximum) in (0, 3))
);
call platform.protect('collections', 'dunning_policy', 'select, insert, update, delete');

-- Called as the policy is. Owns its steps in their order. What can go wrong: none of its own; they are replaced with the policy.
create table collections.dunning_step (
    tenant_id      uuid not null,
    customer_class text not null,
    number         integer not null check (number between 1 and 20),
    days           integer not null check (days between 0 and 730),
    business_days  boolean not null,
    actions        text[] not null check (cardinality(actions) > 0
        and actions <@ array['notice', 'lateFee', 'throttle', 'suspend', 'terminate']),
    primary key (tenant_id, customer_class, number),
    foreign key (tenant_id, customer_class) references collections.dunning_policy (tenant_id, customer_class) on delete cascade
);
call platform.protect('collections', 'dunning_step', 'select, insert, update, delete');

-- Called by finance (put), by each look at an account (read). Owns the tenant's own days off, and other days off on which it works all
-- the same. What can go wrong: a day added after a step was taken on it, which stays taken.
create table collections.day_off (
    tenant_id uuid not null,
    day       date not null,
    name      text not null check (length(name) between 1 and 100),
    is_off    boolean not null,
    primary key (tenant_id, day)
);
call platform.protect('collections', 'day_off', 'select, insert, update, delete');

-- Called by the daily round (opens, steps), by what is told of payments (closes) and by staff (pause, grant). Owns where an account with
-- overdue debt stands. What can go wrong: two at once, of whom the second waits for the row; two cases of one account, which the index
-- of open cases refuses.
create table collections.dunning_case (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    customer_id        uuid not null,
    customer_class     text not null check (customer_class in ('household', 'business', 'publicBody')),
    currency           char(3) not null,
    state              text not null check (state in ('open', 'closed')),
    -- The step taken last, 0 for none.
    step               integer not null check (step between 0 and 20),
    stepped_on         date,
    opened_on          date not null,
    closed_on          date,
    -- As of the last look: all that is overdue, what of it is dunned, and what of that is being collected already.
    overdue_minor      bigint not null check (overdue_minor >= 0),
    dunned_minor       bigint not null check (dunned_minor >= 0),
    in_flight_minor    bigint not null check (in_flight_minor >= 0),
    oldest_due_on      date,
    next_step          integer,
    -- The day of the next step or of the next look.
    next_on            date,
    shield             text check (shield in ('pause', 'promise', 'arrangement', 'dispute', 'debit')),
    shield_until       date,
    paused_until       date,
    pause_reason       text check (length(pause_reason) <= 500),
    access             text not null check (access in ('free', 'throttled', 'suspended', 'granted')),
    granted_until      timestamptz,
    -- Somebody has to decide on the end of the products.
    for_termination    boolean not null,
    problem            text check (length(problem) <= 500),
    version            integer not null default 0,
    primary key (tenant_id, id),
    check ((state = 'closed') = (closed_on is not null)),
    check ((access = 'granted') = (granted_until is not null))
);
create unique index dunning_case_open on collections.dunning_case (tenant_id, billing_account_id) where state = 'open';
create index dunning_case_by_account on collections.dunning_case (tenant_id, billing_account_id, id);
create index dunning_case_by_customer on collections.dunning_case (tenant_id, customer_id, id);
create index dunning_case_by_state on collections.dunning_case (tenant_id, state, next_on, id);
create index dunning_case_by_amount on collections.dunning_case (tenant_id, dunned_minor, id);
create index dunning_case_granted on collections.dunning_case (tenant_id, granted_until) where access = 'granted';
call platform.protect('collections', 'dunning_case', 'select, insert, update');

-- Called by whatever happens to a case. Owns its history, by appending. What can go wrong: a step taken twice, by two nodes or after a
-- crash, which the two indexes of steps refuse: each number once, and one a day.
create table collections.case_entry (
    tenant_id    uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    kind         text not null check (length(kind) <= 40),
    step         integer,
    happened_on  date not null,
    happened_at  timestamptz not null,
    actor        text not null,
    amount_minor bigint,
    note         text check (length(note) <= 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references collections.dunning_case (tenant_id, id),
    check ((kind = 'stepped') = (step is not null))
);
create index case_entry_by_case on collections.case_entry (tenant_id, case_id, id);
create unique index case_entry_step_once on collections.case_entry (tenant_id, case_id, step) where kind = 'stepped';
create unique index case_entry_one_step_a_day on collections.case_entry (tenant_id, case_id, happened_on) where kind = 'stepped';
call platform.protect('collections', 'case_entry', 'select, insert');

-- Called by staff (open, resolve) and by each look at an account. Owns which invoices a customer disputes: they are not dunned. What can
-- go wrong: an invoice disputed twice, which the index refuses; one resolved and disputed again is two rows.
create table collections.dispute (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    invoice_id         uuid not null,
    reason             text not null check (length(reason) between 1 and 500),
    opened_by          text not null,
    opened_at          timestamptz not null,
    resolved_by        text,
    resolved_at        timestamptz,
    resolution         text check (length(resolution) <= 500),
    primary key (tenant_id, id),
    check ((resolved_at is null) = (resolved_by is null))
);
create unique index dispute_open on collections.dispute (tenant_id, invoice_id) where resolved_at is null;
create index dispute_by_account on collections.dispute (tenant_id, billing_account_id, id);
call platform.protect('collections', 'dispute', 'select, insert, update');

-- Called by staff (make, withdraw) and by each look at an account (kept, broken). Owns what a customer has said he will pay and when, at
-- once (a promise) or in parts (an arrangement). What can go wrong: two at a time, which the index refuses; a payment taken back, after
-- which the parts paid are counted anew.
create table collections.agreement (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    case_id            uuid not null,
    kind               text not null check (kind in ('promise', 'arrangement')),
    state              text not null check (state in ('active', 'kept', 'broken', 'withdrawn')),
    currency           char(3) not null,
    amount_minor       bigint not null check (amount_minor > 0),
    note               text check (length(note) <= 500),
    made_by            text not null,
    made_on            date not null,
    ended_on           date,
    version            integer not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references collections.dunning_case (tenant_id, id),
    check ((state = 'active') = (ended_on is null))
);
create unique index agreement_active on collections.agreement (tenant_id, billing_account_id) where state = 'active';
create index agreement_by_case on collections.agreement (tenant_id, case_id, id);
call platform.protect('collections', 'agreement', 'select, insert, update');

-- Called with their agreement. Owns when how much of it is due; a promise has one. What can go wrong: none of its own, for they never
-- change.
create table collections.instalment (
    tenant_id    uuid not null,
    agreement_id uuid not null,
    number       integer not null check (number between 1 and 60),
    due_on       date not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (tenant_id, agreement_id, number),
    foreign key (tenant_id, agreement_id) references collections.agreement (tenant_id, id)
);
call platform.protect('collections', 'instalment', 'select, insert');

-- Called with their agreement. Owns which debts it was made on, and what was open of each: what is open less by now was paid on it. What
-- can go wrong: none of its own, for they never change.
create table collections.covered_debt (
    tenant_id    uuid not null,
    agreement_id uuid not null,
    document_id  uuid not null,
    open_minor   bigint not null check (open_minor > 0),
    primary key (tenant_id, agreement_id, document_id),
    foreign key (tenant_id, agreement_id) references collections.agreement (tenant_id, id)
);
call platform.protect('collections', 'covered_debt', 'select, insert');

-- Called by steps (begin), payments (end) and grants. Owns which locks are ours, so that we lift no other. What can go wrong: a fee
-- charged twice for one, which its id as the fee's source refuses.
create table collections.suspension (
    tenant_id uuid not null,
    id        uuid not null,
    case_id   uuid not null,
    began_on  date not null,
    ended_on  date,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references collections.dunning_case (tenant_id, id)
);
create unique index suspension_open on collections.suspension (tenant_id, case_id) where ended_on is null;
call platform.protect('collections', 'suspension', 'select, insert, update');

-- Called with their suspension. Owns each lock that was set for it. What can go wrong: a lock somebody else has lifted, which stays so.
create table collections.suspension_lock (
    tenant_id     uuid not null,
    lock_id       uuid not null,
    suspension_id uuid not null,
    product_id    uuid not null,
    is_lifted     boolean not null default false,
    primary key (tenant_id, lock_id),
    foreign key (tenant_id, suspension_id) references collections.suspension (tenant_id, id)
);
create index suspension_lock_by_suspension on collections.suspension_lock (tenant_id, suspension_id);
call platform.protect('collections', 'suspension_lock', 'select, insert, update');

-- Called by steps (write) and by the sender. Owns every reminder word for word, and whether it went out. What can go wrong: the server
-- dies between the mail server's "accepted" and the commit; the mail then goes out again, under the same message id.
create table collections.notice (
    tenant_id     uuid not null,
    id            uuid not null,
    case_id       uuid not null,
    step          integer not null,
    language      text not null check (length(language) <= 20),
    subject       text not null check (length(subject) <= 300),
    body          text not null check (length(body) <= 20000),
    recipient     text check (length(recipient) <= 254),
    message_id    text not null check (length(message_id) <= 250),
    state         text not null check (state in ('waiting', 'failed', 'sent', 'givenUp', 'notSendable')),
    reason        text check (length(reason) <= 500),
    attempts      integer not null default 0,
    queued_at     timestamptz not null,
    first_tried_at timestamptz,
    next_try_at   timestamptz not null,
    leased_until  timestamptz,
    sent_at       timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references collections.dunning_case (tenant_id, id),
    unique (tenant_id, case_id, step),
    check (recipient is not null or state = 'notSendable')
);
create index notice_due on collections.notice (tenant_id, next_try_at) where state in ('waiting', 'failed');
call platform.protect('collections', 'notice', 'select, insert, update');

-- Called by the daily round. Owns how far each day's round has come, so that whoever goes on after a crash begins there. What can go
-- wrong: two nodes at one round, who do no harm: each case is looked at under its own lock and has moved on for the second.
create table collections.dunning_round (
    tenant_id     uuid not null,
    day           date not null,
    after_account uuid,
    finished_at   timestamptz,
    primary key (tenant_id, day)
);
call platform.protect('collections', 'dunning_round', 'select, insert, update');
