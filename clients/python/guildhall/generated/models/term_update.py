from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.term_update_name import TermUpdateName


T = TypeVar("T", bound="TermUpdate")


@_attrs_define
class TermUpdate:
    """What changes of a language or a document type; its code stays.

    Attributes:
        name (TermUpdateName | Unset):
        sort (int | Unset):
        active (bool | Unset):
    """

    name: TermUpdateName | Unset = UNSET
    sort: int | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        sort = self.sort

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if sort is not UNSET:
            field_dict["sort"] = sort
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.term_update_name import TermUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        _name = d.pop("name", UNSET)
        name: TermUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = TermUpdateName.from_dict(_name)

        sort = d.pop("sort", UNSET)

        active = d.pop("active", UNSET)

        term_update = cls(
            name=name,
            sort=sort,
            active=active,
        )

        return term_update
