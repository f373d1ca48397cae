#!/usr/bin/env bash
# The real sentinelctl as scripts meet it: exit codes, streams, language, no network.
set -euo pipefail
sentinelctl=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failed=0
expect() { # expect WHAT CONDITION…
    local what=$1
    shift
    if "$@"; then echo "ok    $what"; else echo "FAILED $what"; failed=1; fi
}
code_of() { local code=0; "$@" >out 2>err || code=$?; echo "$code"; }

expect "a new plan is done" [ "$(code_of "$sentinelctl" plan new --profile prod --set load.eventsPerSecond=1200 --set load.logRetention=90d --out plan.yaml)" = 0 ]
expect "a new plan is for its owner only" [ "$(stat -c %a plan.yaml)" = 600 ]
expect "wrong usage is 2" [ "$(code_of "$sentinelctl" size)" = 2 ]
expect "wrong usage leaves standard output empty" [ ! -s out ]
expect "size is done" [ "$(code_of "$sentinelctl" size plan.yaml -o json)" = 0 ]
expect "the report is JSON" python3 -c 'import json; assert json.load(open("out"))["kind"] == "SizingReport"'

# No network at all: an empty namespace, and not one call that would open an Internet socket.
expect "a whole bundle is written in an empty network namespace" [ "$(code_of unshare -n "$sentinelctl" generate plan.yaml --out bundle)" = 0 ]
strace -f -qq -e trace=network -o trace "$sentinelctl" generate plan.yaml --out traced >out 2>err
expect "generating opens no socket" [ "$(grep -c 'socket(' trace || true)" = 0 ]
expect "the bundle verifies" [ "$(code_of "$sentinelctl" bundle verify bundle)" = 0 ]
expect "two bundles of one plan are the same" [ "$(code_of "$sentinelctl" bundle diff bundle traced)" = 0 ]
expect "another locale and time zone change no byte" env LC_ALL=tr_TR.UTF-8 TZ=Pacific/Chatham "$sentinelctl" generate plan.yaml --out elsewhere
expect "they are the same, by diff(1)" diff -r bundle elsewhere

printf 'spec: {load: {eventsPerSecond: "x}}\n' >broken.yaml
expect "a broken file is 2" [ "$(code_of "$sentinelctl" plan check broken.yaml)" = 2 ]
expect "a broken file is said as FILE:LINE:COLUMN" grep -qE '^broken\.yaml:[0-9]+:[0-9]+: ' err
expect "a folder that cannot be written is 3" [ "$(code_of "$sentinelctl" generate plan.yaml --out /proc/nowhere)" = 3 ]
env LC_ALL=es_CL.UTF-8 "$sentinelctl" plan check broken.yaml >out 2>err || true
expect "Spanish people are told in Spanish" grep -qE '[ñáéíóú]|comilla' err
expect "a full disk is not success" [ "$(code_of bash -c "\"$sentinelctl\" schema InstallPlan >/dev/full")" = 3 ]
expect "a full disk is said" grep -q 'No space left' err
code_of bash -c "\"$sentinelctl\" schema InstallPlan | true" >/dev/null
expect "a reader that has enough hears nothing" [ ! -s err ]
expect "no folder is wrong usage" [ "$(code_of "$sentinelctl" generate plan.yaml --out '')" = 2 ]
exit "$failed"
