"""The same POST twice has one effect and one answer."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings as django_settings

from backend.kernel import clock, schedule
from backend.kernel.api import idempotency
from backend.kernel.api.tasks import forget_keys
from backend.kernel.models import IdempotencyKey
from tests.business.organizations.people import sign_in

ROOT = Path(__file__).resolve().parents[3]
BODY = {"name": "Ada Lovelace"}


@pytest.fixture
def client(live_api: Any) -> Any:
    return sign_in(live_api, "customers.*")


def key() -> dict[str, str]:
    return {"Idempotency-Key": uuid.uuid4().hex}


def count(client: Any) -> int:
    return int(client.get("/customers", query={"count": "true"}).json["total"])


def test_a_key_is_remembered_for_two_days_and_forgotten_by_the_daily_task(client: Any) -> None:
    head, later = key(), key()
    assert client.post("/customers", json=BODY, headers=head).status == 201
    row = IdempotencyKey.objects.get(key=head["Idempotency-Key"])
    assert "api.forget_keys" in schedule.DAILY
    with clock.use(clock.Frozen(row.created_at + idempotency.KEPT)):
        forget_keys.run()
        assert IdempotencyKey.objects.filter(pk=row.pk).exists()
    assert client.post("/customers", json=BODY, headers=later).status == 201
    with clock.use(clock.Frozen(row.created_at + idempotency.KEPT + timedelta(microseconds=1))):
        assert forget_keys.run() == 1
    assert not IdempotencyKey.objects.filter(pk=row.pk).exists()
    assert IdempotencyKey.objects.filter(key=later["Idempotency-Key"]).exists()


def test_a_replay(client: Any) -> None:
    head = key()
    first = client.post("/customers", json=BODY, headers=head)
    again = client.post("/customers", json=BODY, headers=head)
    assert (first.status, again.status, again.body) == (201, 201, first.body)
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Request-Id"] != first.headers["Request-Id"]
    assert count(client) == 1


def test_a_key_belongs_to_its_request_and_its_owner(client: Any, live_api: Any) -> None:
    head = key()
    assert client.post("/customers", json=BODY, headers=head).status == 201
    for path, body in (("/customers", {"name": "Another"}), ("/customers/bulk", BODY)):
        reused = client.post(path, json=body, headers=head)
        assert (reused.status, reused.code) == (422, "idempotency_key_reused"), path
    assert count(client) == 1
    # Somebody else may use the same text.
    other = sign_in(live_api, "customers.*")
    assert other.post("/customers", json={"name": "Grace Hopper"}, headers=head).status == 201
    assert count(client) == 2


@pytest.mark.parametrize("bad", ["", " ", "a b", "a" * 256, "é", "a\tb"])
def test_keys_that_are_none(client: Any, bad: str) -> None:
    reply = client.post("/customers", json=BODY, headers={"Idempotency-Key": bad})
    assert (reply.status, reply.code) == (400, "idempotency_key_invalid")
    assert count(client) == 0


def test_a_refusal_is_kept(client: Any) -> None:
    head = key()
    first = client.post("/customers", json={"surprise": 1}, headers=head)
    again = client.post("/customers", json={"surprise": 1}, headers=head)
    assert (first.status, again.status) == (400, 400)
    assert again.headers["Idempotent-Replayed"] == "true"


def test_a_fault_of_ours_is_not_kept(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.business.customers.api.views import CustomerResource
    from backend.kernel.db import DatabaseBusy

    head = key()
    real = CustomerResource.services["create"]

    def busy(**_data: Any) -> Any:
        raise DatabaseBusy(retry_after=1)

    monkeypatch.setattr(CustomerResource, "services", {**CustomerResource.services, "create": busy})
    refused = client.post("/customers", json=BODY, headers=head)
    assert (refused.status, refused.headers["Retry-After"]) == (503, "1")
    monkeypatch.setattr(CustomerResource, "services", {**CustomerResource.services, "create": real})
    done = client.post("/customers", json=BODY, headers=head)
    assert done.status == 201
    assert "Idempotent-Replayed" not in done.headers


def test_while_the_first_runs_the_second_waits(
    client: Any, monkeypatch: pytest.MonkeyPatch, run_parallel: Any
) -> None:
    from backend.business.customers.api.views import CustomerResource

    head, inside, go = key(), threading.Event(), threading.Event()
    real = CustomerResource.services["create"]

    def slow(**data: Any) -> Any:
        inside.set()
        assert go.wait(30)
        return real(**data)

    monkeypatch.setattr(CustomerResource, "services", {**CustomerResource.services, "create": slow})

    def send(index: int) -> Any:
        if index == 0:
            return client.post("/customers", json=BODY, headers=head)
        assert inside.wait(30)
        try:
            return client.post("/customers", json=BODY, headers=head)
        finally:
            go.set()

    first, second = run_parallel(send, 2)
    assert first.status == 201
    assert (second.status, second.code, second.headers["Retry-After"]) == (409, "request_in_flight", "1")
    assert count(client) == 1


def test_fifty_at_once_have_one_effect(client: Any, live_api: Any, run_parallel: Any) -> None:
    head = key()
    replies = run_parallel(lambda _i: client.post("/customers", json=BODY, headers=head), 50)
    assert {reply.status for reply in replies} <= {201, 409}
    assert {reply.code for reply in replies if reply.status == 409} <= {"request_in_flight"}
    made = {reply.json["id"] for reply in replies if reply.status == 201}
    assert len(made) == 1
    assert sum("Idempotent-Replayed" not in reply.headers for reply in replies if reply.status == 201) == 1
    assert count(client) == 1


def test_a_lease_that_is_over_is_taken_and_its_holder_does_nothing(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.business.customers.api.views import CustomerResource

    head = key()
    real = CustomerResource.services["create"]
    inner: list[Any] = []

    def slow(**data: Any) -> Any:
        if not inner:
            # Longer than the lease: a retry takes the key over and does the work, in a connection of its own.
            inner.append(None)
            IdempotencyKey.objects.update(lease=uuid.uuid4())
        return real(**data)

    monkeypatch.setattr(CustomerResource, "services", {**CustomerResource.services, "create": slow})
    late = client.post("/customers", json=BODY, headers=head)
    assert (late.status, late.code) == (409, "idempotency_lease_lost")
    assert count(client) == 0


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before the commit", "after the commit"])
def test_a_process_killed_on_the_way(live_tenant: Any, client: Any, moment: str) -> None:
    head = key()
    # The child dies at the very end of the transaction, on one side of COMMIT or on the other.
    program = textwrap.dedent(
        """
        import os, sys, django
        django.setup()
        from django.conf import settings
        from django.db import connection
        from django.db.backends.base.base import BaseDatabaseWrapper
        from django.test import Client
        after = sys.argv[1] == "after the commit"
        real = BaseDatabaseWrapper.commit
        def commit(self):
            with self.cursor() as cursor:
                cursor.execute("SELECT 1 FROM customers_customer")
                last = cursor.fetchone() is not None
            if last and after:
                real(self)
            if last:
                os._exit(9)
            real(self)
        BaseDatabaseWrapper.commit = commit
        Client(raise_request_exception=True).generic(
            "POST", "/api/v1/customers", data='{"name": "Ada Lovelace"}', content_type="application/json",
            headers={"Host": "testserver", "X-Tenant": sys.argv[2], "Authorization": "Bearer " + sys.argv[3],
                     "Idempotency-Key": sys.argv[4]})
        os._exit(3)
        """
    )
    parts = urlsplit(os.environ["DATABASE_URL"])
    database = urlunsplit(parts._replace(path="/" + django_settings.DATABASES["default"]["NAME"]))
    done = subprocess.run(
        [sys.executable, "-c", program, moment, live_tenant.slug, client.token, head["Idempotency-Key"]],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "backend.config.settings"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 9, done.stderr[-2000:]
    assert count(client) == (1 if moment == "after the commit" else 0)
    if moment == "before the commit":
        assert IdempotencyKey.objects.filter(key=head["Idempotency-Key"], status=None).exists()
    died = time.monotonic()
    reply = client.post("/customers", json=BODY, headers=head)
    while reply.code == "request_in_flight" and time.monotonic() < died + 2:
        time.sleep(0.1)
        reply = client.post("/customers", json=BODY, headers=head)
    # Long before its lease ends.
    assert time.monotonic() < died + 2
    assert reply.status == 201, reply
    assert (reply.headers.get("Idempotent-Replayed") == "true") == (moment == "after the commit")
    assert count(client) == 1


def test_a_holder_that_lives_keeps_its_key_until_its_lease_ends(live_tenant: Any, run_parallel: Any) -> None:
    held = idempotency.claim("somebody", "a-key", b"mark", locked=True)
    assert isinstance(held, idempotency.Claim)
    working, tried = threading.Event(), threading.Event()
    start = clock.now()

    def retry(seconds: float, *, locked: bool = True) -> Any:
        with clock.use(lambda: start + timedelta(seconds=seconds)):
            return idempotency.claim("somebody", "a-key", b"mark", locked=locked)

    def act(index: int) -> None:
        if index == 0:
            with idempotency.transaction_of(held):
                working.set()
                assert tried.wait(10)
            return
        try:
            assert working.wait(10)
            with pytest.raises(idempotency.RequestInFlight):
                retry(30)
        finally:
            tried.set()

    run_parallel(act, 2)
    # Nobody holds it now. In the first second it may be about to begin; outside a transaction nothing is known.
    for moment, locked in ((0.5, True), (30, False)):
        with pytest.raises(idempotency.RequestInFlight):
            retry(moment, locked=locked)
    assert isinstance(second := retry(2), idempotency.Claim)
    assert second.lease != held.lease
    assert isinstance(retry(63, locked=False), idempotency.Claim)
