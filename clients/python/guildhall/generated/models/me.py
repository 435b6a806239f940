from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language, check_language
from ..models.permission_code import PermissionCode, check_permission_code
from ..models.user_kind import UserKind, check_user_kind

if TYPE_CHECKING:
    from ..models.assignment import Assignment
    from ..models.impersonation import Impersonation
    from ..models.me_preferences import MePreferences
    from ..models.scoped_grant import ScopedGrant


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """The caller: who, and with what rights.

    Attributes:
        id (str):
        kind (UserKind):
        name (str):
        email (None | str):
        phone (None | str):
        locale (Language):
        timezone (str):
        customer (None | str):
        email_verified_at (datetime.datetime | None): When the address was proved by a link.
        preferences (MePreferences): What a front end keeps for the user: theme, layouts, hotkeys, drafts. See
            /me/preferences/schema.
        session (str):
        impersonation (Impersonation | None):
        permissions (list[PermissionCode | str]):
        grants (list[ScopedGrant]):
        assignments (list[Assignment]):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    kind: UserKind
    name: str
    email: None | str
    phone: None | str
    locale: Language
    timezone: str
    customer: None | str
    email_verified_at: datetime.datetime | None
    preferences: MePreferences
    session: str
    impersonation: Impersonation | None
    permissions: list[PermissionCode | str]
    grants: list[ScopedGrant]
    assignments: list[Assignment]
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.impersonation import Impersonation  # noqa: PLC0415

        id = self.id

        kind: str = self.kind

        name = self.name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        locale: str = self.locale

        timezone = self.timezone

        customer: None | str
        customer = self.customer

        email_verified_at: None | str
        if isinstance(self.email_verified_at, datetime.datetime):
            email_verified_at = self.email_verified_at.isoformat()
        else:
            email_verified_at = self.email_verified_at

        preferences = self.preferences.to_dict()

        session = self.session

        impersonation: dict[str, Any] | None
        if isinstance(self.impersonation, Impersonation):
            impersonation = self.impersonation.to_dict()
        else:
            impersonation = self.impersonation

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item: str
            if isinstance(permissions_item_data, str):
                permissions_item = permissions_item_data
            else:
                permissions_item = permissions_item_data
            permissions.append(permissions_item)

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        assignments = []
        for assignments_item_data in self.assignments:
            assignments_item = assignments_item_data.to_dict()
            assignments.append(assignments_item)

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
                "name": name,
                "email": email,
                "phone": phone,
                "locale": locale,
                "timezone": timezone,
                "customer": customer,
                "email_verified_at": email_verified_at,
                "preferences": preferences,
                "session": session,
                "impersonation": impersonation,
                "permissions": permissions,
                "grants": grants,
                "assignments": assignments,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assignment import Assignment  # noqa: PLC0415
        from ..models.impersonation import Impersonation  # noqa: PLC0415
        from ..models.me_preferences import MePreferences  # noqa: PLC0415
        from ..models.scoped_grant import ScopedGrant  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = check_user_kind(d.pop("kind"))

        name = d.pop("name")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        locale = check_language(d.pop("locale"))

        timezone = d.pop("timezone")

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_email_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                email_verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return email_verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        email_verified_at = _parse_email_verified_at(d.pop("email_verified_at"))

        preferences = MePreferences.from_dict(d.pop("preferences"))

        session = d.pop("session")

        def _parse_impersonation(data: object) -> Impersonation | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                impersonation_type_0 = Impersonation.from_dict(data)

                return impersonation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Impersonation | None, data)

        impersonation = _parse_impersonation(d.pop("impersonation"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:

            def _parse_permissions_item(data: object) -> PermissionCode | str:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_known_permission_type_0 = check_permission_code(data)

                    return componentsschemas_known_permission_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(PermissionCode | str, data)

            permissions_item = _parse_permissions_item(permissions_item_data)

            permissions.append(permissions_item)

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = ScopedGrant.from_dict(grants_item_data)

            grants.append(grants_item)

        assignments = []
        _assignments = d.pop("assignments")
        for assignments_item_data in _assignments:
            assignments_item = Assignment.from_dict(assignments_item_data)

            assignments.append(assignments_item)

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        me = cls(
            id=id,
            kind=kind,
            name=name,
            email=email,
            phone=phone,
            locale=locale,
            timezone=timezone,
            customer=customer,
            email_verified_at=email_verified_at,
            preferences=preferences,
            session=session,
            impersonation=impersonation,
            permissions=permissions,
            grants=grants,
            assignments=assignments,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        me.additional_properties = d
        return me

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
