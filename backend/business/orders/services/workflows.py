"""Workflows come with a business's pack, and grow with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from backend.business.orders.models import Workflow
from backend.business.orders.types import WorkflowExtension, WorkflowSpec
from backend.business.orders.workflow import HELD, parse
from backend.kernel import db

Item = Mapping[str, Any]


def seed_workflows(specs: Sequence[WorkflowSpec]) -> None:
    """Stores the first version of workflows, in one statement; those that are there stay as they are.

    Raises ValueError for a definition that does not hold together.
    """
    for spec in specs:
        parse(spec.code, spec.definition)
    Workflow.objects.bulk_create(
        [
            Workflow(code=spec.code, names=dict(spec.names), definition=dict(spec.definition))
            for spec in specs
        ],
        ignore_conflicts=True,
    )


def extend_workflows(*, specs: Sequence[WorkflowSpec], apply: bool) -> list[WorkflowExtension]:
    """Gives workflows the states and transitions of the specs that they never had, each as a new version.

    What is there stays word for word, and what a business took out (some version has it, the current one has not)
    stays out; moves that are there only start from new states too, where theirs and the spec's lead to the same.
    Orders keep the version that they were placed in. A workflow that is switched off stays so. Without `apply`
    nothing is written. Raises ValueError as `seed_workflows` does. Locks the workflows. Running it again finds only
    what is left out or trapped.
    """
    found = []
    with db.transaction():
        db.advisory_lock("orders.workflows")
        versions: dict[str, list[Workflow]] = {}
        for row in Workflow.objects.order_by("number"):
            versions.setdefault(row.code, []).append(row)
        for spec in specs:
            parse(spec.code, spec.definition)
            rows = versions.get(spec.code)
            if rows is None:
                extension, definition, names = _whole(spec), dict(spec.definition), dict(spec.names)
            else:
                current = next((row for row in rows if row.current), None)
                if current is None:
                    continue
                extension, definition = _extended(spec, current, rows)
                names = current.names
            if extension.grows:
                parse(spec.code, definition)
                if apply:
                    Workflow.objects.filter(code=spec.code, current=True).update(current=False)
                    Workflow.objects.create(
                        code=spec.code, number=extension.number, names=names, definition=definition
                    )
            if extension.grows or extension.left_out or extension.trapped:
                found.append(extension)
    return found


def _whole(spec: WorkflowSpec) -> WorkflowExtension:
    return WorkflowExtension(
        code=spec.code,
        number=1,
        states=tuple(state["code"] for state in spec.definition["states"]),
        transitions=tuple(move["name"] for move in spec.definition["transitions"]),
    )


def _extended(
    spec: WorkflowSpec, current: Workflow, rows: Sequence[Workflow]
) -> tuple[WorkflowExtension, dict[str, Any]]:
    known_states = {state["code"] for row in rows for state in row.definition["states"]}
    known_moves = {move["name"] for row in rows for move in row.definition["transitions"]}
    offered_states, offered_moves = spec.definition["states"], spec.definition["transitions"]

    new_states = [state["code"] for state in offered_states if state["code"] not in known_states]
    states = _woven(current.definition["states"], offered_states, "code", new_states)
    there = {state["code"] for state in states}

    new_moves, left_out, sources, kept = [], [], [], []
    for move in offered_moves:
        if move["name"] in known_moves:
            continue
        ends = [state for state in move["from"] if state in there]
        if not ends or move["to"] not in (*there, HELD):
            left_out.append(move["name"])
        else:
            new_moves.append({**move, "from": ends})
    by_name = {move["name"]: move for move in offered_moves}
    for move in current.definition["transitions"]:
        offer = by_name.get(move["name"])
        more = []
        if offer is not None and offer["to"] == move["to"]:
            more = [state for state in offer["from"] if state in new_states and state not in move["from"]]
        sources += [(move["name"], state) for state in more]
        kept.append({**move, "from": [*move["from"], *more]} if more else move)
    brought = {move["name"]: move for move in new_moves}
    moves = _woven(kept, [brought.get(move["name"], move) for move in offered_moves], "name", list(brought))

    led_out = {state for move in moves for state in move["from"]}
    meant = {state for move in offered_moves for state in move["from"]}
    extension = WorkflowExtension(
        code=spec.code,
        number=rows[-1].number + 1,
        states=tuple(new_states),
        transitions=tuple(brought),
        sources=tuple(sources),
        left_out=tuple(left_out),
        trapped=tuple(state for state in new_states if state in meant and state not in led_out),
    )
    return extension, {**current.definition, "states": states, "transitions": moves}


def _woven(here: Sequence[Item], offered: Sequence[Item], key: str, new: Collection[str]) -> list[Item]:
    """`here` with the new ones of `offered`, each behind what stands before it there."""
    found, before = list(here), set()
    for item in offered:
        if item[key] in new:
            place = max((n for n, other in enumerate(found, 1) if other[key] in before), default=0)
            found.insert(place, item)
        before.add(item[key])
    return found
