"""The audit's housekeeping over all businesses, minute by minute."""

from __future__ import annotations

from typing import Any

import pytest

from backend.core.audit import chain
from backend.core.audit.models import AuditEntry
from backend.kernel import actions, schedule, tenancy
from backend.platform.tenants import facade as tenants
from backend.wiring import audit as keeping


def test_few_businesses_are_sealed_every_minute_and_many_within_the_hour(
    live_tenant: Any, monkeypatch: Any
) -> None:
    assert [keeping.period(count) for count in (0, 5, 170, 171, 1_000, 10_000, 50_000)] == [
        1,
        1,
        1,
        2,
        6,
        60,
        60,
    ]
    assert all(chain.SHARDS % minutes == 0 for minutes in keeping.PERIODS)
    monkeypatch.setattr(tenants, "list_tenants", lambda: [live_tenant])
    turn = chain.shard_of(live_tenant.id)
    for later in (1, 2):
        actions.record(actions.VIEWED)
        assert AuditEntry.objects.filter(sequence__isnull=True).exists()
        assert keeping.keep(turn + later) == 1
        assert not AuditEntry.objects.filter(sequence__isnull=True).exists()


def test_each_business_has_its_minute_and_its_hour(live_tenant: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(tenants, "list_tenants", lambda: [live_tenant])
    monkeypatch.setattr(keeping, "A_MINUTE", 1 / 60)  # As where there are as many as an hour bears.
    actions.record(actions.VIEWED)
    turn = chain.shard_of(live_tenant.id)
    assert keeping.keep(turn + 1) == 0
    assert AuditEntry.objects.filter(sequence__isnull=True).exists()
    # Its minute in another hour seals and anchors nothing.
    assert keeping.keep(turn + 60) == 1
    assert not AuditEntry.objects.filter(sequence__isnull=True).exists()
    assert chain._anchors(live_tenant.id) == {}
    assert keeping.keep(turn + chain.SHARDS) == 1
    end = chain.head()
    assert chain._anchors(live_tenant.id) == {end.sequence: end.hash}
    assert chain.verify().sound
    with tenancy.tenant_context(tenancy.PUBLIC):
        assert chain.verify().sound


def test_a_business_that_cannot_be_kept_holds_up_no_other(
    live_tenant: Any, make_tenant: Any, monkeypatch: Any, caplog: Any
) -> None:
    import dataclasses
    import uuid

    gone = dataclasses.replace(live_tenant, id=uuid.UUID(int=live_tenant.id.int), schema="t_" + "0" * 32)
    monkeypatch.setattr(tenants, "list_tenants", lambda: [gone, live_tenant])
    assert keeping.keep(chain.shard_of(live_tenant.id) + 60) == 1
    assert "was not kept" in caplog.text


def test_it_is_scheduled_every_minute() -> None:
    assert schedule.ENTRIES["audit.keep"].seconds == 60


def test_the_command_tells_a_chain_that_holds_from_one_that_does_not(live_tenant: Any, capsys: Any) -> None:
    from django.core.management import CommandError, call_command

    from tests.core.test_audit_chain import remove, sealed, superuser

    rows = sealed(4)
    call_command("verify_audit", live_tenant.slug, "-")
    said = capsys.readouterr().out
    assert f"{live_tenant.slug}: {len(rows)} entries hold" in said
    with superuser() as cursor:
        remove(cursor, rows[1])
    with pytest.raises(CommandError, match="1 chains do not hold"):
        call_command("verify_audit", live_tenant.slug)
    assert f"{live_tenant.slug}: removed at 2" in capsys.readouterr().out
    with pytest.raises(CommandError, match="no business"):
        call_command("verify_audit", "nobody-here")
