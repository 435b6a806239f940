"""A workflow as data, read into the kernel's state machine.

```yaml
initial: pending
states:
  - {code: pending, group: open, icon: clock, names: {en: Pending}}
transitions:
  - {name: start, from: [payment_confirmed], to: in_progress, names: {en: Start},
     permission: orders.order.process, guards: [paid_in_full], effects: [], automatic: receivable.paid}
```

A definition is immutable once stored, so its parsed form is kept for the life of the process.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from backend.business.orders.models import Workflow
from backend.business.orders.types import Effect, Guard, StateGroup
from backend.kernel import db, reference, tenancy
from backend.kernel.permissions import CATALOGUE
from backend.kernel.states import StateMachine, Transition

ICONS = {
    StateGroup.OPEN: "circle",
    StateGroup.ON_HOLD: "pause",
    StateGroup.COMPLETED: "check",
    StateGroup.CANCELLED: "x",
}
"""The icon of a state that names none: no state is told by its colour alone (WCAG 2.1, 1.4.1)."""

HELD = "$held_from"
"""As a target: back to the state from which the order was put on hold."""


@dataclass(frozen=True)
class Flow:
    """A parsed workflow: the machine, what each state is called and means, what each move waits for."""

    id: uuid.UUID | None
    code: str
    machine: StateMachine
    groups: Mapping[str, StateGroup]
    names: Mapping[str, Mapping[str, str]]
    icons: Mapping[str, str]
    automatic: Mapping[str, str]
    returning: frozenset[str]

    def target_of(self, move: Transition, held_from: str) -> str:
        """The state that a move leads to."""
        return held_from or self.machine.initial if move.name in self.returning else move.target


def parse(code: str, definition: Mapping[str, Any], identity: uuid.UUID | None = None) -> Flow:
    """Reads a definition. Raises ValueError for one that names a state, permission, guard or effect that is not."""
    states = definition["states"]
    groups = {state["code"]: StateGroup(state["group"]) for state in states}
    moves: list[Transition] = []
    automatic: dict[str, str] = {}
    returning: set[str] = set()
    for item in definition["transitions"]:
        permission = item["permission"]
        if permission not in CATALOGUE:
            raise ValueError(f"{code}.{item['name']} names the permission {permission}, which is not")
        target = item["to"]
        if target == HELD:
            returning.add(item["name"])
            target = definition["initial"]
        moves.append(
            Transition(
                name=item["name"],
                sources=frozenset(item["from"]),
                target=target,
                permission=permission,
                label=item.get("names", {}),
                guards=tuple(Guard(guard) for guard in item.get("guards", ())),
                effects=tuple(Effect(effect) for effect in item.get("effects", ())),
            )
        )
        if item.get("automatic"):
            automatic[item["name"]] = item["automatic"]
    machine = StateMachine(
        name=code,
        states=tuple(state["code"] for state in states),
        initial=definition["initial"],
        transitions=tuple(moves),
        names={state["code"]: state["names"] for state in states},
    )
    return Flow(
        id=identity,
        code=code,
        machine=machine,
        groups=groups,
        names={state["code"]: state["names"] for state in states},
        icons={state["code"]: state.get("icon") or ICONS[StateGroup(state["group"])] for state in states},
        automatic=automatic,
        returning=frozenset(returning),
    )


@lru_cache(maxsize=4096)
def _flow(schema: str, identity: int) -> Flow:
    row = Workflow.objects.get(pk=uuid.UUID(int=identity))
    return parse(row.code, row.definition, row.pk)


def flow_of(workflow_id: uuid.UUID) -> Flow:
    """The parsed workflow of an order; no query once it is known."""
    # By the number, which Python compares itself: a list asks for each of its rows three times.
    return _flow(tenancy.schema_name(), workflow_id.int)


def icon_of(workflow_id: uuid.UUID, state: str, group: str) -> str:
    """The key of the icon that stands beside a state's name."""
    return flow_of(workflow_id).icons.get(state) or ICONS[StateGroup(group)]


_DEFAULT = """
SELECT w.id FROM orders_workflow w WHERE w.current
ORDER BY (SELECT f.id FROM orders_workflow f WHERE f.code = w.code ORDER BY f.number LIMIT 1) LIMIT 1
"""
"""By the first versions: a workflow that got another is no later than those that did not."""


def current_flow(code: str) -> Flow | None:
    """The current version of a workflow by code, None where there is none."""

    def load() -> uuid.UUID | None:
        found = db.fetch("SELECT id FROM orders_workflow WHERE code = %s AND current", [code])
        return found[0][0] if found else None

    identity = reference.kept("orders", ("current", code), load)
    return flow_of(identity) if identity is not None else None


def default_flow() -> Flow | None:
    """The current version of the business's first workflow, None where it has none."""
    found = db.fetch(_DEFAULT)
    return flow_of(found[0][0]) if found else None
