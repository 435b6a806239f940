"""The tenant that runs is right in threads, coroutines and pools."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connection

from backend.kernel import tenancy
from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, NoTenant, TenantInfo, tenant_context


def schema() -> str:
    """The schema that a statement runs in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return str(cursor.fetchone()[0])


def test_none_and_public(database: str) -> None:
    with pytest.raises(NoTenant):
        tenancy.current()
    assert tenancy.current_or_none() is None
    with tenant_context(PUBLIC):
        assert tenancy.is_public()
        with pytest.raises(NoTenant):
            tenancy.require_tenant()


def test_the_former_comes_back_after_an_error(alpha: TenantInfo, beta: TenantInfo) -> None:
    with tenant_context(alpha):
        with pytest.raises(KeyError), tenant_context(beta):
            raise KeyError
        assert tenancy.current() == alpha


def test_threads_do_not_mix(
    alpha: TenantInfo, beta: TenantInfo, run_parallel: Callable[..., list[Any]]
) -> None:
    pair = (alpha, beta)

    def work(index: int) -> list[str]:
        with tenant_context(pair[index % 2]):
            return [schema() for _ in range(30)]

    for index, seen in enumerate(run_parallel(work, 6)):
        assert set(seen) == {pair[index % 2].schema}


def test_a_new_thread_has_no_tenant(alpha: TenantInfo) -> None:
    import threading

    seen: list[BaseException] = []

    def work() -> None:
        try:
            schema()
        except NoTenant as error:
            seen.append(error)
        finally:
            connection.close()

    with tenant_context(alpha):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert len(seen) == 1


def test_coroutines_do_not_mix(alpha: TenantInfo, beta: TenantInfo) -> None:
    """The trap of schema-on-the-connection: set, then await, and the query runs somewhere else."""

    async def work(tenant: TenantInfo) -> list[str]:
        found = []
        with tenant_context(tenant):
            for _ in range(10):
                found.append(await sync_to_async(schema)())
                await asyncio.sleep(0)
                assert tenancy.current() == tenant
                await Sequence.objects.acount()
        return found

    async def both() -> list[list[str]]:
        return await asyncio.gather(work(alpha), work(beta), work(alpha))

    first, second, third = asyncio.run(both())
    assert set(first) == set(third) == {alpha.schema}
    assert set(second) == {beta.schema}
