"""Rules of our own for the contract: `python openapi/lint.py [openapi/guildhall.yaml]`; a line a breach, exit 1."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

LIMIT = 6 * 1024
"""Bytes of JSON that one operation may take: what is longer belongs into a shared component."""
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")
ANSWERS = ("Problem", "FieldProblem")
"""Closed, and yet not sent by callers."""
METHODS = ("get", "post", "patch", "put", "delete")


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and operation, one by one."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def _say(found: list[str], name: str, what: str) -> None:
    found.append(f"{name}: {what}")


def breaches(document: dict[str, Any]) -> list[str]:
    """What breaks a rule, a line each."""
    found: list[str] = []
    seen: set[str] = set()
    tags = {tag["name"] for tag in document.get("tags", [])}
    for path, method, operation in operations(document):
        name = operation.get("operationId", f"{method} {path}")
        say = partial(_say, found, name)
        if not NAME.fullmatch(name) or name in seen:
            say("operationId is resource_verb, and one of a kind")
        seen.add(name)
        if not operation.get("summary") or len(operation["summary"]) > 120:
            say("a summary of up to 120 characters")
        if len(operation.get("tags", [])) != 1 or operation["tags"][0] not in tags:
            say("exactly one tag, which the document describes")
        if not operation.get("security"):
            say("security is told, be it that none is needed")
        found += [f"{name}: {line}" for line in _responses(document, operation)]
        for parameter in operation.get("parameters", []):
            if parameter.get("in") == "path" and not parameter["schema"].get("pattern"):
                say(f"the id {parameter['name']} has no pattern")
        size = len(json.dumps(operation, separators=(",", ":")).encode())
        if size > LIMIT:
            say(f"{size} bytes: at most {LIMIT}")
        if name.endswith("_list"):
            page = _resolved(document, operation["responses"]["200"]["content"]["application/json"]["schema"])
            if not {"data", "next_cursor"} <= set(page.get("properties", {})):
                say("a list is a cursor page")
    return found + list(_enums(document)) + list(_ids(document)) + list(_bounds(document))


def _resolved(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


OAUTH_ERROR = {"schema": {"$ref": "#/components/schemas/OAuthError"}}
"""The form that RFC 6749, 5.2, gives to refusals of its own endpoints."""


def _responses(document: dict[str, Any], operation: dict[str, Any]) -> Iterator[str]:
    statuses = operation["responses"]
    if not any(status.startswith("2") for status in statuses):
        yield "no success is documented"
    if not any(status.startswith("4") for status in statuses):
        yield "no refusal is documented"
    for status, response in statuses.items():
        content = dict(_resolved(document, response).get("content", {}))
        if content.get("application/json") == OAUTH_ERROR:
            del content["application/json"]
        if status.startswith(("4", "5")) and list(content) != ["application/problem+json"]:
            yield f"{status} is no problem document"


def walk(node: Any, at: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of the document with its place."""
    if isinstance(node, dict):
        yield at, node
        for key, value in node.items():
            yield from walk(value, f"{at}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{at}/{index}")


def _enums(document: dict[str, Any]) -> Iterator[str]:
    """An enum of two values or more is a component, or stands inline only once."""
    places: dict[str, list[str]] = {}
    for at, node in walk({key: document[key] for key in ("paths", "components")}):
        values = node.get("enum")
        inline = not re.fullmatch(r"#/components/schemas/[^/]+", at)
        if inline and isinstance(values, list) and len(values) > 1 and "/examples" not in at:
            places.setdefault(json.dumps(values, sort_keys=True), []).append(at)
    for values, found in places.items():
        if len(found) > 1:
            yield f"the enum {values[:80]} stands at {', '.join(found[:4])}: make it one component"


def _ids(document: dict[str, Any]) -> Iterator[str]:
    """What is named `id` in a resource is a TypeID with its pattern."""
    for name, schema in document["components"]["schemas"].items():
        own = schema.get("properties", {}).get("id")
        sent = schema.get("additionalProperties") is False
        if (
            own
            and not sent
            and own.get("type") == "string"
            and "version" in schema["properties"]
            and not own.get("pattern")
        ):
            yield f"{name}.id has no pattern"


def _bounds(document: dict[str, Any]) -> Iterator[str]:
    """What a caller may send has an end."""
    for name, schema in document["components"]["schemas"].items():
        if schema.get("additionalProperties") is not False or name in ANSWERS:
            continue
        for key, field in schema.get("properties", {}).items():
            types = field.get("type")
            if types == "array" and "maxItems" not in field:
                yield f"{name}.{key} is a list without an end"


def main(arguments: list[str]) -> int:
    """Reads the document and prints what breaks a rule."""
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent / "guildhall.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = breaches(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))  # noqa: S506 - a safe one
    for line in found:
        sys.stdout.write(line + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
