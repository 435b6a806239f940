"""Every pack's demo business takes an order from a quote to completion, and its books balance."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from backend.core.accounts import facade as accounts
from backend.kernel.events import relay
from backend.kernel.tenancy import tenant_context
from backend.packs import reading
from backend.packs.demo import fill
from tests.support.client import Api

PASSWORD = "a long demo password"


def key() -> dict[str, str]:
    return {"Idempotency-Key": uuid.uuid4().hex}


def path_to_completion(workflow: dict[str, Any]) -> list[str]:
    """The shortest way from the first state to one that completes, skipping holds and cancellations."""
    groups = {state["code"]: state["group"] for state in workflow["states"]}
    queue = deque([(workflow["initial"], [])])
    seen = {workflow["initial"]}
    while queue:
        state, moves = queue.popleft()
        if groups[state] == "completed":
            return moves
        for move in workflow["transitions"]:
            target = move["to"]
            if state in move["from"] and groups.get(target) in ("open", "completed") and target not in seen:
                seen.add(target)
                queue.append((target, [*moves, move["name"]]))
    raise AssertionError("the workflow has no way to completion")


@pytest.mark.parametrize("pack", ["translation", "workshop", "writing", "retail", "jewelry"])
def test_a_demo_business_completes_an_order(
    pack: str, make_tenant: Callable[..., Any], api_for: Callable[..., Api]
) -> None:
    data = reading.load(pack, "demo")
    facts = {**data["tenant"], "slug": f"{pack}-{uuid.uuid4().hex[:8]}"}
    info = make_tenant(pack=pack, **facts)
    with tenant_context(info):
        fill(info, data, accounts.hash_password(PASSWORD), "s" * 43)
        relay.run()
    api = api_for(info)
    owner_mail = next(row["email"] for row in data["staff"] if row["role"] == "owner")
    signed = api.post("/auth/tokens", json={"email": owner_mail, "password": PASSWORD})
    owner = api.signed_in(signed.json["access_token"])

    items = [{"service": row["id"], **_inputs(row)} for row in owner.get("/services").json["data"]] or [
        {"product": row["id"]} for row in owner.get("/products").json["data"] if not row["option_schema"]
    ]
    customer = owner.get("/customers").json["data"][0]["id"]
    branch = owner.get("/branches").json["data"][0]["id"]
    quote = owner.post(
        "/quotes", json={"customer": customer, "branch": branch, "lines": items[:1]}, headers=key()
    )
    assert quote.status == 201, quote
    order = owner.post("/orders", json={"quote": quote.json["id"], "customer": customer}, headers=key())
    assert order.status == 201, order
    assert order.json["total"]["currency"] == facts["currency"]
    cash = next(row["id"] for row in owner.get("/payment-methods").json["data"] if row["code"] == "cash")
    paid = owner.post(
        "/payments",
        json={"method": cash, "amount": order.json["total"], "allocations": [{"order": order.json["id"]}]},
        headers=key(),
    )
    assert paid.status == 201, paid
    with tenant_context(info):
        relay.run()
    place = f"/orders/{order.json['id']}"
    workflow = owner.get(f"/workflows/{order.json['workflow']}").json["definition"]
    state = owner.get(place).json["state"]
    for move in path_to_completion({**workflow, "initial": state}):
        reply = owner.post(
            f"{place}/transitions", json={"transition": move, "reason": "as agreed"}, headers=key()
        )
        assert reply.status == 200, reply
    done = owner.get(place).json
    assert (done["state_group"], done["outstanding"]["amount"].strip("0.")) == ("completed", "")
    sheet = owner.get("/reports/balance-sheet").json
    assert sheet["balanced"] is True
    revenue = owner.get("/reports/profit-and-loss").json
    assert any(line["amount"]["amount"].strip("0.") for part in revenue["sections"] for line in part["lines"])


def _inputs(service: dict[str, Any]) -> dict[str, Any]:
    wanted = service["required_inputs"]
    found: dict[str, Any] = {}
    if "language_pair" in wanted:
        found |= {"source": "en", "target": "uz"}
    if "pages" in wanted:
        found["pages"] = 3
    return found
