"""The owner's raw connection: for making, changing and dropping schemas, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings


def owner_parameters() -> dict[str, Any]:
    """libpq's parameters of the owner's login, for psycopg."""
    database = settings.DATABASES["owner"]
    given = {
        "dbname": database["NAME"],
        "user": database["USER"],
        "password": database["PASSWORD"],
        "host": database["HOST"],
        "port": database["PORT"],
        **database["OPTIONS"],
    }
    return {name: value for name, value in given.items() if value != ""}


@contextmanager
def owner_connection(*, autocommit: bool = True) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the owner's, closed at the end. Raises psycopg.OperationalError where none is to be had."""
    with psycopg.connect(**owner_parameters(), autocommit=autocommit) as connection:
        yield connection
