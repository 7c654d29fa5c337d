-- Called by billing (documents) and payments (money). Owns the journal, what is open, and what settled what.
create schema ledger;

-- Balanced by construction: every row has both sides. Never changed: runtime may only add rows.
create table ledger.journal (
    tenant_id          uuid not null,
    id                 uuid not null,
    debit_account      text not null check (debit_account in ('receivables', 'customerCredit', 'revenue', 'taxPayable', 'bank')),
    credit_account     text not null check (credit_account in ('receivables', 'customerCredit', 'revenue', 'taxPayable', 'bank')),
    amount_minor       bigint not null check (amount_minor > 0),
    currency           char(3) not null,
    booked_on          date not null,
    document_kind      text not null check (document_kind in ('invoice', 'creditNote', 'payment', 'paymentReversal', 'allocation')),
    document_id        uuid not null,
    billing_account_id uuid not null,
    recorded_at        timestamptz not null default now(),
    primary key (tenant_id, id),
    check (debit_account <> credit_account)
);
create index journal_by_billing_account on ledger.journal (tenant_id, billing_account_id, booked_on);
call platform.protect('ledger', 'journal', 'select, insert');

-- A receivable is an invoice to be paid; a credit is money or a credit note not used up yet. The sum of what is open of each side is the
-- balance of its control account (receivables, customerCredit), and with the dates of the allocations also as of any past date.
create table ledger.open_item (
    tenant_id          uuid not null,
    document_id        uuid not null,
    billing_account_id uuid not null,
    side               text not null check (side in ('receivable', 'credit')),
    currency           char(3) not null,
    amount_minor       bigint not null check (amount_minor >= 0),
    open_minor         bigint not null,
    booked_on          date not null,
    due_on             date not null,
    primary key (tenant_id, document_id),
    check (open_minor between 0 and amount_minor)
);
create index open_item_by_billing_account on ledger.open_item (tenant_id, billing_account_id, due_on, document_id)
    where open_minor > 0;
call platform.protect('ledger', 'open_item', 'select, insert');
grant update (open_minor) on ledger.open_item to dotmac_runtime;

-- What of a credit settled what of a receivable; taken back by a row with the opposite sign.
create table ledger.allocation (
    tenant_id          uuid not null,
    id                 uuid not null,
    credit_id          uuid not null,
    receivable_id      uuid not null,
    amount_minor       bigint not null check (amount_minor <> 0),
    booked_on          date not null,
    recorded_at        timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index allocation_by_credit on ledger.allocation (tenant_id, credit_id);
create index allocation_by_receivable on ledger.allocation (tenant_id, receivable_id);
call platform.protect('ledger', 'allocation', 'select, insert');
