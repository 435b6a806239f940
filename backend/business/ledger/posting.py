"""Posting, set-wise and straight into the library's tables: two statements for one entry or for hundreds."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from django.db import IntegrityError

from backend.business.ledger import errors, roles, scale
from backend.business.ledger.book import BOOK_SLUG, LEDGER_XID, add_later_account, add_unit
from backend.business.ledger.chart import LATER
from backend.business.ledger.subjects import check_subject
from backend.business.ledger.types import Activity, Entry, Foreign, Leg, Side
from backend.business.organizations import facade as organizations
from backend.kernel import clock, tenancy
from backend.kernel.db import fixed, transaction
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.i18n import localized
from backend.kernel.ids import new_id
from backend.kernel.money import Currency, Money
from backend.kernel.money import currency as currency_of

MAX_DESCRIPTION = 120
MAX_MEMO = 100
MAX_KEY = 200
FIRST_YEAR = 1900
# Machines' clocks differ a little; an entry further ahead than this is a mistake.
FUTURE_TOLERANCE = timedelta(minutes=2)

_CONTEXT = """
SELECT e.uuid, l.uuid, e.meta ->> 'currency', e.meta ->> 'timezone', e.last_closing_date,
    (SELECT json_object_agg(a.code, json_build_array(a.uuid, a.role, a.active AND NOT a.locked, a.locked))
     FROM django_ledger_accountmodel a
     WHERE a.coa_model_id = e.default_coa_id AND a.code = ANY(%s::text[]) AND a.role NOT LIKE 'root%%')::text,
    (SELECT json_object_agg(u.uuid, u.document_prefix) FROM django_ledger_entityunitmodel u
     WHERE u.entity_id = e.uuid AND (u.uuid = ANY(%s::uuid[]) OR u.uuid = e.uuid))::text,
    (SELECT json_object_agg(p.key, json_build_array(p.entry_id, p.digest)) FROM ledger_posting p
     WHERE p.key = ANY(%s::text[]))::text
FROM django_ledger_entitymodel e
JOIN django_ledger_ledgermodel l ON l.entity_id = e.uuid AND l.ledger_xid = %s
WHERE e.slug = %s
"""

_POST = """
WITH wanted AS (
    SELECT * FROM json_to_recordset(%(entries)s::json) AS w (id uuid, key text, digest text, subject_type text,
        subject_id uuid, reverses_id uuid, at timestamptz, description text, activity text, unit uuid, year smallint,
        prefix text, place bigint, of bigint)
), claimed AS (
    INSERT INTO ledger_posting (entry_id, key, digest, subject_type, subject_id, reverses_id, posted_at)
    SELECT id, key, digest, subject_type, subject_id, reverses_id, %(now)s::timestamptz FROM wanted
    ON CONFLICT (key) DO NOTHING RETURNING key
), numbers AS (
    INSERT INTO django_ledger_entitystatemodel AS s
        (uuid, entity_model_id, entity_unit_id, fiscal_year, key, sequence)
    SELECT n.id, %(book)s::uuid, n.unit, n.year, 'je', n.count
    FROM json_to_recordset(%(series)s::json) AS n (id uuid, unit uuid, year smallint, count bigint)
    WHERE %(claimed)s OR (SELECT count(*) FROM claimed) = (SELECT count(*) FROM wanted)
    ON CONFLICT (entity_model_id, entity_unit_id, fiscal_year, key)
        DO UPDATE SET sequence = s.sequence + EXCLUDED.sequence
    RETURNING entity_unit_id AS unit, fiscal_year AS year, sequence AS last
), entries AS (
    INSERT INTO django_ledger_journalentrymodel (uuid, je_number, "timestamp", description, activity,
        entity_unit_id, ledger_id, origin, posted, locked, is_closing_entry, created, updated)
    SELECT w.id, format('JE-%%s-%%s-%%s', w.year, w.prefix,
            lpad((n.last - w.of + w.place)::text, greatest(10, length((n.last - w.of + w.place)::text)), '0')),
        w.at, w.description, w.activity, w.unit, %(ledger)s::uuid, 'guildhall', true, true, false,
        %(now)s::timestamptz, %(now)s::timestamptz
    FROM wanted w JOIN numbers n USING (unit, year)
    RETURNING uuid
), legs AS (
    INSERT INTO django_ledger_transactionmodel (uuid, journal_entry_id, account_id, tx_type, amount, description,
        cleared, reconciled, created, updated)
    SELECT l.id, e.uuid, l.account, l.side, l.amount, nullif(l.memo, ''), false, false, %(now)s::timestamptz,
        %(now)s::timestamptz
    FROM json_to_recordset(%(legs)s::json) AS l (id uuid, entry uuid, account uuid, side text, amount numeric,
        memo text)
    JOIN entries e ON e.uuid = l.entry
)
SELECT key FROM claimed
"""
"""Claims the keys, takes a block of numbers a unit and fiscal year, and writes the entries with their legs, each in the
order given. Where a key was claimed by another, only the keys that were free are, and nothing else is written, unless
`claimed` says that they are the caller's already."""

