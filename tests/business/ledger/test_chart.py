"""The chart as a tree: headings, moves, what a used account keeps, rolled-up sums, control accounts."""

from __future__ import annotations

from typing import Any

import pytest
from django_ledger.models import AccountModel

from backend.business.ledger import chart, uses
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import credit, debit
from backend.kernel import clock
from backend.kernel.ids import encode, new_id
from backend.wiring import books as wiring

from .conftest import Books, uzs
from .test_api import Signed, account_id, accountant, entry_body, money, signed

__all__ = ["accountant", "signed"]


def made(client: Any, code: str, parent: str | None = None, **more: Any) -> str:
    """The id of a new account, an expense unless said otherwise."""
    body = {
        "code": code,
        "name": f"A {code}",
        "role": "ex_regular",
        "side": "debit",
        "parent": parent,
        **more,
    }
    reply = client.post("/ledger-accounts", json=body)
    assert reply.status == 201, reply
    identity: str = reply.json["id"]
    return identity


def heading(client: Any, code: str, parent: str | None = None, **more: Any) -> str:
    return made(client, code, parent, heading=True, **more)


def patched(client: Any, identity: str, **changes: Any) -> Any:
    return client.patch(f"/ledger-accounts/{identity}", json=changes)


def refused(reply: Any, code: str, pointer: str | None = None) -> None:
    assert (reply.status, reply.code) == (409, code), reply
    if pointer is not None:
        assert [problem["pointer"] for problem in reply.json["errors"]] == [pointer]


def tree(client: Any, **query: Any) -> dict[str, Any]:
    """The tree's nodes by code, and the kinds' balances by kind."""
    reply = client.get("/ledger-accounts/tree", query=query)
    assert reply.status == 200, reply
    nodes = {node["code"]: node for kind in reply.json["kinds"] for node in kind["accounts"]}
    return {**nodes, **{kind["kind"]: kind["balance"] for kind in reply.json["kinds"]}}


@pytest.fixture
def office(accountant: Any, books: Books) -> dict[str, str]:
    """Two headings, one beneath the other, with two accounts beneath the deeper."""
    outer = heading(accountant, "6010")
    inner = heading(accountant, "6020", outer)
    return {
        "outer": outer,
        "inner": inner,
        "paper": made(accountant, "6021", inner),
        "ink": made(accountant, "6022", inner),
    }


