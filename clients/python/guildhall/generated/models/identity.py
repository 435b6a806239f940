from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.identity_kind import IdentityKind, check_identity_kind

T = TypeVar("T", bound="Identity")


@_attrs_define
class Identity:
    """An identity document. Its number is masked but where it is revealed on record.

    Attributes:
        kind (IdentityKind):
        country (str): Who issued it.
        number (str): `•••• 1234`; in full at /customers/{id}/identity/reveal.
        issued_by (str):
        issued_on (None | str):
        valid_until (None | str):
    """

    kind: IdentityKind
    country: str
    number: str
    issued_by: str
    issued_on: None | str
    valid_until: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        country = self.country

        number = self.number

        issued_by = self.issued_by

        issued_on: None | str
        issued_on = self.issued_on

        valid_until: None | str
        valid_until = self.valid_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "country": country,
                "number": number,
                "issued_by": issued_by,
                "issued_on": issued_on,
                "valid_until": valid_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_identity_kind(d.pop("kind"))

        country = d.pop("country")

        number = d.pop("number")

        issued_by = d.pop("issued_by")

        def _parse_issued_on(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        issued_on = _parse_issued_on(d.pop("issued_on"))

        def _parse_valid_until(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        identity = cls(
            kind=kind,
            country=country,
            number=number,
            issued_by=issued_by,
            issued_on=issued_on,
            valid_until=valid_until,
        )

        identity.additional_properties = d
        return identity

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
