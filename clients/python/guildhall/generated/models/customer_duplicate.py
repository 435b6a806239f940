from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.customer_kind import CustomerKind, check_customer_kind
from ..models.customer_sameness import CustomerSameness, check_customer_sameness

T = TypeVar("T", bound="CustomerDuplicate")


@_attrs_define
class CustomerDuplicate:
    """A customer who may be the same as another.

    Attributes:
        customer (str):
        name (str):
        kind (CustomerKind):
        branch (None | str):
        active (bool):
        score (int): How much speaks for it.
        reasons (list[CustomerSameness]): What is equal. A shared contact that one of them has shown to be theirs counts
            for more.
    """

    customer: str
    name: str
    kind: CustomerKind
    branch: None | str
    active: bool
    score: int
    reasons: list[CustomerSameness]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer

        name = self.name

        kind: str = self.kind

        branch: None | str
        branch = self.branch

        active = self.active

        score = self.score

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item: str = reasons_item_data
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "customer": customer,
                "name": name,
                "kind": kind,
                "branch": branch,
                "active": active,
                "score": score,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer = d.pop("customer")

        name = d.pop("name")

        kind = check_customer_kind(d.pop("kind"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        active = d.pop("active")

        score = d.pop("score")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = check_customer_sameness(reasons_item_data)

            reasons.append(reasons_item)

        customer_duplicate = cls(
            customer=customer,
            name=name,
            kind=kind,
            branch=branch,
            active=active,
            score=score,
            reasons=reasons,
        )

        customer_duplicate.additional_properties = d
        return customer_duplicate

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