_TAKEN = "SELECT key, entry_id, digest FROM ledger_posting WHERE key = ANY(%s::text[])"

_FOREIGN = """
INSERT INTO ledger_foreign (leg_id, currency, amount, rate)
SELECT * FROM unnest(%s::uuid[], %s::text[], %s::bigint[], %s::numeric[])
"""

_ORIGINAL = """
SELECT j.uuid, j.je_number, j."timestamp", j.activity, j.entity_unit_id, p.subject_type,
    p.subject_id, p.reverses_id, a.code, t.tx_type, t.amount, t.description, f.currency, f.amount, f.rate,
    e.meta ->> 'currency', l.entity_id
FROM ledger_posting p
JOIN django_ledger_journalentrymodel j ON j.uuid = p.entry_id
JOIN django_ledger_ledgermodel l ON l.uuid = j.ledger_id
JOIN django_ledger_entitymodel e ON e.uuid = l.entity_id
JOIN django_ledger_transactionmodel t ON t.journal_entry_id = j.uuid
JOIN django_ledger_accountmodel a ON a.uuid = t.account_id
LEFT JOIN ledger_foreign f ON f.leg_id = t.uuid
WHERE p.key = %s ORDER BY t.uuid
"""


@dataclass(frozen=True, slots=True)
class _Context:
    """What one statement reads of the book for a batch."""

    book_id: uuid.UUID
    ledger_id: uuid.UUID
    currency: Currency
    zone: ZoneInfo
    closed: date | None
    accounts: Mapping[str, tuple[uuid.UUID, str, bool, bool]]
    """By code: id, role, whether entries can be posted to it, and whether it is a heading."""
    prefixes: Mapping[uuid.UUID, str]
    """Units by id, with the prefix of their numbers."""
    taken: Mapping[str, tuple[uuid.UUID, str]]
    """Keys that are posted already: the entry and its digest."""

    def unit(self, entry: Entry) -> uuid.UUID:
        """The unit's id: the branch's own, and the book's for the head office."""
        return entry.unit or self.book_id

    def day(self, entry: Entry) -> date:
        """The day of the entry, in the book's time zone."""
        return entry.at.astimezone(self.zone).date()


def post(entries: Sequence[Entry], *, now: datetime | None = None) -> list[uuid.UUID]:
    """Posts entries, all or none, and returns their ids in the order given.

    A key that is posted already, in this call, before it or by another caller at the same moment, posts
    nothing: the id of its entry is returned. Joins the caller's transaction. Raises, before anything is
    written, EntryTooShort, EntryUnbalanced, EntryAmountInvalid, EntryCurrencyMismatch, EntryTextTooLong,
    EntryInFuture, EntryTooOld, PeriodClosed, LedgerAccountNotFound, LedgerAccountNotUsable,
    LedgerAccountIsHeading, UnitNotFound (a branch that is there and has no unit yet gets it), BookNotOpened;
    and PostingKeyReused for a key that stands for other legs. LedgerAccountNotUsable is also raised for an
    account that is closed in this very moment. Locks the number series of the units until the transaction ends,
    so post late in it; and that the accounts take entries. Emits nothing.
    """
    return _post(entries, {}, now or clock.now())


def check_moment(at: datetime, *, pointer: str) -> None:
    """Refuses a moment that no entry could have: EntryInFuture, EntryTooOld."""
    if at.year < FIRST_YEAR:
        raise errors.EntryTooOld(year=FIRST_YEAR, pointer=pointer)
    if at > clock.now() + FUTURE_TOLERANCE:
        raise errors.EntryInFuture(pointer=pointer)


