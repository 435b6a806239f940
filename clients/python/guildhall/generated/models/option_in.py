from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.option_kind import OptionKind, check_option_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.option_in_name import OptionInName
    from ..models.option_value_in import OptionValueIn


T = TypeVar("T", bound="OptionIn")


@_attrs_define
class OptionIn:
    """An option: a choice of values, or a text.

    Attributes:
        code (str):
        name (OptionInName):
        kind (OptionKind | Unset):
        required (bool | Unset):
        values (list[OptionValueIn] | Unset):
        max_length (int | Unset):
    """

    code: str
    name: OptionInName
    kind: OptionKind | Unset = UNSET
    required: bool | Unset = UNSET
    values: list[OptionValueIn] | Unset = UNSET
    max_length: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        required = self.required

        values: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.values, Unset):
            values = []
            for values_item_data in self.values:
                values_item = values_item_data.to_dict()
                values.append(values_item)

        max_length = self.max_length

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if required is not UNSET:
            field_dict["required"] = required
        if values is not UNSET:
            field_dict["values"] = values
        if max_length is not UNSET:
            field_dict["max_length"] = max_length

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.option_in_name import OptionInName  # noqa: PLC0415
        from ..models.option_value_in import OptionValueIn  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = OptionInName.from_dict(d.pop("name"))

        _kind = d.pop("kind", UNSET)
        kind: OptionKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_option_kind(_kind)

        required = d.pop("required", UNSET)

        _values = d.pop("values", UNSET)
        values: list[OptionValueIn] | Unset = UNSET
        if _values is not UNSET:
            values = []
            for values_item_data in _values:
                values_item = OptionValueIn.from_dict(values_item_data)

                values.append(values_item)

        max_length = d.pop("max_length", UNSET)

        option_in = cls(
            code=code,
            name=name,
            kind=kind,
            required=required,
            values=values,
            max_length=max_length,
        )

        return option_in
