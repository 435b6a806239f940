"""Opening a book, set-wise: the library takes 567 queries for what this does in eight."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import connection
from django_ledger.io import roles as library
from django_ledger.models import AccountModel, ChartOfAccountModel, EntityModel, EntityUnitModel, LedgerModel

from backend.business.ledger import places, roles
from backend.business.ledger.chart import DEFAULT_CHART
from backend.business.ledger.errors import BookAlreadyOpened, BookNotOpened
from backend.business.ledger.types import AccountSpec, Book, ChartSpec
from backend.kernel import clock, tenancy
from backend.kernel.db import advisory_lock, transaction
from backend.kernel.i18n import localized
from backend.kernel.ids import new_id
from backend.kernel.money import currency as currency_of

BOOK_SLUG = "general-book"
CHART_SLUG = "general-chart"
LEDGER_XID = "general"
HEAD_OFFICE_PREFIX = "HQ"

_BOOK = """
SELECT e.uuid, l.uuid, e.default_coa_id, e.meta ->> 'currency', e.meta ->> 'timezone', e.last_closing_date
FROM django_ledger_entitymodel e
JOIN django_ledger_ledgermodel l ON l.entity_id = e.uuid AND l.ledger_xid = %s
WHERE e.slug = %s
"""


def find_book() -> Book | None:
    """The book of the business that runs, None where it has none."""
    with connection.cursor() as cursor:
        cursor.execute(_BOOK, [LEDGER_XID, BOOK_SLUG])
        row = cursor.fetchone()
    if row is None:
        return None
    book_id, ledger_id, chart_id, currency, timezone, closed = row
    return Book(book_id, ledger_id, chart_id, book_id, currency, timezone, closed)


def current_book() -> Book:
    """The book of the business that runs. Raises BookNotOpened."""
    book = find_book()
    if book is None:
        raise BookNotOpened()
    return book


def open_book(
    *,
    name: str,
    currency: str,
    units: Iterable[tuple[uuid.UUID, str]] = (),
    chart: ChartSpec = DEFAULT_CHART,
    at: datetime | None = None,
    timezone: str | None = None,
    languages: Iterable[str] | None = None,
) -> Book:
    """Opens the business's book: the entity, its head office and branches, a chart of accounts, a ledger.

    `units` are branches by id and name. `timezone` and `languages` are the tenant's unless given: the time
    zone decides on which day an entry falls and stays for good once there is one, the first language that
    a name of `chart` has becomes the account's name. Raises BookAlreadyOpened, and MoneyError for an
    unknown currency. A retry after success is refused.
    """
    tenant = tenancy.require_tenant()
    moment = at or clock.now()
    code = currency_of(currency).code
    zone = timezone or tenant.timezone
    spoken = tuple(languages or tenant.languages)
    with transaction():
        advisory_lock("ledger.book")
        if EntityModel.objects.filter(slug=BOOK_SLUG).exists():
            raise BookAlreadyOpened()
        owner = get_user_model()._default_manager.create(
            kind="service", status="suspended", name="Ledger", password=make_password(None)
        )
        book_id, chart_id, ledger_id = new_id(), new_id(), new_id()
        # The chart follows within the transaction: the constraint is checked at its end.
        EntityModel.objects.bulk_create(
            [
                EntityModel(
                    uuid=book_id, slug=BOOK_SLUG, name=name[:150], admin=owner, accrual_method=True,
                    fy_start_month=1, default_coa_id=chart_id, meta={"currency": code, "timezone": zone},
                    path=EntityModel._get_path(None, 1, 1), depth=1, created=moment, updated=moment,
                )
            ]
        )  # fmt: skip
        ChartOfAccountModel.objects.bulk_create(
            [
                ChartOfAccountModel(
                    uuid=chart_id, slug=CHART_SLUG, name=chart.code, entity_id=book_id, active=True
                )
            ]
        )
        AccountModel.objects.bulk_create(_accounts(chart_id, chart, spoken))
        LedgerModel.objects.bulk_create(
            [
                LedgerModel(
                    uuid=ledger_id, name="General", ledger_xid=LEDGER_XID, entity_id=book_id, posted=True
                )
            ]
        )
        EntityUnitModel.objects.bulk_create(
            [
                _unit(book_id, unit_id, step, unit_name)
                for step, (unit_id, unit_name) in enumerate([(book_id, name), *units], start=1)
            ]
        )
    return Book(book_id, ledger_id, chart_id, book_id, code, zone, None)


_ADAPT = """
WITH book AS (
    UPDATE django_ledger_entitymodel SET name = %(name)s,
        meta = meta || jsonb_build_object('currency', %(currency)s::text, 'timezone', %(timezone)s::text)
    WHERE slug = %(slug)s AND NOT EXISTS (SELECT FROM django_ledger_journalentrymodel)
        AND (name, meta ->> 'currency', meta ->> 'timezone')
            IS DISTINCT FROM (%(name)s, %(currency)s::text, %(timezone)s::text)
    RETURNING uuid)
