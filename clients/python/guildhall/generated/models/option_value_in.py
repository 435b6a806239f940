from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.option_value_in_name import OptionValueInName


T = TypeVar("T", bound="OptionValueIn")


@_attrs_define
class OptionValueIn:
    """A value of a choice.

    Attributes:
        code (str):
        name (OptionValueInName):
    """

    code: str
    name: OptionValueInName

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.option_value_in_name import OptionValueInName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = OptionValueInName.from_dict(d.pop("name"))

        option_value_in = cls(
            code=code,
            name=name,
        )

        return option_value_in
