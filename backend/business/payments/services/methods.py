"""Methods of payment."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from backend.business.ledger import facade as ledger
from backend.business.organizations import facade as organizations
from backend.business.payments.errors import MethodAccountNotMoney, MethodCodeTaken
from backend.business.payments.models import PaymentMethod
from backend.business.payments.types import MethodKind, MethodSpec
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.permissions import Principal


def _check_account(code: str) -> None:
    if not ledger.account_exists(code):
        raise ReferenceNotFound(reference=f"account {code}", pointer="/account_code")
    if not ledger.is_money_account(code):
        raise MethodAccountNotMoney(account=code, pointer="/account_code")


def create_payment_method(
    *,
    principal: Principal,
    code: str,
    kind: str,
    names: Mapping[str, str],
    account_code: str,
    branch: uuid.UUID | None = None,
    **options: Any,
) -> PaymentMethod:
    """A new method, of one branch or of all (None).

    Raises MethodCodeTaken, MethodAccountNotMoney, and ReferenceNotFound for the account and the branch. Emits
    nothing.
    """
    with db.transaction():
        if branch is not None:
            organizations.branch_facts(branch, open_only=False)
        db.advisory_lock("payments.method", code)
        if PaymentMethod.objects.filter(code=code).exists():
            raise MethodCodeTaken(method_code=code, pointer="/code")
        _check_account(account_code)
        return PaymentMethod.objects.create(
            code=code, kind=kind, names=dict(names), account_code=account_code, branch_id=branch, **options
        )


def update_payment_method(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> PaymentMethod:
    """Changes a method; payments that were recorded by it stay as they are.

    Raises ResourceNotFound, VersionMismatch, ReferenceNotFound, MethodAccountNotMoney. Locks the row.
    """
    with db.transaction():
        rows = db.lock(PaymentMethod, [id])
        if not rows or rows[0].kind == MethodKind.LOYALTY_POINTS:
            raise ResourceNotFound()
        row = rows[0]
        row.check_version(expected_version)
        if "account_code" in changes:
            _check_account(changes["account_code"])
        if "branch" in changes:
            changes["branch_id"] = changes.pop("branch")
            if changes["branch_id"] is not None:
                organizations.branch_facts(changes["branch_id"], open_only=False)
        if changes:
            row.save_versioned(**changes)
        return row


def seed_payment_methods(specs: Sequence[MethodSpec]) -> None:
    """The methods of a pack, in one statement; those that are there stay as they are."""
    PaymentMethod.objects.bulk_create(
        [
            PaymentMethod(
                code=spec.code,
                kind=spec.kind,
                names=spec.names,
                account_code=spec.account_code,
                verification=spec.verification,
                four_eyes=spec.four_eyes,
                proof_required=spec.proof_required,
                self_service=spec.self_service,
            )
            for spec in specs
        ],
        ignore_conflicts=True,
    )
