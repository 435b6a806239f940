"""Endpoints and deliveries over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from standardwebhooks import Webhook

from backend.business.webhooks import delivering
from backend.kernel.events import relay
from backend.kernel.ids import encode, new_id
from tests.business.organizations.people import sign_in
from tests.business.webhooks.receiver import Receiver, receiving
from tests.kernel.events.sample import say

RIGHTS = ("webhooks.endpoint.view", "webhooks.endpoint.manage", "webhooks.delivery.resend")
BODY = {"url": "https://hooks.example.com/in", "event_types": ["sample.happened"], "description": "Ours"}


@pytest.fixture
def manager(live_api: Any) -> Any:
    """A client with every right over webhooks."""
    client = sign_in(live_api, *RIGHTS)
    relay.run()
    return client


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A real receiver."""
    with receiving() as found:
        yield found


def test_an_endpoint_from_registration_to_deletion(manager: Any) -> None:
    made = manager.post("/webhook-endpoints", json=BODY)
    assert made.status == 201
    secret = made.json["secret"]
    assert secret.startswith("whsec_")
    assert made.headers["ETag"] == '"1"'
    path = f"/webhook-endpoints/{made.json['id']}"
    shown = manager.get(path)
    assert "secret" not in shown.json
    assert secret not in str(shown.json)
    assert shown.json["event_types"] == ["sample.happened"]
    assert shown.json["state"] == "enabled"
    assert [line["expires_at"] for line in shown.json["secrets"]] == [None]
    assert "sealed" not in shown.json["secrets"][0]
    changed = manager.patch(path, json={"event_types": ["*"], "description": ""}, headers={"If-Match": '"1"'})
    assert (changed.status, changed.json["event_types"], changed.json["version"]) == (200, ["*"], 2)
    stale = manager.patch(path, json={"description": "x"}, headers={"If-Match": '"1"'})
    assert (stale.status, stale.json["code"]) == (412, "version_mismatch")
    rotated = manager.post(f"{path}/rotate-secret", json={"grace_hours": 1})
    assert rotated.status == 200
    assert rotated.json["secret"] not in ("", secret)
    assert [line["expires_at"] is None for line in rotated.json["secrets"]] == [True, False]
    assert manager.get("/webhook-endpoints", query={"state": "enabled"}).json["data"][0]["version"] == 3
    assert manager.delete(path).status == 204
    assert manager.get(path).status == 404


def test_a_delivery_is_logged_and_sent_again(manager: Any, receiver: Receiver) -> None:
    endpoint = manager.post("/webhook-endpoints", json={**BODY, "url": receiver.url}).json
    receiver.answers = [(503, {"Set-Cookie": "a=b"}, b"later")]
    event_id = encode("evt", say())
    relay.run()
    delivering.deliver_due()
    (row,) = manager.get("/webhook-deliveries", query={"endpoint": endpoint["id"]}).json["data"]
    assert (row["event"], row["event_type"], row["state"]) == (event_id, "sample.happened", "pending")
    (attempt,) = row["attempts"]
    assert (attempt["status"], attempt["body"], attempt["headers"]["set-cookie"]) == (
        503,
        "later",
        "[redacted]",
    )
    # What was asked is in the log too: an owner can check the signature against it.
    (call,) = receiver.calls
    assert row["body"] == call.body.decode()
    sent = {name.lower(): value for name, value in attempt["sent_headers"].items()}
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature", "content-type", "user-agent"):
        assert sent[name] == call.headers[name], name
    Webhook(endpoint["secret"]).verify(row["body"].encode(), sent)
    path = f"/webhook-deliveries/{row['id']}"
    assert manager.post(f"{path}/resend").json["code"] == "webhook_delivery_pending"
    tested = manager.post(f"/webhook-endpoints/{endpoint['id']}/test")
    assert (tested.status, tested.json["event_type"]) == (202, "webhook_endpoint.tested")
    delivering.deliver_due()
    again = manager.post(f"/webhook-deliveries/{tested.json['id']}/resend")
    assert (again.status, again.json["state"]) == (202, "pending")
    delivering.deliver_due()
    assert len(manager.get(f"/webhook-deliveries/{tested.json['id']}").json["attempts"]) == 2
    states = manager.get("/webhook-deliveries", query={"state": "succeeded"}).json["data"]
    assert [line["id"] for line in states] == [tested.json["id"]]


def test_recovery_answers_with_what_it_queued(manager: Any, receiver: Receiver) -> None:
    say()
    relay.run()
    endpoint = manager.post("/webhook-endpoints", json={**BODY, "url": receiver.url}).json
    path = f"/webhook-endpoints/{endpoint['id']}/recover"
    answer = manager.post(path, json={"since": "2026-01-01T00:00:00Z"})
    assert (answer.status, answer.json) == (202, {"queued": 1})
    wrong = manager.post(path, json={"since": "2999-01-01T00:00:00Z"})
    assert (wrong.status, wrong.json["code"]) == (409, "recover_period_wrong")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"url": "http://hooks.example.com/"}, 409, "webhook_url_refused"),
        ({"url": "https://169.254.169.254/latest/meta-data"}, 409, "webhook_url_refused"),
        ({"url": "https://metadata.google.internal/"}, 409, "webhook_url_refused"),
        ({"url": "not a url"}, 409, "values_refused"),
        ({"url": 5}, 400, "request_invalid"),
        ({"event_types": ["no.such"]}, 409, "invalid"),
        ({"event_types": []}, 400, "request_invalid"),
        ({"event_types": ["*", "*"]}, 400, "request_invalid"),
        ({"secret": "whsec_mine"}, 400, "request_invalid"),
        ({"description": "\u0000"}, 400, "request_invalid"),
    ],
)
def test_bad_endpoints_are_refused(manager: Any, change: dict[str, Any], status: int, code: str) -> None:
    answer = manager.post("/webhook-endpoints", json={**BODY, **change})
    assert (answer.status, answer.json["code"]) == (status, code)
    assert manager.get("/webhook-endpoints").json["data"] == []


def test_every_operation_needs_its_right(live_api: Any, manager: Any) -> None:
    endpoint = manager.post("/webhook-endpoints", json=BODY).json["id"]
    other = sign_in(live_api, "events.event.view")
    for method, path, body in (
        ("GET", "/webhook-endpoints", None),
        ("GET", f"/webhook-endpoints/{endpoint}", None),
        ("POST", "/webhook-endpoints", BODY),
        ("PATCH", f"/webhook-endpoints/{endpoint}", {"description": "x"}),
        ("DELETE", f"/webhook-endpoints/{endpoint}", None),
        ("POST", f"/webhook-endpoints/{endpoint}/rotate-secret", {}),
        ("POST", f"/webhook-endpoints/{endpoint}/test", None),
        ("POST", f"/webhook-endpoints/{endpoint}/recover", {"since": "2026-01-01T00:00:00Z"}),
        ("GET", "/webhook-deliveries", None),
        ("GET", f"/webhook-deliveries/{encode('whd', new_id())}", None),
        ("POST", f"/webhook-deliveries/{encode('whd', new_id())}/resend", None),
    ):
        assert live_api.call(method, path, json=body).status == 401, path
        assert other.call(method, path, json=body).status == 403, path
    assert manager.get(f"/webhook-endpoints/{endpoint}").json["version"] == 1
