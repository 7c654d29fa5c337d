-- Called by prepaid, which takes deposits, sells vouchers and keeps balances. Owns what is held for whom: money that was paid in, is no
-- revenue and settles nothing yet. The sum of it is the balance of its control account (deposits, prepaid, vouchers), and by the days of
-- its movements also as of any past day. What can go wrong: more given back than is held, by two at once; so a movement locks its row
-- first, and the database refuses less than nothing.
create table ledger.held_money (
    tenant_id          uuid not null,
    id                 uuid not null,
    account            text not null check (account in ('deposits', 'prepaid', 'vouchers')),
    -- Null for what belongs to whoever holds it, as a voucher does.
    billing_account_id uuid,
    currency           char(3) not null,
    held_minor         bigint not null check (held_minor >= 0),
    primary key (tenant_id, id),
    check (billing_account_id is not null or account = 'vouchers')
);
create index held_money_by_billing_account on ledger.held_money (tenant_id, billing_account_id);
call platform.protect('ledger', 'held_money', 'select, insert');
grant update (held_minor) on ledger.held_money to dotmac_runtime;

-- Called as the money is. Owns each amount put away (above zero) or given back (below), with the credit it came from, so that it goes
-- back to the payment that brought it. What can go wrong: nothing of its own; rows are only added.
create table ledger.held_movement (
    tenant_id    uuid not null,
    id           uuid not null,
    held_id      uuid not null,
    credit_id    uuid,
    amount_minor bigint not null check (amount_minor <> 0),
    booked_on    date not null,
    recorded_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, held_id) references ledger.held_money (tenant_id, id)
);
create index held_movement_by_held on ledger.held_movement (tenant_id, held_id);
create index held_movement_by_credit on ledger.held_movement (tenant_id, credit_id) where credit_id is not null;
call platform.protect('ledger', 'held_movement', 'select, insert');

-- A voucher is nobody's account's until it is redeemed.
alter table ledger.journal drop constraint journal_names_whose;
alter table ledger.journal add constraint journal_names_whose
    check (billing_account_id is not null or document_kind in ('recognition', 'voucher'));
