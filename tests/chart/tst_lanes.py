# SPDX-License-Identifier: GPL-3.0-or-later
"""The two lanes of logs for real: the render's own configuration of collectors, gate and Loki, run by the real programs in a network of their
own. Only folders and the name of the Service are put in place of a cluster's."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

import inside
import render
import watch
from inside import HERE, Process, get, until

AUDIT = 'type=SYSCALL msg=audit({stamp:.3f}:{serial}): arch=c000003e syscall=59 success=yes exe="/usr/bin/sudo" key="sentinel-exec"\n'


def programs():
    done = subprocess.run([HERE.parents[1] / "tests/peers/build", "--where"], capture_output=True, text=True, check=True)
    places = dict(line.split() for line in done.stdout.splitlines())
    found = {"loki": pathlib.Path(places["loki"]) / "bin/loki", "logql": pathlib.Path(places["loki"]) / "bin/logql",
             "collector": pathlib.Path(places["collector"]) / "bin/collector"}
    return found if all(path.exists() for path in found.values()) else None


def items(name="watch-bundled+helm"):
    case = next(one for one in watch.cases() if one.name == name)
    return render.objects(render.text(render.HELMS[-1], case))


class Configurations(unittest.TestCase):
    def test_are_taken_by_loki(self):
        for case in watch.cases():
            made = render.objects(render.text(render.HELMS[-1], case))
            if "loki-config" not in watch.names(made, "ConfigMap") or case.what["delivery"] != "helm":
                continue
            with self.subTest(case=case.name), tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "loki.yaml"
                file.write_text(watch.config(made, "loki-config", "loki.yaml").replace("/etc/loki", folder), encoding="utf-8")
                (pathlib.Path(folder) / "tenants.yaml").write_text(watch.config(made, "loki-config", "tenants.yaml"), encoding="utf-8")
                done = subprocess.run([PROGRAMS["loki"], f"-config.file={file}", "-config.expand-env=true", "-verify-config"], capture_output=True,
                                      text=True, check=False, env={"POD_IP": "192.0.2.1"})
                self.assertEqual(0, done.returncode, done.stderr)

    def test_are_taken_by_the_collector(self):
        for case in watch.cases():
            made = render.objects(render.text(render.HELMS[-1], case))
            for lane in ("security", "ops"):
                if f"collector-{lane}" not in watch.names(made, "ConfigMap") or case.what["delivery"] != "helm":
                    continue
                with self.subTest(case=case.name, lane=lane), tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
                    file.write(watch.config(made, f"collector-{lane}", "collector.yaml"))
                    file.flush()
                    done = subprocess.run([PROGRAMS["collector"], "validate", "--config", file.name], capture_output=True, text=True, check=False,
                                          env={"NODE_NAME": "node-1"})
                    self.assertEqual(0, done.returncode, done.stderr)

    def test_a_broken_one_is_refused(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            file.write(watch.config(items(), "collector-ops", "collector.yaml").replace("sending_queue", "sending_queues"))
            file.flush()
            self.assertNotEqual(0, subprocess.run([PROGRAMS["collector"], "validate", "--config", file.name], capture_output=True, check=False).returncode)

    def test_loki_parses_every_expression_of_lines(self):
        expressions = set()
        for file in (render.CHART / "files/observability/dashboards").glob("*.json"):
            for panel in json.loads(file.read_text(encoding="utf-8"))["panels"]:
                expressions |= {target["expr"] for target in panel.get("targets", []) if target["datasource"]["type"] == "loki"}
        self.assertGreater(len(expressions), 3)
        lines = "".join(json.dumps(text.replace("$__auto", "5m")) + "\n" for text in sorted(expressions))
        done = subprocess.run([PROGRAMS["logql"]], input=lines, capture_output=True, text=True, check=False)
        self.assertEqual(0, done.returncode, done.stdout)
        self.assertEqual(1, subprocess.run([PROGRAMS["logql"]], input='"{lane=}"\n', capture_output=True, text=True, check=False).returncode)


class Lanes(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir="/var/tmp"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.items = items()
        for path in ("log/pods", "log/audit", "loki", "queue-security", "queue-ops"):
            (self.folder / path).mkdir(parents=True)
        self.serial = 0

    def put(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def start(self, name, command, **more):
        process = Process(self.folder, name, command, **more)
        self.addCleanup(process.stop)
        return process

    def loki(self):
        config = watch.config(self.items, "loki-config", "loki.yaml").replace("/etc/loki/tenants.yaml", str(self.folder / "tenants.yaml"))
        config = re.sub(r"(?<=[ :])/loki", str(self.folder / "loki"), config)
        self.put("tenants.yaml", watch.config(self.items, "loki-config", "tenants.yaml"))
        process = self.start("loki", [PROGRAMS["loki"], f"-config.file={self.put('loki.yaml', config)}"])
        until("Loki is ready behind its gate", lambda: get("http://127.0.0.1:3100/ready")[0] == 200, 90)
        return process

    def gate(self):
        self.put("gate.cfg", watch.config(self.items, "loki-config", "gate.cfg"))
        return self.start("gate", ["haproxy", "-db", "-f", self.folder / "gate.cfg"], inside=ROOT)

    def collector(self, lane):
        config = watch.config(self.items, f"collector-{lane}", "collector.yaml").replace("loki.sentinel-prod.svc", "127.0.0.1")
        config = config.replace("/var/log/", f"{self.folder}/log/").replace("/var/lib/collector", str(self.folder / f"queue-{lane}"))
        if lane == "ops":
            config = config.replace("port: 8888", "port: 8889").replace("0.0.0.0:13133", "0.0.0.0:13134")
        file = self.put(f"{lane}.yaml", config)
        return self.start(f"collector-{lane}", [PROGRAMS["collector"], "--config", file], environment={"NODE_NAME": "node-1"})

    def audit(self, count):
        with (self.folder / "log/audit/audit.log").open("a", encoding="utf-8") as log:
            for _ in range(count):
                self.serial += 1
                log.write(AUDIT.format(stamp=time.time(), serial=self.serial))

    def pod(self, name, lines):
        folder = self.folder / "log/pods" / f"{name}_0b1c2d3e-0000-4000-8000-000000000000" / "main"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "0.log").open("a", encoding="utf-8") as log:
            for line in lines:
                log.write(f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime())}.{time.time_ns() % 10**9:09d}Z stdout F {line}\n")

    def lines(self, tenant, query):
        ask = urllib.parse.urlencode({"query": query, "limit": "5000", "start": str(time.time_ns() - 3600 * 10**9)})
        code, body = get(f"http://127.0.0.1:3100/loki/api/v1/query_range?{ask}", {"X-Scope-OrgID": tenant})
        self.assertEqual(200, code, body)
        return [(stream["stream"], value[1]) for stream in json.loads(body)["data"]["result"] for value in stream["values"]]

    def serials(self):
        return sorted(int(re.search(r":(\d+)\):", line).group(1)) for _, line in self.lines("security", '{lane="security", source="auditd"}'))

    def test_lines_arrive_in_their_own_tenant_with_their_labels(self):
        self.gate()
        self.loki()
        self.collector("security")
        self.collector("ops")
        self.audit(3)
        self.pod("sentinel-prod_backend-7d9", ["hello from the backend", "level=debug noise"])
        self.pod("sentinel-prod-host_watchdog-x1", ['{"event": "match", "rule": "modules"}'])
        self.pod("kube-system_other-1", ["somebody else's"])
        until("audit lines", lambda: self.serials() == [1, 2, 3])
        until("lines of the backend", lambda: len(self.lines("ops", '{lane="ops"}')) == 2)
        until("lines of the watchdog", lambda: self.lines("security", '{lane="security", source="watchdog"} | json | event="match"'))
        labels, line = self.lines("ops", '{lane="ops"} |= "hello"')[0]
        self.assertEqual("hello from the backend", line)
        self.assertEqual(("ops", "app", "main", "sentinel-prod", "node-1"),
                         tuple(labels.get(key) for key in ("lane", "source", "service_name", "k8s_namespace_name", "node")))
        self.assertEqual([], self.lines("security", '{lane="ops"}'))
        self.assertEqual([], self.lines("ops", '{lane="security"}'))
        figures = get("http://127.0.0.1:8888/metrics")[1]
        for name in ("otelcol_exporter_queue_size", "otelcol_exporter_queue_capacity"):
            self.assertIn(name, figures)

    def test_a_lane_cannot_write_by_anothers_name_and_readers_cannot_write(self):
        self.gate()
        self.loki()
        body = json.dumps({"streams": [{"stream": {"lane": "ops"}, "values": [[str(time.time_ns()), "forged"]]}]}).encode()
        kind = {"Content-Type": "application/json"}
        self.assertEqual(204, get("http://127.0.0.1:3102/loki/api/v1/push", {**kind, "X-Scope-OrgID": "security"}, body)[0])
        until("it is in ops", lambda: self.lines("ops", '{lane="ops"} |= "forged"'))
        self.assertEqual([], self.lines("security", '{lane="ops"}'))
        for path in ("push", "delete?query={a=%22b%22}"):
            self.assertEqual(403, get(f"http://127.0.0.1:3100/loki/api/v1/{path}", {**kind, "X-Scope-OrgID": "security"}, body)[0], path)
        for path in ("flush", "ingester/shutdown", "otlp/v1/logs", "config"):
            self.assertEqual(404, get(f"http://127.0.0.1:3100/{path}", {**kind, "X-Scope-OrgID": "security"}, body)[0], path)
        self.assertEqual(401, get("http://127.0.0.1:3100/loki/api/v1/labels")[0])
        self.assertEqual(405, get("http://127.0.0.1:3101/loki/api/v1/push")[0])
        self.assertEqual(404, get("http://127.0.0.1:3101/loki/api/v1/query", data=b"x")[0])

    def test_the_security_lane_loses_nothing_while_loki_is_away_and_its_collector_is_killed(self):
        collector = self.collector("security")
        self.audit(50)
        until("it waits", lambda: re.search(r"otelcol_exporter_queue_size\{[^}]*\} [1-9]", get("http://127.0.0.1:8888/metrics")[1]))
        collector.stop(9)
        self.audit(50)
        self.collector("security")
        self.gate()
        self.loki()
        self.audit(50)
        until("all are there", lambda: sorted(set(self.serials())) == list(range(1, 151)), 90)

    def test_a_lane_that_is_flooded_does_not_hold_up_the_other(self):
        self.gate()
        self.loki()
        self.collector("security")
        self.collector("ops")
        self.audit(1)
        until("both flow", lambda: self.serials() == [1])
        self.pod("sentinel-prod_worker-1", (f"{number} {'x' * 400}" for number in range(60_000)))
        delays = []
        for expected in range(2, 12):
            self.audit(1)
            began = time.monotonic()
            until("the audit line", lambda expected=expected: expected in self.serials())
            delays.append(time.monotonic() - began)
        print(f"  audit lines behind 60000 lines of the other lane: {min(delays):.2f} to {max(delays):.2f} s, queries included")
        self.assertLess(max(delays), 20)

    def test_rules_ask_loki_and_collectors_for_figures_that_exist(self):
        self.gate()
        self.loki()
        self.collector("ops")
        self.pod("sentinel-prod_backend-1", ["one"])
        until("a line", lambda: self.lines("ops", '{lane="ops"}'))
        texts = get("http://127.0.0.1:3100/metrics")[1] + get("http://127.0.0.1:8889/metrics")[1]
        asked = set()
        for file in (render.CHART / "files/observability/rules").glob("*.yaml"):
            asked |= set(re.findall(r"\b(?:loki|otelcol)_\w+", file.read_text(encoding="utf-8")))
        # Counters of what went wrong are there once it did.
        only_when_wrong = {"loki_discarded_samples_total", "otelcol_exporter_enqueue_failed_log_records_total", "otelcol_exporter_send_failed_log_records_total"}
        self.assertLessEqual(asked - only_when_wrong, set(re.findall(r"^([a-z_]\w+)", texts, re.M)))


if __name__ == "__main__":
    if not render.HELMS:
        inside.skip("no Helm is on PATH; run installers/tools/fetch.")
    PROGRAMS, ROOT = programs(), inside.root()
    if PROGRAMS is None:
        inside.skip("Loki and the collector are not built; tests/peers/build --logs compiles them.")
    if ROOT is None:
        inside.skip("the root of the chart's programs is not there; tests/chart/programs/root makes it.")
    inside.alone()
    unittest.main(verbosity=2)
