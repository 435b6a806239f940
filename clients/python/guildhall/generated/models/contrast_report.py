from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.contrast import Contrast


T = TypeVar("T", bound="ContrastReport")


@_attrs_define
class ContrastReport:
    """Every pair of tokens that is looked at.

    Attributes:
        passes (bool): Whether every pair does.
        pairs (list[Contrast]):
    """

    passes: bool
    pairs: list[Contrast]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        passes = self.passes

        pairs = []
        for pairs_item_data in self.pairs:
            pairs_item = pairs_item_data.to_dict()
            pairs.append(pairs_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "passes": passes,
                "pairs": pairs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contrast import Contrast  # noqa: PLC0415

        d = dict(src_dict)
        passes = d.pop("passes")

        pairs = []
        _pairs = d.pop("pairs")
        for pairs_item_data in _pairs:
            pairs_item = Contrast.from_dict(pairs_item_data)

            pairs.append(pairs_item)

        contrast_report = cls(
            passes=passes,
            pairs=pairs,
        )

        contrast_report.additional_properties = d
        return contrast_report

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
