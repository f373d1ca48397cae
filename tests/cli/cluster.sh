#!/usr/bin/env bash
# The commands that speak to a cluster, as scripts meet them: two programs that look like one, and a rehearsal cluster in a child.
set -euo pipefail
sentinelctl=$1
folder=$(mktemp -d)
sandbox=
# shellcheck disable=SC2317 # the trap calls it
finish() {
    [ -n "$sandbox" ] && kill "$sandbox" 2>/dev/null
    rm -rf "$folder"
}
trap finish EXIT
cd "$folder"
export XDG_STATE_HOME=$folder/state
unset KUBECONFIG
failed=0
expect() { # expect WHAT CONDITION…
    local what=$1
    shift
    if "$@"; then echo "ok    $what"; else echo "FAILED $what"; failed=1; fi
}
code_of() { local code=0; "$@" >out 2>err </dev/null || code=$?; echo "$code"; }

expect "help is that of the whole command line" [ "$(code_of "$sentinelctl" --help)" = 0 ]
expect "help names deploy" grep -q deploy out
expect "an unknown command is 2" [ "$(code_of "$sentinelctl" deplyo)" = 2 ]
expect "a near word is offered" grep -q '"deploy"' err
mkdir alone
cp "$sentinelctl" alone/
expect "the small program alone still plans" [ "$(code_of alone/sentinelctl plan new --profile dev --set network.host=sentinel.example.com --set delivery.method=helm --out plan.yaml)" = 0 ]
expect "without its other half a cluster command is 3" [ "$(code_of alone/sentinelctl status)" = 3 ]
expect "and says so in a sentence" grep -q 'sentinelctl-cluster' err
ldd "$sentinelctl" >libraries
expect "the small program loads no network library" bash -c '! grep -qE "libcurl|libQt6Network|libQt6HttpServer|libssl" libraries'
ln -s "$sentinelctl" kubectl-sentinel
expect "it works as kubectl sentinel" [ "$(PATH="$folder:$PATH" code_of kubectl sentinel journal list)" = 0 ]
expect "no kubeconfig is said" [ "$(code_of env HOME="$folder" "$sentinelctl" status)" -ge 2 ]

"$sentinelctl" generate plan.yaml --out bundle >out 2>err
printf 'mine\n' >theirs
expect "a kubeconfig of somebody else is never overwritten" [ "$(code_of timeout 20 "$sentinelctl" sandbox start --kubeconfig theirs)" = 3 ]
expect "it is as it was" [ "$(cat theirs)" = mine ]

mkfifo pipe
"$sentinelctl" sandbox start --speed 50 --kubeconfig kubeconfig >pipe 2>sandbox.err &
sandbox=$!
read -r word _ <pipe
expect "the rehearsal cluster says ready" [ "$word" = ready ]
expect "its kubeconfig is for its owner only" [ "$(stat -c %a kubeconfig)" = 600 ]
export KUBECONFIG=$folder/kubeconfig
expect "nothing deployed is a no" [ "$(code_of "$sentinelctl" status)" = 1 ]
expect "a dry run needs no consent and is done" [ "$(code_of "$sentinelctl" deploy bundle --environment dev --dry-run)" = 0 ]
expect "a dry run leaves no trace" [ "$(code_of kubectl get namespace sentinel-dev)" = 1 ]
expect "an environment that is not there is 2" [ "$(code_of "$sentinelctl" deploy bundle --environment prod)" = 2 ]
expect "a deploy ends healthy" [ "$(code_of timeout 120 "$sentinelctl" deploy bundle --environment dev -o json)" = 0 ]
expect "its document is an OperationRun" python3 -c 'import json; run = json.load(open("out")); assert run["kind"] == "OperationRun" and run["verdict"] == "healthy", run'
expect "the status is healthy" [ "$(code_of "$sentinelctl" status -o yaml)" = 0 ]
expect "the journal has it" [ "$("$sentinelctl" journal list -o name | wc -l)" = 1 ]
expect "the journal is whole" [ "$(code_of "$sentinelctl" journal verify)" = 0 ]
expect "no secret is in the journal" bash -c '! kubectl get secret -n sentinel-dev sentinel-app -o jsonpath="{.data.secret-key}" | base64 -d | grep -rqFf - state'
expect "scenarios are listed" [ "$(code_of "$sentinelctl" sandbox scenarios -o json)" = 0 ]
expect "an unknown scenario is 2" [ "$(code_of "$sentinelctl" sandbox start-scenario no-such-thing)" = 2 ]
expect "its time can run faster" [ "$(code_of "$sentinelctl" sandbox speed 100)" = 0 ]
kill -TERM "$sandbox"
code=0
wait "$sandbox" || code=$?
sandbox=
expect "it ends cleanly when it is told to" [ "$code" = 0 ]
expect "a cluster that is gone is 3" [ "$(code_of "$sentinelctl" status --request-timeout 2s)" = 3 ]
exit "$failed"
