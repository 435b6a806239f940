"""Dropping bytes that no row needs any more."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from backend.core.files.models import File
from backend.core.files.storage import StorageDown, tenant_storage

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


def discard_unshared(contents: Iterable[tuple[str, str]]) -> None:
    """Removes the bytes of deleted rows, given as (sha256, storage key), unless another row has the same."""
    wanted = {sha256: key for sha256, key in contents if key}
    if not wanted:
        return
    kept = set(
        File.objects.filter(sha256__in=wanted).exclude(storage_key="").values_list("sha256", flat=True)
    )
    discard_later(key for sha256, key in wanted.items() if sha256 not in kept)
