"""What `allowed_actions` of a row names: the operations at its address that the caller may ask for now.

It is derived from the operations that the resources of a path declare, so that a new one needs no line here.
What the caller's grants decide is worked out once a request; a row costs its scope and its state only.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from backend.kernel.api.actions import AUTHENTICATED, PUBLIC, Access

if TYPE_CHECKING:
    from backend.kernel.api.actions import Operation
    from backend.kernel.api.serializers import Read
    from backend.kernel.permissions import Principal

FIRST = ("update", "delete")
"""Named before all others."""

Offer = tuple[str, Access | None, Callable[[Any], bool] | None]
"""A name, the permission that a row must be within (None: any row is), and what its state must be."""

Place = tuple[uuid.UUID | None, uuid.UUID | None, bool]
"""A branch and a customer that the caller's scopes name, and whether the row is the caller's own."""


class AllowedMixin:
    """The part of a resource that says what may be done with a row."""

    possible: ClassVar[Mapping[str, Callable[[Any], bool]]] = {}
    """By operation, whether the state of a row lets it be done; what is not there is possible in every state.

    A GET is named in `allowed_actions` only where it stands here: reading needs no button unless it can fail.
    """
    unlisted: ClassVar[Collection[str]] = ()
    """Operations that `allowed_actions` does not name, or names by what they do: the transitions of a state."""

    in_person: ClassVar[Collection[str]] = ()
    """Operations that `allowed_actions` does not name to an operator who acts for somebody: all of them are refused."""

    _offered: tuple[list[str], list[Offer]] | None = None
    _others: dict[type[Read], Any] | None = None
    _told_apart: tuple[frozenset[uuid.UUID], frozenset[uuid.UUID]] | None = None
    _placed: tuple[Any, Place] | None = None
    """The row that was asked for last, which is asked for again at once."""
    _held: dict[Place, list[tuple[str, Callable[[Any], bool] | None]]]

    if TYPE_CHECKING:
        operations: ClassVar[dict[str, Operation]]
        singleton: ClassVar[bool]
        platform: ClassVar[bool]
        read: ClassVar[Any]
        reach: ClassVar[Mapping[str, str]]
        for_credentials: ClassVar[Collection[str]]
        request: Any

        @property
        def principal(self) -> Principal:
            """Who asks."""

    @classmethod
    def at_a_row(cls) -> list[Operation]:
        """The operations at the address of a row of this class."""
        return [
            operation
            for operation in cls.operations.values()
            if operation.detail or (cls.singleton and operation.name in FIRST)
        ]

    @classmethod
    def nameable(cls) -> dict[str, type[AllowedMixin]]:
        """What `allowed_actions` can name by itself, with the resource that has it; those of one path together."""
        if "_nameable" not in cls.__dict__:
            from backend.kernel.api.routes import together

            found = {
                operation.name: resource
                for resource in together(cls)
                for operation in resource.at_a_row()
                if (operation.method != "GET" or operation.name in resource.possible)
                and operation.name not in resource.unlisted
            }
            ordered = sorted(found, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
            cls._nameable = {name: found[name] for name in ordered}
        return cls._nameable

    _nameable: ClassVar[dict[str, type[AllowedMixin]]]

    def allowed_actions(self, row: Any) -> list[str]:
        """What the caller may do with a row now, by the permission, the scope and the row's state.

        It asks nothing of the database: what would cost a statement a row is judged when the thing is done.
        """
        if self._offered is None:
            self._offered = self._offer()
        always, offers = self._offered
        if not offers:
            return list(always)
        if type(self).may is not AllowedMixin.may:
            return [
                name
                for name, access, state in offers
                if (state is None or state(row)) and (access is None or self.may(access, row))
            ]
        place = self.place_of(row)
        held = self._held.get(place)
        if held is None:
            held = self._held[place] = [
                (name, state) for name, access, state in offers if access is None or self.may(access, row)
            ]
        return [name for name, state in held if state is None or state(row)]

    def place_of(self, row: Any) -> Place:
        """What of a row's branch, customer and owner the caller's scopes tell apart.

        Rows of one place are within the same scopes, so what the caller holds is worked out once for all of them.
        """
        if self._placed is not None and self._placed[0] is row:
            return self._placed[1]
        if self._told_apart is None:
            scopes = {id(scope): scope for scope in self.principal.grants.values()}.values()
            self._told_apart = (
                frozenset().union(*(scope.branches for scope in scopes)),
                frozenset().union(*(scope.customers for scope in scopes)),
            )
            self._held = {}
        branches, customers = self._told_apart
        over = self.over(row)
        branch, customer, owner = over.get("branch"), over.get("customer"), over.get("owner")
        place = (
            branch if branch in branches else None,
            customer if customer in customers else None,
            owner is not None and owner == self.principal.user_id,
        )
        self._placed = (row, place)
        return place

    def _offer(self) -> tuple[list[str], list[Offer]]:
        """What the caller's grants leave of the operations; the second list is empty where the rows do not matter."""
        offers: list[Offer] = []
        acting = self.principal.impersonator_id is not None
        for name, resource in self.nameable().items():
            if acting and name in resource.in_person:
                continue
            access = resource.operations[name].permission
            state = resource.possible.get(name)
            if access is PUBLIC:
                offers.append((name, None, state))
            elif access is AUTHENTICATED:
                if self.principal.credential_id is None or name in resource.for_credentials:
                    offers.append((name, None, state))
            elif (scope := self.principal.scope(str(access))) is not None:
                offers.append((name, None if scope.everything else access, state))
        if all(access is None and state is None for _, access, state in offers):
            return [name for name, _, _ in offers], []
        return [], offers

    def actions_on(self, schema: type[Read], row: Any) -> list[str]:
        """What may be done with a row that is shown as `schema`, also where that is another resource's."""
        if self.read is not None and issubclass(schema, self.read):
            return self.allowed_actions(row)
        if self._others is None:
            self._others = {}
        if schema not in self._others:
            from backend.kernel.api.routes import reader_of

            kind = reader_of(schema, platform=self.platform)
            other = kind() if kind is not None else None
            if other is not None:
                other.request = self.request
            self._others[schema] = other
        found = self._others[schema]
        named: list[str] = found.allowed_actions(row) if found is not None else []
        return named

    def may(self, access: Access, row: Any) -> bool:
        """Whether the caller holds what an operation takes over this row. Asks nothing of the database."""
        if access is PUBLIC or access is AUTHENTICATED:
            return True
        return self.principal.allows_over(access, **self.over(row))  # type: ignore[arg-type]

    def over(self, row: Any) -> dict[str, uuid.UUID | None]:
        """The row's branch, customer and owner, as `Principal.allows_over` takes them."""
        return {name: getattr(row, attribute, None) for name, attribute in self.reach.items()}
