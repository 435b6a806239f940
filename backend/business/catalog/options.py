"""Option schemas of products and services, and answers to them.

A schema is a list, in the order of its questions:

    [{"code": "colour", "kind": "choice", "names": {"en": "Colour"}, "required": true,
      "values": [{"code": "red", "names": {"en": "Red"}}, …]},
     {"code": "initials", "kind": "text", "names": {"en": "Initials"}, "required": false, "max_length": 3}]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.business.catalog.errors import OptionSchemaInvalid
from backend.business.catalog.types import OptionKind
from backend.kernel.errors import FieldProblem

TEXT_LENGTH = 200
"""The longest answer to a text option that sets no length of its own."""


def check_schema(schema: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The schema in the form that is kept. Raises OptionSchemaInvalid for repeated codes, a choice of no values,
    a text with values, and a choice with a length."""
    seen: set[str] = set()
    result = []
    for index, option in enumerate(schema):
        pointer = f"/option_schema/{index}"
        if option["code"] in seen:
            raise OptionSchemaInvalid(reason=f"{option['code']} ×2", pointer=f"{pointer}/code")
        seen.add(option["code"])
        kind = OptionKind(option.get("kind", OptionKind.CHOICE.value))
        values = [
            {"code": value["code"], "names": dict(value["names"])} for value in option.get("values") or []
        ]
        codes = [value["code"] for value in values]
        if len(set(codes)) != len(codes) or (kind is OptionKind.CHOICE) != bool(codes):
            raise OptionSchemaInvalid(reason=option["code"], pointer=f"{pointer}/values")
        if kind is OptionKind.CHOICE and option.get("max_length") is not None:
            raise OptionSchemaInvalid(reason=option["code"], pointer=f"{pointer}/max_length")
        kept: dict[str, Any] = {
            "code": option["code"],
            "kind": kind.value,
            "names": dict(option["names"]),
            "required": bool(option.get("required", False)),
            "values": values,
            "max_length": None,
        }
        if kind is OptionKind.TEXT:
            kept["max_length"] = option.get("max_length") or TEXT_LENGTH
        result.append(kept)
    return result


def option_problems(
    schema: Sequence[Mapping[str, Any]], answers: Mapping[str, str], pointer: str
) -> list[FieldProblem]:
    """What is wrong with answers to a schema: unknown options and values, missing and too long answers."""
    problems = []
    known = {option["code"]: option for option in schema}
    for code, answer in sorted(answers.items()):
        option = known.get(code)
        if option is None:
            problems.append(
                FieldProblem(
                    f"{pointer}/{_escape(code)}",
                    "option_unknown",
                    _("There is no option {option}."),
                    {"option": code},
                )
            )
        elif option["kind"] == OptionKind.CHOICE.value:
            if answer not in {value["code"] for value in option["values"]}:
                problems.append(
                    FieldProblem(
                        f"{pointer}/{_escape(code)}",
                        "option_value_unknown",
                        _("The option {option} has no value {value}."),
                        {"option": code, "value": answer},
                    )
                )
        elif len(answer) > option["max_length"]:
            problems.append(
                FieldProblem(
                    f"{pointer}/{_escape(code)}",
                    "option_text_long",
                    _("At most {limit} characters."),
                    {"limit": option["max_length"]},
                )
            )
    for code, option in known.items():
        if option["required"] and not answers.get(code):
            problems.append(
                FieldProblem(
                    f"{pointer}/{_escape(code)}",
                    "option_missing",
                    _("The option {option} needs an answer."),
                    {"option": code},
                )
            )
    return problems


def _escape(code: str) -> str:
    """A member name within a JSON pointer (RFC 6901)."""
    return code.replace("~", "~0").replace("/", "~1")
