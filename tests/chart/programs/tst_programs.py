# SPDX-License-Identifier: GPL-3.0-or-later
"""What the containers of the chart run, run: PostgreSQL under Patroni with etcd, HAProxy and PgBouncer, and Redis with its Sentinels, from the
very commands, scripts, settings and probes of a render, on Debian's programs in a network of their own. Takes root; says SKIP where it is not."""
import copy
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import inside  # noqa: E402
import render  # noqa: E402
from pods import Failed, Network, Pod, until  # noqa: E402

SECRETS = {
    "sentinel-database": {"password": "app-Password_1"},
    "sentinel-patroni": {"superuser-password": "super-Password_1", "replication-password": "copy-Password_1", "rest-password": "rest-Password_1"},
    "sentinel-redis": {"password": "redis-Password_1"},
}
VALUES = ["--set", "patroni.enabled=true,redisSentinel.enabled=true,clusterDomain=cluster.local",
          # What a small machine has room for.
          "--set", "postgresql.resources.limits.memory=256Mi,postgresql.resources.requests.memory=256Mi,postgresql.maxConnections=120,pgbouncer.poolSize=20",
          "--set", "redis.resources.limits.memory=128Mi,redis.resources.requests.memory=128Mi"]


class Cluster(unittest.TestCase):
    """A render, and pods of it."""

    more = ()

    @classmethod
    def setUpClass(cls):
        done = render.run(render.HELMS[-1], "template", *VALUES, *cls.more)
        assert done.returncode == 0, done.stderr
        cls.items = copy.deepcopy(render.objects(done.stdout))
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="chart-programs-"))
        cls.folder.chmod(0o755)
        cls.network = Network(cls.folder, render.NAMESPACE)
        cls.pods, cls.number = {}, 10

    @classmethod
    def tearDownClass(cls):
        for pod in cls.pods.values():
            if pod.alive():
                pod.stop(signal.SIGKILL)
        cls.network.end()
        if "KEEP" not in os.environ:  # to look at what they said
            shutil.rmtree(cls.folder)

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before:
            for pod in self.pods.values():
                print(f"---- {pod.name} ({'alive' if pod.alive() else 'ended'})\n{pod.said()}", file=sys.stderr)

    @classmethod
    def owner(cls, kind, name):
        return next(one for one in cls.items if (one["kind"], one["metadata"]["name"]) == (kind, name))

    @classmethod
    def make(cls, kind, name, count=None):
        """The pods of a workload, not yet started."""
        owner = cls.owner(kind, name)
        start = owner["spec"].get("ordinals", {}).get("start", 0)
        made = []
        for number in range(start, start + (count or owner["spec"]["replicas"])):
            cls.number += 1
            pod = Pod(cls.network, inside.root(), cls.items, owner, f"{name}-{number}", cls.number, SECRETS)
            cls.pods[pod.name] = pod
            made.append(pod)
        return made

    @classmethod
    def is_ready(cls, *pods, seconds=90):
        for pod in pods:
            until(f"{pod.name} is ready", pod.ready, seconds)
            for probe in ("startupProbe", "livenessProbe"):
                if not pod.probe(probe):
                    raise Failed(f"{pod.name}: ready, but its {probe} says no")


