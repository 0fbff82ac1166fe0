#!/bin/sh
# Secrets come as files. For each NAME_FILE that is set, NAME becomes the content of that file; then the
# command takes this shell's place, so that it gets the signals of the container itself.
set -eu

for name in DATABASE_URL DATABASE_DIRECT_URL REDIS_URL SMTP_URL; do
  eval "file=\${${name}_FILE:-}"
  [ -n "$file" ] || continue
  if [ ! -r "$file" ]; then
    echo "The file $file, named by ${name}_FILE, cannot be read." >&2
    exit 2
  fi
  value=$(cat "$file")
  export "$name=$value"
  unset "${name}_FILE"
done

exec "$@"
