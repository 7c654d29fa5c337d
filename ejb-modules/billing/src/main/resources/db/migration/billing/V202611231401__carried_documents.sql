-- Called by imports (carry), and by payments, dunning and exports, which know documents by their numbers. Owns the open documents that
-- another system issued, as far as somebody may quote or pay them; what is open of them is the ledger's. What can go wrong: a number that
-- a series of ours comes to later; then both are told of, and who matches by number is not sure.
create table billing.carried_document (
    tenant_id          uuid not null,
    id                 uuid not null,
    number             text not null check (length(number) between 1 and 40),
    billing_account_id uuid not null,
    is_credit          boolean not null,
    issued_on          date not null,
    due_on             date not null,
    -- What was open of it when it came.
    open_minor         bigint not null check (open_minor > 0),
    currency           char(3) not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, billing_account_id) references billing.billing_account (tenant_id, id)
);
call platform.protect('billing', 'carried_document', 'select, insert');
