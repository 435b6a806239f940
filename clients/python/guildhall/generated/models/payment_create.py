from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_excess import PaymentExcess, check_payment_excess
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.payment_create_metadata import PaymentCreateMetadata
    from ..models.target_in import TargetIn


T = TypeVar("T", bound="PaymentCreate")


@_attrs_define
class PaymentCreate:
    """A payment to record.

    Attributes:
        method (str):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        customer (None | str | Unset):
        branch (None | str | Unset):
        allocations (list[TargetIn] | Unset): The customer's oldest debts first, where it is left out.
        excess (PaymentExcess | Unset):
        received_at (datetime.datetime | Unset): When the money came: now, unless given; not in the future.
        reference (str | Unset):
        note (str | Unset):
        proofs (list[str] | Unset):
        metadata (PaymentCreateMetadata | Unset):
    """

    method: str
    amount: Money
    customer: None | str | Unset = UNSET
    branch: None | str | Unset = UNSET
    allocations: list[TargetIn] | Unset = UNSET
    excess: PaymentExcess | Unset = UNSET
    received_at: datetime.datetime | Unset = UNSET
    reference: str | Unset = UNSET
    note: str | Unset = UNSET
    proofs: list[str] | Unset = UNSET
    metadata: PaymentCreateMetadata | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        method = self.method

        amount = self.amount.to_dict()

        customer: None | str | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        else:
            customer = self.customer

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        allocations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.allocations, Unset):
            allocations = []
            for allocations_item_data in self.allocations:
                allocations_item = allocations_item_data.to_dict()
                allocations.append(allocations_item)

        excess: str | Unset = UNSET
        if not isinstance(self.excess, Unset):
            excess = self.excess

        received_at: str | Unset = UNSET
        if not isinstance(self.received_at, Unset):
            received_at = self.received_at.isoformat()

        reference = self.reference

        note = self.note

        proofs: list[str] | Unset = UNSET
        if not isinstance(self.proofs, Unset):
            proofs = self.proofs

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "method": method,
                "amount": amount,
            }
        )
        if customer is not UNSET:
            field_dict["customer"] = customer
        if branch is not UNSET:
            field_dict["branch"] = branch
        if allocations is not UNSET:
            field_dict["allocations"] = allocations
        if excess is not UNSET:
            field_dict["excess"] = excess
        if received_at is not UNSET:
            field_dict["received_at"] = received_at
        if reference is not UNSET:
            field_dict["reference"] = reference
        if note is not UNSET:
            field_dict["note"] = note
        if proofs is not UNSET:
            field_dict["proofs"] = proofs
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.payment_create_metadata import PaymentCreateMetadata  # noqa: PLC0415
        from ..models.target_in import TargetIn  # noqa: PLC0415

        d = dict(src_dict)
        method = d.pop("method")

        amount = Money.from_dict(d.pop("amount"))

        def _parse_customer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        _allocations = d.pop("allocations", UNSET)
        allocations: list[TargetIn] | Unset = UNSET
        if _allocations is not UNSET:
            allocations = []
            for allocations_item_data in _allocations:
                allocations_item = TargetIn.from_dict(allocations_item_data)

                allocations.append(allocations_item)

        _excess = d.pop("excess", UNSET)
        excess: PaymentExcess | Unset
        if isinstance(_excess, Unset):
            excess = UNSET
        else:
            excess = check_payment_excess(_excess)

        _received_at = d.pop("received_at", UNSET)
        received_at: datetime.datetime | Unset
        if isinstance(_received_at, Unset):
            received_at = UNSET
        else:
            received_at = datetime.datetime.fromisoformat(_received_at)

        reference = d.pop("reference", UNSET)

        note = d.pop("note", UNSET)

        proofs = cast(list[str], d.pop("proofs", UNSET))

        _metadata = d.pop("metadata", UNSET)
        metadata: PaymentCreateMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = PaymentCreateMetadata.from_dict(_metadata)

        payment_create = cls(
            method=method,
            amount=amount,
            customer=customer,
            branch=branch,
            allocations=allocations,
            excess=excess,
            received_at=received_at,
            reference=reference,
            note=note,
            proofs=proofs,
            metadata=metadata,
        )

        return payment_create
