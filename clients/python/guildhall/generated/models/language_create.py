from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.language_create_name import LanguageCreateName


T = TypeVar("T", bound="LanguageCreate")


@_attrs_define
class LanguageCreate:
    """A language that the business works in.

    Attributes:
        code (str): A language tag of BCP 47 in small letters.
        name (LanguageCreateName):
        sort (int | Unset):
        active (bool | Unset):
    """

    code: str
    name: LanguageCreateName
    sort: int | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        sort = self.sort

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )
        if sort is not UNSET:
            field_dict["sort"] = sort
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.language_create_name import LanguageCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = LanguageCreateName.from_dict(d.pop("name"))

        sort = d.pop("sort", UNSET)

        active = d.pop("active", UNSET)

        language_create = cls(
            code=code,
            name=name,
            sort=sort,
            active=active,
        )

        return language_create
