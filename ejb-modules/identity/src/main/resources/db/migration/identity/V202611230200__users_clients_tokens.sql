-- Who calls it: signing in, the token endpoint, every writing REST request (idempotent_response).
create schema identity;

create table identity.app_user (
    tenant_id     uuid not null,
    id            uuid not null,
    username      text not null check (username ~ '^[a-z0-9][a-z0-9._@+-]{1,99}$'),
    full_name     text not null check (length(full_name) between 1 and 200),
    email         text check (length(email) <= 254),
    -- Argon2id in PHC form, parameters and salt included, so that stronger parameters need no migration.
    password_hash text not null,
    status        text not null default 'active' check (status in ('active', 'disabled')),
    failures      int not null default 0 check (failures >= 0),
    locked_until  timestamptz,
    created_at    timestamptz not null default now(),
    version       bigint not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, username)
);
call platform.protect('identity', 'app_user', 'select, insert, update');

create table identity.role (
    tenant_id   uuid not null,
    name        text not null check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
    permissions text[] not null,
    primary key (tenant_id, name)
);
call platform.protect('identity', 'role', 'select, insert, update');

create table identity.user_role (
    -- Hibernate writes these rows as a collection of the user and knows no tenant there; the default fills it in.
    tenant_id   uuid not null default current_setting('app.tenant_id')::uuid,
    user_id     uuid not null,
    role_name   text not null,
    primary key (tenant_id, user_id, role_name),
    foreign key (tenant_id, user_id) references identity.app_user (tenant_id, id),
    foreign key (tenant_id, role_name) references identity.role (tenant_id, name)
);
call platform.protect('identity', 'user_role', 'select, insert, delete');

create table identity.api_client (
    tenant_id   uuid not null,
    id          uuid not null,
    -- <tenant's slug>.<name>: the slug leads a caller without context to his tenant, and makes the id unique everywhere.
    client_id   text not null check (client_id ~ '^[a-z0-9-]+\.[a-z0-9][a-z0-9-]{1,59}$'),
    name        text not null check (length(name) between 1 and 200),
    secret_hash text not null check (length(secret_hash) = 64),
    permissions text[] not null,
    status      text not null default 'active' check (status in ('active', 'disabled')),
    created_at  timestamptz not null default now(),
    version     bigint not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, client_id)
);
call platform.protect('identity', 'api_client', 'select, insert, update');

create table identity.refresh_token (
    tenant_id   uuid not null,
    id          uuid not null,
    -- All tokens that one sign-in led to; using one of them twice revokes them all.
    family      uuid not null,
    user_id     uuid not null,
    token_hash  text not null check (length(token_hash) = 64),
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references identity.app_user (tenant_id, id)
);
create index refresh_token_by_family on identity.refresh_token (tenant_id, family);
create index refresh_token_by_user on identity.refresh_token (tenant_id, user_id, expires_at);
call platform.protect('identity', 'refresh_token', 'select, insert, update, delete');

-- Not a tenant table: the keys sign for the installation, and anybody may ask for their public halves.
create table identity.signing_key (
    id          text primary key,
    public_key  text not null,
    private_key text not null,
    created_at  timestamptz not null,
    -- Published from its creation, used from here: verifiers have read it before they meet it.
    use_from    timestamptz not null,
    use_until   timestamptz not null check (use_until > use_from)
);
grant select, insert, delete on identity.signing_key to dotmac_runtime;

create table identity.idempotent_response (
    tenant_id    uuid not null,
    client       text not null,
    key          text not null check (length(key) <= 255),
    request_hash text not null,
    created_at   timestamptz not null,
    -- Null only inside the transaction that carries the effect out.
    status       int,
    location     text,
    etag         text,
    body         bytea,
    primary key (tenant_id, client, key)
);
create index idempotent_response_by_age on identity.idempotent_response (tenant_id, created_at);
call platform.protect('identity', 'idempotent_response', 'select, insert, update, delete');

-- Views of lists that people keep for themselves.
create table identity.saved_filter (
    tenant_id uuid not null,
    id        uuid not null,
    owner     text not null,
    list      text not null check (length(list) <= 40),
    name      text not null check (length(name) between 1 and 60),
    query     text not null check (length(query) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, owner, list, name)
);
call platform.protect('identity', 'saved_filter', 'select, insert, update, delete');

