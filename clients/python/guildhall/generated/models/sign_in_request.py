from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.service_grant import ServiceGrant


T = TypeVar("T", bound="SignInRequest")


@_attrs_define
class SignInRequest:
    """Either an e-mail address or a telephone number with a password, or a service account's grant.

    Attributes:
        email (str | Unset):
        phone (str | Unset):
        password (str | Unset):
        grant (ServiceGrant | Unset): A service account's credentials.
    """

    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    password: str | Unset = UNSET
    grant: ServiceGrant | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        phone = self.phone

        password = self.password

        grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.grant, Unset):
            grant = self.grant.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if password is not UNSET:
            field_dict["password"] = password
        if grant is not UNSET:
            field_dict["grant"] = grant

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.service_grant import ServiceGrant  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email", UNSET)

        phone = d.pop("phone", UNSET)

        password = d.pop("password", UNSET)

        _grant = d.pop("grant", UNSET)
        grant: ServiceGrant | Unset
        if isinstance(_grant, Unset):
            grant = UNSET
        else:
            grant = ServiceGrant.from_dict(_grant)

        sign_in_request = cls(
            email=email,
            phone=phone,
            password=password,
            grant=grant,
        )

        return sign_in_request
