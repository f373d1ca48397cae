# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts an instance of the bench and prints what it is reached by; see ../up."""
import argparse
import sys

from bench import NEEDS, Bench
from ground import Failed, Unavailable

SKIPPED = 77


def main():
    arguments = argparse.ArgumentParser(prog="tests/peers/up")
    arguments.add_argument("folder")
    arguments.add_argument("--with", dest="wanted", default="", help=f"some of {','.join(NEEDS)}; what they need comes with them")
    arguments.add_argument("--kubernetes", default="", help="1.34 or 1.37 instead of the usual one")
    arguments.add_argument("--argocd", default="", help="2.14 instead of the usual one")
    told = arguments.parse_args()
    wanted = [name for name in told.wanted.split(",") if name]
    if unknown := [name for name in wanted if name not in NEEDS]:
        arguments.error(f"no peer {unknown[0]}; there are {', '.join(NEEDS)}")
    versions = {name: f"{name}-{version}" for name, version in (("kubernetes", told.kubernetes), ("argocd", told.argocd)) if version}
    bench = Bench(told.folder, versions)
    try:
        bench.up(wanted, say=lambda line: print(line, file=sys.stderr, flush=True))
    except Unavailable as why:
        print(f"SKIP: {why}", file=sys.stderr)
        return SKIPPED
    except Failed as why:
        print(f"{why}\nLogs: {bench.ground.logs}", file=sys.stderr)
        return 1
    state = bench.ground.state
    for name, where in [*state["addresses"].items(), *state["files"].items()]:
        print(f"{name:24}{where}")
    print(f"{'logs':24}{bench.ground.logs}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