def reverse(key: str, *, reason: str, at: datetime | None = None) -> uuid.UUID:
    """Takes an entry back by one with the sides swapped, and returns that one's id.

    `at` is the moment of the reversal (now, unless given): not before the original, in an open period. A
    retry returns the reversal that is there. Raises EntryNotFound, ReversalTooEarly, ReversalNotReversible
    and what `post` raises. The key of the reversal is the original's with `:reversal` after it.
    """
    moment = clock.now()
    with transaction():
        with fixed() as cursor:
            cursor.execute(_ORIGINAL, [key])
            rows = cursor.fetchall()
        if not rows:
            raise errors.EntryNotFound(key=key)
        entry_id, number, original_at, activity, unit, kind, subject, reverses = rows[0][:8]
        book_currency, book_id = currency_of(rows[0][15]), rows[0][16]
        if reverses is not None:
            raise errors.ReversalNotReversible(number=number)
        when = at or moment
        if when < original_at:
            raise errors.ReversalTooEarly()
        legs = tuple(
            Leg(
                code,
                Side(side).opposite,
                scale.from_column(amount, book_currency),
                memo or "",
                Foreign(Money.of(foreign_amount, foreign_currency), rate) if foreign_currency else None,
            )
            for code, side, amount, memo, foreign_currency, foreign_amount, rate in (
                row[8:15] for row in rows
            )
        )
        reversal = Entry(
            key=f"{key}:reversal",
            at=when,
            description=reason,
            legs=legs,
            unit=None if unit == book_id else unit,
            subject_type=kind,
            subject_id=subject,
            activity=Activity(activity[:3].rstrip("_")) if activity else None,
        )
        return _post([reversal], {reversal.key: entry_id}, moment)[0]


def _post(entries: Sequence[Entry], reverses: Mapping[str, uuid.UUID], now: datetime) -> list[uuid.UUID]:
    wanted: dict[str, Entry] = {}
    digests: dict[str, str] = {}
    for entry in entries:
        digest = _digest(entry)
        if digests.setdefault(entry.key, digest) != digest:
            raise errors.PostingKeyReused(key=entry.key)
        wanted[entry.key] = entry
    if not wanted:
        return []
    with transaction(), fixed() as cursor:
        context = _read(cursor, wanted.values())
        added = _add_missing_units(wanted.values(), context)
        if _add_later_accounts(wanted.values(), context) or added:
            context = _read(cursor, wanted.values())
        wanted = {key: _placed(entry, context) for key, entry in wanted.items()}
        found = dict(context.taken)
        # In the order of their keys, so that two batches wait for one another in one direction only.
        fresh = [wanted[key] for key in sorted(wanted) if key not in found]
        activities = {entry.key: _check(entry, context, now) for entry in fresh}
        if fresh:
            # Ids rise in the order given: it is the order of the journal.
            ids = {key: new_id() for key in wanted if key not in found}
            work = _Work(context, fresh, ids, digests, reverses, activities, now)
            claimed = work.write(cursor, fresh)
            for entry in fresh:
                if entry.key in claimed:
                    found[entry.key] = (ids[entry.key], digests[entry.key])
            lost = [entry.key for entry in fresh if entry.key not in claimed]
            if lost:
                cursor.execute(_TAKEN, [lost])
                found.update({key: (entry_id, digest) for key, entry_id, digest in cursor.fetchall()})
                won = [entry for entry in fresh if entry.key in claimed]
                if won:
                    work.write(cursor, won, claimed=True)
            work.write_foreign(cursor, claimed)
        for key, digest in digests.items():
            if found[key][1] != digest:
                raise errors.PostingKeyReused(key=key)
    return [found[entry.key][0] for entry in entries]


def _placed(entry: Entry, context: _Context) -> Entry:
    """The entry at the moment that it is posted at."""
    closed = context.closed is not None and context.day(entry) <= context.closed
    return replace(entry, at=entry.otherwise) if closed and entry.otherwise is not None else entry


def _digest(entry: Entry) -> str:
    """A fingerprint of what moves: unit and legs, in any order, without texts and time."""
    legs = sorted(
        f"{leg.account_code}|{leg.side}|{leg.amount.minor}|{leg.amount.currency}" for leg in entry.legs
    )
    return hashlib.blake2b(f"{entry.unit}\n{chr(10).join(legs)}".encode(), digest_size=16).hexdigest()


