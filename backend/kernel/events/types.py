"""What an event is: a frozen class with typed fields, declared by a domain in its `events.py`.

```python
@event("order.placed", version=1, subject="ord")
class OrderPlaced(Event):
    \"\"\"An order was placed.\"\"\"

    order: UUID = ref("ord")
    number: str
    total: Money
```
"""

from __future__ import annotations

import dataclasses
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypeVar, dataclass_transform

from backend.kernel.events.payload import Codec, record

_NAME = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")


def ref(prefix: str, *, default: Any = dataclasses.MISSING, doc: str = "") -> Any:
    """A field that holds a UUID (or several, or none) and leaves as a TypeID of `prefix`."""
    return dataclasses.field(default=default, metadata={"prefix": prefix, "doc": doc})


def described(doc: str, *, default: Any = dataclasses.MISSING) -> Any:
    """A field with a sentence for the published schema."""
    return dataclasses.field(default=default, metadata={"doc": doc})


class Event:
    """The base of every event. Instances are values: made, emitted, and never changed."""

    TYPE: ClassVar[str]
    """The public name, `order.placed`."""
    VERSION: ClassVar[int]
    """The version of the payload's schema; it moves when a field is taken away or changes its meaning."""
    SUBJECT: ClassVar[str]
    """The TypeID prefix of the object that the event is about."""
    CODEC: ClassVar[Codec]

    def payload(self) -> dict[str, Any]:
        """The fields as JSON can hold them. Raises TypeError for a value of another type than declared."""
        result: dict[str, Any] = self.CODEC.dump(self)
        return result


EventT = TypeVar("EventT", bound=Event)

REGISTRY: dict[tuple[str, int], type[Event]] = {}
"""Every declared event by its type and version."""


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(ref, described))
def event(name: str, *, version: int, subject: str) -> Callable[[type[EventT]], type[EventT]]:
    """Declares an event class under a public name and version. It becomes a frozen dataclass.

    Raises ValueError for a name that is not dotted words, a second declaration, or a class without a
    docstring (it is the published description), and UnfitType for a field that has no JSON form.
    """
    if not _NAME.match(name) or version < 1:
        raise ValueError(f"{name!r} version {version} is not the name of an event")

    def declare(cls: type[EventT]) -> type[EventT]:
        # A docstring must be the class's own: dataclass() writes a signature where there is none.
        if not cls.__dict__.get("__doc__"):
            raise ValueError(f"{cls.__name__} needs a docstring: it is what the catalogue shows")
        made = dataclass(frozen=True, kw_only=True)(cls)
        known = REGISTRY.get((name, version))
        if known is not None and known.__qualname__ != made.__qualname__:
            raise ValueError(f"{name} version {version} is declared twice")
        made.TYPE, made.VERSION, made.SUBJECT = name, version, subject
        made.CODEC = record(made)
        REGISTRY[(name, version)] = made
        return made

    return declare


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as a handler gets it: what was said, about what, when and by whom."""

    id: uuid.UUID
    position: int | None
    """The place in the business's stream, from 1 without gaps; None before the relay gave it one."""
    type: str
    version: int
    subject_type: str
    subject_id: uuid.UUID
    object_version: int
    occurred_at: datetime
    payload: Mapping[str, Any]
    actor: Mapping[str, Any]
    body: str
    """The frozen JSON text that webhooks and the stream carry, byte for byte."""

    @property
    def event(self) -> Event:
        """The typed event. Raises LookupError where the code no longer knows this type and version."""
        cls = REGISTRY.get((self.type, self.version))
        if cls is None:
            raise LookupError(f"{self.type} version {self.version} is not declared")
        loaded: Event = cls.CODEC.load(self.payload)
        return loaded
