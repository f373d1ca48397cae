#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts one member of the database. Passwords come from files and reach Patroni by its environment: neither arguments nor the pod's
# definition carry them. What the chart's values say of the whole cluster is put in force here too, because Patroni reads its bootstrap
# section only once in the life of a cluster.
set -eu
umask 077

secrets=${SECRETS:-/run/secrets/patroni}
config=${CONFIG_FILE:-/etc/patroni/patroni.yaml}

secret() {
    if [ ! -s "$secrets/$1" ]; then
        echo "The Secret of Patroni has no key $1, or it is empty." >&2
        exit 1
    fi
    cat "$secrets/$1"
}

PATRONI_SUPERUSER_PASSWORD=$(secret superuser-password)
PATRONI_REPLICATION_PASSWORD=$(secret replication-password)
PATRONI_RESTAPI_PASSWORD=$(secret rest-password)
export PATRONI_SUPERUSER_PASSWORD PATRONI_REPLICATION_PASSWORD PATRONI_RESTAPI_PASSWORD
PATRONI_SUPERUSER_USERNAME=postgres PATRONI_REPLICATION_USERNAME=replicator PATRONI_RESTAPI_USERNAME=patroni
export PATRONI_SUPERUSER_USERNAME PATRONI_REPLICATION_USERNAME PATRONI_RESTAPI_USERNAME
# A former leader is wound back by a user of its own, which may read files and no more: the superuser never comes over the network.
PATRONI_REWIND_USERNAME=rewind PATRONI_REWIND_PASSWORD=$PATRONI_REPLICATION_PASSWORD
export PATRONI_REWIND_USERNAME PATRONI_REWIND_PASSWORD

patroni --validate-config "$config"

# Of a cluster that exists already; of a new one the bootstrap section does it. Nobody answering is no reason not to start.
if current=$(timeout 20 patronictl -c "$config" show-config 2>/dev/null) && [ -n "$current" ] && [ "$current" != "{}" ]; then
    timeout 20 patronictl -c "$config" edit-config --quiet --force --apply "${DYNAMIC_CONFIG:-/etc/patroni/dynamic.yaml}" \
        || echo "The settings of the cluster stay as they are; the next start tries again." >&2
fi
exec patroni "$config"
