"""A right over a branch, a customer, one's own rows or a set reaches these rows and no others, everywhere.

For every permission there is somebody with that one over the near side and all others over the whole business, so
that an operation that asks for the scope of another permission is found; and somebody with everything over the near
side alone. What the near side's people may not reach, the far side's rows, is asked for in every way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction

from backend.kernel.api.actions import AUTHENTICATED, PUBLIC
from backend.kernel.permissions import CATALOGUE
from tests.contract import scoping as s
from tests.contract.calls import CALLS, Sent
from tests.contract.scoping import (
    BRANCH,
    CUSTOMER,
    MINE,
    NOTHING,
    OWN,
    SCOPES,
    SET,
    SHARED,
    WHOLE,
    Scene,
    Side,
)
from tests.contract.test_authorization import Unchanged, access
from tests.contract.undoing import rolled_back
from tests.contract.watch import contract
from tests.contract.world import World, registered
from tests.support.client import Reply


@pytest.fixture(scope="module")
def scene(centre: World) -> Iterator[Scene]:
    """Both sides in the centre; gone with the module."""
    with rolled_back(centre.info):
        world = World(centre.info, centre.token, centre.email)
        world.ids = dict(centre.ids)
        yield Scene(world)


@pytest.fixture(autouse=True)
def undone(scene: Scene) -> Iterator[None]:
    """What a test does is taken back; the sides stay."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    scene.forget()


def operations(**wanted: Any) -> list[str]:
    """The business's operations that need a permission, and whose facts are these."""
    return [
        name
        for name in sorted(CALLS)
        if not name.startswith("platform_")
        and name in registered()
        and access(name) not in (PUBLIC, AUTHENTICATED)
        and all(getattr(registered()[name][1], fact) == value for fact, value in wanted.items())
    ]


def by_permission(names: list[str]) -> dict[str, list[str]]:
    """Operations by the permission that they name: one token of a scope serves them all."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[access(name).code].append(name)
    return found


def reaches(operation_id: str, scope: str) -> bool:
    """Whether the near side's row is within a scope of this kind."""
    reach = s.reach(operation_id) or NOTHING
    return scope in reach or (scope == SET and bool(reach & {BRANCH, CUSTOMER}))


def test_every_operation_says_what_reaches_its_rows(scene: Scene) -> None:
    assert {name for name in operations() if s.reach(name) is None} == set()
    for name in operations():
        # What a permission says of itself and what the table says of its operations is one thing.
        if access(name).whole:
            assert s.reach(name) == WHOLE, name
    used = {stem for name in operations() for stem in _stems(name) if stem in s.REACH}
    assert used == set(s.REACH), "entries of no operation"


def _stems(name: str) -> list[str]:
    parts = name.split("_")
    return ["_".join(parts[:length]) for length in range(1, len(parts) + 1)]


@pytest.fixture
def tokens(scene: Scene) -> Callable[[str, str], list[str]]:
    """`tokens(scope, code)`: somebody with that permission alone narrow, and somebody with all narrow."""
    kept: dict[str, str] = {}

    def make(scope: str, code: str) -> list[str]:
        if scope == OWN:
            return [scene.alone(scope, code)]
        if scope not in kept:
            everything = {known for known, item in CATALOGUE.items() if item.group != "platform"}
            kept[scope] = scene.token(scope, everything)
        # A set is branches and customers in one: what each permission makes of these is seen by their own scopes.
        return [kept[scope]] if scope == SET else [scene.alone(scope, code), kept[scope]]

    return make


def ids_of(reply: Reply) -> set[str]:
    """The rows of a page."""
    return {row["id"] for row in reply.json["data"]}


def narrowings(operation_id: str, far: Side) -> Iterator[dict[str, str]]:
    """Each filter that can name the far side, doing so."""
    known = {
        "branch": far.branch,
        "parent": far.branch,
        "customer": far.customer,
        "order": far.ids["orders"],
        "user": far.ids["users"],
        "actor": far.maker,
        "q": "far",
    }
    names = [contract().resolve(p)["name"] for p in contract().operations[operation_id]["parameters"]]
    for name in names:
        if name in known:
            yield {name: known[name]}


@pytest.mark.parametrize("scope", SCOPES)
def test_lists_searches_filters_and_counts(
    scope: str, scene: Scene, tokens: Callable[[str, str], list[str]]
) -> None:
    wrong: list[str] = []
    for code, names in by_permission(operations(name="list")).items():
        for token in tokens(scope, code):
            for name in names:
                reach = s.reach(name)
                shown = scene.world.send(name, Sent(query={"limit": "100", "count": "true"}), token=token)
                if shown.status != 200:
                    if (shown.status, reach) != (403, WHOLE):
                        wrong.append(f"{name}: {shown}")
                    continue
                if reach == SHARED:
                    continue
                stem = s.stem_of(name)
                ids = ids_of(shown)
                near = scene.near.row(name, scope) if stem in scene.near.ids else ""
                far = scene.far.row(name, scope) if stem in scene.far.ids else ""
                if far in ids:
                    wrong.append(f"{name} shows the far side's row")
                if near and reaches(name, scope) != (near in ids):
                    wrong.append(f"{name} {'shows' if near in ids else 'hides'} the near side's row")
                if reach in (NOTHING, WHOLE) and ids:
                    wrong.append(f"{name} shows rows of the whole business")
                if shown.json["next_cursor"] is None and shown.json["total"] != len(ids):
                    wrong.append(f"{name} counts {shown.json['total']}, and shows {len(ids)}")
                for query in narrowings(name, scene.far) if scope == BRANCH else ():
                    found = scene.world.send(name, Sent(query={"limit": "100", **query}), token=token)
                    if found.status == 200 and (far in ids_of(found) or not ids_of(found) <= ids):
                        wrong.append(f"{name} {query} shows the far side's row")
    assert wrong == []


