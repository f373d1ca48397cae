#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts one Sentinel. What it has learned is in its volume; on a new volume it takes the other Sentinels' word, and only where none of them
# knows a master either, on the first start of all, it begins with the first Redis.
set -eu
umask 077
# shellcheck source=/dev/null
. "${SCRIPTS:-/etc/redis}/addresses.sh"

data=${DATA:-/data}
file=$data/sentinel.conf
password=$(cat "${REDIS_SECRET:-/run/secrets/redis/password}")
mine=$(my_address "$POD_NAME")

if ! [ -s "$file" ]; then
    left=${PATIENCE:-15}
    master=
    while [ -z "$master" ] && [ "$left" -gt 0 ]; do
        for other in $SENTINELS; do
            [ "$other" = "$POD_NAME" ] || [ -n "$master" ] || master=$(named_by "$other" | grep -E '^[0-9a-fA-F.:]+$' || true)
        done
        left=$((left - 1))
        [ -n "$master" ] || sleep "$AGAIN"
    done
    if [ -z "$master" ]; then
        first=${NODES%% *}
        master=$(my_address "$first")
        say "No Sentinel knows a master: beginning with $first."
    fi
    # shellcheck disable=SC2153  # addresses.sh
    echo "sentinel monitor $MASTER $master 6379 $QUORUM" >"$file.new"
    mv "$file.new" "$file"
fi

# The values may have changed since, and the password too; what was learned stays.
grep -vE "^(port|dir|protected-mode|loglevel|logfile|daemonize|pidfile|sentinel (announce-ip|announce-port|resolve-hostnames|auth-pass|down-after-milliseconds|failover-timeout|parallel-syncs)) " \
    "$file" >"$file.new" || true
{
    echo "port 26379"
    echo "dir $data"
    echo "protected-mode no"
    echo "sentinel resolve-hostnames no"
    echo "sentinel announce-ip $mine"
    echo "sentinel announce-port 26379"
    echo "sentinel auth-pass $MASTER $password"
    echo "sentinel down-after-milliseconds $MASTER ${DOWN_AFTER:-5000}"
    echo "sentinel failover-timeout $MASTER ${FAILOVER_TIMEOUT:-10000}"
    echo "sentinel parallel-syncs $MASTER 1"
} >>"$file.new"
mv "$file.new" "$file"
exec redis-sentinel "$file"
