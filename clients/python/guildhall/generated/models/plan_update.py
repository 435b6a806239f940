from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.limits_in import LimitsIn
    from ..models.plan_update_name import PlanUpdateName


T = TypeVar("T", bound="PlanUpdate")


@_attrs_define
class PlanUpdate:
    """Changes of a plan, for every business that has it; of the limits those that are given.

    Attributes:
        code (str | Unset):
        name (PlanUpdateName | Unset):
        limits (LimitsIn | Unset): What a plan holds; null, or left out of a new plan, is as much as one likes.
        offered (bool | Unset):
    """

    code: str | Unset = UNSET
    name: PlanUpdateName | Unset = UNSET
    limits: LimitsIn | Unset = UNSET
    offered: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        limits: dict[str, Any] | Unset = UNSET
        if not isinstance(self.limits, Unset):
            limits = self.limits.to_dict()

        offered = self.offered

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if name is not UNSET:
            field_dict["name"] = name
        if limits is not UNSET:
            field_dict["limits"] = limits
        if offered is not UNSET:
            field_dict["offered"] = offered

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.limits_in import LimitsIn  # noqa: PLC0415
        from ..models.plan_update_name import PlanUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code", UNSET)

        _name = d.pop("name", UNSET)
        name: PlanUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = PlanUpdateName.from_dict(_name)

        _limits = d.pop("limits", UNSET)
        limits: LimitsIn | Unset
        if isinstance(_limits, Unset):
            limits = UNSET
        else:
            limits = LimitsIn.from_dict(_limits)

        offered = d.pop("offered", UNSET)

        plan_update = cls(
            code=code,
            name=name,
            limits=limits,
            offered=offered,
        )

        return plan_update
