"""Bodies of branches and of the business's profile."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.business.organizations.api.filters import Position
from backend.business.organizations.types import OrganizationSettings, PageRule
from backend.core.files.types import StandardPageUnit
from backend.kernel import tenancy
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.money import ROUNDING_MODES

CODE = r"^[A-Za-z0-9][A-Za-z0-9_.-]*$"
_MODES = list(ROUNDING_MODES)
_PAGE_UNITS = [unit.value for unit in StandardPageUnit]
_RULES = [rule.value for rule in PageRule]


class Address(Read):
    """A postal address."""

    line1 = f.Text(allow_null=True)
    line2 = f.Text(allow_null=True)
    city = f.Text(allow_null=True)
    region = f.Text(allow_null=True)
    postal_code = f.Text(allow_null=True)
    country = f.Text(allow_null=True, help_text="ISO 3166-1 alpha-2.")


class AddressIn(Write):
    """A postal address; what is not known is left out."""

    line1 = f.Text(max_length=200, required=False)
    line2 = f.Text(max_length=200, required=False)
    city = f.Text(max_length=100, required=False)
    region = f.Text(max_length=100, required=False)
    postal_code = f.Text(max_length=20, required=False)
    country = f.Country(required=False)


def _address(row: Any, ctx: Any) -> dict[str, Any]:
    return {name: row.address.get(name) for name in Address._declared_fields}


def _distance(row: Any, ctx: Any) -> int | None:
    return getattr(row, "distance_m", None)


_DISTANCE = "Whole metres from the place of `near`, along the great circle; null where none was given."


class BranchRead(RecordRead):
    """A branch of the business."""

    id = f.Id("brn")
    code = f.Text()
    name = f.Localized(source="names")
    parent = f.Id("brn", source="parent_id", allow_null=True)  # type: ignore[assignment]
    address = f.Computed(_address, Address())
    latitude = f.DecimalText(digits=3, places=6, allow_null=True, help_text="WGS 84 degrees.")
    longitude = f.DecimalText(digits=3, places=6, allow_null=True, help_text="WGS 84 degrees.")
    phone = f.Text(allow_null=True, help_text="E.164.")
    email = f.Text(allow_null=True)
    timezone = f.Text(help_text="IANA name; a day of the branch is a day there.")
    active = f.Bool(help_text="A closed branch takes no orders.")
    distance_m = f.Computed(_distance, f.Int(min_value=0), allow_null=True, help_text=_DISTANCE)


class OpenBranchRead(Read):
    """A branch that takes orders, as anybody may see it."""

    id = f.Id("brn")
    name = f.Localized(source="names")
    address = f.Computed(_address, Address())
    latitude = f.DecimalText(digits=3, places=6, allow_null=True, help_text="WGS 84 degrees.")
    longitude = f.DecimalText(digits=3, places=6, allow_null=True, help_text="WGS 84 degrees.")
    phone = f.Text(allow_null=True, help_text="E.164.")
    timezone = f.Text(help_text="IANA name.")
    distance_m = f.Computed(_distance, f.Int(min_value=0), allow_null=True, help_text=_DISTANCE)


class OpenBranchQuery(Write):
    """From where the way is measured."""

    near = Position(
        required=False,
        help_text="`latitude,longitude` in WGS 84 degrees: only branches whose place is known, the nearest first.",
    )


class BranchCreate(Write):
    """A branch to open."""

    code = f.Text(max_length=20, pattern=CODE)
    name = f.LocalizedIn(source="names", max_length=100)
    parent = f.Id("brn", source="parent_id", required=False, allow_null=True)  # type: ignore[assignment]
    address = AddressIn(required=False)
    latitude = f.DecimalText(
        digits=3, places=6, min_value=Decimal(-90), max_value=Decimal(90), required=False, allow_null=True
    )
    longitude = f.DecimalText(
        digits=3, places=6, min_value=Decimal(-180), max_value=Decimal(180), required=False, allow_null=True
    )
    phone = f.Phone(required=False, allow_null=True)
    email = f.Email(required=False, allow_null=True)
    timezone = f.TimeZone(required=False)
    active = f.Bool(required=False)


class BranchUpdate(BranchCreate):
    """What changes of a branch."""


def _settings(row: Any, ctx: Any) -> dict[str, Any]:
    return OrganizationSettings.load(row.settings).json()


class SettingsRead(Read):
    """The settings as they hold, defaults included."""

    rounding_mode = f.Choice(_MODES, enum="RoundingMode", help_text="How prices are rounded.")
    rounding_step = f.Int(help_text="Prices are multiples of this many minor units.")
    quote_validity_hours = f.Int(help_text="How long a quote holds.")
    public_quotes = f.Bool(help_text="Whether anybody may ask for a quote without signing in.")
    page_rule = f.Choice(_RULES, enum="PageRule", help_text="What counts as a page.")
    standard_page_unit = f.Choice(
        _PAGE_UNITS, enum="StandardPageUnit", help_text="What a standard page is measured in."
    )
    standard_page_size = f.Int(help_text="So many units make a standard page.")
    default_customer_class = f.Text(help_text="The price class of a customer that has none set.")
    loyalty_points_per_unit = f.DecimalText(
        digits=12, places=6, help_text="Points that one unit of the currency earns."
    )
    loyalty_point_value = f.DecimalText(
        digits=12, places=6, help_text="What a point is worth, in units of the currency."
    )


class SettingsIn(Write):
    """The settings that change."""

    rounding_mode = f.Choice(_MODES, enum="RoundingMode", required=False)
    rounding_step = f.Int(min_value=1, max_value=100_000_000, required=False)
    quote_validity_hours = f.Int(min_value=1, max_value=24 * 365, required=False)
    public_quotes = f.Bool(required=False)
    page_rule = f.Choice(_RULES, enum="PageRule", required=False)
    standard_page_unit = f.Choice(_PAGE_UNITS, enum="StandardPageUnit", required=False)
    standard_page_size = f.Int(min_value=50, max_value=10_000, required=False)
    default_customer_class = f.Text(max_length=32, pattern=r"^[a-z][a-z0-9_]*$", required=False)
    loyalty_points_per_unit = f.DecimalText(digits=12, places=6, min_value=Decimal(0), required=False)
    loyalty_point_value = f.DecimalText(digits=12, places=6, min_value=Decimal(0), required=False)


class LegalRead(Read):
    """What the law asks a business to say of itself; null where it is not known."""

    form = f.Text(allow_null=True, help_text="Such as MChJ, OOO, LLC.")
    registration_number = f.Text(allow_null=True, help_text="In the register of companies.")
    registered_on = f.Date(allow_null=True)
    vat_id = f.Text(allow_null=True)
    director = f.Text(allow_null=True, help_text="Who signs for the business.")
    address = f.LongText(allow_null=True, help_text="The registered address, as it is printed.")
    bank_name = f.Text(allow_null=True)
    bank_code = f.Text(allow_null=True, help_text="MFO, BIC or sort code.")
    bank_account = f.Text(allow_null=True, help_text="Account number or IBAN.")
    licence = f.Text(allow_null=True, help_text="Number and issuer, where the trade needs one.")


class LegalIn(Write):
    """The legal details that change; null takes one away."""

    form = f.Text(max_length=60, required=False, allow_null=True)
    registration_number = f.Text(max_length=60, required=False, allow_null=True)
    registered_on = f.Date(required=False, allow_null=True)
    vat_id = f.Text(max_length=40, required=False, allow_null=True)
    director = f.Text(max_length=200, required=False, allow_null=True)
    address = f.LongText(max_length=500, min_length=1, required=False, allow_null=True)
    bank_name = f.Text(max_length=200, required=False, allow_null=True)
    bank_code = f.Text(max_length=20, pattern=r"^[A-Z0-9-]+$", required=False, allow_null=True)
    bank_account = f.Text(max_length=40, pattern=r"^[A-Z0-9 ]+$", required=False, allow_null=True)
    licence = f.Text(max_length=200, required=False, allow_null=True)


def _legal(row: Any, ctx: Any) -> dict[str, Any]:
    return {name: row.legal.get(name) for name in LegalRead._declared_fields}


class OrganizationRead(RecordRead):
    """The business's profile."""

    id = f.Id("org")
    name = f.Localized(source="names")
    legal_name = f.LongText(max_length=300)
    tax_id = f.LongText(max_length=50)
    email = f.Text(allow_null=True)
    phone = f.Text(allow_null=True, help_text="E.164.")
    website = f.Text(max_length=2000, allow_null=True)
    address = f.Computed(_address, Address())
    currency = f.Computed(lambda row, ctx: tenancy.current().currency, f.CurrencyCode())
    languages = f.Computed(lambda row, ctx: list(tenancy.current().languages), f.ListOf(f.Text()))
    timezone = f.Computed(lambda row, ctx: tenancy.current().timezone, f.Text())
    country = f.Computed(lambda row, ctx: tenancy.current().country, f.Text())
    legal = f.Computed(_legal, LegalRead())
    settings = f.Computed(_settings, SettingsRead())


class OrganizationUpdate(Write):
    """What changes of the profile."""

    name = f.LocalizedIn(source="names", max_length=200)
    legal_name = f.LongText(max_length=300)
    tax_id = f.LongText(max_length=50)
    email = f.Email(allow_null=True)
    phone = f.Phone(allow_null=True)
    website = f.Url(allow_null=True)
    address = AddressIn()
    legal = LegalIn()
    settings = SettingsIn()
