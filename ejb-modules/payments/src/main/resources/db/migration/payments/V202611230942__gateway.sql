-- Called by finance, who says once by which gateway cards are charged. Owns its address, its secrets, sealed, and the unguessable name of the
-- place where it reports. What can go wrong: somebody else reports there, which the signature shows.
create table payments.gateway_settings (
    tenant_id             uuid not null,
    endpoint_id           text not null check (length(endpoint_id) = 64),
    base_url              text not null check (length(base_url) <= 200),
    return_url            text not null check (length(return_url) <= 500),
    sealed_key            text not null,
    sealed_webhook_secret text not null,
    is_on                 boolean not null,
    changed_at            timestamptz not null,
    changed_by            text not null,
    primary key (tenant_id)
);
call platform.protect('payments', 'gateway_settings', 'select, insert, update');

-- Called by staff and partners (request), by the gateway's reports and by the watch that asks it. Owns what a customer is to pay by card and
-- where he does it; never anything of a card. What can go wrong: no answer, so that nobody knows whether the gateway has it: it is asked
-- again under the same key, which has one effect; a report twice, late or never: the payment bears the gateway's id, and what is not
-- reported is asked for.
create table payments.payment_intent (
    tenant_id          uuid not null,
    id                 uuid not null,
    billing_account_id uuid not null,
    invoice_id         uuid,
    amount_minor       bigint not null check (amount_minor > 0),
    currency           char(3) not null,
    description        text not null check (length(description) between 1 and 200),
    idempotency_key    text check (length(idempotency_key) between 1 and 200),
    state              text not null check (state in ('new', 'open', 'paid', 'expired', 'refused')),
    checkout_id        text check (length(checkout_id) between 1 and 200),
    url                text check (length(url) <= 2000),
    problem            text check (length(problem) <= 500),
    attempts           integer not null default 0 check (attempts >= 0),
    next_at            timestamptz not null,
    payment_id         uuid,
    created_at         timestamptz not null,
    created_by         text not null,
    version            integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, checkout_id),
    unique (tenant_id, idempotency_key)
);
create index payment_intent_by_billing_account on payments.payment_intent (tenant_id, billing_account_id, id);
create index payment_intent_by_state on payments.payment_intent (tenant_id, state, id);
create index payment_intent_waiting on payments.payment_intent (tenant_id, next_at) where state in ('new', 'open');
call platform.protect('payments', 'payment_intent', 'select, insert');
grant update (state, checkout_id, url, problem, attempts, next_at, payment_id, version) on payments.payment_intent to dotmac_runtime;
