# SPDX-License-Identifier: GPL-3.0-or-later
"""sentinelctl as a person who has the bench's kubeconfig runs it."""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import real  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "sentinelctl"


class Commands(real.Peers):
    def setUp(self):
        self.folder = self.home()

    def environment(self, more=None):
        return dict(os.environ) | {"KUBECONFIG": str(self.bench.kubeconfig), "XDG_STATE_HOME": str(self.folder / "state"), "LC_ALL": "C.UTF-8"} | (more or {})

    def sentinelctl(self, *arguments, code=0, environment=None):
        environment = self.environment(environment)
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=real.PATIENCE)
        if code is not None:
            self.assertEqual(code, done.returncode, f"{arguments} said\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done

    def document(self, *arguments, code=0, environment=None):
        return json.loads(self.sentinelctl(*arguments, "-o", "json", code=code, environment=environment).stdout)

    def make(self, *objects):
        for one in objects:
            self.bench.apply(given=json.dumps(one))
