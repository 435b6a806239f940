from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.privacy_request_kind import PrivacyRequestKind, check_privacy_request_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="PrivacyRequestCreate")


@_attrs_define
class PrivacyRequestCreate:
    """What is asked for.

    Attributes:
        kind (PrivacyRequestKind):
        customer (str | Unset): Left out by customers, who ask for themselves.
        reason (str | Unset):
        expires_at (datetime.datetime | None | Unset): Of a hold; null for no end.
    """

    kind: PrivacyRequestKind
    customer: str | Unset = UNSET
    reason: str | Unset = UNSET
    expires_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        customer = self.customer

        reason = self.reason

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if customer is not UNSET:
            field_dict["customer"] = customer
        if reason is not UNSET:
            field_dict["reason"] = reason
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_privacy_request_kind(d.pop("kind"))

        customer = d.pop("customer", UNSET)

        reason = d.pop("reason", UNSET)

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        privacy_request_create = cls(
            kind=kind,
            customer=customer,
            reason=reason,
            expires_at=expires_at,
        )

        return privacy_request_create
