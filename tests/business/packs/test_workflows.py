"""The workflows of packs in businesses that are there: what is new comes, and nothing of theirs changes."""

from __future__ import annotations

import copy
import dataclasses
import io
from typing import Any

import pytest
from django.core.management import call_command

from backend.business.orders import facade as orders
from backend.business.orders.models import Workflow
from backend.business.orders.types import WorkflowExtension, WorkflowSpec
from backend.business.orders.workflow import current_flow, default_flow, flow_of
from backend.packs import applying, reading


def state(code: str, group: str = "open", **more: Any) -> dict[str, Any]:
    return {"code": code, "group": group, "names": {"en": code.capitalize()}, **more}


def move(name: str, sources: list[str], target: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "from": sources, "to": target, "permission": "orders.order.process", **more}


FIRST: dict[str, Any] = {
    "initial": "new",
    "states": [state("new"), state("packed"), state("done", "completed"), state("off", "cancelled")],
    "transitions": [
        move("pack", ["new"], "packed"),
        move("finish", ["packed"], "done", effects=["earn_revenue"]),
        move("stop", ["new", "packed"], "off", guards=["reason"], effects=["cancel_receivable"]),
    ],
}
RELEASED: dict[str, Any] = {
    "initial": "new",
    "states": [state("new"), state("packed"), state("checked"), *FIRST["states"][2:]],
    "transitions": [
        move("pack", ["new"], "packed", guards=["paid_in_full"]),
        move("check", ["packed"], "checked"),
        move("finish", ["packed", "checked"], "done", effects=["earn_revenue"]),
        move("stop", ["new", "packed", "checked"], "off", guards=["reason"], effects=["cancel_receivable"]),
    ],
}
"""The next release: goods are checked before they go, and are paid before they are packed."""


def spec(definition: dict[str, Any], code: str = "goods") -> WorkflowSpec:
    return WorkflowSpec(code=code, names={"en": code}, definition=definition)


def rows(code: str = "goods") -> list[tuple[int, bool, dict[str, Any]]]:
    """The versions: number, whether it is current, definition."""
    return list(
        Workflow.objects.filter(code=code).order_by("number").values_list("number", "current", "definition")
    )


def changed(change: Any) -> dict[str, Any]:
    """The business makes a version of its own."""
    definition = copy.deepcopy(FIRST)
    change(definition)
    Workflow.objects.filter(code="goods").update(current=False)
    Workflow.objects.create(code="goods", number=2, names={"en": "Ours"}, definition=definition)
    return definition


@pytest.fixture
def seeded(tenant: Any) -> Any:
    orders.seed_workflows([spec(FIRST), spec(FIRST, "later")])
    return tenant


def extend(*specs: WorkflowSpec, apply: bool = True) -> list[WorkflowExtension]:
    return orders.extend_workflows(specs=specs, apply=apply)


def test_what_is_new_comes_as_a_version_and_what_is_there_stays(seeded: Any) -> None:
    before, default = current_flow("goods"), default_flow()
    assert before is not None
    assert default is not None
    (told,) = extend(spec(RELEASED), apply=False)
    assert rows() == [(1, True, FIRST)]
    assert extend(spec(RELEASED)) == [told]
    assert told == WorkflowExtension(
        code="goods", number=2, states=("checked",), transitions=("check",),
        sources=(("finish", "checked"), ("stop", "checked")),
    )  # fmt: skip
    (first, second) = rows()
    assert first == (1, False, FIRST), "orders that were placed in it go on in it"
    assert second[:2] == (2, True)
    wanted = copy.deepcopy(RELEASED)
    del wanted["transitions"][0]["guards"]
    assert second[2] == wanted, "a move that is there keeps its guards"
    after = current_flow("goods")
    assert after is not None
    assert after.id != before.id
    assert [one.name for one in after.machine.allowed("checked")] == ["finish", "stop"]
    assert before.id is not None
    assert "checked" not in flow_of(before.id).machine.states
    # A business's first workflow is its first in every version.
    again = default_flow()
    assert again is not None
    assert again.code == default.code
    assert extend(spec(RELEASED), spec(FIRST, "later")) == []
    assert len(rows()) == 2


