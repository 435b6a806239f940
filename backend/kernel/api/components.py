"""The shared schemas of the contract, made from the field types' own."""

from __future__ import annotations

import re
from typing import Any

from rest_framework import serializers

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, Write, ordered
from backend.kernel.errors import CATALOGUE

Schema = dict[str, Any]

PROBLEM: Schema = {
    "type": "object",
    "description": "A refusal (RFC 9457). `code` is stable; `detail` is in the caller's language.",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "request_id": {"type": "string"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}},
    },
    "required": ["type", "title", "status", "detail", "code", "request_id", "errors"],
    "additionalProperties": False,
}
FIELD_PROBLEM: Schema = {
    "type": "object",
    "description": "What is wrong with one field: a JSON pointer into the body, or `?name` of a query parameter.",
    "properties": {"pointer": {"type": "string"}, "code": {"type": "string"}, "detail": {"type": "string"}},
    "required": ["pointer", "code", "detail"],
    "additionalProperties": False,
}


def problem() -> Schema:
    """The schema of a refusal, with the further members that some codes bring."""
    members = {
        name: {**schema, "description": f"Only with `{code}`. {schema.get('description', '')}".strip()}
        for code, error in sorted(CATALOGUE.items())
        for name, schema in error.members.items()
    }
    return {**PROBLEM, "properties": {**PROBLEM["properties"], **members}}


def _unbounded(schema: Schema) -> Schema:
    """An answer's field: lengths are rules for what comes in, and nothing that an old row promises to keep."""
    found = {key: value for key, value in schema.items() if key not in _BOUNDS}
    if isinstance(found.get("items"), dict):
        found["items"] = _unbounded(found["items"])
    return found


_BOUNDS = frozenset({"minLength", "maxLength", "minItems", "maxItems"})


class Components:
    """The shared schemas that the document is built from."""

    def __init__(self) -> None:
        self.schemas: dict[str, Schema] = {"Problem": PROBLEM, "FieldProblem": FIELD_PROBLEM}
        self._bodies: dict[tuple[type[Any], bool], Schema] = {}

    def put(self, name: str, schema: Schema) -> Schema:
        """A reference to a named schema. Raises ValueError where two schemas want one name."""
        known = self.schemas.get(name)
        if known is not None and known != schema:
            raise ValueError(f"two schemas are named {name}")
        self.schemas[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}

    def hoist(self, schema: Schema) -> Schema:
        """Moves what names itself (`x-enum`, `x-component`) into a component, alternatives within it first."""
        if "anyOf" in schema:
            schema = {**schema, "anyOf": [self.hoist(choice) for choice in schema["anyOf"]]}
        if "x-enum" in schema:
            name = schema["x-enum"]
            return self.put(name, {key: value for key, value in schema.items() if key != "x-enum"})
        if "x-component" in schema:
            name = schema["x-component"]
            return self.put(name, {key: value for key, value in schema.items() if key != "x-component"})
        if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
            return {**schema, "items": self.hoist(schema["items"])}
        return schema

    def field(self, field: serializers.BaseSerializer[Any] | serializers.Field[Any, Any, Any, Any]) -> Schema:
        """The schema of a declared field, null and description included."""
        core = self._core(field)
        description = str(field.help_text) if getattr(field, "help_text", None) else ""
        if field.allow_null:
            core = self._nullable(core)
        if description:
            core = {**core, "description": description}
        return core

    @staticmethod
    def _nullable(schema: Schema) -> Schema:
        if isinstance(schema.get("type"), str) and "enum" not in schema:
            return {**schema, "type": [schema["type"], "null"]}
        if "anyOf" in schema:
            return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
        return {"anyOf": [schema, {"type": "null"}]}

    def _core(self, field: Any) -> Schema:
        if isinstance(field, f.Computed) and not isinstance(field.kind, f.Field):
            return self._core(field.kind)
        if isinstance(field, f.Computed) and isinstance(field.kind, f.Computed):
            return self._core(field.kind)
        if isinstance(field, (Read, Write)):
            return self.body(type(field))
        if isinstance(field, serializers.ListSerializer):
            return {"type": "array", "items": self._core(field.child)}
        if isinstance(field, f.ListOf):
            schema: Schema = {"type": "array", "items": self.field(field.child)}
            if not field.read_only:
                schema["maxItems"] = field.max_items
                if field.min_items:
                    schema["minItems"] = field.min_items
                if field.unique:
                    schema["uniqueItems"] = True
            return schema
        return self.hoist(field.schema())

    def body(self, cls: type[serializers.Serializer[Any]], *, partial: bool = False) -> Schema:
        """A reference to the schema of a Read or a Write."""
        made = self._bodies.get((cls, partial))
        if made is not None:
            return made
        name = cls.__name__.removesuffix("Read") or cls.__name__
        writes = issubclass(cls, Write)
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for key, field in ordered(cls).items():
            properties[key] = self.field(field) if writes else _unbounded(self.field(field))
            if (not writes and getattr(field, "_kwargs", {}).get("required", True)) or (
                writes and field.required and not partial
            ):
                required.append(key)
        schema: Schema = {"type": "object", "properties": properties}
        if required:
            schema["required"] = required
        if writes:
            schema["additionalProperties"] = False
        if issubclass(cls, Write):
            schema |= cls.contract
        description = (cls.__doc__ or "").strip()
        if description:
            schema["description"] = re.sub(r"\s+", " ", description)
        self._bodies[(cls, partial)] = self.put(name, schema)
        return self._bodies[(cls, partial)]
