#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts one Redis of several. Who is master is the Sentinels' to say, never the pod's: it asks them first, and follows whom a majority of
# them names. Named itself, it takes over only with the data it had; empty, it waits until another one, which has them, is named. Otherwise
# a pod whose volume was lost would come up as an empty master and the others would copy that.
set -eu
umask 077
# shellcheck source=/dev/null
. "${SCRIPTS:-/etc/redis}/addresses.sh"

data=${DATA:-/data}
run=${RUN:-/run/redis}
REDISCLI_AUTH=$(cat "${REDIS_SECRET:-/run/secrets/redis/password}")
export REDISCLI_AUTH
mine=$(my_address "$POD_NAME")

printf 'requirepass "%s"\nmasterauth "%s"\n' "$REDISCLI_AUTH" "$REDISCLI_AUTH" >"$run/auth.conf"
printf 'replica-announce-ip %s\nreplica-announce-port 6379\n' "$mine" >"$run/role.conf"

has_data() { find "$data/appendonlydir" -name '*.aof' -size +0c 2>/dev/null | grep -q . || find "$data/appendonlydir" -name '*.base.rdb' -size +200c 2>/dev/null | grep -q .; }

# Prints "empty", "full" or nothing for each other Redis that answers.
others() {
    for node in $NODES; do
        [ "$node" = "$POD_NAME" ] && continue
        case $(timeout 2 redis-cli -h "$node" --raw DBSIZE 2>/dev/null) in
            0) echo empty ;;
            [1-9]*) echo full ;;
        esac
    done
}

waited=
until master=$(agreed_master) && [ -n "$master" ] && {
    if [ "$master" != "$mine" ]; then
        echo "replicaof $master 6379" >>"$run/role.conf"
        say "A majority of the Sentinels names $master: following it."
    elif has_data; then
        say "A majority of the Sentinels names this one, and its data are here: going on as master."
    else
        seen=$(others)
        case $seen in
            *full*) false ;;
            *empty*) say "Named master, and no other has data either: a new beginning." ;;
            *) false ;;
        esac
    fi
}; do
    if [ "$waited" != "${master:-nobody}" ]; then
        waited=${master:-nobody}
        if [ "$waited" = nobody ]; then
            say "No majority of the Sentinels names a master yet."
        else
            say "Named master, but empty: waiting for the Sentinels to name one that has the data, or for another new one."
        fi
    fi
    sleep "$AGAIN"
done
exec redis-server "${CONFIG:-/etc/redis/redis.conf}"