def _read(cursor: Any, entries: Iterable[Entry]) -> _Context:
    entries = list(entries)
    codes = sorted({leg.account_code for entry in entries for leg in entry.legs})
    units = sorted({entry.unit for entry in entries if entry.unit is not None})
    cursor.execute(_CONTEXT, [codes, units, [entry.key for entry in entries], LEDGER_XID, BOOK_SLUG])
    row = cursor.fetchone()
    if row is None:
        raise errors.BookNotOpened()
    book_id, ledger_id, currency, timezone, closed, accounts, prefixes, taken = row
    return _Context(
        book_id=book_id,
        ledger_id=ledger_id,
        currency=currency_of(currency),
        zone=ZoneInfo(timezone),
        closed=closed,
        accounts={
            code: (uuid.UUID(account), role, usable, heading)
            for code, (account, role, usable, heading) in json.loads(accounts or "{}").items()
        },
        prefixes={uuid.UUID(unit): prefix for unit, prefix in json.loads(prefixes or "{}").items()},
        taken={key: (uuid.UUID(entry), digest) for key, (entry, digest) in json.loads(taken or "{}").items()},
    )


def _add_missing_units(entries: Iterable[Entry], context: _Context) -> bool:
    """Gives branches that are too new to have a unit theirs; says whether there were any."""
    missing = {entry.unit for entry in entries if entry.unit is not None} - context.prefixes.keys()
    added = False
    for branch_id in sorted(missing):
        try:
            branch = organizations.branch_facts(branch_id, open_only=False)
        except ReferenceNotFound:
            continue  # The check of its entry refuses it.
        add_unit(branch_id=branch_id, name=localized(branch.names, tenancy.current().languages))
        added = True
    return added


def _add_later_accounts(entries: Iterable[Entry], context: _Context) -> bool:
    """Gives a book of earlier days the accounts that the chart got since; says whether there were any."""
    missing = {leg.account_code for entry in entries for leg in entry.legs} - context.accounts.keys()
    for code in sorted(missing & LATER):
        add_later_account(code)
    return bool(missing & LATER)


def _check(entry: Entry, context: _Context, now: datetime) -> Activity | None:
    """Refuses an entry that cannot be posted; returns its activity."""
    if entry.at.tzinfo is None:
        raise ValueError("the moment of an entry has a time zone")
    check_subject(entry.subject_type)
    for field, text, maximum in (
        ("key", entry.key, MAX_KEY),
        ("description", entry.description, MAX_DESCRIPTION),
        *(("memo", leg.memo, MAX_MEMO) for leg in entry.legs),
    ):
        if len(text) > maximum:
            raise errors.EntryTextTooLong(field=field, maximum=maximum, pointer=f"/{field}")
    if len(entry.legs) < 2:
        raise errors.EntryTooShort(pointer="/legs")
    sums = {Side.DEBIT: 0, Side.CREDIT: 0}
    weights: list[tuple[str, int]] = []
    for index, leg in enumerate(entry.legs):
        pointer = f"/legs/{index}"
        if leg.amount.currency != context.currency:
            raise errors.EntryCurrencyMismatch(
                currency=context.currency.code, other=leg.amount.currency.code, pointer=f"{pointer}/amount"
            )
        if not 0 < leg.amount.minor <= scale.MAX_LEG:
            largest = Money(scale.MAX_LEG, context.currency)
            raise errors.EntryAmountInvalid(maximum=str(largest), pointer=f"{pointer}/amount")
        account = context.accounts.get(leg.account_code)
        if account is None:
            raise errors.LedgerAccountNotFound(account=leg.account_code, pointer=f"{pointer}/account")
        if account[3]:
            raise errors.LedgerAccountIsHeading(account=leg.account_code, pointer=f"{pointer}/account")
        if not account[2]:
            raise errors.LedgerAccountNotUsable(account=leg.account_code, pointer=f"{pointer}/account")
        sums[leg.side] += leg.amount.minor
        weights.append((account[1], leg.amount.minor))
    if sums[Side.DEBIT] != sums[Side.CREDIT]:
        raise errors.EntryUnbalanced(
            debits=str(Money(sums[Side.DEBIT], context.currency)),
            credits=str(Money(sums[Side.CREDIT], context.currency)),
            pointer="/legs",
        )
    if context.unit(entry) not in context.prefixes:
        raise errors.UnitNotFound(pointer="/branch")
    if entry.at.year < FIRST_YEAR:
        raise errors.EntryTooOld(year=FIRST_YEAR, pointer="/at")
    if entry.at > now + FUTURE_TOLERANCE:
        raise errors.EntryInFuture(pointer="/at")
    if context.closed is not None and context.day(entry) <= context.closed:
        raise errors.PeriodClosed(through=context.closed.isoformat(), pointer="/at")
    natural = roles.activity_of(weights)
    # An activity belongs to cash: an entry without any keeps none, whatever the caller says.
    return (entry.activity or natural) if natural else None


