"""Posting: keyed, balanced, numbered, all or nothing."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django_ledger.models import AccountModel, EntityModel, JournalEntryModel, TransactionModel

from backend.business.ledger import errors
from backend.business.ledger import facade as ledger
from backend.business.ledger.chart import RENT
from backend.business.ledger.types import Activity, Entry, Foreign, Side, credit, debit
from backend.business.organizations.models import Branch
from backend.kernel import clock
from backend.kernel.db import transaction
from backend.kernel.ids import new_id
from backend.kernel.money import Money
from backend.kernel.tenancy import tenant_context

from .conftest import AT, Books, uzs


def columns(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(params))
        return cursor.fetchall()


def own(seen: list[str]) -> list[str]:
    """The statements that are not the transaction's own."""
    return [text for text in seen if not text.startswith(("SET LOCAL", "SAVEPOINT", "RELEASE"))]


def test_one_entry_takes_two_statements(books: Books, queries) -> None:
    with queries() as seen:
        (entry_id,) = ledger.post([books.sale("one", 12_345)])
    assert len(own(seen)) <= 2, seen
    (entry,) = ledger.entries(keys=["one"])
    assert entry.id == entry_id
    assert [(leg.account_code, leg.side, leg.amount) for leg in entry.legs] == [
        (ledger.CASH, Side.DEBIT, uzs(12_345)),
        (ledger.REVENUE_SERVICES, Side.CREDIT, uzs(12_345)),
    ]
    assert entry.unit == books.branch
    assert entry.activity is Activity.OPERATING


def test_a_hundred_entries_take_two_statements_too(books: Books, queries) -> None:
    with queries() as seen:
        ids = ledger.post([books.sale(f"batch {n}", 100 + n) for n in range(100)])
    assert len(set(ids)) == 100
    assert len(own(seen)) <= 2, seen


def test_numbers_run_in_the_order_of_time_per_unit_and_year(books: Books) -> None:
    late, early = AT + timedelta(hours=1), AT
    last_year = datetime(2025, 5, 5, tzinfo=UTC)
    ledger.post(
        [
            books.sale("late", at=late),
            books.sale("early", at=early),
            books.sale("elsewhere", unit=books.second),
            books.sale("before", at=last_year),
        ]
    )
    numbers = {entry.key: entry.number for entry in ledger.entries()}
    assert numbers["early"].startswith("JE-2026-")
    assert numbers["early"].endswith("-0000000001")
    assert numbers["late"] == numbers["early"][:-1] + "2"
    assert numbers["elsewhere"].endswith("-0000000001")
    assert numbers["elsewhere"] != numbers["early"]
    assert numbers["before"].startswith("JE-2025-")
    assert numbers["before"].endswith("-0000000001")


def test_the_year_is_the_one_of_the_business(books: Books) -> None:
    # Samarkand is five hours ahead: half past eight in the evening of UTC's last day is its new year.
    ledger.post([books.sale("new year", at=datetime(2025, 12, 31, 20, 30, tzinfo=UTC))])
    (entry,) = ledger.entries(keys=["new year"])
    assert entry.number.startswith("JE-2026-")
    assert columns("SELECT DISTINCT day::text FROM ledger_balance WHERE unit_id = %s", books.branch) == [
        ("2026-01-01",)
    ]


def test_a_key_posts_once(books: Books) -> None:
    first = ledger.post([books.sale("twice"), books.sale("other", 5)])
    again = ledger.post([books.sale("other", 5), books.sale("twice")])
    assert again == [first[1], first[0]]
    assert ledger.post([books.sale("twin"), books.sale("twin")])[0] == ledger.entries(keys=["twin"])[0].id
    assert len(ledger.entries()) == 3


def test_a_key_that_stands_for_another_movement_is_refused(books: Books) -> None:
    ledger.post([books.sale("key", 10)])
    with pytest.raises(errors.PostingKeyReused):
        ledger.post([books.sale("key", 11)])
    with pytest.raises(errors.PostingKeyReused):
        ledger.post([books.sale("fresh", 10), books.sale("fresh", 11)])
    assert [entry.key for entry in ledger.entries()] == ["key"]


def test_a_retry_after_the_period_was_closed_answers_as_before(books: Books) -> None:
    (entry_id,) = ledger.post([books.sale("old")])
    ledger.close_period(through=AT.date())
    assert ledger.post([books.sale("old")]) == [entry_id]


