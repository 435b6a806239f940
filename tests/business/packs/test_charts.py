"""The charts of packs: whole as data, added to businesses that are there without a change to what they have."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils.translation import override

from backend.business.ledger import chart, places, roles
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Side
from backend.packs import reading
from backend.packs.applying import account_specs, chart_of

PACKS = ["", *(name for name in reading.names() if name != "common")]
#: What a textbook chart of the trade has, beside the accounts of every business.
TRADE = {
    "translation": {"2411", "2412", "5106", "5107"},
    "workshop": {"1210", "1220", "1230", "5010"},
    "writing": {"2110", "2411", "5106"},
    "retail": {"1210", "1220", "2110", "4910", "5010"},
    "jewelry": {"1211", "1212", "1220", "1240", "2120", "4110", "5010"},
}


def held() -> dict[str, tuple[Any, ...]]:
    """All that the database holds of each account."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT a.code, a.* FROM django_ledger_accountmodel a WHERE a.depth > 2")
        return {row[0]: row[1:] for row in cursor.fetchall()}


@pytest.fixture
def flat(tenant: Any) -> Any:
    """A business with the chart of a release that had no headings."""
    book = ledger.find_book() or ledger.open_book(name="Alpha", currency="UZS")
    rows = places.chart_rows(book)
    for account in rows.filter(depth__gt=3):
        places.move_account(book, account, places.place_for(book, None, account.role))
    rows.filter(depth__gt=2, locked=True).delete()
    assert set(held()) == {spec.code for spec in ledger.DEFAULT_CHART.accounts}
    return book


@pytest.mark.parametrize("pack", PACKS)
def test_a_chart_is_whole(pack: str) -> None:
    specs = places.ordered(chart_of(pack).accounts)
    assert {spec.code for spec in ledger.DEFAULT_CHART.accounts} | TRADE.get(pack, set()) <= {
        spec.code for spec in specs
    }
    by_code = {spec.code: spec for spec in specs}
    assert len(by_code) == len(specs)
    assert all(spec.role in roles.ROLES for spec in specs)
    assert all({"en", "ru", "uz", "fa", "uk"} <= set(spec.names) for spec in specs)
    headings = {spec.code for spec in specs if spec.heading}
    assert headings == {spec.parent for spec in specs if spec.parent}, "no heading is empty"
    # What the product and the seeds post to takes entries.
    assert not headings & {spec.code for spec in ledger.DEFAULT_CHART.accounts}
    defaults = [spec.role for spec in specs if spec.default]
    assert len(defaults) == len(set(defaults))
    # Beneath one heading nobody is called as somebody else.
    for language in ("en", "ru", "uz", "fa", "uk"):
        names = [spec.names[language] for spec in specs]
        assert len(set(names)) == len(names), [name for name in names if names.count(name) > 1]


def test_names_are_shown_in_every_language() -> None:
    for spec in account_specs():
        for language, name in spec.names.items():
            assert chart.display_name(spec.code, spec.names["en"], language) == name
    assert chart.display_name("1211", "Our gold", "fa") == "Our gold"


def test_an_existing_chart_only_grows(flat: Any) -> None:
    before = held()
    added = ledger.extend_chart(chart_of("jewelry"))
    after = held()
    assert set(added) == set(after) - set(before)
    assert set(after) == {spec.code for spec in chart_of("jewelry").accounts} - {"1000", "1490"}, (
        "a heading without a new account beneath it does not come"
    )
    assert {code: after[code] for code in before} == before
    assert ledger.extend_chart(chart_of("jewelry")) == []
    with override("fa"):
        nodes = {n.code: n for kind in ledger.chart_tree().kinds for n in kind.accounts}
    assert nodes["1211"].name == "طلا"
    assert nodes["1211"].parent_id == nodes["1210"].account_id
    assert nodes["1210"].level == 2
    assert nodes["1200"].parent_id is None, "what was there is not moved"


def test_a_code_of_the_businesss_own_stays_its_own(flat: Any) -> None:
    identity = places.insert_account(
        flat, code="1205", name="Display cases", role="asset_ca_other", side=Side.DEBIT
    )
    added = ledger.extend_chart(chart_of("jewelry"))
    assert "1205" not in added
    nodes = {n.code: n for kind in ledger.chart_tree().kinds for n in kind.accounts}
    assert (nodes["1205"].name, nodes["1205"].heading, nodes["1205"].account_id) == (
        "Display cases", False, identity,
    )  # fmt: skip
    assert nodes["1210"].parent_id is None
    assert nodes["1211"].parent_id == nodes["1210"].account_id


def test_the_command_tells_what_came(flat: Any, tenant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tenant = dataclasses.replace(tenant, pack="writing")
    told = io.StringIO()
    monkeypatch.setattr(
        "backend.packs.management.commands.extend_charts.tenants.list_tenants", lambda open_only: [tenant]
    )
    call_command("extend_charts", stdout=told)
    slug, _, codes = told.getvalue().strip().partition(": ")
    missing = {spec.code for spec in chart_of("writing").accounts} - {"1000", "1490"}
    assert (slug, set(codes.split(", "))) == (
        tenant.slug, missing - {spec.code for spec in ledger.DEFAULT_CHART.accounts},
    )  # fmt: skip
    again = io.StringIO()
    call_command("extend_charts", stdout=again)
    assert again.getvalue() == ""
