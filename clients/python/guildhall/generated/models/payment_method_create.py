from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_method_kind_typed import PaymentMethodKindTyped, check_payment_method_kind_typed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.payment_method_create_names import PaymentMethodCreateNames


T = TypeVar("T", bound="PaymentMethodCreate")


@_attrs_define
class PaymentMethodCreate:
    """A new way to pay.

    Attributes:
        code (str):
        kind (PaymentMethodKindTyped):
        names (PaymentMethodCreateNames):
        account_code (str): An account that holds money.
        branch (None | str | Unset): Only for this one; all, where left out.
        verification (bool | Unset):
        four_eyes (bool | Unset):
        proof_required (bool | Unset):
        self_service (bool | Unset):
    """

    code: str
    kind: PaymentMethodKindTyped
    names: PaymentMethodCreateNames
    account_code: str
    branch: None | str | Unset = UNSET
    verification: bool | Unset = UNSET
    four_eyes: bool | Unset = UNSET
    proof_required: bool | Unset = UNSET
    self_service: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        kind: str = self.kind

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "kind": kind,
                "names": names,
                "account_code": account_code,
            }
        )
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.payment_method_create_names import PaymentMethodCreateNames  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        kind = check_payment_method_kind_typed(d.pop("kind"))

        names = PaymentMethodCreateNames.from_dict(d.pop("names"))

        account_code = d.pop("account_code")

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

        payment_method_create = cls(
            code=code,
            kind=kind,
            names=names,
            account_code=account_code,
            branch=branch,
            verification=verification,
            four_eyes=four_eyes,
            proof_required=proof_required,
            self_service=self_service,
        )

        return payment_method_create
