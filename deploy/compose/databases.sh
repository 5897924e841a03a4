#!/bin/sh
# A database and a role for each service; run once by PostgreSQL's image, when its volume is new.
set -eu
for name in crawler diff classifier alert gateway; do
    psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set name="$name" --set password="$POSTGRES_PASSWORD" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
SQL
done
