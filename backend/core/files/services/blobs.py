"""Dropping bytes that no row needs any more."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.db import connection

from backend.core.files.models import File
from backend.core.files.storage import StorageDown, tenant_storage
from backend.kernel import tenancy

logger = logging.getLogger(__name__)


def discard_later(keys: Iterable[str]) -> None:
    """Removes keys that nothing refers to, outside any transaction.

    A storage that does not answer is logged and does not fail the caller, whose work is committed:
    `maintain.sweep_storage` finds what remained.
    """
    storage = tenant_storage()
    for key in keys:
        try:
            storage.delete(key)
        except StorageDown:
            logger.warning("stored bytes could not be removed now; the sweep will", exc_info=True)


def copy_is_kept() -> bool:
    """Whether a copy of the business's schema stands beside it, as a restore from a backup makes and keeps.

    Its rows name bytes too, and may become the live ones: no finished file may go while it stands.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE starts_with(nspname, %s))",
            [f"{tenancy.schema_name()}__"],
        )
        return bool(cursor.fetchone()[0])


def discard_unshared(contents: Iterable[tuple[str, str]]) -> None:
    """Removes the bytes of deleted rows, given as (sha256, storage key), unless another row has the same.

    While a copy of the schema is kept nothing is removed: `maintain.sweep_storage` does it afterwards.
    """
    wanted = {sha256: key for sha256, key in contents if key}
    if not wanted or copy_is_kept():
        return
    kept = set(
        File.objects.filter(sha256__in=wanted).exclude(storage_key="").values_list("sha256", flat=True)
    )
    discard_later(key for sha256, key in wanted.items() if sha256 not in kept)
