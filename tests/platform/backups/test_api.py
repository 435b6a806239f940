"""The operator's routes: a backup is asked for, taken, proved, previewed, restored and undone over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from tests.platform.backups.conftest import Business

BACKUP, VIEW, RESTORE = "platform.backup.create", "platform.backup.view", "platform.backup.restore"


@pytest.fixture
def client_with(operator: None, api_for: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """``client_with(codes)``: a client of an operator who holds these permissions."""
    from backend.core.accounts.facade import assign_role, create_role, create_user, issue_session_for
    from backend.kernel.ids import new_id
    from backend.platform.tenants.facade import owner_connection

    made: list[Any] = []

    def make(codes: Sequence[str]) -> Any:
        mark = new_id().hex[-10:]
        user = create_user(
            principal=None, name="Operator", kind="operator", email=f"{mark}@example.com", password="x" * 20
        )
        role = create_role(principal=None, code=f"r{mark}", names={"en": mark}, permissions=codes)
        assign_role(principal=None, user_id=user.id, role=role.id)
        made.append((user, role))
        return api_for(None).signed_in(issue_session_for(user).access_token)

    yield make
    # As SQL: Django's deletion would look for the books that a user keeps, which stand in no public schema.
    with owner_connection() as connection:
        for user, role in made:
            connection.execute("DELETE FROM public.accounts_session WHERE user_id = %s", [user.id])
            connection.execute("DELETE FROM public.accounts_assignment WHERE user_id = %s", [user.id])
            connection.execute("DELETE FROM public.accounts_user WHERE id = %s", [user.id])
            connection.execute("DELETE FROM public.accounts_role WHERE id = %s", [role.id])


@pytest.fixture
def work(operator: None, sent: list[tuple[str, str]]) -> Callable[[], list[str]]:
    """Does what was sent to the workers, and what that sends; the names of the tasks."""
    from backend.platform.backups import tasks

    def run() -> list[str]:
        done = []
        while sent:
            name, row = sent.pop(0)
            getattr(tasks, name)(row)
            done.append(name)
        return done

    return run


def test_the_whole_way_of_a_backup(
    business: Business,
    neighbour: Business,
    client_with: Callable[..., Any],
    work: Callable[[], list[str]],
) -> None:
    from backend.kernel.ids import encode

    client = client_with([BACKUP, VIEW, RESTORE])
    tenant = encode("ten", business.info.id)
    business.add_file(b"a file")

    asked = client.post("/platform/backups", json={"tenants": [tenant]})
    assert asked.status == 202, asked
    (row,) = asked.json["data"]
    assert (row["tenant"], row["state"], row["allowed_actions"]) == (tenant, "requested", [])
    assert work() == ["take", "verify"]
    path = f"/platform/backups/{row['id']}"
    taken = client.get(path)
    assert taken.status == 200
    assert (taken.json["state"], taken.json["verification"]) == ("ok", "ok")
    assert taken.json["tables"]["probe"] == 50
    assert taken.json["file_count"] == 1
    assert taken.json["copies"] == [{"store": "local", "state": "ok", "error": ""}]
    assert taken.json["allowed_actions"] == ["restore", "verify"]
    listed = client.get("/platform/backups", query={"tenant": tenant, "state": "ok"})
    assert [one["id"] for one in listed.json["data"]] == [row["id"]]
    assert client.get("/platform/backups", query={"state": "failed"}).json["data"] == []

    others = neighbour.digests()
    business.run("DELETE FROM {s}.probe WHERE note LIKE 'note 1%%'")
    left = len(business.notes())
    seen = client.post(f"{path}/restores", json={"mode": "preview"})
    assert seen.status == 202
    assert work() == ["restore"]
    seen = client.get(f"/platform/restores/{seen.json['id']}")
    assert seen.json["outcome"] is None
    (change,) = [one for one in seen.json["preview"]["tables"] if one["table"] == "probe"]
    assert change == {"table": "probe", "backup_rows": 50, "live_rows": left, "same": False}

    put_back = client.post(f"{path}/restores", json={"mode": "replace"})
    assert put_back.status == 202
    again = client.post(f"{path}/restores", json={"mode": "replace"})
    assert (again.status, again.code) == (409, "restore_under_way")
    assert work() == ["restore"]
    restored = client.get(f"/platform/restores/{put_back.json['id']}")
    assert restored.json["state"] == "succeeded"
    assert restored.json["preview"] is None
    assert restored.json["outcome"]["blocked_microseconds"] > 0
    assert restored.json["allowed_actions"] == ["undo"]
    assert len(business.notes()) == 50
    assert neighbour.digests() == others

    undo = client.post(f"/platform/restores/{put_back.json['id']}/undo")
    assert (undo.status, undo.json["state"]) == (202, "undoing")
    assert work() == ["undo"]
    undone = client.get(f"/platform/restores/{put_back.json['id']}").json
    assert (undone["state"], undone["allowed_actions"]) == ("undone", [])
    assert len(business.notes()) == left
    refused = client.post(f"/platform/restores/{put_back.json['id']}/undo")
    assert (refused.status, refused.code) == (409, "restore_not_undoable")


def test_the_whole_way_of_a_merge(
    business: Business,
    neighbour: Business,
    client_with: Callable[..., Any],
    work: Callable[[], list[str]],
) -> None:
    from backend.kernel.ids import encode

    client = client_with([BACKUP, VIEW, RESTORE])
    for day in ("2026-03-21", "2026-09-01"):
        business.run(
            "INSERT INTO {s}.scheduling_holiday (id, version, created_at, updated_at, day, names) VALUES"
            ' (gen_random_uuid(), 1, now(), now(), %s, \'{{"en": "A day off"}}\')',
            day,
        )
    asked = client.post("/platform/backups", json={"tenants": [encode("ten", business.info.id)]})
    assert work() == ["take", "verify"]
    path = f"/platform/backups/{asked.json['data'][0]['id']}/restores"
    others = neighbour.digests()
    business.run("DELETE FROM {s}.scheduling_holiday WHERE day = '2026-03-21'")
    business.run('UPDATE {s}.scheduling_holiday SET names = \'{{"en": "Another name"}}\'')

    row = client.post(path, json={"mode": "merge"})
    assert row.status == 202, row
    assert work() == ["restore"]
    place = f"/platform/restores/{row.json['id']}"
    seen = client.get(place).json
    assert (seen["state"], seen["allowed_actions"]) == ("ready", ["apply", "discard"])
    (table,) = [one for one in seen["difference"]["tables"] if one["table"] == "scheduling_holiday"]
    assert (table["lost"], table["comes_back"], table["changed"]) == (1, 1, 1)
    assert [one["name"] for one in table["lost_samples"]] == ["2026-03-21"]
    assert [one["columns"] for one in table["changed_samples"]] == [["names"]]
    assert [seen[name] for name in ("preview", "outcome", "merged")] == [None] * 3
    second = client.post(path, json={"mode": "replace"})
    assert (second.status, second.code) == (409, "restore_under_way")
    refused = client.post(f"{place}/apply", json={"tables": ["orders_order"], "overwrite": ["accounts_user"]})
    assert (refused.status, [one["pointer"] for one in refused.json["errors"]]) == (409, ["/overwrite/0"])
    wanted = {"tables": ["scheduling_holiday"], "overwrite": ["scheduling_holiday"]}
    applied = client.post(f"{place}/apply", json=wanted)
    assert (applied.status, applied.json["state"]) == (202, "applying")
    assert work() == ["merge"]
    done = client.get(place).json
    assert (done["state"], done["error"], done["allowed_actions"]) == ("succeeded", "", [])
    assert done["merged"]["inserted"] == [{"table": "scheduling_holiday", "rows": 1}]
    assert done["merged"]["overwritten"] == [{"table": "scheduling_holiday", "rows": 1}]
    names = "SELECT DISTINCT names ->> 'en', count(*) OVER () FROM {s}.scheduling_holiday"
    assert business.run(names) == [("A day off", 2)]
    undo = client.post(f"{place}/undo")
    assert (undo.status, undo.code) == (409, "restore_not_undoable")
    assert neighbour.digests() == others
    assert business.copies() == []


def test_all_businesses_at_once(
    business: Business, neighbour: Business, client_with: Callable[..., Any]
) -> None:
    from backend.kernel.ids import encode

    asked = client_with([BACKUP, VIEW]).post("/platform/backups", json={})
    assert asked.status == 202
    tenants = {row["tenant"] for row in asked.json["data"]}
    assert {encode("ten", one.info.id) for one in (business, neighbour)} <= tenants


def test_refusals_change_nothing(business: Business, client_with: Callable[..., Any]) -> None:
    from backend.kernel.ids import encode, new_id
    from backend.platform.backups.models import Backup, Restore

    client = client_with([BACKUP, VIEW, RESTORE])
    tenant = encode("ten", business.info.id)
    nobody, nothing = encode("ten", new_id()), encode("bkp", new_id())
    bad: list[dict[str, Any]] = [
        {"tenants": []},
        {"tenants": [tenant, tenant]},
        {"tenants": ["x"]},
        {"everything": True},
    ]
    for body in bad:
        assert client.post("/platform/backups", json=body).status == 400
    refused = client.post("/platform/backups", json={"tenants": [tenant, nobody]})
    assert (refused.status, refused.code) == (409, "reference_not_found")
    assert refused.json["errors"][0]["pointer"] == "/tenants/1"
    assert client.post(f"/platform/backups/{nothing}/verifications").status == 404
    assert client.get(f"/platform/backups/{nothing}").status == 404
    assert client.post(f"/platform/backups/{nothing}/restores", json={"mode": "preview"}).status == 404
    assert Backup.objects.count() == 0
    row = client.post("/platform/backups", json={"tenants": [tenant]}).json["data"][0]
    again = client.post("/platform/backups", json={"tenants": [tenant]})
    assert (again.status, again.code) == (409, "backup_under_way")
    waiting = f"/platform/backups/{row['id']}"
    for path, sent in ((f"{waiting}/verifications", None), (f"{waiting}/restores", {"mode": "replace"})):
        early = client.post(path, json=sent)
        assert (early.status, early.code) == (409, "backup_not_usable")
    assert client.post(f"{waiting}/restores", json={"mode": "sideways"}).status == 400
    assert Restore.objects.count() == 0


def test_each_permission_is_needed(business: Business, client_with: Callable[..., Any], take: Any) -> None:
    from backend.kernel.ids import encode

    backup = encode("bkp", take(business).id)
    calls = {
        ("GET", "/platform/backups"): VIEW,
        ("GET", f"/platform/backups/{backup}"): VIEW,
        ("GET", "/platform/restores"): VIEW,
        ("POST", "/platform/backups"): BACKUP,
        ("POST", f"/platform/backups/{backup}/verifications"): BACKUP,
        ("POST", f"/platform/backups/{backup}/restores"): RESTORE,
    }
    for held in (VIEW, BACKUP, RESTORE):
        client = client_with([held])
        for (method, path), needed in calls.items():
            body = {"mode": "preview"} if path.endswith("restores") and method == "POST" else None
            answer = client.call(method, path, json={} if body is None and method == "POST" else body)
            if needed == held:
                assert answer.status == (200 if method == "GET" else 202), (method, path, answer)
            else:
                assert (answer.status, answer.code) == (403, "permission_denied"), (method, path)


def test_a_business_has_no_such_routes(business: Business, api_for: Callable[..., Any]) -> None:
    assert api_for(None).get("/platform/backups").status == 401
    assert api_for(business.info).get("/platform/backups").status == 400
