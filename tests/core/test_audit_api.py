"""The audit through the API: search, export, chain; the log of requests; alerts."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.core.audit import access, chain, selectors
from backend.core.audit.models import AccessEntry, AuditEntry
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


def signed_in_as(api: Any) -> Any:
    """A client's maker: of a new person with a role of `ROLES`."""
    roles = accounts.seed_roles(ROLES)

    def make(code: str) -> Any:
        user = person(assignments=[Grant(roles[code])])
        client = api.signed_in(accounts.issue_session_for(user.id).access_token)
        client.user = user
        return client

    return make


@pytest.fixture
def as_role(api: Any) -> Any:
    return signed_in_as(api)


def acted(action: actions.Action, *, ip: str = "192.0.2.7", count: int = 1, **facts: Any) -> None:
    imp = facts.pop("imp", "")
    with request_context(
        RequestContext(ip=ip, actor_kind="anonymous", impersonator=imp, user_agent="=cmd()")
    ):
        for _ in range(count):
            actions.record(action, **facts)


# -- the log --------------------------------------------------------------------------------------------------


def test_ids_within_a_row_are_those_of_the_api(as_role: Any) -> None:
    api = as_role("auditor")
    me = api.get("/me").json
    query = {"resource": me["session"], "action": "insert"}
    (made,) = api.get("/audit-log", query=query).json["data"]
    assert made["after"]["id"] == made["resource"] == me["session"]
    assert (made["after"]["user_id"], made["after"]["impersonator_id"]) == (me["id"], None)
    (line,) = csv.DictReader(io.StringIO(api.get("/audit-log/export", query=query).body.decode()))
    assert json.loads(line["after"]) == made["after"]
    # A column that no foreign key explains goes by what it is called; what is no id is left as it is.
    row = AuditEntry(table="tenants_impersonation")
    key = new_id()
    told = selectors.columns(row, {"tenant_id": str(key), "operator_id": str(key), "user_id": "***"})
    assert told == {"tenant_id": encode("ten", key), "operator_id": encode("usr", key), "user_id": "***"}
    assert selectors.columns(AuditEntry(table="audit_log"), {"id": str(key)}) == {"id": str(key)}


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
    client = operator("platform.tenant_audit.view", "platform.tenant.manage")
    page = client.get(path, query={"action": "file.downloaded", "limit": "2"})
    assert page.status == 200, page
    # What may be done with the business is not what may be done with an entry.
    assert [row["allowed_actions"] for row in page.json["data"]] == [[], []]
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
