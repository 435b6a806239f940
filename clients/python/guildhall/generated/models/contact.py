from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contact_kind import ContactKind, check_contact_kind

T = TypeVar("T", bound="Contact")


@_attrs_define
class Contact:
    """A way to reach a customer.

    Attributes:
        kind (ContactKind):
        value (str): E.164 for a telephone number, small letters for the others.
        verified (bool): Whether the customer has shown that it is theirs.
    """

    kind: ContactKind
    value: str
    verified: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        value = self.value

        verified = self.verified

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "value": value,
                "verified": verified,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_contact_kind(d.pop("kind"))

        value = d.pop("value")

        verified = d.pop("verified")

        contact = cls(
            kind=kind,
            value=value,
            verified=verified,
        )

        contact.additional_properties = d
        return contact

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
