"""Whatever roles over whatever scopes: a list, its count, a total, an export and each row's own page show one thing.

The model is plain Python: which codes a role holds with its ancestors, which branches lie under which, and which rows
that reaches. Everything is asked over the API by somebody with the drawn assignments.
"""

from __future__ import annotations

import csv
import io
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from backend.business.customers.models import Customer
from backend.business.orders import facade as orders
from backend.business.orders.models import Order, Workflow
from backend.business.orders.types import WorkflowSpec
from backend.business.organizations.models import Branch
from backend.business.payments.models import Payment, PaymentMethod, Receivable
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Assignment, Role, ScopeSet
from backend.core.audit.models import AuditEntry
from backend.kernel import clock
from backend.kernel.ids import encode, new_id
from backend.packs import reading
from backend.packs.applying import COMMON
from tests.support.client import Api

#: Each branch and the one above it; a scope over a branch reaches what lies below.
FOREST: list[int | None] = [None, 0, 1, None, 3]
CUSTOMERS, MAKERS = 3, 2
#: Codes of a role, and the role that it inherits from.
ROLES: list[tuple[set[str], int | None]] = [
    ({"orders.order.view"}, None),
    ({"customers.customer.view"}, 0),
    ({"payments.payment.view", "payments.receivable.view"}, 1),
    ({"customers.customer.view", "audit.entry.view", "audit.entry.export"}, None),
]
#: Which columns of its rows a list is narrowed by.
LISTS = {
    "orders": "orders.order.view",
    "customers": "customers.customer.view",
    "payments": "payments.payment.view",
    "receivables": "payments.receivable.view",
}


