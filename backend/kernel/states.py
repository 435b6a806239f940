"""State machines: the states a record may be in and the named moves between them.

A machine that is code (payments, quotes) is declared once with StateMachine; a machine that is data
(a business's order workflow) is parsed into the same class, so that both answer alike.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from backend.kernel import tenancy
from backend.kernel.errors import Conflict
from backend.kernel.i18n import localized
from backend.kernel.permissions import Permission, Principal

Label = str | Promise | Mapping[str, str]
"""What a move or a state is called: a text, or one a language where it is a business's own word."""


class TransitionForbidden(Conflict):
    """The state that the record is in does not have this move."""

    code = "transition_forbidden"
    message = _("“{transition}” is not possible in the state “{state}”; possible: {possible}.")


class UnknownTransition(Conflict):
    """No state has a move of this name."""

    code = "transition_unknown"
    message = _("There is no transition {transition}.")


@dataclass(frozen=True, slots=True)
class Transition:
    """A named move from some states to one, and the permission it takes."""

    name: str
    sources: frozenset[str]
    target: str
    permission: str | None = None
    label: Label = ""
    guards: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """What the move is called in the language that is active; its code where it has no label."""
        return spoken(self.label, self.name)


def spoken(label: Label, code: str) -> str:
    """A label in the language that is active, by the business's fallback chain; the code where there is none."""
    if isinstance(label, Mapping):
        own = () if tenancy.is_public() else tenancy.current().languages
        return localized(label, (get_language() or "en", *own)) or code
    return str(label) or code


@dataclass(frozen=True)
class StateMachine:
    """States, the first one, and the moves between them. Every move's ends are states: checked when made."""

    name: str
    states: tuple[str, ...]
    initial: str
    transitions: tuple[Transition, ...]
    names: Mapping[str, Label] = field(default_factory=dict)
    _by_name: dict[str, Transition] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Transition] = {}
        for move in self.transitions:
            if move.name in by_name:
                raise ValueError(f"{self.name} has the transition {move.name} twice")
            if {move.target, *move.sources} - set(self.states):
                raise ValueError(f"{self.name}.{move.name} names a state that is not there")
            by_name[move.name] = move
        if self.initial not in self.states:
            raise ValueError(f"{self.name} begins in a state that is not there")
        object.__setattr__(self, "_by_name", by_name)

    def allowed(
        self,
        state: str,
        principal: Principal | None = None,
        over: Mapping[str, uuid.UUID | None] | None = None,
    ) -> list[Transition]:
        """The moves out of a state, in declared order; with a principal only those that it may make.

        `over` names the row's branch, customer and owner, as `Principal.allows_over` takes them; without it a
        permission over any row will do.
        """
        return [
            move
            for move in self.transitions
            if state in move.sources
            and (
                principal is None
                or move.permission is None
                or (
                    principal.allows(move.permission)
                    if over is None
                    else principal.allows_over(move.permission, **over)
                )
            )
        ]

    def find(self, name: str) -> Transition:
        """The move of a name. Raises UnknownTransition."""
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownTransition(transition=name, pointer="/transition") from None

    def move(self, state: str, name: str, principal: Principal | None = None) -> Transition:
        """The move `name` out of `state`.

        Raises UnknownTransition, PermissionDenied, TransitionForbidden, in this order.
        """
        found = self.find(name)
        if principal is not None and found.permission is not None:
            principal.require(found.permission)
        if state not in found.sources:
            possible = ", ".join(move.spoken for move in self.allowed(state, principal))
            raise TransitionForbidden(
                transition=found.spoken,
                state=spoken(self.names.get(state, ""), state),
                possible=possible or _("nothing"),
                pointer="/transition",
            )
        return found


def transition(
    name: str,
    sources: Iterable[str] | str,
    target: str,
    permission: Permission | str | None = None,
    label: str | Promise = "",
) -> Transition:
    """A Transition, shortly said."""
    origins = frozenset({sources}) if isinstance(sources, str) else frozenset(sources)
    return Transition(name, origins, target, str(permission) if permission else None, label)
