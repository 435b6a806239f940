from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.chain_fault import ChainFault


T = TypeVar("T", bound="Chain")


@_attrs_define
class Chain:
    """What a verification found.

    Attributes:
        sound (bool): Whether all that was read holds.
        first (int): The first number that was read; 0 where nothing is sealed.
        last (int): The last number that holds. Go on from the next one while `more` is true.
        checked (int):
        more (bool):
        hash_ (str): The hash of `last`; note it elsewhere.
        unsealed (int): Entries that wait for their seal, which a job sets: within a minute where there are few
            businesses, within the hour where there are ten thousand. What happens to one before is not found.
        fault (ChainFault | None):
    """

    sound: bool
    first: int
    last: int
    checked: int
    more: bool
    hash_: str
    unsealed: int
    fault: ChainFault | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.chain_fault import ChainFault  # noqa: PLC0415

        sound = self.sound

        first = self.first

        last = self.last

        checked = self.checked

        more = self.more

        hash_ = self.hash_

        unsealed = self.unsealed

        fault: dict[str, Any] | None
        if isinstance(self.fault, ChainFault):
            fault = self.fault.to_dict()
        else:
            fault = self.fault

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sound": sound,
                "first": first,
                "last": last,
                "checked": checked,
                "more": more,
                "hash": hash_,
                "unsealed": unsealed,
                "fault": fault,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chain_fault import ChainFault  # noqa: PLC0415

        d = dict(src_dict)
        sound = d.pop("sound")

        first = d.pop("first")

        last = d.pop("last")

        checked = d.pop("checked")

        more = d.pop("more")

        hash_ = d.pop("hash")

        unsealed = d.pop("unsealed")

        def _parse_fault(data: object) -> ChainFault | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fault_type_0 = ChainFault.from_dict(data)

                return fault_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChainFault | None, data)

        fault = _parse_fault(d.pop("fault"))

        chain = cls(
            sound=sound,
            first=first,
            last=last,
            checked=checked,
            more=more,
            hash_=hash_,
            unsealed=unsealed,
            fault=fault,
        )

        chain.additional_properties = d
        return chain

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
