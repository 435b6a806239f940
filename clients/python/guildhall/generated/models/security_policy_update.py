from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.audit_rules_in import AuditRulesIn
    from ..models.oidc_provider_in import OidcProviderIn
    from ..models.password_rules_in import PasswordRulesIn
    from ..models.registration_rules_in import RegistrationRulesIn
    from ..models.retention_rules_in import RetentionRulesIn
    from ..models.session_rules_in import SessionRulesIn


T = TypeVar("T", bound="SecurityPolicyUpdate")


@_attrs_define
class SecurityPolicyUpdate:
    """Changes: of a group only what is given, of a list the whole.

    Attributes:
        password (PasswordRulesIn | Unset): Changes of the rules of passwords.
        session (SessionRulesIn | Unset): Changes of the rules of sessions.
        registration (RegistrationRulesIn | Unset): Changes of the rules of registration.
        audit (AuditRulesIn | Unset): Changes of how long logs are kept, in days.
        retention (RetentionRulesIn | Unset): Changes of how long data is kept.
        networks (list[str] | Unset):
        cors_origins (list[str] | Unset):
        oidc (list[OidcProviderIn] | Unset):
        current_password (str | Unset): Of the caller, to change `oidc`, `registration.link_base` or
            `registration.role`; not needed for ten minutes after signing in or verifying a second factor.
    """

    password: PasswordRulesIn | Unset = UNSET
    session: SessionRulesIn | Unset = UNSET
    registration: RegistrationRulesIn | Unset = UNSET
    audit: AuditRulesIn | Unset = UNSET
    retention: RetentionRulesIn | Unset = UNSET
    networks: list[str] | Unset = UNSET
    cors_origins: list[str] | Unset = UNSET
    oidc: list[OidcProviderIn] | Unset = UNSET
    current_password: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()

        session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.session, Unset):
            session = self.session.to_dict()

        registration: dict[str, Any] | Unset = UNSET
        if not isinstance(self.registration, Unset):
            registration = self.registration.to_dict()

        audit: dict[str, Any] | Unset = UNSET
        if not isinstance(self.audit, Unset):
            audit = self.audit.to_dict()

        retention: dict[str, Any] | Unset = UNSET
        if not isinstance(self.retention, Unset):
            retention = self.retention.to_dict()

        networks: list[str] | Unset = UNSET
        if not isinstance(self.networks, Unset):
            networks = self.networks

        cors_origins: list[str] | Unset = UNSET
        if not isinstance(self.cors_origins, Unset):
            cors_origins = self.cors_origins

        oidc: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.oidc, Unset):
            oidc = []
            for oidc_item_data in self.oidc:
                oidc_item = oidc_item_data.to_dict()
                oidc.append(oidc_item)

        current_password = self.current_password

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if password is not UNSET:
            field_dict["password"] = password
        if session is not UNSET:
            field_dict["session"] = session
        if registration is not UNSET:
            field_dict["registration"] = registration
        if audit is not UNSET:
            field_dict["audit"] = audit
        if retention is not UNSET:
            field_dict["retention"] = retention
        if networks is not UNSET:
            field_dict["networks"] = networks
        if cors_origins is not UNSET:
            field_dict["cors_origins"] = cors_origins
        if oidc is not UNSET:
            field_dict["oidc"] = oidc
        if current_password is not UNSET:
            field_dict["current_password"] = current_password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_rules_in import AuditRulesIn  # noqa: PLC0415
        from ..models.oidc_provider_in import OidcProviderIn  # noqa: PLC0415
        from ..models.password_rules_in import PasswordRulesIn  # noqa: PLC0415
        from ..models.registration_rules_in import RegistrationRulesIn  # noqa: PLC0415
        from ..models.retention_rules_in import RetentionRulesIn  # noqa: PLC0415
        from ..models.session_rules_in import SessionRulesIn  # noqa: PLC0415

        d = dict(src_dict)
        _password = d.pop("password", UNSET)
        password: PasswordRulesIn | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = PasswordRulesIn.from_dict(_password)

        _session = d.pop("session", UNSET)
        session: SessionRulesIn | Unset
        if isinstance(_session, Unset):
            session = UNSET
        else:
            session = SessionRulesIn.from_dict(_session)

        _registration = d.pop("registration", UNSET)
        registration: RegistrationRulesIn | Unset
        if isinstance(_registration, Unset):
            registration = UNSET
        else:
            registration = RegistrationRulesIn.from_dict(_registration)

        _audit = d.pop("audit", UNSET)
        audit: AuditRulesIn | Unset
        if isinstance(_audit, Unset):
            audit = UNSET
        else:
            audit = AuditRulesIn.from_dict(_audit)

        _retention = d.pop("retention", UNSET)
        retention: RetentionRulesIn | Unset
        if isinstance(_retention, Unset):
            retention = UNSET
        else:
            retention = RetentionRulesIn.from_dict(_retention)

        networks = cast(list[str], d.pop("networks", UNSET))

        cors_origins = cast(list[str], d.pop("cors_origins", UNSET))

        _oidc = d.pop("oidc", UNSET)
        oidc: list[OidcProviderIn] | Unset = UNSET
        if _oidc is not UNSET:
            oidc = []
            for oidc_item_data in _oidc:
                oidc_item = OidcProviderIn.from_dict(oidc_item_data)

                oidc.append(oidc_item)

        current_password = d.pop("current_password", UNSET)

        security_policy_update = cls(
            password=password,
            session=session,
            registration=registration,
            audit=audit,
            retention=retention,
            networks=networks,
            cors_origins=cors_origins,
            oidc=oidc,
            current_password=current_password,
        )

        return security_policy_update
