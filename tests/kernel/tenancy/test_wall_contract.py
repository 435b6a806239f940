"""The wall, at every place of the contract that takes an id: another business's is refused as one of nothing is.

Generated from the contract: a new operation, filter or field is attacked from the day that it is there. Each
answer to the id of a real row of the other business must be word for word the answer to an id of nothing, and
neither business's rows may change. With an id of the own business the answer is another one; where it were
not, the refusal would prove nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
from django.db import transaction

from backend.kernel.api.actions import PUBLIC
from backend.kernel.tenancy import TenantInfo, tenant_context
from tests.contract.calls import CALLS, Sent
from tests.contract.calls.business import FLAT
from tests.contract.test_authorization import digest, prepared
from tests.contract.watch import contract
from tests.contract.world import World, registered
from tests.kernel.tenancy import references
from tests.kernel.tenancy.references import Reference, fitting, nobodys, theirs
from tests.kernel.tenancy.siege import MARK, Siege
from tests.support.client import Reply

PATHS = frozenset(references.paths())
BODIES = references.bodies()
FILTERS = references.filters()
BULKS = references.bulks()


@pytest.fixture(scope="session")
def strangers(worlds: tuple[World, World]) -> dict[str, str]:
    """The ids of the other business's rows."""
    _own, other = worlds
    with tenant_context(other.info):
        return references.gathered(other)


def told(reply: Reply, *ids: str) -> tuple[int, str]:
    """What an answer says, without the ids that were asked for and its own."""
    text = reply.body.decode(errors="replace")
    assert MARK not in text
    for identity in ids:
        text = text.replace(identity, "<id>")
    return reply.status, re.sub(r"req_[0-9a-z]{26}", "<request>", text)


def refused(reply: Reply) -> tuple[Any, ...]:
    """The status, the code and the places of a refusal; of the first line's, where it is a bulk answer."""
    lines = (reply.json or {}).get("results")
    found = lines[0].get("problem") or {} if lines else reply.json if reply.status >= 400 else {}
    return lines[0]["status"] if lines else reply.status, found.get("code"), json.dumps(found.get("errors"))


@contextmanager
def untouched(info: TenantInfo) -> Iterator[None]:
    """Fails where a row of the business has changed at the end of the block."""
    with tenant_context(info):
        before = digest(info.schema)
    yield
    with tenant_context(info):
        assert digest(info.schema) == before, "an attack changed rows"


def _with(sent: Sent, **changed: Any) -> Sent:
    return Sent(**{**sent.__dict__, **changed})


def _assigned(scope: str) -> Callable[[World], Any]:
    return lambda w: {
        "name": "Thief",
        "email": "thief@example.com",
        "assignments": [{"role": w.ids["rol"], "scope": scope}],
    }


def _line(world: World) -> Any:
    return {"customer": world.ids["cus"], "branch": world.ids["brn"], "lines": [{}]}


def _quoted(world: World) -> Any:
    return {"customer": world.ids["cus"]}


def _priced(_world: World) -> Any:
    return {"name": "Thief", "component": "base", "formula": FLAT}


BASES: dict[tuple[str, str], Callable[[World], Any]] = {
    ("orders_create", "quote"): _quoted,
    ("loyalty_rules_dry_run", "customer"): lambda _w: {"amount": {"amount": "100000.00", "currency": "UZS"}},
    **{("price_rules_create", kind): _priced for kind in ("product", "variant", "category")},
    **{
        ("price_rules_update", kind): lambda _w: {"service": None}
        for kind in ("product", "variant", "category")
    },
    **{
        (name, f"lines/0/{kind}"): _line
        for name in ("orders_create", "quotes_create", "quote_requests_create")
        for kind in ("product", "variant")
    },
    **{
        (name, f"assignments/0/{place}"): _assigned(scope)
        for name in ("users_create", "users_update", "invitations_create")
        for place, scope in (
            ("role", "business"),
            ("branch", "branch"),
            ("customer", "customer"),
            ("scope_set", "set"),
        )
    },
}
"""The body around a reference, where the good call's would hide it: by operation and place."""
BY_HAND = {"auth_sign_in grant/client_id": "`test_wall_keys` sends it with its own secret"}
LINKED = {"files_image"}
"""What is shown by the row's own link alone."""
RECORDED = {"audit_log_export"}
"""What writes into the own audit that it was asked."""


