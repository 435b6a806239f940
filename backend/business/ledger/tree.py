"""The chart as a tree with balances rolled up, and statements with the sums of headings among their lines."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection
from django.utils.translation import get_language

from backend.business.ledger import chart, roles, scale
from backend.business.ledger.book import CHART_SLUG, current_book
from backend.business.ledger.places import ABOVE, STEP
from backend.business.ledger.types import (
    ChartKind,
    ChartNode,
    ChartTree,
    Side,
    Statement,
    StatementLine,
    StatementSection,
)
from backend.kernel import clock
from backend.kernel.money import currency as currency_of
from backend.kernel.money import total

KINDS: Mapping[str, tuple[str, Side]] = {
    "1": ("assets", Side.DEBIT),
    "2": ("liabilities", Side.CREDIT),
    "3": ("equity", Side.CREDIT),
    "4": ("income", Side.CREDIT),
    "5": ("cost_of_sales", Side.DEBIT),
    "6": ("expenses", Side.DEBIT),
}
"""The kinds of accounts by the first digit of their codes, with the side on which they grow."""

_TREE = """
SELECT a.uuid, a.path, a.code, a.name, a.role, a.balance_type, a.locked, a.active, coalesce(b.net, 0)
FROM django_ledger_accountmodel a
JOIN django_ledger_chartofaccountmodel c ON c.uuid = a.coa_model_id AND c.slug = %(chart)s
LEFT JOIN (
    SELECT account_id, sum(debit - credit) AS net FROM ledger_balance
    WHERE day < %(end)s::date AND (%(unit)s::uuid IS NULL OR unit_id = %(unit)s::uuid) GROUP BY account_id
) b ON b.account_id = a.uuid
WHERE a.depth > %(above)s
"""

_PLACES = """
SELECT a.uuid, a.path, a.code, a.name, a.role, a.locked
FROM django_ledger_accountmodel a
JOIN django_ledger_chartofaccountmodel c ON c.uuid = a.coa_model_id AND c.slug = %s
WHERE a.depth > %s
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """An account's place, and how it is called."""

    account_id: uuid.UUID
    path: str
    code: str
    name: str
    role: str
    heading: bool


def chart_tree(*, end: date | None = None, unit: uuid.UUID | None = None) -> ChartTree:
    """The chart with what stands on each account before the day `end` (tomorrow unless given).

    `unit` is a branch, None the whole business. Days are of the book's time zone. Inactive accounts are in it.
    Raises BookNotOpened.
    """
    book = current_book()
    currency = currency_of(book.currency)
    stop = end or clock.today(book.timezone) + timedelta(days=1)
    language = get_language() or "en"
    with connection.cursor() as cursor:
        cursor.execute(_TREE, {"chart": CHART_SLUG, "end": stop, "unit": unit, "above": ABOVE})
        rows = cursor.fetchall()
    own = {row[1]: row[8] for row in rows}
    nets: defaultdict[str, Decimal] = defaultdict(Decimal)
    for path, net in own.items():
        for above in _paths_to(path):
            nets[above] += net
    identities = {row[1]: row[0] for row in rows}
    codes = {row[1]: row[2] for row in rows}
    trees: defaultdict[str, list[ChartNode]] = defaultdict(list)
    for account_id, path, code, name, role, side, heading, active, _ in sorted(
        rows, key=lambda row: _order(row[1], codes)
    ):
        net = scale.from_column(nets[path], currency)
        trees[roles.digit(role)].append(
            ChartNode(
                account_id=account_id,
                parent_id=identities.get(path[:-STEP]),
                level=len(path) // STEP - ABOVE,
                code=code,
                name=chart.display_name(code, name, language),
                role=role,
                side=Side(side),
                heading=heading,
                active=active,
                balance=net if side == Side.DEBIT else -net,
            )
        )
    kinds = []
    for digit, (kind, side) in KINDS.items():
        # What is on the first level has everything beneath it in it.
        net = total(
            (
                node.balance if node.side is side else -node.balance
                for node in trees[digit]
                if node.level == 1
            ),
            currency,
        )
        kinds.append(ChartKind(kind, side, net, tuple(trees[digit])))
    return ChartTree(book.currency, stop, unit, tuple(kinds))


def with_headings(made: Statement) -> Statement:
    """The statement with a line before the accounts beneath each heading, which sums them up within its section.

    Totals stay what they are: headings do not count. Lines of one heading stand by their codes; those that are
    no account's stand last.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PLACES, [CHART_SLUG, ABOVE])
        places = [_Place(*row) for row in cursor.fetchall()]
    by_path = {place.path: place for place in places}
    by_id = {place.account_id: place for place in places}
    codes = {place.path: place.code for place in places}
    sections = tuple(
        replace(section, lines=_lines(section, by_id, by_path, codes, made.currency))
        for section in made.sections
    )
    return replace(made, sections=sections)


def _lines(
    section: StatementSection,
    by_id: Mapping[uuid.UUID, _Place],
    by_path: Mapping[str, _Place],
    codes: Mapping[str, str],
    currency: str,
) -> tuple[StatementLine, ...]:
    beneath: defaultdict[str, list[StatementLine]] = defaultdict(list)
    found: dict[str, StatementLine] = {}
    computed = []
    for line in section.lines:
        if line.account_id is None:
            computed.append(line)
            continue
        path = by_id[line.account_id].path
        found[path] = replace(line, level=len(path) // STEP - ABOVE)
        for above in _paths_to(path[:-STEP]):
            beneath[above].append(line)
    language = get_language() or "en"
    for path, lines in beneath.items():
        place = by_path[path]
        amounts = {
            column: total((line.amounts[column] for line in lines), currency) for column in section.totals
        }
        found[path] = StatementLine(
            place.account_id,
            place.code,
            chart.display_name(place.code, place.name, language),
            place.role,
            amounts,
            level=len(path) // STEP - ABOVE,
            heading=True,
        )
    return (*(found[path] for path in sorted(found, key=lambda path: _order(path, codes))), *computed)


def _paths_to(path: str) -> list[str]:
    """The paths of the levels that lead to one, itself the last; none for a kind's own."""
    return [path[:end] for end in range((ABOVE + 1) * STEP, len(path) + 1, STEP)]


def _order(path: str, codes: Mapping[str, str]) -> tuple[str, ...]:
    """What sorts a heading before what stands beneath it, and accounts of one heading by their codes."""
    return tuple(codes[above] for above in _paths_to(path))
