"""A profile: how many people do what for how long, and the budgets that must hold. Data in `profiles/*.toml`."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("profiles")


class ProfileWrong(ValueError):
    """The file says something that means nothing; the text says what."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the run with so many people at work, who come `spawn_rate` a second. Not judged: a warm-up."""

    name: str
    seconds: float
    users: int
    spawn_rate: float
    judged: bool


@dataclass(frozen=True, slots=True)
class Budget:
    """One thing that must hold, in each of `stages` by itself.

    `measure` is one of `MEASURES`. `of` is an operation (`POST /orders`), or `*` for all together. A ratio is to the
    operation `to` in the same stage (`p50_ratio`, `p95_ratio`); a drift is to the same operation in the stage
    `against` (`p95_drift`, `calls_drift` of good calls a second, `memory_drift`).
    """

    measure: str
    of: str
    stages: tuple[str, ...]
    at_most: float | None
    at_least: float | None
    to: str | None
    against: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """`mix` are weights of what a person does next; `pause` the bounds of their pauses, in seconds."""

    name: str
    title: str
    stages: tuple[Stage, ...]
    mix: Mapping[str, int]
    pause: tuple[float, float]
    budgets: tuple[Budget, ...]

    @property
    def seconds(self) -> float:
        """How long the whole takes."""
        return sum(stage.seconds for stage in self.stages)

    def stage_at(self, elapsed: float) -> Stage | None:
        """The stage so many seconds after the beginning; None after the end."""
        end = 0.0
        for stage in self.stages:
            end += stage.seconds
            if elapsed < end:
                return stage
        return None

    def scaled(self, times: float, people: float) -> Profile:
        """The same with every stage so many times as long and with so many times the people, at least one.

        Raises ProfileWrong where either is not above zero.
        """
        if not (times > 0 and people > 0):
            raise ProfileWrong("TIMES and PEOPLE are numbers above 0")
        stages = tuple(
            replace(
                stage,
                seconds=stage.seconds * times,
                users=max(1, math.ceil(stage.users * people)),
                spawn_rate=max(1.0, stage.spawn_rate * people),
            )
            for stage in self.stages
        )
        return replace(self, stages=stages)


MEASURES = {
    "error_rate": "at_most",
    "refused_rate": "at_most",
    "p95_ms": "at_most",
    "p50_ratio": "at_most",
    "p95_ratio": "at_most",
    "p95_drift": "at_most",
    "memory_drift": "at_most",
    "calls_a_second": "at_least",
    "calls_drift": "at_least",
}
"""What can be budgeted, and which bound it takes."""
_STAGE = {"name", "seconds", "users", "spawn_rate", "judged"}
_BUDGET = {"measure", "of", "stages", "at_most", "at_least", "to", "against"}
_PROFILE = {"title", "stages", "mix", "pause", "budgets"}


def names() -> list[str]:
    """The profiles that there are."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name: str) -> Profile:
    """A profile by its name. Raises ProfileWrong for an unknown one, and for what `parse` refuses."""
    if name not in names():
        raise ProfileWrong(f"there is no profile {name!r}: it is one of {', '.join(names())}")
    return parse(name, (FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Profile:
    """A profile from the text of its file. Raises ProfileWrong where any of it means nothing."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileWrong(f"{name}: {error}") from error
    _only(name, data, _PROFILE, required=_PROFILE)
    stages = tuple(_stage(name, item) for item in data["stages"])
    if len({stage.name for stage in stages}) != len(stages) or not any(stage.judged for stage in stages):
        raise ProfileWrong(f"{name}: stages have names of their own, and one at least is judged")
    mix = data["mix"]
    if not mix or not all(isinstance(weight, int) and weight > 0 for weight in mix.values()):
        raise ProfileWrong(f"{name}: the mix has whole weights above 0")
    low, high = data["pause"]
    if not 0 <= low <= high:
        raise ProfileWrong(f"{name}: pause is [least, most] seconds")
    budgets = tuple(_budget(name, item, stages) for item in data["budgets"])
    if not budgets:
        raise ProfileWrong(f"{name}: there is no budget")
    return Profile(name, data["title"], stages, mix, (low, high), budgets)


def _only(where: str, data: Mapping[str, Any], known: set[str], required: set[str]) -> None:
    if unknown := set(data) - known:
        raise ProfileWrong(f"{where}: {', '.join(sorted(unknown))} means nothing here")
    if missing := required - set(data):
        raise ProfileWrong(f"{where}: {', '.join(sorted(missing))} is missing")


def _stage(name: str, item: Mapping[str, Any]) -> Stage:
    _only(f"{name}: stages", item, _STAGE, required={"name", "seconds", "users"})
    stage = Stage(
        name=item["name"],
        seconds=item["seconds"],
        users=item["users"],
        spawn_rate=item.get("spawn_rate", item["users"]),
        judged=item.get("judged", True),
    )
    if not (stage.seconds > 0 and stage.users > 0 and stage.spawn_rate > 0):
        raise ProfileWrong(f"{name}: the stage {stage.name} has seconds, users and spawn_rate above 0")
    return stage


def _budget(name: str, item: Mapping[str, Any], stages: tuple[Stage, ...]) -> Budget:
    _only(f"{name}: budgets", item, _BUDGET, required={"measure"})
    judged = tuple(stage.name for stage in stages if stage.judged)
    budget = Budget(
        measure=item["measure"],
        of=item.get("of", "*"),
        stages=tuple(item.get("stages", judged)),
        at_most=item.get("at_most"),
        at_least=item.get("at_least"),
        to=item.get("to"),
        against=item.get("against"),
    )
    where = f"{name}: the budget {budget.measure} of {budget.of}"
    if budget.measure not in MEASURES:
        raise ProfileWrong(f"{where}: it is one of {', '.join(MEASURES)}")
    if {bound for bound in ("at_most", "at_least") if item.get(bound) is not None} != {
        MEASURES[budget.measure]
    }:
        raise ProfileWrong(f"{where} has the one bound {MEASURES[budget.measure]}")
    if (budget.to is not None) != budget.measure.endswith("_ratio"):
        raise ProfileWrong(f"{where}: `to` goes with a ratio")
    if (budget.against is not None) != budget.measure.endswith("_drift"):
        raise ProfileWrong(f"{where}: `against` goes with a drift")
    known = {stage.name for stage in stages}
    if not budget.stages or not {*budget.stages, *([budget.against] if budget.against else [])} <= known:
        raise ProfileWrong(f"{where} names stages of this profile")
    return budget