@dataclass(frozen=True)
class Held:
    """An assignment: a role over a scope, whose parts are indexes."""

    role: int
    kind: str
    branches: tuple[int, ...] = ()
    customers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A row: what it is, its branch, customer and maker."""

    kind: str
    branch: int | None
    customer: int | None
    maker: int
    amount: int


branches = st.integers(0, len(FOREST) - 1)
people = st.integers(0, CUSTOMERS - 1)
#: The one that inherits everything is drawn as often as the others together.
roles = st.sampled_from([0, 1, 2, 2, 2, 3])
held = st.one_of(
    st.builds(Held, roles, st.just("business")),
    st.builds(Held, roles, st.just("own")),
    st.builds(Held, roles, st.just("branch"), st.tuples(branches)),
    st.builds(Held, roles, st.just("branch"), st.tuples(branches)),
    st.builds(Held, roles, st.just("customer"), st.just(()), st.tuples(people)),
    st.builds(
        Held,
        roles,
        st.just("set"),
        st.lists(branches, max_size=2, unique=True).map(tuple),
        st.lists(people, max_size=2, unique=True).map(tuple),
    ),
)
drawn = st.builds(
    Drawn,
    st.sampled_from(["orders", "payments", "receivables"]),
    st.none() | branches,
    st.none() | people,
    st.integers(0, MAKERS - 1),
    st.integers(1, 10**9),
)


class Place:
    """The business that rows and rights are drawn in."""

    def __init__(self) -> None:
        orders.seed_workflows(reading.build_all(WorkflowSpec, reading.load(COMMON)["workflows"]))
        self.workflow = Workflow.objects.filter(code="simple").latest("created_at").pk
        self.method = PaymentMethod.objects.create(
            code="drawn", kind="cash", names={"en": "Drawn"}, account_code="1010"
        )
        self.branches: list[uuid.UUID] = []
        for index, parent in enumerate(FOREST):
            above = self.branches[parent] if parent is not None else None
            row = Branch.objects.create(
                code=f"b{index}", names={"en": f"B{index}"}, timezone="UTC", parent_id=above
            )
            self.branches.append(row.pk)
        self.makers = [
            accounts.create_user(principal=None, name=f"Maker {n}", email=f"maker{n}@scopes.example").id
            for n in range(MAKERS)
        ]
        self.roles: list[uuid.UUID] = []
        for index, (codes, parent) in enumerate(ROLES):
            above = self.roles[parent] if parent is not None else None
            row = Role.objects.create(
                code=f"drawn{index}", names={"en": "R"}, permissions=sorted(codes), parent_id=above
            )
            self.roles.append(row.pk)
        # Customers 0 and 1 are of branches 1 and 3, and of both makers; the last is of no branch.
        self.of = [(1, 0), (3, 1), (None, 1)]
        self.customers = [
            Customer.objects.create(
                kind="individual",
                name=f"C{index}",
                class_code="standard",
                language="en",
                branch_id=self.branches[branch] if branch is not None else None,
                created_by_id=self.makers[maker],
            ).pk
            for index, (branch, maker) in enumerate(self.of)
        ]

    def make(self, row: Drawn) -> uuid.UUID:
        """The row, as plainly as its table takes it."""
        shared: dict[str, Any] = {
            "branch_id": self.branches[row.branch] if row.branch is not None else None,
            "customer_id": self.customers[row.customer] if row.customer is not None else None,
            "currency": "UZS",
        }
        number, now = new_id().hex, clock.now()
        if row.kind == "orders":
            made: Any = Order(
                number=number,
                workflow_id=self.workflow,
                state="new",
                state_group="open",
                subtotal=row.amount,
                tax=0,
                total=row.amount,
                placed_at=now,
                source="staff",
                created_by_id=self.makers[row.maker],
                **shared,
            )
        elif row.kind == "payments":
            made = Payment(
                number=number,
                method=self.method,
                amount=row.amount,
                state="verified",
                received_at=now,
                verified_at=now,
                recorded_by_id=self.makers[row.maker],
                **shared,
            )
        else:
            made = Receivable(
                subject_type="order", subject_id=new_id(), number=number, amount=row.amount, **shared
            )
        made.save(force_insert=True)
        return uuid.UUID(str(made.pk))

    def assign(self, user_id: uuid.UUID, one: Held) -> None:
        """Gives a user an assignment."""
        scope: dict[str, Any] = {}
        if one.kind == "branch":
            scope["branch_id"] = self.branches[one.branches[0]]
        elif one.kind == "customer":
            scope["customer_id"] = self.customers[one.customers[0]]
        elif one.kind == "set":
            scope["scope_set"] = ScopeSet.objects.create(
                code=f"s{new_id().hex[-12:]}",
                names={"en": "S"},
                branch_ids=[self.branches[index] for index in one.branches],
                customer_ids=[self.customers[index] for index in one.customers],
            )
        Assignment.objects.create(user_id=user_id, role_id=self.roles[one.role], scope=one.kind, **scope)


def codes_of(role: int | None) -> set[str]:
    """What a role holds, with what it inherits."""
    return set() if role is None else ROLES[role][0] | codes_of(ROLES[role][1])


def under(branch: int | None, root: int) -> bool:
    """Whether a branch is another or lies below it."""
    return branch is not None and (branch == root or under(FOREST[branch], root))


def reached(row: Drawn, assignments: list[Held], code: str) -> bool:
    """Whether a row is shown to the first maker, who has these assignments."""
    for one in assignments:
        if code not in codes_of(one.role):
            continue
        if one.kind == "business" or (row.customer is not None and row.customer in one.customers):
            return True
        if any(under(row.branch, root) for root in one.branches):
            return True
        if row.kind == "customers" and one.branches and row.branch is None:
            return True  # Customers of no branch are everybody's who serves some branch.
        if one.kind == "own" and row.kind != "receivables" and row.maker == 0:
            return True
    return False


@pytest.fixture
def place(tenant: Any) -> Place:
    """In the tenant's own transaction; each example undoes what it adds."""
    return Place()


