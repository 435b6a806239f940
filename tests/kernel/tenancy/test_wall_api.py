"""The wall from outside: what the owner of one business tries over the API to reach another, and the refusals.

`test_wall.py` has what a tenant's connection tries in SQL. Here each attack is sent to the real routes, with two
businesses that both have a row of everything. Every one is refused by its status, tells nothing of the other
business, and changes nothing there.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from backend.kernel.ids import encode
from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.contract.calls.business import FLAT
from tests.contract.test_authorization import digest
from tests.kernel.tenancy.siege import MARK, Siege, flat, host_of
from tests.support.client import Api, Reply

# -- who asks, and where --------------------------------------------------------------------------------

TICKETS: dict[str, tuple[Callable[[Siege], Reply], int]] = {
    "own token, the other's name in the header": (
        lambda s: s.at("testserver", "GET", "/orders", named=s.other.info), 401),
    "own token, the other's id in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": encode("ten", s.other.info.id)}), 401),
    "own token at the other's host": (lambda s: s.at(host_of(s.other.info), "GET", "/orders"), 401),
    "own token at the other's host, in capitals and with a port": (
        lambda s: s.at(host_of(s.other.info).upper() + ":443", "GET", "/orders"), 401),
    "own host, the other's header": (
        lambda s: s.at(host_of(s.own.info), "GET", "/orders", named=s.other.info), 400),
    "own host, the other's id in the header": (
        lambda s: s.at(host_of(s.own.info), "GET", "/orders",
                       headers={"X-Tenant": encode("ten", s.other.info.id)}), 400),
    "the other's host, own header": (
        lambda s: s.at(host_of(s.other.info), "GET", "/orders", named=s.own.info), 400),
    "both names in one header": (
        lambda s: Api(None, s.own.token).get(
            "/orders", headers={"X-Tenant": f"{s.own.info.slug},{s.other.info.slug}"}), 404),
    "the other's schema in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": s.other.info.schema}), 404),
    "the operator's schema in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": "public"}), 404),
    "the template in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": "tenant_template"}), 404),
    "the operator's id in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": encode("ten", PUBLIC.id)}), 404),
    "a path in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": f"../{s.other.info.slug}"}), 404),
    "SQL in the header": (
        lambda s: Api(None, s.own.token).get("/orders", headers={"X-Tenant": "x' OR slug <> '"}), 404),
    "no business at all": (lambda s: Api(None, s.own.token).get("/orders"), 400),
    "a host under the other's": (
        lambda s: s.at("own." + host_of(s.other.info), "GET", "/orders"), 404),
    "the operator's routes with an owner's token": (
        lambda s: Api(None, s.own.token).get("/platform/tenants"), 401),
    "the operator's routes with a business in the header": (
        lambda s: s.send("GET", "/platform/tenants"), 400),
    "the operator's routes at a business's host": (
        lambda s: s.at(host_of(s.own.info), "GET", "/platform/tenants"), 404),
    "the operator's routes at the operator's host": (
        lambda s: s.at("platform.guildhall.localhost", "GET", "/platform/tenants"), 401),
    "a token that says it is the other's, under the old signature": (
        lambda s: s.at("testserver", "GET", "/orders", named=s.other.info,
                       token=s.forged(ten=encode("ten", s.other.info.id), aud=encode("ten", s.other.info.id))), 401),
    "a token that says its user is the other's owner": (
        lambda s: s.send("GET", "/orders", token=s.forged(sub=s.their_user)), 401),
    "a token without a signature": (
        lambda s: s.send("GET", "/orders", token=s.forged("", "none", sub=s.their_user)), 401),
    "a token signed with the business's id": (
        lambda s: s.at("testserver", "GET", "/orders", named=s.other.info,
                       token=s.forged(s.other.info.id.hex, ten=encode("ten", s.other.info.id),
                                      aud=encode("ten", s.other.info.id), sub=s.their_user)), 401),
    "a token with the head of the other's": (
        lambda s: s.send("GET", "/orders", token=".".join(
            [s.other.token.split(".")[0], s.own.token.split(".")[1], s.other.token.split(".")[2]])), 401),
    "the other's refresh token here": (
        lambda s: s.own.api.post("/auth/tokens/refresh", json={"refresh_token": s.other.ids["refresh"]}), 401),
    "own refresh token there": (
        lambda s: s.other.api.post("/auth/tokens/refresh", json={"refresh_token": s.own.ids["refresh"]}), 401),
}  # fmt: skip


# -- ids of the other business --------------------------------------------------------------------------


def _path(method: str, path: str, prefix: str, body: Any = None, **options: Any) -> Callable[[Siege], Reply]:
    return lambda s: s.send(method, path.format(s.other.ids[prefix]), json=body, **options)


def _body(method: str, path: str, make: Callable[[Siege], Any]) -> Callable[[Siege], Reply]:
    return lambda s: s.send(
        method, path.format(**flat(s.own)), json=make(s), headers={"Idempotency-Key": uuid.uuid4().hex}
    )


IDS: dict[str, tuple[Callable[[Siege], Reply], int]] = {
    "path: read an order": (_path("GET", "/orders/{}", "ord"), 404),
    "path: change an order": (_path("PATCH", "/orders/{}", "ord", {"comment": "mine"}), 404),
    "path: move an order": (_path("POST", "/orders/{}/transitions", "ord", {"transition": "complete"}), 404),
    "path: note on an order": (_path("POST", "/orders/{}/notes", "ord", {"text": "x"}), 404),
    "path: timeline of an order": (_path("GET", "/orders/{}/timeline", "ord"), 404),
    "path: change a customer": (_path("PATCH", "/customers/{}", "cus", {"name": "mine"}), 404),
    "path: delete a customer": (_path("DELETE", "/customers/{}", "cus"), 404),
    "path: read a payment": (_path("GET", "/payments/{}", "pay"), 404),
    "path: verify a payment": (_path("POST", "/payments/{}/transitions", "pay", {"transition": "verify"}), 404),
    "path: read a user": (_path("GET", "/users/{}", "usr"), 404),
    "path: change a role": (_path("PATCH", "/roles/{}", "rol", {"permissions": ["*"]}), 404),
    "path: end somebody's sessions": (_path("POST", "/users/{}/sessions/revoke", "usr", {}), 404),
    "path: reverse an entry": (
        _path("POST", "/journal-entries/{}/reversals", "jen", {"reason": "x"}), 404),
    "path: read the audit": (_path("GET", "/audit-log/{}", "aud"), 404),
    "path: read an event": (_path("GET", "/events/{}", "evt"), 404),
    "path: open a quote": (_path("POST", "/quotes/{}/open", "quo", {"secret": "x" * 43}), 404),
    "body: an order for a customer of theirs": (
        _body("POST", "/orders", lambda s: {"quote": s.own.made("quotes_create"), "customer": s.other.ids["cus"]}),
        409),
    "body: an order by a quote of theirs": (
        _body("POST", "/orders", lambda s: {"quote": s.other.ids["quo"], "customer": s.own.ids["cus"]}), 409),
    "body: an order with a file of theirs": (
        _body("POST", "/orders", lambda s: {"quote": s.own.made("quotes_create"), "customer": s.own.ids["cus"],
                                            "files": [s.other.ids["fil"]]}), 409),
    "body: a quote for a service of theirs": (
        _body("POST", "/quotes", lambda s: {"lines": [{"service": s.other.ids["apostille"]}]}), 409),
    "body: a payment of an order of theirs": (
        _body("POST", "/payments", lambda s: {
            "method": s.own.ids["cash"], "amount": {"amount": "1.00", "currency": "UZS"},
            "customer": s.own.ids["cus"], "allocations": [{"order": s.other.ids["ord"]}]}), 409),
    "body: a payment by a method of theirs": (
        _body("POST", "/payments", lambda s: {
            "method": s.other.ids["cash"], "amount": {"amount": "1.00", "currency": "UZS"},
            "customer": s.own.ids["cus"], "excess": "credit"}), 409),
    "body: a branch beneath theirs": (
        _body("POST", "/branches",
              lambda s: {"code": "thief", "name": {"en": "Thief"}, "parent": s.other.ids["brn"]}), 409),
    "body: a role beneath theirs": (
        _body("POST", "/roles", lambda s: {"code": "thief", "name": {"en": "Thief"}, "permissions": [],
                                           "parent": s.other.ids["rol"]}), 409),
    "body: a user with a role of theirs": (
        _body("POST", "/users", lambda s: {
            "name": "Thief", "email": "thief@example.com", "assignments": [{"role": s.other.ids["rol"]}]}), 409),
    "body: a user over a branch of theirs": (
        _body("POST", "/users", lambda s: {
            "name": "Thief", "email": "thief@example.com",
            "assignments": [{"role": s.own.ids["rol"], "scope": "branch", "branch": s.other.ids["brn"]}]}), 409),
    "body: a price for a service of theirs": (
        _body("POST", "/price-rules", lambda s: {
            "name": "Thief", "component": "base", "service": s.other.ids["apostille"],
            "formula": FLAT}), 409),
    "body: a variant of a product of theirs": (
        _body("POST", "/variants",
              lambda s: {"product": s.other.ids["products"], "sku": "THIEF", "options": {"size": "s"}}), 409),
    "body: an entry in an account of theirs": (
        _body("POST", "/journal-entries", lambda s: s.other.entry("1.00", "1.00")), 409),
    "body: a redemption of a customer of theirs": (
        _body("POST", "/loyalty/redemptions", lambda s: {"customer": s.other.ids["cus"], "points": 1}), 409),
    "filter: orders of a customer of theirs": (
        lambda s: s.send("GET", "/orders", query={"customer": s.other.ids["cus"]}), 200),
    "filter: payments at a branch of theirs": (
        lambda s: s.send("GET", "/payments", query={"branch": s.other.ids["brn"]}), 200),
    "filter: the audit of a row of theirs": (
        lambda s: s.send("GET", "/audit-log", query={"resource": s.other.ids["ord"]}), 200),
    "filter: the audit of a user of theirs": (
        lambda s: s.send("GET", "/audit-log", query={"actor": s.their_user}), 200),
    "filter: deliveries to an endpoint of theirs": (
        lambda s: s.send("GET", "/webhook-deliveries", query={"endpoint": s.other.ids["whe"]}), 200),
    "filter: a search for their name": (lambda s: s.send("GET", "/customers", query={"q": MARK}), 200),
    "filter: a column that is none": (
        lambda s: s.send("GET", "/orders", query={"schema_name": s.other.info.schema}), 400),
    "filter: a lookup across": (
        lambda s: s.send("GET", "/orders", query={"customer__name": MARK}), 400),
    "filter: order by a column that is none": (
        lambda s: s.send("GET", "/orders", query={"sort": f'"{s.other.info.schema}".orders_order.id'}), 400),
    "expand: what is not offered": (
        lambda s: s.send("GET", f"/orders/{s.own.ids['ord']}", query={"expand": "customer.tenant"}), 400),
    "expand: by their schema": (
        lambda s: s.send("GET", f"/orders/{s.own.ids['ord']}", query={"expand": s.other.info.schema}), 400),
    "files: the bytes of a file of theirs": (_path("GET", "/files/{}/content", "fil"), 404),
    "files: a link to a file of theirs": (_path("POST", "/files/{}/links", "fil", {"seconds": 60}), 404),
    "files: a link of theirs, here": (
        lambda s: s.send("GET", f"/files/{s.other.ids['fil']}/download", token="",
                         query={"token": s.other.ids["link"]}), 403),
    "files: a link of their own file to ours": (
        lambda s: s.send("GET", f"/files/{s.own.ids['fil']}/download", token="",
                         query={"token": s.other.ids["link"]}), 403),
    "files: bytes into an upload of theirs": (
        lambda s: s.send("PATCH", f"/files/uploads/{s.other.ids['upl']}", data=b"x", query={"offset": "0"},
                         content_type="application/octet-stream"), 404),
    "files: the end of an upload of theirs": (_path("POST", "/files/uploads/{}/complete", "upl"), 404),
    "files: a file of theirs onto an order of ours": (
        _body("POST", "/orders/{ord}/files", lambda s: {"files": [s.other.ids["fil"]]}), 409),
    "jobs: replay a dead letter of theirs": (_path("POST", "/dead-letters/{}/replay", "dlt"), 404),
    "webhooks: read an endpoint": (_path("GET", "/webhook-endpoints/{}", "whe"), 404),
    "webhooks: a new secret for an endpoint": (_path("POST", "/webhook-endpoints/{}/rotate-secret", "whe", {}), 404),
    "webhooks: turn an endpoint to us": (
        _path("PATCH", "/webhook-endpoints/{}", "whe", {"url": "https://thief.example/"}), 404),
    "webhooks: send a delivery again": (_path("POST", "/webhook-deliveries/{}/resend", "whd"), 404),
}  # fmt: skip


@pytest.mark.parametrize("name", [*TICKETS, *IDS])
def test_refused(name: str, siege: Siege) -> None:
    attack, status = {**TICKETS, **IDS}[name]
    with tenant_context(siege.other.info):
        before = digest(siege.other.info.schema)
    reply = attack(siege)
    assert reply.status == status, reply
    if status == 200:
        assert reply.json["data"] == []
    assert MARK not in reply.body.decode(errors="replace")
    with tenant_context(siege.other.info):
        assert digest(siege.other.info.schema) == before, "something changed there"


def test_the_attacks_would_work_at_home(siege: Siege) -> None:
    """The lists are worth something: with the other business's own token its own ids are there."""
    other = siege.other
    for path in (
        "/orders/{ord}",
        "/users/{usr}",
        "/webhook-endpoints/{whe}",
        "/events/{evt}",
        "/audit-log/{aud}",
    ):
        reply = other.api.get(path.format(**flat(other)), token=other.token)
        assert reply.status == 200, reply
    found = other.api.get("/customers", query={"q": MARK}, token=other.token)
    assert [row["name"] for row in found.json["data"]] == [MARK]
