"""Contact points in one normal form, and the words that a customer is found by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from backend.business.customers.types import ContactKind
from backend.kernel.errors import FieldProblem, Invalid
from backend.kernel.i18n import ascii_digits, fold, nfc

_TELEGRAM = re.compile(r"^(\d{1,19}|[a-z][a-z0-9_]{3,31})$", re.ASCII)
MAX_CONTACTS = 20
"""So many contacts a customer has at most."""
_WORD = re.compile(r"[\w@.+'-]+")


def normal_contacts(
    given: Sequence[Mapping[str, Any]], *, country: str, kept: Sequence[Mapping[str, Any]] = ()
) -> list[dict[str, Any]]:
    """Contacts in their normal form, each once. Those that `kept` has as verified stay verified.

    A telephone number without a country code is read as one of `country` (ISO 3166-1 alpha-2).
    Raises Invalid naming each that is none.
    """
    verified = {key_of(one) for one in kept if one.get("verified")}
    problems: list[FieldProblem] = []
    result: list[dict[str, Any]] = []
    seen: set[str] = set()
    for index, contact in enumerate(given):
        kind = ContactKind(contact["kind"])
        value = _NORMAL[kind](nfc(str(contact["value"])).strip(), country)
        if value is None:
            problems.append(
                FieldProblem(
                    f"/contacts/{index}/value",
                    "contact_invalid",
                    _("This is not a valid {kind}."),
                    {"kind": kind.value},
                )
            )
            continue
        entry = {"kind": kind.value, "value": value}
        key = key_of(entry)
        if key not in seen:
            seen.add(key)
            result.append({**entry, "verified": key in verified})
    if problems:
        raise Invalid(problems)
    return result


def key_of(contact: Mapping[str, Any]) -> str:
    """What a contact is compared by: `phone:+998901234567`."""
    return f"{contact['kind']}:{contact['value']}"


def search_words(name: str, contacts: Sequence[Mapping[str, Any]], *more: str | None) -> list[str]:
    """The words that a customer is found by, each by its beginning.

    A telephone number is found by its international and national form and by its last seven and four
    digits; an e-mail address by its beginning and by its domain.
    """
    words = set(words_of(" ".join([name, *(text for text in more if text)])))
    for contact in contacts:
        value = fold(contact["value"])
        if contact["kind"] == ContactKind.PHONE.value:
            digits = value.lstrip("+")
            national = str(phonenumbers.parse(contact["value"], None).national_number)
            words.update({digits, national, digits[-7:], digits[-4:]})
        elif contact["kind"] == ContactKind.EMAIL.value:
            words.update({value, value.rpartition("@")[2]})
        else:
            words.add(value)
    return sorted(word for word in words if word)


def words_of(text: str) -> list[str]:
    """The folded words of a text, without the signs that stand before numbers and names."""
    return [word for raw in _WORD.findall(fold(text)) if (word := raw.strip("+@.-'"))]


def _phone(text: str, country: str) -> str | None:
    try:
        number = phonenumbers.parse(ascii_digits(text), country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(text: str, _country: str) -> str | None:
    # Almost every server takes the local part without regard to case; two customers never differ by it.
    lowered = text.lower()
    try:
        validate_email(lowered)
    except ValidationError:
        return None
    return lowered if len(lowered) <= 254 else None


def _telegram(text: str, _country: str) -> str | None:
    name = ascii_digits(text).removeprefix("@").lower()
    return name if _TELEGRAM.match(name) else None


_NORMAL = {
    ContactKind.PHONE: _phone,
    ContactKind.EMAIL: _email,
    ContactKind.TELEGRAM: _telegram,
}
