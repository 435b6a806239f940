"""Preparing a database: by a superuser, and by the owner of a managed one, who may not close everything."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from backend.kernel.tenancy.setup import STILL_OPEN
from backend.platform.tenants import bootstrap
from backend.platform.tenants.owner import owner_connection, owner_parameters

MANAGED = "guildhall_managed"


@pytest.fixture
def managed(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A database whose owner may make roles and is no superuser, as a cloud hands it out."""
    name = f"{MANAGED}_{database.rpartition('_')[0].rpartition('_')[2]}_{database.rpartition('_')[2]}"
    owner, app = sql.Identifier(name), f"{name}_app"
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(owner)
    with psycopg.connect(**owner_parameters(), autocommit=True) as server:
        server.execute(drop)
        for role in (app, name):
            server.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))
        server.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB PASSWORD 'managed'").format(owner))
        server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(owner, owner))
        monkeypatch.setitem(settings.TENANCY, "APP_ROLE", app)
        for key, value in (("NAME", name), ("USER", name), ("PASSWORD", "managed")):
            monkeypatch.setitem(settings.DATABASES["owner"], key, value)
        try:
            yield
        finally:
            server.execute(drop)
            for role in (app, name):
                server.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


def test_a_superuser_leaves_nothing_open(database: str, caplog: pytest.LogCaptureFixture) -> None:
    """In a database too that was prepared before there was this part of the wall."""
    with owner_connection() as owner:
        owner.execute(
            "GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint) TO PUBLIC; DROP FUNCTION public.guildhall_lock(integer)"
        )
        assert owner.execute(STILL_OPEN).fetchall() == [("pg_advisory_lock",)]
    with caplog.at_level(logging.ERROR, logger=bootstrap.__name__):
        bootstrap.prepare_database()
    assert caplog.records == []
    with owner_connection() as owner:
        assert owner.execute(STILL_OPEN).fetchall() == []
        owner.execute("SELECT public.guildhall_lock(1)")


def test_a_managed_database_starts_and_says_what_it_forbids(
    managed: None, caplog: pytest.LogCaptureFixture
) -> None:
    for _again in range(2):
        caplog.clear()
        with caplog.at_level(logging.ERROR, logger=bootstrap.__name__):
            bootstrap.prepare_database()
        (said,) = caplog.messages
        for gap in ("set_config", "pg_notify", "pg_advisory_lock", "pg_try_advisory_xact_lock"):
            assert gap in said
    # Locks work all the same.
    login = {"user": settings.TENANCY["APP_ROLE"], "password": settings.DATABASES["default"]["PASSWORD"]}
    with psycopg.connect(**{**owner_parameters(), **login}) as one:
        one.execute("SELECT public.guildhall_lock(1)")
        with psycopg.connect(**{**owner_parameters(), **login}) as other:
            assert other.execute("SELECT public.guildhall_try_lock(1)").fetchone() == (False,)
            assert other.execute("SELECT public.guildhall_try_lock(2)").fetchone() == (True,)
