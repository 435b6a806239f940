"""The wall in the parts beside the routes: bulk, cursors, keys, bytes, cache, jobs and the live stream."""

from __future__ import annotations

import io
import uuid
from typing import Any

import pytest
from celery import current_app
from django.core.cache import cache
from starlette.requests import HTTPConnection

from backend.business.customers.models import Customer
from backend.config import listening
from backend.core.files.facade import tenant_storage
from backend.core.files.models import File
from backend.core.files.storage import InvalidKey
from backend.kernel import db
from backend.kernel.errors import DomainError
from backend.kernel.events import relay, signals
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import PUBLIC, NoTenant, TenantInfo, tenant_context
from backend.kernel.tenancy.tasks import HEADER
from tests.contract.calls import Sent
from tests.contract.test_authorization import digest
from tests.contract.world import World
from tests.kernel.tenancy.siege import MARK, Siege, host_of

# -- bulk, cursors, keys ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "prefix", "data"),
    [
        ("/orders/bulk", "ord", {"comment": "mine"}),
        ("/customers/bulk", "cus", {"name": "mine"}),
        ("/price-rules/bulk", "prc", {"name": "mine"}),
        ("/products/bulk", "products", {"name": {"en": "mine"}}),
    ],
)
def test_bulk_reaches_no_row_of_theirs(path: str, prefix: str, data: dict[str, Any], siege: Siege) -> None:
    with tenant_context(siege.other.info):
        before = digest(siege.other.info.schema)
    operations = [{"action": "update", "id": siege.other.ids[prefix], "data": data}]
    reply = siege.send("POST", path, json={"operations": operations})
    statuses = (
        {line["status"] for line in reply.json["results"]} if reply.json.get("results") else {reply.status}
    )
    assert statuses == {404}, reply
    with tenant_context(siege.other.info):
        assert digest(siege.other.info.schema) == before


def test_a_cursor_of_theirs_is_none_of_ours(siege: Siege) -> None:
    other = siege.other
    cursor = other.api.get("/services", query={"limit": "1"}, token=other.token).json["next_cursor"]
    assert cursor
    assert other.api.get("/services", query={"cursor": cursor}, token=other.token).status == 200
    refused = siege.send("GET", "/services", query={"cursor": cursor})
    assert (refused.status, refused.code) == (404, "cursor_unknown")


def test_a_key_of_theirs_gives_no_answer_of_theirs(siege: Siege) -> None:
    """Idempotency keys are kept apart: the same key and body make a row of our own."""
    key, body = uuid.uuid4().hex, {"name": MARK, "contacts": []}
    headers = {"Idempotency-Key": key}
    theirs = siege.other.api.post("/customers", json=body, headers=headers, token=siege.other.token)
    ours = siege.send("POST", "/customers", json=body, headers=headers)
    assert (theirs.status, ours.status) == (201, 201)
    assert theirs.json["id"] != ours.json["id"]
    assert "Idempotency-Replayed" not in ours.headers
    again = siege.other.api.post("/customers", json=body, headers=headers, token=siege.other.token)
    assert again.json["id"] == theirs.json["id"]


def test_an_etag_of_theirs_is_none_of_ours(siege: Siege) -> None:
    theirs = siege.other.api.get("/organization", token=siege.other.token)
    ours = siege.send("GET", "/organization", headers={"If-None-Match": theirs.headers["ETag"]})
    assert MARK not in ours.body.decode()
    assert ours.status == 200
    changed = siege.send(
        "PATCH", "/organization", json={"legal_name": "Ours"}, headers={"If-Match": theirs.headers["ETag"]}
    )
    after = siege.other.api.get("/organization", token=siege.other.token)
    assert after.json["legal_name"] == MARK, changed


def test_a_forwarded_host_is_not_believed(siege: Siege) -> None:
    reply = siege.send(
        "GET",
        "/organization",
        headers={
            "X-Forwarded-Host": host_of(siege.other.info),
            "Forwarded": f"host={host_of(siege.other.info)}",
            "X-Original-Host": host_of(siege.other.info),
        },
    )
    assert reply.status == 200
    assert MARK not in reply.body.decode()


# -- files, cache, jobs, stream ---------------------------------------------------------------------------


def test_bytes_of_theirs_are_in_no_place_of_ours(siege: Siege) -> None:
    with tenant_context(siege.other.info):
        theirs = File.objects.get(pk=decode("fil", siege.other.ids["fil"]))
        key = f"{theirs.storage_key[:-64]}{'0' * 64}"
        tenant_storage().put(key, io.BytesIO(MARK.encode()))
    try:
        with tenant_context(siege.own.info):
            assert tenant_storage().size(key) is None
            tenant_storage().delete(key)
            for climbing in (
                f"../{siege.other.info.schema}/{key}",
                f"blobs/../../{siege.other.info.schema}/{key}",
                f"{siege.other.info.schema}/{key}",
                f"/{siege.other.info.schema}/{key}",
            ):
                with pytest.raises(InvalidKey):
                    tenant_storage().open(climbing)
        with tenant_context(siege.other.info):
            assert tenant_storage().size(key) == len(MARK)
    finally:
        with tenant_context(siege.other.info):
            tenant_storage().delete(key)


