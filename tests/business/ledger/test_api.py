"""The ledger's routes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import credit, debit
from backend.business.organizations.models import Branch
from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant
from backend.kernel.ids import encode, new_id
from backend.packs.applying import chart_of

from .conftest import AT, Books, uzs

Signed = Callable[..., Any]


@pytest.fixture
def signed(api: Any) -> Signed:
    """`signed("ledger.*", branch=…)`: a client with these permissions over the business or one branch."""

    def make(*permissions: str, branch: uuid.UUID | None = None) -> Any:
        role = accounts.create_role(
            principal=None, code=f"r{uuid.uuid4().hex[:8]}", names={"en": "R"}, permissions=permissions
        )
        grant = Grant(role.id, "branch", branch_id=branch) if branch else Grant(role.id)
        user = accounts.create_user(
            principal=None, name="Ada", email=f"{uuid.uuid4().hex}@example.com", assignments=[grant]
        )
        return api.signed_in(accounts.issue_session_for(user).access_token)

    return make


@pytest.fixture
def accountant(signed: Signed, books: Books) -> Any:
    return signed("ledger.*")


def money(amount: str, currency: str = "UZS") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


def account_id(client: Any, code: str) -> str:
    reply = client.get(f"/ledger-accounts?code={code}")
    assert reply.status == 200, reply
    return reply.json["data"][0]["id"]


def entry_body(client: Any, **changes: Any) -> dict[str, Any]:
    return {
        "description": "Paper and ink",
        "at": "2026-03-10T09:00:00Z",
        "legs": [
            {"account": account_id(client, "6000"), "side": "debit", "amount": money("120.50")},
            {
                "account": account_id(client, "1010"),
                "side": "credit",
                "amount": money("120.50"),
                "memo": "till",
            },
        ],
        **changes,
    }


class TestAccounts:
    def test_list(self, accountant: Any, queries: Any) -> None:
        with queries() as seen:
            reply = accountant.get("/ledger-accounts?limit=100")
        assert reply.status == 200
        rows = {row["code"]: row for row in reply.json["data"]}
        assert set(rows) == {spec.code for spec in chart_of("").accounts}
        assert list(rows) == sorted(rows)
        assert rows["1010"]["name"] == "Cash"
        assert rows["1010"]["section"] == "current_assets"
        assert rows["1010"]["side"] == "debit"
        assert rows["1010"]["used"] is False
        assert rows["1010"]["allowed_actions"] == ["update"]
        assert not [text for text in seen if "django_ledger" in text][1:], "one query for the list"
        russian = accountant.get("/ledger-accounts?code=1010", headers={"Accept-Language": "ru"})
        assert russian.json["data"][0]["name"] == "Касса"

    def test_pages(self, accountant: Any) -> None:
        codes, cursor = [], ""
        while True:
            page = accountant.get(f"/ledger-accounts?limit=20{cursor}").json
            codes += [row["code"] for row in page["data"]]
            if page["next_cursor"] is None:
                break
            cursor = f"&cursor={page['next_cursor']}"
        assert codes == sorted(spec.code for spec in chart_of("").accounts)

    def test_create_and_post_to_it(self, accountant: Any, books: Books) -> None:
        body = {"code": "6010", "name": "Stationery", "role": "ex_regular", "side": "debit"}
        made = accountant.post("/ledger-accounts", json=body)
        assert made.status == 201, made
        assert {name: made.json[name] for name in body} == body
        assert accountant.get(f"/ledger-accounts/{made.json['id']}").json["name"] == "Stationery"
        again = accountant.post("/ledger-accounts", json=body)
        assert (again.status, again.code) == (409, "ledger_account_exists")
        mismatch = accountant.post("/ledger-accounts", json={**body, "code": "1999"})
        assert (mismatch.status, mismatch.code) == (409, "ledger_account_code_mismatch")
        entry = accountant.post(
            "/journal-entries",
            json=entry_body(
                accountant,
                legs=[
                    {"account": made.json["id"], "side": "debit", "amount": money("3.00")},
                    {"account": account_id(accountant, "1010"), "side": "credit", "amount": money("3.00")},
                ],
            ),
        )
        assert entry.status == 201, entry

    def test_what_is_used_keeps_its_code(self, accountant: Any, books: Books) -> None:
        other = account_id(accountant, "2500")
        renumbered = accountant.patch(f"/ledger-accounts/{other}", json={"code": "2501"})
        assert (renumbered.status, renumbered.json["code"]) == (200, "2501")
        accountant.patch(f"/ledger-accounts/{other}", json={"code": "2500"})
        ledger.post([books.entry("x", debit(ledger.BANK, uzs(5)), credit("2500", uzs(5)))])
        for change in ({"code": "2501"}, {"role": "lia_cl_acc_payable"}, {"side": "debit"}):
            refused = accountant.patch(f"/ledger-accounts/{other}", json=change)
            assert (refused.status, refused.code) == (409, "ledger_account_in_use")
            assert refused.json["errors"][0]["pointer"] == f"/{next(iter(change))}"
        renamed = accountant.patch(f"/ledger-accounts/{other}", json={"name": "Till"})
        assert renamed.json["name"] == "Till"
        assert renamed.json["used"] is True

    def test_what_is_inactive_takes_no_entry(self, accountant: Any) -> None:
        rent = account_id(accountant, "6300")
        assert accountant.patch(f"/ledger-accounts/{rent}", json={"active": False}).json["active"] is False
        legs = entry_body(accountant)["legs"]
        body = entry_body(accountant, legs=[{**legs[0], "account": rent}, legs[1]])
        refused = accountant.post("/journal-entries", json=body)
        assert (refused.status, refused.code) == (409, "ledger_account_not_usable")

    def test_a_lost_update_is_refused(self, accountant: Any) -> None:
        cash = account_id(accountant, "1010")
        tag = accountant.get(f"/ledger-accounts/{cash}").headers["ETag"]
        stale = '"1"' if tag != '"1"' else '"2"'
        refused = accountant.patch(
            f"/ledger-accounts/{cash}", json={"name": "Till"}, headers={"If-Match": stale}
        )
        assert refused.status == 412
        done = accountant.patch(f"/ledger-accounts/{cash}", json={"name": "Till"}, headers={"If-Match": tag})
        assert done.status == 200

    def test_roots_are_not_seen(self, accountant: Any) -> None:
        assert accountant.get("/ledger-accounts?code=00000000").json["data"] == []


class TestEntries:
    def test_post_and_read(self, accountant: Any, books: Books) -> None:
        body = entry_body(accountant, branch=encode("brn", books.branch))
        made = accountant.post("/journal-entries", json=body)
        assert made.status == 201, made
        entry = made.json
        assert entry["number"].startswith("JE-2026-")
        assert entry["branch"] == encode("brn", books.branch)
        assert entry["activity"] == "operating"
        assert entry["subject"] is None
        assert [(leg["account_code"], leg["side"], leg["amount"], leg["memo"]) for leg in entry["legs"]] == [
            ("6000", "debit", money("120.50"), ""),
            ("1010", "credit", money("120.50"), "till"),
        ]
        assert entry["allowed_actions"] == ["reverse"]
        assert accountant.get(f"/journal-entries/{entry['id']}").json == entry

    def test_a_retry_with_its_key_posts_once(self, accountant: Any) -> None:
        body = entry_body(accountant)
        headers = {"Idempotency-Key": "retry-1"}
        first = accountant.post("/journal-entries", json=body, headers=headers)
        second = accountant.post("/journal-entries", json=body, headers=headers)
        assert first.status == second.status == 201
        assert first.json["id"] == second.json["id"]
        assert len(accountant.get("/journal-entries").json["data"]) == 1

    @pytest.mark.parametrize(
        ("change", "status", "code"),
        [
            ({"at": "2100-01-01T00:00:00Z"}, 409, "entry_in_future"),
            ({"at": "9999-12-31T23:59:59Z"}, 409, "entry_in_future"),
            ({"at": "0001-01-01T00:00:00Z"}, 409, "entry_too_old"),
            ({"branch": "brn_01h455vb4pex5vsknk084sn02q"}, 409, "ledger_unit_not_found"),
            ({"description": ""}, 400, "request_invalid"),
            ({"extra": 1}, 400, "request_invalid"),
            ({"legs": []}, 400, "request_invalid"),
        ],
    )
    def test_refusals(self, accountant: Any, change: dict[str, Any], status: int, code: str) -> None:
        reply = accountant.post("/journal-entries", json=entry_body(accountant, **change))
        assert (reply.status, reply.code) == (status, code), reply
        assert accountant.get("/journal-entries").json["data"] == []

    def test_refusals_of_legs(self, accountant: Any) -> None:
        legs = entry_body(accountant)["legs"]
        for changed, code in (
            ({"amount": money("120.51")}, "entry_unbalanced"),
            ({"amount": money("0.00")}, "entry_amount_invalid"),
            ({"amount": money("120.50", "USD")}, "entry_currency_mismatch"),
            ({"account": "acc_01h455vb4pex5vsknk084sn02q"}, "reference_not_found"),
        ):
            reply = accountant.post(
                "/journal-entries", json=entry_body(accountant, legs=[{**legs[0], **changed}, legs[1]])
            )
            assert (reply.status, reply.code) == (409, code)
        assert accountant.get("/journal-entries").json["data"] == []

    def test_filters(self, accountant: Any, books: Books) -> None:
        order = new_id()
        ledger.post(
            [
                books.sale("order", subject_type="order", subject_id=order),
                books.sale("later", at=AT + timedelta(days=5), unit=books.second),
            ]
        )

        def keys(query: str) -> list[str]:
            reply = accountant.get(f"/journal-entries?{query}")
            assert reply.status == 200, reply
            return [row["key"] for row in reply.json["data"]]

        assert keys("") == ["later", "order"]
        assert keys("sort=at") == ["order", "later"]
        assert keys(f"subject={encode('ord', order)}") == ["order"]
        assert keys("subject_type=order") == ["order"]
        assert keys("key=later") == ["later"]
        assert keys(f"branch={encode('brn', books.second)}") == ["later"]
        assert keys("at_before=2026-03-11T00:00:00Z") == ["order"]
        assert keys(f"account={account_id(accountant, '1010')}") == ["later", "order"]
        assert keys(f"account={account_id(accountant, '6000')}") == []
        assert accountant.get("/journal-entries?subject=nonsense").status == 400
        found = accountant.get(f"/journal-entries?subject={encode('ord', order)}").json["data"][0]
        assert found["subject"] == {"type": "order", "id": encode("ord", order)}

    def test_a_list_costs_the_same_for_many(self, accountant: Any, books: Books, queries: Any) -> None:
        ledger.post([books.sale("first")])
        accountant.get("/journal-entries")  # The session is in the cache from here on.
        with queries() as one:
            accountant.get("/journal-entries")
        ledger.post([books.sale(f"n {n}") for n in range(30)])
        with queries() as many:
            reply = accountant.get("/journal-entries")
        assert len(reply.json["data"]) == 31
        assert len(many) == len(one) <= 4

    def test_reversal(self, accountant: Any, books: Books) -> None:
        ledger.post([books.sale("manual:sale", 700)])
        original = accountant.get("/journal-entries").json["data"][0]
        path = f"/journal-entries/{original['id']}/reversals"
        early = accountant.post(path, json={"reason": "x", "at": "2026-03-10T08:59:59Z"})
        assert (early.status, early.code) == (409, "reversal_too_early")
        made = accountant.post(path, json={"reason": "wrong customer"})
        assert made.status == 201, made
        assert made.json["reverses"] == original["id"]
        assert made.json["description"] == "wrong customer"
        assert made.json["allowed_actions"] == []
        again = accountant.post(path, json={"reason": "wrong customer"})
        assert (again.status, again.code) == (409, "entry_already_reversed")
        of_reversal = accountant.post(f"/journal-entries/{made.json['id']}/reversals", json={"reason": "x"})
        assert (of_reversal.status, of_reversal.code) == (409, "reversal_not_reversible")
        assert accountant.get(f"/journal-entries/{original['id']}").json["reversed_by"] == made.json["id"]
        unknown = accountant.post(
            f"/journal-entries/{encode('jen', new_id())}/reversals", json={"reason": "x"}
        )
        assert unknown.status == 404

    def test_an_entry_of_a_document_is_not_taken_back_by_hand(self, accountant: Any, books: Books) -> None:
        ledger.post([books.sale("payment:7", 700)])
        entry = accountant.get("/journal-entries").json["data"][0]
        assert entry["allowed_actions"] == []
        refused = accountant.post(f"/journal-entries/{entry['id']}/reversals", json={"reason": "x"})
        assert (refused.status, refused.code) == (409, "entry_of_document")
        assert accountant.get(f"/journal-entries/{entry['id']}").json["reversed_by"] is None


class TestComparison:
    def test_statements_stand_beside_those_of_another_span(self, accountant: Any, books: Books) -> None:
        before, after = AT - timedelta(days=40), AT
        ledger.post([books.sale("before", 500, at=before), books.sale("after", 700, at=after)])
        span = {"start": "2026-03-01", "end": "2026-04-01"}
        alone = accountant.get("/reports/profit-and-loss", query=span).json
        assert alone["comparison"] is None
        other = {"compare_start": "2026-01-01", "compare_end": "2026-03-01"}
        report = accountant.get("/reports/profit-and-loss", query={**span, **other}).json
        assert report["net_income"] == money("7.00")
        compared = report["comparison"]
        assert (compared["start"], compared["end"]) == ("2026-01-01", "2026-03-01")
        assert compared["net_income"] == money("5.00")
        assert "comparison" not in compared
        # The span before this one ends where this one starts.
        flow = accountant.get("/reports/cash-flow", query={**span, "compare_start": "2026-01-01"}).json
        assert flow["comparison"]["end"] == "2026-03-01"
        assert flow["comparison"]["net_cash"] == money("5.00")
        sheet = accountant.get(
            "/reports/balance-sheet", query={"end": "2026-04-01", "compare_end": "2026-03-01"}
        ).json
        assert (sheet["assets"], sheet["comparison"]["assets"]) == (money("12.00"), money("5.00"))
        trial = accountant.get("/reports/trial-balance", query={**span, **other}).json
        assert trial["comparison"]["debit"] == money("5.00")
        wrong = accountant.get("/reports/cash-flow", query={**span, "compare_start": "2026-03-02"})
        assert (wrong.status, wrong.code) == (400, "span_invalid")


class TestScope:
    def test_permissions_are_apart(self, signed: Signed, books: Books) -> None:
        nobody = signed("ledger.report.view")
        assert nobody.get("/ledger-accounts").status == 403
        assert nobody.get("/journal-entries").status == 403
        reader = signed("ledger.*.view")
        body = entry_body(reader)
        assert reader.post("/journal-entries", json=body).status == 403
        made = {"code": "6010", "name": "X", "role": "ex_regular", "side": "debit"}
        assert reader.post("/ledger-accounts", json=made).status == 403
        assert (
            reader.patch(f"/ledger-accounts/{account_id(reader, '1010')}", json={"name": "X"}).status == 403
        )
        ledger.post([books.sale("x")])
        entry = reader.get("/journal-entries").json["data"][0]
        assert entry["allowed_actions"] == []
        assert reader.post(f"/journal-entries/{entry['id']}/reversals", json={"reason": "x"}).status == 403
        assert len(ledger.entries()) == 1

    def test_a_branch_sees_and_posts_its_own(self, signed: Signed, books: Books) -> None:
        # The ledger knows units; a right over a branch needs the branch itself, under the same id.
        Branch.objects.create(id=books.second, code="second", names={"en": "Second"}, timezone="UTC")
        clerk = signed("ledger.*", branch=books.second)
        ids = ledger.post([books.sale("theirs", unit=books.second), books.sale("others")])
        assert [row["key"] for row in clerk.get("/journal-entries").json["data"]] == ["theirs"]
        assert clerk.get(f"/journal-entries/{encode('jen', ids[1])}").status == 404
        hidden = clerk.post(f"/journal-entries/{encode('jen', ids[1])}/reversals", json={"reason": "x"})
        assert hidden.status == 404
        assert clerk.post("/journal-entries", json=entry_body(clerk)).status == 403
        other = entry_body(clerk, branch=encode("brn", books.branch))
        assert clerk.post("/journal-entries", json=other).status == 403
        own = entry_body(clerk, branch=encode("brn", books.second))
        assert clerk.post("/journal-entries", json=own).status == 201
        assert clerk.get("/reports/trial-balance").status == 403
        assert clerk.get(f"/reports/trial-balance?branch={encode('brn', books.branch)}").status == 403
        assert clerk.get(f"/reports/trial-balance?branch={encode('brn', books.second)}").status == 200


class TestReports:
    @pytest.fixture
    def reader(self, accountant: Any, books: Books) -> Any:
        ledger.post([books.sale("sale", 12_345), books.sale("second", 55, unit=books.second)])
        return accountant

    def test_trial_balance(self, reader: Any) -> None:
        reply = reader.get("/reports/trial-balance?start=2026-03-10&end=2026-03-11")
        assert reply.status == 200, reply
        assert reply.json["balanced"] is True
        assert reply.json["closing"] == money("0.00")
        assert reply.json["debit"] == reply.json["credit"] == money("124.00")
        assert [line["code"] for line in reply.json["lines"]] == ["1010", "4000"]
        assert reply.json["lines"][1]["closing"] == money("-124.00")

    def test_balance_sheet(self, reader: Any, books: Books) -> None:
        reply = reader.get("/reports/balance-sheet")
        assert reply.json["balanced"] is True
        assert reply.json["assets"] == reply.json["equity"] == reply.json["earnings"] == money("124.00")
        branch = reader.get(f"/reports/balance-sheet?branch={encode('brn', books.second)}").json
        assert branch["assets"] == money("0.55")
        equity = next(section for section in branch["sections"] if section["code"] == "equity")
        assert equity["lines"][0]["account"] is None
        assert equity["lines"][0]["role"] == "earnings"
        assert equity["lines"][0]["name"] == "Earnings to date"

    def test_profit_and_loss(self, reader: Any) -> None:
        reply = reader.get("/reports/profit-and-loss?start=2026-01-01&end=2027-01-01")
        assert reply.json["net_income"] == reply.json["revenue"] == money("124.00")
        before = reader.get("/reports/profit-and-loss?start=2026-01-01&end=2026-03-10")
        assert before.json["net_income"] == money("0.00")

    def test_cash_flow(self, reader: Any) -> None:
        reply = reader.get("/reports/cash-flow?start=2026-03-10")
        assert (
            reply.json["net_cash"] == reply.json["operating"] == reply.json["closing_cash"] == money("124.00")
        )

    @pytest.mark.parametrize("kind", ["trial-balance", "balance-sheet", "profit-and-loss", "cash-flow"])
    @pytest.mark.parametrize("end", ["0001-01-01", "0001-01-02", "9999-12-31"])
    def test_the_ends_of_the_calendar(self, reader: Any, kind: str, end: str) -> None:
        assert reader.get(f"/reports/{kind}?end={end}").status == 200

    @pytest.mark.parametrize(
        "query", ["start=2026-03-11&end=2026-03-10", "start=yesterday", "unit=1", "branch=nonsense"]
    )
    def test_bad_queries(self, reader: Any, query: str) -> None:
        assert reader.get(f"/reports/trial-balance?{query}").status == 400
