"""A call of every operation of the contract, with the least that is valid: made from the contract itself."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from infra.dev.layout import ROOT

CONTRACT = ROOT / "openapi" / "guildhall.yaml"
VERBS = ("get", "post", "patch", "put", "delete")
#: What is read, made, changed and taken away, in this order: so that there is something to read.
ORDER = {"get": 0, "post": 1, "patch": 2, "put": 2, "delete": 3}
MISSING = "01h455vb4pex5vsknk084sn02q"
#: Values for patterns: the first that fits is taken.
VALUES = (
    "UZ", "UZS", "en", "smoke", "1234", "1", "2.00", "*", "0" * 64, "smoke.test", "smoke@guildhall.example",
    "https://hooks.example.com/guildhall", "+998901112233", "Asia/Samarkand", "8600",
)  # fmt: skip
FORMATS = {
    "email": "smoke@guildhall.example",
    "uri": "https://hooks.example.com/guildhall",
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
}


@dataclass(frozen=True)
class Call:
    """One operation and what it is called with."""

    operation: str
    resource: str
    method: str
    verb: str
    ids: list[str]
    query: dict[str, Any]
    sends: str
    """`json`, `form`, `bytes` or `none`."""
    body: Any
    statuses: list[int]
    platform: bool
    tags: list[str] = field(default_factory=list)


class Planner:
    """Makes calls from the contract, with real ids where some are known (`{"cus": "cus_…"}`).

    ``operated`` are those of what operators keep: their users and roles are not the business's.
    """

    def __init__(
        self, ids: Mapping[str, str], bodies: Mapping[str, Any], operated: Mapping[str, str]
    ) -> None:
        self.document = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
        self.ids = ids
        self.operated = operated
        self.bodies = bodies

    def calls(self) -> list[Call]:
        """Every operation once."""
        found = [
            self._call(path, verb, operation)
            for path, item in self.document["paths"].items()
            for verb, operation in item.items()
            if verb in VERBS
        ]
        return sorted(found, key=lambda call: (call.platform, ORDER[call.verb]))

    def _call(self, path: str, verb: str, operation: dict[str, Any]) -> Call:
        from clients.python.generate import split

        resource, method = split(path, operation["operationId"])
        parameters = [self._resolved(one) for one in operation.get("parameters", [])]
        content = operation.get("requestBody", {}).get("content", {})
        kind = next(iter(content), None)
        sends = {
            None: "none", "application/json": "json", "multipart/form-data": "form",
            "application/octet-stream": "bytes",
        }[kind]  # fmt: skip
        platform = path.startswith("/api/v1/platform/")
        known = self.operated if platform else self.ids
        if platform and verb != "get":
            # Nothing here may close the business that the other calls need.
            known = {prefix: one for prefix, one in known.items() if prefix != "ten"}
        body = self.bodies.get(operation["operationId"])
        if body is None and sends == "json":
            body = self._sample(content["application/json"]["schema"])
        return Call(
            operation=operation["operationId"],
            resource=resource,
            method=method,
            verb=verb,
            ids=[self._id(one["schema"], known) for one in parameters if one["in"] == "path"],
            query={
                one["name"]: self._sample(one["schema"])
                for one in parameters
                if one["in"] == "query" and one.get("required")
            },
            sends=sends,
            body=body,
            statuses=[int(status) for status in operation["responses"]],
            platform=platform,
        )

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema:
            _hash, *names = schema["$ref"].split("/")
            schema = self.document
            for name in names:
                schema = schema[name]
        return schema

    @staticmethod
    def _id(schema: dict[str, Any], known: Mapping[str, str]) -> str:
        prefix = re.match(r"\^([a-z]{3})_", schema.get("pattern", ""))
        if prefix is None:
            return "smoke"
        return known.get(prefix[1], f"{prefix[1]}_{MISSING}")

    def _sample(self, schema: dict[str, Any]) -> Any:
        schema = self._resolved(schema)
        for choice in ("anyOf", "oneOf"):
            if choice in schema:
                return self._sample(schema[choice][0])
        if "allOf" in schema and "type" not in schema:
            return self._sample(schema["allOf"][0])
        if "enum" in schema:
            return schema["enum"][0]
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = next(one for one in kind if one != "null")
        if kind == "object":
            return self._object(schema)
        if kind == "array":
            return [self._sample(schema["items"]) for _ in range(schema.get("minItems", 0))]
        if kind == "integer":
            return max(1, schema.get("minimum", 1))
        if kind == "boolean":
            return True
        return self._text(schema) if kind == "string" else {}

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        properties = schema.get("properties", {})
        names = list(schema.get("required", []))
        names += [name for name in properties if name not in names][
            : max(0, schema.get("minProperties", 0) - len(names))
        ]
        return {name: self._sample(properties[name]) for name in names}

    def _text(self, schema: dict[str, Any]) -> str:
        pattern = schema.get("pattern")
        if pattern and re.match(r"\^[a-z]{3}_\[0-7\]", pattern):
            return self._id(schema, self.ids)
        if schema.get("format") in FORMATS:
            return FORMATS[schema["format"]]
        fitting = (f"smoke-{uuid.uuid4().hex[:8]}", f"smoke_{uuid.uuid4().hex[:8]}", *VALUES)
        shortest, longest = schema.get("minLength", 0), schema.get("maxLength", 10_000)
        for value in fitting:
            if shortest <= len(value) <= longest and (pattern is None or re.search(pattern, value)):
                return value
        raise AssertionError(f"no value fits {schema}: add one to VALUES")
