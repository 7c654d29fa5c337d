#!/bin/sh
# Run by the database's image when its volume is empty: the roles of docs/operating.md and the database.
set -eu
for role in owner runtime relay ingest; do
    case $role in
        owner) password=$DOTMAC_DB_OWNER_PASSWORD ;;
        runtime) password=$DOTMAC_DB_PASSWORD ;;
        relay) password=$DOTMAC_DB_RELAY_PASSWORD ;;
        ingest) password=$DOTMAC_DB_INGEST_PASSWORD ;;
    esac
    psql -v ON_ERROR_STOP=1 -U postgres -v role="dotmac_$role" -v password="$password" <<'SQL'
create role :"role" login nosuperuser nobypassrls password :'password';
SQL
done
psql -v ON_ERROR_STOP=1 -U postgres -c "create database dotmac owner dotmac_owner"
