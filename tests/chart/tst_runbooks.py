# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the runbooks, as sentinelctl (the only argument) generates them: each names a workload, container, Service, port or label that
the chart makes, in the namespace where it makes it; each block is shell, each query PromQL."""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

import render
import rules
import watch

SKIPPED = 77
EVERYTHING = ("patroni.enabled=true,patroni.pgbackrest.enabled=true,redisSentinel.enabled=true,spot.worker.enabled=true,backend.autoscaling.enabled=true,"
              "observability.metrics=bundled,observability.logs=bundled,watchdog.enabled=true,observability.prometheus.replicas=2,observability.alertmanager.replicas=2")
PLANS = {"prod": [("availability.level", "zone")], "dev": []}
# Whole words in capitals stand for what the reader sees; a capital N for a number.
PLACEHOLDER = re.compile(r"[A-Z][A-Z-]*|\$[A-Z]+|[a-z-]+-N|migration")
SHORT = {"deploy": "Deployment", "deployment": "Deployment", "statefulset": "StatefulSet", "daemonset": "DaemonSet", "svc": "Service", "pod": "Pod", "pods": "Pod",
         "pvc": "PersistentVolumeClaim", "hpa": "HorizontalPodAutoscaler", "certificate": "Certificate", "certificates": "Certificate"}
# Of the whole cluster, or of what is asked about it; the chart's own are in SHORT.
KNOWN = set(SHORT) | {"events", "nodes", "node", "networkpolicies", "storageclass", "endpointslices", "pdb", "job", "jobs", "certificaterequests", "orders", "challenges",
                      "issuers", "clusterissuers", "applications.argoproj.io", "resourcequota"}
OUTSIDE = {"cert-manager": {"deploy/cert-manager"}, "argocd": set()}
WITH_VALUE = {"-n", "-l", "-c", "-o", "-p", "--context", "--field-selector", "--type", "--as"}


class Chart:
    """What the chart makes with everything on, and without."""

    def __init__(self, namespace):
        self.namespace, self.items = namespace, []
        for options in ([], ["--set", EVERYTHING]):
            done = subprocess.run([render.HELMS[-1], "template", "sentinel", render.CHART, "--namespace", namespace, *options], capture_output=True, text=True, check=True)
            self.items += render.objects(done.stdout)
        self.names = {(item["kind"], item["metadata"].get("namespace"), item["metadata"]["name"]): item for item in self.items}
        self.components = {(owner["metadata"]["namespace"], labels[watch.COMPONENT]) for owner, labels, _ in rules.pods(self.items)}
        self.claims, self.pods = {}, {}
        for item in rules.of_kind(self.items, "StatefulSet"):
            space, name, spec = item["metadata"]["namespace"], item["metadata"]["name"], item["spec"]
            start = spec.get("ordinals", {}).get("start", 0)
            for number in range(start, start + spec["replicas"]):
                self.pods[space, f"{name}-{number}"] = item
                for claim in spec.get("volumeClaimTemplates", []):
                    self.claims[space, f"{claim['metadata']['name']}-{name}-{number}"] = item

    def workload(self, space, target):
        """The object behind deploy/NAME or the name of a pod; None for a placeholder."""
        kind, _, name = target.rpartition("/")
        if PLACEHOLDER.fullmatch(name):
            return None
        if kind:
            return self.names[SHORT[kind], space, name]
        return self.pods[space, name]

    def has(self, kind, space, name):
        if kind == "Pod":
            return (space, name) in self.pods or PLACEHOLDER.fullmatch(name)
        if kind == "PersistentVolumeClaim":
            return (space, name) in self.claims
        return (kind, space, name) in self.names


def blocks(text):
    return re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(text):
    """Every kubectl command, in blocks and in sentences, as words up to a pipe; what is sent into it is left out."""
    lines = [line for block in blocks(text) for line in re.sub(r"<<'SQL'\n.*?^SQL$", "", block, flags=re.MULTILINE | re.DOTALL).splitlines()]
    lines += re.findall(r"`(kubectl [^`\n]+)`", re.sub(r"^```sh\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    for line in lines:
        line = re.sub(r"^for n in [0-9 ]+; do (.*); done$", r"\1", line).replace("$n", "1").replace("{{", "")
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split, words = True, []
        for word in lexer:
            if set(word) <= set("|&;<>"):
                break
            words.append(word)
        if words[:1] == ["kubectl"] and len(words) > 2:  # two words are the name of a command, in a sentence
            yield line, words[1:]


def parsed(words):
    """(namespace, verb, plain words, options) of a kubectl command; what the container runs is left out."""
    own = words[:words.index("--")] if "--" in words else words
    plain, options, rest = [], {}, iter(own)
    for word in rest:
        if word in WITH_VALUE:
            options[word] = next(rest)
        elif word.startswith("-"):
            options[word.split("=")[0]] = word.partition("=")[2]
        else:
            plain.append(word)
    return options.get("-n"), plain[0], plain[1:], options


def wrong(chart, words):
    """Complaints about one command."""
    space, verb, plain, options = parsed(words)
    if space in OUTSIDE:
        if verb in ("logs", "exec") and plain[0] not in OUTSIDE[space]:
            yield f"{plain[0]} is not known in {space}"
        return
    if space not in (None, chart.namespace, f"{chart.namespace}-host"):
        yield f"namespace {space}"
    for component in re.findall(r"component(?: in \(|=)([a-z,-]+)", options.get("-l", "")):
        for name in component.split(","):
            if (space, name) not in chart.components:
                yield f"no pod of {space} is a {name}"
    service = re.match(r"kubernetes.io/service-name=(.+)", options.get("-l", ""))
    if service and ("Service", space, service.group(1)) not in chart.names:
        yield f"no Service {service.group(1)}"
    try:
        if verb in ("get", "describe", "patch", "delete", "top") or (verb == "taint"):
            kinds = plain[0].split(",")
            yield from (f"{kind}: no kind" for kind in kinds if kind not in KNOWN)
            if space:
                yield from (f"no {kinds[0]} {name} in {space}" for name in plain[1:] if not PLACEHOLDER.fullmatch(name) and not chart.has(SHORT[kinds[0]], space, name))
        elif verb == "port-forward":
            ports = chart.workload(space, plain[0])["spec"]["ports"]
            if int(plain[1].split(":")[-1]) not in [port["port"] for port in ports]:
                yield f"{plain[0]} has no port {plain[1]}"
        elif verb in ("logs", "exec", "scale", "rollout"):
            targets = plain[1:] if verb == "rollout" else plain[:1]
            for target in targets:
                found = chart.workload(space, target)
                yield from container(found, verb, options, words) if found else ()
        elif verb not in ("cluster-info", "auth", "cordon"):
            yield f"verb {verb}"
    except KeyError as missing:
        yield f"the chart makes no {missing}"


def container(owner, verb, options, words):
    spec = owner["spec"]["template"]["spec"]
    names = [one["name"] for one in spec["containers"]] + [one["name"] for one in spec.get("initContainers", [])]
    chosen = options.get("-c")
    if chosen and chosen not in names:
        yield f"{owner['metadata']['name']} has no container {chosen}"
    if verb in ("logs", "exec") and not chosen and len(spec["containers"]) > 1:
        yield f"{owner['metadata']['name']} has several containers, none is said"
    mounts = [mount["mountPath"] for one in spec["containers"] for mount in one.get("volumeMounts", [])]
    for path in re.findall(r"/(?:run/secrets|etc|data|var/lib)/?[a-z/]*", " ".join(words)):
        if not any(path.startswith(mount) for mount in mounts):
            yield f"{owner['metadata']['name']} has nothing at {path}"


class Runbooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.pages, cls.charts = {}, {}
        for profile, answers in PLANS.items():
            folder = pathlib.Path(cls.place.name) / profile
            said = [word for key, value in answers for word in ("--set", f"{key}={value}")]
            for command in (["plan", "new", "--profile", profile, "--set", "network.host=sentinel.example.com", *said, "--out", f"{folder}.yaml"],
                            ["generate", f"{folder}.yaml", "--out", folder]):
                subprocess.run([SENTINELCTL, *command], capture_output=True, check=True)
            cls.pages[profile] = {file.name: file.read_text(encoding="utf-8") for file in sorted((folder / "docs/RUNBOOKS").glob("*.md"))}
            cls.charts[profile] = Chart(f"sentinel-{profile}")

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def each(self):
        for profile, pages in self.pages.items():
            for name, text in pages.items():
                yield self.charts[profile], f"{profile}/{name}", text

    def test_every_command_names_what_the_chart_makes(self):
        seen = 0
        for chart, page, text in self.each():
            for line, words in commands(text):
                seen += 1
                self.assertEqual([], list(wrong(chart, words)), f"{page}: {line}")
        self.assertGreater(seen, 600)

    def test_a_wrong_name_would_be_found(self):
        chart = self.charts["prod"]
        for line in ("kubectl -n sentinel-prod logs deploy/bakend", "kubectl -n sentinel-prod exec loki-0 -- true", "kubectl -n sentinel-prod exec etcd-7 -- true",
                     "kubectl -n sentinel-prod port-forward svc/loki 3100:3199", "kubectl -n sentinel-prod get pods -l app.kubernetes.io/component=reddis",
                     "kubectl -n sentinel-prod-host get pods -l app.kubernetes.io/component=backend", "kubectl -n sentinel-dev get pods", "kubectl -n sentinel-prod get svc redi",
                     "kubectl -n sentinel-prod exec patroni-0 -c patron -- true", "kubectl -n sentinel-prod exec redis-node-1 -- cat /run/secrets/database/password",
                     "kubectl -n sentinel-prod get endpointslices -l kubernetes.io/service-name=patroni", "kubectl -n sentinel-prod rollout restart deploy/patroni"):
            found = [list(wrong(chart, words)) for _, words in commands(f"```sh\n{line}\n```\n")]
            self.assertTrue(found and found[0], line)

    def test_every_block_is_shell(self):
        for _, page, text in self.each():
            for block in blocks(text):
                done = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, check=False)
                self.assertEqual((0, ""), (done.returncode, done.stderr), f"{page}: {block}")

    def test_every_query_is_promql(self):
        if not shutil.which("promtool"):
            self.skipTest("promtool is not on PATH")
        for _, page, text in self.each():
            queries = re.findall(r"promtool query instant http://127.0.0.1:9090 '([^']+)'", text)
            rule = {"groups": [{"name": "queries", "rules": [{"record": f"query:{number}", "expr": query} for number, query in enumerate(queries)]}]}
            with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
                yaml.safe_dump(rule, file)
                file.flush()
                done = subprocess.run(["promtool", "check", "rules", "--lint=none", file.name], capture_output=True, text=True, check=False)
            self.assertEqual(0, done.returncode, f"{page}: {done.stderr}")


if __name__ == "__main__":
    if not render.HELMS:
        print("SKIP: neither helm3 nor helm4 is on PATH.")
        sys.exit(SKIPPED)
    SENTINELCTL = sys.argv.pop(1)
    unittest.main(verbosity=2)
