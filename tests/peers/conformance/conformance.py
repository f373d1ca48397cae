# SPDX-License-Identifier: GPL-3.0-or-later
"""One suite of cases, put to the real API server and to the rehearsal cluster; every answer must be the same, but for what
differences.yaml gives a reason for.

    conformance.py SENTINELCTL [CLIENT] [--real KUBECONFIG] [--rehearsal KUBECONFIG] [--case PATTERN]

SENTINELCTL starts the rehearsal cluster; CLIENT is the program that puts cases through our own client. Without --real it is the bench
of real peers that ctest started (see ../real.py); says SKIP where there is none.
"""
import argparse
import fnmatch
import json
import pathlib
import subprocess
import sys
import traceback

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import yaml  # noqa: E402

import cases_applying  # noqa: E402,F401
import cases_reading  # noqa: E402,F401
import cases_writing  # noqa: E402,F401
import cluster  # noqa: E402
from objects import CASES  # noqa: E402
from real import Unavailable, instance  # noqa: E402
from wire import Absent, Server, differences, plain  # noqa: E402

SKIPPED = 77


def namespace_of(name):
    return "conf-" + name.replace("_", "-")


def told_by(server, name, function):
    ns = namespace_of(name)
    server.post("/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": ns}})
    try:
        return plain(function(server, ns))
    except Exception:  # a case that breaks is told as that: one server may break it, and then it is a difference
        return {"broke": traceback.format_exc(limit=-1).splitlines()[-1]}
    finally:
        server.delete(f"/api/v1/namespaces/{ns}")


def client_cases(program, servers, pattern):
    """Those through our own client, which tells all of them at once."""
    told = []
    for server in servers:
        done = subprocess.run([program, server.kubeconfig, pattern], capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            raise AssertionError(f"{program} on {server.name} ended with {done.returncode}: {done.stderr[-2000:]}")
        told.append(plain(json.loads(done.stdout)))
    names = told[0].keys() | told[1].keys()
    return {name: [each.get(name, Absent) for each in told] for name in names}


class Known:
    """differences.yaml: where both may part, and why."""

    def __init__(self):
        self.rows = yaml.safe_load((HERE / "differences.yaml").read_text()) or []
        self.used = set()
        for row in self.rows:
            assert set(row) == {"case", "where", "reason"} and len(row["reason"]) > 20, row

    def has(self, case, where):
        found = [index for index, row in enumerate(self.rows) if fnmatch.fnmatchcase(case, row["case"]) and fnmatch.fnmatchcase(where, row["where"])]
        self.used.update(found)
        return bool(found)

    def unused(self, ran):
        return [row for index, row in enumerate(self.rows) if index not in self.used and any(fnmatch.fnmatchcase(name, row["case"]) for name in ran)]


def short(value):
    text = "nothing" if value is Absent else json.dumps(value, ensure_ascii=False)
    return text if len(text) < 600 else text[:600] + "…"


def judged(name, real, rehearsed, known):
    """Says how a case went; whether it failed."""
    wrong = [each for each in differences(real, rehearsed) if not known.has(name, each[0])]
    broke = isinstance(real, dict) and "broke" in real
    print(f"{'FAILED' if wrong or broke else 'ok    '} {name}", flush=True)
    for where, ours, theirs in wrong:
        print(f"       {where}\n         real       {short(ours)}\n         rehearsal  {short(theirs)}")
    if broke:
        print(f"       breaks on the real API server: {real['broke']}")
    return bool(wrong or broke)


def compare(servers, client, pattern):
    known, failed, ran = Known(), 0, []
    for name, function in CASES.items():
        if fnmatch.fnmatchcase(name, pattern):
            ran.append(name)
            failed += judged(name, *(told_by(server, name, function) for server in servers), known)
    for name, told in (client_cases(client, servers, pattern) if client else {}).items():
        ran.append(name)
        failed += judged(name, *told, known)
    for row in known.unused(ran) if pattern == "*" else []:
        print(f"FAILED a difference that is none any more: {row['case']} {row['where']}")
        failed += 1
    print(f"{len(ran)} cases, {failed} failed, {len(known.rows)} differences with a reason")
    return 1 if failed or not ran else 0


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("sentinelctl")
    arguments.add_argument("client", nargs="?")
    arguments.add_argument("--real")
    arguments.add_argument("--rehearsal")
    arguments.add_argument("--case", default="*")
    told = arguments.parse_args()
    try:
        real = told.real or instance().kubeconfig
    except Unavailable as why:
        print(f"SKIP: {why}")
        return SKIPPED
    rehearsal = None if told.rehearsal else cluster.LiveCluster(told.sentinelctl, speed=1)
    try:
        return compare([Server("the real API server", real), Server("the rehearsal cluster", told.rehearsal or rehearsal.kubeconfig)], told.client, told.case)
    finally:
        if rehearsal:
            rehearsal.close()


if __name__ == "__main__":
    sys.exit(main())
