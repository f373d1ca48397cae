# SPDX-License-Identifier: GPL-3.0-or-later
"""The smokes, the sync, rollbacks and the guard with other versions: range.py KUBERNETES ARGOCD PROGRAM, as in `1.34 2.14 sentinelctl`; `-` for the usual one."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import real  # noqa: E402


def main(kubernetes, argocd, program):
    versions = {name: f"{name}-{version}" for name, version in (("kubernetes", kubernetes), ("argocd", argocd)) if version != "-"}
    try:
        with real.own(versions=versions) as bench:
            environment = os.environ | {"SENTINEL_PEERS": str(bench.ground.folder)}
            codes = [subprocess.run([sys.executable, "-B", HERE / script, *more], env=environment).returncode
                     for script, more in (("tst_real_cluster.py", []), ("tst_real_sync.py", [program]),
                                          ("../gitops/tst_real_apps.py", [program]), ("../gitops/tst_real_server.py", [program]),
                                          ("../rollback/tst_argocd.py", [program]), ("../rollback/tst_guard.py", [program]))]
            return max(codes)
    except real.Unavailable as why:
        print(f"SKIP: {why} with --all")
        return real.SKIPPED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
