"""Orders, payments, loyalty, the ledger and webhooks."""

from __future__ import annotations

from typing import Any

from tests.contract.calls.core import pdf
from tests.contract.calls.table import LIMIT, NAME, UNKNOWN, Sent, absent, bad, call, conflict, reads


def uzs(amount: str) -> dict[str, str]:
    """An amount as the API takes it."""
    return {"amount": amount, "currency": "UZS"}


reads("orders")
call(
    "orders_create",
    conflict("reference_not_found", json=lambda w: {"quote": w.absent("quo"), "customer": w.ids["cus"]}),
    json=lambda w: {
        "customer": w.ids["cus"],
        "branch": w.ids["brn"],
        "lines": [{"service": w.ids["notarization"]}],
    },
)
call(
    "orders_update",
    absent(json={"comment": "X"}),
    json={"comment": "Soon, please"},
    id=lambda w: w.made("orders_create"),
)
call(
    "orders_bulk",
    bad(),
    json=lambda w: {
        "operations": [{"action": "update", "id": w.made("orders_create"), "data": {"comment": "All"}}]
    },
)
call(
    "orders_add_files",
    absent(json=lambda w: {"files": [w.ids["fil"]]}),
    id=lambda w: w.made("orders_create"),
    json=lambda w: {"files": [w.made("files_create", data=pdf("extra.pdf"))]},
)
call(
    "orders_attach_customer",
    conflict(
        "order_has_customer", json=lambda w: {"customer": w.ids["cus"]}, id=lambda w: w.made("orders_create")
    ),
    json=lambda w: {"customer": w.ids["cus"]},
    id=lambda w: w.made("orders_create", json=nobodys(w)),
)
call("orders_add_note", absent(json={"text": "X"}), json={"text": "The stamp is on page two"})
call("orders_notes", absent())
call("orders_timeline", absent())
call("orders_transitions", absent())
call(
    "orders_transition",
    conflict("transition_forbidden", json={"transition": "complete"}, id=lambda w: w.made("orders_create")),
    json={"transition": "request_payment"},
    id=lambda w: w.made("orders_create"),
)


def nobodys(world: Any) -> dict[str, Any]:
    """An order of a walk-in."""
    return {"branch": world.ids["brn"], "lines": [{"service": world.ids["notarization"]}]}


def elsewhere(world: Any) -> dict[str, str]:
    """Another branch, and why an order goes there."""
    return {"branch": world.ids["other branch"], "reason": "They have the notary today"}


def offered(world: Any) -> str:
    """An order that another branch is asked to take: who asks holds only its own."""
    order: str = world.made("orders_create")
    asking = world.user("orders.*", branch=world.ids["brn"])
    told = world.good("orders_hand_over", id=order, json=elsewhere(world), token=asking)
    assert told.json["status"] == "offered", told
    return order


def due(world: Any) -> dict[str, str]:
    """The branch of an order that is due on a day."""
    world.good("orders_update", id=world.made("orders_create"), json={"due_at": "2031-05-01T09:00:00Z"})
    return {"branch": world.ids["brn"]}


call("orders_hand_over", absent(json=elsewhere), json=elsewhere, id=lambda w: w.made("orders_create"))
call(
    "orders_decide_hand_over",
    conflict("hand_over_not_pending", json={"decision": "accept"}, id=lambda w: w.made("orders_create")),
    json={"decision": "accept"},
    id=offered,
)
call("orders_hand_overs", Sent(query={"direction": "sideways"}, status=400, code="request_invalid"))
call("calendar_list", LIMIT, query=due)
call(
    "calendar_days",
    conflict("calendar_range_invalid", query={"start": "2031-05-02", "end": "2031-05-02"}),
    query={"start": "2031-05-01", "end": "2031-05-08"},
)
reads("workflows")

