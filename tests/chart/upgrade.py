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


def both(old, new):
    """(what it is, before, after) of everything that stays."""
    after = known(new)
    return [(key, item, after[key]) for key, item in known(old).items() if key in after]


def nothing_is_lost_but_the_old_migration(old, new):
    for kind, name in known(old).keys() - known(new).keys():
        if kind != "Job":
            yield f"{kind}/{name} would be removed"


def fixed_fields_stay(old, new):
    for (kind, name), was, now in both(old, new):
        for field in FIXED.get(kind, ()):
            if was["spec"].get(field) != now["spec"].get(field):
                yield f"{kind}/{name}: spec.{field} changes, which is refused"


def services_keep_their_address(old, new):
    for (kind, name), was, now in both(old, new):
        for field in ("clusterIP", "type") if kind == "Service" else ():
            if was["spec"].get(field) != now["spec"].get(field):
                yield f"Service/{name}: {field} changes"


def databases_are_not_started_again(old, new):
    for (kind, name), was, now in both(old, new):
        if kind == "StatefulSet" and was["spec"]["template"] != now["spec"]["template"]:
            yield f"StatefulSet/{name}: its pods would be made anew"


RULES = [nothing_is_lost_but_the_old_migration, fixed_fields_stay, services_keep_their_address, databases_are_not_started_again]
