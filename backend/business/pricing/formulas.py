"""Formulas between JSON and the engine's values.

The JSON form, by component:

    base     {"mode": "progressive", "bands": [{"from_unit": 1, "amount": "50000.00"},
              {"from_unit": 2, "amount": "30000.00"}], "minimum": "40000.00"}
    option   {"option": "embroidery", "per": "unit", "values": [{"value": "yes", "amount": "120.00"}]}
    copies   {"bands": [{"from_unit": 1, "percent": "50"}, {"from_unit": 3, "percent": "30"}]}
    urgency  {"priorities": [{"priority": "urgent", "percent": "50"}],
              "lead_time": [{"under_hours": 24, "percent": "100"}]}

Amounts and percents are decimal strings, never negative; a charge has exactly one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.business.pricing.types import (
    Band,
    BandMode,
    BaseFormula,
    Charge,
    Component,
    CopiesFormula,
    Formula,
    OptionFormula,
    Per,
    Priority,
    UrgencyFormula,
)
from backend.kernel.errors import FieldProblem, Invalid
from backend.kernel.money import Currency

MAX_BANDS = 50
MAX_UNIT = 1_000_000
MAX_HOURS = 24 * 366
MAX_AMOUNT = Decimal(10) ** 12
MAX_PERCENT = Decimal(10_000)

_DECIMAL = re.compile(r"^\d{1,15}(\.\d{1,6})?$", re.ASCII)
_CODE = re.compile(r"^[a-z0-9][a-z0-9_.-]{0,63}$", re.ASCII)

# Python 3.11 refuses `text in SomeEnum`, hence the values by themselves.
_MODES = tuple(mode.value for mode in BandMode)
_PERS = tuple(per.value for per in Per)
_PRIORITIES = tuple(priority.value for priority in Priority)

_FIELDS = {
    Component.BASE: frozenset({"mode", "bands", "minimum"}),
    Component.OPTION: frozenset({"option", "per", "values"}),
    Component.COPIES: frozenset({"bands"}),
    Component.URGENCY: frozenset({"priorities", "lead_time"}),
}


class _Reader:
    """Collects what is wrong with a formula, with pointers from `/formula` on."""

    def __init__(self, currency: Currency) -> None:
        self.currency = currency
        self.problems: list[FieldProblem] = []

    def fault(self, pointer: str, code: str, message: Any, **params: Any) -> None:
        self.problems.append(FieldProblem(f"/formula{pointer}", code, message, params))

    def decimal(self, value: Any, pointer: str, limit: Decimal, places: int) -> Decimal:
        if not isinstance(value, str) or not _DECIMAL.match(value):
            self.fault(pointer, "decimal_invalid", _("Give a decimal string that is not negative."))
            return Decimal(0)
        number = Decimal(value)
        exponent = number.normalize().as_tuple().exponent
        if number > limit or (isinstance(exponent, int) and -exponent > places):
            self.fault(
                pointer,
                "decimal_out_of_range",
                _("At most {limit}, with at most {places} decimals."),
                limit=limit,
                places=places,
            )
        return number

    def amount(self, value: Any, pointer: str) -> Decimal:
        return self.decimal(value, pointer, MAX_AMOUNT, self.currency.exponent)

    def charge(self, row: Mapping[str, Any], pointer: str, *, percents: bool = True) -> Charge:
        amount, percent = row.get("amount"), row.get("percent")
        if amount is not None and percent is None:
            return Charge(amount=self.amount(amount, f"{pointer}/amount"))
        if percents and percent is not None and amount is None:
            return Charge(percent=self.decimal(percent, f"{pointer}/percent", MAX_PERCENT, 4))
        wanted = _("Give exactly one of amount and percent.") if percents else _("Give an amount.")
        self.fault(pointer, "charge_invalid", wanted)
        return Charge(amount=Decimal(0))

    def whole(self, value: Any, pointer: str, limit: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= limit:
            self.fault(pointer, "number_out_of_range", _("A whole number from 1 to {limit}."), limit=limit)
            return 1
        return value

    def rows(self, raw: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
        rows = raw.get(name) or []
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.fault(f"/{name}", "list_invalid", _("Give a list of objects."))
            return []
        if len(rows) > MAX_BANDS:
            self.fault(f"/{name}", "list_too_long", _("At most {limit} entries."), limit=MAX_BANDS)
            return []
        return rows

    def bands(self, raw: Mapping[str, Any], *, percents: bool) -> tuple[Band, ...]:
        rows = self.rows(raw, "bands")
        bands = [
            Band(
                self.whole(row.get("from_unit"), f"/bands/{index}/from_unit", MAX_UNIT),
                self.charge(row, f"/bands/{index}", percents=percents),
            )
            for index, row in enumerate(rows)
        ]
        starts = [band.from_unit for band in bands]
        if not bands or starts[0] != 1 or any(a >= b for a, b in pairwise(starts)):
            self.fault("/bands", "bands_invalid", _("Bands start at unit 1 and rise, at least one."))
        return tuple(bands)

    def code(self, value: Any, pointer: str) -> str:
        if not isinstance(value, str) or not _CODE.match(value):
            self.fault(pointer, "code_invalid", _("Give a code: small letters, digits, dots, dashes."))
            return ""
        return value


def parse_formula(component: Component, raw: Mapping[str, Any], currency: Currency) -> Formula:
    """The formula of a rule from its JSON form.

    Raises Invalid naming each field at fault by a pointer under `/formula`. Members that are null count
    as absent; members of another component are refused.
    """
    reader = _Reader(currency)
    allowed = _FIELDS[component]
    for name in sorted(raw):
        if raw[name] is not None and name not in allowed:
            reader.fault(
                f"/{name}",
                "formula_field_unknown",
                _("A rule for {component} has no {field}."),
                component=component.value,
                field=name,
            )
    formula = _READERS[component](reader, raw)
    if reader.problems:
        raise Invalid(reader.problems)
    return formula


def _base(reader: _Reader, raw: Mapping[str, Any]) -> BaseFormula:
    bands = reader.bands(raw, percents=False)
    mode = raw.get("mode") or BandMode.PROGRESSIVE.value
    if mode not in _MODES:
        reader.fault("/mode", "mode_unknown", _("One of progressive and volume."))
        mode = BandMode.PROGRESSIVE.value
    minimum = raw.get("minimum")
    least = reader.amount(minimum, "/minimum") if minimum is not None else None
    return BaseFormula(bands, BandMode(mode), least)


def _option(reader: _Reader, raw: Mapping[str, Any]) -> OptionFormula:
    option = reader.code(raw.get("option"), "/option")
    per = raw.get("per") or Per.LINE.value
    if per not in _PERS:
        reader.fault("/per", "per_unknown", _("One of line and unit."))
        per = Per.LINE.value
    values: dict[str, Charge] = {}
    for index, row in enumerate(reader.rows(raw, "values")):
        value = reader.code(row.get("value"), f"/values/{index}/value")
        if value in values:
            reader.fault(f"/values/{index}/value", "value_repeated", _("This value is there twice."))
        values[value] = reader.charge(row, f"/values/{index}")
    if not values:
        reader.fault("/values", "values_missing", _("Give at least one value."))
    return OptionFormula(option, values, Per(per))


def _copies(reader: _Reader, raw: Mapping[str, Any]) -> CopiesFormula:
    return CopiesFormula(reader.bands(raw, percents=True))


def _urgency(reader: _Reader, raw: Mapping[str, Any]) -> UrgencyFormula:
    priorities: dict[Priority, Charge] = {}
    for index, row in enumerate(reader.rows(raw, "priorities")):
        name = row.get("priority")
        if name not in _PRIORITIES or Priority(name) in priorities:
            reader.fault(f"/priorities/{index}/priority", "priority_invalid", _("Each priority once."))
            continue
        priorities[Priority(name)] = reader.charge(row, f"/priorities/{index}")
    steps = [
        (
            reader.whole(row.get("under_hours"), f"/lead_time/{index}/under_hours", MAX_HOURS),
            reader.charge(row, f"/lead_time/{index}"),
        )
        for index, row in enumerate(reader.rows(raw, "lead_time"))
    ]
    if any(a[0] >= b[0] for a, b in pairwise(steps)):
        reader.fault("/lead_time", "lead_time_invalid", _("Lead times rise."))
    if not priorities and not steps:
        reader.fault("", "urgency_missing", _("Give priorities, lead times, or both."))
    return UrgencyFormula(priorities, tuple(steps))


_READERS: dict[Component, Callable[[_Reader, Mapping[str, Any]], Formula]] = {
    Component.BASE: _base,
    Component.OPTION: _option,
    Component.COPIES: _copies,
    Component.URGENCY: _urgency,
}
