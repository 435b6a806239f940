"""The wall at each door of a connection: every way in which Django or psycopg sends a statement.

`test_wall.py` goes through `cursor.execute`. Here the same few attacks go through the others, with what a
business leaves behind on the connection that the next one gets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import Error, NotSupportedError

from backend.kernel.tenancy import TenantInfo, role_of, tenant_context
from tests.kernel.tenancy.siege import MARK, Siege
from tests.kernel.tenancy.test_wall import _bare

Door = Callable[[str], Any]


def _raw() -> Any:
    """psycopg's cursor, beneath Django's."""
    return connection.cursor().cursor


def _prepared_by_count(statement: str) -> Any:
    connection.connection.prepare_threshold = 0
    return _raw().execute(statement)


def _named(statement: str) -> Any:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def _psycopgs_named(statement: str) -> Any:
    with connection.connection.cursor("mine", withhold=True) as cursor:
        return cursor.execute(statement).fetchall()


def _copy(statement: str) -> Any:
    with _raw().copy(statement) as rows:
        return rows.read()


def _pipeline(statement: str) -> Any:
    with connection.connection.pipeline():
        return _raw().execute(statement).fetchall()


DOORS: dict[str, Door] = {
    "prepared at once": lambda statement: _raw().execute(statement, prepare=True),
    "prepared by count": _prepared_by_count,
    "many times": lambda statement: _raw().executemany(statement, [(), ()]),
    "many times, with rows": lambda statement: _raw().executemany(statement, [()], returning=True),
    "as a stream": lambda statement: list(_raw().stream(statement)),
    "in binary": lambda statement: _raw().execute(statement, binary=True),
    "named": _named,
    "named by psycopg": _psycopgs_named,
    "copied": _copy,
    "in a pipeline": _pipeline,
    "by the connection itself": lambda statement: connection.connection.execute(statement),
    "as a procedure": lambda statement: connection.cursor().callproc(statement),
}
THROUGH = {
    "out of the role": "RESET ROLE",
    "rolled back": "ROLLBACK",
    "stacked": "SELECT 1; RESET ROLE",
    "stacked behind a copy": "COPY (SELECT 1) TO STDOUT; RESET ROLE",
    "another's rows": 'SELECT name FROM "{other}".customers_customer',
    "another's rows, copied": 'COPY "{other}".customers_customer TO STDOUT',
}


@pytest.fixture
def pair(siege: Siege) -> Iterator[tuple[TenantInfo, TenantInfo]]:
    """The two businesses, on a connection of this test's alone."""
    yield siege.own.info, siege.other.info
    connection.connection.prepare_threshold = None


@pytest.mark.parametrize("attack", THROUGH)
@pytest.mark.parametrize("door", DOORS)
def test_no_door_lets_it_through(door: str, attack: str, pair: tuple[TenantInfo, TenantInfo]) -> None:
    own, other = pair
    statement = THROUGH[attack].format(other=other.schema)
    with pytest.raises((Error, psycopg.Error)), transaction.atomic():
        DOORS[door](statement)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user <> current_user, current_schema()")
        assert cursor.fetchone() == (role_of(own.schema), True, own.schema)


STALE: dict[str, Callable[[Any], Any]] = {
    "executed": lambda cursor: cursor.execute("SELECT name FROM customers_customer").fetchall(),
    "as a stream": lambda cursor: list(cursor.stream("SELECT name FROM customers_customer")),
    "many times": lambda cursor: (
        cursor.executemany("SELECT name FROM customers_customer", [()], returning=True) or cursor.fetchall()
    ),
    "copied": lambda cursor: _rows_of_copy(cursor),
}


def _rows_of_copy(cursor: Any) -> list[tuple[str]]:
    with cursor.copy("COPY (SELECT name FROM customers_customer) TO STDOUT") as rows:
        return [(line[0],) for line in rows.rows()]


@pytest.mark.parametrize("way", STALE)
def test_a_cursor_of_theirs_reads_ours(way: str, pair: tuple[TenantInfo, TenantInfo]) -> None:
    """A cursor that was made, and used, in another business runs in the one that is entered now."""
    own, other = pair
    with tenant_context(other):
        cursor = _raw()
        assert (MARK,) in STALE[way](cursor), "at home it is there"
    with tenant_context(own):
        names = STALE[way](cursor)
    assert names
    assert (MARK,) not in names


LEFT = {
    "fetched": 'FETCH ALL FROM "{name}"',
    "moved": 'MOVE 1 FROM "{name}"',
    "closed": 'CLOSE "{name}"',
    "as XML": "SELECT cursor_to_xml('{name}', 5, true, true, '')",
    "told of": "SELECT statement FROM pg_cursors",
    "told of by the function": "SELECT * FROM pg_cursor()",
}


@pytest.mark.parametrize("way", LEFT)
def test_a_cursor_that_they_left_open_is_out_of_reach(way: str, pair: tuple[TenantInfo, TenantInfo]) -> None:
    own, other = pair
    with tenant_context(other):
        left = connection.chunked_cursor()
        left.execute("SELECT name FROM customers_customer")
    try:
        with (
            tenant_context(own),
            pytest.raises(Error),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(LEFT[way].format(name=left.cursor.name))
        with tenant_context(other):
            assert (MARK,) in left.fetchall(), "it is open still, for those whose it is"
    finally:
        left.close()


def test_a_transaction_of_psycopgs_own_is_refused(pair: tuple[TenantInfo, TenantInfo]) -> None:
    """Its rollback would undo the role without anybody's knowing."""
    with pytest.raises(NotSupportedError), connection.connection.transaction():
        pass


def test_what_is_given_stays_a_value(pair: tuple[TenantInfo, TenantInfo]) -> None:
    own, _other = pair
    for value in (
        "'; RESET ROLE; --",
        "\\'; RESET ROLE; --",
        "$$; RESET ROLE; $$",
        "%s",
        "\\",
        "''",
        "é'\u2019",
    ):
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s, E'\\\\', %s, current_user::text", [value, value])
            assert cursor.fetchone() == (value, "\\", value, role_of(own.schema))


def test_other_connections_of_the_login_are_not_ended(pair: tuple[TenantInfo, TenantInfo]) -> None:
    _own, other = pair
    with _bare(other) as theirs:
        for word in ("terminate", "cancel"):
            with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SELECT pg_{word}_backend(%s)", [theirs.info.backend_pid])
        assert theirs.execute("SELECT 1").fetchone() == (1,)
