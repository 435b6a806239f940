"""Refusals that no journey meets: each is told by its code and pointer, tells no event, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from backend.business.orders.services import placing
from backend.business.webhooks import services as webhooks
from backend.core.accounts.models import Invitation
from backend.core.accounts.services import keys
from backend.kernel import clock
from backend.kernel.events.payload import rfc3339
from backend.kernel.models import Event
from tests.contract.calls import CALLS, Sent
from tests.contract.calls.money import HOOK
from tests.contract.world import World

Given = Callable[[World, pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Case:
    """A request, what stands before it, and the refusal: of the whole, or of fields where there are some."""

    operation: str
    sent: Sent
    status: int
    code: str
    fields: tuple[tuple[str, str], ...] = ()
    given: Given = lambda world, patch: None


def good(operation: str, **changed: Any) -> Sent:
    return replace(CALLS[operation].good, **changed)


def changed(operation: str, **more: Any) -> Sent:
    """The good call with some of its body changed."""
    return good(operation, json=lambda w: {**w.value(CALLS[operation].good.json), **more})


def past(_world: Any = None) -> str:
    return rfc3339(clock.now() - timedelta(minutes=1))


def _no_workflow(_world: World, patch: pytest.MonkeyPatch) -> None:
    for name in ("current_flow", "default_flow"):
        patch.setattr(placing, name, lambda *_args: None)


def _body_is_gone(_world: World, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(webhooks, "body_of", lambda _event: None)


def _without_address(_world: World, _patch: pytest.MonkeyPatch) -> None:
    """As an erasure leaves them."""
    Invitation.objects.update(email=None)


def _made(operation: str) -> Given:
    def make(world: World, _patch: pytest.MonkeyPatch) -> None:
        world.good(operation)

    return make


def _full(where: Any, name: str) -> Given:
    return lambda _world, patch: patch.setattr(where, name, 0)


CASES = [
    Case(
        "holidays_create", good("holidays_create"), 409, "already_exists",
        (("/day", "already_exists"),), _made("holidays_create"),
    ),
    Case("me_api_keys_mint", good("me_api_keys_mint"), 409, "api_keys_too_many", (), _full(keys, "MAX_KEYS")),
    Case(
        "me_api_keys_mint", changed("me_api_keys_mint", expires_at="2020-01-01T00:00:00Z"), 409, "invalid",
        (("/expires_at", "expiry_past"),),
    ),
    Case(
        "webhook_endpoints_create", good("webhook_endpoints_create"), 409, "webhook_endpoints_full", (),
        _full(webhooks, "LIMIT"),
    ),
    Case(
        "webhook_endpoints_create", good("webhook_endpoints_create", json={**HOOK, "event_types": ["a.b"]}),
        409, "invalid", (("/event_types/0", "event_type_unknown"),),
    ),
    Case(
        "webhook_deliveries_resend", good("webhook_deliveries_resend"), 409, "webhook_event_gone", (),
        _body_is_gone,
    ),
    Case("orders_create", good("orders_create"), 409, "workflow_missing", (), _no_workflow),
    Case(
        "users_create",
        good("users_create", json={"name": "Nobody's", "password": "a long enough secret"}),
        409, "login_needs_address", (("/email", "login_needs_address"),),
    ),
    Case(
        "invitations_resend", good("invitations_resend"), 409, "invitation_needs_email",
        (("/email", "invitation_needs_email"),), _without_address,
    ),
    Case(
        "customers_create", good("customers_create", json={"name": "A", "contacts": [
            {"kind": "email", "value": "a@example.com"}, {"kind": "phone", "value": "12"},
        ]}), 409, "invalid", (("/contacts/1/value", "contact_invalid"),),
    ),
    Case(
        "privacy_requests_create",
        good("privacy_requests_create", json=lambda w: {
            "kind": "hold", "customer": w.ids["cus"], "reason": "r", "expires_at": past(),
        }), 409, "invalid", (("/expires_at", "expired_already"),),
    ),
    Case(
        "consents_create", changed("consents_create", purpose="cookies:statistics"), 409, "invalid",
        (("/purpose", "purpose_reserved"),),
    ),
    Case(
        "me_update", Sent(json={"preferences": {"surprise": 1, "density": "vast"}}), 409, "invalid",
        (("/preferences/surprise", "preference_unknown"), ("/preferences/density", "preference_refused")),
    ),
    Case(
        "me_update", Sent(json={"preferences": {"front_end": {"x": "я" * 40_000}}}), 409, "invalid",
        (("/preferences", "preferences_too_large"),),
    ),
    Case(
        "oauth_applications_register", changed("oauth_applications_register", redirect_uris=["http://a.example"]),
        409, "invalid", (("/redirect_uris/0", "redirect_uri_invalid"),),
    ),
    Case(
        "security_policy_update", Sent(json={"oidc": [
            {"code": "a", "label": "A", "issuer": "https://10.0.0.1", "client_id": "c", "client_secret": "s",
             "redirect_uris": ["https://app.example.com/in"]},
        ] * 2}), 409, "invalid",
        (
            ("/oidc/0/issuer", "address_refused"),
            ("/oidc/1/code", "value_repeated"),
            ("/oidc/1/issuer", "address_refused"),
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.operation}-{(case.fields or [('', case.code)])[0][1]}"
)
def test_a_refusal_is_told_and_nothing_changes(
    case: Case, desk: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.given(desk, monkeypatch)
    said = Event.objects.count()
    reply = desk.send(case.operation, case.sent)
    assert (reply.status, reply.code) == (case.status, case.code), reply
    assert tuple((one["pointer"], one["code"]) for one in reply.json["errors"]) == case.fields, reply
    assert Event.objects.count() == said


def test_what_moves_money_needs_a_key(desk: World) -> None:
    sent = CALLS["payments_allocate"].good
    method, path = desk.path("payments_allocate", desk.value(sent.id))
    body, said = desk.value(sent.json), Event.objects.count()
    reply = desk.api.call(method, path, json=body, token=desk.token)
    assert (reply.status, reply.code) == (400, "idempotency_key_missing"), reply
    assert Event.objects.count() == said


def test_an_action_that_a_bulk_request_does_not_do(desk: World) -> None:
    reply = desk.send("orders_bulk", Sent(json={"operations": [{"action": "delete", "id": desk.ids["ord"]}]}))
    assert reply.status == 207, reply
    (line,) = reply.json["results"]
    assert (line["status"], line["problem"]["code"]) == (409, "bulk_action_unknown")
    assert desk.good("orders_retrieve").json["id"] == desk.ids["ord"]


@pytest.mark.parametrize(("tag", "code"), [("3", "if_match_invalid"), ('W/"1"', "if_match_weak")])
def test_an_if_match_that_matches_nothing(tag: str, code: str, desk: World) -> None:
    before = desk.good("customers_retrieve").json
    reply = desk.send("customers_update", replace(CALLS["customers_update"].good, headers={"If-Match": tag}))
    assert (reply.status, reply.code) == (412, code)
    assert desk.good("customers_retrieve").json == before


def test_a_name_that_is_no_domain(office: World) -> None:
    sent = changed("platform_domains_create", domain="not a name")
    reply = office.send("platform_domains_create", sent)
    assert (reply.status, reply.code) == (409, "invalid"), reply
    assert [(one["pointer"], one["code"]) for one in reply.json["errors"]] == [("/domain", "domain_invalid")]
