"""Where accounts stand: beneath headings of their kind, in the library's tree of materialized paths.

The chart's root and the six kinds take the two upper depths; what is called level 1 here stands at depth 3. The
caller holds the book's lock; the database refuses what does not fit all the same (`ledger_account_placed`).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django_ledger.models import AccountModel

from backend.business.ledger import errors, roles
from backend.business.ledger.types import AccountSpec, Book, Side
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import encode, new_id

MAX_LEVELS = 5
"""How deep accounts stand beneath one another, headings included."""
ABOVE = 2
"""The depths above the first level."""
STEP = AccountModel.steplen

_MOVE = """
UPDATE django_ledger_accountmodel
SET path = %(to)s || substr(path, length(%(from)s) + 1), depth = depth + %(by)s
WHERE coa_model_id = %(chart)s AND starts_with(path, %(from)s)
"""
_COUNT = """
UPDATE django_ledger_accountmodel a SET numchild = fresh.children
FROM (SELECT p.uuid, count(c.uuid) AS children FROM django_ledger_accountmodel p
      LEFT JOIN django_ledger_accountmodel c ON left(c.path, -4) = p.path
      WHERE p.path = ANY(%s::text[]) GROUP BY p.uuid) fresh
WHERE a.uuid = fresh.uuid AND a.numchild <> fresh.children
"""


def chart_rows(book: Book) -> Any:
    """The rows of the book's chart, its root and kinds among them."""
    return AccountModel._base_manager.filter(coa_model_id=book.chart_id)


def level_of(account: Any) -> int:
    """The level of an account's row: 1 right beneath its kind."""
    level: int = account.depth - ABOVE
    return level


def ordered(specs: Iterable[AccountSpec]) -> list[AccountSpec]:
    """A template's accounts, headings before what stands beneath them.

    Raises ValueError for a template that could not stand: a code of another kind, a parent that is no heading
    of the same kind, a circle, or more than MAX_LEVELS.
    """
    by_code = {spec.code: spec for spec in specs}

    def level(spec: AccountSpec) -> int:
        steps, at = 1, spec
        while at.parent:
            above = by_code.get(at.parent)
            if above is None or not above.heading or roles.digit(above.role) != roles.digit(spec.role):
                raise ValueError(f"{at.parent!r} is no heading for account {at.code}")
            steps, at = steps + 1, above
            if steps > MAX_LEVELS:
                raise ValueError(f"account {spec.code} stands deeper than {MAX_LEVELS}")
        return steps

    for spec in by_code.values():
        if not spec.code.startswith(roles.digit(spec.role)):
            raise ValueError(f"the role {spec.role} does not go with the code {spec.code}")
    return sorted(by_code.values(), key=level)


def place_for(book: Book, parent_id: uuid.UUID | None, role: str) -> Any:
    """The row that an account with this role stands beneath: its heading, or its kind where that is None.

    Raises ReferenceNotFound, LedgerParentNotHeading, LedgerParentKindDiffers.
    """
    if parent_id is None:
        return chart_rows(book).get(role=roles.root(role))
    above = chart_rows(book).filter(pk=parent_id, depth__gt=ABOVE).first()
    if above is None:
        raise ReferenceNotFound(reference=f"account {encode('acc', parent_id)}", pointer="/parent")
    if not above.locked or not above.active:
        raise errors.LedgerParentNotHeading(account=above.code, pointer="/parent")
    if roles.digit(above.role) != roles.digit(role):
        raise errors.LedgerParentKindDiffers(account=above.code, pointer="/parent")
    return above


def insert_account(
    book: Book, *, code: str, name: str, role: str, side: Side, above: Any = None, heading: bool = False
) -> uuid.UUID:
    """Puts an account beneath a row of `place_for` (its kind unless given), and returns its id.

    The code is free. Raises LedgerAccountTooDeep.
    """
    place = above or place_for(book, None, role)
    check_depth(place, 1)
    account = AccountModel(
        uuid=new_id(), code=code, name=name[:100], role=role, role_default=None, balance_type=side.value,
        coa_model_id=book.chart_id, path=free_path(book, place), depth=place.depth + 1, active=True,
        locked=heading,
    )  # fmt: skip
    AccountModel._base_manager.bulk_create([account])
    count_children([place.path])
    identity: uuid.UUID = account.pk
    return identity


def move_account(book: Book, account: Any, above: Any) -> None:
    """Puts an account, with all beneath it, beneath another row of `place_for`.

    Raises LedgerAccountCycle, LedgerAccountTooDeep. An account that stands there stays where it is.
    """
    if account.path[:-STEP] == above.path:
        return
    if above.path.startswith(account.path):
        raise errors.LedgerAccountCycle(account=account.code, pointer="/parent")
    deepest = chart_rows(book).filter(path__startswith=account.path).order_by("-depth")
    check_depth(above, deepest.values_list("depth", flat=True)[0] - account.depth + 1)
    with connection.cursor() as cursor:
        cursor.execute(
            _MOVE,
            {
                "from": account.path,
                "to": free_path(book, above),
                "by": above.depth + 1 - account.depth,
                "chart": book.chart_id,
            },
        )
    count_children([account.path[:-STEP], above.path])


def check_depth(above: Any, levels: int) -> None:
    """Refuses so many levels beneath a row: LedgerAccountTooDeep."""
    if level_of(above) + levels > MAX_LEVELS:
        raise errors.LedgerAccountTooDeep(maximum=MAX_LEVELS, pointer="/parent")


def free_path(book: Book, above: Any) -> str:
    """A path beneath a row that no account has."""
    last = (
        chart_rows(book)
        .filter(path__startswith=above.path, depth=above.depth + 1)
        .order_by("-path")
        .values_list("path", flat=True)
    )
    step = step_of(last[0]) + 1 if last else 1
    return path_at(above.path, step)


def path_at(above: str, step: int) -> str:
    """The path of a row's child at a step."""
    path: str = AccountModel._get_path(above, len(above) // STEP + 1, step)
    return path


def step_of(path: str) -> int:
    """The last step of a path."""
    step: int = AccountModel._str2int(path[-STEP:])
    return step


def count_children(paths: list[str]) -> None:
    """Writes down how many children the rows at some paths have, as the library wants it."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [paths])
