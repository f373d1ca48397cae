# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON schemas for kubeconform, made from the OpenAPI documents of Kubernetes and the definitions that installers/schemas/fetch has brought:
one file a kind, with everything it refers to inside, and no field allowed that is not named."""
import copy
import json

import yaml


def closed(schema):
    """The schema with every object of named fields closed, and `nullable` in the words of JSON schema."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].replace("#/components/schemas/", "#/definitions/")
    open_ended = made.get("x-kubernetes-preserve-unknown-fields") or made.get("x-kubernetes-embedded-resource")
    if isinstance(made.get("properties"), dict) and "additionalProperties" not in made and not open_ended:
        made["additionalProperties"] = False
    if made.get("x-kubernetes-int-or-string") or made.get("format") == "int-or-string":
        for key in ("type", "format"):
            made.pop(key, None)
        made["anyOf"] = [{"type": "integer"}, {"type": "string"}]
    if made.pop("nullable", False) is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    made.pop("format", None)
    return made


def file_name(group, version, kind):
    suffix = f"-{group.split('.')[0]}" if group else ""
    return f"{kind.lower()}{suffix}-{version}.json"


def of_document(document):
    """(file name, schema) of each kind of an OpenAPI document."""
    schemas = document["components"]["schemas"]
    definitions = {name: closed(schema) for name, schema in schemas.items()}
    quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity"
    if quantity in definitions:
        definitions[quantity] = {"type": ["string", "number"]}
    for name, schema in schemas.items():
        for kind in schema.get("x-kubernetes-group-version-kind", []):
            made = copy.deepcopy(definitions[name])
            made["definitions"] = definitions
            yield file_name(kind["group"], kind["version"], kind["kind"]), made


def of_definition(definition):
    spec = definition["spec"]
    for version in spec["versions"]:
        schema = closed(version["schema"]["openAPIV3Schema"])
        schema["properties"] = {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"}} | {
            key: value for key, value in schema["properties"].items() if key not in ("apiVersion", "kind", "metadata")}
        yield file_name(spec["group"], version["name"], spec["names"]["kind"]), schema


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """A lone = is a word."""


Loader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: loader.construct_scalar(node))


def write(documents, definitions, folder):
    """Writes every schema of the OpenAPI documents and of the definitions; how many."""
    made = {}
    for file in documents:
        made |= of_document(json.loads(file.read_text(encoding="utf-8")))
    for file in definitions:
        for one in yaml.load_all(file.read_text(encoding="utf-8"), Loader=Loader):
            if one and one["kind"] == "CustomResourceDefinition":
                made |= of_definition(one)
    for name, schema in made.items():
        (folder / name).write_text(json.dumps(schema), encoding="utf-8")
    return len(made)
