"""Where the contract takes the id of a row: in a path, in a filter, in a body; and what is put there."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from backend.kernel.ids import encode, new_id
from tests.contract.calls import CALLS, machines
from tests.contract.calls.identity import another_session
from tests.contract.watch import contract
from tests.contract.world import World, registered
from tests.kernel.tenancy.siege import Siege

Place = tuple[str | int, ...]
"""A way into a body: `("lines", 0, "service")`."""
_ID = re.compile(r"\^([a-z]{3})_\[0-7\]\[0-9a-hjkmnp-tv-z\]\{25\}\$")
DEEPEST = 8


@dataclass(frozen=True)
class Reference:
    """One place of one operation that takes the id of a row of a kind."""

    operation_id: str
    place: Place
    prefix: str

    def __str__(self) -> str:
        return f"{self.operation_id} {'/'.join(map(str, self.place))}"

    def within(self, body: Any, identity: str) -> Any:
        """A body with the id there; what is missing on the way is made."""
        made = copy.deepcopy(body) if body is not None else {}
        node = made
        for step, after in zip(self.place, self.place[1:], strict=False):
            empty: Any = [] if isinstance(after, int) else {}
            if isinstance(step, int):
                if not node:
                    node.append(empty)
                node = node[step]
            else:
                node = node.setdefault(step, empty)
        last = self.place[-1]
        if isinstance(last, int):
            node[:] = [identity]
        else:
            node[last] = identity
        return made


def of_tenants() -> list[str]:
    """The operations of a business, by name."""
    return sorted(name for name in contract().operations if not name.startswith("platform_"))


def paths() -> list[str]:
    """The operations whose path names a row."""
    return [name for name in of_tenants() if "{id}" in contract().places[name][1]]


def _places(schema: dict[str, Any], place: Place = ()) -> Iterator[tuple[Place, str]]:
    node = contract().resolve(schema)
    if len(place) > DEEPEST:
        return
    found = _ID.fullmatch(node.get("pattern", ""))
    if found:
        yield place, found.group(1)
    for kind in ("oneOf", "anyOf", "allOf"):
        for part in node.get(kind, ()):
            yield from _places(part, place)
    for name, part in node.get("properties", {}).items():
        yield from _places(part, (*place, name))
    if "items" in node:
        yield from _places(node["items"], (*place, 0))


def bodies() -> dict[str, list[Reference]]:
    """The places in bodies, by operation."""
    found: dict[str, list[Reference]] = {}
    for name in of_tenants():
        sent = contract().resolve(contract().operations[name].get("requestBody", {}))
        places = {
            place: prefix
            for media in sent.get("content", {}).values()
            for place, prefix in _places(media.get("schema", {}))
        }
        if places:
            found[name] = [Reference(name, place, prefix) for place, prefix in places.items()]
    return found


def filters() -> dict[str, list[Reference]]:
    """The query parameters, by operation."""
    found: dict[str, list[Reference]] = {}
    for name in of_tenants():
        for given in contract().operations[name]["parameters"]:
            parameter = contract().resolve(given)
            if parameter["in"] != "query":
                continue
            for _place, prefix in _places(parameter["schema"]):
                found.setdefault(name, []).append(Reference(name, (parameter["name"],), prefix))
    return found


def bulks() -> dict[str, str]:
    """The bulk operation of each operation that can be sent in one."""
    return {
        name: f"{stem}_bulk"
        for name in of_tenants()
        for stem, _, verb in [name.rpartition("_")]
        if f"{stem}_bulk" in contract().operations and verb in registered()[f"{stem}_bulk"][0].bulk
    }


# -- ids --------------------------------------------------------------------------------------------------

_KINDS = {
    ("categories", "ter"): "categories",
    ("category", "ter"): "categories",
    ("parent", "ter"): "categories",
}
_MADE: dict[str, Callable[[World], str]] = {
    "ses": another_session,
    "usr": machines.robot,
    "quo": lambda world: world.made("quotes_create"),
}
"""What is made anew for each use, as the seeded row is used already, or is another kind of it."""


def fitting(world: World, reference: Reference) -> str:
    """The id of a row of the world that fits; in the world's schema."""
    if reference.prefix in _MADE:
        return _MADE[reference.prefix](world)
    return world.ids[_KINDS.get((str(reference.place[-1]), reference.prefix), reference.prefix)]


def nobodys(reference: Reference) -> str:
    """A well-formed id of nothing."""
    return encode(reference.prefix, new_id())


def theirs(siege: Siege, strangers: dict[str, str], reference: Reference) -> str:
    """The id of a row of the other business that would fit there."""
    key = _KINDS.get((str(reference.place[-1]), reference.prefix), reference.prefix)
    return strangers.get(f"made {key}") or strangers[key]


def gathered(world: World) -> dict[str, str]:
    """The ids of a business's rows by kind, of each kind that an address or a body can name; in its schema."""
    found = dict(world.ids)
    for name in paths():
        resource = registered()[name][0]
        if resource.plural not in found and resource.prefix not in found:
            found[resource.prefix] = found[resource.plural] = world.value(CALLS[name].good.id)
    for prefix, make in _MADE.items():
        found[f"made {prefix}"] = make(world)
    return found
