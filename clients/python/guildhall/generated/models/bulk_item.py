from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bulk_item_data_type_0 import BulkItemDataType0
    from ..models.bulk_item_problem_type_0 import BulkItemProblemType0


T = TypeVar("T", bound="BulkItem")


@_attrs_define
class BulkItem:
    """What became of one change.

    Attributes:
        index (int): The place of the change in the request, from 0.
        status (int): The HTTP status that the single request would have had.
        data (BulkItemDataType0 | None): The resource after the change.
        problem (BulkItemProblemType0 | None): The problem document of a refused change.
    """

    index: int
    status: int
    data: BulkItemDataType0 | None
    problem: BulkItemProblemType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.bulk_item_data_type_0 import BulkItemDataType0  # noqa: PLC0415
        from ..models.bulk_item_problem_type_0 import BulkItemProblemType0  # noqa: PLC0415

        index = self.index

        status = self.status

        data: dict[str, Any] | None
        if isinstance(self.data, BulkItemDataType0):
            data = self.data.to_dict()
        else:
            data = self.data

        problem: dict[str, Any] | None
        if isinstance(self.problem, BulkItemProblemType0):
            problem = self.problem.to_dict()
        else:
            problem = self.problem

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "index": index,
                "status": status,
                "data": data,
                "problem": problem,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bulk_item_data_type_0 import BulkItemDataType0  # noqa: PLC0415
        from ..models.bulk_item_problem_type_0 import BulkItemProblemType0  # noqa: PLC0415

        d = dict(src_dict)
        index = d.pop("index")

        status = d.pop("status")

        def _parse_data(data: object) -> BulkItemDataType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = BulkItemDataType0.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BulkItemDataType0 | None, data)

        data = _parse_data(d.pop("data"))

        def _parse_problem(data: object) -> BulkItemProblemType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                problem_type_0 = BulkItemProblemType0.from_dict(data)

                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BulkItemProblemType0 | None, data)

        problem = _parse_problem(d.pop("problem"))

        bulk_item = cls(
            index=index,
            status=status,
            data=data,
            problem=problem,
        )

        bulk_item.additional_properties = d
        return bulk_item

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
