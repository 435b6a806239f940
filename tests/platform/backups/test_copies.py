"""A restore takes the first store whose copy is whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.platform.backups.conftest import Business
from tests.platform.backups.s3 import FakeS3


def test_a_damaged_copy_is_passed_over(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], s3: FakeS3, settings: Any
) -> None:
    """The nearest copy that proves whole is restored, and the damaged one is marked, to be healed."""
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.housekeeping import heal_degraded
    from backend.platform.backups.jobs import names_of
    from backend.platform.backups.models import Backup

    settings.BACKUPS = {**settings.BACKUPS, "S3": [s3.options("cloud")]}
    backup = take(business)
    assert backup.state == "ok"
    near, far = configuration().stores
    tenant, name = names_of(backup)
    path = near.root / tenant / name / "database.gbk"
    whole = path.read_bytes()
    spoilt = bytearray(whole)
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    business.run("DELETE FROM {s}.probe WHERE note = 'note 7'")

    done = restore(backup)

    assert (done.state, done.error) == ("succeeded", "")
    assert done.report["store"] == far.name
    assert "note 7" in business.notes()
    marked = Backup.objects.get(pk=backup.pk)
    assert marked.state == "degraded"
    assert [(copy["store"], copy["state"]) for copy in marked.copies] == [
        (near.name, "damaged"),
        (far.name, "ok"),
    ]
    assert heal_degraded() == 1
    assert path.read_bytes() == whole


def test_where_no_copy_is_whole_it_says_what_is_wrong_with_each(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.jobs import names_of

    backup = take(business)
    tenant, name = names_of(backup)
    (store,) = configuration().stores
    (store.root / tenant / name / "database.gbk").write_bytes(b"nothing of the sort")
    before = business.digests()
    done = restore(backup)
    assert done.state == "failed"
    assert done.error.startswith(f"no store has the backup: {store.name}: database.gbk: ")
    assert business.digests() == before
