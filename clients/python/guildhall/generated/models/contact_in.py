from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.contact_kind import ContactKind, check_contact_kind

T = TypeVar("T", bound="ContactIn")


@_attrs_define
class ContactIn:
    """A way to reach a customer.

    Attributes:
        kind (ContactKind):
        value (str): A telephone number without a country code is read as one of the business's country.
    """

    kind: ContactKind
    value: str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_contact_kind(d.pop("kind"))

        value = d.pop("value")

        contact_in = cls(
            kind=kind,
            value=value,
        )

        return contact_in
