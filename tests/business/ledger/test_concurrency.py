"""Eight at once, over real connections and commits."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable
from contextvars import copy_context
from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, connection

from backend.business.ledger import errors, permissions, places
from backend.business.ledger import facade as ledger
from backend.business.ledger.accounts import update_account
from backend.business.ledger.types import Side, credit, debit
from backend.kernel.db import transaction
from backend.kernel.errors import DomainError
from backend.kernel.ids import new_id
from backend.kernel.permissions import Principal, Scope

from .conftest import AT, Books, uzs

POSTERS = 8


@pytest.fixture
def accountant_of_all(live_tenant) -> Principal:
    """Somebody who may change and see the chart."""
    grants = {
        str(right): Scope(everything=True)
        for right in (permissions.MANAGE_ACCOUNTS, permissions.VIEW_ACCOUNTS)
    }
    return Principal(
        kind="staff", user_id=new_id(), tenant_id=live_tenant.id, schema=live_tenant.schema, grants=grants
    )


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


CHANGES: tuple[dict[str, bool], ...] = ({"heading": True}, {"active": False})
"""What takes an account out of use for entries."""


def other_asset(code: str) -> uuid.UUID:
    """A new account that nothing needs."""
    book = ledger.current_book()
    return places.insert_account(book, code=code, name="X", role="asset_ca_other", side=Side.DEBIT)


def test_an_account_closes_or_takes_entries_but_not_both(
    live_books: Books, run_parallel, accountant_of_all
) -> None:
    """Half of those at once post to an account, the others take it out of use."""
    for turn in range(6):
        code = f"1960{turn}"
        account, change = other_asset(code), CHANGES[turn % 2]

        def act(
            worker: int, code: str = code, account: uuid.UUID = account, change: dict[str, bool] = change
        ) -> str:
            try:
                if worker % 2:
                    update_account(principal=accountant_of_all, id=account, **change)
                    return "closed"
                legs = (debit(code, uzs(1)), credit(ledger.CASH, uzs(1)))
                ledger.post([live_books.entry(f"{code}.{worker}", *legs)])
            except errors.LedgerAccountNotUsable:
                return "refused"
            except (errors.LedgerAccountHasEntries, errors.LedgerAccountHasBalance):
                return "kept"
            return "posted"

        outcomes = run_parallel(act, POSTERS)
        posted = outcomes.count("posted")
        assert posted == len(ledger.entries(account=code))
        # Either it was posted to and stays in use, or it is out of use and nothing was posted.
        assert set(outcomes) == ({"posted", "kept"} if posted else {"refused", "closed"}), outcomes
        assert ledger.account_exists(code) is bool(posted)
    assert ledger.balance_drift() == []


def test_entries_and_closings_wait_for_each_other(live_books: Books, accountant_of_all) -> None:
    """An account that is being posted to is closed after the entry committed, and the other way round."""

    def meanwhile(other: Callable[[], None], begun: Callable[[], None]) -> list[tuple[str, str]]:
        """`begun` in a transaction that commits when `other`, in another thread, waits for it; what that raised."""
        started, refusals = threading.Event(), []

        def work() -> None:
            try:
                assert started.wait(60)
                other()
            except DomainError as error:
                refusals.append((error.code, error.params["account"]))
            finally:
                connection.close()

        thread = threading.Thread(target=copy_context().run, args=(work,))
        thread.start()
        with transaction():
            begun()
            started.set()
            wait_until(_somebody_waits)
        thread.join(60)
        assert not thread.is_alive()
        return refusals

    def post(code: str) -> None:
        ledger.post([live_books.entry(code, debit(code, uzs(1)), credit(ledger.CASH, uzs(1)))])

    for code, change, refusal in (
        ("1961", CHANGES[0], "ledger_account_has_entries"),
        ("1962", CHANGES[1], "ledger_account_has_balance"),
    ):
        account = other_asset(code)
        close = partial(update_account, principal=accountant_of_all, id=account, **change)
        assert meanwhile(close, partial(post, code)) == [(refusal, code)]
        assert ledger.account_exists(code)
    for code, change in (("1963", CHANGES[0]), ("1964", CHANGES[1])):
        account = other_asset(code)
        close = partial(update_account, principal=accountant_of_all, id=account, **change)
        # The poster reads the account as it still is for others, and waits where it writes.
        assert meanwhile(partial(post, code), close) == [("ledger_account_not_usable", code)]
        assert ledger.entries(account=code) == []
    assert ledger.balance_drift() == []


def wait_until(happened: Callable[[], bool]) -> None:
    """Waits, for a minute at most, until something has happened."""
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _somebody_waits() -> bool:
    """Whether a session waits for a lock of this one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks "
            "WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
        )
        return bool(cursor.fetchone()[0])


def test_branches_can_be_added_at_once(live_books: Books, run_parallel) -> None:
    branches = [new_id() for _ in range(POSTERS)]
    run_parallel(lambda worker: ledger.add_unit(branch_id=branches[worker], name=f"B{worker}"), POSTERS)
    for worker, branch in enumerate(branches):
        legs = (debit(ledger.CASH, uzs(1)), credit(ledger.OWNERS_EQUITY, uzs(1)))
        ledger.post([live_books.entry(f"unit {worker}", *legs, unit=branch)])
    prefixes = {entry.number.split("-")[2] for entry in ledger.entries()}
    assert len(prefixes) == POSTERS
