"""Which of two logs stays live when a schema takes another's place; `tests/platform/backups` has whole restores."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from backend.core.audit import carrying, chain, retention, sql
from backend.kernel import actions, clock, tenancy
from backend.platform.tenants.facade import owner_connection
from tests.core.test_audit_chain import fill, superuser

COPY = """
CREATE SCHEMA {copy};
CREATE TABLE {copy}.audit_entry (LIKE {live}.audit_entry INCLUDING ALL);
CREATE TABLE {copy}.audit_access (LIKE {live}.audit_access INCLUDING ALL);
CREATE TABLE {copy}.audit_alert (LIKE {live}.audit_alert INCLUDING ALL);
INSERT INTO {copy}.audit_entry SELECT * FROM {live}.audit_entry;
SET LOCAL search_path = {copy}, public;
"""


class Backup:
    """A copy of a business's log, which takes the place of the one that went on since."""

    def __init__(self, tenant: Any) -> None:
        self.tenant = tenant
        self.name = f"{tenant.schema}__r_copy"
        text = COPY.format(copy=self.name, live=tenant.schema) + sql.GUARDS + sql.ADMIT_ACTIONS
        with owner_connection() as owner, owner.transaction():
            owner.execute(text)

    def restore(self) -> dict[str, Any]:
        """What the entry says of the two logs."""
        live = self.tenant.schema
        connection.close()
        with owner_connection() as owner, owner.transaction():
            # As the swap has it: the incoming schema is live by now, the other one beside it.
            for old, new in ((live, f"{live}__old_x"), (self.name, live)):
                owner.execute(f"ALTER SCHEMA {old} RENAME TO {new}")
            found = carrying.carry_log(
                owner,
                live,
                f"{live}__old_x",
                tenant=self.tenant.id,
                actor=self.tenant.id,
                details={"undo": False},
            )
            row = owner.execute(
                f"SELECT after, actor_kind, actor_id FROM {live}.audit_entry"
                " WHERE action = 'audit.restored' ORDER BY id DESC"
            ).fetchone()
            assert row is not None
            assert row[0]["log"]["found"] == found
            assert row[1:] == ("operator", self.tenant.id)
            # The business's other tables stay where they are: the names change back, with the logs as they are now.
            for table in carrying.TABLES:
                owner.execute(f"DROP TABLE {live}__old_x.{table}")
                owner.execute(f"ALTER TABLE {live}.{table} SET SCHEMA {live}__old_x")
            owner.execute(f"DROP SCHEMA {live}")
            owner.execute(f"ALTER SCHEMA {live}__old_x RENAME TO {live}")
            # The copy has no rights of its own; a real one has.
            for table in carrying.TABLES:
                owner.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON {live}.{table} TO "tr_{live[2:]}"')
        return dict(row[0]["log"])


def sealed(count: int = 4) -> chain.Head:
    fill(count)
    chain.seal()
    return chain.head()


@pytest.fixture
def anchored(live_tenant: Any) -> Any:
    """Seals, and notes the end in the operator's log."""

    def note(count: int = 4) -> chain.Head:
        end = sealed(count)
        with tenancy.tenant_context(tenancy.PUBLIC):
            chain.anchor(chain.shard_of(live_tenant.id), {live_tenant.id: end})
        return end

    return note


def verdict() -> chain.Verdict:
    chain.seal()
    return chain.verify()


def test_one_that_went_on_or_was_pruned_or_was_cut(live_tenant: Any, anchored: Any, caplog: Any) -> None:
    taken = anchored()
    backup = Backup(live_tenant)
    end = anchored()
    assert backup.restore() == {"found": "prefix", "through": taken.sequence, "hash": taken.hash.hex()}
    assert verdict().sound
    assert chain.head().sequence == end.sequence + 1

    backup = Backup(live_tenant)
    fill(2)
    chain.seal()
    retention.prune_entries(days=30, at=clock.now() + timedelta(days=100))
    assert backup.restore()["found"] == "pruned"
    assert verdict().sound

    # Cut off by somebody for whom no guard stands: the backup has the end, and it comes back.
    taken = anchored()
    backup = Backup(live_tenant)
    actions.record(actions.EXPORTED, details={"rows": 7})
    with superuser() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE sequence = %s", [taken.sequence])
    fault = chain.verify().fault
    assert fault is not None
    assert fault.kind == "removed"
    assert backup.restore()["found"] == "longer"
    after = verdict()
    assert (after.sound, after.last) == (True, taken.sequence + 2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_entry WHERE action = 'data.exported'")
        assert cursor.fetchone() == (1,)

    # Another history: nothing of it is made good. What was live stays, and verification judges it.
    backup = Backup(live_tenant)
    with superuser() as cursor:
        cursor.execute("UPDATE audit_entry SET hash = sha256(hash) WHERE sequence = %s", [after.last])
    fill(1)
    assert backup.restore()["found"] == "differs"
    assert "is not the beginning" in caplog.text
    assert not verdict().sound
