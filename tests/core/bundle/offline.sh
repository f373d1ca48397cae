#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Generates whole bundles in an empty network namespace and watches that no socket is even asked for: offline means offline.
set -euo pipefail
generator=$1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

skip() {
    echo "SKIP: $1"
    exit 77
}
command -v strace >/dev/null || skip "strace is not here"
strace -o /dev/null true 2>/dev/null || skip "this machine lets nobody trace a program"
export ASAN_OPTIONS=detect_leaks=0 # the leak checker cannot work in a traced program
# Root needs no user namespace for it, and has none inside a changed root; everybody else needs one.
alone=(unshare --net)
[ "$(id -u)" = 0 ] || alone+=(--map-root-user)
"${alone[@]}" true 2>/dev/null || skip "this machine lets nobody make a network namespace"

"${alone[@]}" strace -f -qq -o "$log" -e trace=%network -e signal=none "$generator"
if [ -s "$log" ]; then
    echo "Generating asked for the network:"
    head -20 "$log"
    exit 1
fi
