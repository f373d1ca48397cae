# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts that observability's containers run: the watchdog over an audit log, the figures of Celery over a real Redis and real workers,
and the exporters of Debian against real servers, so that the rules ask for figures that exist."""
import json
import os
import pathlib
import re
import shutil
import signal
import sys
import tempfile
import unittest

import yaml

import inside
import render
import watch
from inside import Process, get, until

FILES = render.CHART / "files"
EXEC = ('type=SYSCALL msg=audit(1764190000.123:{serial}): arch=c000003e syscall=59 success=yes exit=0 ppid=1 pid=4242 auid=1000 uid=1000 euid=0 '
        'comm="sudo" exe="/usr/bin/sudo" key="sentinel-{rule}"\n')
OTHER = 'type=USER_LOGIN msg=audit(1764190001.5:{serial}): pid=77 uid=0 auid=1000 msg=\'op=login res=success\'\n'


class Watchdog(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.host = self.folder / "host"
        self.log = self.host / "var/log/audit/audit.log"
        self.log.parent.mkdir(parents=True)
        for path in ("sys/kernel/security", "sys/kernel/btf", "sys/fs/bpf"):
            (self.host / path).mkdir(parents=True)
        self.tools = self.folder / "tools"
        self.tools.mkdir()
        (self.tools / "auditctl").write_text(f'#!/bin/sh\necho "$*" >>{self.folder}/calls\n[ "$1" != -s ] || echo "lost 7"\n', encoding="utf-8")
        (self.tools / "auditctl").chmod(0o755)

    def start(self, *arguments, **environment):
        settings = {"HOST_ROOT": str(self.host), "NODE_NAME": "node-1", "PORT": "9101", "PATH": f"{self.tools}:/usr/bin:/bin", **environment}
        process = Process(self.folder, "watchdog", [sys.executable, "-B", FILES / "watchdog/watchdog.py", *arguments], environment=settings)
        self.addCleanup(process.stop)
        return process

    def figures(self):
        return get("http://127.0.0.1:9101/metrics")[1]

    def append(self, text):
        with self.log.open("a", encoding="utf-8") as log:
            log.write(text)

    def matches(self, process):
        return [line for line in map(json.loads, process.said().splitlines()) if line["event"] == "match"]

    def test_reports_what_carries_its_keys_and_counts_the_rest(self):
        self.append(EXEC.format(serial=1, rule="exec"))
        process = self.start("run")
        until("it follows", lambda: "sentinel_watchdog_blind 0" in self.figures())
        self.append(EXEC.format(serial=2, rule="modules") + OTHER.format(serial=3) + "no record at all\n")
        until("it has read", lambda: "sentinel_watchdog_lines_total 2" in self.figures())
        found = self.matches(process)
        self.assertEqual([("modules", "/usr/bin/sudo", "4242", "node-1", "2")],
                         [(one["rule"], one["exe"], one["pid"], one["node"], one["serial"]) for one in found])
        self.assertIn('sentinel_watchdog_matches_total{rule="modules"} 1', self.figures())
        self.assertIn("sentinel_watchdog_last_event_timestamp_seconds 1764190001.5", self.figures())

    def test_loses_nothing_when_the_log_is_rotated(self):
        self.append("")
        process = self.start("run")
        until("it follows", lambda: "sentinel_watchdog_blind 0" in self.figures())
        for turn in range(5):
            self.append("".join(EXEC.format(serial=turn * 100 + number, rule="exec") for number in range(100)))
            self.log.rename(self.log.with_name(f"audit.log.{turn}"))
            self.append("")
            # auditd rotates when a file is full, not several times within a look.
            until("it has read this one", lambda turn=turn: f"sentinel_watchdog_lines_total {turn * 100 + 100}\n" in self.figures())
        self.append(EXEC.format(serial=900, rule="identity"))
        until("it has read all", lambda: "sentinel_watchdog_lines_total 501" in self.figures())
        self.assertEqual([*map(str, range(500)), "900"], [one["serial"] for one in self.matches(process)])

    def test_waits_blind_for_a_node_without_an_audit_log_and_begins_when_it_comes(self):
        self.start("run")
        until("it answers", lambda: "sentinel_watchdog_blind 1" in self.figures())
        self.append(EXEC.format(serial=5, rule="ptrace"))
        until("it sees", lambda: 'matches_total{rule="ptrace"} 1' in self.figures() and "sentinel_watchdog_blind 0" in self.figures())

    def test_fails_there_when_told_to(self):
        self.assertEqual(1, self.start("run", WITHOUT_AUDITD="fail").process.wait(20))

    def test_takes_off_exactly_the_rules_it_loaded_when_it_ends(self):
        self.append("")
        pins = self.host / "sys/fs/bpf/guardian_alpha/maps"
        pins.mkdir(parents=True)
        (pins / "allow").write_text("")
        process = self.start("run", RULES=str(FILES / "watchdog/sentinel.rules"), PIN_FOLDER="guardian_alpha")
        until("it follows", lambda: "sentinel_watchdog_blind 0" in self.figures())
        self.assertEqual(0, process.stop(signal.SIGTERM))
        calls = (self.folder / "calls").read_text(encoding="utf-8").splitlines()
        self.assertIn("-i -R", calls[0])
        loaded = [line for line in (FILES / "watchdog/sentinel.rules").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        self.assertEqual([re.sub("^-a", "-d", re.sub("^-w", "-W", line)) for line in loaded], [call for call in calls if call[:2] in ("-d", "-W")])
        self.assertFalse([call for call in calls if call.startswith("-D")])
        self.assertFalse((self.host / "sys/fs/bpf/guardian_alpha").exists())

    def test_unpins_only_below_the_folder_of_pins(self):
        (self.host / "sys/fs/bpf/other").mkdir()
        for folder in ("..", ".", "../../etc"):
            self.assertNotEqual(0, self.start("unpin", folder).process.wait(20), folder)
        self.assertEqual(0, self.start("unpin", "guardian_alpha").process.wait(20))
        self.assertTrue((self.host / "sys/fs/bpf/other").is_dir())

    def test_lets_the_guard_start_only_where_the_node_can_hold_it(self):
        self.append("")
        self.assertEqual(1, self.start("preflight", "--ebpf").process.wait(20))
        (self.host / "sys/kernel/security/lsm").write_text("lockdown,capability,yama,apparmor,bpf\n", encoding="utf-8")
        (self.host / "sys/kernel/btf/vmlinux").write_text("btf", encoding="utf-8")
        process = self.start("preflight", "--ebpf")
        self.assertEqual(0, process.process.wait(20), process.said())
        (self.host / "sys/kernel/security/lsm").write_text("lockdown,capability,yama,apparmor\n", encoding="utf-8")
        self.assertEqual(1, self.start("preflight", "--ebpf").process.wait(20))
        self.assertEqual(0, self.start("preflight").process.wait(20))


TASKS = '''
import celery
app = celery.Celery("app", broker="redis://:s3cret@127.0.0.1:6379/0")
app.conf.update(task_ignore_result=True, broker_connection_retry_on_startup=True)

@app.task(name="app.good")
def good():
    return 1

@app.task(name="app.bad")
def bad():
    raise ValueError("as told")
'''


def container(workload):
    case = next(one for one in watch.cases() if one.name == "watch-bundled+helm")
    items = render.objects(render.text(render.HELMS[-1], case))
    return next(item for item in items if item["kind"] == "Deployment" and item["metadata"]["name"] == workload)["spec"]["template"]["spec"]["containers"][0]


def names_of(text):
    return {match.group(1) for match in re.finditer(r"^([a-z_:]\w+)(?:\{| )", text, re.M)}


def asked_of(prefix):
    """Every figure that rules and dashboards ask for, of one exporter."""
    found = set()
    for file in (FILES / "observability/rules").glob("*.yaml"):
        for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"]:
            for rule in group["rules"]:
                found |= set(re.findall(rf"\b{prefix}_\w+", rule["expr"]))
    for file in (FILES / "observability/dashboards").glob("*.json"):
        for panel in json.loads(file.read_text(encoding="utf-8"))["panels"]:
            for target in panel.get("targets", []):
                found |= set(re.findall(rf"\b{prefix}_\w+", target["expr"]))
    # And the autoscaler's queries.
    queries = re.findall(r"query: '([^']*)'", (render.CHART / "values.yaml").read_text(encoding="utf-8"))
    return found | {name for query in queries for name in re.findall(rf"\b{prefix}_\w+", query)}


class WithServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.root = inside.root()
        if cls.root is None:
            raise unittest.SkipTest("SKIP in part: the root of the chart's programs is not there; tests/chart/programs/root makes it")
        cls.folder = pathlib.Path(tempfile.mkdtemp(dir="/var/tmp"))
        cls.folder.chmod(0o755)
        cls.addClassCleanup(shutil.rmtree, cls.folder, True) if not os.environ.get("KEEP") else None
        cls.run_inside("redis", "redis-server", "--requirepass", "s3cret", "--appendonly", "yes", "--dir", cls.folder, "--maxmemory", "64mb")

    @classmethod
    def run_inside(cls, name, *command, **environment):
        process = Process(cls.folder, name, command, inside=cls.root, environment=environment)
        cls.addClassCleanup(process.stop)
        return process

    def call(self, name, *command, **environment):
        process = Process(self.folder, name, command, inside=self.root, environment=environment)
        self.assertEqual(0, process.process.wait(60), process.said())
        process.stop()

    def test_celery_is_counted(self):
        folder = self.folder
        (folder / "app.py").write_text(TASKS, encoding="utf-8")
        (folder / "password").write_text("s3cret\n", encoding="utf-8")
        shutil.copy(FILES / "observability/celery_metrics.py", folder / "celery_metrics.py")

        def figures():
            return get("http://127.0.0.1:9808/metrics")[1]

        send = ["python3", "-c", "import app; [app.good.delay() for _ in range(5)]; [app.bad.delay() for _ in range(2)]"]
        self.call("send-first", *send, PYTHONPATH=str(folder))
        exporter = self.run_inside("exporter", "python3", "-B", folder / "celery_metrics.py", BROKER_URL="redis://:PASSWORD@127.0.0.1:6379/0",
                                   BROKER_CREDENTIALS_FILE=str(folder / "password"), QUEUES="celery,reports", POLL_SECONDS="1")
        until("tasks wait", lambda: 'queue_length{queue="celery"} 7' in figures() and "sentinel_celery_workers 0" in figures())
        self.assertIn('queue_length{queue="reports"} 0', figures())
        worker = self.run_inside("worker", "python3", "-m", "celery", "-A", "app", "worker", "--concurrency", "2", PYTHONPATH=str(folder))
        until("the worker is seen", lambda: "sentinel_celery_workers 1" in figures() and "sentinel_celery_worker_processes 2" in figures())
        until("nothing waits", lambda: 'queue_length{queue="celery"} 0' in figures())
        # Events are switched on at each look, so the second look after a worker came has reached it.
        looks = {re.search(r"^sentinel_celery_last_poll_timestamp_seconds (\S+)", figures(), re.M).group(1)}
        until("two more looks", lambda: len(looks.add(re.search(r"^sentinel_celery_last_poll_timestamp_seconds (\S+)", figures(), re.M).group(1)) or looks) > 2)
        self.call("send-again", *send, PYTHONPATH=str(folder))
        until("they are counted", lambda: 'tasks_total{task="app.good",state="succeeded"} 5' in figures()
              and 'tasks_total{task="app.bad",state="failed"} 2' in figures())
        self.assertIn('task_seconds_count{task="app.good"} 5', figures())
        self.assertEqual(200, get("http://127.0.0.1:9808/ready")[0])
        worker.stop()
        until("the worker is missed", lambda: "sentinel_celery_workers 0" in figures())
        self.assertLessEqual(asked_of("sentinel_celery"), names_of(figures()))
        self.assertNotIn("s3cret", exporter.said())

    def test_redis_exporter_has_every_figure_that_is_asked_for(self):
        script = container("redis-exporter")["command"][2].replace("/etc/exporter", str(self.folder)).replace("/redis_exporter", "prometheus-redis-exporter")
        (self.folder / "password").write_text("s3cret\n", encoding="utf-8")
        self.run_inside("redis-exporter", "sh", "-c", script.replace("redis://redis:", "redis://127.0.0.1:"))
        text = until("it answers", lambda: get("http://127.0.0.1:9121/metrics")[1])
        until("Redis is up", lambda: "redis_up 1" in get("http://127.0.0.1:9121/metrics")[1])
        text = get("http://127.0.0.1:9121/metrics")[1]
        only_of_sentinels = {"redis_sentinel_master_ok_sentinels"}
        self.assertLessEqual(asked_of("redis") - only_of_sentinels, names_of(text))

    def test_postgres_exporter_has_every_figure_that_is_asked_for(self):
        bin_dir = next((self.root / "usr/lib/postgresql").glob("*/bin")).relative_to(self.root)
        user = next(line.split(":") for line in (self.root / "etc/passwd").read_text(encoding="utf-8").splitlines() if line.startswith("postgres:"))
        data = self.folder / "pg"
        data.mkdir()
        os.chown(data, int(user[2]), int(user[3]))
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self.call("initdb", *as_user, f"/{bin_dir}/initdb", "-D", data, "-A", "trust")
        self.run_inside("postgres", *as_user, f"/{bin_dir}/postgres", "-D", data, "-k", "", "-c", "listen_addresses=127.0.0.1", "-c", "wal_level=replica",
                        "-c", "archive_mode=on", "-c", "archive_command=true", "-c", "max_replication_slots=4")
        until("it accepts", lambda: "ready to accept connections" in (self.folder / "postgres.log").read_text(encoding="utf-8"))
        (self.folder / "pgpass").write_text("unused", encoding="utf-8")
        self.call("slot", "psql", "-h", "127.0.0.1", "-U", "postgres", "-c", "select pg_create_physical_replication_slot('a', true)")
        # With the very arguments of the chart, since a flag that a program does not know ends it.
        self.run_inside("postgres-exporter", "prometheus-postgres-exporter", *container("postgresql-exporter")["args"],
                        DATA_SOURCE_URI="127.0.0.1:5432/postgres?sslmode=disable", DATA_SOURCE_USER="postgres", DATA_SOURCE_PASS_FILE=str(self.folder / "pgpass"))
        until("PostgreSQL is up", lambda: "pg_up 1" in get("http://127.0.0.1:9187/metrics")[1])
        text = get("http://127.0.0.1:9187/metrics")[1]
        only_with_replicas = {"pg_stat_replication_pg_wal_lsn_diff"}
        self.assertLessEqual(asked_of("pg") - only_with_replicas, names_of(text))


if __name__ == "__main__":
    if not render.HELMS:
        inside.skip("no Helm is on PATH; run installers/tools/fetch.")
    inside.alone()
    unittest.main(verbosity=2)
