from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.domain_certificate import DomainCertificate, check_domain_certificate

if TYPE_CHECKING:
    from ..models.challenge import Challenge


T = TypeVar("T", bound="Domain")


@_attrs_define
class Domain:
    """A host name of a business's own.

    Attributes:
        id (str):
        tenant (str):
        domain (str): In small letters; international names in their ASCII form.
        is_primary (bool): Whether links to the business lead to it while it is proved.
        challenge (Challenge): The TXT record that proves a domain.
        verified_at (datetime.datetime | None): From then on it answers for the business; null again once it has lapsed.
        checked_at (datetime.datetime | None): When the record was last looked for.
        failed_checks (int): Days in a row on which the record was gone. After 7 of them the domain lapses: it answers
            no more until it is verified again.
        certificate (DomainCertificate):
        certificate_expires_at (datetime.datetime | None):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    tenant: str
    domain: str
    is_primary: bool
    challenge: Challenge
    verified_at: datetime.datetime | None
    checked_at: datetime.datetime | None
    failed_checks: int
    certificate: DomainCertificate
    certificate_expires_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        tenant = self.tenant

        domain = self.domain

        is_primary = self.is_primary

        challenge = self.challenge.to_dict()

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        failed_checks = self.failed_checks

        certificate: str = self.certificate

        certificate_expires_at: None | str
        if isinstance(self.certificate_expires_at, datetime.datetime):
            certificate_expires_at = self.certificate_expires_at.isoformat()
        else:
            certificate_expires_at = self.certificate_expires_at

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "tenant": tenant,
                "domain": domain,
                "is_primary": is_primary,
                "challenge": challenge,
                "verified_at": verified_at,
                "checked_at": checked_at,
                "failed_checks": failed_checks,
                "certificate": certificate,
                "certificate_expires_at": certificate_expires_at,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.challenge import Challenge  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        tenant = d.pop("tenant")

        domain = d.pop("domain")

        is_primary = d.pop("is_primary")

        challenge = Challenge.from_dict(d.pop("challenge"))

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)

                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))

        failed_checks = d.pop("failed_checks")

        certificate = check_domain_certificate(d.pop("certificate"))

        def _parse_certificate_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                certificate_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return certificate_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        certificate_expires_at = _parse_certificate_expires_at(d.pop("certificate_expires_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        domain = cls(
            id=id,
            tenant=tenant,
            domain=domain,
            is_primary=is_primary,
            challenge=challenge,
            verified_at=verified_at,
            checked_at=checked_at,
            failed_checks=failed_checks,
            certificate=certificate,
            certificate_expires_at=certificate_expires_at,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        domain.additional_properties = d
        return domain

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
