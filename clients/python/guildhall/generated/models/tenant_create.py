from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..models.new_tenant_status import NewTenantStatus, check_new_tenant_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.owner_in import OwnerIn


T = TypeVar("T", bound="TenantCreate")


@_attrs_define
class TenantCreate:
    """A new business.

    Attributes:
        slug (str): Small letters, digits and hyphens: the first label of its host name.
        name (str):
        country (str):
        currency (str): The currency of its books, for ever.
        languages (list[Language]): In order of preference, the default first.
        timezone (str):
        pack (str | Unset): The kind of business, which it is filled for; empty for what all have in common.
        status (NewTenantStatus | Unset):
        plan (None | str | Unset):
        owner (None | OwnerIn | Unset):
    """

    slug: str
    name: str
    country: str
    currency: str
    languages: list[Language]
    timezone: str
    pack: str | Unset = UNSET
    status: NewTenantStatus | Unset = UNSET
    plan: None | str | Unset = UNSET
    owner: None | OwnerIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.owner_in import OwnerIn  # noqa: PLC0415

        slug = self.slug

        name = self.name

        country = self.country

        currency = self.currency

        languages = []
        for languages_item_data in self.languages:
            languages_item: str = languages_item_data
            languages.append(languages_item)

        timezone = self.timezone

        pack = self.pack

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        plan: None | str | Unset
        if isinstance(self.plan, Unset):
            plan = UNSET
        else:
            plan = self.plan

        owner: dict[str, Any] | None | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        elif isinstance(self.owner, OwnerIn):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "country": country,
                "currency": currency,
                "languages": languages,
                "timezone": timezone,
            }
        )
        if pack is not UNSET:
            field_dict["pack"] = pack
        if status is not UNSET:
            field_dict["status"] = status
        if plan is not UNSET:
            field_dict["plan"] = plan
        if owner is not UNSET:
            field_dict["owner"] = owner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.owner_in import OwnerIn  # noqa: PLC0415

        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        country = d.pop("country")

        currency = d.pop("currency")

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = check_language(languages_item_data)

            languages.append(languages_item)

        timezone = d.pop("timezone")

        pack = d.pop("pack", UNSET)

        _status = d.pop("status", UNSET)
        status: NewTenantStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_new_tenant_status(_status)

        def _parse_plan(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        plan = _parse_plan(d.pop("plan", UNSET))

        def _parse_owner(data: object) -> None | OwnerIn | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = OwnerIn.from_dict(data)

                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnerIn | Unset, data)

        owner = _parse_owner(d.pop("owner", UNSET))

        tenant_create = cls(
            slug=slug,
            name=name,
            country=country,
            currency=currency,
            languages=languages,
            timezone=timezone,
            pack=pack,
            status=status,
            plan=plan,
            owner=owner,
        )

        return tenant_create