class Attack:
    """On the places of one operation that take an id."""

    def __init__(self, siege: Siege, strangers: dict[str, str], name: str) -> None:
        self.siege, self.strangers, self.own, self.name = siege, strangers, siege.own, name
        self.sent = prepared(self.own, name)
        if self.sent.id is None and name in PATHS:
            self.sent = _with(self.sent, id=self.own.id_for(name))
        self.bodies = [found for found in BODIES.get(name, ()) if str(found) not in BY_HAND]
        self.filters = FILTERS.get(name, [])
        self.fitting = {reference: fitting(self.own, reference) for reference in self.bodies + self.filters}
        self.answers: dict[Reference, tuple[Any, ...]] = {}

    def run(self) -> None:
        """All of them, and then what proves that they were worth something."""
        with nullcontext() if self.name in RECORDED else untouched(self.own.info):
            if self.name in PATHS:
                self.in_path()
            for reference in self.filters:
                self.in_filter(reference)
            for reference in self.bodies:
                self.in_body(reference)
        for reference in self.bodies:
            self.prove(reference)

    def same(self, name: str, first: Sent, second: Sent, foreign: str, nothing: str) -> Reply:
        """Sends both, and fails where they are answered differently."""
        reply, wanted = self.own.send(name, first), self.own.send(name, second)
        assert told(reply, foreign) == told(wanted, nothing), name
        return reply

    def in_path(self) -> None:
        """The other's id in the path: not there."""
        resource, operation = registered()[self.name]
        foreign = self.strangers.get(resource.plural) or self.strangers[resource.prefix]
        nothing = self.own.absent(resource.prefix)
        sent = [_with(self.sent, id=identity) for identity in (foreign, nothing)]
        reply = self.same(self.name, *sent, foreign, nothing)
        # A signed link's token is of one file of one business.
        wanted = (403, 404) if operation.permission is PUBLIC else (404,)
        assert reply.status in wanted, (self.name, reply)

    def in_body(self, reference: Reference) -> None:
        """The other's id in the body, by itself and in bulk: refused as nothing's."""
        foreign, nothing = theirs(self.siege, self.strangers, reference), nobodys(reference)
        bodies = [reference.within(self.base(reference), identity) for identity in (foreign, nothing)]
        sent = [_with(self.sent, json=body) for body in bodies]
        found = refused(self.same(self.name, *sent, foreign, nothing))
        assert 400 <= found[0] < 500, (str(reference), found)
        self.answers[reference] = found
        if bulk := BULKS.get(self.name):
            lines = [self._line(body) for body in bodies]
            assert refused(self.same(bulk, *lines, foreign, nothing)) == found, str(reference)

    def _line(self, body: Any) -> Sent:
        verb = self.name.rpartition("_")[2]
        line = {"action": verb, "data": body, **({"id": self.sent.id} if verb == "update" else {})}
        return Sent(json={"operations": [line]})

    def in_filter(self, reference: Reference) -> None:
        """The other's id as a filter, alone and beside an own one: as if it were nothing's."""
        foreign, nothing = theirs(self.siege, self.strangers, reference), nobodys(reference)
        for beside in ("", f"{self.fitting[reference]},"):
            asked = [
                _with(
                    self.sent, query={**(self.sent.query or {}), str(reference.place[0]): beside + identity}
                )
                for identity in (foreign, nothing)
            ]
            self.same(self.name, *asked, foreign, nothing)

    def base(self, reference: Reference) -> Any:
        """The body around a reference."""
        made = BASES.get((self.name, "/".join(map(str, reference.place))))
        return made(self.own) if made else self.sent.json

    def prove(self, reference: Reference) -> None:
        """With an own id the answer is another one: it was the id that was refused."""
        body = reference.within(self.base(reference), self.fitting[reference])
        with undone():
            reply = self.own.send(self.name, _with(self.sent, json=body))
        assert refused(reply) != self.answers[reference], (str(reference), reply)


@contextmanager
def undone() -> Iterator[None]:
    """What the block writes is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _groups() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted({*PATHS, *BODIES, *FILTERS}):
        found.setdefault(registered()[name][0].plural, []).append(name)
    return found


GROUPS = _groups()


@pytest.mark.parametrize("resource", GROUPS)
def test_ids_of_another_business(resource: str, siege: Siege, strangers: dict[str, str]) -> None:
    with untouched(siege.other.info):
        for name in GROUPS[resource]:
            with undone():
                Attack(siege, strangers, name).run()


@pytest.mark.parametrize("resource", [name for name in GROUPS if not PATHS.isdisjoint(GROUPS[name])])
def test_they_are_there_at_home(resource: str, siege: Siege, strangers: dict[str, str]) -> None:
    """What is not there for the one is there for the other: the ids are real."""
    other = siege.other
    for name in GROUPS[resource]:
        if contract().places[name][0] == "GET" and name in PATHS:
            there, _operation = registered()[name]
            with tenant_context(other.info):
                if name in LINKED:
                    identity = other.value(CALLS[name].good.id)
                else:
                    identity = strangers.get(there.plural) or strangers[there.prefix]
                reply = other.send(name, Sent(id=identity, query=other.value(CALLS[name].good.query)))
            # Read to its end, a streamed answer lets go of its file.
            assert (reply.status, bool(reply.body)) == (200, True), (name, reply)


LISTS = [name for name in references.of_tenants() if name.endswith("_list")]


def test_cursors_of_another_business(siege: Siege) -> None:
    """Wherever the other's list has a second page, its cursor is nobody's here; as if it had been made up."""
    continued = []
    for name in LISTS:
        query = {**(siege.other.value(CALLS[name].good.query) or {}), "limit": "1"}
        with tenant_context(siege.other.info):
            cursor = siege.other.send(name, Sent(query=query)).json["next_cursor"]
        if cursor is None:
            continue
        foreign, made_up = (
            siege.own.send(name, Sent(query={**query, "cursor": text})) for text in (cursor, cursor[::-1])
        )
        assert (foreign.status, foreign.code) == (404, "cursor_unknown"), (name, foreign)
        assert told(foreign) == told(made_up), name
        at_home = siege.other.send(name, Sent(query={**query, "cursor": cursor}))
        assert at_home.status == 200, (name, at_home)
        continued.append(name)
    assert len(continued) > 20, continued


def test_it_is_long_enough() -> None:
    """What is generated finds the places: none is lost by a change of how the contract writes an id."""
    assert (len(PATHS), sum(map(len, BODIES.values())), sum(map(len, FILTERS.values()))) > (100, 60, 40)
    assert set(BY_HAND) <= {str(reference) for found in BODIES.values() for reference in found}