class _Work:
    """Entries that are checked, on their way into the tables."""

    def __init__(
        self,
        context: _Context,
        entries: Sequence[Entry],
        ids: Mapping[str, uuid.UUID],
        digests: Mapping[str, str],
        reverses: Mapping[str, uuid.UUID],
        activities: Mapping[str, Activity | None],
        now: datetime,
    ) -> None:
        self.context, self.ids, self.digests, self.reverses = context, ids, digests, reverses
        self.activities, self.now = activities, now
        self.legs = {entry.key: [(new_id(), leg) for leg in entry.legs] for entry in entries}

    def write(self, cursor: Any, entries: Sequence[Entry], *, claimed: bool = False) -> set[str]:
        """Writes the entries, all or none, and returns the keys that were free.

        Waits for a transaction that is writing one of them. `claimed` where the keys are ours already.
        """
        series: defaultdict[tuple[uuid.UUID, int], list[str]] = defaultdict(list)
        for entry in sorted(entries, key=lambda entry: (entry.at, entry.key)):
            series[self._place(entry)].append(entry.key)
        places = {key: place for block in series.values() for place, key in enumerate(block, start=1)}
        rows = {
            "claimed": claimed,
            "now": self.now,
            "book": self.context.book_id,
            "ledger": self.context.ledger_id,
            "entries": orjson.dumps(
                [
                    {**self._row(entry), "place": places[entry.key], "of": len(series[self._place(entry)])}
                    for entry in entries
                ]
            ).decode(),
            # In one order, so that two batches wait for one another in one direction only.
            "series": orjson.dumps(
                [
                    {"id": new_id(), "unit": unit, "year": year, "count": len(series[unit, year])}
                    for unit, year in sorted(series)
                ]
            ).decode(),
            "legs": orjson.dumps([row for entry in entries for row in self._legs(entry)]).decode(),
        }
        try:
            cursor.execute(_POST, rows)
        except IntegrityError as error:
            # Amounts and sides were checked: the account was closed or made a heading since it was read.
            refusal = getattr(error.__cause__, "diag", None)
            if refusal is None or refusal.constraint_name != "ledger_leg_valid":
                raise
            raise errors.LedgerAccountNotUsable(account=refusal.message_detail) from error
        return {key for (key,) in cursor.fetchall()}

    def _place(self, entry: Entry) -> tuple[uuid.UUID, int]:
        """The series of numbers that the entry has one of: its unit's, of its year."""
        return self.context.unit(entry), self.context.day(entry).year

    def _row(self, entry: Entry) -> dict[str, Any]:
        unit, year = self._place(entry)
        kind = self.activities[entry.key]
        return {
            "id": self.ids[entry.key],
            "key": entry.key,
            "digest": self.digests[entry.key],
            "subject_type": entry.subject_type,
            "subject_id": entry.subject_id,
            "reverses_id": self.reverses.get(entry.key),
            "at": entry.at.astimezone(UTC),
            "description": entry.description,
            "activity": kind.value if kind else None,
            "unit": unit,
            "year": year,
            "prefix": self.context.prefixes[unit],
        }

    def _legs(self, entry: Entry) -> list[dict[str, Any]]:
        return [
            {
                "id": leg_id,
                "entry": self.ids[entry.key],
                "account": self.context.accounts[leg.account_code][0],
                "side": leg.side.value,
                "amount": format(scale.to_column(leg.amount), "f"),
                "memo": leg.memo,
            }
            for leg_id, leg in self.legs[entry.key]
        ]

    def write_foreign(self, cursor: Any, keys: Collection[str]) -> None:
        """Writes what legs of some entries were in another currency, where there are any."""
        foreign: list[tuple[uuid.UUID, str, int, Decimal]] = [
            (leg_id, leg.foreign.amount.currency.code, leg.foreign.amount.minor, leg.foreign.rate)
            for key in keys
            for leg_id, leg in self.legs[key]
            if leg.foreign is not None
        ]
        if foreign:
            cursor.execute(_FOREIGN, [list(column) for column in zip(*foreign, strict=True)])