@given(assignments=st.lists(held, max_size=4, unique=True), rows=st.lists(drawn, min_size=3, max_size=8))
@settings(
    max_examples=30,
    deadline=None,
    database=None,
    derandomize=True,
    # Eight rows and four assignments are read as they are: making them fewer takes minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_all_ways_to_rows_show_what_the_scopes_reach(
    place: Place, tenant: Any, assignments: list[Held], rows: list[Drawn]
) -> None:
    with transaction.atomic():
        ids = {place.make(row): row for row in rows}
        ids.update(
            {
                key: Drawn("customers", branch, index, maker, 0)
                for index, (key, (branch, maker)) in enumerate(zip(place.customers, place.of, strict=True))
            }
        )
        for one in assignments:
            place.assign(place.makers[0], one)
        token = str(accounts.issue_session_for(place.makers[0]).access_token)
        agree(Api(tenant, token), place, ids, assignments)
        transaction.set_rollback(True)


def agree(api: Api, place: Place, ids: dict[uuid.UUID, Drawn], assignments: list[Held]) -> None:
    """Every way to the rows is compared with the model."""
    prefixes = {"orders": "ord", "customers": "cus", "payments": "pay", "receivables": "rcv"}
    seen: dict[str, set[uuid.UUID]] = {}
    for kind, code in LISTS.items():
        granted = any(code in codes_of(one.role) for one in assignments)
        mine = {key for key, row in ids.items() if row.kind == kind and reached(row, assignments, code)}
        seen[kind] = mine
        shown = api.get(f"/{kind}", query={"limit": "100", "count": "true"})
        if not granted:
            assert (shown.status, shown.code) == (403, "permission_denied")
            continue
        expected = {encode(prefixes[kind], key) for key in mine}
        # Customers of other tests' business are not here: the tenant is as it was made.
        assert {row["id"] for row in shown.json["data"]} == expected, kind
        assert shown.json["total"] == len(expected)
        for key, row in ids.items():
            if row.kind == kind:
                one = api.get(f"/{kind}/{encode(prefixes[kind], key)}")
                assert one.status == (200 if key in mine else 404), (kind, row)
    total(api, place, ids, assignments)
    export(api, place, assignments)


def total(api: Api, place: Place, ids: dict[uuid.UUID, Drawn], assignments: list[Held]) -> None:
    """A customer's balance is the sum of the rows that the right to see payments reaches."""
    code = LISTS["payments"]
    if not any(code in codes_of(one.role) for one in assignments):
        return
    for index, customer in enumerate(place.customers):
        reply = api.get("/payments/balance", query={"customer": encode("cus", customer)})
        if not reached(ids[customer], assignments, LISTS["customers"]):
            assert reply.status == 409, reply
            continue
        for kind, name in (("payments", "credit"), ("receivables", "outstanding")):
            amount = sum(
                row.amount
                for row in ids.values()
                if row.kind == kind and row.customer == index and reached(row, assignments, code)
            )
            assert Decimal(reply.json[name]["amount"]) * 100 == amount, (kind, reply)


def export(api: Api, place: Place, assignments: list[Held]) -> None:
    """The log's export has the rows of its list: all, or the caller's own deeds, or none."""
    kinds = {one.kind for one in assignments if "audit.entry.export" in codes_of(one.role)}
    if not kinds:
        assert api.get("/audit-log/export").status == 403
        return
    for maker in place.makers:
        token = str(accounts.issue_session_for(maker).access_token)
        Api(api.tenant, token).patch("/me", json={"name": f"Renamed {new_id().hex[-6:]}"})
    query = {"resource": encode("usr", place.makers[0])}
    listed = api.get("/audit-log", query={**query, "limit": "100"})
    exported = api.get("/audit-log/export", query=query)
    rows = list(csv.DictReader(io.StringIO(exported.body.decode())))
    assert {row["id"] for row in rows} == {row["id"] for row in listed.json["data"]}
    every = AuditEntry.objects.filter(row_id=place.makers[0])
    if "business" not in kinds:
        every = every.filter(actor_id=place.makers[0]) if "own" in kinds else every.none()
    assert {row["id"] for row in rows} == {encode("aud", key) for key in every.values_list("pk", flat=True)}
