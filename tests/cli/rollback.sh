#!/usr/bin/env bash
# `rollback` and `guard` as scripts meet them, on a rehearsal cluster in a child: documents, exit codes, bad input, a run that is stopped.
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
export XDG_STATE_HOME=$folder/state XDG_CACHE_HOME=$folder/cache HOME=$folder
unset KUBECONFIG
failed=0
expect() { # expect WHAT CONDITION…
    local what=$1
    shift
    if "$@"; then echo "ok    $what"; else
        echo "FAILED $what"
        tail -c 700 out; tail -c 700 err
        failed=1
    fi
}
code_of() { local code=0; timeout 120 "$@" >out 2>err </dev/null || code=$?; echo "$code"; }
# shellcheck disable=SC2317 # expect calls it
says() { python3 -c "import json; it = json.load(open('out')); assert $1, it"; }
accept=target,schema,images,backup,room,references,replicas,hooks,volumes,deletes,busy
app=sentinel-dev-in-cluster

"$sentinelctl" plan new --profile dev --set network.host=sentinel.example.com --set delivery.guard=true --set delivery.guardFor=1m --out plan.yaml >out 2>err
"$sentinelctl" generate plan.yaml --out one >out 2>err
"$sentinelctl" plan set plan.yaml target.version=1.1.0 >out 2>err
"$sentinelctl" generate plan.yaml --out two >out 2>err
"$sentinelctl" plan set plan.yaml target.version=1.2.0 >out 2>err
"$sentinelctl" generate plan.yaml --out three >out 2>err
expect "rollback of what?" [ "$(code_of "$sentinelctl" rollback)" = 2 ]
expect "guard of what?" [ "$(code_of "$sentinelctl" guard)" = 2 ]
expect "a guard of two things" [ "$(code_of "$sentinelctl" guard one --app x --environment dev)" = 2 ]
expect "a guard for no time" [ "$(code_of "$sentinelctl" guard one --environment dev --for soon)" = 2 ]
expect "a query without its Prometheus" [ "$(code_of "$sentinelctl" guard one --environment dev --slo-query up --prometheus nowhere)" = 2 ]

cat >gone.yaml <<'END'
apiVersion: console.sentinel/v1
kind: Scenario
metadata: {name: gone}
spec:
  title: {en: Images of the newer version are not there, es: Faltan las imágenes de la versión nueva}
  explanation: {en: Nobody pushed them., es: Nadie las subió.}
  faults:
    - {fault: MissingImage, image: "*:1.1.0"}
END
mkfifo pipe
"$sentinelctl" sandbox start --scenario gone.yaml --speed 50 --kubeconfig kubeconfig >pipe 2>sandbox.err &
sandbox=$!
read -r word _ <pipe
expect "the rehearsal cluster says ready" [ "$word" = ready ]
export KUBECONFIG=$folder/kubeconfig
expect "a guard of what is not there yet has nothing to do" [ "$(code_of "$sentinelctl" guard one --environment dev --arm)" = 0 ]
"$sentinelctl" deploy one --environment dev >out 2>err
expect "what was deployed is kept" [ "$(find state -name '*.kept' -perm 600 | wc -l)" = 1 ]
expect "nothing to go back to is a list of one" [ "$(code_of "$sentinelctl" rollback $app -o json)" = 2 ]
expect "and that is what runs" says 'it["kind"] == "RollbackCandidates" and [one["present"] for one in it["items"]] == [True]'
: >file
expect "looking needs no journal" [ "$(XDG_STATE_HOME=$folder/file code_of "$sentinelctl" rollback $app -o json)" = 2 ]
expect "and lists the same" says 'it["kind"] == "RollbackCandidates" and [one["present"] for one in it["items"]] == [True]'
expect "going back does" [ "$(XDG_STATE_HOME=$folder/file code_of "$sentinelctl" rollback $app --to 0)" = 3 ]
expect "what nobody paused is not given back" [ "$(code_of "$sentinelctl" rollback $app --resume-auto-sync)" = 0 ]
expect "and that is said" grep -q "No rollback paused auto-sync of $app, so there was nothing to do" err
expect "either back or on again" [ "$(code_of "$sentinelctl" rollback $app --to 0 --resume-auto-sync)" = 2 ]
expect "an unknown rule is 2" [ "$(code_of "$sentinelctl" rollback $app --to 0 --accept schema,moon)" = 2 ]
expect "and the rules are listed" grep -q '"moon"; the rules are target, .*, hooks' err
expect "a forgotten value swallows no flag" [ "$(code_of "$sentinelctl" deploy two --environment dev --skip-preflight --dry-run)" = 2 ]
expect "and nothing was deployed" bash -c "[[ \$(kubectl get deployment -n sentinel-dev backend -o 'jsonpath={.spec.template.spec.containers[0].image}') == *:1.0.0 ]]"
# Another entry of the same revision.
kubectl get application -n argocd $app -o json | python3 -c 'import json, sys
history = json.load(sys.stdin)["status"]["history"]
print(json.dumps({"status": {"history": history + [history[-1] | {"id": history[-1]["id"] + 1}]}}))' >again.json
same=$(python3 -c 'import json; print(json.load(open("again.json"))["status"]["history"][-2]["id"])')
kubectl patch application -n argocd $app --type merge --patch-file again.json >out 2>err
code=$(code_of "$sentinelctl" rollback $app --to "$same" --dry-run -o json)
expect "a version that changes nothing is answered" [ "$code" -le 1 ]
expect "by a verdict" says 'it["kind"] == "RollbackVerdict" and len(it["checks"]) == 15 and it["images"] == []'
expect "a guard is armed" [ "$(code_of "$sentinelctl" guard one --environment dev --arm)" = 0 ]
expect "without a deploy it has nothing to do" [ "$(code_of "$sentinelctl" guard one --environment dev -o json)" = 0 ]
expect "and says so" says 'it["kind"] == "GuardReport" and it["decision"] == "nothing"'

