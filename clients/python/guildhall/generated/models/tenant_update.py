from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="TenantUpdate")


@_attrs_define
class TenantUpdate:
    """What of a business can change.

    Attributes:
        slug (str | Unset): Its host name changes with it, at once.
        name (str | Unset):
        languages (list[Language] | Unset):
        timezone (str | Unset):
        plan (None | str | Unset):
    """

    slug: str | Unset = UNSET
    name: str | Unset = UNSET
    languages: list[Language] | Unset = UNSET
    timezone: str | Unset = UNSET
    plan: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        languages: list[str] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for languages_item_data in self.languages:
                languages_item: str = languages_item_data
                languages.append(languages_item)

        timezone = self.timezone

        plan: None | str | Unset
        if isinstance(self.plan, Unset):
            plan = UNSET
        else:
            plan = self.plan

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if slug is not UNSET:
            field_dict["slug"] = slug
        if name is not UNSET:
            field_dict["name"] = name
        if languages is not UNSET:
            field_dict["languages"] = languages
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if plan is not UNSET:
            field_dict["plan"] = plan

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slug = d.pop("slug", UNSET)

        name = d.pop("name", UNSET)

        _languages = d.pop("languages", UNSET)
        languages: list[Language] | Unset = UNSET
        if _languages is not UNSET:
            languages = []
            for languages_item_data in _languages:
                languages_item = check_language(languages_item_data)

                languages.append(languages_item)

        timezone = d.pop("timezone", UNSET)

        def _parse_plan(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        plan = _parse_plan(d.pop("plan", UNSET))

        tenant_update = cls(
            slug=slug,
            name=name,
            languages=languages,
            timezone=timezone,
            plan=plan,
        )

        return tenant_update
