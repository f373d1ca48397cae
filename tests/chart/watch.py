# SPDX-License-Identifier: GPL-3.0-or-later
"""The observability half of the chart: its cases, who may reach whom, and the exemptions it needs."""
import itertools
import re

import exemptions
import render
from rules import label, of_kind, pods, selected

HOST = f"{render.NAMESPACE}-host"
COMPONENT = "app.kubernetes.io/component"
WATCH_VALUES = render.VALUES / "watch"
# What a complaint of rules.py is called in exemptions.yaml, where kube-linter has a name for it (the last one is ours).
NAMES = {"hostNetwork$": "kube-linter/host-network", "hostPID$": "kube-linter/host-pid", "runAsNonRoot is not true": "kube-linter/run-as-non-root",
         "is of a kind that restricted namespaces refuse": "kube-linter/sensitive-host-mounts", "keeps capabilities": "kube-linter/drop-all-capabilities"}


class Case(render.Case):
    pass


def cases():
    """Each file of values/watch, delivered both ways; one of them also over the shapes of the application."""
    found = []
    for file, delivery in itertools.product(sorted(WATCH_VALUES.glob("*.yaml")), ("argocd", "helm")):
        found.append(Case(f"watch-{file.stem}+{delivery}", [file, render.VALUES / f"delivery-{delivery}.yaml"],
                          watch=file.stem, delivery=delivery, shape=None))
    for shape in render.SHAPES:
        found.append(Case(f"watch-bundled+{shape}", [render.VALUES / f"shape-{shape}.yaml", WATCH_VALUES / "bundled.yaml"],
                          watch="bundled", delivery="helm", shape=shape))
    return found


def needed():
    """(rule, object) of what exemptions.yaml excuses from the rules of rules.py."""
    return {(one["rule"], name) for one in exemptions.load() if one["rule"] in NAMES.values() for name in one["objects"]}


def rule_of(complaint):
    return next((name for pattern, name in NAMES.items() if re.search(pattern, complaint)), None)


def not_exempt(complaints, used=None):
    """The complaints that no exemption covers; `used` collects those that were needed."""
    for complaint in complaints:
        owner, rule = complaint.split(":")[0].split(" ")[0], rule_of(complaint)
        kind, _, name = owner.partition("/")
        if rule is None or not exemptions.exempted(rule, kind, name):
            yield complaint
        elif used is not None:
            used.add((rule, owner))


def places(items):
    """(component, namespace) -> labels of every pod."""
    return {(labels[COMPONENT], owner["metadata"]["namespace"]): labels for owner, labels, _ in pods(items)}


def matches(peer, mine, key, labels):
    """Whether a peer of a policy in the namespace `mine` means the pod `key`."""
    if "ipBlock" in peer:
        return False
    space = peer.get("namespaceSelector")
    if space is None:
        inside = key[1] == mine
    else:
        inside = all(value == key[1] for name, value in space.get("matchLabels", {}).items() if name == "kubernetes.io/metadata.name")
    return inside and selected(peer.get("podSelector", {}), labels)


def flows(items):
    """(from, to, protocol, port) that the policies open at both ends, over both namespaces."""
    everyone = places(items)

    def opened(direction, peers):
        found = set()
        for policy in of_kind(items, "NetworkPolicy"):
            mine = policy["metadata"]["namespace"]
            for rule in policy["spec"].get(direction, []):
                for subject, labels in everyone.items():
                    if subject[1] != mine or not selected(policy["spec"]["podSelector"], labels):
                        continue
                    for peer, peer_labels in everyone.items():
                        if any(matches(one, mine, peer, peer_labels) for one in rule[peers]):
                            ends = (subject, peer) if direction == "egress" else (peer, subject)
                            found |= {(ends[0][0], ends[1][0], port["protocol"], port["port"]) for port in rule["ports"]}
        return found

    return opened("egress", "to") & opened("ingress", "from")


def outside(items):
    """(component, port) of every way out to addresses instead of pods."""
    found = set()
    for policy in of_kind(items, "NetworkPolicy"):
        for rule in policy["spec"].get("egress", []):
            if any("ipBlock" in peer for peer in rule["to"]) and policy["spec"]["podSelector"]:
                found |= {(policy["spec"]["podSelector"]["matchLabels"][COMPONENT], port["port"]) for port in rule["ports"]}
    return found


def mine(items):
    """What belongs to this half: by component."""
    ours = ("prometheus", "alertmanager", "grafana", "loki", "collector-security", "collector-ops", "node-exporter", "kube-state-metrics",
            "postgresql-exporter", "redis-exporter", "celery-exporter", "watchdog", "host")
    return [item for item in items if item["metadata"]["labels"].get(COMPONENT) in ours]


def config(items, name, key):
    return next(item for item in of_kind(items, "ConfigMap") if item["metadata"]["name"] == name)["data"][key]


def names(items, kind):
    return {item["metadata"]["name"] for item in of_kind(items, kind)}


__all__ = ["cases", "config", "flows", "label", "mine", "names", "needed", "not_exempt", "outside", "places"]
