-- Called by finance, who gives up what a customer won't pay, and notes it when he pays after all. Owns what was given up of which document,
-- by tax rate, and whether its tax was claimed back from the state. What can go wrong: more given up than is open, or more recovered than
-- was given up; so both are written under the account's lock, and never changed.
create table billing.write_off (
    tenant_id          uuid not null,
    id                 uuid not null,
    reference          text not null,
    invoice_id         uuid not null,
    recovers_id        uuid,
    billing_account_id uuid not null,
    booked_on          date not null,
    currency           char(3) not null,
    amount_minor       bigint not null check (amount_minor > 0),
    tax_relief         boolean not null,
    reason             text not null check (length(reason) between 1 and 500),
    made_by            text not null,
    made_at            timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, reference)
);
create index write_off_by_invoice on billing.write_off (tenant_id, invoice_id, id);
create index write_off_by_day on billing.write_off (tenant_id, booked_on, id);
call platform.protect('billing', 'write_off', 'select, insert');

-- In proportion to what was left of the document; negative for what was given up, positive for what came back.
create table billing.write_off_tax (
    tenant_id    uuid not null,
    write_off_id uuid not null,
    tax_no       integer not null,
    category     text not null,
    jurisdiction text not null,
    percent      numeric(20, 8) not null,
    line_percent numeric(20, 8) not null,
    net_minor    bigint not null,
    tax_minor    bigint not null,
    primary key (tenant_id, write_off_id, tax_no)
);
call platform.protect('billing', 'write_off_tax', 'select, insert');
