"""What a front end keeps for a user: theme, layouts, hotkeys, drafts. One published schema, checked on writing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import FieldProblem, Invalid

MAX_BYTES = 65_536
LAYOUTS = 50
HOTKEYS = 200
DRAFTS = 20
_CODE = r"^[a-z][a-z0-9_.-]{0,63}$"
_CODE_RE = re.compile(r"[a-z][a-z0-9_.-]{0,63}\Z")

SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "What a front end keeps for the user. Keys merge one by one; null takes a key away.",
    "additionalProperties": False,
    "properties": {
        "theme": {"enum": ["light", "dark", "auto"], "description": "auto follows the device."},
        "density": {"enum": ["comfortable", "compact"]},
        "calendar": {
            "enum": ["gregorian", "jalali"],
            "description": "How dates are shown; the API stays ISO.",
        },
        "digits": {"enum": ["latin", "native"]},
        "first_weekday": {
            "enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        },
        "layouts": {
            "type": "object",
            "description": "Saved layout documents by the code of their screen.",
            "maxProperties": LAYOUTS,
            "propertyNames": {"pattern": _CODE},
            "additionalProperties": {"type": "object"},
        },
        "drafts": {
            "type": "object",
            "description": "Forms that were begun and not sent, by the code of their screen.",
            "maxProperties": DRAFTS,
            "propertyNames": {"pattern": _CODE},
            "additionalProperties": {"type": "object"},
        },
        "hotkeys": {
            "type": "object",
            "description": "Keys by the stable id of an action: `orders.create` → `Ctrl+N`.",
            "maxProperties": HOTKEYS,
            "propertyNames": {"pattern": _CODE},
            "additionalProperties": {"type": "string", "minLength": 1, "maxLength": 40},
        },
        "favourites": {
            "type": "array",
            "description": "Action ids or screens that the user pinned, in order.",
            "maxItems": 100,
            "items": {"type": "string", "minLength": 1, "maxLength": 64},
        },
        "front_end": {
            "type": "object",
            "description": "Anything else of the front end's own, under names of its own.",
            "maxProperties": 100,
            "additionalProperties": True,
        },
    },
}
"""JSON Schema 2020-12 of the preferences; `/me/preferences/schema` answers it."""


def merged(kept: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The preferences after a change: keys merge one by one, null takes one away.

    Raises Invalid naming what the schema refuses, and for more than MAX_BYTES in all.
    """
    result = {name: value for name, value in {**kept, **changes}.items() if value is not None}
    problems = [
        *(
            FieldProblem(f"/preferences/{name}", "preference_unknown", _("There is no such preference."))
            for name in sorted(set(changes) - set(SCHEMA["properties"]))
        ),
        *(
            problem
            for name, value in changes.items()
            if value is not None and name in SCHEMA["properties"]
            for problem in _problems(value, SCHEMA["properties"][name], f"/preferences/{name}")
        ),
    ]
    if not problems and len(json.dumps(result, ensure_ascii=False).encode()) > MAX_BYTES:
        problems = [
            FieldProblem(
                "/preferences",
                "preferences_too_large",
                _("Preferences hold at most {limit} bytes."),
                {"limit": MAX_BYTES},
            )
        ]
    if problems:
        raise Invalid(problems)
    return result


def _problems(value: Any, schema: Mapping[str, Any], pointer: str) -> list[FieldProblem]:
    """What the schema refuses. It reads the few keywords that SCHEMA uses; see the test that holds it to them."""
    if "enum" in schema:
        if value in schema["enum"] and isinstance(value, str):
            return []
        choices = ", ".join(schema["enum"])
        return [
            FieldProblem(
                pointer,
                "preference_refused",
                _("One of these is expected: {choices}."),
                {"choices": choices},
            )
        ]
    kind = {"object": dict, "array": list, "string": str}[schema["type"]]
    size = len(value) if isinstance(value, kind) else -1
    least = schema.get("minLength", 0)
    most = schema.get("maxProperties", schema.get("maxItems", schema.get("maxLength")))
    if size < least or (most is not None and size > most):
        return [
            FieldProblem(
                pointer,
                "preference_refused",
                _("A value of the type {type} is expected, of at most {limit} items or characters."),
                {"type": schema["type"], "limit": most if most is not None else "64 KB"},
            )
        ]
    if schema["type"] == "array":
        return [
            problem
            for index, item in enumerate(value)
            for problem in _problems(item, schema["items"], f"{pointer}/{index}")
        ]
    if schema["type"] == "object":
        found = []
        inner = schema.get("additionalProperties")
        for name, item in value.items():
            at = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            if "propertyNames" in schema and not _CODE_RE.match(name):
                found.append(
                    FieldProblem(
                        at, "preference_refused", _("The text does not have the form that is expected.")
                    )
                )
            elif isinstance(inner, dict):
                found += _problems(item, inner, at)
        return found
    return []