UPDATE django_ledger_entityunitmodel u SET name = %(name)s FROM book WHERE u.uuid = book.uuid
"""
_RENAME_ACCOUNTS = """
UPDATE django_ledger_accountmodel a SET name = fresh.name
FROM unnest(%s::text[], %s::text[]) AS fresh (code, name) WHERE a.code = fresh.code AND a.depth > 2
"""


def adapt_book(
    *,
    name: str,
    currency: str,
    timezone: str,
    languages: tuple[str, ...],
    opened_in: tuple[str, ...],
    chart: ChartSpec = DEFAULT_CHART,
) -> None:
    """Gives a book that was opened ahead of its business that business's name, currency and time zone.

    `opened_in` are the languages that the accounts were named for, by `chart`; where `languages` gives them
    other names they get those. Raises BookAlreadyOpened where there are entries, as they were made by the
    old facts, and MoneyError for an unknown currency. A retry changes nothing.
    """
    code = currency_of(currency).code
    facts = {"name": name[:150], "currency": code, "timezone": timezone, "slug": BOOK_SLUG}
    with transaction(), connection.cursor() as cursor:
        cursor.execute(_ADAPT, facts)
        if cursor.rowcount == 0:
            cursor.execute("SELECT EXISTS (SELECT FROM django_ledger_journalentrymodel)")
            if cursor.fetchone()[0]:
                raise BookAlreadyOpened()
        fresh = {
            spec.code: localized(spec.names, languages)[:100]
            for spec in chart.accounts
            if localized(spec.names, languages) != localized(spec.names, opened_in)
        }
        if fresh:
            cursor.execute(_RENAME_ACCOUNTS, [list(fresh), list(fresh.values())])


def add_unit(*, branch_id: uuid.UUID, name: str) -> None:
    """Gives a branch its unit in the book, so that entries can be posted for it.

    Raises BookNotOpened. A branch that has its unit keeps it: a retry changes nothing.
    """
    with transaction():
        advisory_lock("ledger.book")
        book = current_book()
        if EntityUnitModel.objects.filter(uuid=branch_id).exists():
            return
        last = EntityUnitModel.objects.order_by("-path").values_list("path", flat=True).first()
        step = EntityUnitModel._str2int(last) + 1 if last else 1
        EntityUnitModel.objects.bulk_create([_unit(book.id, branch_id, step, name)])


def add_later_account(code: str) -> None:
    """Gives a book an account of the default chart that it was opened without; for codes of `chart.LATER`.

    Raises BookNotOpened. A book that has it keeps it: a retry changes nothing.
    """
    spec = next(spec for spec in DEFAULT_CHART.accounts if spec.code == code)
    with transaction():
        advisory_lock("ledger.book")
        book = current_book()
        name = localized(spec.names, tenancy.require_tenant().languages)
        if not AccountModel._base_manager.filter(coa_model_id=book.chart_id, code=code).exists():
            places.insert_account(book, code=code, name=name, role=spec.role, side=spec.side)


def extend_chart(chart: ChartSpec) -> list[str]:
    """Adds the accounts of a template that the chart lacks, and returns their codes in order.

    Nothing that is there is renamed, moved or changed: a code that is taken stays what it is, and a heading comes
    only with an account that is new. What would stand beneath a heading that the business uses otherwise stands
    beneath its kind. Raises BookNotOpened, and ValueError for a template that could not stand. A retry adds
    nothing. Locks the book.
    """
    specs = places.ordered(chart.accounts)
    with transaction():
        advisory_lock("ledger.book")
        book = current_book()
        held = {row.code: row for row in places.chart_rows(book)}
        kinds = {row.role: row for row in held.values() if row.depth == places.ABOVE}
        defaults = {row.role for row in held.values() if row.role_default}
        steps: dict[str, int] = {}
        for row in held.values():
            above = row.path[: -places.STEP]
            steps[above] = max(steps.get(above, 0), places.step_of(row.path))
        fresh: list[AccountModel] = []
        spoken = tuple(tenancy.require_tenant().languages)
        for spec in _missing(specs, held.keys()):
            place = _fitting(spec, held) or kinds[roles.root(spec.role)]
            step = steps.get(place.path, 0) + 1
            account = _account(
                spec, book.chart_id, places.path_at(place.path, step), place.depth + 1, spoken,
                default=spec.default and spec.role not in defaults,
            )  # fmt: skip
            held[spec.code] = account
            steps[place.path] = step
            fresh.append(account)
        if fresh:
            AccountModel._base_manager.bulk_create(fresh)
            places.count_children(sorted({account.path[: -places.STEP] for account in fresh}))
        return [account.code for account in fresh]


def _fitting(spec: AccountSpec, held: Mapping[str, Any]) -> Any:
    """The row of the account's heading; None where it has none, or what has its code could not be it."""
    place = held.get(spec.parent)
    fits = (
        place is not None
        and place.locked
        and place.active
        and places.level_of(place) < places.MAX_LEVELS
        and roles.digit(place.role) == roles.digit(spec.role)
    )
    return place if fits else None


