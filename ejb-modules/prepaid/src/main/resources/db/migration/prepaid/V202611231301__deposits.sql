create schema prepaid;

-- Called by staff, who ask for a deposit, take it in and release it. Owns what was asked of whom and why, and how much of it came in and
-- went out; what lies there now is the ledger's to say, and both agree. What can go wrong: two who release at once; the second waits for
-- the row, and the database refuses more out than in.
create table prepaid.deposit (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    customer_id        uuid not null,
    currency           char(3) not null,
    asked_minor        bigint not null check (asked_minor > 0),
    received_minor     bigint not null check (received_minor between 0 and asked_minor),
    returned_minor     bigint not null check (returned_minor between 0 and received_minor),
    reason             text not null check (length(reason) between 1 and 500),
    state              text not null check (state in ('asked', 'partlyReceived', 'held', 'released', 'cancelled')),
    asked_on           date not null,
    asked_by           text not null,
    version            integer not null,
    primary key (tenant_id, id),
    check (state <> 'cancelled' or received_minor = 0)
);
create index deposit_by_billing_account on prepaid.deposit (tenant_id, billing_account_id, id);
create index deposit_by_customer on prepaid.deposit (tenant_id, customer_id, id);
create index deposit_by_state on prepaid.deposit (tenant_id, state, id);
create index deposit_by_asked_on on prepaid.deposit (tenant_id, asked_on, id);
call platform.protect('prepaid', 'deposit', 'select, insert, update');

-- Called as the deposit is. Owns each amount that came in or went out, with who did it and the payment or document it went through. What
-- can go wrong: none of its own; rows are only added.
create table prepaid.deposit_movement (
    tenant_id    uuid not null,
    id           uuid not null,
    deposit_id   uuid not null,
    kind         text not null check (kind in ('received', 'allotted', 'setOff', 'credit', 'damages')),
    amount_minor bigint not null check (amount_minor > 0),
    -- The payment it came by, or the document that it paid.
    document_id  uuid,
    note         text check (length(note) <= 500),
    moved_on     date not null,
    moved_at     timestamptz not null,
    actor        text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, deposit_id) references prepaid.deposit (tenant_id, id)
);
create index deposit_movement_by_deposit on prepaid.deposit_movement (tenant_id, deposit_id, id);
call platform.protect('prepaid', 'deposit_movement', 'select, insert');
