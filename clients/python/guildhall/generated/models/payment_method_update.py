from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.payment_method_update_names import PaymentMethodUpdateNames


T = TypeVar("T", bound="PaymentMethodUpdate")


@_attrs_define
class PaymentMethodUpdate:
    """Changes of a way to pay.

    Attributes:
        names (PaymentMethodUpdateNames | Unset):
        account_code (str | Unset): An account that holds money.
        branch (None | str | Unset): Only for this one; all, where it is null.
        verification (bool | Unset):
        four_eyes (bool | Unset):
        proof_required (bool | Unset):
        self_service (bool | Unset):
        active (bool | Unset):
    """

    names: PaymentMethodUpdateNames | Unset = UNSET
    account_code: str | Unset = UNSET
    branch: None | str | Unset = UNSET
    verification: bool | Unset = UNSET
    four_eyes: bool | Unset = UNSET
    proof_required: bool | Unset = UNSET
    self_service: bool | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        account_code = self.account_code

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        verification = self.verification

        four_eyes = self.four_eyes

        proof_required = self.proof_required

        self_service = self.self_service

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if names is not UNSET:
            field_dict["names"] = names
        if account_code is not UNSET:
            field_dict["account_code"] = account_code
        if branch is not UNSET:
            field_dict["branch"] = branch
        if verification is not UNSET:
            field_dict["verification"] = verification
        if four_eyes is not UNSET:
            field_dict["four_eyes"] = four_eyes
        if proof_required is not UNSET:
            field_dict["proof_required"] = proof_required
        if self_service is not UNSET:
            field_dict["self_service"] = self_service
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.payment_method_update_names import PaymentMethodUpdateNames  # noqa: PLC0415

        d = dict(src_dict)
        _names = d.pop("names", UNSET)
        names: PaymentMethodUpdateNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = PaymentMethodUpdateNames.from_dict(_names)

        account_code = d.pop("account_code", UNSET)

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        verification = d.pop("verification", UNSET)

        four_eyes = d.pop("four_eyes", UNSET)

        proof_required = d.pop("proof_required", UNSET)

        self_service = d.pop("self_service", UNSET)

        active = d.pop("active", UNSET)

        payment_method_update = cls(
            names=names,
            account_code=account_code,
            branch=branch,
            verification=verification,
            four_eyes=four_eyes,
            proof_required=proof_required,
            self_service=self_service,
            active=active,
        )

        return payment_method_update
