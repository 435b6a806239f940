"""What a process keeps of reference data is right the moment another one commits a change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db import transaction as django_transaction

from backend.business.catalog import facade as catalog
from backend.business.catalog.models import Term
from backend.business.catalog.types import TermKind
from backend.business.pricing import selectors as prices
from backend.business.pricing.models import TaxRate
from backend.kernel import db, reference
from backend.kernel.tenancy import TenantInfo, tenant_context

WATCHED = {
    "organizations_organization": "organizations",
    "organizations_branch": "organizations",
    "catalog_service": "catalog",
    "catalog_term": "catalog",
    "catalog_languagepair": "catalog",
    "pricing_pricerule": "pricing",
    "pricing_taxrate": "pricing",
    "orders_workflow": "orders",
}
WORD = (TermKind.LANGUAGE, "tlh")
START = datetime(2020, 1, 1, tzinfo=UTC)


class Reads:
    """Words and taxes as orders read them, in blocks of their own; counts what was asked of the database."""

    def __init__(self) -> None:
        self.loads = 0

    def codes(self) -> list[str]:
        """The codes of all languages, kept."""

        def load() -> list[str]:
            self.loads += 1
            return sorted(Term.objects.filter(kind="language").values_list("code", flat=True))

        with reference.reading():
            return reference.kept("catalog", ("test", id(self)), load)

    @staticmethod
    def known() -> bool:
        """Whether the word is one of the business's languages."""
        with reference.reading():
            return catalog.known_terms([WORD]) == {WORD}

    @staticmethod
    def rates() -> list[str]:
        """The rates of a class of taxes in force now."""
        with reference.reading():
            found = prices.taxes_for_classes(["kept"], at=datetime.now(UTC))
        return sorted(str(tax.rate) for tax in found)


def add(code: str = WORD[1]) -> None:
    """A language more."""
    Term.objects.create(kind="language", code=code, names={"en": code})


def test_another_connection_commits_a_change_and_it_is_seen(live_tenant: Any, run_parallel: Any) -> None:
    reads = Reads()

    def aside(work: Callable[[], Any]) -> Any:
        """What another connection has of it."""
        return run_parallel(lambda _index: work(), 1)[0]

    assert [reads.codes() for _ in range(3)] == [reads.codes()] * 3
    assert (reads.loads, reads.known(), reads.rates()) == (1, False, [])
    # Committed elsewhere: seen at once.
    aside(lambda: add("aaa"))
    assert "aaa" in reads.codes()
    assert reads.loads == 2
    aside(lambda: Term.objects.filter(code="aaa").update(code="aab"))
    assert "aab" in reads.codes()
    assert "aaa" not in reads.codes()
    assert reads.loads == 3
    aside(lambda: Term.objects.filter(code="aab").delete())
    assert "aab" not in reads.codes()
    assert reads.loads == 4
    # Not committed: seen by whoever makes it, and by nobody else.
    with db.transaction():
        add()
        assert reads.known()
        assert WORD[1] in reads.codes()
        assert not aside(reads.known)
        assert WORD[1] not in aside(reads.codes)
        Term.objects.filter(code=WORD[1]).update(active=False)
        assert not reads.known()
        Term.objects.filter(code=WORD[1]).update(active=True)
    assert reads.known()
    assert aside(reads.known)
    assert WORD[1] in aside(reads.codes)
    # Undone, as a whole or to a savepoint: not seen.
    with django_transaction.atomic():
        add("aac")
        assert "aac" in reads.codes()
        django_transaction.set_rollback(True)
    with db.transaction():
        with django_transaction.atomic():
            add("aad")
            assert "aad" in reads.codes()
            django_transaction.set_rollback(True)
        assert "aad" not in reads.codes()
        with django_transaction.atomic():
            Term.objects.filter(code=WORD[1]).update(active=False)
        assert not reads.known()
        assert aside(reads.known)
        Term.objects.filter(code=WORD[1]).update(active=True)
        assert reads.known()
    assert reads.known()
    assert {"aac", "aad"}.isdisjoint(reads.codes())
    # Two changes at once: neither waits for the other, and each is seen when it commits, whichever is first.
    with db.transaction():
        add("aae")
        aside(lambda: add("aaf"))
        assert "aaf" in aside(reads.codes)
        assert "aae" not in aside(reads.codes)
    assert {"aae", "aaf"} <= set(reads.codes())
    aside(lambda: Term.objects.filter(code="aae").delete())
    assert "aae" not in reads.codes()
    # Rates of one kind leave what is kept of another, and begin and end with time and not with a change.
    loads = reads.loads
    aside(
        lambda: TaxRate.objects.create(tax_class="kept", code="a", rate=Decimal("0.1"), effective_from=START)
    )
    assert reads.rates() == ["0.1"]
    later = datetime(2100, 1, 1, tzinfo=UTC)
    aside(
        lambda: TaxRate.objects.create(tax_class="kept", code="b", rate=Decimal("0.2"), effective_from=later)
    )
    aside(lambda: TaxRate.objects.filter(code="a").update(effective_until=later))
    with reference.reading():
        for at, rate in ((datetime.now(UTC), "0.1"), (later, "0.2"), (START, "0.1")):
            assert [str(tax.rate) for tax in prices.taxes_for_classes(["kept"], at=at)] == [rate]
    reads.codes()
    assert reads.loads == loads


