-- Called by staff and partners (accounts, documents), by billing runs (everything in sets). Owns who pays when, what was charged, and the
-- documents. What can go wrong: a charge made twice, which the key of invoice_line refuses; a gap in the numbers, which can't come about,
-- for the number is a row of the same transaction. Lines and taxes carry no foreign key to their document: they are written by the same
-- statements, nobody may change or delete them, and a check of each row would cost the run a third of its time.
create schema billing;

create table billing.billing_account (
    tenant_id         uuid not null,
    id                uuid not null,
    number            text not null check (length(number) between 1 and 40),
    name              text not null check (length(name) between 1 and 200),
    customer_id       uuid not null,
    currency          char(3) not null,
    cycle_day         integer not null check (cycle_day between 1 and 31),
    next_bill_on      date not null,
    state             text not null check (state in ('active', 'closed')),
    payment_term_days integer not null check (payment_term_days between 0 and 365),
    on_hold           boolean not null default false,
    hold_reason       text check (length(hold_reason) <= 500),
    tax_treatment     text not null check (tax_treatment in ('standard', 'exempt', 'reverseCharge')),
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    version           integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, number)
) with (fillfactor = 50);
create index billing_account_by_customer on billing.billing_account (tenant_id, customer_id);
-- No index holds next_bill_on: each run moves it on for nearly all accounts, and with room on their pages that costs no index entry.
call platform.protect('billing', 'billing_account', 'select, insert, update');

create table billing.tax_rate (
    tenant_id    uuid not null,
    category     text not null check (length(category) between 1 and 40),
    jurisdiction text not null default '' check (length(jurisdiction) <= 100),
    valid_from   date not null,
    percent      numeric(20, 8) not null check (percent between 0 and 100),
    primary key (tenant_id, category, jurisdiction, valid_from)
);
call platform.protect('billing', 'tax_rate', 'select, insert, update');

-- One row per series; whoever needs numbers locks it, last of all, until his commit. So numbers have no gap and no doubles.
create table billing.number_series (
    tenant_id   uuid not null,
    series      text not null check (series in ('invoice', 'creditNote', 'debitNote', 'billingAccount')),
    prefix      text not null check (length(prefix) <= 20),
    last_number bigint not null check (last_number >= 0),
    primary key (tenant_id, series)
);
call platform.protect('billing', 'number_series', 'select, insert, update');

-- The seller as documents name him. A document refers to the row that was true at its issue; rows are never changed.
create table billing.seller_copy (
    tenant_id    uuid not null,
    id           uuid not null,
    legal_name   text not null,
    street       text,
    postcode     text,
    city         text,
    country      text,
    vat_id       text,
    email        text,
    phone        text,
    bank_account text,
    copied_at    timestamptz not null default now(),
    primary key (tenant_id, id)
);
call platform.protect('billing', 'seller_copy', 'select, insert');

-- Invoices and credit notes, immutable: what is open of them is the ledger's. Credit notes carry negative amounts. The state is no part
-- of the document: it follows the ledger, in the transaction that settles, so that lists can ask for what is open.
create table billing.invoice (
    tenant_id          uuid not null,
    id                 uuid not null,
    kind               text not null check (kind in ('invoice', 'debitNote', 'creditNote')),
    state              text not null check (state in ('new', 'partiallyPaid', 'settled')),
    number             text not null,
    sequence           bigint not null,
    billing_account_id uuid not null,
    account_number     text not null,
    corrects_id        uuid,
    reason             text check (length(reason) <= 500),
    run_id             uuid,
    slice              integer,
    cycle_date         date not null,
    issued_on          date not null,
    due_on             date not null,
    currency           char(3) not null,
    net_minor          bigint not null,
    tax_minor          bigint not null,
    gross_minor        bigint not null,
    tax_treatment      text not null,
    seller_copy_id     uuid not null,
    customer_id        uuid not null,
    buyer_number       text not null,
    buyer_name         text not null,
    buyer_street       text,
    buyer_postcode     text,
    buyer_city         text,
    buyer_country      text,
    buyer_email        text,
    buyer_vat_id       text,
    buyer_language     text,
    created_at         timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, number),
    check (gross_minor = net_minor + tax_minor)
);
create index invoice_by_billing_account on billing.invoice (tenant_id, billing_account_id, id);
create index invoice_by_corrected on billing.invoice (tenant_id, corrects_id) where corrects_id is not null;
-- A run appends to these: what it issues is new, of one day, due on one of few, and all its own. A customer's invoices are found by
-- his accounts, which saves the run an index that it would have to write all over.
create index invoice_by_state on billing.invoice (tenant_id, state, due_on, id);
create index invoice_by_day on billing.invoice (tenant_id, issued_on, id);
create index invoice_by_run on billing.invoice (tenant_id, run_id, id) where run_id is not null;
call platform.protect('billing', 'invoice', 'select, insert');
grant update (state) on billing.invoice to dotmac_runtime;

