from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.category_create_name import CategoryCreateName


T = TypeVar("T", bound="CategoryCreate")


@_attrs_define
class CategoryCreate:
    """A category to add.

    Attributes:
        code (str):
        name (CategoryCreateName):
        parent (None | str | Unset):
        sort (int | Unset):
        active (bool | Unset):
    """

    code: str
    name: CategoryCreateName
    parent: None | str | Unset = UNSET
    sort: int | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        sort = self.sort

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )
        if parent is not UNSET:
            field_dict["parent"] = parent
        if sort is not UNSET:
            field_dict["sort"] = sort
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_create_name import CategoryCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = CategoryCreateName.from_dict(d.pop("name"))

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        sort = d.pop("sort", UNSET)

        active = d.pop("active", UNSET)

        category_create = cls(
            code=code,
            name=name,
            parent=parent,
            sort=sort,
            active=active,
        )

        return category_create
