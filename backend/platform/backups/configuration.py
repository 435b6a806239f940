"""What the settings say about backups, as the engine wants it.

``settings.BACKUPS`` may hold: ``LOCAL_DIR``, ``KEY_DIR``, ``PG_BIN`` (paths), ``S3`` (a list
of keyword arguments of ``S3Store``), ``KEEP_DAYS``, ``EVERY_DAYS``, ``KEEP_OLD_HOURS``. All have defaults.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

from django.conf import settings
from psycopg.conninfo import make_conninfo

from backend.platform.backups.engine.keys import KeyRing
from backend.platform.backups.engine.pgtools import Server
from backend.platform.backups.engine.stores import LocalStore, S3Store, Store
from backend.platform.tenants.facade import owner_parameters


@dataclass(frozen=True)
class Configuration:
    """Where things are and how long they are kept."""

    server: Server
    keys: KeyRing
    stores: tuple[Store, ...]
    release: str
    keep: timedelta
    every: timedelta
    keep_old: timedelta

    def store(self, name: str) -> Store | None:
        """The store of this name, None where it is not configured any more."""
        return next((store for store in self.stores if store.name == name), None)


def configuration() -> Configuration:
    """The settings of the moment. Raises ``TypeError`` for an S3 store that is described wrongly."""
    given: dict[str, Any] = getattr(settings, "BACKUPS", {})
    local = Path(settings.LOCAL_DIR)
    key_dir = Path(given.get("KEY_DIR") or local / "keys")
    store_dir = Path(given.get("LOCAL_DIR") or local / "backups")
    if key_dir.resolve().is_relative_to(store_dir.resolve()):
        raise ValueError("BACKUPS: the keys must not lie among the backups that they open")
    stores: list[Store] = [LocalStore(store_dir)]
    stores += [S3Store(**one) for one in given.get("S3", ())]
    bin_dir = given.get("PG_BIN")
    return Configuration(
        server=Server(make_conninfo("", **owner_parameters()), Path(bin_dir) if bin_dir else None),
        keys=KeyRing(key_dir),
        stores=tuple(stores),
        release=_release(),
        keep=timedelta(days=given.get("KEEP_DAYS", 30)),
        every=timedelta(days=given.get("EVERY_DAYS", 7)),
        keep_old=timedelta(hours=given.get("KEEP_OLD_HOURS", 24)),
    )


def _release() -> str:
    try:
        return metadata.version("guildhall")
    except metadata.PackageNotFoundError:
        # Run from a checkout that is not installed: the migrations in the manifest say what matters.
        return ""
