# SPDX-License-Identifier: GPL-3.0-or-later
"""The observability half of the chart under the real Helm 3 and 4, and its configuration under the real programs."""
import copy
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

import product
import render
import rules
import watch

SKIPPED = 77
METRICS_OFF = ("logs",)
EXTERNAL = ("pair", "openshift")


def rendered(case, helm=None):
    return render.objects(render.text(helm or render.HELMS[-1], case))


def case_named(name):
    return next(case for case in watch.cases() if case.name == name)


def wanted(case):
    """(from, to, protocol, port) that this half needs, by what the case switches on; written here a second time, on purpose."""
    has = case.options()
    metrics, logs = has("observability.metrics"), has("observability.logs")
    patroni, sentinels = has("patroni.enabled"), has("redisSentinel.enabled")
    grafana = has("observability.grafana.enabled") is not False or "grafana" not in str(has("observability"))
    external = case.what["watch"] in EXTERNAL or case.what["shape"] in EXTERNAL
    found = set()
    if metrics == "bundled":
        asked = {"backend": 8000, "alertmanager": 9093, "postgresql-exporter": 9187, "redis-exporter": 9121, "celery-exporter": 9808}
        if case.what["watch"] != "metrics":
            asked["kube-state-metrics"] = 8080
        if grafana:
            asked["grafana"] = 3000
        if logs == "bundled":
            asked["loki"] = 3100
        if logs:
            asked |= {"collector-security": 8888, "collector-ops": 8888}
        if has("watchdog.enabled"):
            asked["watchdog"] = 9101
        if patroni:
            asked |= {"patroni": 8008, "etcd": 2381, "haproxy": 8404}
        if sentinels:
            asked["redis-proxy"] = 8404
            found.add(("prometheus", "redis-exporter", "TCP", 9122))
        found |= {("prometheus", name, "TCP", port) for name, port in asked.items()}
        found |= {("test", "prometheus", "TCP", 9090), ("test", "alertmanager", "TCP", 9093), ("test", "grafana", "TCP", 3000)}
        found |= {("backend", "prometheus", "TCP", 9090), ("grafana", "prometheus", "TCP", 9090), ("grafana", "alertmanager", "TCP", 9093)}
        if case.what["watch"] == "pair":
            found |= {("alertmanager", "alertmanager", protocol, 9094) for protocol in ("TCP", "UDP")}
        if has("mesh.kind") in ("linkerd", "istio-ambient"):
            port = {"linkerd": 4143, "istio-ambient": 15008}[has("mesh.kind")]
            found |= {("prometheus", "backend", "TCP", port), ("backend", "prometheus", "TCP", port), ("test", "prometheus", "TCP", port)}
    if logs == "bundled":
        found |= {("backend", "loki", "TCP", 3100), ("test", "loki", "TCP", 3100), ("collector-security", "loki", "TCP", 3101), ("collector-ops", "loki", "TCP", 3102)}
        if grafana:
            found.add(("grafana", "loki", "TCP", 3100))
        if case.what["watch"] == "pair":
            found |= {("loki", "loki", "TCP", port) for port in (7946, 9095)}
    if metrics:
        found |= {("redis-exporter", "redis", "TCP", 6379), ("celery-exporter", "redis-proxy" if sentinels else "redis", "TCP", 6379)}
        if sentinels:
            found.add(("redis-exporter", "redis-sentinel", "TCP", 26379))
        if not external:
            found.add(("postgresql-exporter", *(("haproxy", "TCP", 5000) if patroni else ("postgresql", "TCP", 5432))))
    return found


def ours(flows):
    names = {"prometheus", "alertmanager", "grafana", "loki", "collector-security", "collector-ops", "kube-state-metrics", "postgresql-exporter",
             "redis-exporter", "celery-exporter", "watchdog", "node-exporter"}
    return {flow for flow in flows if flow[0] in names or flow[1] in names}


