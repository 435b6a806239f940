from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.category_update_name import CategoryUpdateName


T = TypeVar("T", bound="CategoryUpdate")


@_attrs_define
class CategoryUpdate:
    """What changes of a category; its code stays.

    Attributes:
        name (CategoryUpdateName | Unset):
        parent (None | str | Unset):
        sort (int | Unset):
        active (bool | Unset):
    """

    name: CategoryUpdateName | Unset = UNSET
    parent: None | str | Unset = UNSET
    sort: int | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        sort = self.sort

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if parent is not UNSET:
            field_dict["parent"] = parent
        if sort is not UNSET:
            field_dict["sort"] = sort
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_update_name import CategoryUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        _name = d.pop("name", UNSET)
        name: CategoryUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = CategoryUpdateName.from_dict(_name)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        sort = d.pop("sort", UNSET)

        active = d.pop("active", UNSET)

        category_update = cls(
            name=name,
            parent=parent,
            sort=sort,
            active=active,
        )

        return category_update
