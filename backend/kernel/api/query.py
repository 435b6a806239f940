"""Query parameters: only the ones that the contract names, each once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backend.kernel.api import fields as f
from backend.kernel.api.fields.base import MESSAGES, SURROGATE
from backend.kernel.api.problems import FieldsInvalid, flatten
from backend.kernel.api.serializers import Write


def problem(name: str, code: str, detail: Any) -> FieldsInvalid:
    """A refusal of one query parameter."""
    return FieldsInvalid([{"pointer": f"?{name}", "code": code, "detail": str(detail)}])


def check_names(query: QueryDict, allowed: Iterable[str]) -> None:
    """Raises where a parameter is unknown, is given twice, or holds what cannot be stored."""
    known = set(allowed)
    errors = []
    for name, values in query.lists():
        if name not in known:
            shown = name[:60].encode("utf-8", "replace").decode()
            errors.append(
                {
                    "pointer": f"?{shown}",
                    "code": "unknown_parameter",
                    "detail": str(_("There is no such parameter.")),
                }
            )
        elif len(values) > 1:
            errors.append(
                {
                    "pointer": f"?{name}",
                    "code": "repeated_parameter",
                    "detail": str(_("The parameter stands here twice.")),
                }
            )
        elif "\0" in values[0] or SURROGATE.search(values[0]):
            errors.append(
                {"pointer": f"?{name}", "code": "text_invalid", "detail": str(MESSAGES["text_invalid"])}
            )
    if errors:
        raise FieldsInvalid(errors[:20])


def integer(query: QueryDict, name: str, default: int, low: int, high: int) -> int:
    """A whole number within bounds. Raises a problem document's refusal."""
    text = query.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and low <= int(text) <= high):
        raise problem(
            name,
            "number_invalid",
            _("A whole number from {low} to {high} is expected.").format(low=low, high=high),
        )
    return int(text)


def boolean(query: QueryDict, name: str) -> bool:
    """`true` or `false`; false where it is not given."""
    text = query.get(name, "false")
    if text not in ("true", "false"):
        raise problem(name, "type_boolean", MESSAGES["type_boolean"])
    return text == "true"


def names(query: QueryDict, name: str, possible: Iterable[str]) -> frozenset[str] | None:
    """A comma list out of `possible`; None where it is not given."""
    text = query.get(name)
    if text is None:
        return None
    asked = frozenset(text.split(","))
    unknown = asked - set(possible)
    if unknown:
        shown = ", ".join(sorted(possible))
        raise problem(name, "choice_invalid", str(MESSAGES["choice_invalid"]).format(choices=shown))
    return asked


def parse(schema: type[Write], query: QueryDict) -> dict[str, Any]:
    """The values of a declared set of parameters. Texts become numbers and booleans where declared so."""
    data: dict[str, Any] = {}
    for name, declared in schema._declared_fields.items():
        text = query.get(name)
        if text is None:
            continue
        if isinstance(declared, f.Int):
            plain = text.lstrip("-")
            data[name] = (
                int(text)
                if plain.isascii() and plain.isdigit() and len(plain) < 20 and text.count("-") < 2
                else text
            )
        elif isinstance(declared, f.Bool):
            data[name] = {"true": True, "false": False}.get(text, text)
        elif isinstance(declared, f.ListOf):
            data[name] = text.split(",") if text else []
        else:
            data[name] = text
    serializer = schema(data=data)
    if not serializer.is_valid():
        errors = flatten(serializer.errors)
        raise FieldsInvalid([{**error, "pointer": "?" + error["pointer"].lstrip("/")} for error in errors])
    return dict(serializer.validated_data)