class EveryRender(unittest.TestCase):
    def each(self, check):
        for case in watch.cases():
            for helm in render.HELMS:
                with self.subTest(case=case.name, helm=helm):
                    check(rendered(case, helm), case)

    def test_holds_every_rule_of_manifests_but_for_the_exemptions(self):
        for rule in rules.RULES:
            self.each(lambda items, case, rule=rule: self.assertEqual([], list(watch.not_exempt(rule(items))), rule.__name__))

    def test_needs_every_exemption_there_is(self):
        used = set()
        for case in watch.cases():
            for rule in rules.RULES:
                list(watch.not_exempt(rule(rendered(case)), used))
        self.assertEqual(watch.needed(), used)

    def test_opens_the_flows_and_no_more(self):
        self.each(lambda items, case: self.assertEqual(wanted(case), ours(watch.flows(items))))

    def test_lets_out_to_addresses_only_what_must(self):
        allowed = {("prometheus", 443), ("prometheus", 6443), ("prometheus", 10250), ("prometheus", 9100), ("kube-state-metrics", 443),
                   ("kube-state-metrics", 6443), ("alertmanager", 443), ("alertmanager", 587), ("loki", 443), ("postgresql-exporter", 5432),
                   ("postgresql-exporter", 6432), ("collector-security", 443), ("collector-ops", 443)}
        self.each(lambda items, case: self.assertEqual(set(), watch.outside(items) - allowed))

    def test_denies_everything_else_where_the_nodes_are_seen(self):
        def check(items, case):
            hosts = {item["metadata"]["namespace"] for item in rules.of_kind(items, "DaemonSet")}
            denies = {item["metadata"]["namespace"] for item in rules.of_kind(items, "NetworkPolicy")
                      if item["metadata"]["name"] == "default-deny" and item["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}}
            self.assertEqual(hosts, denies)
        self.each(check)

    def test_keeps_what_sees_nodes_out_of_the_namespace_of_the_release(self):
        def check(items, case):
            for item in rules.of_kind(items, "DaemonSet"):
                self.assertNotEqual(render.NAMESPACE, item["metadata"]["namespace"])
            made = rules.of_kind(items, "Namespace")
            for one in made:
                self.assertEqual("privileged", one["metadata"]["labels"]["pod-security.kubernetes.io/enforce"])
            self.assertEqual(case.what["watch"] in ("logs", "metrics"), not made)
        self.each(check)

    def test_lets_no_lane_write_by_the_door_of_the_other(self):
        def check(items, case):
            made = watch.flows(items)
            self.assertNotIn(("collector-ops", "loki", "TCP", 3101), made)
            self.assertNotIn(("collector-security", "loki", "TCP", 3102), made)
            self.assertFalse([flow for flow in made if flow[1] == "loki" and flow[3] in (3101, 3102) and not flow[0].startswith("collector-")])
        self.each(check)

    def test_takes_secrets_from_files_only(self):
        def check(items, case):
            for owner, _, container in rules.containers(watch.mine(items)):
                for entry in container.get("env", []):
                    self.assertNotIn("secretKeyRef", entry.get("valueFrom", {}), f"{rules.label(owner)} {entry['name']}")
        self.each(check)

    def test_gives_no_right_beyond_reading(self):
        def check(items, case):
            for item in rules.of_kind(items, "Role", "ClusterRole"):
                for rule in item["rules"]:
                    self.assertLessEqual(set(rule["verbs"]), {"get", "list", "watch"})
                    self.assertNotIn("*", rule["resources"] + rule["apiGroups"])
                    self.assertFalse({"secrets", "configmaps", "nodes/proxy", "pods/exec", "pods/log"} & set(rule["resources"]))
            if case.what["watch"] in ("metrics", "existing", "logs"):
                self.assertEqual([], rules.of_kind(items, "ClusterRole"))
        self.each(check)

    def test_runs_the_images_of_the_catalogue(self):
        def check(items, case):
            if case.what["shape"] == "prod":
                return
            has = case.options()
            values = {"observability.metrics": bool(has("observability.metrics")), "observability.logs": bool(has("observability.logs")),
                      "observability.metrics=bundled": has("observability.metrics") == "bundled",
                      "observability.logs=bundled": has("observability.logs") == "bundled",
                      "observability.grafana": case.what["watch"] in ("bundled", "pair", "metrics"),
                      "watchdog.enabled": has("watchdog.enabled"), "watchdog.ebpf.enabled": has("watchdog.ebpf.enabled")}
            listed = {f"{one['registry']}/{one['repository']}:{one['tag']}" if not one["own"] else f"registry.example.com/sentinel/{one['repository']}:{one.get('tag', '1.0.0')}"
                      for one in product.catalogue() if values.get(one.get("when"))
                      and not (case.what["watch"] == "metrics" and one["component"] in ("node-exporter", "kube-state-metrics"))}
            used = {container["image"] for _, _, container in rules.containers(watch.mine(items))} - {"registry.example.com/sentinel/sentinel-worker:1.0.0"}
            self.assertEqual(listed, used)
        self.each(check)

    def test_is_the_same_from_helm_3_and_helm_4(self):
        if len(render.HELMS) < 2:
            self.skipTest("only one Helm is there")
        for case in watch.cases():
            self.assertEqual(render.text("helm3", case), render.text("helm4", case), case.name)

    def test_passes_lint_strict(self):
        for case in watch.cases():
            done = render.run(render.HELMS[-1], "lint", *render.with_files(case.files))
            self.assertEqual(0, done.returncode, f"{case}: {done.stdout}{done.stderr}")


class Policies(unittest.TestCase):
    def test_are_each_missed_when_they_go(self):
        case = case_named("watch-bundled+helm")
        items = rendered(case)
        for policy in rules.of_kind(items, "NetworkPolicy"):
            if policy["metadata"]["name"] in ("default-deny", "allow-dns") or any("ipBlock" in peer for rule in policy["spec"].get("egress", []) for peer in rule["to"]):
                continue
            left = [item for item in items if item is not policy]
            self.assertEqual(1, len(watch.flows(items) - watch.flows(left)), policy["metadata"]["name"])


class Exemptions(unittest.TestCase):
    def test_hold_for_their_object_and_rule_only(self):
        self.assertEqual([], list(watch.not_exempt(["DaemonSet/node-exporter: hostNetwork"])))
        for complaint in ("DaemonSet/collector-ops: hostNetwork", "StatefulSet/loki: runAsNonRoot is not true", "DaemonSet/node-exporter: hostIPC",
                          "DaemonSet/collector-ops collector: keeps capabilities"):
            self.assertEqual([complaint], list(watch.not_exempt([complaint])))


class Retention(unittest.TestCase):
    def test_of_lines_really_deletes(self):
        for name in ("watch-bundled+helm", "watch-pair+helm"):
            items = rendered(case_named(name))
            loki = yaml.safe_load(watch.config(items, "loki-config", "loki.yaml"))
            self.assertTrue(loki["compactor"]["retention_enabled"])
            self.assertTrue(loki["compactor"]["delete_request_store"])
            tenants = yaml.safe_load(watch.config(items, "loki-config", "tenants.yaml"))["overrides"]
            self.assertEqual({"security", "ops"}, set(tenants))
            self.assertEqual(("17520h", "720h"), (tenants["security"]["retention_period"], tenants["ops"]["retention_period"]))

    def test_of_figures_by_size_fits_the_volume(self):
        for file, case in (("bundled", "watch-bundled+helm"), ("pair", "watch-pair+helm")):
            stateful = next(item for item in rules.of_kind(rendered(case_named(case)), "StatefulSet") if item["metadata"]["name"] == "prometheus")
            size = next(word for word in stateful["spec"]["template"]["spec"]["containers"][0]["args"] if "retention.size" in word)
            volume = rules.amount(stateful["spec"]["volumeClaimTemplates"][0]["spec"]["resources"]["requests"]["storage"])
            self.assertAlmostEqual(0.8, int(re.search(r"=(\d+)MB$", size).group(1)) * 2**20 / volume, places=2, msg=file)


class WrongValues(unittest.TestCase):
    REFUSED = [
        (["observability.metrics=both"], "observability"),
        (["observability.prometheus.replica=2"], "replica"),
        (["observability.loki.replicas=2"], "observability.loki.replicas: 2 instances"),
        (["observability.logs=bundled", "observability.loki.store=objectStore"], "observability.loki.objectStore.bucket"),
        (["observability.logs=existing"], "observability.existing.loki"),
        (["observability.host.namespace=sentinel-prod"], "observability.host.namespace"),
        (["observability.slo.availability=1"], "observability"),
        (["observability.loki.tenants.security.retention=forever"], "retention"),
        (["observability.collectors.security.resources.requests.cpu=2"], "observability.collectors.security.resources"),
        (["watchdog.ebpf.enabled=true"], "watchdog.ebpf.enabled"),
        (["watchdog.enabled=true", "watchdog.ebpf.enabled=true", "watchdog.ebpf.command={guardian,--mode,enforce}"], "command"),
        (["watchdog.ebpf.pinFolder=../x"], "pinFolder"),
    ]

    def test_are_refused_with_their_place(self):
        for settings, place in self.REFUSED:
            for helm in render.HELMS:
                done = render.run(helm, "template", *[word for one in settings for word in ("--set", one)])
                self.assertNotEqual(0, done.returncode, f"{helm} takes {settings}")
                self.assertIn(place, done.stderr, f"{helm} {settings}")


class Existing(unittest.TestCase):
    def setUp(self):
        self.items = rendered(case_named("watch-existing+helm"))

    def test_monitors_and_rules_carry_the_labels_asked_for(self):
        for item in rules.of_kind(self.items, "PodMonitor", "PrometheusRule"):
            self.assertEqual("platform", item["metadata"]["labels"]["release"])

    def test_every_monitor_finds_the_port_of_one_workload(self):
        for monitor in rules.of_kind(self.items, "PodMonitor"):
            space = monitor["spec"]["namespaceSelector"]["matchNames"][0]
            behind = [spec for owner, labels, spec in rules.pods(self.items)
                      if owner["metadata"]["namespace"] == space and rules.selected(monitor["spec"]["selector"], labels)]
            self.assertEqual(1, len(behind), monitor["metadata"]["name"])
            ports = {port["name"] for container in behind[0]["containers"] for port in container["ports"]}
            self.assertIn(monitor["spec"]["podMetricsEndpoints"][0]["port"], ports)

    def test_rules_look_at_nobody_elses_series(self):
        groups = next(item for item in rules.of_kind(self.items, "PrometheusRule"))["spec"]["groups"]
        self.assertGreater(len(groups), 5)
        for group in groups:
            for rule in group["rules"]:
                self.assertNotIn('namespace=~".*"', rule["expr"])
                if rule["expr"] != "vector(1)" and not re.search(r"certmanager|argocd", rule["expr"]):
                    self.assertIn('namespace=~"sentinel-prod|sentinel-prod-host"', rule["expr"], rule.get("alert"))

    def test_nothing_is_run_that_is_there_already(self):
        self.assertFalse({"prometheus", "alertmanager", "grafana", "loki"} & watch.names(self.items, "StatefulSet"))
        self.assertEqual({"collector-security", "collector-ops"}, watch.names(self.items, "DaemonSet"))


class Programs(unittest.TestCase):
    """Every configuration that containers read, read by the real program."""

    def configs(self, name, key):
        for case in watch.cases():
            if case.what["delivery"] == "helm":
                items = rendered(case)
                if name in watch.names(items, "ConfigMap"):
                    yield case, items, watch.config(items, name, key)

    def passes(self, *command, content=None, suffix=".yaml", **more):
        with tempfile.TemporaryDirectory() as folder:
            arguments = list(command)
            if content is not None:
                file = pathlib.Path(folder) / f"config{suffix}"
                file.write_text(content, encoding="utf-8")
                arguments = [word.replace("FILE", str(file)) for word in command]
            done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=folder, **more)
            self.assertEqual(0, done.returncode, done.stdout[-3000:] + done.stderr[-3000:])

    def test_prometheus_takes_its_configuration(self):
        for case, _, text in self.configs("prometheus-config", "prometheus.yml"):
            with self.subTest(case=case.name):
                self.passes("promtool", "check", "config", "--syntax-only", "FILE", content=text)

    def test_prometheus_takes_its_rules(self):
        for case in watch.cases():
            items = rendered(case)
            texts = list(next((one["data"] for one in rules.of_kind(items, "ConfigMap") if one["metadata"]["name"] == "prometheus-rules"), {}).values())
            texts += [yaml.safe_dump(one["spec"]) for one in rules.of_kind(items, "PrometheusRule")]
            for text in texts:
                self.passes("promtool", "check", "rules", "FILE", content=text)

    def test_prometheus_gets_the_objective_of_the_values(self):
        _, items, _ = next(found for found in self.configs("prometheus-config", "prometheus.yml") if found[0].what["watch"] == "pair")
        text = watch.config(items, "prometheus-rules", "slo.yaml")
        self.assertIn("14.4 * (1 - 0.9995)", text)
        self.assertNotIn("(1 - 0.999)", text)

    def test_alertmanager_takes_its_configuration(self):
        for case, _, text in self.configs("alertmanager-config", "alertmanager.yml"):
            with self.subTest(case=case.name):
                self.passes("amtool", "check-config", "FILE", content=text)
                self.assertNotRegex(text, r"https?://")

    def test_alertmanager_sends_pages_to_people_and_the_heartbeat_elsewhere(self):
        _, _, text = next(found for found in self.configs("alertmanager-config", "alertmanager.yml") if found[0].what["watch"] == "pair")
        for labels, receiver in ((["severity=page"], "people"), (["severity=ticket"], "people"), (["alertname=Watchdog", "severity=none"], "dead-man"),
                                 (["severity=none"], "nobody")):
            self.passes("amtool", "config", "routes", "test", "--config.file=FILE", f"--verify.receivers={receiver}", *labels, content=text)

    def test_grafana_parses_every_expression_of_figures(self):
        expressions = set()
        for file in (render.CHART / "files/observability/dashboards").glob("*.json"):
            for panel in json.loads(file.read_text(encoding="utf-8"))["panels"]:
                expressions |= {target["expr"] for target in panel.get("targets", []) if target["datasource"]["type"] == "prometheus"}
        self.assertGreater(len(expressions), 50)
        made = [{"record": f"panel:number:{number}", "expr": re.sub(r"\$__rate_interval", "5m", text).replace("$namespace", "a").replace("$node", "b")}
                for number, text in enumerate(sorted(expressions))]
        self.passes("promtool", "check", "rules", "FILE", content=yaml.safe_dump({"groups": [{"name": "panels", "rules": made}]}))

    def test_dashboards_hang_together(self):
        seen = set()
        for file in (render.CHART / "files/observability/dashboards").glob("*.json"):
            board = json.loads(file.read_text(encoding="utf-8"))
            self.assertEqual(file.stem, board["uid"])
            self.assertNotIn(board["uid"], seen)
            seen.add(board["uid"])
            known = {variable["name"] for variable in board["templating"]["list"]} | {"__rate_interval", "__auto"}
            ids = [panel["id"] for panel in board["panels"]]
            self.assertEqual(len(ids), len(set(ids)))
            for panel in board["panels"]:
                place = panel["gridPos"]
                self.assertLessEqual(place["x"] + place["w"], 24)
                self.assertTrue(panel["title"])
                for target in panel.get("targets", []):
                    used = set(re.findall(r"\$\{?(\w+)", target["expr"] + target["datasource"]["uid"]))
                    self.assertLessEqual(used, known, f"{file.name} {panel['title']}")

    def test_a_broken_one_is_refused(self):
        with self.assertRaises(AssertionError):
            self.passes("promtool", "check", "config", "--syntax-only", "FILE", content="scrape_configs: [{job_name: a, kubernetes_sd: []}]")
        with self.assertRaises(AssertionError):
            self.passes("amtool", "check-config", "FILE", content="route: {receiver: nobody}\n")


class Rules(unittest.TestCase):
    """What cannot complain proves nothing."""

    def test_see_a_lane_that_may_write_by_the_other_door(self):
        items = copy.deepcopy(rendered(case_named("watch-bundled+helm")))
        for item in rules.of_kind(items, "NetworkPolicy"):
            if item["metadata"]["name"] in ("collector-ops-to-loki", "loki-from-collector-ops"):
                rule = item["spec"].get("egress", item["spec"].get("ingress"))[0]
                rule["ports"].append({"protocol": "TCP", "port": 3101})
        self.assertIn(("collector-ops", "loki", "TCP", 3101), watch.flows(items))

    def test_see_a_peer_of_the_wrong_namespace(self):
        items = copy.deepcopy(rendered(case_named("watch-bundled+helm")))
        for item in rules.of_kind(items, "NetworkPolicy"):
            if item["metadata"]["name"] == "loki-from-collector-security":
                item["spec"]["ingress"][0]["from"][0]["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"] = "default"
        self.assertNotIn(("collector-security", "loki", "TCP", 3101), watch.flows(items))


if __name__ == "__main__":
    if not render.HELMS:
        print("SKIP: neither helm3 nor helm4 is on PATH; run installers/tools/fetch, which puts both into the cache.")
        sys.exit(SKIPPED)
    for program in ("promtool", "amtool"):
        if not shutil.which(program):
            print(f"SKIP: {program} is not on PATH; the build root brings it.")
            sys.exit(SKIPPED)
    unittest.main(verbosity=2)
