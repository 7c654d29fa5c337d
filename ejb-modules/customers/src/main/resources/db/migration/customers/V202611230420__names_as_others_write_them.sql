-- Called by payments, which knows payers by the names that banks print: in capitals, without accents, the last name first. Owns one
-- key for all spellings of a name. What can go wrong: two customers of one name share it, so it suggests and never decides.
create function customers.name_key(name text) returns text language sql immutable strict parallel safe as $$
    select coalesce(string_agg(word, ' ' order by word collate "C"), '') from (
        select distinct word from regexp_split_to_table(
            replace(replace(replace(replace(
                translate(lower(name), 'äöüáàâãåéèêëíìîïóòôõøúùûýÿñçčćšśžźżłńęąřěůďťň', 'aouaaaaaeeeeiiiiooooouuuyyncccsszzzlneareudtn'),
                'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
            '[^[:alnum:]]+') word
        where word not in ('', 'gmbh', 'mbh', 'ag', 'kg', 'kgaa', 'ohg', 'ug', 'gbr', 'ev', 'ltd', 'limited', 'llc', 'inc', 'plc', 'sa',
            'sarl', 'sas', 'bv', 'nv', 'srl', 'spa', 'co', 'herr', 'frau', 'dr', 'prof', 'mr', 'mrs', 'ms', 'und', 'u', 'and', 'et')
    ) words
$$;
alter table customers.customer add column name_key text generated always as (customers.name_key(name)) stored;
create index customer_by_name_key on customers.customer (tenant_id, name_key) where name_key <> '';
