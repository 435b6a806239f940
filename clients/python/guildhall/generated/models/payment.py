from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_state import PaymentState, check_payment_state

if TYPE_CHECKING:
    from ..models.allocation import Allocation
    from ..models.money import Money
    from ..models.payment_metadata import PaymentMetadata
    from ..models.payment_warning import PaymentWarning
    from ..models.proof import Proof


T = TypeVar("T", bound="Payment")


@_attrs_define
class Payment:
    """Money received, or said to be.

    Attributes:
        id (str):
        number (str):
        method (str):
        method_code (str):
        customer (None | str):
        branch (None | str):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        unallocated (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        state (PaymentState):
        received_at (datetime.datetime):
        reference (str):
        note (str):
        proofs (list[Proof]):
        warnings (list[PaymentWarning]): Of payments that the caller may see.
        allocations (list[Allocation]):
        recorded_by (None | str):
        verified_by (None | str):
        verified_at (datetime.datetime | None):
        rejected_reason (str):
        metadata (PaymentMetadata):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    number: str
    method: str
    method_code: str
    customer: None | str
    branch: None | str
    amount: Money
    unallocated: Money
    state: PaymentState
    received_at: datetime.datetime
    reference: str
    note: str
    proofs: list[Proof]
    warnings: list[PaymentWarning]
    allocations: list[Allocation]
    recorded_by: None | str
    verified_by: None | str
    verified_at: datetime.datetime | None
    rejected_reason: str
    metadata: PaymentMetadata
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        number = self.number

        method = self.method

        method_code = self.method_code

        customer: None | str
        customer = self.customer

        branch: None | str
        branch = self.branch

        amount = self.amount.to_dict()

        unallocated = self.unallocated.to_dict()

        state: str = self.state

        received_at = self.received_at.isoformat()

        reference = self.reference

        note = self.note

        proofs = []
        for proofs_item_data in self.proofs:
            proofs_item = proofs_item_data.to_dict()
            proofs.append(proofs_item)

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        allocations = []
        for allocations_item_data in self.allocations:
            allocations_item = allocations_item_data.to_dict()
            allocations.append(allocations_item)

        recorded_by: None | str
        recorded_by = self.recorded_by

        verified_by: None | str
        verified_by = self.verified_by

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        rejected_reason = self.rejected_reason

        metadata = self.metadata.to_dict()

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "method": method,
                "method_code": method_code,
                "customer": customer,
                "branch": branch,
                "amount": amount,
                "unallocated": unallocated,
                "state": state,
                "received_at": received_at,
                "reference": reference,
                "note": note,
                "proofs": proofs,
                "warnings": warnings,
                "allocations": allocations,
                "recorded_by": recorded_by,
                "verified_by": verified_by,
                "verified_at": verified_at,
                "rejected_reason": rejected_reason,
                "metadata": metadata,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allocation import Allocation  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.payment_metadata import PaymentMetadata  # noqa: PLC0415
        from ..models.payment_warning import PaymentWarning  # noqa: PLC0415
        from ..models.proof import Proof  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        method = d.pop("method")

        method_code = d.pop("method_code")

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        amount = Money.from_dict(d.pop("amount"))

        unallocated = Money.from_dict(d.pop("unallocated"))

        state = check_payment_state(d.pop("state"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        reference = d.pop("reference")

        note = d.pop("note")

        proofs = []
        _proofs = d.pop("proofs")
        for proofs_item_data in _proofs:
            proofs_item = Proof.from_dict(proofs_item_data)

            proofs.append(proofs_item)

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = PaymentWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        allocations = []
        _allocations = d.pop("allocations")
        for allocations_item_data in _allocations:
            allocations_item = Allocation.from_dict(allocations_item_data)

            allocations.append(allocations_item)

        def _parse_recorded_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recorded_by = _parse_recorded_by(d.pop("recorded_by"))

        def _parse_verified_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        verified_by = _parse_verified_by(d.pop("verified_by"))

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        rejected_reason = d.pop("rejected_reason")

        metadata = PaymentMetadata.from_dict(d.pop("metadata"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        payment = cls(
            id=id,
            number=number,
            method=method,
            method_code=method_code,
            customer=customer,
            branch=branch,
            amount=amount,
            unallocated=unallocated,
            state=state,
            received_at=received_at,
            reference=reference,
            note=note,
            proofs=proofs,
            warnings=warnings,
            allocations=allocations,
            recorded_by=recorded_by,
            verified_by=verified_by,
            verified_at=verified_at,
            rejected_reason=rejected_reason,
            metadata=metadata,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        payment.additional_properties = d
        return payment

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
