"""Rules over the audit: what looks suspicious raises an alert, once."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from backend.core.audit import access, rules
from backend.core.audit.models import Alert, AuditEntry
from backend.kernel import actions, clock, tenancy
from backend.kernel.ids import encode, new_id
from tests.core.test_audit_api import acted, signed_in_as


@pytest.fixture(autouse=True)
def no_requests_wait() -> Iterator[None]:
    access.clear()
    yield
    access.clear()


@pytest.fixture
def as_role(api: Any) -> Any:
    return signed_in_as(api)


def found() -> list[tuple[str, str]]:
    return [(alert.rule, alert.subject) for alert in rules.examine()]


def test_many_failures_by_address_and_by_account(tenant: Any) -> None:
    user = new_id()
    acted(actions.SIGN_IN_FAILED, ip="203.0.113.5", count=rules.MANY_FAILURES - 1)
    assert found() == []
    acted(actions.SECOND_FACTOR_FAILED, ip="203.0.113.5")
    assert found() == [("many_failures", "203.0.113.5")]
    assert found() == []  # Told once a window.
    for index in range(rules.MANY_FAILURES):
        acted(actions.SIGN_IN_FAILED, ip=f"203.0.{index}.1", subject_type="user", subject_id=user)
    assert found() == [("many_failures", encode("usr", user))]
    later = clock.now() + timedelta(hours=1)
    assert rules.examine(later) == []


def test_many_refusals(as_role: Any) -> None:
    reader = as_role("reader")
    for _ in range(rules.MANY_REFUSALS):
        assert reader.get("/access-log").status == 403
    # The answers themselves have the rules examined, with the writing of the log.
    access.flush()
    alert = Alert.objects.get()
    assert (alert.rule, alert.actor_id) == ("many_refusals", reader.user.id)
    assert alert.details == {"count": rules.MANY_REFUSALS, "seconds": 600}


def test_many_exports_and_many_downloads(tenant: Any) -> None:
    many, files, fine = (new_id() for _ in range(3))
    acted(actions.EXPORTED, actor_id=many, count=rules.MANY_EXPORTS)
    acted(actions.DOWNLOADED, actor_id=files, count=rules.MANY_DOWNLOADS)
    acted(actions.EXPORTED, actor_id=fine, details={"rows": "no number", "x": {"rows": 10**9}})
    assert sorted(found()) == sorted(("mass_export", encode("usr", who)) for who in (many, files))


def test_a_large_export_raises_an_alert(as_role: Any, monkeypatch: Any, commits: Any) -> None:
    monkeypatch.setattr(rules, "MANY_ROWS", 5)
    api, modest = as_role("auditor"), as_role("auditor")
    acted(actions.VIEWED, count=5)
    with commits():
        assert modest.get("/audit-log/export", query={"action": "auth.signed_in"}).body
        assert api.get("/audit-log/export", query={"action": "data.viewed"}).body
    access.flush()
    alert = Alert.objects.get()
    assert (alert.rule, alert.actor_id) == ("mass_export", api.user.id)
    assert alert.details == {"rows": 5, "seconds": 3600}


def test_an_export_that_is_broken_off_counts_what_went_out(tenant: Any, monkeypatch: Any) -> None:
    from backend.core.audit import exporting
    from backend.kernel.permissions import EVERYTHING, Principal

    monkeypatch.setattr(exporting, "BATCH", 2)
    acted(actions.VIEWED, count=5)
    info = tenancy.current()
    auditor = Principal("staff", new_id(), info.id, info.schema, {"audit.entry.export": EVERYTHING})
    lines = exporting.export_entries(
        principal=auditor, rows=AuditEntry.objects.filter(action="data.viewed"), filters={}
    )
    next(lines), next(lines)
    lines.close()  # type: ignore[attr-defined]
    ended = AuditEntry.objects.filter(action="data.export_ended").get()
    assert ended.after == {"rows": 2, "complete": False}


def test_reading_page_by_page_raises_an_alert(as_role: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(rules, "MANY_ROWS", 12)
    monkeypatch.setattr(access, "LOOK_AFTER", 6)
    api = as_role("auditor")
    acted(actions.VIEWED, count=8)
    for _ in range(2):
        assert len(api.get("/audit-log", query={"limit": "4"}).json["data"]) == 4
    access.flush()
    assert not Alert.objects.exists()
    assert [row["rows"] for row in api.get("/access-log").json["data"]] == [4, 4]
    cursor = api.get("/audit-log", query={"limit": "4"}).json["next_cursor"]
    assert len(api.get("/audit-log", query={"limit": "4", "cursor": cursor}).json["data"]) == 4
    access.flush()
    alert = Alert.objects.get()
    assert (alert.rule, alert.actor_id) == ("mass_export", api.user.id)
    assert alert.details["rows"] >= 16


def test_a_new_place(tenant: Any) -> None:
    user = new_id()
    acted(actions.SIGNED_IN, ip="203.0.113.5", actor_id=user)
    assert found() == []  # The first sign-in of all has nothing to differ from.
    acted(actions.SIGNED_IN, ip="203.0.99.1", actor_id=user)
    assert found() == []
    acted(actions.SIGNED_IN, ip="2001:db8::1", actor_id=user)
    assert found() == [("new_place", f"{encode('usr', user)} 2001:db8::/32")]


def test_a_session_that_goes_on_from_a_new_place(tenant: Any) -> None:
    """Told once: the place is known from then on."""
    user = new_id()
    acted(actions.SIGNED_IN, ip="203.0.113.5", actor_id=user)
    acted(actions.SESSION_MOVED, ip="203.0.99.1", actor_id=user)
    assert found() == []
    acted(actions.SESSION_MOVED, ip="2001:db8::1", actor_id=user)
    assert found() == [("new_place", f"{encode('usr', user)} 2001:db8::/32")]
    acted(actions.SESSION_MOVED, ip="203.0.113.5", actor_id=user)
    acted(actions.SESSION_MOVED, ip="2001:db8::1", actor_id=user)
    assert found() == []


def test_a_reused_token(tenant: Any) -> None:
    user = new_id()
    acted(actions.REFRESH_REUSED, actor_id=user)
    assert found() == [("token_reused", encode("usr", user))]


def test_an_action_has_the_rules_examined_after_its_commit(tenant: Any, commits: Any) -> None:
    with commits():
        acted(actions.REFRESH_REUSED, actor_id=new_id())
    access.flush()
    assert Alert.objects.count() == 1


def test_an_alert_is_an_event_and_is_acknowledged_once(as_role: Any) -> None:
    from backend.kernel.models import Event

    acted(actions.REFRESH_REUSED, actor_id=new_id())
    (alert,) = rules.examine()
    raised = Event.objects.get(type="security.alert_raised")
    assert raised.payload["rule"] == "token_reused"
    api = as_role("auditor")
    path = f"/security/alerts/{encode('alr', alert.id)}"
    assert [
        row["rule"] for row in api.get("/security/alerts", query={"acknowledged": "false"}).json["data"]
    ] == ["token_reused"]
    done = api.post(f"{path}/acknowledgements", json={"note": "A test."})
    assert (done.status, done.json["acknowledged_by"]) == (200, encode("usr", api.user.id))
    again = api.post(f"{path}/acknowledgements", json={})
    assert (again.status, again.code) == (409, "alert_acknowledged")
    assert api.get("/security/alerts", query={"acknowledged": "false"}).json["data"] == []
    assert uuid.UUID(str(alert.id)).version == 7
