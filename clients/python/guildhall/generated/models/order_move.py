from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="OrderMove")


@_attrs_define
class OrderMove:
    """A move that the order can make now.

    Attributes:
        name (str):
        target (str):
        label (LocalizedTextType1 | str):
        guards (list[str]): What must hold when the move is made.
        unmet (list[str]): Of these, what does not hold now; `reason` comes with the move.
    """

    name: str
    target: str
    label: LocalizedTextType1 | str
    guards: list[str]
    unmet: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        name = self.name

        target = self.target

        label: dict[str, Any] | str
        if isinstance(self.label, LocalizedTextType1):
            label = self.label.to_dict()
        else:
            label = self.label

        guards = self.guards

        unmet = self.unmet

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "target": target,
                "label": label,
                "guards": guards,
                "unmet": unmet,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        target = d.pop("target")

        def _parse_label(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        label = _parse_label(d.pop("label"))

        guards = cast(list[str], d.pop("guards"))

        unmet = cast(list[str], d.pop("unmet"))

        order_move = cls(
            name=name,
            target=target,
            label=label,
            guards=guards,
            unmet=unmet,
        )

        order_move.additional_properties = d
        return order_move

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
