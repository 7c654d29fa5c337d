-- Called by staff, who have vouchers made, sell and stop them, and by the daily round, which books out what expired. Owns the batches: a
-- value, an expiry day, how many, and to whom they were sold. What can go wrong: sold twice, by two at once; the second waits for the row
-- and finds the batch activated.
create table prepaid.voucher_batch (
    tenant_id          uuid not null,
    id                 uuid not null,
    name               text not null check (length(name) between 1 and 100),
    value_minor        bigint not null check (value_minor > 0),
    currency           char(3) not null,
    quantity           integer not null check (quantity between 1 and 100000),
    -- The last day on which they can be redeemed.
    expires_on         date not null,
    state              text not null check (state in ('made', 'activated', 'stopped')),
    made_on            date not null,
    made_by            text not null,
    codes_at           timestamptz,
    billing_account_id uuid,
    activated_on       date,
    stop_reason        text check (length(stop_reason) between 1 and 500),
    lapsed_on          date,
    version            integer not null,
    primary key (tenant_id, id),
    check (state <> 'activated' or (codes_at is not null and billing_account_id is not null and activated_on is not null)),
    check ((state = 'stopped') = (stop_reason is not null))
);
create index voucher_batch_by_made_on on prepaid.voucher_batch (tenant_id, made_on, id);
create index voucher_batch_by_expiry on prepaid.voucher_batch (tenant_id, expires_on)
    where lapsed_on is null and activated_on is not null;
call platform.protect('prepaid', 'voucher_batch', 'select, insert, update');

-- Called when codes are made and when one is redeemed. Owns a keyed hash of each code, so that whoever reads the table can redeem
-- nothing; staff see the serial number. What can go wrong: none of its own; rows are only added.
create table prepaid.voucher (
    tenant_id uuid not null,
    batch_id  uuid not null,
    serial    integer not null check (serial > 0),
    code_hash bytea not null check (length(code_hash) = 32),
    primary key (tenant_id, batch_id, serial),
    foreign key (tenant_id, batch_id) references prepaid.voucher_batch (tenant_id, id)
);
create unique index voucher_by_code on prepaid.voucher (tenant_id, code_hash);
call platform.protect('prepaid', 'voucher', 'select, insert');

-- Called when a voucher is redeemed. Owns who redeemed it when. What can go wrong: redeemed twice, by two at once; the index lets one in.
create table prepaid.voucher_redemption (
    tenant_id          uuid not null,
    id                 uuid not null,
    batch_id           uuid not null,
    serial             integer not null,
    billing_account_id uuid not null,
    redeemed_on        date not null,
    redeemed_at        timestamptz not null,
    actor              text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, batch_id, serial) references prepaid.voucher (tenant_id, batch_id, serial)
);
create unique index voucher_redemption_is_one on prepaid.voucher_redemption (tenant_id, batch_id, serial);
call platform.protect('prepaid', 'voucher_redemption', 'select, insert');

-- Called with each wrong code. Owns how often an account or a person was wrong lately. What can go wrong: many at once; each adds one under
-- the row's lock.
create table prepaid.voucher_attempt (
    tenant_id    uuid not null,
    subject      text not null check (length(subject) <= 300),
    failures     integer not null,
    failed_at    timestamptz not null,
    locked_until timestamptz,
    primary key (tenant_id, subject)
);
call platform.protect('prepaid', 'voucher_attempt', 'select, insert, update, delete');

-- Called when codes are made or looked for. Owns the key of the hashes, sealed. What can go wrong: two make it at once; the first stays.
create table prepaid.voucher_key (
    tenant_id  uuid not null,
    sealed_key text not null,
    primary key (tenant_id)
);
call platform.protect('prepaid', 'voucher_key', 'select, insert');
