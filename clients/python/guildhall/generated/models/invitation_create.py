from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assignment_in import AssignmentIn


T = TypeVar("T", bound="InvitationCreate")


@_attrs_define
class InvitationCreate:
    """A person to invite.

    Attributes:
        email (str):
        name (str):
        locale (Language | Unset):
        customer (None | str | Unset): Invites to this customer's account instead of the staff.
        assignments (list[AssignmentIn] | Unset):
        expires_at (datetime.datetime | Unset): At most 30 days ahead; a week where it is left out.
    """

    email: str
    name: str
    locale: Language | Unset = UNSET
    customer: None | str | Unset = UNSET
    assignments: list[AssignmentIn] | Unset = UNSET
    expires_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        name = self.name

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        customer: None | str | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        else:
            customer = self.customer

        assignments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assignments, Unset):
            assignments = []
            for assignments_item_data in self.assignments:
                assignments_item = assignments_item_data.to_dict()
                assignments.append(assignments_item)

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "name": name,
            }
        )
        if locale is not UNSET:
            field_dict["locale"] = locale
        if customer is not UNSET:
            field_dict["customer"] = customer
        if assignments is not UNSET:
            field_dict["assignments"] = assignments
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assignment_in import AssignmentIn  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email")

        name = d.pop("name")

        _locale = d.pop("locale", UNSET)
        locale: Language | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = check_language(_locale)

        def _parse_customer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))

        _assignments = d.pop("assignments", UNSET)
        assignments: list[AssignmentIn] | Unset = UNSET
        if _assignments is not UNSET:
            assignments = []
            for assignments_item_data in _assignments:
                assignments_item = AssignmentIn.from_dict(assignments_item_data)

                assignments.append(assignments_item)

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        invitation_create = cls(
            email=email,
            name=name,
            locale=locale,
            customer=customer,
            assignments=assignments,
            expires_at=expires_at,
        )

        return invitation_create
