-- Called by sales, support and billing. Owns who the customers are and how to reach them; what they bought and owe lives elsewhere.
create extension if not exists pg_trgm;
create schema customers;

create table customers.customer_number (
    tenant_id   uuid primary key,
    last_number bigint not null
);
call platform.protect('customers', 'customer_number', 'select, insert, update');

create table customers.customer (
    tenant_id   uuid not null,
    id          uuid not null,
    number      text not null check (length(number) between 1 and 40),
    name        text not null check (length(name) between 1 and 200),
    kind        text not null check (kind in ('household', 'business', 'publicBody')),
    status      text not null check (status in ('active', 'inactive', 'closed')),
    email       text check (length(email) <= 254),
    phone       text check (length(phone) <= 40),
    street      text check (length(street) <= 200),
    postcode    text check (length(postcode) <= 20),
    city        text check (length(city) <= 100),
    country     char(2),
    vat_id      text check (length(vat_id) <= 20),
    language    text not null check (length(language) <= 35),
    party_id    text check (length(party_id) <= 100),
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
create index customer_by_name on customers.customer (tenant_id, name, id);
create index customer_by_email on customers.customer (tenant_id, email, id) where email is not null;
create index customer_by_phone on customers.customer (tenant_id, phone, id) where phone is not null;
create index customer_by_party on customers.customer (tenant_id, party_id, id) where party_id is not null;
create index customer_by_update on customers.customer (tenant_id, updated_at, id);
call platform.protect('customers', 'customer', 'select, insert, update, delete');

-- Search texts. LIKE under row-level security reads every row of the tenant, for PostgreSQL trusts only leakproof operators there; so
-- the texts stand in a table without it, which nobody but the owner may read, and the one function below asks it for one tenant.
create table customers.customer_search (
    tenant_id   uuid not null,
    customer_id uuid not null,
    words       text not null,
    primary key (tenant_id, customer_id)
);
-- The pending list is kept short: what is in it is read from end to end by every search.
create index customer_search_by_words on customers.customer_search using gin (words gin_trgm_ops)
    with (gin_pending_list_limit = 256);

create function customers.keep_search() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
begin
    if tg_op = 'DELETE' then
        delete from customers.customer_search s where s.tenant_id = old.tenant_id and s.customer_id = old.id;
        return old;
    end if;
    insert into customers.customer_search (tenant_id, customer_id, words)
    values (new.tenant_id, new.id, lower(concat_ws(' ', new.number, new.name, new.email, new.phone,
        regexp_replace(coalesce(new.phone, ''), '[^0-9]', '', 'g'), new.street, new.postcode, new.city)))
    on conflict (tenant_id, customer_id) do update set words = excluded.words;
    return new;
end $$;
create trigger keep_search after insert or update or delete on customers.customer
    for each row execute function customers.keep_search();

-- Customers of the bound tenant whose texts contain every pattern; ids only, the rows themselves pass row-level security. The caller
-- gives the longest pattern first, six at most: from three characters on the trigrams find it, while a shorter one would make PostgreSQL
-- read the whole trigram index, so there the tenant's rows are gone through until enough are found. "LIKE ALL" alone uses no index,
-- hence one condition for each pattern.
create function customers.find_customers(patterns text[], at_most integer) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
    tenant uuid := current_setting('app.tenant_id')::uuid;
    most integer := least(at_most, 1000);
begin
    if length(patterns[1]) >= 5 then
        return query select s.customer_id from customers.customer_search s
            where s.words like patterns[1]
            and s.words like coalesce(patterns[2], patterns[1]) and s.words like coalesce(patterns[3], patterns[1])
            and s.words like coalesce(patterns[4], patterns[1]) and s.words like coalesce(patterns[5], patterns[1])
            and s.words like coalesce(patterns[6], patterns[1]) and s.tenant_id = tenant limit most;
    else
        return query select s.customer_id from customers.customer_search s
            where s.tenant_id = tenant and s.words || '' like all (patterns) order by s.customer_id limit most;
    end if;
end $$;
revoke all on function customers.find_customers(text[], integer) from public;
grant execute on function customers.find_customers(text[], integer) to dotmac_runtime;
