"""What organizations hands to other domains."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from backend.core.files.types import StandardPageUnit


class PageRule(StrEnum):
    """Which pages of a document a price counts: those of the file, or standard pages of text, rounded up."""

    PHYSICAL = "physical"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationSettings:
    """The settings of a business, with the values that hold where it has set none.

    `rounding_step` is in minor units of the business's currency: 10000 rounds UZS to 100 so'm.
    `loyalty_points_per_unit` is how many points one unit of the currency earns, and
    `loyalty_point_value` what a point is worth in units of the currency.
    """

    rounding_mode: str = "half_up"
    rounding_step: int = 1
    quote_validity_hours: int = 72
    public_quotes: bool = True
    page_rule: PageRule = PageRule.PHYSICAL
    standard_page_unit: StandardPageUnit = StandardPageUnit.CHARACTERS
    standard_page_size: int = 1800
    default_customer_class: str = "retail"
    loyalty_points_per_unit: Decimal = Decimal(0)
    loyalty_point_value: Decimal = Decimal(0)

    def json(self) -> dict[str, Any]:
        """The settings as the table keeps them: decimals as text."""
        return {
            "rounding_mode": self.rounding_mode,
            "rounding_step": self.rounding_step,
            "quote_validity_hours": self.quote_validity_hours,
            "public_quotes": self.public_quotes,
            "page_rule": self.page_rule.value,
            "standard_page_unit": self.standard_page_unit.value,
            "standard_page_size": self.standard_page_size,
            "default_customer_class": self.default_customer_class,
            "loyalty_points_per_unit": str(self.loyalty_points_per_unit),
            "loyalty_point_value": str(self.loyalty_point_value),
        }

    def set_ones(self) -> dict[str, Any]:
        """What a table keeps of them: those that differ from the defaults."""
        defaults = OrganizationSettings().json()
        return {name: value for name, value in self.json().items() if value != defaults[name]}

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> OrganizationSettings:
        """The settings from what the table keeps; a member that is not there has its default."""
        values = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        if "page_rule" in values:
            values["page_rule"] = PageRule(values["page_rule"])
        if "standard_page_unit" in values:
            values["standard_page_unit"] = StandardPageUnit(values["standard_page_unit"])
        for name in ("loyalty_points_per_unit", "loyalty_point_value"):
            if name in values:
                values[name] = Decimal(values[name])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class BranchFacts:
    """A branch as other domains see it. `names` is localized content; `path` is it and its ancestors, nearest first."""

    id: uuid.UUID
    code: str
    names: Mapping[str, str]
    timezone: str
    active: bool
    path: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchSpec:
    """A branch to seed. `parent` is the code of another branch."""

    code: str
    names: Mapping[str, str]
    parent: str | None = None
    address: Mapping[str, str] = field(default_factory=dict)
    latitude: str | None = None
    longitude: str | None = None
    phone: str | None = None
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationSpec:
    """The profile to seed."""

    names: Mapping[str, str]
    legal_name: str = ""
    tax_id: str = ""
    contacts: Sequence[Mapping[str, str]] = ()
    settings: OrganizationSettings = OrganizationSettings()
