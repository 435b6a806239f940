from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.impersonation_state import ImpersonationState, check_impersonation_state

T = TypeVar("T", bound="ImpersonationSession")


@_attrs_define
class ImpersonationSession:
    """An operator who acts, or acted, as a user of a business.

    Attributes:
        id (str):
        tenant (str):
        user (str): Of the business.
        user_name (str):
        session (str): Of the business.
        operator (str):
        reason (str):
        state (ImpersonationState):
        expires_at (datetime.datetime): It ends then, whatever is done.
        ended_at (datetime.datetime | None):
        ended_by (None | str):
        created_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    tenant: str
    user: str
    user_name: str
    session: str
    operator: str
    reason: str
    state: ImpersonationState
    expires_at: datetime.datetime
    ended_at: datetime.datetime | None
    ended_by: None | str
    created_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        tenant = self.tenant

        user = self.user

        user_name = self.user_name

        session = self.session

        operator = self.operator

        reason = self.reason

        state: str = self.state

        expires_at = self.expires_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        ended_by: None | str
        ended_by = self.ended_by

        created_at = self.created_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "tenant": tenant,
                "user": user,
                "user_name": user_name,
                "session": session,
                "operator": operator,
                "reason": reason,
                "state": state,
                "expires_at": expires_at,
                "ended_at": ended_at,
                "ended_by": ended_by,
                "created_at": created_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        tenant = d.pop("tenant")

        user = d.pop("user")

        user_name = d.pop("user_name")

        session = d.pop("session")

        operator = d.pop("operator")

        reason = d.pop("reason")

        state = check_impersonation_state(d.pop("state"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_ended_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ended_by = _parse_ended_by(d.pop("ended_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        impersonation_session = cls(
            id=id,
            tenant=tenant,
            user=user,
            user_name=user_name,
            session=session,
            operator=operator,
            reason=reason,
            state=state,
            expires_at=expires_at,
            ended_at=ended_at,
            ended_by=ended_by,
            created_at=created_at,
            allowed_actions=allowed_actions,
        )

        impersonation_session.additional_properties = d
        return impersonation_session

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
