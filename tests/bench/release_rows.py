# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of a release of ten revisions near the largest a Secret can hold: read and compared by us, read by helm."""
import base64
import gzip
import json
import pathlib
import random
import shlex
import subprocess

REVISIONS = 10
SPACE = "big-release"
OBJECTS, LINES = 60, 110  # of each about 8 KiB: a Secret of 0.9 MiB, zipped


def manifest(revision, chance):
    """ConfigMaps of words that do not zip well; between two revisions one in ten changes."""
    text = []
    for number in range(OBJECTS):
        own = random.Random(number if number % 10 else chance.random())
        lines = "".join(f"    {own.getrandbits(480):x}\n" for _ in range(LINES))
        text.append(f"---\n# Source: shop/templates/{number}.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: part-{number}\n"
                    f"  labels: {{image: shop}}\ndata:\n  words: |\n{lines}")
    return "".join(text) + f"""---
# Source: shop/templates/web.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {{matchLabels: {{app: web}}}}
  template:
    metadata: {{labels: {{app: web}}}}
    spec:
      containers:
      - name: web
        image: registry.example.com/web:{revision}
"""


def secret(revision, chance):
    status = "deployed" if revision == REVISIONS else "superseded"
    body = {"name": "shop", "namespace": SPACE, "version": revision, "manifest": manifest(revision, chance), "config": {"tag": str(revision)},
            "chart": {"metadata": {"name": "shop", "version": "1.0.0", "apiVersion": "v2", "appVersion": str(revision)}, "templates": [], "values": {}},
            "info": {"first_deployed": "2026-01-01T00:00:00Z", "last_deployed": f"2026-01-{revision:02}T00:00:00Z", "status": status, "description": "Upgrade complete"}}
    packed = base64.b64encode(gzip.compress(json.dumps(body).encode()))
    return {"apiVersion": "v1", "kind": "Secret", "type": "helm.sh/release.v1",
            "metadata": {"name": f"sh.helm.release.v1.shop.v{revision}", "namespace": SPACE,
                         "labels": {"owner": "helm", "name": "shop", "status": status, "version": str(revision)}},
            "data": {"release": base64.b64encode(packed).decode()}}


def rows(control, helm, kubeconfig, folder, in_turn, rounds=3):
    chance = random.Random(7)
    space = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": SPACE}}
    for number, made in enumerate([space, *(secret(revision, chance) for revision in range(1, REVISIONS + 1))]):
        file = pathlib.Path(folder) / f"release-{number}.json"
        file.write_text(json.dumps(made))
        subprocess.run(["kubectl", "--kubeconfig", kubeconfig, "create", "-f", file], check=True, capture_output=True)
    place = f"--kubeconfig {shlex.quote(str(kubeconfig))}"
    listing = f"{shlex.quote(str(control))} rollback {SPACE}/shop {place} -o json >/dev/null 2>&1; [ $? = 2 ]"
    asked = f"{shlex.quote(str(helm))} history shop -n {SPACE} {place} >/dev/null"
    for revision in range(1, REVISIONS + 1):
        asked += f" && {shlex.quote(str(helm))} get manifest shop -n {SPACE} --revision {revision} {place} >/dev/null"
    ours, peer = in_turn(lambda: ["sh", "-c", listing], lambda: ["sh", "-c", asked], rounds)
    yield "ten release Secrets near 1 MiB, decoded and compared / helm history and get, wall", ours[1] * 1e3, peer[1] * 1e3, "ms", 0.2
