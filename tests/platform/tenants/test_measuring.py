"""`make_tenants` and `measure_tenants`: they do what they say, and leave nothing but what they say."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants import migration, services
from backend.platform.tenants.management.commands import make_tenants, measure_tenants
from backend.platform.tenants.models import RenderedMigration, SchemaMigration, Tenant
from backend.platform.tenants.owner import owner_connection


@pytest.fixture
def measured(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[TenantInfo]]:
    """The businesses for measurements, which alone are measured; dropped at the end."""

    def found() -> list[TenantInfo]:
        with tenant_context(PUBLIC):
            rows = Tenant.objects.filter(slug__startswith=make_tenants.PREFIX).order_by("slug")
            return [tenant.info() for tenant in rows]

    monkeypatch.setattr(migration, "tenant_infos", found)
    monkeypatch.setattr(measure_tenants, "tenant_infos", found)
    call_command("make_tenants", count=3, workers=2, stdout=io.StringIO())
    yield found()
    connections.close_all()
    for info in found():
        services.drop_tenant(tenant_id=info.id)


def test_it_makes_what_is_lacking(measured: list[TenantInfo]) -> None:
    assert [info.slug for info in measured] == ["measure-000000", "measure-000001", "measure-000002"]
    assert len({info.pack for info in measured}) == 3, "of each pack in turn"
    said = io.StringIO()
    call_command("make_tenants", count=3, stdout=said)
    assert said.getvalue() == ""


def test_figures_are_told_and_nothing_is_left(
    measured: list[TenantInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure_tenants, "QUERIES", 5)
    monkeypatch.setattr(measure_tenants, "ROUNDS", 1)
    with tenant_context(PUBLIC):
        before = Tenant.objects.count()
    said = io.StringIO()
    call_command("measure_tenants", migrate=True, stdout=said)
    text = said.getvalue()
    assert "with 3 businesses:" in text
    assert re.search(r"from the pool: -?\d+ ms \(target < 50\)", text)
    assert "a new column in 3 schemas" in text
    with tenant_context(PUBLIC):
        assert Tenant.objects.count() == before
        assert not RenderedMigration.objects.filter(name__startswith=measure_tenants.NAME).exists()
        assert not SchemaMigration.objects.filter(name__startswith=measure_tenants.NAME).exists()
    assert migration.lacking() == {}
    with owner_connection() as owner:
        row = owner.execute(
            "SELECT 1 FROM information_schema.columns WHERE column_name = %s", [measure_tenants.COLUMN]
        ).fetchone()
        assert row is None


def test_nothing_to_measure(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure_tenants, "tenant_infos", list)
    with pytest.raises(CommandError, match="make some first"):
        call_command("measure_tenants")
