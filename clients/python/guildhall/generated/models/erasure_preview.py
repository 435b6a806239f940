from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.erasure_source import ErasureSource


T = TypeVar("T", bound="ErasurePreview")


@_attrs_define
class ErasurePreview:
    """What an erasure would do, and what stands in its way.

    Attributes:
        customer (str):
        held (bool): Whether a legal hold forbids it.
        blockers (list[str]): unfinished_orders, outstanding, credit.
        sources (list[ErasureSource]):
        also_kept (list[str]): Kept by law until their own time is over.
    """

    customer: str
    held: bool
    blockers: list[str]
    sources: list[ErasureSource]
    also_kept: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer

        held = self.held

        blockers = self.blockers

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)

        also_kept = self.also_kept

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "customer": customer,
                "held": held,
                "blockers": blockers,
                "sources": sources,
                "also_kept": also_kept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.erasure_source import ErasureSource  # noqa: PLC0415

        d = dict(src_dict)
        customer = d.pop("customer")

        held = d.pop("held")

        blockers = cast(list[str], d.pop("blockers"))

        sources = []
        _sources = d.pop("sources")
        for sources_item_data in _sources:
            sources_item = ErasureSource.from_dict(sources_item_data)

            sources.append(sources_item)

        also_kept = cast(list[str], d.pop("also_kept"))

        erasure_preview = cls(
            customer=customer,
            held=held,
            blockers=blockers,
            sources=sources,
            also_kept=also_kept,
        )

        erasure_preview.additional_properties = d
        return erasure_preview

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
