"""Events, their catalogue and dead letters over HTTP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from backend.kernel.events import relay
from backend.kernel.ids import encode, new_id
from tests.business.organizations.people import sign_in
from tests.kernel.events.sample import bound, say

ALL = ("events.event.view", "events.dead_letter.view", "events.dead_letter.replay")


@pytest.fixture
def reader(live_api: Any) -> Any:
    """A client that may read events and replay them. What was said by making it is relayed already."""
    client = sign_in(live_api, *ALL)
    relay.run()
    return client


def test_the_log_is_read_in_order_and_from_where_one_stood(reader: Any) -> None:
    subject = new_id()
    said = [encode("evt", say(number, subject, number + 1)) for number in range(5)]
    relay.run()
    page = reader.get("/events", query={"type": "sample.happened", "limit": 3}).json
    assert [row["id"] for row in page["data"]] == said[:3]
    first = page["data"][0]
    assert first["subject"] == encode("ord", subject)
    assert first["data"] == {"order": encode("ord", subject), "number": 0}
    assert first["object_version"] == 1
    rest = reader.get(
        "/events", query={"type": "sample.happened", "limit": 3, "cursor": page["next_cursor"]}
    ).json
    assert [row["id"] for row in rest["data"]] == said[3:]
    assert rest["next_cursor"] is None
    behind = reader.get("/events", query={"after": said[3]}).json
    assert [row["id"] for row in behind["data"]] == said[4:]
    positions = [row["position"] for row in reader.get("/events").json["data"]]
    assert positions == list(range(1, len(positions) + 1))
    assert reader.get(f"/events/{said[0]}").json == first


def test_what_is_not_relayed_is_not_shown(reader: Any) -> None:
    event_id = encode("evt", say())
    assert reader.get(f"/events/{event_id}").status == 404
    answer = reader.get("/events", query={"after": event_id})
    assert (answer.status, answer.json["code"]) == (404, "event_cursor_unknown")


@pytest.mark.parametrize(
    "query", [{"after": "evt_x"}, {"after": "5"}, {"unknown": "1"}, {"occurred_from": "x"}]
)
def test_a_bad_query_is_refused(reader: Any, query: dict[str, str]) -> None:
    assert reader.get("/events", query=query).status == 400


def test_events_need_the_permission_over_the_whole_business(live_api: Any) -> None:
    assert live_api.get("/events").status == 401
    assert sign_in(live_api, "webhooks.endpoint.view").get("/events").status == 403
    own = sign_in(live_api, "events.event.view", own=True)
    relay.run()
    assert own.get("/events").json["data"] == []


def test_the_catalogue_holds_a_valid_schema_for_each_type(reader: Any) -> None:
    lines = reader.get("/event-types").json["data"]
    assert {"webhook_endpoint.created", "user.created"} <= {line["type"] for line in lines}
    for line in lines:
        jsonschema.Draft202012Validator.check_schema(line["schema"])
        assert line["description"]


def test_every_event_that_was_told_fits_its_published_schema(reader: Any) -> None:
    from backend.kernel.events.store import events_after

    schemas = {line["type"]: line["schema"] for line in reader.get("/event-types").json["data"]}
    told = events_after(0)
    assert len(told) >= 2
    for event in told:
        jsonschema.validate(json.loads(event.body), schemas[event.type])


def test_a_dead_letter_is_seen_and_replayed(reader: Any, live_api: Any) -> None:
    broken = True

    def run(_event: Any) -> None:
        if broken:
            raise RuntimeError("the printer is on fire")

    with bound("test.dead", run, attempts=1):
        event_id = encode("evt", say())
        relay.run()
        (letter,) = reader.get("/dead-letters").json["data"]
        assert letter["event"] == event_id
        assert letter["handler"] == "test.dead"
        assert letter["state"] == "dead"
        assert "the printer is on fire" in letter["last_error"]
        assert reader.get(f"/dead-letters/{letter['id']}").json == letter
        viewer = sign_in(live_api, "events.dead_letter.view")
        assert viewer.post(f"/dead-letters/{letter['id']}/replay").status == 403
        broken = False
        replayed = reader.post(f"/dead-letters/{letter['id']}/replay")
        assert (replayed.status, replayed.json["state"]) == (200, "pending")
        relay.run()
        assert reader.get("/dead-letters").json["data"] == []
        again = reader.post(f"/dead-letters/{letter['id']}/replay")
        assert (again.status, again.json["code"]) == (409, "dead_letter_settled")
    assert reader.post(f"/dead-letters/{encode('dlt', new_id())}/replay").status == 404


def test_the_exported_schemas_are_those_of_the_code(tmp_path: Path) -> None:
    from django.core.management import CommandError, call_command

    call_command("export_event_schemas", directory=str(tmp_path), verbosity=0)
    index = json.loads((tmp_path / "index.json").read_text())
    for line in index["events"]:
        schema = json.loads((tmp_path / line["schema"]).read_text())
        assert schema["properties"]["type"]["const"] == line["type"]
    call_command("export_event_schemas", directory=str(tmp_path), check=True, verbosity=0)
    (tmp_path / "index.json").write_text("{}\n")
    with pytest.raises(CommandError, match=r"index\.json"):
        call_command("export_event_schemas", directory=str(tmp_path), check=True, verbosity=0)
    call_command("export_event_schemas", directory=str(tmp_path), verbosity=0)
    (tmp_path / "gone.happened.v1.json").write_text("{}\n")
    with pytest.raises(CommandError, match=r"gone\.happened"):
        call_command("export_event_schemas", directory=str(tmp_path), check=True, verbosity=0)


def test_every_operation_needs_its_right(live_api: Any) -> None:
    other = sign_in(live_api, "webhooks.endpoint.view")
    letter = f"/dead-letters/{encode('dlt', new_id())}"
    for method, path in (
        ("GET", "/events"),
        ("GET", f"/events/{encode('evt', new_id())}"),
        ("GET", "/event-types"),
        ("GET", "/dead-letters"),
        ("GET", letter),
        ("POST", f"{letter}/replay"),
    ):
        assert live_api.call(method, path).status == 401, path
        assert other.call(method, path).status == 403, path


def test_a_reader_sees_nothing_of_another_business(reader: Any, make_tenant: Any, api_for: Any) -> None:
    from backend.kernel.tenancy import tenant_context

    event_id = encode("evt", say())
    relay.run()
    assert reader.get(f"/events/{event_id}").status == 200
    other = make_tenant()
    with tenant_context(other):
        stranger = sign_in(api_for(other), *ALL)
        relay.run()
        assert stranger.get(f"/events/{event_id}").status == 404
        assert stranger.get("/events", query={"after": event_id}).status == 404
        assert event_id not in [row["id"] for row in stranger.get("/events").json["data"]]
    assert api_for(other).get("/events", token=reader.token).status == 401