(timeout --signal=INT 20 "$sentinelctl" deploy two --environment dev >deploy.out 2>deploy.err || true) &
deploy=$!
expect "the guard goes back by itself" [ "$(code_of "$sentinelctl" guard two --environment dev --wait 2m --patience 2s -o json)" = 1 ]
expect "because of a new failure" says 'it["decision"] == "rolled-back" and it["failures"] and it["rollback"].startswith("rollback-")'
wait $deploy
expect "the older version runs" bash -c "[[ \$(kubectl get deployment -n sentinel-dev backend -o 'jsonpath={.spec.template.spec.containers[0].image}') == *:1.0.0 ]]"
expect "once" [ "$(code_of "$sentinelctl" guard two --environment dev --patience 2s -o json)" = 0 ]
expect "and leaves it alone then" says 'it["decision"] == "nothing"'
expect "auto-sync is given back" [ "$(code_of "$sentinelctl" rollback $app --resume-auto-sync)" = 0 ]
expect "giving it back twice does nothing" [ "$(code_of "$sentinelctl" rollback $app --resume-auto-sync)" = 0 ]
"$sentinelctl" sandbox clear >out 2>err
expect "a newer version comes up" [ "$(code_of "$sentinelctl" deploy three --environment dev -o json)" = 0 ]

