from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.audit_chain_fault import AuditChainFault, check_audit_chain_fault

T = TypeVar("T", bound="ChainFault")


@_attrs_define
class ChainFault:
    """Where the chain does not hold.

    Attributes:
        kind (AuditChainFault):
        sequence (int):
        entry (None | str):
    """

    kind: AuditChainFault
    sequence: int
    entry: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        sequence = self.sequence

        entry: None | str
        entry = self.entry

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "sequence": sequence,
                "entry": entry,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_audit_chain_fault(d.pop("kind"))

        sequence = d.pop("sequence")

        def _parse_entry(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        entry = _parse_entry(d.pop("entry"))

        chain_fault = cls(
            kind=kind,
            sequence=sequence,
            entry=entry,
        )

        chain_fault.additional_properties = d
        return chain_fault

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
