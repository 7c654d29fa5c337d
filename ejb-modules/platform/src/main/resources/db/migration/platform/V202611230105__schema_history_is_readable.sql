-- The server checks at start that it knows the schema; it may read the history of migrations and no more.
grant usage on schema flyway to dotmac_runtime;
grant select on flyway.flyway_schema_history to dotmac_runtime;