class TestPlaces:
    def test_the_tree_stands_in_the_list(self, accountant: Any, office: dict[str, str]) -> None:
        row = accountant.get(f"/ledger-accounts/{office['paper']}").json
        assert (row["parent"], row["level"], row["heading"]) == (office["inner"], 3, False)
        below = accountant.get("/ledger-accounts", query={"parent": office["inner"]}).json["data"]
        assert [row["code"] for row in below] == ["6021", "6022"]
        either = accountant.get("/ledger-accounts", query={"parent": f"{office['inner']},{office['outer']}"})
        assert [row["code"] for row in either.json["data"]] == ["6020", "6021", "6022"]
        headings = accountant.get("/ledger-accounts", query={"heading": "true", "limit": "100"}).json["data"]
        assert {"6010", "6020"} <= {row["code"] for row in headings}
        assert "6021" not in {row["code"] for row in headings}
        assert accountant.get("/ledger-accounts?code=1100").json["data"][0]["control"] is True

    def test_what_cannot_be_a_parent(self, accountant: Any, office: dict[str, str]) -> None:
        body = {"code": "6990", "name": "X", "role": "ex_regular", "side": "debit"}

        def created(parent: str) -> Any:
            return accountant.post("/ledger-accounts", json={**body, "parent": parent})

        refused(created(office["paper"]), "ledger_parent_not_heading", "/parent")
        refused(created(encode("acc", new_id())), "reference_not_found", "/parent")
        other = heading(accountant, "1950", role="asset_ca_other")
        refused(created(other), "ledger_parent_kind_differs", "/parent")
        empty = heading(accountant, "6980")
        assert patched(accountant, empty, active=False).status == 200
        refused(created(empty), "ledger_parent_not_heading", "/parent")
        assert accountant.get("/ledger-accounts?code=6990").json["data"] == []

    def test_moves(self, accountant: Any, office: dict[str, str], books: Books) -> None:
        ledger.post([books.entry("x", debit("6021", uzs(5)), credit(ledger.CASH, uzs(5)))])
        # A used account moves: its code, role and side are the same, and so are all sections.
        year = {"start": "2026-01-01", "end": "2027-01-01"}
        sheet = accountant.get("/reports/profit-and-loss", query=year).json
        assert patched(accountant, office["paper"], parent=office["outer"]).json["level"] == 2
        assert patched(accountant, office["paper"], parent=None).json["parent"] is None
        assert accountant.get("/reports/profit-and-loss", query=year).json == sheet
        assert patched(accountant, office["paper"], parent=office["inner"]).json["level"] == 3
        # A heading moves with all beneath it.
        other = heading(accountant, "6030")
        assert patched(accountant, office["inner"], parent=other).json["parent"] == other
        rows = {
            row["code"]: row
            for row in accountant.get("/ledger-accounts", query={"limit": "100"}).json["data"]
        }
        assert (rows["6021"]["parent"], rows["6021"]["level"]) == (office["inner"], 3)
        refused(patched(accountant, other, parent=office["inner"]), "ledger_account_cycle", "/parent")
        refused(patched(accountant, other, parent=other), "ledger_account_cycle", "/parent")
        counts = dict(
            AccountModel._base_manager.filter(code__startswith="60").values_list("code", "numchild")
        )
        assert (counts["6010"], counts["6020"], counts["6030"]) == (0, 2, 1)

    def test_the_tree_is_not_deeper_than_five(self, accountant: Any, office: dict[str, str]) -> None:
        third = heading(accountant, "6031", office["inner"])
        fourth = heading(accountant, "6032", third)
        made(accountant, "6033", fourth)
        body = {"code": "6034", "name": "X", "role": "ex_regular", "side": "debit", "heading": True}
        fifth = heading(accountant, "6035", fourth)
        refused(
            accountant.post("/ledger-accounts", json={**body, "parent": fifth}),
            "ledger_account_too_deep",
            "/parent",
        )
        outside = heading(accountant, "6036")
        made(accountant, "6037", outside)
        refused(patched(accountant, outside, parent=fourth), "ledger_account_too_deep", "/parent")
        assert patched(accountant, outside, parent=third).status == 200

    def test_a_heading_takes_no_entries(self, accountant: Any, office: dict[str, str], books: Books) -> None:
        legs = entry_body(accountant)["legs"]
        body = entry_body(accountant, legs=[{**legs[0], "account": office["outer"]}, legs[1]])
        refused(
            accountant.post("/journal-entries", json=body), "ledger_account_is_heading", "/legs/0/account"
        )
        assert not ledger.account_exists("6010")
        refused(
            patched(accountant, office["inner"], heading=False), "ledger_account_has_children", "/heading"
        )
        refused(patched(accountant, office["inner"], active=False), "ledger_account_has_children", "/active")
        refused(
            patched(accountant, office["inner"], role="asset_ca_other", code="1999"),
            "ledger_account_has_children",
            "/role",
        )
        empty = heading(accountant, "6040")
        assert patched(accountant, empty, heading=False).json["heading"] is False
        ledger.post([books.entry("x", debit("6040", uzs(5)), credit(ledger.CASH, uzs(5)))])
        refused(patched(accountant, empty, heading=True), "ledger_account_has_entries", "/heading")