def test_nothing_is_an_empty_list(books: Books) -> None:
    assert ledger.post([]) == []


def test_the_head_office_is_the_unit_of_an_entry_without_one(books: Books) -> None:
    entry = Entry("rent", AT, "Rent", (debit("6300", uzs(7)), credit(ledger.BANK, uzs(7))))
    ledger.post([entry])
    (found,) = ledger.entries(keys=["rent"])
    assert found.unit is None
    assert "-HQ-" in found.number


@pytest.mark.parametrize(
    ("legs", "refusal"),
    [
        ((debit("1010", uzs(5)),), errors.EntryTooShort),
        ((debit("1010", uzs(5)), credit("4000", uzs(6))), errors.EntryUnbalanced),
        ((debit("1010", uzs(0)), credit("4000", uzs(0))), errors.EntryAmountInvalid),
        ((debit("1010", uzs(-5)), credit("4000", uzs(-5))), errors.EntryAmountInvalid),
        ((debit("1010", uzs(10**18)), credit("4000", uzs(10**18))), errors.EntryAmountInvalid),
        (
            (debit("1010", Money.of(5, "USD")), credit("4000", Money.of(5, "USD"))),
            errors.EntryCurrencyMismatch,
        ),
        ((debit("9999", uzs(5)), credit("4000", uzs(5))), errors.LedgerAccountNotFound),
        ((debit("01000000", uzs(5)), credit("4000", uzs(5))), errors.LedgerAccountNotFound),
        ((debit("1010", uzs(5), "m" * 101), credit("4000", uzs(5))), errors.EntryTextTooLong),
    ],
)
def test_what_cannot_be_posted_leaves_nothing(books: Books, legs: tuple, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        ledger.post([books.sale("good"), books.entry("bad", *legs)])
    assert ledger.entries() == []
    assert columns("SELECT count(*) FROM ledger_posting") == [(0,)]
    assert columns("SELECT count(*) FROM ledger_balance") == [(0,)]


def test_more_refusals(books: Books) -> None:
    with pytest.raises(errors.UnitNotFound):
        ledger.post([books.sale("nowhere", unit=new_id())])
    with pytest.raises(errors.EntryInFuture):
        ledger.post([books.sale("tomorrow", at=clock.now() + timedelta(days=1))])
    with pytest.raises(errors.EntryTextTooLong):
        ledger.post([books.sale("k" * 201)])
    with pytest.raises(ValueError, match="no subject"):
        ledger.post([books.sale("about nothing", subject_type="weather", subject_id=new_id())])
    with pytest.raises(ValueError, match="time zone"):
        ledger.post([books.sale("naive", at=AT.replace(tzinfo=None))])
    for state in ({"active": False}, {"locked": True}):
        AccountModel.objects.filter(code="4000").update(**{"active": True, "locked": False, **state})
        with pytest.raises(errors.LedgerAccountNotUsable):
            ledger.post([books.sale("frozen")])
    assert ledger.entries() == []


def test_the_library_accepts_what_was_posted(books: Books) -> None:
    ledger.post(
        [
            books.sale("income"),
            books.entry("supplier", debit(ledger.ACCOUNTS_PAYABLE, uzs(3)), credit(ledger.BANK, uzs(3))),
            books.entry("machine", debit("1500", uzs(40)), credit(ledger.BANK, uzs(40))),
            books.entry("capital", debit(ledger.BANK, uzs(90)), credit(ledger.OWNERS_EQUITY, uzs(90))),
            books.entry("deposit", debit(ledger.BANK, uzs(9)), credit(ledger.CASH, uzs(9))),
            books.entry(
                "mixed",
                debit("1500", uzs(6)),
                debit("6000", uzs(5)),
                credit(ledger.CASH, uzs(11)),
            ),
            books.entry(
                "recognized", debit(ledger.CUSTOMER_ADVANCES, uzs(8)), credit(ledger.REVENUE_SERVICES, uzs(8))
            ),
        ]
    )
    activities = {}
    for row in JournalEntryModel.objects.all():
        _, verified = row.verify(force_verify=True)
        assert verified
        assert row.is_posted()
        assert row.is_locked()
        activities[row.description] = row.activity
    assert activities == {
        "income": "op",
        "supplier": "op",
        "machine": "inv",
        "capital": "fin",
        "deposit": None,
        "mixed": "inv",
        "recognized": None,
    }
    assert AccountModel.objects.find_problems() == ([], [], [], [], [])


def test_a_foreign_leg_keeps_its_original_amount(books: Books) -> None:
    dollars = Foreign(Money.of(10_000, "USD"), Decimal("12650.5"))
    legs = (
        debit(ledger.BANK, uzs(126_505_000), foreign=dollars),
        credit(ledger.CUSTOMER_ADVANCES, uzs(126_505_000)),
    )
    ledger.post([books.entry("usd", *legs)])
    (entry,) = ledger.entries(keys=["usd"])
    assert entry.legs[0].foreign == dollars
    assert entry.legs[1].foreign is None


@pytest.mark.parametrize(
    ("code", "minor", "column"),
    [("KWD", 1_234, Decimal("12.34")), ("JPY", 1_234, Decimal("1234.00")), ("USD", 1_234, Decimal("12.34"))],
)
def test_every_currency_survives_the_two_decimals(
    make_tenant, code: str, minor: int, column: Decimal
) -> None:
    with tenant_context(make_tenant(currency=code)):
        if ledger.find_book() is None:
            ledger.open_book(name="Abroad", currency=code)
        amount = Money.of(minor, code)
        ledger.post([Entry("k", AT, "x", (debit(ledger.CASH, amount), credit(ledger.OWNERS_EQUITY, amount)))])
        assert set(TransactionModel.objects.values_list("amount", flat=True)) == {column}
        assert ledger.entries()[0].legs[0].amount == amount
        assert ledger.balances()[0].balance == amount
        ledger.reverse("k", reason="wrong")
        assert ledger.statement("trial_balance").totals["closing"] == Money.zero(code)


class TestReversal:
    def test_swaps_the_sides_and_nets_to_nothing(self, books: Books) -> None:
        subject = new_id()
        (original,) = ledger.post([books.sale("sale", 70, subject_type="order", subject_id=subject)])
        reversal = ledger.reverse("sale", reason="wrong customer", at=AT + timedelta(days=1))
        entries = {entry.id: entry for entry in ledger.entries(subject_id=subject)}
        assert entries[reversal].reverses == original
        assert entries[original].reversed_by == reversal
        assert entries[reversal].description == "wrong customer"
        assert {(leg.account_code, leg.side) for leg in entries[reversal].legs} == {
            (ledger.CASH, Side.CREDIT),
            (ledger.REVENUE_SERVICES, Side.DEBIT),
        }
        assert all(not row.balance for row in ledger.balances())

    def test_is_made_once(self, books: Books) -> None:
        ledger.post([books.sale("sale")])
        first = ledger.reverse("sale", reason="a")
        assert ledger.reverse("sale", reason="b") == first
        assert len(ledger.entries()) == 2

    def test_refuses(self, books: Books) -> None:
        ledger.post([books.sale("sale")])
        with pytest.raises(errors.EntryNotFound):
            ledger.reverse("nothing", reason="x")
        with pytest.raises(errors.ReversalTooEarly):
            ledger.reverse("sale", reason="x", at=AT - timedelta(seconds=1))
        ledger.close_period(through=AT.date())
        with pytest.raises(errors.PeriodClosed):
            ledger.reverse("sale", reason="x", at=AT)
        ledger.reverse("sale", reason="x")
        with pytest.raises(errors.ReversalNotReversible):
            ledger.reverse("sale:reversal", reason="x")

    def test_keeps_what_the_cash_was_for(self, books: Books) -> None:
        legs = (debit(ledger.CASH, uzs(5)), credit(ledger.CUSTOMER_ADVANCES, uzs(5)))
        ledger.post([books.entry("loan", *legs, activity=Activity.FINANCING)])
        ledger.reverse("loan", reason="x", at=AT)
        flow = ledger.statement("cash_flow", start=AT.date(), end=AT.date() + timedelta(days=1))
        assert not flow.totals["financing"]
        assert {entry.activity for entry in ledger.entries()} == {Activity.FINANCING}


class TestPeriods:
    def test_a_closed_period_takes_nothing_until_it_is_opened_again(self, books: Books) -> None:
        ledger.close_period(through=AT.date())
        with pytest.raises(errors.PeriodClosed):
            ledger.post([books.sale("late")])
        # The last second of the closed day, and the first of the next, in Samarkand.
        midnight = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
        with pytest.raises(errors.PeriodClosed):
            ledger.post([books.sale("last", at=midnight - timedelta(seconds=1))])
        ledger.post([books.sale("next", at=midnight)])
        ledger.reopen_period(since=AT.date())
        ledger.post([books.sale("late")])
        with pytest.raises(errors.PeriodClosed):
            ledger.post([books.sale("earlier", at=AT - timedelta(days=1))])

    def test_an_entry_and_the_closing_after_it_may_be_one_transaction(self, live_books: Books) -> None:
        with transaction():
            ledger.post([live_books.sale("last of the year")])
            ledger.close_period(through=AT.date())
        assert len(ledger.entries()) == 1

    def test_what_can_be_closed(self, books: Books) -> None:
        with clock.use(clock.Frozen(AT)):
            with pytest.raises(errors.PeriodInFuture):
                ledger.close_period(through=AT.date())
            ledger.close_period(through=AT.date() - timedelta(days=1))
            ledger.close_period(through=AT.date() - timedelta(days=1))
            with pytest.raises(errors.PeriodClosed):
                ledger.close_period(through=AT.date() - timedelta(days=2))
            with pytest.raises(errors.PeriodNotClosed):
                ledger.reopen_period(since=AT.date())


def test_a_book_is_opened_once(books: Books) -> None:
    with pytest.raises(errors.BookAlreadyOpened):
        ledger.open_book(name="Again", currency="UZS")


def test_a_branch_too_new_for_its_unit_gets_it_with_the_first_entry(books: Books) -> None:
    branch = Branch.objects.create(code="NEW", names={"en": "New"}, timezone="Asia/Samarkand")
    ledger.post([books.sale("first", unit=branch.pk), books.sale("second", unit=branch.pk)])
    assert {entry.unit for entry in ledger.entries()} == {branch.pk}


def test_which_accounts_take_entries(books: Books) -> None:
    assert ledger.account_exists(ledger.CASH)
    assert not ledger.account_exists("9999")
    assert not ledger.account_exists("00000000")
    AccountModel.objects.filter(code=ledger.CASH).update(active=False)
    assert not ledger.account_exists(ledger.CASH)


def test_a_branch_has_one_unit(books: Books) -> None:
    ledger.add_unit(branch_id=books.second, name="Second again")
    branches = [uuid.UUID(int=0x7000 + n) for n in range(40)]
    for branch in branches:
        ledger.add_unit(branch_id=branch, name=f"Branch {branch.int}")
    prefixes = columns("SELECT document_prefix FROM django_ledger_entityunitmodel")
    assert len({prefix for (prefix,) in prefixes}) == len(prefixes) >= 43
    ledger.post([books.sale("there", unit=branches[-1])])


def test_a_business_without_a_book_is_told_so(tenant) -> None:
    # Where the installation opens one with the tenant, it is put out of sight.
    EntityModel._base_manager.update(slug="another-book")
    with pytest.raises(errors.BookNotOpened):
        ledger.post([Entry("k", AT, "x", (debit("1010", uzs(1)), credit("4000", uzs(1))))])
    with pytest.raises(errors.BookNotOpened):
        ledger.statement("trial_balance")
    with pytest.raises(errors.BookNotOpened):
        ledger.close_period(through=AT.date())


def test_a_book_of_earlier_days_gets_what_the_chart_has_since(books: Books) -> None:
    chart = AccountModel._base_manager.filter(coa_model__slug="general-chart", depth=3)
    for code in (ledger.BRANCH_SETTLEMENTS, RENT):
        assert chart.filter(code=code).delete()[0] == 1
    before = chart.count()

    def between(key: str) -> Entry:
        return books.entry(
            key, debit(ledger.BRANCH_SETTLEMENTS, uzs(5)), credit(ledger.CUSTOMER_ADVANCES, uzs(5))
        )

    ledger.post([between("first")])
    ledger.post([between("second")])
    account = chart.get(code=ledger.BRANCH_SETTLEMENTS)
    assert (account.role, account.balance_type, account.active, account.locked) == (
        "asset_ca_other", "debit", True, False,
    )  # fmt: skip
    assert chart.count() == before + 1
    assert len(set(chart.values_list("path", flat=True))) == before + 1
    # Others are the business's own affair: what it took away does not come back by itself.
    with pytest.raises(errors.LedgerAccountNotFound):
        ledger.post([books.entry("rent", debit(RENT, uzs(5)), credit(ledger.CASH, uzs(5)))])
