from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.privacy_request_kind import PrivacyRequestKind, check_privacy_request_kind
from ..models.privacy_request_state import PrivacyRequestState, check_privacy_request_state

if TYPE_CHECKING:
    from ..models.erased import Erased


T = TypeVar("T", bound="PrivacyRequest")


@_attrs_define
class PrivacyRequest:
    """A request about a customer's personal data, or a legal hold on it.

    Attributes:
        id (str):
        kind (PrivacyRequestKind):
        state (PrivacyRequestState):
        customer (str):
        reason (str):
        requested_by (None | str):
        decided_by (None | str):
        decided_at (datetime.datetime | None):
        expires_at (datetime.datetime | None): Until when the copy can be fetched, or the hold lasts.
        outcome (list[Erased]): What an erasure changed, by place.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    kind: PrivacyRequestKind
    state: PrivacyRequestState
    customer: str
    reason: str
    requested_by: None | str
    decided_by: None | str
    decided_at: datetime.datetime | None
    expires_at: datetime.datetime | None
    outcome: list[Erased]
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind: str = self.kind

        state: str = self.state

        customer = self.customer

        reason = self.reason

        requested_by: None | str
        requested_by = self.requested_by

        decided_by: None | str
        decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        outcome = []
        for outcome_item_data in self.outcome:
            outcome_item = outcome_item_data.to_dict()
            outcome.append(outcome_item)

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "customer": customer,
                "reason": reason,
                "requested_by": requested_by,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "expires_at": expires_at,
                "outcome": outcome,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.erased import Erased  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = check_privacy_request_kind(d.pop("kind"))

        state = check_privacy_request_state(d.pop("state"))

        customer = d.pop("customer")

        reason = d.pop("reason")

        def _parse_requested_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        requested_by = _parse_requested_by(d.pop("requested_by"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        outcome = []
        _outcome = d.pop("outcome")
        for outcome_item_data in _outcome:
            outcome_item = Erased.from_dict(outcome_item_data)

            outcome.append(outcome_item)

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        privacy_request = cls(
            id=id,
            kind=kind,
            state=state,
            customer=customer,
            reason=reason,
            requested_by=requested_by,
            decided_by=decided_by,
            decided_at=decided_at,
            expires_at=expires_at,
            outcome=outcome,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        privacy_request.additional_properties = d
        return privacy_request

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