def test_many_at_once_never_see_less_than_what_was_committed(live_tenant: Any, run_parallel: Any) -> None:
    """Writers and readers of one process race: a reader that begins after a commit sees it."""
    reads = Reads()
    done: list[str] = []
    lock = threading.Lock()

    def work(index: int) -> None:
        for step in range(8):
            if index < 2:
                code = f"w{index}{step}"
                add(code)
                with lock:
                    done.append(code)
            else:
                with lock:
                    before = set(done)
                assert before <= set(reads.codes())

    run_parallel(work, 4)
    assert {f"w{index}{step}" for index in range(2) for step in range(8)} <= set(reads.codes())
    marks = db.fetch(
        "SELECT count(*) FROM kernel_sequence WHERE name = 'reference' AND period LIKE 'catalog %%'"
    )
    assert marks[0][0] <= 3, "marks are replaced and do not pile up"


@pytest.mark.parametrize("table", WATCHED)
def test_every_table_says_that_it_changed(tenant: TenantInfo, table: str) -> None:
    kind = WATCHED[table]
    with reference.reading():
        assert reference.keeps(kind)
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{table}" SET id = id WHERE false')
    with reference.reading():
        assert not reference.keeps(kind), "whoever changes it keeps nothing until the commit"
    assert db.fetch("SELECT current_setting('guildhall.reference', true)") == [(f"{tenant.schema}/{kind} ",)]


def test_businesses_have_nothing_in_common(tenant: TenantInfo, other_tenant: TenantInfo) -> None:
    """Marks may be the same in two schemas, as both are made from one template."""
    with reference.reading():
        assert reference.kept("catalog", "whose", lambda: tenant.slug) == tenant.slug
        with tenant_context(other_tenant):
            assert reference.kept("catalog", "whose", lambda: other_tenant.slug) == other_tenant.slug
            with reference.reading():
                assert reference.kept("catalog", "whose", lambda: other_tenant.slug) == other_tenant.slug
        assert reference.kept("catalog", "whose", lambda: "") == tenant.slug


def test_what_is_kept_has_an_end(
    tenant: TenantInfo, other_tenant: TenantInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference, "MOST_OF_KIND", 5)
    monkeypatch.setattr(reference, "MOST_KEPT", 8)

    def kept_of(info: TenantInfo, count: int) -> int:
        with tenant_context(info), reference.reading():
            for number in range(count):
                assert reference.kept("catalog", ("n", number), lambda: number) == number  # noqa: B023
                assert reference.kept_each("catalog", "m", [number], lambda keys: dict.fromkeys(keys, 0)) == {
                    number: 0
                }
        business = reference._businesses.get(info.schema)
        return sum(len(shelf.things) for shelf in business.shelves.values()) if business else 0

    assert kept_of(tenant, 20) <= 6
    assert kept_of(other_tenant, 20) <= 6
    for _ in range(3):
        kept_of(other_tenant, 3)
    assert (
        sum(len(one.things) for each in reference._businesses.values() for one in each.shelves.values()) <= 14
    )


def test_outside_of_a_block_nothing_is_kept(tenant: TenantInfo) -> None:
    loads: list[int] = []
    for number in range(2):
        assert reference.kept("catalog", "outside", lambda: loads.append(number) or number) == number  # noqa: B023
    assert reference.kept_each("catalog", "x", [], lambda keys: {1: 1}) == {}
    assert loads == [0, 1]