expect "candidates end with 2" [ "$(code_of "$sentinelctl" rollback $app -o json)" = 2 ]
expect "each says what it changes" says 'all(one["changes"]["known"] for one in it["items"] if not one["present"]) and any(image["then"].endswith(":1.0.0") for one in it["items"] if not one["present"] for image in one["changes"]["images"])'
to=$(python3 -c 'import json; print([one["id"] for one in json.load(open("out"))["items"] if one["version"] == "1.0.0"][0])')
expect "their names alone" [ "$(code_of "$sentinelctl" rollback $app -o name)" = 2 ]
expect "hold the one" grep -qx "$to" out
expect "a dry run changes nothing" [ "$(code_of "$sentinelctl" rollback $app --to "$to" --dry-run -o json)" = 0 ]
expect "and is a verdict" says 'it["kind"] == "RollbackVerdict" and len(it["checks"]) == 15 and it["light"] in ("amber", "green") and it["images"]'
expect "the newer version still runs" bash -c "[[ \$(kubectl get deployment -n sentinel-dev backend -o 'jsonpath={.spec.template.spec.containers[0].image}') == *:1.2.0 ]]"
expect "a pull request is text" [ "$(code_of "$sentinelctl" rollback $app --to "$to" --via git --pull-request --reason 'It is *slow*.' -o json)" = 0 ]
expect "with a title, what changes and the commands" says 'it["kind"] == "PullRequestText" and "1.0.0" in it["title"] and "Deployment/backend" in it["body"] and "is \\*slow\\*" in it["body"] and it["commands"][0] == "git fetch origin"'
expect "it is for Git only" [ "$(code_of "$sentinelctl" rollback $app --to "$to" --pull-request)" = 2 ]
expect "amber that nobody accepts is a no" [ "$(code_of "$sentinelctl" rollback $app --to "$to" -o json)" = 1 ]
expect "and the verdict again" says 'it["kind"] == "RollbackVerdict" and it["toAccept"]'
expect "an unknown Application is 2" [ "$(code_of "$sentinelctl" rollback no-such-app --to 0)" = 2 ]
expect "an unknown version is 2" [ "$(code_of "$sentinelctl" rollback $app --to 999)" = 2 ]
expect "what there is is listed" grep -q "the history has: .*$to" err
expect "what runs now is no way back" [ "$(code_of "$sentinelctl" rollback $app --to "$(kubectl get application -n argocd $app -o 'jsonpath={.status.history[-1:].id}')")" = 2 ]
expect "an unknown way is 2" [ "$(code_of "$sentinelctl" rollback $app --to "$to" --via ftp)" = 2 ]
expect "helm cannot take back what Argo CD brought" [ "$(code_of "$sentinelctl" rollback argocd/$app --to "$to" --via helm)" = 2 ]
# shellcheck disable=SC2016 # it must not be expanded: that is what is tried
for hostile in 'x,owner!=foo' '../../etc/passwd' '$(reboot)' "a'b" $'a\e[31mb' 'x/y/z/w' "$(printf 'a%.0s' {1..300})"; do
    expect "a hostile name is 2" [ "$(code_of "$sentinelctl" rollback "$hostile" --to 0)" = 2 ]
    expect "and never reaches the terminal as it is" bash -c '! grep -q $'"'\\e'"' err'
    expect "a hostile version is 2" [ "$(code_of "$sentinelctl" rollback $app --to "$hostile")" = 2 ]
done
kubectl get application -n argocd $app -o json | python3 -c 'import json, sys
it = json.load(sys.stdin); it["metadata"] = {"name": it["metadata"]["name"], "namespace": "default"}; it.pop("status", None); print(json.dumps(it))' >twin.json
kubectl apply --server-side -f twin.json >out 2>err
expect "a name that two have is 2" [ "$(code_of "$sentinelctl" rollback $app --to "$to")" = 2 ]
expect "and both are listed" bash -c "grep -q argocd/$app err && grep -q default/$app err"
kubectl delete -f twin.json >out 2>err
expect "who may nothing is told" [ "$(code_of "$sentinelctl" rollback argocd/$app --to "$to" --as nobody)" = 3 ]

"$sentinelctl" sandbox speed 1 >out 2>err
(timeout --preserve-status --signal=INT 2 "$sentinelctl" rollback argocd/$app --to "$to" --accept $accept -o json >stopped.out 2>stopped.err && echo 0 || echo $?) >stopped.code
"$sentinelctl" sandbox speed 50 >out 2>err
"$sentinelctl" journal list -o json >out 2>err
open_rollback='any(one["open"] and one["operation"] == "rollback" for one in it["items"])'
case $(cat stopped.code) in
4) expect "a stopped run is open" says "$open_rollback" ;;
130) expect "what was stopped before it began is not open" says "not $open_rollback" ;;
*) expect "it was through before it could be stopped" grep -q '^0$' stopped.code ;;
esac
if ! grep -q '^0$' stopped.code; then
    expect "the same command goes on" [ "$(code_of "$sentinelctl" rollback argocd/$app --to "$to" --accept $accept -o json)" = 0 ]
fi
expect "the older version is back" bash -c "[[ \$(kubectl get deployment -n sentinel-dev backend -o 'jsonpath={.spec.template.spec.containers[0].image}') == *:1.0.0 ]]"
expect "auto-sync is said to be paused" [ "$(code_of "$sentinelctl" rollback $app -o json)" = 2 ]
expect "in the document" says 'it["autoSyncPaused"]'
expect "the journal is whole" [ "$(code_of "$sentinelctl" journal verify)" = 0 ]
expect "schemas are printed" [ "$(code_of "$sentinelctl" schema GuardReport)" = 0 ]
kill -TERM "$sandbox"
wait "$sandbox" || true
sandbox=
expect "a cluster that is gone is 3" [ "$(code_of "$sentinelctl" rollback $app --request-timeout 2s)" = 3 ]
exit "$failed"
