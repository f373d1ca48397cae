# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings on a whole render beside kubeconform -strict and kube-score on the same files, with schemas out of the same documents."""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import yaml

TOP = pathlib.Path(__file__).resolve().parents[2]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LOADER.add_constructor("tag:yaml.org,2002:value", lambda _, node: node.value)


class Unavailable(Exception):
    """Why there is nothing to measure against."""


def peer(program):
    where = subprocess.run([TOP / "tests/peers/build", "--where"], check=True, capture_output=True, text=True).stdout
    folder = next(line.split(" ", 1)[1] for line in where.splitlines() if line.startswith("findings "))
    path = pathlib.Path(os.environ.get("SENTINEL_FINDINGS_PEERS", folder + "/bin")) / program
    if not path.exists():
        raise Unavailable(f"{program} is not built; tests/peers/build makes it")
    return path


def schemas_folder():
    script = f'project={TOP}; . {TOP}/installers/root/place.sh; . {TOP}/installers/schemas/versions.sh; echo "$cache/schemas/$schemas_key"'
    folder = pathlib.Path(subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True).stdout.strip())
    if not folder.is_dir():
        raise Unavailable("the schemas were not fetched")
    return folder


def closed(schema):
    """As kubeconform -strict needs it: fields that are not named are refused; int-or-string is either; prose is left out."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("x-kubernetes-int-or-string") or schema.get("format") == "int-or-string":
        return {"oneOf": [{"type": "string"}, {"type": "integer"}]}
    made = {key: closed(value) for key, value in schema.items() if key not in ("description", "default") and not key.startswith("x-")}
    if "properties" in made and not schema.get("x-kubernetes-preserve-unknown-fields"):
        made.setdefault("additionalProperties", False)
    if made.get("allOf") and len(made["allOf"]) == 1:
        made = made["allOf"][0]
    if "$ref" in made:
        made = {"$ref": made["$ref"].replace("#/components/schemas/", "#/definitions/")}
    return made


def references(schema):
    if isinstance(schema, list):
        return set().union(*map(references, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    found = set().union(*map(references, schema.values())) if schema else set()
    return found | ({schema["$ref"].rsplit("/", 1)[1]} if isinstance(schema.get("$ref"), str) else set())


def reachable(name, schemas):
    seen, waiting = {}, {name}
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen[each] = schemas[each]
            waiting |= references(schemas[each])
    return seen


def write_schemas(source, out):
    """One file a kind, named as kubeconform asks for it."""
    for path in (source / "kubernetes-1.35").glob("*.json"):
        raw = json.loads(path.read_text())["components"]["schemas"]
        schemas = {name: closed(schema) for name, schema in raw.items()}
        for name, schema in raw.items():
            for kind in schema.get("x-kubernetes-group-version-kind", []):
                if ".meta.v1." in name:
                    continue
                group = kind["group"].split(".")[0]
                suffix = f"-{group}-{kind['version']}" if group else f"-{kind['version']}"
                whole = {"$ref": f"#/definitions/{name}", "definitions": reachable(name, schemas)}
                (out / f"{kind['kind'].lower()}{suffix}.json").write_text(json.dumps(whole))
    for folder in ("cert-manager", "gateway-api", "keda", "prometheus-operator", "argocd"):
        for path in (source / folder).glob("*.yaml"):
            for document in yaml.load_all(path.read_text(), Loader=LOADER):
                if not document or document.get("kind") != "CustomResourceDefinition":
                    continue
                for version in document["spec"]["versions"]:
                    schema = closed(version["schema"]["openAPIV3Schema"])
                    schema["properties"]["metadata"] = {"type": "object"}
                    group = document["spec"]["group"].split(".")[0]
                    (out / f"{document['spec']['names']['kind'].lower()}-{group}-{version['name']}.json").write_text(json.dumps(schema))


def cpu(command):
    """CPU seconds of one run; an answer of "no" (1) is an answer."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"{' '.join(map(str, command))}: {output.decode(errors='replace')[-500:]}")
    return usage.ru_utime + usage.ru_stime, output


def rows(control, bundle, rounds):
    """The row of the table: (name, ours, peer, unit, target). Says SKIP where the peers are missing."""
    try:
        conform, score, source = peer("kubeconform"), peer("kube-score"), schemas_folder()
    except Unavailable as why:
        print(f"SKIP: no figures of findings: {why}")
        return
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([control, "bundle", "check", bundle, "--environment", "prod", "--render-to", folder / "files"], capture_output=True)
        shutil.copytree(bundle / "environments/prod", folder / "files/prod/own",
                        ignore=lambda _, names: [name for name in names if name in ("values.yaml", "version.yaml", "secrets.example.yaml")])
        (folder / "schemas").mkdir()
        write_schemas(source, folder / "schemas")
        files = sorted(str(path) for path in (folder / "files").rglob("*.yaml"))
        if len(files) < 10:
            raise RuntimeError("the chart was not rendered")
        commands = ([control, "bundle", "check", "--manifests", folder / "files", "-n", "sentinel-prod", "-o", "json"],
                    [conform, "-strict", "-summary", "-kubernetes-version", "1.35.4", "-schema-location",
                     f"{folder}/schemas/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json", *files],
                    [score, "score", *files])
        checked = cpu(commands[1])[1].decode()
        if "Errors: 0" not in checked or "Skipped: 0" not in checked:
            raise RuntimeError(f"kubeconform did not check everything: {checked[-500:]}")
        taken = [[cpu(command)[0] for command in commands] for _ in range(rounds + 1)][1:]
        ours, first, second = (statistics.median(run[at] for run in taken) for at in range(3))
        yield "findings on the prod render / kubeconform + kube-score, CPU", ours * 1e3, (first + second) * 1e3, "ms", 0.2
