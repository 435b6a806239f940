"""Tasks and cache keys carry the tenant; without Valkey, requests go on."""

from __future__ import annotations

import time
from typing import Any

import pytest
from celery import Celery
from django.core.cache import cache

from backend.config.celery import app as guildhall
from backend.kernel import tenancy
from backend.kernel.tenancy import PUBLIC, NoTenant, TenantInfo, tenant_context
from backend.kernel.tenancy.cache import TolerantRedisCache, tenant_key
from backend.kernel.tenancy.tasks import HEADER, TenantTask


@pytest.fixture
def tasks() -> dict[str, Any]:
    """An application of its own with a task of each scope; nothing is sent anywhere."""
    app = Celery("probe", task_cls=TenantTask, broker="memory://", set_as_current=False)

    @app.task(name="probe.tenant")
    def tenant() -> str:
        return tenancy.current().schema

    @app.task(name="probe.public", scope="public")
    def public() -> str:
        return tenancy.current().schema

    @app.task(name="probe.any", scope="any")
    def either() -> str:
        return tenancy.current().schema

    @app.task(name="probe.retrying", bind=True)
    def retrying(self: Any) -> int:
        return int(self.request.retries)

    return {"tenant": tenant, "public": public, "any": either, "retrying": retrying}


def run(task: Any, tenant_id: str | None, **options: Any) -> Any:
    """What a worker does with a message that has come."""
    headers = {HEADER: tenant_id} if tenant_id else {}
    return task.apply(headers=headers, throw=True, **options).get()


def test_the_project_uses_it() -> None:
    assert issubclass(guildhall.Task, TenantTask)


def test_runs_in_the_senders_tenant(tasks: dict[str, Any], alpha: TenantInfo) -> None:
    assert run(tasks["tenant"], alpha.id.hex) == alpha.schema
    assert run(tasks["any"], PUBLIC.id.hex) == "public"
    assert run(tasks["public"], None) == "public"
    assert tenancy.current_or_none() is None


def test_a_retry_knows_that_it_is_one(tasks: dict[str, Any], alpha: TenantInfo) -> None:
    assert run(tasks["retrying"], alpha.id.hex, retries=2) == 2


def test_refuses_to_run_without_a_tenant(tasks: dict[str, Any], alpha: TenantInfo) -> None:
    for header in (None, PUBLIC.id.hex, "00000000000000000000000000000099"):
        with pytest.raises(NoTenant):
            run(tasks["tenant"], header)
    # The tenant of the process that runs it does not stand in for a missing one.
    with tenant_context(alpha), pytest.raises(NoTenant):
        run(tasks["tenant"], None)


def test_refuses_to_send_without_a_tenant(tasks: dict[str, Any]) -> None:
    with pytest.raises(NoTenant):
        tasks["tenant"].delay()
    with tenant_context(PUBLIC), pytest.raises(NoTenant):
        tasks["tenant"].delay()


def test_the_message_carries_the_tenant(
    tasks: dict[str, Any], alpha: TenantInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []
    task = tasks["tenant"]
    monkeypatch.setattr(task.app, "send_task", lambda *args, **options: sent.append(options))
    with tenant_context(alpha):
        task.apply_async(headers={"other": 1})
    assert sent[0]["headers"] == {"other": 1, HEADER: alpha.id.hex}


def test_a_dead_broker_is_not_waited_for(alpha: TenantInfo) -> None:
    app = Celery("dead", task_cls=TenantTask, set_as_current=False)
    app.conf.update(guildhall.conf.changes)
    app.conf.broker_url = "redis://127.0.0.1:1"

    @app.task(name="dead.task")
    def task() -> None:
        raise AssertionError("it was not sent")

    started = time.perf_counter()
    with tenant_context(alpha):
        assert task.delay() is None
    assert time.perf_counter() - started < 2


def test_keys_do_not_meet(alpha: TenantInfo, beta: TenantInfo) -> None:
    with tenant_context(alpha):
        cache.set("same", "alpha's", 10)
        assert cache.get("same") == "alpha's"
    with tenant_context(beta):
        assert cache.get("same") is None
    with pytest.raises(NoTenant):
        tenant_key("same", "", 1)


def test_a_dead_cache_is_an_empty_one(alpha: TenantInfo) -> None:
    dead = TolerantRedisCache(
        "redis://127.0.0.1:1",
        {"KEY_FUNCTION": tenant_key, "OPTIONS": {"socket_timeout": 0.2, "socket_connect_timeout": 0.2}},
    )
    with tenant_context(alpha):
        dead.set("a", 1)
        assert dead.get("a", "nothing") == "nothing"
        assert dead.get_many(["a"]) == {}
        assert dead.has_key("a") is False
        assert dead.delete("a") is False
        with pytest.raises(ValueError):
            dead.incr("a")
