"""A list costs as many statements with many rows as with one, and few when everything is warm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.contract.apart import apart
from tests.contract.calls import CALLS, Sent
from tests.contract.watch import contract, counted
from tests.contract.world import World, registered

#: Session and rights are cached; what is left is the page, and up to three prefetches or look-ups by id.
WARM = 4
MANY = 6
LISTS = [name for name in sorted(CALLS) if name.endswith("_list")]

#: What makes another row of a list, where its own creation is not enough; None where rows come from elsewhere.
MAKES: dict[str, str | None] = {
    "audit_log": "customers_create",
    "platform_audit_log": None,
    "access_log": None,
    "platform_access_log": None,
    "security_alerts": None,
    "platform_security_alerts": None,
    "api_keys": "api_keys_mint",
    "me_api_keys": "me_api_keys_mint",
    "me_applications": None,
    "me_identities": None,
    "oauth_applications": "oauth_applications_register",
    "events": None,
    "dead_letters": None,
    "journal_entries": "journal_entries_create",
    "calendar": None,
    "loyalty_lots": None,
    "receivables": "orders_create",
    "workflows": None,
    "me_logins": "auth_sign_in",
    "me_sessions": "auth_sign_in",
    "security_logins": "auth_sign_in",
    "platform_me_logins": "platform_auth_sign_in",
    "platform_me_sessions": "platform_auth_sign_in",
    "platform_security_logins": "platform_auth_sign_in",
    "webhook_deliveries": "webhook_endpoints_test",
    "platform_restores": None,
    "platform_backups": None,
    "platform_tenants": None,
}


def another(world: World, stem: str, index: int) -> None:
    """One more row of a list."""
    maker = MAKES.get(stem, f"{stem}_create")
    assert maker is not None
    if stem == "variants":
        product = world.made("products_create", json={"sku": f"V{index}", "name": {"en": "V"}})
        world.good(maker, json={"product": product, "sku": f"V{index}-1", "options": {}})
        return
    json = world.value(CALLS[maker].good.json)
    json = apart(stem, json, index)
    world.good(maker, **({"json": json} if json is not None else {}))


def statements(world: World, operation_id: str, limit: int) -> int:
    """How many statements a warm list of at most so many rows sends."""
    sent = Sent(query={**(world.value(CALLS[operation_id].good.query) or {}), "limit": str(limit)})
    world.send(operation_id, sent)
    with counted() as seen:
        reply = world.send(operation_id, sent)
    assert reply.status == 200, reply
    return len(seen)


@pytest.mark.parametrize("operation_id", LISTS)
def test_rows_cost_no_statements(operation_id: str, place: Callable[[str], World]) -> None:
    world = place(operation_id)
    stem = operation_id.removesuffix("_list")
    if MAKES.get(stem, f"{stem}_create") is not None:
        for index in range(MANY):
            another(world, stem, index)
    one, many = statements(world, operation_id, 1), statements(world, operation_id, 100)
    assert many <= one, f"{one} statements with one row, {many} with many"
    assert many <= WARM, f"{many} statements"


def test_every_list_is_one_that_grows(database: str) -> None:
    lists = {name for name, (_r, operation) in registered().items() if operation.name == "list"}
    assert lists == set(LISTS) & set(contract().operations)


SPARSE = [name for name in sorted(CALLS) if name.endswith(("_list", "_retrieve"))]


@pytest.mark.parametrize("operation_id", SPARSE)
def test_only_the_fields_that_are_asked_for(operation_id: str, place: Callable[[str], World]) -> None:
    world = place(operation_id)
    given = CALLS[operation_id].good
    good = Sent(**{**given.__dict__, "id": world.value(given.id)})
    whole = world.send(operation_id, good).json
    row = whole["data"][0] if operation_id.endswith("_list") else whole
    chosen = sorted(row)[:2]
    query = {**(world.value(good.query) or {}), "fields": ",".join(chosen)}
    sparse = world.send(operation_id, Sent(**{**good.__dict__, "query": query})).json
    shown = sparse["data"][0] if operation_id.endswith("_list") else sparse
    assert set(chosen) <= set(shown) < set(row) | {"id"}
    assert all(shown[name] == row[name] for name in chosen if name != "expires_at")
