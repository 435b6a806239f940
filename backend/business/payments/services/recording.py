"""A payment is recorded: by staff who took the money, or by a customer who says it was sent."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from backend.business.customers import facade as customers
from backend.business.ledger import facade as ledger
from backend.business.organizations import facade as organizations
from backend.business.payments import events, settling
from backend.business.payments import permissions as p
from backend.business.payments.errors import (
    AllocationExceedsBalance,
    AllocationExceedsPayment,
    AllocationOfAnother,
    AmountNotPositive,
    CreditNeedsCustomer,
    CurrencyMismatch,
    MethodNotUsable,
    NothingOwed,
    PaymentExceedsBalance,
    ProofMissing,
    ProofsClosed,
    SettlementChanged,
)
from backend.business.payments.models import Allocation, Payment, PaymentMethod, Receivable
from backend.business.payments.proofs import seen_before
from backend.business.payments.types import (
    SUBJECT_PREFIX,
    Excess,
    MethodKind,
    PaymentState,
    ReceivableState,
    Target,
)
from backend.core.files import facade as files
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit, together
from backend.kernel.ids import encode, new_id
from backend.kernel.money import Money
from backend.kernel.permissions import Principal, Scope


def record_payment(
    *,
    principal: Principal,
    method: uuid.UUID,
    amount: Money,
    customer: uuid.UUID | None = None,
    branch: uuid.UUID | None = None,
    targets: Sequence[Target] = (),
    excess: str = Excess.REFUSE,
    received_at: datetime | None = None,
    reference: str = "",
    note: str = "",
    proofs: Sequence[uuid.UUID] = (),
    metadata: Mapping[str, str] | None = None,
) -> Payment:
    """Records money received. A method without verification counts it at once, else it awaits a verifier.

    `received_at` (now, unless given) is when the money came; its entry in the books is of that moment where the
    period is open. With no `targets` the customer's oldest receivables are settled first. What is above them is
    refused, or with `excess` credit kept as the customer's.

    Raises AmountNotPositive, CurrencyMismatch, MethodNotUsable, ReferenceNotFound, NothingOwed,
    AllocationOfAnother, AllocationExceedsPayment, AllocationExceedsBalance, PaymentExceedsBalance,
    CreditNeedsCustomer, CustomerMerged, SettlementChanged where what is paid has just gone to another customer,
    ProofMissing, PermissionDenied, and EntryInFuture or EntryTooOld for a moment that the
    books could not have. Emits payment.received, and where it counts at once also
    payment.verified and receivable.paid. Keeps the customer from being merged, and locks the receivables. A retry is
    told apart by its Idempotency-Key only: the same sum twice may be two payments.
    """
    with db.transaction():
        info = tenancy.require_tenant()
        if amount.minor <= 0:
            raise AmountNotPositive(pointer="/amount")
        if amount.currency.code != info.currency:
            raise CurrencyMismatch(currency=info.currency, pointer="/amount/currency")
        if received_at is not None:
            ledger.check_moment(received_at, pointer="/received_at")
        found = db.select(PaymentMethod, "id = %s", [method])
        if not found:
            raise ReferenceNotFound(reference=encode("pme", method), pointer="/method")
        way = found[0]
        if principal.kind == "customer":
            customer = principal.customer_id
        if not _usable(way, principal):
            raise MethodNotUsable(pointer="/method")
        named = customer if principal.kind != "customer" else None
        if named is not None:
            # Files rank before customers in the order of locks: with proofs the customer is kept after them.
            customers.customer_for_reference(principal, named, pointer="/customer", hold=not proofs)
        if branch is not None:
            organizations.branch_facts(branch, open_only=False)
        principal.require(p.CREATE)
        moment = clock.now()
        identity = new_id()
        # Files rank before customers and payments in the order of locks.
        held = _attach(principal, identity, customer, proofs)
        kept = {named} if named is not None and not proofs else _keep_customers(customer, targets)
        before = seen_before(principal, [proof["sha256"] for proof in held])
        counts = not way.verification and principal.kind != "customer"
        receivables, sums, parts = _plan(principal, customer, amount, targets, Excess(excess), counts=counts)
        if customer is None:
            customer = next((row.customer_id for row in receivables.values()), None)
        if customer is not None and customer not in kept:
            raise SettlementChanged()
        if branch is None:
            branch = next((row.branch_id for row in receivables.values()), None)
        principal.require_over(p.CREATE, branch=branch, customer=customer, owner=principal.user_id)
        if way.branch_id is not None and way.branch_id != branch:
            raise MethodNotUsable(pointer="/method")
        payment = Payment(
            id=identity,
            method=way,
            customer_id=customer,
            branch_id=branch,
            currency=amount.currency.code,
            amount=amount.minor,
            received_at=received_at or moment,
            reference=reference,
            note=note,
            recorded_by_id=principal.user_id,
            metadata=dict(metadata or {}),
            proofs=held,
        )
        if counts and way.proof_required and not held:
            raise ProofMissing(pointer="/proofs")
        subjects = [receivables[key].subject_id for key in parts]
        if counts:
            made = _store_counting(payment, subjects, parts, receivables, sums, moment)
        else:
            payment.number = _number(moment)
            db.insert(payment)
            _announce_received(payment, subjects)
            made = [
                Allocation(payment=payment, receivable=receivables[identity], amount=minor, created_at=moment)
                for identity, minor in parts.items()
            ]
            if made:
                db.insert(*made)
        # As `payments_for` reads it: all that the answer shows is known already.
        vars(payment).update(
            held=sum(item.amount for item in made),
            seen_before=before,
            _prefetched_objects_cache={"allocations": made},
        )
        return payment


def record_tender(
    *,
    method_code: str,
    subject_type: str,
    subject_id: uuid.UUID,
    amount: Money,
    source_type: str,
    source_id: uuid.UUID,
    at: datetime | None = None,
) -> uuid.UUID:
    """Settles a subject with something that is not money from outside: redeemed points.

    Needs the caller's transaction; locks the receivable; counts at once. The same source posts once: a
    second call raises IntegrityError. Raises NothingOwed and AllocationExceedsBalance.
    """
    db.require_transaction()
    way = PaymentMethod.objects.get(code=method_code)
    moment = at or clock.now()
    receivables = settling.lock_receivables(subjects=[(subject_type, subject_id)])
    row = next(iter(receivables.values()), None)
    if row is None or row.state == ReceivableState.CANCELLED:
        raise NothingOwed(subject=encode(SUBJECT_PREFIX[subject_type], subject_id))
    sums = settling.sums_of([row.pk])
    left = row.amount - sums[row.pk].applied
    if amount.minor > left:
        raise AllocationExceedsBalance(number=row.number, balance=Money.of(left, row.currency))
    payment = Payment(
        method=way,
        customer_id=row.customer_id,
        branch_id=row.branch_id,
        currency=row.currency,
        amount=amount.minor,
        received_at=moment,
        source_type=source_type,
        source_id=source_id,
    )
    _store_counting(payment, [subject_id], {row.pk: amount.minor}, receivables, sums, moment)
    return payment.pk


def add_proofs(
    *,
    principal: Principal,
    payment_id: uuid.UUID,
    files_: Sequence[uuid.UUID],
    expected_version: int | None = None,
) -> Payment:
    """Adds proofs (a receipt's photo) to a payment that awaits verification.

    Raises ResourceNotFound, also where the caller's right to record payments does not reach it, VersionMismatch,
    ProofsClosed, and what files refuses to attach. Locks the payment.
    """
    from backend.business.payments.selectors import payments_for

    with db.transaction():
        seen = payments_for(principal, p.CREATE).filter(pk=payment_id).first()
        if seen is None:
            raise ResourceNotFound()
        held = _attach(principal, payment_id, seen.customer_id, files_, pointer="/files")
        payment = db.lock(Payment, [payment_id])[0]
        payment.check_version(expected_version)
        if payment.customer_id != seen.customer_id:
            raise SettlementChanged()
        if payment.state != PaymentState.AWAITING:
            raise ProofsClosed()
        known = {proof["file"] for proof in payment.proofs}
        fresh = [proof for proof in held if proof["file"] not in known]
        payment.save_versioned(proofs=[*payment.proofs, *fresh])
        return payment


def _keep_customers(customer: uuid.UUID | None, targets: Sequence[Target]) -> set[uuid.UUID]:
    """Keeps whose payment this will be from being merged: the customer that is named, or else the subjects'.

    Before the receivables are locked, as the one who merges locks them after the customers.
    """
    kept = {customer} if customer is not None else set()
    if customer is None and targets:
        owed = Receivable.objects.filter(
            subject_id__in=[target.subject_id for target in targets], customer_id__isnull=False
        )
        kept = set(owed.values_list("customer_id", flat=True))
    if kept:
        customers.keep_customers(kept)
    return kept


def _usable(way: PaymentMethod, principal: Principal) -> bool:
    if not way.active or way.kind == MethodKind.LOYALTY_POINTS:
        return False
    return principal.kind != "customer" or way.self_service


def _attach(
    principal: Principal,
    payment_id: uuid.UUID,
    customer: uuid.UUID | None,
    ids: Sequence[uuid.UUID],
    pointer: str = "/proofs",
) -> list[dict[str, str]]:
    infos = files.attach(
        principal=principal,
        file_ids=list(ids),
        subject_type="payment",
        subject_id=payment_id,
        customer_id=customer,
        pointer=pointer,
    )
    return [{"file": str(info.id), "sha256": info.sha256, "name": info.name} for info in infos]


def _plan(
    principal: Principal,
    customer: uuid.UUID | None,
    amount: Money,
    targets: Sequence[Target],
    excess: Excess,
    *,
    counts: bool,
) -> tuple[dict[uuid.UUID, Receivable], dict[uuid.UUID, settling.Sums], dict[uuid.UUID, int]]:
    """Locks the receivables and shares the amount out: what each has and what each takes, in minor units.

    Receivables beyond the caller's right to record payments are as if they were not there. Money that `counts` at
    once takes what is owed, whatever waits: what of that proves true and is not owed any more becomes credit when it
    is verified. What staff took and somebody else has yet to verify takes what other such entries leave: what
    customers only say to have sent keeps no clerk from writing down what is on the counter. A customer's own claim
    takes what nothing else holds.
    """
    check_currencies(targets, amount.currency.code)
    if targets:
        receivables = settling.lock_receivables(subjects=[(t.subject_type, t.subject_id) for t in targets])
    elif customer is not None:
        receivables = settling.lock_receivables(ids=settling.oldest_open(customer))
    else:
        receivables = {}
    scope = principal.require(p.CREATE)
    seen = _seen_by_owner(principal, scope, receivables)
    receivables = {
        key: row
        for key, row in receivables.items()
        if (principal.kind != "customer" or row.customer_id == principal.customer_id)
        and (
            scope.covers(principal, branch=row.branch_id, customer=row.customer_id) or row.customer_id in seen
        )
    }
    sums = settling.sums_of(receivables)
    waiting = {} if counts else {key: row.planned for key, row in sums.items() if row.planned}
    if waiting and principal.kind != "customer":
        waiting = settling.planned_by_staff(waiting)
    by_subject = {row.subject_id: row for row in receivables.values()}
    left, owed = amount.minor, 0
    parts: dict[uuid.UUID, int] = {}
    wanted: list[tuple[Receivable, int | None, str]] = []
    for index, target in enumerate(targets):
        row = by_subject.get(target.subject_id)
        if row is None or row.state == ReceivableState.CANCELLED:
            name = encode(SUBJECT_PREFIX[target.subject_type], target.subject_id)
            raise NothingOwed(subject=name, pointer=f"/allocations/{index}/order")
        if index == 0 and customer is None:
            # A payment of nobody named is the first order's customer's: all its orders are that one's.
            customer = row.customer_id
        if row.customer_id != customer:
            raise AllocationOfAnother(number=row.number, pointer=f"/allocations/{index}/order")
        wanted.append(
            (row, target.amount.minor if target.amount is not None else None, f"/allocations/{index}/amount")
        )
    if not targets:
        wanted = [(row, None, "") for row in sorted(receivables.values(), key=lambda row: row.pk.int)]
    for row, asked, pointer in wanted:
        held = sums[row.pk].applied + waiting.get(row.pk, 0)
        free = max(0, row.amount - held - parts.get(row.pk, 0))
        owed += free
        if asked is not None and asked > free:
            raise AllocationExceedsBalance(
                number=row.number, balance=Money.of(free, row.currency), pointer=pointer
            )
        take = min(left, free) if asked is None else asked
        if asked is not None and asked <= 0:
            raise AmountNotPositive(pointer=pointer)
        if take > left:
            raise AllocationExceedsPayment(available=Money.of(left, row.currency), pointer=pointer)
        if take:
            parts[row.pk] = parts.get(row.pk, 0) + take
            left -= take
    if left and excess is not Excess.CREDIT:
        raise PaymentExceedsBalance(balance=Money.of(amount.minor - left, amount.currency), pointer="/amount")
    if left and customer is None:
        raise CreditNeedsCustomer(pointer="/customer")
    return receivables, sums, parts


def _seen_by_owner(
    principal: Principal, scope: Scope, receivables: Mapping[uuid.UUID, Receivable]
) -> set[uuid.UUID]:
    """The customers whose debts a right over one's own payments may settle: those that the caller sees.

    What is owed has no maker, so the right says of the payment only that it is the caller's.
    """
    named = {row.customer_id for row in receivables.values() if row.customer_id is not None}
    if scope.everything or not scope.own or not named:
        return set()
    return set(customers.represent_customers(principal, list(named)))


def check_currencies(targets: Sequence[Target], code: str) -> None:
    """Every amount that targets ask for is in the currency of the books. Raises CurrencyMismatch."""
    for index, target in enumerate(targets):
        if target.amount is not None and target.amount.currency.code != code:
            raise CurrencyMismatch(currency=code, pointer=f"/allocations/{index}/amount/currency")


def _number(moment: datetime) -> str:
    year = moment.astimezone(ZoneInfo(tenancy.require_tenant().timezone)).year
    return db.next_number("PAY", period=str(year))


def _announce_received(payment: Payment, orders: Sequence[uuid.UUID]) -> None:
    emit(
        events.PaymentReceived(
            payment=payment.pk,
            number=payment.number,
            method=payment.method.code,
            customer=payment.customer_id,
            amount=Money.of(payment.amount, payment.currency),
            state=PaymentState.AWAITING,
            orders=list(orders),
            received_at=payment.received_at,
        ),
        subject_id=payment.pk,
        object_version=1,
    )


def _store_counting(
    payment: Payment,
    orders: Sequence[uuid.UUID],
    parts: Mapping[uuid.UUID, int],
    receivables: Mapping[uuid.UUID, Receivable],
    sums: Mapping[uuid.UUID, settling.Sums],
    moment: datetime,
) -> list[Allocation]:
    """Writes a payment that counts at once. It is received at its first version and verified at its second, as one
    is that waits in between; as nobody can see the first, only the second is written."""
    payment.number = _number(moment)
    payment.state, payment.verified_at, payment.version = PaymentState.VERIFIED, moment, 2
    with together():
        _announce_received(payment, orders)
        with db.together():
            db.insert(payment)
            made = settling.apply(payment, parts, receivables, sums, at=moment)
        ledger.post(settling.receipt_entries(payment, payment.method.account_code, made, receivables))
        announce_verified(payment, sum(item.amount for item in made))
    return made


def announce_verified(payment: Payment, applied: int) -> None:
    """Emits payment.verified."""
    emit(
        events.PaymentVerified(
            payment=payment.pk,
            number=payment.number,
            method=payment.method.code,
            customer=payment.customer_id,
            amount=Money.of(payment.amount, payment.currency),
            credit=Money.of(payment.amount - applied, payment.currency),
            verified_by=payment.verified_by_id,
        ),
        subject_id=payment.pk,
        object_version=payment.version,
    )
