from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.domain_certificate import DomainCertificate, check_domain_certificate
from ..types import UNSET, Unset

T = TypeVar("T", bound="DomainUpdate")


@_attrs_define
class DomainUpdate:
    """What is reported of a domain, or chosen.

    Attributes:
        is_primary (bool | Unset):
        certificate (DomainCertificate | Unset):
        certificate_expires_at (datetime.datetime | None | Unset):
    """

    is_primary: bool | Unset = UNSET
    certificate: DomainCertificate | Unset = UNSET
    certificate_expires_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        is_primary = self.is_primary

        certificate: str | Unset = UNSET
        if not isinstance(self.certificate, Unset):
            certificate = self.certificate

        certificate_expires_at: None | str | Unset
        if isinstance(self.certificate_expires_at, Unset):
            certificate_expires_at = UNSET
        elif isinstance(self.certificate_expires_at, datetime.datetime):
            certificate_expires_at = self.certificate_expires_at.isoformat()
        else:
            certificate_expires_at = self.certificate_expires_at

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if is_primary is not UNSET:
            field_dict["is_primary"] = is_primary
        if certificate is not UNSET:
            field_dict["certificate"] = certificate
        if certificate_expires_at is not UNSET:
            field_dict["certificate_expires_at"] = certificate_expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_primary = d.pop("is_primary", UNSET)

        _certificate = d.pop("certificate", UNSET)
        certificate: DomainCertificate | Unset
        if isinstance(_certificate, Unset):
            certificate = UNSET
        else:
            certificate = check_domain_certificate(_certificate)

        def _parse_certificate_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                certificate_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return certificate_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        certificate_expires_at = _parse_certificate_expires_at(d.pop("certificate_expires_at", UNSET))

        domain_update = cls(
            is_primary=is_primary,
            certificate=certificate,
            certificate_expires_at=certificate_expires_at,
        )

        return domain_update
