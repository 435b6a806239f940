"""Finding the tenant: kept answers, their age, and word of a change to other processes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
import redis
from django.conf import settings

from backend.kernel import tenancy
from backend.kernel.ids import encode
from backend.kernel.tenancy import TenantInfo, directory, tenant_context
from backend.platform.tenants.models import Domain, Tenant

Queries = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture(autouse=True)
def forget(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins with nothing known, and nothing is forgotten that other workers' tests change."""
    heard = directory._heard
    monkeypatch.setattr(directory, "_heard", lambda message: message.startswith("*") or heard(message))
    tenancy.forget_tenant(None)
    yield
    tenancy.forget_tenant(None)


def test_by_slug_id_and_host(alpha: TenantInfo) -> None:
    assert tenancy.resolve_name("alpha") == alpha
    assert tenancy.resolve_name(encode("ten", alpha.id)) == alpha
    assert tenancy.resolve_id(alpha.id) == alpha
    assert tenancy.resolve_host(f"Alpha.{settings.TENANCY['BASE_DOMAIN']}") == alpha


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nobody",
        "ALPHA",
        "al\x00pha",
        "a" * 64,
        "ten_",
        "ten_zzzz",
        "ten_01h455vb4pex5vsknk084sn02q",
        "'; --",
    ],
)
def test_unknown_names(name: str) -> None:
    assert tenancy.resolve_name(name) is None


@pytest.mark.parametrize(
    "host", ["", "nobody.example", "x.alpha.guildhall.localhost", "alpha", "a\x00b", "é.example"]
)
def test_unknown_hosts(host: str, alpha: TenantInfo) -> None:
    assert tenancy.resolve_host(host) is None


def test_own_domain_answers_once_verified(public: TenantInfo, alpha: TenantInfo) -> None:
    domain = Domain.objects.create(domain="shop.example", tenant_id=alpha.id)
    assert tenancy.resolve_host("shop.example") is None
    from backend.kernel import clock

    Domain.objects.filter(pk=domain.pk).update(verified_at=clock.now())
    tenancy.forget_tenant(alpha.id)
    assert tenancy.resolve_host("shop.example") == alpha


def test_warm_answers_cost_nothing(alpha: TenantInfo, queries: Queries) -> None:
    tenancy.resolve_name("alpha")
    tenancy.resolve_host("nobody.example")
    with queries() as seen:
        for _ in range(5):
            assert tenancy.resolve_name("alpha") == alpha
            assert tenancy.resolve_host("nobody.example") is None
    assert seen == []


def test_an_answer_ages(alpha: TenantInfo, queries: Queries, monkeypatch: pytest.MonkeyPatch) -> None:
    tenancy.resolve_name("alpha")
    tenancy.resolve_name("nobody")
    now = directory.time.monotonic()
    monkeypatch.setattr(directory.time, "monotonic", lambda: now + directory.NEGATIVE_SECONDS + 1)
    with queries() as seen:
        tenancy.resolve_name("alpha")
        assert seen == []
        tenancy.resolve_name("nobody")
        assert len(seen) == 1
    monkeypatch.setattr(directory.time, "monotonic", lambda: now + directory.POSITIVE_SECONDS + 1)
    with queries() as seen:
        tenancy.resolve_name("alpha")
    assert len(seen) == 1


def test_invented_names_push_no_tenant_out(
    alpha: TenantInfo, queries: Queries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "NEGATIVE_CAPACITY", 10)
    tenancy.resolve_name("alpha")
    for index in range(50):
        tenancy.resolve_name(f"nobody-{index}")
    assert len(directory._answers._missing) == 10
    with queries() as seen:
        tenancy.resolve_name("alpha")
    assert seen == []


def test_a_change_is_seen_here_at_once(live_tenant: TenantInfo) -> None:
    tenancy.resolve_id(live_tenant.id)
    with tenant_context(tenancy.PUBLIC):
        Tenant.objects.filter(id=live_tenant.id).update(name="Renamed")
    tenancy.forget_tenant(live_tenant.id)
    found = tenancy.resolve_id(live_tenant.id)
    assert found is not None
    assert found.name == "Renamed"


def test_a_change_is_told_by_valkey(alpha: TenantInfo) -> None:
    """What another process publishes is forgotten here."""
    client = redis.Redis.from_url(settings.REDIS_URL)
    tenancy.resolve_name("alpha")
    key = ("slug", "alpha")
    deadline = directory.time.monotonic() + 10
    while True:
        # The listener may not have subscribed yet: say it until it is heard.
        tenancy.resolve_name("alpha")
        assert client.publish(directory.CHANNEL, alpha.id.hex) >= 0
        directory.time.sleep(0.05)
        if not directory._answers.get(key)[0]:
            break
        assert directory.time.monotonic() < deadline, "the change was not heard"


def test_one_s_own_word_takes_nothing_that_was_asked_since(alpha: TenantInfo, queries: Queries) -> None:
    said: list[str] = []

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(directory, "_publish", said.append)
        tenancy.forget_tenant(alpha.id)
    tenancy.resolve_name("alpha")
    directory._heard(said[0])
    with queries() as seen:
        tenancy.resolve_name("alpha")
    assert seen == []
    directory._heard(said[0].replace(directory._ORIGIN, uuid.uuid4().hex))
    with queries() as seen:
        tenancy.resolve_name("alpha")
    assert len(seen) == 1


def test_an_answer_from_before_a_change_is_not_kept(
    live_tenant: TenantInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change commits and is told while another thread, which read before it, has not kept its answer yet."""
    asked = directory._directory
    assert asked is not None

    class Slow:
        by_host, by_slug = asked.by_host, asked.by_slug

        def by_id(self, tenant_id: uuid.UUID) -> TenantInfo | None:
            before = asked.by_id(tenant_id)
            Tenant.objects.filter(id=tenant_id).update(name="Renamed meanwhile")
            tenancy.forget_tenant(tenant_id)
            return before

    with monkeypatch.context() as patched:
        patched.setattr(directory, "_directory", Slow())
        tenancy.resolve_id(live_tenant.id)
    found = tenancy.resolve_id(live_tenant.id)
    assert found is not None
    assert found.name == "Renamed meanwhile"


def test_a_dead_valkey_stops_nobody(alpha: TenantInfo, settings: object) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1"  # type: ignore[attr-defined]
    tenancy.resolve_name("alpha")
    tenancy.forget_tenant(alpha.id)
    assert tenancy.resolve_name("alpha") == alpha


def test_names_of_schemas() -> None:
    tenant_id = uuid.uuid4()
    schema = tenancy.schema_of(tenant_id)
    assert tenancy.tenant_of_schema(schema) == tenant_id
    assert tenancy.role_of(schema) == f"tr_{tenant_id.hex}"
    for name in ("public", "t_", "t_" + "g" * 32, schema + "\n", "T_" + tenant_id.hex):
        with pytest.raises(ValueError):
            tenancy.role_of(name)
