#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs schemas into tables: `pack.py FOLDER OUT` makes OUT/kubernetes-<version>.pack of each version and OUT/custom.pack of the rest.

Descriptions are left out and equal types are kept once, which makes 20 MB of documents some 30 KB. A table is JSON, compressed as
qUncompress reads it: {"kinds": {"apps/v1/Deployment": index}, "nodes": [type, …]}. A type has the letters that core/schema/Schema.cpp
reads: t shape, n name, f format, p fields, r required, c choices, e element, l list kind, k list keys, d their defaults, a atomic, u keeps unknown fields, w field numbers in protobuf.
"""
import json
import pathlib
import re
import sys
import zlib

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LOADER.add_constructor("tag:yaml.org,2002:value", lambda _, node: node.value)  # a bare "=" is text to everybody else
SHAPES = {"string": "s", "integer": "i", "number": "n", "boolean": "b"}


class Table:
    def __init__(self):
        self.nodes = []
        self.seen = {}
        self.named = {}
        self.kinds = {}

    def add(self, node):
        key = json.dumps(node, sort_keys=True)
        if key not in self.seen:
            self.seen[key] = len(self.nodes)
            self.nodes.append(node)
        return self.seen[key]

    def reference(self, name, schemas):
        """A named type: its place is taken before its fields are read, since types may hold themselves."""
        if name not in self.named:
            self.named[name] = len(self.nodes)
            self.nodes.append(None)
            node = self.shape(schemas[name], schemas) | {"n": name}
            self.nodes[self.named[name]] = node
        return self.named[name]

    @staticmethod
    def named_in(schema):
        return schema.get("$ref") or next((part["$ref"] for part in schema.get("allOf", []) if "$ref" in part), None)

    def resolved(self, schema, schemas):
        reference = self.named_in(schema)
        return schemas[reference.rsplit("/", 1)[1]] if reference else schema

    def type(self, schema, schemas):
        reference = self.named_in(schema)
        if reference:
            return self.reference(reference.rsplit("/", 1)[1], schemas)
        return self.add(self.shape(schema, schemas))

    def shape(self, schema, schemas):
        kind = schema.get("type")
        node = {}
        if schema.get("x-kubernetes-int-or-string") or schema.get("format") == "int-or-string":
            return {"t": "x"}
        if schema.get("oneOf") and not kind:
            # A quantity or an int-or-string: text or a number.
            return {"t": "x"} if {part.get("type") for part in schema["oneOf"]} <= {"string", "integer", "number"} else {}
        if schema.get("x-kubernetes-preserve-unknown-fields"):
            node["u"] = 1
        if schema.get("x-kubernetes-map-type") == "atomic":
            node["a"] = 1
        if schema.get("required"):
            node["r"] = schema["required"]
        if "properties" in schema:
            fields = {}
            for name, field in schema["properties"].items():
                index = self.type(field, schemas)
                strategy = field.get("x-kubernetes-patch-strategy", "")
                fields[name] = [index, strategy, field.get("x-kubernetes-patch-merge-key", "")] if strategy else index
            return node | {"t": "o", "p": fields}
        if isinstance(schema.get("additionalProperties"), dict):
            return node | {"t": "m", "e": self.type(schema["additionalProperties"], schemas)}
        if kind == "array":
            node |= {"t": "l", "e": self.type(schema.get("items", {}), schemas)}
            if schema.get("x-kubernetes-list-type") in ("map", "set"):
                node["l"] = schema["x-kubernetes-list-type"]
                if node["l"] == "map":
                    node["k"] = schema["x-kubernetes-list-map-keys"]
                    fields = self.resolved(schema["items"], schemas).get("properties", {})
                    defaults = {key: fields[key]["default"] for key in node["k"] if fields.get(key, {}).get("default") not in (None, "", 0)}
                    if defaults:
                        node["d"] = defaults
            return node
        if kind in SHAPES:
            node["t"] = SHAPES[kind]
            if schema.get("format"):
                node["f"] = schema["format"]
            if schema.get("enum"):
                node["c"] = [str(choice) for choice in schema["enum"]]
            return node
        if kind == "object":
            # An object without named fields: of a built-in kind a free form (FieldsV1, RawExtension).
            return node | {"u": 1}
        return node


META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"


def meta_of(table, folder):
    """What every object carries, custom ones too."""
    schemas = json.loads((folder / "api__v1_openapi.json").read_text())["components"]["schemas"]
    table.meta = table.reference(META, schemas)


def built_in(table, folder):
    for path in sorted(folder.glob("*.json")):
        schemas = json.loads(path.read_text())["components"]["schemas"]
        for name, schema in schemas.items():
            for kind in schema.get("x-kubernetes-group-version-kind", []):
                # Kinds every group has (DeleteOptions, WatchEvent, Status) are not served anywhere.
                if ".meta.v1." not in name and not kind["kind"].endswith("List"):
                    group = kind["group"] + "/" if kind["group"] else ""
                    table.kinds[f"{group}{kind['version']}/{kind['kind']}"] = table.reference(name, schemas)
        table.kinds["v1/DeleteOptions"] = table.reference("io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions", schemas)


def messages(folder):
    """{"io.k8s.api.core.v1.Volume": {number: (field, type)}}, from the .proto files."""
    found = {}
    for path in sorted(folder.glob("*.proto")):
        text = re.sub(r"//.*", "", path.read_text())
        package = re.search(r"^package ([\w.]+);", text, re.M)[1]
        for name, body in re.findall(r"^message (\w+) \{(.*?)^\}", text, re.M | re.S):
            fields = re.findall(r"^\s*(?:optional|repeated|required)?\s*(map<[^>]+>|[\w.]+)\s+(\w+)\s*=\s*(\d+);", body, re.M)
            reversed_name = "io.k8s." + package.removeprefix("k8s.io.") + "." + name
            found[reversed_name] = {int(number): (field, kind if kind.startswith(".") else f".{package}.{kind}") for kind, field, number in fields}
    return found


def numbered(table, found):
    """Adds field numbers. A struct that Go embeds is a message of its own in protobuf and none in JSON: its numbers stand one deeper."""
    def numbers(name, properties):
        result = {}
        for number, (field, kind) in found[name].items():
            inner = "io.k8s." + kind.removeprefix(".k8s.io.")
            if field in properties:
                result[number] = field
            elif inner in found:
                result[number] = numbers(inner, properties)
        return result

    for node in table.nodes:
        if node.get("n") in found and "p" in node:
            node["w"] = numbers(node["n"], node["p"])


def custom(table, folder):
    documents = (part for path in sorted(folder.glob("*.yaml")) for part in yaml.load_all(path.read_text(), Loader=LOADER))
    for definition in documents:
        if not definition or definition.get("kind") != "CustomResourceDefinition":
            continue
        spec = definition["spec"]
        for version in spec["versions"]:
            if not version["served"] or "schema" not in version:
                continue
            schema = version["schema"]["openAPIV3Schema"]
            node = table.shape(schema, {})
            node["p"] = dict(node["p"], metadata=table.meta)
            parts = ".".join(reversed(spec["group"].split(".")))
            node["n"] = f"{parts}.{version['name']}.{spec['names']['kind']}"
            table.kinds[f"{spec['group']}/{version['name']}/{spec['names']['kind']}"] = table.add(node)


def write(table, path):
    text = json.dumps({"kinds": table.kinds, "nodes": table.nodes}, separators=(",", ":"), sort_keys=True).encode()
    path.write_bytes(len(text).to_bytes(4, "big") + zlib.compress(text, 9))


def main(folder, out):
    folder, out = pathlib.Path(folder), pathlib.Path(out)
    out.mkdir(parents=True)
    found = messages(folder / "protobuf")
    for version in sorted(folder.glob("kubernetes-*")):
        table = Table()
        built_in(table, version)
        if version.name == "kubernetes-1.35":  # the version of the messages
            numbered(table, found)
        write(table, out / f"{version.name}.pack")
    table = Table()
    meta_of(table, folder / "kubernetes-1.35")
    for name in ("cert-manager", "argocd", "gateway-api", "keda", "prometheus-operator"):
        custom(table, folder / name)
    write(table, out / "custom.pack")


if __name__ == "__main__":
    main(*sys.argv[1:])
