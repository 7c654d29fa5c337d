create schema imports;

-- Called by who moves an ISP over (upload, check, apply, discard). Owns which files were brought, what was found in them and the proof of
-- what became of them. What can go wrong: the same file twice, which the index of hashes refuses; two who apply it at once, of whom the
-- second waits for the row and finds it applied; a death between the two, which leaves it as it was, for all of it is one transaction.
create table imports.data_import (
    tenant_id   uuid not null,
    id          uuid not null,
    kind        text not null check (kind in ('customers', 'mandates', 'openingBalances')),
    name        text not null check (length(name) between 1 and 200),
    encoding    text not null check (encoding in ('UTF-8', 'windows-1252')),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state       text not null check (state in ('faulty', 'ready', 'applied', 'discarded')),
    row_count   integer not null check (row_count >= 0),
    bad_rows    integer not null check (bad_rows between 0 and row_count),
    faults      integer not null check (faults >= bad_rows),
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    checked_at  timestamptz not null,
    applied_by  text,
    applied_at  timestamptz,
    primary key (tenant_id, id),
    check ((state = 'applied') = (applied_at is not null)),
    check (state <> 'ready' or faults = 0)
);
create unique index data_import_once on imports.data_import (tenant_id, kind, sha256) where state <> 'discarded';
call platform.protect('imports', 'data_import', 'select, insert, update');

-- Called as the import is. Owns the bytes of a file that may still be applied; they go when it is applied or discarded, for they tell of
-- people. What can go wrong: none of its own; it comes and goes with its import's state.
create table imports.import_content (
    tenant_id uuid not null,
    import_id uuid not null,
    content   bytea not null,
    primary key (tenant_id, import_id),
    foreign key (tenant_id, import_id) references imports.data_import (tenant_id, id)
);
call platform.protect('imports', 'import_content', 'select, insert, delete');

-- Called by each check of a file (written anew) and by who mends it (read). Owns what is wrong, place by place. What can go wrong: a file
-- of nothing but faults, whose rows are then as many as its cells; files are bounded, and so are they.
create table imports.import_fault (
    tenant_id uuid not null,
    import_id uuid not null,
    position  integer not null,
    line      integer not null,
    -- Null for what is wrong with the row as a whole.
    column_name text,
    found     text not null check (length(found) <= 100),
    reason    text not null check (reason in ('missing', 'malformed', 'unknown', 'taken', 'twice', 'refused')),
    expected  text not null check (length(expected) <= 500),
    primary key (tenant_id, import_id, position),
    foreign key (tenant_id, import_id) references imports.data_import (tenant_id, id)
);
call platform.protect('imports', 'import_fault', 'select, insert, delete');

-- Called by the application of a file (written once) and by who has to believe it (read). Owns what it came to: counts and sums of the
-- file, by customer where it brings money, and what stood in the books before and after. What can go wrong: none of its own; it is
-- written in the transaction that it tells of.
create table imports.import_proof (
    tenant_id    uuid not null,
    import_id    uuid not null,
    position     integer not null,
    what         text not null check (what in ('rows', 'kind', 'accounts', 'file', 'before', 'after', 'customer')),
    -- Which kind, ledger account or customer; null for all.
    subject      text check (length(subject) <= 100),
    currency     char(3),
    row_count    integer not null check (row_count >= 0),
    amount_minor bigint not null,
    primary key (tenant_id, import_id, position),
    foreign key (tenant_id, import_id) references imports.data_import (tenant_id, id)
);
call platform.protect('imports', 'import_proof', 'select, insert');
