# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the figures of README.md's table. Exit 0: taken; 1: one could not be taken; with --strict also when a target is missed."""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import argocd_rows
import peers_client
import policy_rows
import rehearsal
import release_rows


def run(command, stop_at=None):
    """One run: CPU seconds, wall seconds until `stop_at` was printed (or the end), peak memory in MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wall = None
    if stop_at:
        for line in process.stdout:
            if line.decode(errors="replace").startswith(stop_at):  # a line of its own
                wall = time.perf_counter() - started
                break
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0 or (stop_at and wall is None):
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {status}: {(errors or output).decode(errors='replace')[-500:]}")
    return usage.ru_utime + usage.ru_stime, wall or time.perf_counter() - started, usage.ru_maxrss / 1024


def in_turn(ours, peer, rounds, stop_at=None):
    taken = [(run(ours(), stop_at), run(peer(), stop_at)) for _ in range(rounds + 1)][1:]  # the first warms caches
    return [[statistics.median(pair[side][figure] for pair in taken) for figure in range(3)] for side in (0, 1)]


def figure(name, ours, peer, unit, target):
    ratio = ours / peer if peer else ours  # where nothing at all is the limit
    return {"name": name, "ours": round(ours, 3), "peer": round(peer, 3), "unit": unit, "ratio": round(ratio, 3), "target": target,
            "ok": ratio <= target}


def cluster_rows(options, bundle, home):
    """On rehearsal clusters: one that is only started, one with an environment on it, one with many watches."""
    control, programs = options.build / "bin/sentinelctl", options.build / "tests"
    os.environ["XDG_STATE_HOME"] = str(home)  # journals of the deploy
    yield from rehearsal.start_rows(control, home, options.rounds)
    with rehearsal.Rehearsal(control, home, speed=50) as cluster:
        yield from rehearsal.deployed_rows(control, bundle, cluster)
        yield from release_rows.rows(control, shutil.which("helm"), cluster.kubeconfig, home, in_turn)
        yield from rehearsal.watch_rows(programs, cluster, 1000)
        if (programs / "console-idle").exists():
            yield from rehearsal.idle_rows(programs, bundle, cluster)
    with rehearsal.Rehearsal(control, home) as cluster:
        yield from rehearsal.many_rows(programs, cluster)


def peer_rows(options):
    """On a real API server; where there is none, said aloud and left out."""
    from ground import Unavailable

    try:
        yield from peers_client.rows(options.build, int(os.environ.get("SENTINEL_BENCH_PODS", "5000")), int(os.environ.get("SENTINEL_BENCH_MOST", "0")))
    except Unavailable as why:
        print(f"SKIP: no figures of our client beside kubectl and client-go: {why}")
    try:
        yield from argocd_rows.rows(options.build / "bin/sentinelctl")
    except Unavailable as why:
        print(f"SKIP: no figures of rollbacks beside argocd: {why}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--strict", action="store_true")
    options = parser.parse_args()
    control, console = options.build / "bin/sentinelctl", options.build / "bin/sentinel-console"
    helm = shutil.which("helm")
    if not helm:
        print("SKIP: helm is not on PATH, and it is the peer")
        return 77

    figures = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        plan = folder / "plan.yaml"
        subprocess.run([control, "plan", "new", "--environments", "dev,staging,prod", "--set", "load.eventsPerSecond=1200", "--set",
                        "load.logRetention=90d", "--out", plan], check=True, capture_output=True)
        subprocess.run([control, "generate", plan, "--out", folder / "bundle"], check=True, capture_output=True)
        chart, values = folder / "bundle/charts/sentinel", folder / "bundle/environments/prod/values.yaml"
        count = iter(range(10_000))

        ours, peer = in_turn(lambda: [control, "generate", plan, "--out", folder / f"out-{next(count)}"],
                             lambda: [helm, "template", "sentinel", chart, "-f", values], options.rounds)
        figures.append(figure("bundle of three environments / one helm template, CPU", ours[0] * 1e3, peer[0] * 1e3, "ms", 0.2))

        ours, peer = in_turn(lambda: [control, "size", plan, "--environment", "prod"], lambda: [helm, "version"], options.rounds)
        figures.append(figure("sentinelctl size / helm version, CPU", ours[0] * 1e3, peer[0] * 1e3, "ms", 1 / 3))

        figures += [figure(*row) for row in policy_rows.rows(control, folder / "bundle", options.rounds)]

        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = str(folder / "home")
        ours, peer = in_turn(lambda: [console, "--print-first-frame"], lambda: [options.build / "tests/empty-window"], options.rounds,
                             "first-frame")
        figures.append(figure("console's first usable frame / empty window, wall", ours[1] * 1e3, peer[1] * 1e3, "ms", 2))
        figures.append(figure("console's memory / empty window, peak", ours[2], peer[2], "MiB", 2.5))

        with tempfile.TemporaryDirectory() as home:
            try:
                for row in cluster_rows(options, folder / "bundle", pathlib.Path(home)):
                    figures.append(figure(*row))
            except Exception as problem:
                if options.strict:
                    raise
                print(f"Figures of the rehearsal cluster were not all taken: {problem}", file=sys.stderr)

        # On a machine that cannot hold the peers just now, the other figures are still worth having; --strict wants them all.
        try:
            for row in peer_rows(options):
                figures.append(figure(*row))
        except Exception as problem:
            if options.strict:
                raise
            print(f"Figures beside a real API server were not all taken: {problem}", file=sys.stderr)
        keystroke = float(subprocess.run([options.build / "tests/plan-keystroke"], check=True, capture_output=True).stdout)
        figures.append(figure("taking and checking an answer on a keystroke, median", keystroke, 5.0, "ms", 1))
        opened = json.loads(subprocess.run([options.build / "tests/sync-open"], check=True, capture_output=True).stdout)
        figures.append(figure("an Application of 14,000 resources opened / one of 200", opened["large"], opened["small"], "ms", 3))
        figures.append(figure("an Application of 14,000 resources opened, median", opened["large"], 300.0, "ms", 1))

    (options.build / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")
    width = max(len(each["name"]) for each in figures)
    print(f"{'':{width}}  {'ours':>9}  {'peer':>9}        {'ratio':>6}  {'target':>6}")
    for each in figures:
        print(f"{each['name']:{width}}  {each['ours']:9.2f}  {each['peer']:9.2f} {each['unit']:>4}  {each['ratio']:6.3f}  "
              f"{each['target']:6.3f}  {'ok' if each['ok'] else 'MISSED'}")
    return 1 if options.strict and not all(each["ok"] for each in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
