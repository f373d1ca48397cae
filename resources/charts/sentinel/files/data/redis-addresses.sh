# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
# Read by redis-node.sh and redis-sentinel.sh. Addresses, not names: a name that cannot be resolved any more stops a failover, while the
# address of a pod's own Service stays the same however often the pod is made anew.
NODES=${NODES:?} # names of the Services, one for each Redis
SENTINELS=${SENTINELS:?}
MASTER=${MASTER:-mymaster}
QUORUM=${QUORUM:-2}
AGAIN=${AGAIN:-1} # seconds between two looks

say() { echo "$*" >&2; }

address() { getent hosts "$1" 2>/dev/null | { read -r found _ || true; echo "${found:-}"; }; }

my_address() {
    until mine=$(address "$1") && [ -n "$mine" ]; do
        say "The name $1 does not resolve yet."
        sleep "$AGAIN"
    done
    echo "$mine"
}

# Whom a Sentinel takes for the master; nothing when it does not answer.
named_by() { timeout 2 redis-cli -h "$1" -p 26379 --raw SENTINEL get-master-addr-by-name "$MASTER" 2>/dev/null | head -n 1; }

# The master that a majority of all Sentinels agree on; nothing when there is none.
agreed_master() {
    for sentinel in $SENTINELS; do named_by "$sentinel"; done | grep -E '^[0-9a-fA-F.:]+$' | sort | uniq -c | sort -rn |
        { read -r votes who || true; if [ "${votes:-0}" -ge "$QUORUM" ]; then echo "$who"; fi; }
}
