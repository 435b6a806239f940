from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_state import InvitationState, check_invitation_state
from ..models.language import Language, check_language

if TYPE_CHECKING:
    from ..models.invited_role import InvitedRole


T = TypeVar("T", bound="Invitation")


@_attrs_define
class Invitation:
    """An invitation. Its link is only in the mail.

    Attributes:
        id (str):
        state (InvitationState):
        kind (str): What the person will be: staff, customer or operator.
        email (None | str): Null once the person was deleted.
        name (str):
        locale (Language):
        customer (None | str):
        assignments (list[InvitedRole]):
        invited_by (None | str):
        expires_at (datetime.datetime):
        accepted_at (datetime.datetime | None):
        accepted_by (None | str):
        revoked_at (datetime.datetime | None):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    state: InvitationState
    kind: str
    email: None | str
    name: str
    locale: Language
    customer: None | str
    assignments: list[InvitedRole]
    invited_by: None | str
    expires_at: datetime.datetime
    accepted_at: datetime.datetime | None
    accepted_by: None | str
    revoked_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        kind = self.kind

        email: None | str
        email = self.email

        name = self.name

        locale: str = self.locale

        customer: None | str
        customer = self.customer

        assignments = []
        for assignments_item_data in self.assignments:
            assignments_item = assignments_item_data.to_dict()
            assignments.append(assignments_item)

        invited_by: None | str
        invited_by = self.invited_by

        expires_at = self.expires_at.isoformat()

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        accepted_by: None | str
        accepted_by = self.accepted_by

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "kind": kind,
                "email": email,
                "name": name,
                "locale": locale,
                "customer": customer,
                "assignments": assignments,
                "invited_by": invited_by,
                "expires_at": expires_at,
                "accepted_at": accepted_at,
                "accepted_by": accepted_by,
                "revoked_at": revoked_at,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invited_role import InvitedRole  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_invitation_state(d.pop("state"))

        kind = d.pop("kind")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        name = d.pop("name")

        locale = check_language(d.pop("locale"))

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        assignments = []
        _assignments = d.pop("assignments")
        for assignments_item_data in _assignments:
            assignments_item = InvitedRole.from_dict(assignments_item_data)

            assignments.append(assignments_item)

        def _parse_invited_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        invited_by = _parse_invited_by(d.pop("invited_by"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        def _parse_accepted_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        accepted_by = _parse_accepted_by(d.pop("accepted_by"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        invitation = cls(
            id=id,
            state=state,
            kind=kind,
            email=email,
            name=name,
            locale=locale,
            customer=customer,
            assignments=assignments,
            invited_by=invited_by,
            expires_at=expires_at,
            accepted_at=accepted_at,
            accepted_by=accepted_by,
            revoked_at=revoked_at,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        invitation.additional_properties = d
        return invitation

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
