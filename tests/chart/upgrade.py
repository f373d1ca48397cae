# SPDX-License-Identifier: GPL-3.0-or-later
"""What an upgrade from the chart before must not do: change what Kubernetes refuses to change, lose a volume, or start a database again."""
import json

from render import VALUES

PREVIOUS = VALUES.parent / "previous"
CASES = {"default": [], "prod": [VALUES / "shape-prod.yaml"], "openshift": [VALUES / "shape-openshift.yaml"]}
FIXED = {  # fields of spec that the API server refuses to change
    "Deployment": ("selector",),
    "StatefulSet": ("selector", "serviceName", "podManagementPolicy", "volumeClaimTemplates"),
    "Job": ("selector", "completionMode", "template"),
}


def before(name):
    return [json.loads(line) for line in (PREVIOUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def known(items):
    return {(item["kind"], item["metadata"]["name"]): item for item in items}


def nothing_is_lost_but_the_old_migration(old, new):
    for key in known(old):
        if key not in known(new) and key[0] != "Job":
            yield f"{key[0]}/{key[1]} would be removed"


def fixed_fields_stay(old, new):
    for key, item in known(old).items():
        for field in FIXED.get(key[0], ()) if key in known(new) else ():
            if item["spec"].get(field) != known(new)[key]["spec"].get(field):
                yield f"{key[0]}/{key[1]}: spec.{field} changes, which is refused"


def services_keep_their_address(old, new):
    for key, item in known(old).items():
        if key[0] == "Service" and key in known(new):
            for field in ("clusterIP", "type"):
                if item["spec"].get(field) != known(new)[key]["spec"].get(field):
                    yield f"Service/{key[1]}: {field} changes"


def databases_are_not_started_again(old, new):
    for key, item in known(old).items():
        if key[0] == "StatefulSet" and key in known(new) and item["spec"]["template"] != known(new)[key]["spec"]["template"]:
            yield f"StatefulSet/{key[1]}: its pods would be made anew"


RULES = [nothing_is_lost_but_the_old_migration, fixed_fields_stay, services_keep_their_address, databases_are_not_started_again]
