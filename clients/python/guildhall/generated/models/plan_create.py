from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.limits_in import LimitsIn
    from ..models.plan_create_name import PlanCreateName


T = TypeVar("T", bound="PlanCreate")


@_attrs_define
class PlanCreate:
    """A new plan.

    Attributes:
        code (str):
        name (PlanCreateName):
        limits (LimitsIn): What a plan holds; null, or left out of a new plan, is as much as one likes.
        offered (bool | Unset):
    """

    code: str
    name: PlanCreateName
    limits: LimitsIn
    offered: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        limits = self.limits.to_dict()

        offered = self.offered

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
                "limits": limits,
            }
        )
        if offered is not UNSET:
            field_dict["offered"] = offered

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.limits_in import LimitsIn  # noqa: PLC0415
        from ..models.plan_create_name import PlanCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = PlanCreateName.from_dict(d.pop("name"))

        limits = LimitsIn.from_dict(d.pop("limits"))

        offered = d.pop("offered", UNSET)

        plan_create = cls(
            code=code,
            name=name,
            limits=limits,
            offered=offered,
        )

        return plan_create
