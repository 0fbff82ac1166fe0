#!/bin/sh
# Runs once, when the Postgres container makes its data folder. The owner of the tables may make roles and is
# bound by row-level security like everybody else: no superuser, no BYPASSRLS.
set -eu

psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username postgres --dbname postgres <<'SQL'
\set password `cat /run/secrets/database_owner_password`
CREATE ROLE trellis_owner LOGIN CREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE trellis OWNER trellis_owner;
SQL
