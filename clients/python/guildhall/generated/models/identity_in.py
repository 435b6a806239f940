from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.identity_kind import IdentityKind, check_identity_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="IdentityIn")


@_attrs_define
class IdentityIn:
    """An identity document to keep.

    Attributes:
        kind (IdentityKind):
        country (str):
        number (str):
        issued_by (str | Unset):
        issued_on (datetime.date | None | Unset):
        valid_until (datetime.date | None | Unset):
    """

    kind: IdentityKind
    country: str
    number: str
    issued_by: str | Unset = UNSET
    issued_on: datetime.date | None | Unset = UNSET
    valid_until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        country = self.country

        number = self.number

        issued_by = self.issued_by

        issued_on: None | str | Unset
        if isinstance(self.issued_on, Unset):
            issued_on = UNSET
        elif isinstance(self.issued_on, datetime.date):
            issued_on = self.issued_on.isoformat()
        else:
            issued_on = self.issued_on

        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "country": country,
                "number": number,
            }
        )
        if issued_by is not UNSET:
            field_dict["issued_by"] = issued_by
        if issued_on is not UNSET:
            field_dict["issued_on"] = issued_on
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_identity_kind(d.pop("kind"))

        country = d.pop("country")

        number = d.pop("number")

        issued_by = d.pop("issued_by", UNSET)

        def _parse_issued_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                issued_on_type_0 = datetime.date.fromisoformat(data)

                return issued_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        issued_on = _parse_issued_on(d.pop("issued_on", UNSET))

        def _parse_valid_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("valid_until", UNSET))

        identity_in = cls(
            kind=kind,
            country=country,
            number=number,
            issued_by=issued_by,
            issued_on=issued_on,
            valid_until=valid_until,
        )

        return identity_in