reads("payment_methods")
call(
    "payment_methods_create",
    bad(),
    json={"code": "terminal", "kind": "card", "names": NAME, "account_code": "1020"},
)
call("payment_methods_update", absent(json={"active": False}), json={"active": False})
reads("payments")
call(
    "payments_create",
    conflict(
        "payment_exceeds_balance",
        json=lambda w: {
            "method": w.ids["cash"],
            "amount": uzs("999999999.00"),
            "customer": w.ids["cus"],
            "allocations": [{"order": w.made("orders_create")}],
        },
    ),
    json=lambda w: {
        "method": w.ids["cash"],
        "amount": uzs("5000.00"),
        "customer": w.ids["cus"],
        "allocations": [{"order": w.made("orders_create")}],
    },
)
call(
    "payments_add_proofs",
    absent(json=lambda w: {"files": [w.ids["fil"]]}),
    id=lambda w: w.card_payment(),
    json=lambda w: {
        "files": [w.made("files_create", query={"category": "payment_proof"}, data=pdf("receipt.pdf"))]
    },
)
call(
    "payments_allocate",
    absent(json=lambda w: {"allocations": [{"order": w.ids["ord"]}]}),
    id=lambda w: w.credit(),
    json=lambda w: {"allocations": [{"order": w.made("orders_create")}]},
)
call(
    "payments_transition",
    conflict("transition_forbidden", json={"transition": "verify"}, id=lambda w: w.made("payments_create")),
    id=lambda w: w.card_payment(),
    json={"transition": "reject", "reason": "No such transfer"},
)
call("payments_balance", Sent(status=400, code="request_invalid"), query=lambda w: {"customer": w.ids["cus"]})
reads("receivables")

reads("loyalty_lots")
call(
    "loyalty_lots_balance",
    Sent(status=400, code="request_invalid"),
    query=lambda w: {"customer": w.ids["cus"]},
)
reads("loyalty_redemptions")
call(
    "loyalty_redemptions_create",
    conflict("points_insufficient", json=lambda w: {"customer": w.ids["cus"], "points": 100_000}),
    json=lambda w: {"customer": w.ids["cus"], "points": 1},
)
call("loyalty_redemptions_cancel", absent(), id=lambda w: w.made("loyalty_redemptions_create"))
reads("loyalty_rules")
RULE = {
    "code": "silver",
    "names": NAME,
    "points": 1,
    "per": uzs("10000.00"),
    "value": uzs("500.00"),
    "customer_class": "silver",
}
call("loyalty_rules_create", bad(), json=RULE)
call("loyalty_rules_dry_run", bad(), json=lambda w: {"order": w.ids["ord"]})
reads("loyalty_promotions")
call(
    "loyalty_promotions_create",
    bad(),
    json={"code": "double_silver", "names": NAME, "factor": "2", "customer_class": "silver"},
)
call("loyalty_promotions_update", absent(json={"active": False}), json={"names": NAME})
call("loyalty_rules_update", absent(json={"active": False}), json={"names": NAME})

reads("ledger_accounts")
call(
    "ledger_accounts_create",
    bad(),
    json={"code": "6998", "name": "Sundries", "role": "ex_regular", "side": "debit"},
)
call(
    "ledger_accounts_update",
    absent(json={"name": "X"}),
    json={"name": "Sundries"},
    id=lambda w: w.made("ledger_accounts_create"),
)
call("ledger_accounts_tree", UNKNOWN)
reads("journal_entries")
call(
    "journal_entries_create",
    conflict("entry_unbalanced", json=lambda w: w.entry("100.00", "99.99")),
    json=lambda w: w.entry("100.00", "100.00"),
)
call(
    "journal_entries_reverse",
    absent(json={"reason": "X"}),
    json={"reason": "Entered twice"},
    id=lambda w: w.made("journal_entries_create"),
)
for name in ("balance_sheet", "cash_flow", "profit_and_loss", "trial_balance"):
    call(f"reports_{name}", UNKNOWN)

HOOK = {"url": "https://hooks.example.com/in", "event_types": ["order.placed"]}
reads("webhook_endpoints")
call("webhook_endpoints_create", bad(), json=HOOK)
call("webhook_endpoints_update", absent(json={"description": "X"}), json={"description": "Ours"})
call("webhook_endpoints_delete", absent(), id=lambda w: w.made("webhook_endpoints_create"))
call(
    "webhook_endpoints_recover",
    absent(json={"since": "2026-01-01T00:00:00Z"}),
    json=lambda w: {"since": w.yesterday()},
)
call("webhook_endpoints_rotate_secret", absent(json={}), json={"grace_hours": 1})
call("webhook_endpoints_test", absent())
reads("webhook_deliveries")
call("webhook_deliveries_resend", absent(), id=lambda w: w.failed_delivery())
