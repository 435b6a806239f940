"""Whatever is tried on an order, in any sequence: it goes by its workflow, and its money by the books.

The workflow that the API publishes is the model. A move that the order lists is made where its guard holds; every
other one is refused and writes nothing. After each step state, timeline, version, balance and books agree.
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.business.payments.shop import PRICE, Shop, minor, refused, shop

__all__ = ["shop"]

MOVES = [
    "request_payment", "receive_payment", "confirm_payment", "start", "hold", "resume", "mark_ready", "rework",
    "complete", "cancel", "fly",
]  # fmt: skip
steps = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(MOVES)),
    st.tuples(st.just("move"), st.sampled_from(["confirm_payment", "start", "mark_ready", "complete"])),
    st.tuples(st.just("pay"), st.integers(1, PRICE)),
    st.tuples(st.just("pay"), st.just(PRICE)),
    st.tuples(st.just("settle")),
)


class Model:
    """An order of one document, and what is expected of it."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.customer = shop.customer()
        self.order = shop.order(self.customer)
        (flow,) = [row for row in shop.owner.get("/workflows").json["data"] if row["code"] == "translation"]
        definition = flow["definition"]
        self.moves = {move["name"]: move for move in definition["transitions"]}
        self.groups = {state["code"]: state["group"] for state in definition["states"]}
        self.paid = 0
        self.visited = ["pending"]
        self.held_from = ""

    @property
    def state(self) -> str:
        return self.visited[-1]

    @property
    def closed(self) -> bool:
        return self.groups[self.state] in ("completed", "cancelled")

    def holds(self, guard: str) -> bool:
        """What a guard asks for; each move is sent with a reason."""
        return {
            "reason": True,
            "paid_in_full": self.paid >= PRICE,
            "payment_recorded": self.paid > 0,
            "payment_verified": self.paid > 0,
        }[guard]

    def possible(self, name: str) -> bool:
        move = self.moves.get(name)
        return (
            move is not None and self.state in move["from"] and all(map(self.holds, move.get("guards", ())))
        )

    def enter(self, name: str) -> None:
        target = self.moves[name]["to"]
        if target == "$held_from":
            target = self.held_from
        if self.groups[target] == "on_hold":
            self.held_from = self.state
        self.visited.append(target)

    def act(self, step: tuple[Any, ...]) -> None:
        if step[0] == "settle":
            self.shop.settle()
            self.automatic()
        elif step[0] == "pay":
            self.pay(step[1])
        else:
            self.move(step[1])

    def pay(self, amount: int) -> None:
        # What is more than owed stays as the customer's credit; a closed order takes nothing more.
        body = self.shop.payment(amount, self.customer, self.order, excess="credit")
        reply = self.shop.post("/payments", body)
        if self.closed or self.paid >= PRICE:
            if reply.status == 201:
                assert all(minor(row["amount"]) == 0 for row in reply.json["allocations"])
            return
        assert reply.status == 201, reply
        self.paid = min(PRICE, self.paid + amount)

    def move(self, name: str) -> None:
        body = {"transition": name, "reason": "because"}
        address = f"/orders/{self.order['id']}/transitions"
        if self.possible(name):
            assert self.shop.done(address, body)["state_group"]
            self.enter(name)
            return
        with self.shop.nothing_changes():
            code = (
                "transition_unknown"
                if name not in self.moves
                else "transition_forbidden"
                if self.state not in self.moves[name]["from"]
                else "transition_guard_failed"
            )
            refused(self.shop.post(address, body), 409, code)

    def automatic(self) -> None:
        """Money that was handled moves the order on, as its workflow says."""
        for trigger, due in (("payment.received", self.paid > 0), ("receivable.paid", self.paid >= PRICE)):
            for name, move in self.moves.items():
                if due and move.get("automatic") == trigger and self.possible(name) and self.said(trigger):
                    self.enter(name)

    def said(self, trigger: str) -> bool:
        """Each trigger moves an order when it happens, and not again: the order itself tells."""
        return bool(self.shop.read(self.order)["state"] != self.state)

    def check(self) -> None:
        order = self.shop.read(self.order)
        assert (order["state"], order["state_group"]) == (self.state, self.groups[self.state])
        assert minor(order["total"]) == PRICE
        listed = {
            row["name"] for row in self.shop.owner.get(f"/orders/{order['id']}/transitions").json["data"]
        }
        assert listed == {name for name, move in self.moves.items() if self.state in move["from"]}
        times = [
            row["title"]
            for row in self.shop.owner.get(f"/orders/{order['id']}/timeline").json["data"]
            if row["kind"] == "transition"
        ]
        assert len(times) == len(self.visited)
        owed = 0 if self.groups[self.state] == "cancelled" else PRICE - self.paid
        assert self.shop.owes(self.customer)[0] == owed


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(steps, min_size=1, max_size=10))
def test_an_order_goes_by_its_workflow(shop: Shop, plan: list[tuple[Any, ...]]) -> None:
    before = shop.books()
    model = Model(shop)
    for step in plan:
        model.act(step)
        model.check()
    shop.settle()
    after = shop.books()
    earned = before.get("4020", 0) - after.get("4020", 0)
    assert earned == (PRICE if model.groups[shop.read(model.order)["state"]] == "completed" else 0)
    assert sum(after.values()) == 0