def test_a_report_over_a_branch_of_theirs_is_nothing(siege: Siege) -> None:
    query = {"branch": siege.other.ids["brn"]}
    at_home = siege.other.api.get("/reports/trial-balance", query=query, token=siege.other.token)
    reply = siege.send("GET", "/reports/trial-balance", query=query)
    assert {row["debit"]["amount"] for row in reply.json["lines"]} <= {"0.00"}
    assert {row["debit"]["amount"] for row in at_home.json["lines"]} > {"0.00"}


def test_cache_keys_do_not_meet(siege: Siege) -> None:
    with tenant_context(siege.other.info):
        cache.set("wall", MARK)
    try:
        with tenant_context(siege.own.info):
            schema = siege.other.info.schema
            for key in ("wall", f"{schema}::1:wall", f"../{schema}::1:wall", f"{schema}:wall", "*"):
                assert cache.get(key) is None
            assert cache.get_many(["wall", f"{schema}::1:wall"]) == {}
            cache.delete("wall")
            cache.set("wall", "ours")
        with tenant_context(siege.other.info):
            assert cache.get("wall") == MARK
    finally:
        for info in (siege.own.info, siege.other.info):
            with tenant_context(info):
                cache.delete("wall")


@pytest.mark.parametrize("header", [None, "", PUBLIC.id.hex, "3f2c1a9e8b7d4c6fa5e4d3c2b1a09f8e"])
def test_a_job_without_its_business_does_not_run(header: str | None, siege: Siege) -> None:
    current_app.loader.import_default_modules()
    task = current_app.tasks[_business_task()]
    headers = {} if header is None else {HEADER: header}
    task.push_request(headers=headers, called_directly=False)
    try:
        with pytest.raises(NoTenant):
            task()
    finally:
        task.pop_request()


def _business_task() -> str:
    return min(
        name
        for name, task in current_app.tasks.items()
        if getattr(task, "scope", "") == "tenant" and not name.startswith("probe")
    )


def test_a_job_sees_the_rows_of_its_business_alone(siege: Siege) -> None:
    """A job that is sent with ids, or marks, of the other business finds nothing: it is in its own schema."""
    with tenant_context(siege.other.info), db.transaction():
        signals.raise_signal("events")
    with tenant_context(siege.own.info), db.transaction():
        assert not Customer.objects.filter(pk=decode("cus", siege.other.ids["cus"])).exists()
        signals.clear("events")
    with tenant_context(siege.other.info), db.transaction():
        assert signals.clear("events") >= 1, "its mark is still there"


def test_an_event_of_theirs_comes_to_no_endpoint_of_ours(siege: Siege) -> None:
    """Both have an endpoint for the same type of event; one business's order makes the other no delivery."""
    other = siege.other

    def deliveries(world: World) -> list[str]:
        shown = world.send("webhook_deliveries_list", Sent(query={"limit": "100"})).json["data"]
        return [row["id"] for row in shown]

    ours, theirs = deliveries(siege.own), deliveries(other)
    with tenant_context(other.info):
        other.made("orders_create")
        relay.run()
    relay.run()
    assert len(deliveries(other)) > len(theirs)
    assert deliveries(siege.own) == ours


def listener(
    siege: Siege, *, named: TenantInfo, host: str = "testserver", query: str = "", **more: str
) -> Any:
    """What the live stream's door makes of a request with the owner's token."""
    headers = {
        "host": host,
        "x-tenant": named.slug,
        "authorization": f"Bearer {siege.own.token}",
        **more,
    }
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/api/v1/events/stream",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "server": ("testserver", 80),
        "scheme": "http",
        "client": ("127.0.0.1", 1),
    }
    return listening.admit(HTTPConnection(scope))


@pytest.mark.parametrize(
    ("host", "code"),
    [("testserver", "token_invalid"), ("own", "tenant_mismatch"), ("other", "token_invalid")],
)
def test_the_stream_of_theirs_is_closed(host: str, code: str, siege: Siege) -> None:
    hosts = {"own": host_of(siege.own.info), "other": host_of(siege.other.info)}
    with pytest.raises(DomainError) as refusal:
        listener(siege, named=siege.other.info, host=hosts.get(host, host))
    assert refusal.value.code == code


def test_topics_name_types_and_no_business(siege: Siege) -> None:
    for topics in (
        siege.other.info.schema,
        f"{siege.other.info.slug}.*",
        "../*",
        encode("ten", siege.other.info.id),
    ):
        with pytest.raises(DomainError) as refusal:
            listener(siege, named=siege.own.info, query=f"topics={topics}")
        assert refusal.value.code == "event_topic_unknown"


def test_a_position_of_theirs_is_a_place_in_ours(siege: Siege) -> None:
    """Resuming after an event of theirs is refused, and a number is a place in the own business's row of events."""
    with pytest.raises(DomainError):
        listener(siege, named=siege.own.info, **{"last-event-id": siege.other.ids["evt"]})
    session = listener(siege, named=siege.own.info, query="after=0")
    assert session.tenant.id == siege.own.info.id