class TestUse:
    def test_an_unused_account_may_become_another(self, accountant: Any, office: dict[str, str]) -> None:
        reply = patched(accountant, office["ink"], code="1960", role="asset_ca_other", side="debit")
        assert reply.status == 200, reply
        assert (reply.json["parent"], reply.json["section"]) == (None, "current_assets")
        refused(patched(accountant, office["paper"], role="asset_ca_other"), "ledger_account_code_mismatch")
        refused(
            patched(accountant, office["paper"], code="1961", role="asset_ca_other", parent=office["outer"]),
            "ledger_parent_kind_differs",
        )
        refused(patched(accountant, office["paper"], code="6000"), "ledger_account_exists", "/code")

    def test_what_something_stands_on_stays(self, accountant: Any, books: Books) -> None:
        held = made(accountant, "1960", role="asset_ca_other")
        ledger.post([books.entry("in", debit("1960", uzs(500)), credit(ledger.CASH, uzs(500)))])
        refusal = patched(accountant, held, active=False)
        refused(refusal, "ledger_account_has_balance", "/active")
        assert "5.00 UZS" in refusal.json["detail"]
        ledger.post([books.entry("out", debit(ledger.CASH, uzs(500)), credit("1960", uzs(500)))])
        assert patched(accountant, held, active=False).json["active"] is False

    def test_income_of_earlier_years_holds_no_account(self, accountant: Any, books: Books) -> None:
        sold = made(accountant, "4950", role="in_operational", side="credit")
        now = clock.now()
        ledger.post(
            [
                books.entry(
                    "last year",
                    debit(ledger.CASH, uzs(500)),
                    credit("4950", uzs(500)),
                    at=now.replace(year=now.year - 1, month=6, day=1),
                )
            ]
        )
        assert patched(accountant, sold, active=False).status == 200
        assert patched(accountant, sold, active=True).status == 200
        ledger.post([books.entry("now", debit(ledger.CASH, uzs(500)), credit("4950", uzs(500)), at=now)])
        refused(patched(accountant, sold, active=False), "ledger_account_has_balance", "/active")

    @pytest.mark.parametrize("code", sorted(chart.SYSTEM))
    def test_what_the_product_posts_to_stays(self, accountant: Any, code: str) -> None:
        identity = account_id(accountant, code)
        for change in ({"active": False}, {"heading": True}, {"code": f"{code}x"}):
            refused(
                patched(accountant, identity, **change), "ledger_account_referenced", f"/{next(iter(change))}"
            )

    def test_the_default_of_a_role_stays_until_another_is(self, accountant: Any) -> None:
        first, second = (
            account_id(accountant, "2700"),
            made(accountant, "2710", role="lia_ltl_notes", side="credit"),
        )
        refusal = patched(accountant, first, active=False)
        refused(refusal, "ledger_account_referenced", "/active")
        assert "role lia_ltl_notes" in refusal.json["detail"]
        assert patched(accountant, second, default=True).json["default"] is True
        assert accountant.get(f"/ledger-accounts/{first}").json["default"] is False
        refused(
            patched(accountant, account_id(accountant, "1000"), default=True), "ledger_account_is_heading"
        )
        assert patched(accountant, first, active=False).status == 200
        refused(patched(accountant, first, default=True), "ledger_account_not_usable")
        assert patched(accountant, second, default=False).json["default"] is False

    def test_what_a_document_points_to_stays(self, accountant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        assert {"payment methods", "catalogue", "orders"} <= set(uses._uses)
        identity = made(accountant, "6300x")
        monkeypatch.setitem(uses._uses, "somebody", lambda code: code == "6300x")
        refusal = patched(accountant, identity, active=False)
        refused(refusal, "ledger_account_referenced", "/active")
        assert "somebody" in refusal.json["detail"]
        monkeypatch.delitem(uses._uses, "somebody")
        assert patched(accountant, identity, active=False).status == 200
        # Of the payment methods that every business has one posts to the bank account.
        refusal = patched(accountant, account_id(accountant, "1030"), active=False)
        refused(refusal, "ledger_account_referenced", "/active")
        assert "payment methods" in refusal.json["detail"]


class TestControl:
    @pytest.mark.parametrize("code", sorted(ledger.CONTROL))
    def test_documents_alone_post_to_it(self, accountant: Any, code: str) -> None:
        legs = entry_body(accountant)["legs"]
        body = entry_body(accountant, legs=[legs[0], {**legs[1], "account": account_id(accountant, code)}])
        refused(accountant.post("/journal-entries", json=body), "ledger_control_account", "/legs/1/account")
        assert accountant.get("/journal-entries").json["data"] == []

    def test_every_night_the_same_accounts_are_compared(self, accountant: Any) -> None:
        assert set(wiring.documents()) == ledger.CONTROL

    def test_what_an_earlier_release_let_in_is_taken_back(self, accountant: Any, books: Books) -> None:
        ledger.post(
            [books.entry("manual:old", debit(ledger.CASH, uzs(5)), credit(ledger.CUSTOMER_ADVANCES, uzs(5)))]
        )
        (entry,) = accountant.get("/journal-entries").json["data"]
        done = accountant.post(f"/journal-entries/{entry['id']}/reversals", json={"reason": "not by hand"})
        assert done.status == 201, done


class TestSums:
    @pytest.fixture
    def spent(self, office: dict[str, str], books: Books) -> dict[str, str]:
        ledger.post(
            [
                books.entry("paper", debit("6021", uzs(300)), credit(ledger.CASH, uzs(300))),
                books.entry("ink", debit("6022", uzs(200)), credit(ledger.BANK, uzs(200)), unit=books.second),
                books.entry("back", debit(ledger.CASH, uzs(50)), credit("6022", uzs(50))),
                books.sale("sale", 1000),
            ]
        )
        return office

    def test_the_tree_sums_up(
        self, accountant: Any, spent: dict[str, str], books: Books, queries: Any
    ) -> None:
        nodes = tree(accountant)
        assert [nodes[code]["balance"] for code in ("6010", "6020", "6021", "6022")] == [
            money("4.50"), money("4.50"), money("3.00"), money("1.50"),
        ]  # fmt: skip
        assert (nodes["1000"]["balance"], nodes["assets"]) == (money("5.50"), money("5.50"))
        assert (nodes["income"], nodes["expenses"]) == (money("10.00"), money("4.50"))
        assert (nodes["6021"]["parent"], nodes["6021"]["level"]) == (spent["inner"], 3)
        reply = accountant.get("/ledger-accounts/tree").json
        codes = [node["code"] for node in reply["kinds"][5]["accounts"]]
        assert codes[codes.index("6010") :][:4] == ["6010", "6020", "6021", "6022"]
        with queries() as few:
            accountant.get("/ledger-accounts/tree")
        for index in range(20):
            made(accountant, f"6022{index:02}", spent["inner"])
        with queries() as many:
            accountant.get("/ledger-accounts/tree")
        assert len(many) == len(few) <= 4
        assert tree(accountant, end="2026-03-10")["expenses"] == money("0.00")
        assert tree(accountant, branch=encode("brn", books.second))["6010"]["balance"] == money("2.00")

    def test_statements_show_headings(self, accountant: Any, spent: dict[str, str], queries: Any) -> None:
        year = {"start": "2026-01-01", "end": "2027-01-01"}
        plain = accountant.get("/reports/profit-and-loss", query=year).json
        with queries() as seen:
            report = accountant.get("/reports/profit-and-loss", query={**year, "headings": "true"}).json
        assert len(seen) <= 4
        lines = {s["code"]: s["lines"] for s in report["sections"]}["operating_expenses"]
        assert [(line["code"], line["level"], line["heading"], line["amount"]) for line in lines] == [
            ("6010", 1, True, money("4.50")),
            ("6020", 2, True, money("4.50")),
            ("6021", 3, False, money("3.00")),
            ("6022", 3, False, money("1.50")),
        ]
        assert {s["code"]: s["total"] for s in report["sections"]} == {
            s["code"]: s["total"] for s in plain["sections"]
        }
        assert not any(line["heading"] for s in plain["sections"] for line in s["lines"])
        sheet = accountant.get("/reports/balance-sheet", query={"headings": "true"}).json
        assert sheet["balanced"] is True
        assert [(line["code"], line["amount"]) for line in sheet["sections"][0]["lines"]] == [
            ("1000", money("5.50")), ("1010", money("7.50")), ("1030", money("-2.00")),
        ]  # fmt: skip
        (earnings,) = sheet["sections"][4]["lines"]
        assert (earnings["account"], earnings["heading"]) == (None, False)
        span = {"start": "2026-03-01", "end": "2026-04-01", "compare_start": "2026-02-01", "headings": "true"}
        trial = accountant.get("/reports/trial-balance", query=span).json
        by_code = {line["code"]: line for line in trial["lines"]}
        assert by_code["6010"]["debit"] == money("5.00")
        assert by_code["6010"]["credit"] == money("0.50")
        assert by_code["6010"]["closing"] == money("4.50")
        assert trial["debit"] == trial["credit"] == money("15.50")
        assert trial["comparison"]["lines"] == []
        assert accountant.get("/reports/cash-flow?headings=true").status == 400

    def test_only_reports_show_sums(self, signed: Signed, books: Books) -> None:
        assert signed("ledger.account.view").get("/ledger-accounts/tree").status == 403
        assert signed("ledger.report.view").get("/ledger-accounts/tree").status == 200


def test_names_follow_the_language(accountant: Any) -> None:
    reply = accountant.get("/ledger-accounts/tree", headers={"Accept-Language": "uk"})
    nodes = {node["code"]: node["name"] for kind in reply.json["kinds"] for node in kind["accounts"]}
    assert (nodes["1000"], nodes["1010"]) == ("Грошові кошти", "Каса")