def test_the_businesss_own_states_and_words_stay(seeded: Any) -> None:
    def own(definition: dict[str, Any]) -> None:
        definition["states"].insert(2, state("on_the_way"))
        definition["states"][1]["names"] = {"en": "In its box"}
        definition["transitions"][1:1] = [move("send", ["packed"], "on_the_way")]
        definition["transitions"][2]["from"] = ["on_the_way"]
        definition["transitions"][3]["to"] = "packed"

    theirs = changed(own)
    (told,) = extend(spec(RELEASED))
    assert (told.number, told.states, told.transitions) == (3, ("checked",), ("check",))
    assert told.sources == (("finish", "checked"),), "a move of theirs that leads elsewhere is theirs"
    definition = rows()[-1][2]
    assert [one for one in definition["states"] if one["code"] != "checked"] == theirs["states"]
    kept = [one for one in definition["transitions"] if one["name"] != "check"]
    kept[2] = {**kept[2], "from": ["on_the_way"]}
    assert kept == theirs["transitions"]
    assert Workflow.objects.get(code="goods", current=True).names == {"en": "Ours"}


def test_what_the_business_took_out_stays_out(seeded: Any) -> None:
    def without_stopping(definition: dict[str, Any]) -> None:
        definition["states"] = [one for one in definition["states"] if one["code"] != "off"]
        del definition["transitions"][2]

    changed(without_stopping)
    released = copy.deepcopy(RELEASED)
    released["transitions"].append(move("refuse", ["new"], "off"))
    (told,) = extend(spec(released))
    assert (told.states, told.transitions, told.left_out) == (("checked",), ("check",), ("refuse",))
    names = [one["name"] for one in rows()[-1][2]["transitions"]]
    assert names == ["pack", "check", "finish"]
    # What could not come is told again, and nothing is written for it.
    (again,) = extend(spec(released))
    assert (again.grows, again.left_out) == (False, ("refuse",))
    assert len(rows()) == 3


def test_no_order_is_led_where_nothing_leads_out(seeded: Any) -> None:
    def other_ways(definition: dict[str, Any]) -> None:
        definition["transitions"][1:] = [move("hand_out", ["packed"], "done")]

    theirs = changed(other_ways)
    (told,) = extend(spec(RELEASED))
    assert (told.grows, told.trapped) == (False, ("checked",))
    assert rows()[-1] == (2, True, theirs)


def test_a_workflow_that_is_switched_off_stays_so_and_a_new_one_comes_whole(seeded: Any) -> None:
    Workflow.objects.filter(code="goods").update(current=False)
    (told,) = extend(spec(RELEASED), spec(RELEASED, "returns"))
    assert (told.code, told.number, told.states) == (
        "returns",
        1,
        ("new", "packed", "checked", "done", "off"),
    )
    assert rows() == [(1, False, FIRST)]
    assert rows("returns") == [(1, True, RELEASED)]
    with pytest.raises(ValueError, match="a state that is not there"):
        extend(spec({**FIRST, "transitions": [move("pack", ["nowhere"], "packed")]}))


@pytest.mark.parametrize("pack", [name for name in reading.names() if name != "common"])
def test_a_business_of_this_release_lacks_nothing(tenant: Any, pack: str) -> None:
    tenant = dataclasses.replace(tenant, pack=pack)
    Workflow.objects.all().delete()
    assert {one.number for one in applying.extend_workflows(tenant, apply=True)} == {1}
    assert applying.extend_workflows(tenant, apply=True) == []


def test_the_command_tells_first_and_writes_when_told(tenant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tenant = dataclasses.replace(tenant, pack="retail")
    Workflow.objects.all().delete()
    (sale,) = reading.load("retail")["workflows"]
    lacking = copy.deepcopy(sale["definition"])
    lacking["transitions"] = [one for one in lacking["transitions"] if one["name"] != "cancel"]
    orders.seed_workflows([spec(lacking, "sale")])
    monkeypatch.setattr(
        "backend.packs.management.commands.extend_workflows.tenants.list_tenants", lambda open_only: [tenant]
    )

    def told(*arguments: str) -> str:
        out = io.StringIO()
        call_command("extend_workflows", *arguments, stdout=out)
        return out.getvalue()

    line = f"{tenant.slug}: sale: version 2; transitions cancel\n"
    assert told() == line
    assert len(rows("sale")) == 1
    assert told("--apply") == line
    assert rows("sale")[-1] == (2, True, sale["definition"])
    assert told() == told("--apply") == ""