def body(world: World, operation_id: str) -> Sent:
    """The entry's good call without its row."""
    good = CALLS[operation_id].good
    values = {name: world.value(getattr(good, name)) for name in ("json", "data", "query", "headers")}
    return Sent(**values, content_type=good.content_type)


def some_row(world: World, operation_id: str) -> str:
    """A row of the business for an operation whose rows are of neither side."""
    resource = registered()[operation_id][0]
    return world.ids.get(resource.plural) or world.ids.get(resource.prefix) or world.absent(resource.prefix)


@pytest.mark.parametrize("scope", SCOPES)
def test_reading_a_row(scope: str, scene: Scene, tokens: Callable[[str, str], list[str]]) -> None:
    wrong: list[str] = []
    for code, names in by_permission(operations(detail=True, method="GET")).items():
        for token in tokens(scope, code):
            for name in names:
                reach = s.reach(name)
                if s.stem_of(name) not in scene.near.ids:
                    reply = scene.world.send(name, Sent(id=some_row(scene.world, name)), token=token)
                    expected = {SHARED: (200,), WHOLE: (403,), NOTHING: (404,)}[reach or NOTHING]
                    if reply.status not in expected:
                        wrong.append(f"{name} of the whole business: {reply.status}")
                    continue
                far = scene.world.send(name, Sent(id=scene.far.row(name, scope)), token=token)
                if far.status not in ((200,) if reach == SHARED else (403, 404)):
                    wrong.append(f"{name} of the far side: {far.status}")
                near = scene.world.send(name, Sent(id=scene.near.row(name, scope)), token=token)
                within = reach == SHARED or reaches(name, scope) or (reach == MINE and scope == OWN)
                if (near.status == 200) != within:
                    wrong.append(f"{name} of the near side: {near}")
    assert wrong == []


def changes() -> dict[str, list[str]]:
    """Operations that change a row, by their permission."""
    return by_permission([name for name in operations(detail=True) if registered()[name][1].method != "GET"])


@pytest.mark.parametrize("scope", SCOPES)
def test_changing_a_row_out_of_reach(
    scope: str, scene: Scene, tokens: Callable[[str, str], list[str]]
) -> None:
    wrong: list[str] = []
    bodies = {name: body(scene.world, name) for names in changes().values() for name in names}

    def attempt(names: list[str], token: str) -> None:
        for name in names:
            there = (
                scene.far.row(name, scope)
                if s.stem_of(name) in scene.far.ids
                else some_row(scene.world, name)
            )
            reply = scene.world.send(name, Sent(**{**bodies[name].__dict__, "id": there}), token=token)
            if reply.status not in ((403,) if s.reach(name) == WHOLE else (403, 404)):
                wrong.append(f"{name} of the far side: {reply.status} {reply.code}")

    if scope == OWN:
        # The maker's rights are others for each permission, so that nothing can be made ready.
        for code, names in changes().items():
            token = tokens(scope, code)[0]
            with Unchanged(scene.world):
                attempt(names, token)
                assert wrong == []
    else:
        ready = [(names, token) for code, names in changes().items() for token in tokens(scope, code)]
        with Unchanged(scene.world):
            for names, token in ready:
                attempt(names, token)
            assert wrong == []


@pytest.mark.parametrize("scope", [BRANCH, CUSTOMER, OWN])
def test_changing_a_row_within_reach(
    scope: str, scene: Scene, tokens: Callable[[str, str], list[str]]
) -> None:
    """Else a right over a branch that does nothing at all would pass the tests above."""
    wrong: list[str] = []
    for code, group in changes().items():
        names = [
            name
            for name in group
            if s.stem_of(name) in scene.near.ids
            and (reaches(name, scope) or (s.reach(name) == MINE and scope == OWN))
        ]
        if not names:
            continue
        token = tokens(scope, code)[0]
        for name in names:
            with transaction.atomic():
                sent = body(scene.world, name)
                there = scene.near.row(name, scope)
                reply = scene.world.send(name, Sent(**{**sent.__dict__, "id": there}), token=token)
                transaction.set_rollback(True)
            if reply.status in (401, 403, 404):
                wrong.append(f"{name} of the near side: {reply}")
    assert wrong == []
