from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.audit_rules import AuditRules
    from ..models.oidc_provider import OidcProvider
    from ..models.password_rules import PasswordRules
    from ..models.registration_rules import RegistrationRules
    from ..models.retention_rules import RetentionRules
    from ..models.session_rules import SessionRules


T = TypeVar("T", bound="SecurityPolicy")


@_attrs_define
class SecurityPolicy:
    """The business's rules of security, defaults included.

    Attributes:
        password (PasswordRules): What a new password must be.
        session (SessionRules): How long a sign-in lasts.
        registration (RegistrationRules): Whether strangers may register.
        audit (AuditRules): How long logs are kept, in days.
        retention (RetentionRules): After how many days data is deleted that nothing keeps; null for never.
        networks (list[str]): Networks that staff may come from; none for all.
        cors_origins (list[str]): Origins whose scripts may read answers.
        oidc (list[OidcProvider]):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    password: PasswordRules
    session: SessionRules
    registration: RegistrationRules
    audit: AuditRules
    retention: RetentionRules
    networks: list[str]
    cors_origins: list[str]
    oidc: list[OidcProvider]
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        password = self.password.to_dict()

        session = self.session.to_dict()

        registration = self.registration.to_dict()

        audit = self.audit.to_dict()

        retention = self.retention.to_dict()

        networks = self.networks

        cors_origins = self.cors_origins

        oidc = []
        for oidc_item_data in self.oidc:
            oidc_item = oidc_item_data.to_dict()
            oidc.append(oidc_item)

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "password": password,
                "session": session,
                "registration": registration,
                "audit": audit,
                "retention": retention,
                "networks": networks,
                "cors_origins": cors_origins,
                "oidc": oidc,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_rules import AuditRules  # noqa: PLC0415
        from ..models.oidc_provider import OidcProvider  # noqa: PLC0415
        from ..models.password_rules import PasswordRules  # noqa: PLC0415
        from ..models.registration_rules import RegistrationRules  # noqa: PLC0415
        from ..models.retention_rules import RetentionRules  # noqa: PLC0415
        from ..models.session_rules import SessionRules  # noqa: PLC0415

        d = dict(src_dict)
        password = PasswordRules.from_dict(d.pop("password"))

        session = SessionRules.from_dict(d.pop("session"))

        registration = RegistrationRules.from_dict(d.pop("registration"))

        audit = AuditRules.from_dict(d.pop("audit"))

        retention = RetentionRules.from_dict(d.pop("retention"))

        networks = cast(list[str], d.pop("networks"))

        cors_origins = cast(list[str], d.pop("cors_origins"))

        oidc = []
        _oidc = d.pop("oidc")
        for oidc_item_data in _oidc:
            oidc_item = OidcProvider.from_dict(oidc_item_data)

            oidc.append(oidc_item)

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        security_policy = cls(
            password=password,
            session=session,
            registration=registration,
            audit=audit,
            retention=retention,
            networks=networks,
            cors_origins=cors_origins,
            oidc=oidc,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        security_policy.additional_properties = d
        return security_policy

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
