"""The audit through the API: search, export, chain; the log of requests; alerts."""

from __future__ import annotations

import csv
import dataclasses
import io
import threading
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.core.audit import access, chain, rules
from backend.core.audit.models import AccessEntry, Alert, AuditEntry
from backend.kernel import actions, clock, tenancy
from backend.kernel.context import RequestContext, request_context
from backend.kernel.ids import encode, new_id
from tests.core.test_accounts_api import person

ROLES = [
    RoleSpec("auditor", {"en": "Auditor"}, ("audit.*",)),
    RoleSpec("reader", {"en": "Reader"}, ("audit.entry.view",)),
]


@pytest.fixture(autouse=True)
def nothing_waits() -> Iterator[None]:
    access.clear()
    yield
    access.clear()


@pytest.fixture
def as_role(api: Any) -> Any:
    roles = accounts.seed_roles(ROLES)

    def make(code: str) -> Any:
        user = person(assignments=[Grant(roles[code])])
        client = api.signed_in(accounts.issue_session_for(user.id).access_token)
        client.user = user
        return client

    return make


def acted(action: actions.Action, *, ip: str = "192.0.2.7", count: int = 1, **facts: Any) -> None:
    imp = facts.pop("imp", "")
    with request_context(
        RequestContext(ip=ip, actor_kind="anonymous", impersonator=imp, user_agent="=cmd()")
    ):
        for _ in range(count):
            actions.record(action, **facts)


# -- the log --------------------------------------------------------------------------------------------------


def test_entries_are_found_by_who_what_where_and_impersonation(as_role: Any) -> None:
    api = as_role("auditor")
    user, operator = new_id(), new_id()
    acted(actions.VIEWED, ip="198.51.100.9", actor_id=user, subject_type="user", subject_id=user)
    acted(actions.EXPORTED, ip="198.51.200.1", actor_id=user, imp=encode("usr", operator))

    def found(**query: str) -> list[str]:
        reply = api.get("/audit-log", query=query)
        assert reply.status == 200, reply
        return [row["action"] for row in reply.json["data"]]

    me = encode("usr", user)
    assert found(actor=me) == ["data.exported", "data.viewed"]
    assert found(actor=me, impersonated="true") == ["data.exported"]
    assert found(actor=me, impersonated="false") == ["data.viewed"]
    assert found(impersonator=encode("usr", operator)) == ["data.exported"]
    assert found(ip="198.51.100.9") == ["data.viewed"]
    assert found(ip="198.51.0.0/16") == ["data.exported", "data.viewed"]
    for nonsense in ("nonsense", "10.0.0.0/99", "300.1.1.1", "10.0.0.0/-1"):
        reply = api.get("/audit-log", query={"ip": nonsense})
        assert (reply.status, reply.json["errors"][0]["code"]) == (400, "network_invalid")
    assert found(resource=me, table="user") == ["data.viewed"]
    assert found(action="data.exported,data.viewed", actor=me) == ["data.exported", "data.viewed"]
    assert found(actor=me, at_before="2001-01-01T00:00:00Z") == []
    one = api.get("/audit-log", query={"actor": me}).json["data"][0]
    assert api.get(f"/audit-log/{one['id']}").json["impersonator"] == encode("usr", operator)


def test_another_business_sees_nothing_of_it(as_role: Any, other_tenant: Any, api_for: Any) -> None:
    api = as_role("auditor")
    acted(actions.VIEWED)
    entry = api.get("/audit-log", query={"action": "data.viewed"}).json["data"][0]["id"]
    with tenancy.tenant_context(other_tenant):
        roles = accounts.seed_roles(ROLES)
        token = accounts.issue_session_for(person(roles["auditor"]).id).access_token
    stranger = api_for(other_tenant).signed_in(token)
    assert stranger.get(f"/audit-log/{entry}").status == 404
    assert entry not in stranger.get("/audit-log/export").body.decode()


