#!/bin/sh
# Writes the secrets of a new installation into docker/secrets and never touches one that is there already.
# Keep a copy of master.key away from the backups of the database: without it no sealed word opens again.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets

make() { # name, value
  [ -e "secrets/$1" ] && return
  printf '%s' "$2" >"secrets/$1"
  echo "made secrets/$1"
}

make master.key "$(openssl rand -base64 32)"
make postgres-superuser-password "$(openssl rand -hex 24)"
make database-owner-password "$(openssl rand -hex 24)"
make valkey-password "$(openssl rand -hex 24)"
# Hexadecimal passwords need no quoting in an address.
make database-url "postgres://trellis_owner:$(cat secrets/database-owner-password)@postgres:5432/trellis"
make redis-url "redis://:$(cat secrets/valkey-password)@valkey:6379"
# Replace by the address of your mail server: smtps://user:password@mail.example.org
make smtp-url ""
# The containers read the files as users of their own; the folder keeps everybody else on this machine out.
chmod 0700 secrets
chmod 0444 secrets/*