-- replaces: the zero id for a charge; for a credit, the document that held the line before it, so that a line has one history.
create table billing.invoice_line (
    tenant_id          uuid not null,
    invoice_id         uuid not null,
    line_no            integer not null,
    item_id            uuid not null,
    product_id         uuid,
    kind               text not null check (kind in
                           ('recurring', 'recurringCredit', 'oneTime', 'usage', 'fee', 'lateFee', 'damages')),
    description        text not null,
    period_start       date not null,
    period_end         date not null check (period_end > period_start),
    quantity           numeric(28, 8) not null,
    unit_price         numeric(20, 8),
    undiscounted_minor bigint not null,
    discount_minor     bigint not null,
    net_minor          bigint not null,
    tax_minor          bigint not null,
    tax_category       text not null,
    tax_percent        numeric(20, 8) not null,
    tax_included       boolean not null,
    change_sequence    integer not null,
    replaces           uuid not null,
    used               numeric(28, 8),
    allowance          numeric(28, 8),
    unit_of_measure    text,
    primary key (tenant_id, invoice_id, line_no),
    constraint charge_is_made_once unique (tenant_id, item_id, kind, period_start, change_sequence, replaces)
);
-- What is unserved at a month's end is found by it among the lines of years: they lie about as their periods end. It is a summary of
-- pages, and costs a run next to nothing.
create index invoice_line_by_end on billing.invoice_line using brin (period_end);
call platform.protect('billing', 'invoice_line', 'select, insert');

create table billing.invoice_tax (
    tenant_id    uuid not null,
    invoice_id   uuid not null,
    tax_no       integer not null,
    category     text not null,
    jurisdiction text not null,
    percent      numeric(20, 8) not null,
    line_percent numeric(20, 8) not null,
    net_minor    bigint not null,
    tax_minor    bigint not null,
    primary key (tenant_id, invoice_id, tax_no)
);
call platform.protect('billing', 'invoice_tax', 'select, insert');

create table billing.charge_position (
    tenant_id       uuid not null,
    item_id         uuid not null,
    charged_through date not null,
    change_sequence integer not null,
    primary key (tenant_id, item_id)
) with (fillfactor = 50);
call platform.protect('billing', 'charge_position', 'select, insert, update');

-- Rendered once, given out as it is.
create table billing.document_file (
    tenant_id   uuid not null,
    invoice_id  uuid not null,
    sha256      text not null check (length(sha256) = 64),
    content     bytea not null,
    rendered_at timestamptz not null default now(),
    primary key (tenant_id, invoice_id)
);
call platform.protect('billing', 'document_file', 'select, insert');

create table billing.billing_run (
    tenant_id    uuid not null,
    id           uuid not null,
    mode         text not null check (mode in ('preview', 'issue')),
    bill_date    date not null,
    state        text not null check (state in ('running', 'finished', 'failed')),
    accounts     integer not null,
    selected     uuid[],
    started_by   text not null,
    started_at   timestamptz not null,
    heartbeat_at timestamptz not null,
    finished_at  timestamptz,
    remark       text check (length(remark) <= 2000),
    primary key (tenant_id, id)
);
create index billing_run_running on billing.billing_run (tenant_id, heartbeat_at) where state = 'running';
call platform.protect('billing', 'billing_run', 'select, insert, update');

-- A key range of accounts. Whoever works on it has its row locked; it becomes done in the transaction that holds its documents.
create table billing.billing_run_slice (
    tenant_id      uuid not null,
    run_id         uuid not null,
    slice          integer not null,
    first_account  uuid not null,
    last_account   uuid not null,
    accounts       integer not null,
    state          text not null check (state in ('open', 'done', 'failed')),
    attempts       integer not null default 0,
    remark         text check (length(remark) <= 2000),
    billed         integer not null default 0,
    nothing        integer not null default 0,
    blocked        integer not null default 0,
    changed        integer not null default 0,
    first_invoice  uuid,
    last_invoice   uuid,
    done_at        timestamptz,
    primary key (tenant_id, run_id, slice)
);
call platform.protect('billing', 'billing_run_slice', 'select, insert, update');

create table billing.billing_run_total (
    tenant_id   uuid not null,
    run_id      uuid not null,
    slice       integer not null,
    currency    char(3) not null,
    documents   integer not null,
    net_minor   bigint not null,
    tax_minor   bigint not null,
    gross_minor bigint not null,
    primary key (tenant_id, run_id, slice, currency)
);
call platform.protect('billing', 'billing_run_total', 'select, insert');

-- What became of an account in a run, per cycle: every one of a preview; of a real run those without a document, whose document tells.
create table billing.billing_run_account (
    tenant_id          uuid not null,
    run_id             uuid not null,
    billing_account_id uuid not null,
    cycle_date         date not null,
    account_number     text not null,
    outcome            text not null check (outcome in ('billed', 'nothingToBill', 'blocked', 'changedMeanwhile')),
    currency           char(3) not null,
    net_minor          bigint not null default 0,
    tax_minor          bigint not null default 0,
    gross_minor        bigint not null default 0,
    primary key (tenant_id, run_id, billing_account_id, cycle_date)
);
call platform.protect('billing', 'billing_run_account', 'select, insert');

create table billing.billing_run_exception (
    tenant_id          uuid not null,
    run_id             uuid not null,
    billing_account_id uuid not null,
    cycle_date         date not null,
    account_number     text not null,
    account_name       text not null,
    customer_id        uuid,
    reason             text not null,
    detail             text not null,
    state              text not null default 'open' check (state in ('open', 'resolved')),
    raised_at          timestamptz not null default now(),
    resolved_at        timestamptz,
    primary key (tenant_id, run_id, billing_account_id)
);
create index billing_run_exception_open on billing.billing_run_exception (tenant_id, billing_account_id) where state = 'open';
call platform.protect('billing', 'billing_run_exception', 'select, insert, update');
