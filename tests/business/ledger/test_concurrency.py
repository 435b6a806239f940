"""Eight at once, over real connections and commits."""

from __future__ import annotations

import threading
from collections import Counter
from contextvars import copy_context
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection

from backend.business.ledger import errors
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import credit, debit
from backend.kernel.db import transaction
from backend.kernel.ids import new_id

from .conftest import AT, Books, uzs

POSTERS = 8


def test_eight_posters_leave_no_twins_no_gaps_and_no_drift(live_books: Books, run_parallel) -> None:
    rounds, size = 6, 5

    def poster(worker: int) -> None:
        for turn in range(rounds):
            ledger.post(
                [
                    live_books.sale(
                        f"{worker}.{turn}.{n}",
                        100 + n,
                        unit=live_books.branch if (worker + n) % 2 else live_books.second,
                        at=AT + timedelta(days=n),
                    )
                    for n in range(size)
                ]
            )

    run_parallel(poster, POSTERS)
    entries = ledger.entries(limit=500)
    assert len(entries) == POSTERS * rounds * size
    assert max(Counter(entry.number for entry in entries).values()) == 1
    by_series: Counter[str] = Counter(entry.number.rpartition("-")[0] for entry in entries)
    for series, count in by_series.items():
        numbers = sorted(int(e.number[-10:]) for e in entries if e.number.startswith(series))
        assert numbers == list(range(1, count + 1))
    assert ledger.balance_drift() == []
    totals = ledger.statement("trial_balance", start=AT.date()).totals
    assert not totals["closing"]
    assert totals["debit"] == uzs(POSTERS * rounds * sum(100 + n for n in range(size)))


def test_one_key_at_once_posts_once(live_books: Books, run_parallel) -> None:
    answers = run_parallel(
        lambda worker: ledger.post([live_books.sale("same"), live_books.sale(f"own {worker}")]), POSTERS
    )
    assert len({first for first, _ in answers}) == 1
    assert len(ledger.entries()) == POSTERS + 1
    assert ledger.balance_drift() == []


def test_overlapping_batches_in_opposite_orders_do_not_deadlock(live_books: Books, run_parallel) -> None:
    def poster(worker: int) -> list:
        batch = [
            live_books.sale(f"shared {n}", unit=live_books.branch if n % 2 else live_books.second)
            for n in range(40)
        ]
        return ledger.post(batch if worker % 2 else batch[::-1])

    answers = run_parallel(poster, POSTERS)
    assert all(set(answer) == set(answers[0]) for answer in answers)
    assert len(ledger.entries()) == 40


def test_one_reversal_at_once(live_books: Books, run_parallel) -> None:
    ledger.post([live_books.sale("sale")])
    answers = run_parallel(lambda worker: ledger.reverse("sale", reason=str(worker)), POSTERS)
    assert len(set(answers)) == 1
    assert len(ledger.entries()) == 2


def test_a_posting_and_a_closing_at_once_leave_no_entry_in_a_closed_period(
    live_books: Books, run_parallel
) -> None:
    def act(worker: int) -> str:
        if worker == 0:
            ledger.close_period(through=AT.date())
            return "closed"
        try:
            ledger.post([live_books.sale(f"race {worker}")])
        except errors.PeriodClosed:
            return "refused"
        except IntegrityError as error:
            # The guard at commit, where the check before it was passed just in time.
            return "refused at commit" if "closed through" in str(error) else str(error)
        return "posted"

    outcomes = run_parallel(act, POSTERS)
    assert outcomes[0] == "closed"
    assert set(outcomes) <= {"closed", "posted", "refused", "refused at commit"}
    assert len(ledger.entries()) == outcomes.count("posted")


def test_a_closing_waits_for_a_posting_that_commits(live_books: Books) -> None:
    """What was posted while the closing began is either before it, or refused: never in between."""
    written, go_on = threading.Event(), threading.Event()
    outcome: list[str] = []

    def poster() -> None:
        try:
            with transaction():
                ledger.post([live_books.sale("slow")])
                written.set()
                go_on.wait(10)
            outcome.append("posted")
        except IntegrityError as error:
            outcome.append(str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=copy_context().run, args=(poster,))
    thread.start()
    assert written.wait(10)
    ledger.close_period(through=AT.date())
    go_on.set()
    thread.join(10)
    assert len(outcome) == 1
    assert "closed through 2026-03-10" in outcome[0]
    assert ledger.entries() == []
    with pytest.raises(errors.PeriodClosed):
        ledger.post([live_books.sale("slow")])


def test_branches_can_be_added_at_once(live_books: Books, run_parallel) -> None:
    branches = [new_id() for _ in range(POSTERS)]
    run_parallel(lambda worker: ledger.add_unit(branch_id=branches[worker], name=f"B{worker}"), POSTERS)
    for worker, branch in enumerate(branches):
        legs = (debit(ledger.CASH, uzs(1)), credit(ledger.OWNERS_EQUITY, uzs(1)))
        ledger.post([live_books.entry(f"unit {worker}", *legs, unit=branch)])
    prefixes = {entry.number.split("-")[2] for entry in ledger.entries()}
    assert len(prefixes) == POSTERS