def _missing(specs: Sequence[AccountSpec], held: Collection[str]) -> list[AccountSpec]:
    """What a chart lacks of a template: accounts, and the headings that they stand beneath."""
    by_code = {spec.code: spec for spec in specs}
    wanted: set[str] = set()
    for spec in specs:
        if spec.heading or spec.code in held:
            continue
        code = spec.code
        while code:
            wanted.add(code)
            code = by_code[code].parent
    return [spec for spec in specs if spec.code in wanted and spec.code not in held]


def _account(
    spec: AccountSpec,
    chart_id: uuid.UUID,
    path: str,
    depth: int,
    languages: tuple[str, ...],
    *,
    default: bool,
) -> AccountModel:
    """The row of a template's account at a place."""
    return AccountModel(
        uuid=new_id(), path=path, depth=depth, role=spec.role, coa_model_id=chart_id, code=spec.code,
        name=localized(spec.names, languages)[:100], balance_type=spec.side.value, active=True,
        # The library's unique constraint wants null, not false, on the others.
        role_default=True if default else None, locked=spec.heading,
    )  # fmt: skip


def _unit(book_id: uuid.UUID, unit_id: uuid.UUID, step: int, name: str) -> EntityUnitModel:
    """A unit of the book at a place among the tree's roots. The head office is the book's own id."""
    prefix = HEAD_OFFICE_PREFIX if unit_id == book_id else EntityUnitModel._int2str(step - 1).rjust(3, "0")
    return EntityUnitModel(
        uuid=unit_id, slug=f"unit-{unit_id.hex}", name=name[:150], entity_id=book_id, document_prefix=prefix,
        path=EntityUnitModel._get_path(None, 1, step), depth=1, active=True,
    )  # fmt: skip


def _accounts(chart_id: uuid.UUID, chart: ChartSpec, languages: tuple[str, ...]) -> list[AccountModel]:
    """The tree of a chart: the root, the six kinds beneath it, and the accounts beneath kinds and headings."""
    top = AccountModel._get_path(None, 1, 1)
    rows: list[AccountModel] = []
    branches: dict[str, AccountModel] = {}

    def root(path: str, depth: int, role: str) -> AccountModel:
        meta = library.ROOT_GROUP_META[role]
        row = AccountModel(
            uuid=new_id(), path=path, depth=depth, role=role, coa_model_id=chart_id, code=meta["code"],
            name=meta["title"], balance_type=meta["balance_type"], role_default=True, active=False, locked=True,
        )  # fmt: skip
        rows.append(row)
        return row

    trunk = root(top, 1, library.ROOT_COA)
    for step, role in enumerate(library.ROOT_GROUP_LEVEL_2, start=1):
        branches[role] = root(AccountModel._get_path(top, 2, step), 2, role)
    trunk.numchild = len(branches)
    for spec in places.ordered(chart.accounts):
        parent = branches[spec.parent or roles.root(spec.role)]
        parent.numchild += 1
        path = places.path_at(parent.path, parent.numchild)
        branches[spec.code] = _account(
            spec, chart_id, path, parent.depth + 1, languages, default=spec.default
        )
        rows.append(branches[spec.code])
    return rows