-- The roles every tenant starts with. May be called again; changes nothing then. Binds the tenant to the transaction.
create procedure identity.seed_roles(tenant uuid) language plpgsql as $$
begin
    perform set_config('app.tenant_id', tenant::text, true);
    insert into identity.role (tenant_id, name, permissions) values
        (tenant, 'administrator', array[
            'customer.read', 'customer.write', 'catalog.read', 'catalog.write', 'order.read', 'order.write',
            'order.approveFree', 'product.read', 'product.lock', 'lockPolicy.write', 'priceChange.read', 'priceChange.write',
            'billingAccount.read', 'billingAccount.write', 'invoice.read', 'invoice.issue',
            'invoice.credit', 'invoice.debit', 'invoice.writeOff', 'invoice.send', 'billingRun.read', 'billingRun.start',
            'payment.read', 'payment.write',
            'payment.reverse', 'device.read', 'device.write', 'alarm.read', 'alarm.write', 'user.read', 'user.write',
            'apiClient.read', 'apiClient.write', 'clock.write', 'audit.read', 'usage.read', 'usage.write',
            'taxRate.read', 'taxRate.write', 'ledger.read', 'bank.read', 'bank.write',
            'mandate.read', 'mandate.write', 'mandate.reveal', 'directDebit.read', 'directDebit.write',
            'directDebit.approve', 'sepaSettings.write',
            'payout.read', 'payout.write', 'payout.approve', 'payout.send', 'payout.settle', 'credit.move',
            'paymentIntent.write', 'gatewaySettings.write',
            'ledger.write', 'ledger.close', 'ledger.reopen', 'ledger.export',
            'documentSettings.write', 'billingRun.approve',
            'collection.read', 'collection.write', 'dunningPolicy.write',
            'deposit.read', 'deposit.write', 'deposit.release', 'voucher.read', 'voucher.write', 'voucher.redeem',
            'import.read', 'import.write']),
        (tenant, 'finance', array[
            'customer.read', 'catalog.read', 'order.read', 'product.read', 'product.lock', 'lockPolicy.write',
            'priceChange.read', 'priceChange.write', 'order.approveFree', 'billingAccount.read', 'billingAccount.write',
            'invoice.read', 'invoice.issue', 'invoice.credit', 'invoice.debit', 'invoice.writeOff', 'invoice.send',
            'billingRun.read', 'billingRun.start',
            'payment.read', 'payment.write', 'payment.reverse', 'usage.read', 'audit.read', 'taxRate.read',
            'taxRate.write', 'ledger.read', 'bank.read', 'bank.write',
            'mandate.read', 'mandate.write', 'mandate.reveal', 'directDebit.read', 'directDebit.write',
            'directDebit.approve', 'sepaSettings.write',
            'payout.read', 'payout.write', 'payout.approve', 'payout.send', 'payout.settle', 'credit.move',
            'paymentIntent.write', 'gatewaySettings.write',
            'ledger.write', 'ledger.close', 'ledger.reopen', 'ledger.export',
            'documentSettings.write', 'billingRun.approve',
            'collection.read', 'collection.write', 'dunningPolicy.write',
            'deposit.read', 'deposit.write', 'deposit.release', 'voucher.read', 'voucher.write', 'voucher.redeem',
            'import.read', 'import.write']),
        (tenant, 'support', array[
            'customer.read', 'customer.write', 'catalog.read', 'order.read', 'order.write', 'product.read',
            'product.lock', 'billingAccount.read', 'invoice.read', 'invoice.send', 'payment.read', 'device.read', 'alarm.read',
            'usage.read', 'collection.read', 'collection.write', 'mandate.read', 'mandate.write', 'directDebit.read',
            'deposit.read', 'deposit.write', 'voucher.read', 'voucher.redeem', 'payout.read', 'payout.write',
            'paymentIntent.write']),
        (tenant, 'noc', array[
            'customer.read', 'product.read', 'device.read', 'device.write', 'alarm.read', 'alarm.write',
            'usage.read']),
        (tenant, 'sales', array[
            'customer.read', 'customer.write', 'catalog.read', 'catalog.write', 'order.read', 'order.write',
            'product.read', 'priceChange.read', 'billingAccount.read', 'billingAccount.write', 'invoice.read']),
        (tenant, 'readonly', array[
            'customer.read', 'catalog.read', 'order.read', 'product.read', 'billingAccount.read', 'invoice.read',
            'billingRun.read', 'payment.read', 'device.read', 'alarm.read', 'usage.read', 'mandate.read',
            'directDebit.read', 'payout.read'])
    on conflict do nothing;
end $$;
revoke execute on procedure identity.seed_roles(uuid) from public;
grant execute on procedure identity.seed_roles(uuid) to dotmac_runtime;