def test_the_export_is_csv_without_formulas_and_is_recorded(as_role: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("backend.core.audit.exporting.BATCH", 2)
    api = as_role("auditor")
    user = new_id()
    acted(actions.VIEWED, actor_id=user, count=5, details={"a": 'b, "c"'})
    reply = api.get("/audit-log/export", query={"actor": encode("usr", user)})
    assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in reply.headers["Content-Disposition"]
    lines = list(csv.DictReader(io.StringIO(reply.body.decode())))
    assert len(lines) == 5
    assert [line["id"] for line in lines] == sorted((line["id"] for line in lines), reverse=True)
    assert (lines[0]["user_agent"], lines[0]["after"]) == ("'=cmd()", '{"a":"b, \\"c\\""}')
    entry = AuditEntry.objects.filter(action="data.exported").get()
    assert (entry.actor_id, entry.table) == (api.user.id, "audit_log")
    assert (entry.after or {})["filters"] == {"actor": encode("usr", user)}
    ended = AuditEntry.objects.filter(action="data.export_ended").get()
    assert (ended.actor_id, ended.request_id) == (api.user.id, entry.request_id)
    assert ended.after == {"rows": 5, "complete": True}


def test_the_logs_name_what_the_actor_showed(as_role: Any, api: Any, queries: Any) -> None:
    session = as_role("auditor")
    minted = session.post("/me/api-keys", json={"name": "laptop", "scopes": ["audit.*"]})
    assert minted.status == 201, minted
    key, key_id = minted.json["key"], minted.json["api_key"]["id"]
    assert session.get("/audit-log/export").body
    with queries() as seen:
        assert api.get("/audit-log/export", token=key).body
    assert len([text for text in seen if "INSERT INTO audit_entry" in str(text)]) == 2

    def exports(**query: str) -> list[tuple[str, str]]:
        reply = session.get("/audit-log", query={"action": "data.exported", **query})
        assert reply.status == 200, reply
        return [(row["credential_kind"], row["credential"]) for row in reply.json["data"]]

    by_key, by_session = exports()
    assert by_key == ("api_key", key_id)
    assert by_session[0] == "session"
    assert exports(credential=key_id) == exports(credential_kind="api_key") == [by_key]
    assert exports(credential=by_session[1]) == exports(credential_kind="session") == [by_session]
    assert exports(credential=encode("oap", new_id())) == []
    refused = session.get("/audit-log", query={"credential": encode("usr", new_id())})
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (400, "?credential")
    # A row that the session changed names it as well; and so does the log of requests.
    (made,) = session.get("/audit-log", query={"resource": key_id, "action": "insert"}).json["data"]
    assert (made["credential_kind"], made["credential"]) == by_session
    access.flush()
    rows = session.get("/access-log", query={"credential": key_id}).json["data"]
    assert [(row["route"], row["credential_kind"]) for row in rows] == [
        ("/api/v1/audit-log/export", "api_key")
    ]
    lines = list(csv.DictReader(io.StringIO(session.get("/audit-log/export").body.decode())))
    assert (lines[0]["credential_kind"], lines[0]["credential"]) == by_session
    assert key_id in {line["credential"] for line in lines}


def test_an_application_is_named_beside_its_user(tenant: Any) -> None:
    from backend.kernel import context
    from backend.kernel.permissions import Principal

    user, application, session = new_id(), new_id(), new_id()
    who = Principal("staff", user, tenant.id, tenant.schema)
    for facts, told in (
        ({"credential_id": application, "credential_kind": "application"}, ("application", application)),
        ({"session_id": session}, ("session", session)),
        ({}, (None, None)),
    ):
        with request_context(RequestContext()):
            context.identify(dataclasses.replace(who, **facts))
            actions.record(actions.VIEWED)
        newest = AuditEntry.objects.filter(action="data.viewed").order_by("-id")[0]
        assert (newest.actor_id, newest.credential_kind, newest.credential_id) == (user, *told)


def test_rights_over_the_log(as_role: Any, api: Any) -> None:
    reader = as_role("reader")
    assert reader.get("/audit-log").status == 200
    for path in ("/audit-log/export", "/access-log", "/security/alerts"):
        assert (reader.get(path).status, api.get(path).status) == (403, 401)
    codes = {row["code"]: row for row in reader.get("/audit-actions").json["data"]}
    assert codes["insert"]["kind"] == "change"
    assert codes["data.exported"]["label"] == "Data exported"
    russian = reader.get("/audit-actions", headers={"Accept-Language": "ru"}).json["data"]
    assert {row["code"]: row["label"] for row in russian}["data.exported"] == "Данные выгружены"


def test_the_chain_is_verified_over_http(as_role: Any) -> None:
    api = as_role("auditor")
    acted(actions.VIEWED, count=3)
    assert api.get("/audit-log/chain").json["unsealed"] >= 3
    chain.seal()
    shown = api.get("/audit-log/chain").json
    assert (shown["sound"], shown["fault"], shown["more"]) == (True, None, False)
    part = api.get("/audit-log/chain", query={"start": shown["last"] - 1, "limit": 1}).json
    assert (part["checked"], part["more"], part["sound"]) == (1, True, True)
    newest = api.get("/audit-log", query={"action": "data.viewed"}).json["data"][0]
    assert newest["sequence"] <= shown["last"]
    assert len(newest["hash"]) == 64


# -- the operator ---------------------------------------------------------------------------------------------


@pytest.fixture
def operator(tenant: Any, api_for: Any) -> Any:
    def make(*permissions: str) -> Any:
        with tenancy.tenant_context(tenancy.PUBLIC):
            code = f"o{new_id().hex[-10:]}"
            role = accounts.seed_roles([RoleSpec(code, {"en": "Operator"}, permissions)])[code]
            user = accounts.create_user(
                principal=None,
                name="O",
                kind="operator",
                email=f"{code}@example.com",
                assignments=[Grant(role)],
            )
            client = api_for(None).signed_in(accounts.issue_session_for(user.id).access_token)
        client.user = user
        return client

    return make


def test_an_operator_reads_the_log_of_a_business_and_is_named_in_it(tenant: Any, operator: Any) -> None:
    path = f"/platform/tenants/{encode('ten', tenant.id)}/audit-log"
    acted(actions.DOWNLOADED, count=3)
    client = operator("platform.tenant_audit.view")
    page = client.get(path, query={"action": "file.downloaded", "limit": "2"})
    assert page.status == 200, page
    assert [row["action"] for row in page.json["data"]] == ["file.downloaded"] * 2
    rest = client.get(
        path, query={"action": "file.downloaded", "limit": "2", "cursor": page.json["next_cursor"]}
    )
    assert len(rest.json["data"]) == 1
    looks = AuditEntry.objects.filter(action="data.viewed").order_by("id")
    assert [(look.actor_id, look.actor_kind, look.table) for look in looks] == [
        (client.user.id, "operator", "audit_log")
    ] * 2
    assert (looks[0].after or {})["filters"]["action"] == "file.downloaded"
    assert looks[0].credential_kind == "session"
    assert client.get(path, query={"ip": "10.0.0.0/99"}).status == 400
    # Who may see businesses, and the operators' own log, may not see theirs.
    other = operator("platform.tenant.view", "audit.entry.view")
    assert other.get(path).code == "permission_denied"
    assert client.get(f"/platform/tenants/{encode('ten', new_id())}/audit-log").status == 404
    assert looks.count() == 2


def test_the_operators_log_is_searched_by_business(tenant: Any, other_tenant: Any, operator: Any) -> None:
    from backend.platform.tenants.models import Domain

    client = operator("audit.entry.view", "audit.entry.export")
    domain = new_id()
    with tenancy.tenant_context(tenancy.PUBLIC):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE tenants_tenant SET name = 'Renamed' WHERE id = %s", [tenant.id])
            cursor.execute("UPDATE tenants_tenant SET name = 'Another' WHERE id = %s", [other_tenant.id])
        Domain.objects.create(id=domain, tenant_id=tenant.id, domain="a.example")
        Domain.objects.filter(pk=domain).update(domain="b.example")

    def found(**query: str) -> set[tuple[str, str]]:
        reply = client.get("/platform/audit-log", query={"limit": "100", **query})
        assert reply.status == 200, reply
        return {(row["table"], row["action"]) for row in reply.json["data"]}

    me = encode("ten", tenant.id)
    about = found(tenant=me, at_from=(clock.now() - timedelta(minutes=5)).isoformat().replace("+00:00", "Z"))
    assert {("tenants_tenant", "update"), ("tenants_domain", "insert"), ("tenants_domain", "update")} <= about
    rows = client.get("/platform/audit-log", query={"tenant": me, "limit": "100"}).json["data"]
    assert {row["resource"] for row in rows} >= {me, encode("dom", domain)}
    assert encode("ten", other_tenant.id) not in {row["resource"] for row in rows}
    both = f"{me},{encode('ten', other_tenant.id)}"
    assert found(tenant=both, table="tenants_tenant", action="update") == {("tenants_tenant", "update")}
    assert client.get("/platform/audit-log", query={"tenant": "alpha"}).status == 400
    lines = client.get("/platform/audit-log/export", query={"tenant": me}).body.decode()
    assert "tenants_domain" in lines
    assert encode("ten", other_tenant.id) not in lines


# -- requests -------------------------------------------------------------------------------------------------


def test_requests_are_logged_without_a_statement(as_role: Any, queries: Any) -> None:
    api = as_role("auditor")
    api.get("/audit-log", query={"limit": "1"})
    access.clear()
    with queries() as seen:
        api.get("/audit-log", query={"limit": "1"}, headers={"Request-Id": "req-number-1"})
    assert not [text for text in seen if "audit_access" in str(text)]
    api.get(f"/audit-log/{encode('aud', new_id())}")
    api.get("/no-such/../../thing")
    assert access.waiting() == 3
    assert access.flush() == 3
    assert access.flush() == 0
    rows = api.get("/access-log").json["data"]
    assert [(row["method"], row["route"], row["status"]) for row in reversed(rows)] == [
        ("GET", "/api/v1/audit-log", 200),
        ("GET", "/api/v1/audit-log/{id}", 404),
        ("GET", "(no route)", 404),
    ]
    first = rows[-1]
    assert (first["request_id"], first["actor"]) == ("req-number-1", encode("usr", api.user.id))
    assert (first["actor_kind"], first["ip"], first["duration_ms"] >= 0) == ("staff", "127.0.0.1", True)
    assert [r["status"] for r in api.get("/access-log", query={"status_from": "400"}).json["data"]] == [
        404,
        404,
    ]
    assert api.get("/access-log", query={"actor": encode("usr", new_id())}).json["data"] == []


def test_requests_go_each_to_its_business(as_role: Any, other_tenant: Any, api_for: Any) -> None:
    as_role("auditor").get("/audit-actions")
    api_for(other_tenant).get("/audit-actions")
    api_for(None).get("/platform/me")
    assert access.flush() == 3
    for info in (tenancy.current(), other_tenant, tenancy.PUBLIC):
        with tenancy.tenant_context(info):
            assert AccessEntry.objects.filter(at__gte=clock.now() - timedelta(minutes=1)).count() == 1


def test_what_the_database_does_not_take_waits(as_role: Any, monkeypatch: Any, caplog: Any) -> None:
    from django.db import OperationalError

    api = as_role("auditor")
    for _ in range(3):
        api.get("/audit-actions")

    def broken(_requests: Any) -> None:
        raise OperationalError("the server is gone")

    with monkeypatch.context() as patch:
        patch.setattr(access, "_write", broken)
        assert access.flush() == 0
    assert access.waiting() == 3
    assert "wait to be logged" in caplog.text
    assert access.flush() == 3


def test_memory_is_bounded_and_losses_are_told(tenant: Any, monkeypatch: Any, caplog: Any) -> None:
    from collections import deque

    monkeypatch.setattr(access, "MOST", 3)
    monkeypatch.setattr(access, "_waiting", deque(maxlen=3))
    one = access.Request(clock.now(), "GET", "/x", 200, 1, "", "anonymous", "", "req_1", "")
    for _ in range(5):
        access.note(tenant, one)
    assert access.flush() == 3
    assert "2 requests were not logged" in caplog.text


def test_the_writer_runs_by_itself(live_tenant: Any, api_for: Any, settings: Any, monkeypatch: Any) -> None:
    settings.ACCESS_LOG_WRITER = True
    monkeypatch.setattr(access, "SECONDS", 0.05)
    monkeypatch.setattr(access, "_writer_of", 0)
    stop, written = threading.Event(), threading.Event()
    monkeypatch.setattr(access, "_stop", stop)
    flush = access.flush

    def told() -> int:
        count = flush()
        if count:
            written.set()
        return count

    monkeypatch.setattr(access, "flush", told)
    monkeypatch.setattr(access.atexit, "register", lambda _call: None)
    try:
        api_for(live_tenant).get("/audit-actions")
        assert written.wait(10)
    finally:
        stop.set()
        for thread in threading.enumerate():
            if thread.name == "access-log":
                thread.join(5)
    assert AccessEntry.objects.count() == 1


# -- alerts ---------------------------------------------------------------------------------------------------


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
