#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The list of users is made here, from the Secret, in memory: the settings that a ConfigMap carries have no password.
set -eu
umask 077
quoted() { printf '"%s"' "$(printf '%s' "$1" | sed 's/"/""/g')"; }
password=$(cat "${DATABASE_PASSWORD_FILE:-/run/secrets/database/password}")
if [ -z "$password" ]; then
    echo "The Secret of the database has no password." >&2
    exit 1
fi
printf '%s %s\n' "$(quoted "$DATABASE_USER")" "$(quoted "$password")" >"${USERS:-/run/pgbouncer/users.txt}"
exec pgbouncer "${CONFIG:-/etc/pgbouncer/pgbouncer.ini}"