class Runbook:
    """Entries of a runbook as sentinelctl generates it for a plan like this render; their commands are run where `kubectl exec` would run them."""

    def __init__(self, folder):
        plan, bundle = folder / "plan.yaml", folder / "bundle"
        for command in (["plan", "new", "--profile", "prod", "--set", "availability.level=zone", "--set", "network.host=sentinel.example.com", "--out", plan],
                        ["generate", plan, "--out", bundle]):
            subprocess.run([os.environ["SENTINELCTL"], *command], capture_output=True, check=True)
        self.text = (bundle / "docs/RUNBOOKS/data.md").read_text(encoding="utf-8")

    @staticmethod
    def parsed(line, given=None, **variables):
        """(name of the pod, command, what is given to it) of a kubectl exec."""
        for name, value in variables.items():
            line = line.replace(f'"${name}"', value).replace(f"${name}", value)
        words = shlex.split(line, comments=True)
        words = words[:words.index("|")] if "|" in words else words
        end = words.index("--")
        target = next(word for word in words[words.index("exec") + 1:end] if not word.startswith("-"))
        return target, words[end + 1:], given

    def executed(self, leader):
        """Everything in blocks that is run inside of a container."""
        for block in re.findall(r"^```sh\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL):
            for line, sql in re.findall(r"^(.*?kubectl .*? exec .*?)(?: <<'SQL'\n(.*?)^SQL)?$", block, re.MULTILINE | re.DOTALL):
                loop = re.fullmatch(r"for n in ([0-9 ]+); do (.*); done", line)
                for number in loop.group(1).split() if loop else [""]:
                    yield self.parsed(loop.group(2) if loop else line, sql or None, n=number, LEADER=leader)

    def said(self, words):
        """A command that stands in a sentence."""
        return next(found for found in re.findall(r"`(kubectl [^`]+)`", self.text) if words in found)


class Database(Cluster):
    def sql(self, text, through="pgbouncer", database="sentinel_db", user="sentinel_user", password="app-Password_1"):
        """One answer, asked by the client's way: from a pod's program, over the network."""
        port = {"pgbouncer": 6432, "haproxy": 5000, "readers": 5001}[through]
        host = self.pods["pgbouncer-0" if through == "pgbouncer" else "haproxy-0"].address
        done = self.pods["patroni-0" if self.pods["patroni-0"].alive() else "patroni-1"].execute(
            ["psql", "--no-psqlrc", "-qAt", "-v", "ON_ERROR_STOP=1", f"host={host} port={port} dbname={database} user={user} connect_timeout=5"],
            text, {"PGPASSWORD": password})
        if done.returncode:
            raise Failed(done.stderr.strip())
        return done.stdout.strip()

    def leader(self):
        for pod in self.members:
            if pod.alive() and self.role(pod) == "primary":
                return pod
        return None

    def role(self, pod):
        script = ("import json,urllib.request; print(json.load(urllib.request.urlopen('http://127.0.0.1:8008/patroni', timeout=3))['role'])")
        done = pod.execute(["python3", "-c", script])
        if done.returncode:
            raise OSError(done.stderr.strip()[-300:])
        return done.stdout.strip()

    @property
    def members(self):
        return [self.pods[f"patroni-{number}"] for number in range(3)]

    def standbys(self):
        """Synchronous ones of all that stream, as etcd has it: that, and not PostgreSQL's own view, decides who may lead next."""
        script = "import urllib.request; print(urllib.request.urlopen('http://127.0.0.1:8008/cluster', timeout=3).read().decode())"
        members = json.loads(self.leader().execute(["python3", "-c", script]).stdout)["members"]
        streaming = [one["role"] for one in members if one["state"] == "streaming"]
        return f"{streaming.count('sync_standby')}/{len(streaming)}"

    def super(self, text):
        done = self.leader().execute(["psql", "--no-psqlrc", "-qAt", "-U", "postgres", "-h", "/var/run/postgresql", "-d", "postgres"], text,
                                     {"PGPASSWORD": "super-Password_1"})
        if done.returncode:
            raise Failed(done.stderr.strip())
        return done.stdout.strip()

    def test_1_comes_up_by_itself(self):
        members = self.make("StatefulSet", "etcd")
        for pod in members:
            pod.start()
        self.is_ready(*members)
        members = self.make("StatefulSet", "patroni")
        proxies = self.make("Deployment", "haproxy") + self.make("Deployment", "pgbouncer", 1)
        self.network.call("haproxy", proxies[0].address)
        for pod in members + proxies:
            pod.start()
        self.is_ready(*members, seconds=180)
        self.is_ready(*proxies)
        until("one of them leads", self.leader)
        until("two replicas, one of them synchronous", lambda: self.standbys() == "1/2")

    def test_2_serves_sentinels_own_user_and_nobody_else(self):
        self.assertEqual("sentinel_user", self.sql("SELECT current_user"))
        self.assertEqual("sentinel_user", self.sql("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
        self.assertEqual("off", self.sql("SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user").replace("false", "off"))
        for wrong in ({"password": "other"}, {"user": "postgres", "password": "super-Password_1"}):
            with self.assertRaises(Failed):
                self.sql("SELECT 1", through="haproxy", **wrong)

    def test_3_writes_on_the_leader_and_reads_from_replicas(self):
        self.sql("CREATE TABLE kept (number int PRIMARY KEY); INSERT INTO kept SELECT generate_series(1, 1000)")
        self.assertEqual("false", self.sql("SELECT pg_is_in_recovery()::text"))
        # HAProxy finds a replica at its next checks, which may be after it streams.
        until("a replica answers those who only read", lambda: self.sql("SELECT pg_is_in_recovery()::text", database="sentinel_db_read") == "true")
        until("the replica has what was written", lambda: self.sql("SELECT count(*) FROM kept", database="sentinel_db_read") == "1000")
        with self.assertRaises(Failed):
            self.sql("INSERT INTO kept VALUES (0)", database="sentinel_db_read")

    @unittest.skipUnless("SENTINELCTL" in os.environ, "SENTINELCTL does not say where sentinelctl is")
    def test_3_what_the_runbook_says_can_be_done(self):
        runbook, leader, seen = Runbook(self.folder), self.leader(), set()
        for target, command, given in runbook.executed(leader.name):
            if target in self.pods and command[0] in ("sh", "etcdctl", "df"):
                done = self.pods[target].execute(command, given)
                self.assertEqual((0, False), (done.returncode, "ERROR" in done.stderr), f"{target}: {command} {given}: {done.stdout}{done.stderr}")
                self.assertTrue(done.stdout.strip() or command[-2:] == ["alarm", "list"], command)
                seen.add(given or command[-1])
        self.assertGreater(len(seen), 8, seen)
        # What asks for the password of orders, and empties a member: only by force, since nobody is there to answer.
        replica = next(pod for pod in self.members if pod is not leader)
        _, command, _ = runbook.parsed(runbook.said("reinit").replace("patroni-N", replica.name))
        done = leader.execute(command)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertIn("Success", done.stdout)
        until("it is made anew and follows", lambda: self.standbys() == "1/2")

    def test_4_has_the_settings_of_the_values(self):
        settings = dict(line.split("|") for line in self.super(
            "SELECT name, setting FROM pg_settings WHERE name IN ('max_connections', 'data_checksums', 'password_encryption', 'shared_buffers', 'wal_level')"
        ).splitlines())
        self.assertEqual({"max_connections": "120", "data_checksums": "on", "password_encryption": "scram-sha-256", "shared_buffers": str(64 * 128),
                          "wal_level": "replica"}, settings)

    def test_5_a_pod_that_ends_hands_over_and_comes_back(self):
        before = self.leader()
        before.stop()
        after = until("another one leads", self.leader)
        self.assertNotEqual(before.name, after.name)
        until("writing goes on under the same name", lambda: self.sql("INSERT INTO kept VALUES (1001) ON CONFLICT DO NOTHING RETURNING 1") != "?")
        before.start()
        self.is_ready(before)
        self.assertEqual("replica", self.role(before))
        until("it copies again", lambda: self.standbys() == "1/2")

    def test_6_a_leader_that_is_killed_is_replaced_and_loses_nothing(self):
        self.sql("INSERT INTO kept SELECT generate_series(2001, 2500)")
        before = self.leader()
        before.stop(signal.SIGKILL)
        until("another one leads", self.leader, 60)
        until("writing goes on", lambda: self.sql("INSERT INTO kept VALUES (3000) ON CONFLICT DO NOTHING; SELECT count(*) FROM kept") == "1502", 60)
        before.start()
        self.is_ready(before)
        until("it copies again", lambda: self.standbys() == "1/2")

    def test_7_changed_values_reach_a_cluster_that_exists(self):
        config = next(one for one in self.items if one["kind"] == "ConfigMap" and one["metadata"]["name"] == "patroni-config")
        for key in ("dynamic.yaml", "patroni.yaml"):
            config["data"][key] = config["data"][key].replace('log_min_duration_statement: "1000"', 'log_min_duration_statement: "750"')
        replica = next(pod for pod in self.members if pod is not self.leader())
        replica.stop()
        replica.start()
        self.is_ready(replica)
        until("the leader has the new setting too", lambda: self.super("SHOW log_min_duration_statement") == "750ms")

    def test_8_no_password_is_in_an_argument_or_in_what_they_say(self):
        for pod in self.pods.values():
            text = pod.log.read_text(errors="replace") + pathlib.Path(f"/proc/{pod.first()}/cmdline").read_text()
            for secret in SECRETS.values():
                for value in secret.values():
                    self.assertNotIn(value, text, pod.name)


class Broker(Cluster):
    def redis(self, pod, *command, port=6379):
        done = self.pods[pod].execute(["redis-cli", "-p", str(port), "--raw", *command], environment={"REDISCLI_AUTH": SECRETS["sentinel-redis"]["password"]})
        return done.stdout.strip()

    def through(self, *command):
        """By the name `redis`, through the proxy."""
        return self.redis("redis-sentinel-1", "-h", self.pods["redis-proxy-0"].address, "-a", SECRETS["sentinel-redis"]["password"], "--no-auth-warning", *command)

    def role(self, pod):
        return next(iter(self.redis(pod, "ROLE").splitlines()), None)

    def master(self):
        found = [pod.name for pod in self.nodes if pod.alive() and self.role(pod.name) == "master"]
        return found[0] if len(found) == 1 else None

    @property
    def nodes(self):
        return [self.pods[f"redis-node-{number}"] for number in range(3)]

    def named(self):
        """The address that all Sentinels give."""
        answers = {self.redis(f"redis-sentinel-{number}", "SENTINEL", "get-master-addr-by-name", "mymaster", port=26379).splitlines()[0] for number in (1, 2, 3)}
        return answers.pop() if len(answers) == 1 else None

    def test_1_comes_up_by_itself(self):
        nodes, sentinels = self.make("StatefulSet", "redis-node"), self.make("StatefulSet", "redis-sentinel")
        proxies = self.make("Deployment", "redis-proxy")
        for pod in nodes + sentinels:
            self.network.call(pod.name, pod.address)
        for pod in nodes + sentinels + proxies:
            pod.start()
        self.is_ready(*sentinels, *nodes, *proxies, seconds=120)
        self.assertEqual("redis-node-0", self.master())
        until("both others copy", lambda: "connected_slaves:2" in self.redis("redis-node-0", "INFO", "replication"))

    def test_2_writes_go_to_the_master_by_the_products_name(self):
        self.assertEqual("OK", self.through("SET", "task", "1"))
        self.assertEqual("noeviction", self.through("CONFIG", "GET", "maxmemory-policy").splitlines()[-1])
        until("copied", lambda: self.redis("redis-node-1", "GET", "task") == "1" and self.redis("redis-node-2", "GET", "task") == "1")

    def test_3_refuses_who_has_no_password(self):
        done = self.pods["redis-sentinel-1"].execute(["redis-cli", "-h", self.nodes[0].address, "GET", "task"])
        self.assertIn("NOAUTH", done.stdout)

    @unittest.skipUnless("SENTINELCTL" in os.environ, "SENTINELCTL does not say where sentinelctl is")
    def test_3_what_the_runbook_says_can_be_asked(self):
        seen = set()
        for target, command, _ in Runbook(self.folder).executed(""):
            if target in self.pods and command[0] in ("sh", "redis-cli", "df"):
                done = self.pods[target].execute(command)
                self.assertEqual(0, done.returncode, f"{target}: {command}: {done.stdout}{done.stderr}")
                self.assertNotIn("NOAUTH", done.stdout)
                self.assertNotIn("ERR ", done.stdout)
                self.assertTrue(done.stdout.strip(), command)
                seen.add(" ".join(command[-3:]))
        self.assertGreater(len(seen), 7, seen)

    def test_4_a_dead_master_is_replaced_and_comes_back_as_a_replica(self):
        before = self.pods[self.master()]
        until("the Sentinels know the replicas", lambda: self.redis("redis-sentinel-1", "SENTINEL", "replicas", "mymaster", port=26379).count("runid") == 2)
        before.stop(signal.SIGKILL)
        until("another one is master", self.master, 60)
        until("by the product's name it can be written again", lambda: self.through("SET", "task", "2") == "OK", 30)
        before.start()
        self.is_ready(before)
        self.assertEqual("slave", self.role(before.name))
        until("it has what was written meanwhile", lambda: self.redis(before.name, "GET", "task") == "2")

    def test_5_a_master_whose_volume_is_lost_does_not_lead_with_nothing(self):
        until("all Sentinels agree and both others copy", lambda: self.named() and "connected_slaves:2" in self.redis(self.master(), "INFO", "replication"))
        before = self.pods[self.master()]
        before.stop(signal.SIGKILL)
        before.wipe("data")
        before.start()
        until("another one is master", lambda: self.master() not in (None, before.name), 60)
        self.is_ready(before)
        self.assertEqual("slave", self.role(before.name))
        until("nothing is lost", lambda: self.through("GET", "task") == "2" and self.redis(before.name, "GET", "task") == "2")

    def test_6_a_sentinel_whose_volume_is_lost_learns_from_the_others(self):
        lost = self.pods["redis-sentinel-2"]
        master = until("all Sentinels agree", self.named)
        lost.stop()
        lost.wipe("data")
        lost.start()
        self.is_ready(lost)
        self.assertEqual(master, until("all Sentinels agree", self.named))

    def test_7_after_a_power_cut_of_all_one_leads_with_what_was_written(self):
        until("both others copy", lambda: "connected_slaves:2" in self.redis(self.master(), "INFO", "replication"))
        task = self.through("GET", "task")
        for pod in self.pods.values():
            pod.stop(signal.SIGKILL)
        for pod in self.pods.values():
            pod.start()
        self.is_ready(*self.pods.values(), seconds=120)
        until("one is master, and all Sentinels name it", lambda: self.master() and self.named() == self.pods[self.master()].address)
        self.assertEqual(task, until("it answers", lambda: self.through("GET", "task")))
        until("and can be written", lambda: self.through("SET", "task", "3") == "OK")


if __name__ == "__main__":
    reason = None
    if os.geteuid() != 0:
        reason = "containers and a network of their own take root"
    elif not render.HELMS:
        reason = "neither helm3 nor helm4 is on PATH"
    elif inside.root() is None:
        reason = "the programs of the chart's containers are not there; tests/chart/programs/root fetches them"
    elif subprocess.run(["unshare", "--net", "--mount", "--propagation", "unchanged", "--pid", "--fork", "true"], capture_output=True, check=False).returncode:
        reason = "no namespaces can be made here"
    if reason:
        print(f"SKIP: {reason}.")
        sys.exit(inside.SKIPPED)
    unittest.main(verbosity=2)
