"""What a centre lost comes back from a backup, and what it did since stays."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from tests.business.customers.merges import merge, undo
from tests.business.payments.shop import PRICE, shop
from tests.platform.backups.centre import Centre, centre, staged

__all__ = ["centre", "shop", "staged"]


def conflicts_of(merged: Any, *tables: str) -> set[tuple[str, str]]:
    """Table and reason of what was kept out."""
    return {(row["table"], row["reason"]) for row in merged.conflicts if not tables or row["table"] in tables}


def test_every_table_has_a_choice(centre: Centre) -> None:
    """A new table joins `backend/wiring/backups.py`: somebody has to say what merging means for it."""
    from backend.platform.backups.choices import rules
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.engine.merging.shape import shapes_of

    known = rules()
    with psycopg.connect(configuration().server.dsn) as connection:
        shapes = shapes_of(connection, centre.info.schema, known)
    assert set(shapes) == set(known.tables)
    for table, choice in known.tables.items():
        shape = shapes[table]
        assert bool(choice.why) == (choice.kind == "never"), table
        if choice.kind == "never":
            continue
        assert shape.key, table
        assert {choice.label, choice.number} - {""} <= set(shape.columns), table
        for ref in choice.refs:
            assert ref.table in shapes, (table, ref)
            assert {ref.column, ref.when[0] if ref.when else ref.column} <= set(shape.columns), (table, ref)
        edges = {edge.column: edge.table for edge in shape.edges}
        for column in (*choice.part_of, *choice.bound):
            assert known.of(edges[column]).kind == "insert", (table, column)


def test_a_lost_order_comes_back_whole_and_what_was_done_since_stays(centre: Centre, beta: Any) -> None:
    shop, case = centre.shop, centre.case(whole=True)
    before = centre.digests()
    books = shop.books()
    events, log = centre.count("kernel_event"), centre.count("audit_entry")
    centre.lose(case)
    customer = shop.customer()
    later = shop.order(customer)
    shop.pay(PRICE, customer, later)
    paid = {code: balance - books.get(code, 0) for code, balance in shop.books().items()}
    events_later = centre.count("kernel_event")
    others = centre.digests(beta.schema)

    merged = centre.merge()

    assert centre.digests(beta.schema) == others
    assert merged.conflicts == []
    assert merged.inserted["orders_order"] == 1
    assert merged.inserted["django_ledger_journalentrymodel"] == merged.inserted["ledger_posting"] >= 2
    assert centre.lost() == {}
    seen = shop.read({"id": case.order})
    assert (seen["number"], seen["state_group"], len(seen["lines"])) == (case.number, "completed", 1)
    assert shop.owes(case.customer) == (0, 0)
    notes = shop.owner.get(f"/orders/{case.order}/notes").json["data"]
    assert [note["text"] for note in notes] == ["by the window"]
    (file,) = shop.owner.get("/files", query={"order": case.order}).json["data"]
    assert file["name"] == "receipt.pdf"
    # The balances had not been lowered when the entries went: they are what the entries say all the same.
    assert merged.settled["django_ledger_journalentrymodel"] > 0
    assert centre.drift() == []
    after = shop.books()
    assert {code: after[code] - books.get(code, 0) for code in after} == paid
    assert shop.read(later)["id"] == later["id"]
    # The rows are as they were, and no event of theirs is sent again.
    assert centre.count("kernel_event") == events_later > events
    assert centre.count("audit_entry") > log
    same = centre.digests()
    for table in ("files_file", "orders_note", "organizations_branch", "catalog_service", "accounts_user"):
        if table in ("accounts_user", "files_file", "orders_note"):
            assert same[table].rows >= before[table].rows
        else:
            assert same[table] == before[table]


def test_the_difference_names_rows_and_tells_no_values(centre: Centre) -> None:
    case = centre.case()
    secret = "a very personal name"
    key = "SELECT customer_id FROM {s}.orders_order WHERE id = %s"
    centre.lose(case)
    (customer,) = centre.run(key.replace("{s}", "{b}"), case.key)[0]
    centre.run("UPDATE {s}.customers_customer SET name = %s WHERE id = %s", secret, customer)
    centre.shop.order(centre.shop.customer())

    found = centre.difference()

    tables = {row["table"]: row for row in found["tables"]}
    order = tables["orders_order"]
    assert (order["choice"], order["lost"], order["comes_back"]) == ("insert", 1, 1)
    assert order["only_live"] >= 1
    assert order["lost_samples"] == [{"id": str(case.key), "label": case.number, "columns": []}]
    changed = tables["customers_customer"]
    assert changed["changed"] >= 1
    assert ["name"] in [row["columns"] for row in changed["changed_samples"]]
    assert secret not in json.dumps(found)
    assert (tables["accounts_api_key"]["choice"], tables["accounts_api_key"]["why"]) == ("never", "access")
    assert tables["accounts_api_key"]["lost_samples"] == []
    assert found["conflict_counts"] == {}


def test_a_number_that_was_taken_since_is_said_by_row_and_nothing_of_that_order_comes(centre: Centre) -> None:
    clash, free = centre.case(), centre.case()
    centre.lose(clash, free)
    holder = centre.shop.order(centre.shop.customer())
    from backend.kernel.ids import decode

    held_by = decode("ord", holder["id"])
    centre.run("UPDATE {s}.orders_order SET number = %s WHERE id = %s", clash.number, held_by)

    merged = centre.merge()

    (row,) = [row for row in merged.conflicts if row["reason"] == "taken"]
    assert (row["table"], row["id"], row["label"]) == ("orders_order", str(clash.key), clash.number)
    assert (row["detail"], row["held_by"]) == ("orders_order_number_once", str(held_by))
    assert centre.run("SELECT id FROM {s}.orders_order WHERE id IN (%s, %s)", clash.key, free.key) == [
        (free.key,)
    ]
    # The parts stay out with the whole, the money and its entries too.
    for table in ("orders_line", "payments_receivable", "payments_payment", "ledger_posting"):
        assert table in {row["table"] for row in merged.conflicts}, table
    assert centre.drift() == []
    centre.run("UPDATE {s}.orders_order SET number = %s WHERE id = %s", holder["number"], held_by)


def test_what_names_a_customer_that_became_a_part_of_another_stays_out(centre: Centre) -> None:
    """Its money and their entries too; with the two parted again it comes back."""
    shop, case = centre.shop, centre.case()
    centre.lose(case)
    assert merge(shop, shop.customer(), case.customer).status == 200

    merged = centre.merge()

    reasons = {row["table"]: row["reason"] for row in merged.conflicts if row["reason"] == "customer_merged"}
    assert set(reasons) >= {"orders_order", "payments_payment", "payments_receivable"}
    (row,) = [row for row in merged.conflicts if row["table"] == "orders_order"]
    assert (row["id"], row["label"], row["reason"]) == (str(case.key), case.number, "customer_merged")
    assert centre.run("SELECT id FROM {s}.orders_order WHERE id = %s", case.key) == []
    assert undo(shop, case.customer).status == 200
    assert centre.merge().inserted["orders_order"] == 1
    assert shop.read({"id": case.order})["customer"] == case.customer
    assert centre.drift() == []


def test_what_dies_on_the_way_leaves_everything_as_it_was(centre: Centre) -> None:
    from backend.platform.tenants.facade import owner_connection

    case = centre.case()
    centre.lose(case)
    before = centre.digests()

    def killed(connection: Any, merged: Any) -> None:
        assert merged.inserted["orders_order"] == 1
        with owner_connection() as owner:
            owner.execute("SELECT pg_terminate_backend(%s)", [connection.info.backend_pid])

    def dies(connection: Any, merged: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(psycopg.OperationalError):
        centre.merge(also=killed)
    with pytest.raises(KeyboardInterrupt):
        centre.merge(also=dies)
    assert centre.digests() == before
    assert centre.merge().inserted["orders_order"] == 1


def test_the_business_works_on_while_rows_come_back(centre: Centre, run_parallel: Callable[..., Any]) -> None:
    """Orders are placed and paid by others at the same moment: nothing is lost, counted twice or out of balance."""
    shop, case = centre.shop, centre.case()
    centre.lose(case)
    customers = [shop.customer() for _ in range(2)]
    begun = threading.Barrier(3)

    def act(place: int) -> Any:
        begun.wait(60)
        if place == 2:
            return centre.merge()
        made = []
        for _ in range(2):
            order = shop.order(customers[place])
            shop.pay(PRICE, customers[place], order)
            made.append(order["number"])
        return made

    first, second, merged = run_parallel(act, 3)
    assert merged.inserted["orders_order"] == 1
    assert len({*first, *second}) == 4
    assert centre.lost() == {}
    assert centre.drift() == []
    shop.books()
    assert [shop.owes(customer) for customer in customers] == [(0, 0), (0, 0)]


def test_what_was_removed_on_purpose_stays_removed_unless_it_is_asked_for(centre: Centre) -> None:
    reply = centre.shop.owner.delete(f"/holidays/{centre.holiday}")
    assert reply.status == 204, reply
    kept = centre.merge()
    assert conflicts_of(kept, "scheduling_holiday") == {("scheduling_holiday", "deleted")}
    assert "scheduling_holiday" not in kept.inserted
    back = centre.merge(revive=frozenset({"scheduling_holiday"}))
    assert back.inserted["scheduling_holiday"] == 1


def test_the_erased_stay_erased(centre: Centre) -> None:
    from backend.business.privacy import requests
    from backend.kernel.ids import decode
    from backend.kernel.permissions import system_principal
    from backend.kernel.tenancy import tenant_context

    case = centre.case(whole=True)
    with tenant_context(centre.info):
        system = system_principal(centre.info.id, centre.info.schema)
        asked = requests.create_request(
            principal=system, kind="erasure", customer_id=decode("cus", case.customer)
        )
        requests.decide(principal=system, request_id=asked.pk, transition="approve")
    # Its notes and files went with the erasure; its order's row is lost besides.
    assert centre.run("SELECT count(*) FROM {s}.orders_note WHERE order_id = %s", case.key) == [(0,)]
    centre.run("DELETE FROM {s}.orders_transition WHERE order_id = %s", case.key)

    everything = frozenset({"orders_note", "files_file", "orders_transition"})
    merged = centre.merge(revive=everything)

    assert ("orders_note", "erased") in conflicts_of(merged)
    assert not set(merged.inserted) & everything
    for table, column in (("orders_note", "order_id"), ("files_file", "subject_id")):
        assert centre.run(f"SELECT count(*) FROM {{s}}.{table} WHERE {column} = %s", case.key) == [(0,)]
    # What `mend` would bring back by hand is gone from the staging schema too.
    for table, column in (("orders_note", "order_id"), ("files_file", "subject_id")):
        centre.run(f"DELETE FROM {{b}}.{table} WHERE {column} = %s", case.key)


def test_changed_rows_stay_unless_it_is_asked_for_and_somebody_looked(centre: Centre) -> None:
    from backend.kernel import clock

    code = "SELECT id, version, names ->> 'en' FROM {s}.catalog_service WHERE code = 'notarization'"
    key, version, name = centre.run(code)[0]
    reply = centre.shop.owner.patch(
        f"/services/{centre.shop.services['notarization']}", json={"name": {"en": "Renamed"}}
    )
    assert reply.status == 200, reply
    assert centre.merge().overwritten == {}
    assert centre.run(code)[0][2] == "Renamed"
    # Edited after the operator's look: not overwritten unseen.
    chosen = {"tables": frozenset({"catalog_service"}), "overwrite": frozenset({"catalog_service"})}
    stale = centre.merge(compared_at="2000-01-01T00:00:00Z", **chosen)
    assert conflicts_of(stale) == {("catalog_service", "edited_since")}
    now = clock.now().isoformat()
    assert centre.merge(compared_at=now, **chosen).overwritten == {"catalog_service": 1}
    after = centre.run(code)[0]
    assert after == (key, version + 2, name)


def test_money_that_moved_on_is_not_turned_back(centre: Centre) -> None:
    """A closed period, a payment that was changed before it was lost, a part of an entry that still stands."""
    closed, changed = centre.case(), centre.case()
    centre.lose(closed)
    centre.run("UPDATE {s}.django_ledger_entitymodel SET last_closing_date = '2999-01-01'")
    try:
        merged = centre.merge()
    finally:
        centre.run("UPDATE {s}.django_ledger_entitymodel SET last_closing_date = NULL")
    assert ("django_ledger_journalentrymodel", "period_closed") in conflicts_of(merged)
    assert ("orders_order", "part_not_back") in conflicts_of(merged)
    assert "orders_order" not in merged.inserted
    assert centre.merge().inserted["orders_order"] == 1

    payment = "SELECT payment_id FROM {b}.payments_allocation WHERE receivable_id IN (SELECT id FROM" + (
        " {b}.payments_receivable WHERE subject_id = %s)"
    )
    centre.run(
        f"UPDATE {{s}}.payments_payment SET reference = 'x' WHERE id IN ({payment})", changed.key, guards=True
    )
    centre.lose(changed)
    merged = centre.merge()
    assert ("payments_payment", "changed_since") in conflicts_of(merged)
    assert "orders_order" not in merged.inserted
    centre.mend()

    legs = f"SELECT entry_id FROM {{b}}.ledger_posting WHERE subject_id IN ({payment})"
    centre.run(
        "DELETE FROM {s}.django_ledger_transactionmodel WHERE uuid IN (SELECT min(uuid::text)::uuid FROM"
        f" {{s}}.django_ledger_transactionmodel WHERE journal_entry_id IN ({legs}))",
        changed.key,
    )
    merged = centre.merge()
    assert conflicts_of(merged) == {("django_ledger_transactionmodel", "whole_not_back")}


def test_numbers_that_came_back_are_not_given_again(centre: Centre) -> None:
    numbers = "SELECT name, period, value FROM {s}.kernel_sequence WHERE name <> 'reference' ORDER BY 1, 2"
    marks = "SELECT period, value FROM {s}.kernel_sequence WHERE name = 'reference' ORDER BY 1"
    before, marked = centre.run(numbers), centre.run(marks)
    centre.run("UPDATE {s}.kernel_sequence SET value = 1 WHERE name = 'ORD'")
    centre.run("DELETE FROM {s}.kernel_sequence WHERE name = 'PAY'")
    # What was given since the backup is given again here, as its rows are not lost: by hand it is set right.
    staged = {row[:2]: row[2] for row in centre.run(numbers.replace("{s}", "{b}"))}
    merged = centre.merge()
    assert merged.raised["kernel_sequence"] == 2
    assert centre.run(marks) == marked, (
        "marks of reference data are no numbers: none of the backup's comes back"
    )
    after = {row[:2]: row[2] for row in centre.run(numbers)}
    assert {place: after[place] for place in staged} == {
        place: max(value, staged[place]) if place[0] not in ("ORD", "PAY") else staged[place]
        for place, value in ((row[:2], row[2]) for row in before)
        if place in staged
    }
    for name, period, value in before:
        centre.run(
            "UPDATE {s}.kernel_sequence SET value = %s WHERE name = %s AND period = %s", value, name, period
        )


def test_whatever_is_lost_no_merge_breaks_the_books(centre: Centre) -> None:
    """Any rows at random: what comes back is whole, everything refers to something, and balances are sums."""
    random.seed(20260722)
    tables = {
        "orders_order": "id", "orders_line": "id", "orders_transition": "id", "payments_payment": "id",
        "payments_allocation": "id", "payments_receivable": "id", "ledger_posting": "entry_id",
        "django_ledger_journalentrymodel": "uuid", "django_ledger_transactionmodel": "uuid",
    }  # fmt: skip
    keys = {
        table: [row[0] for row in centre.run(f"SELECT {key} FROM {{b}}.{table} ORDER BY 1")]
        for table, key in tables.items()
    }
    books = centre.shop.books()
    wholes = (
        ("django_ledger_journalentrymodel", "django_ledger_transactionmodel", "journal_entry_id"),
        ("django_ledger_journalentrymodel", "ledger_posting", "entry_id"),
        ("orders_order", "orders_line", "order_id"),
        ("orders_order", "orders_transition", "order_id"),
        ("orders_order", "payments_receivable", "subject_id"),
    )
    came = 0
    for turn in range(4):
        lost = {
            table: [one for one in keys[table] if random.random() < share]
            for share in (random.choice((0.05, 0.5)),)
            for table in tables
        }
        entries, legs = list(tables)[-2:]
        torn_books = bool(turn % 2)
        if not torn_books:
            # Entries go with their legs, as what is left of half an entry can only be replaced.
            lost[legs] = [
                row[0]
                for row in centre.run(
                    f"SELECT uuid FROM {{b}}.{legs} WHERE journal_entry_id = ANY(%s)", lost[entries]
                )
            ]
        for table, key in tables.items():
            centre.run(f"DELETE FROM {{s}}.{table} WHERE {key} = ANY(%s)", lost[table])
        merged = centre.merge()
        if merged.inserted.get(entries) and not torn_books:
            # The balances are those of the entries that there are, and add up to nothing.
            assert centre.drift() == []
            centre.shop.books()
        came += sum(merged.inserted.values())
        # One run brings all that can come, and says of everything else why not.
        again = centre.merge()
        assert not any(again.inserted.values())
        away = centre.lost()
        assert sum(again.conflict_counts.values()) == sum(away.values())
        # What came back came with all of its parts.
        for whole, part, column in wholes:
            torn = centre.run(
                f"SELECT w.{tables[whole]} FROM {{s}}.{whole} w JOIN {{b}}.{part} b ON b.{column} = w.{tables[whole]}"
                f" WHERE w.{tables[whole]} = ANY(%s) AND NOT EXISTS"
                f" (SELECT FROM {{s}}.{part} p WHERE p.{tables[part]} = b.{tables[part]})",
                lost[whole],
            )
            assert torn == [], (whole, part)
        centre.mend()
        assert centre.lost() == {}
        # Nothing was counted twice on the way.
        assert centre.drift() == []
        assert centre.shop.books() == books
    assert came > 0


@contextmanager
def public() -> Iterator[None]:
    from backend.kernel.tenancy import PUBLIC, tenant_context

    with tenant_context(PUBLIC):
        yield


def test_an_operator_applies_a_merge_in_two_steps(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.core.audit import facade as audit
    from backend.kernel.errors import Invalid
    from backend.kernel.tenancy import tenant_context
    from backend.platform.backups import errors, housekeeping, merging
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.models import Restore
    from backend.platform.backups.selectors import restore_by_id
    from backend.platform.backups.services import (
        request_discard,
        request_merge,
        request_restore,
        request_undo,
    )

    case = centre.case()
    centre.lose(case)
    events = centre.count("kernel_event")
    with public():
        with pytest.raises(errors.RestoreUnderWay):
            request_restore(principal=None, backup_id=centre.backup.id, mode="replace")
        # What waits to be looked at is no left-over, until its time is over.
        assert housekeeping.discard_stale() == 0
        housekeeping.drop_left_overs(configuration())
        for refused in (
            {"tables": ["accounts_user"]},
            {"overwrite": ["orders_order"]},
            {"revive": ["nothing"]},
        ):
            with pytest.raises(Invalid) as raised:
                request_merge(principal=None, restore_id=centre.row.id, **refused)
            assert [problem.code for problem in raised.value.problems] == ["table_not_mergeable"]
        asked = request_merge(principal=None, restore_id=centre.row.id)
        assert asked.state == "applying"
        for again in (request_merge, request_discard):
            with pytest.raises(errors.RestoreNotReady):
                again(principal=None, restore_id=centre.row.id)

        # The staging schema is the other tests' too.
        monkeypatch.setattr(merging, "drop_shadow", lambda *given: None)

        def dies(*given: Any, **more: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(merging, "record", dies)
            with pytest.raises(KeyboardInterrupt):
                merging.run_merge(centre.row.id)
        assert restore_by_id(centre.row.id).state == "applying"
        assert case.key not in {row[0] for row in centre.run("SELECT id FROM {s}.orders_order")}

        merging.run_merge(centre.row.id)
        merging.run_merge(centre.row.id)

        done = restore_by_id(centre.row.id)
        assert (done.state, done.error, done.phase) == ("succeeded", "", "")
        assert {"table": "orders_order", "rows": 1} in done.report["merged"]["inserted"]
        assert done.report["merged"]["blocked_microseconds"] > 0
        with pytest.raises(errors.RestoreNotUndoable):
            request_undo(principal=None, restore_id=done.id)
        Restore.objects.filter(pk=done.pk).update(state="ready", staged_until="2000-01-01T00:00:00Z")
        assert housekeeping.discard_stale() == 1
        assert restore_by_id(done.id).state == "discarded"
        Restore.objects.filter(pk=done.pk).update(state="ready", staged_until=centre.row.staged_until)
    assert centre.count("kernel_event") == events + 1
    told = centre.run("SELECT type, position FROM {s}.kernel_event ORDER BY seq DESC LIMIT 1")
    assert told == [("tenant.merged", None)]
    logged = "SELECT count(*) FROM {s}.audit_entry WHERE action = 'tenant.merged'"
    assert centre.run(logged) == [(1,)]
    with tenant_context(centre.info):
        audit.seal()
        assert audit.verify().fault is None
    centre.shop.settle()
