from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.lasting_method import LastingMethod


T = TypeVar("T", bound="SecondFactors")


@_attrs_define
class SecondFactors:
    """The user's second factors.

    Attributes:
        methods (list[LastingMethod]):
        recovery_codes_left (int):
        required_by_role (bool): A role of the user demands a second factor.
    """

    methods: list[LastingMethod]
    recovery_codes_left: int
    required_by_role: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        methods = []
        for methods_item_data in self.methods:
            methods_item = methods_item_data.to_dict()
            methods.append(methods_item)

        recovery_codes_left = self.recovery_codes_left

        required_by_role = self.required_by_role

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "methods": methods,
                "recovery_codes_left": recovery_codes_left,
                "required_by_role": required_by_role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lasting_method import LastingMethod  # noqa: PLC0415

        d = dict(src_dict)
        methods = []
        _methods = d.pop("methods")
        for methods_item_data in _methods:
            methods_item = LastingMethod.from_dict(methods_item_data)

            methods.append(methods_item)

        recovery_codes_left = d.pop("recovery_codes_left")

        required_by_role = d.pop("required_by_role")

        second_factors = cls(
            methods=methods,
            recovery_codes_left=recovery_codes_left,
            required_by_role=required_by_role,
        )

        second_factors.additional_properties = d
        return second_factors

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
