"""Whether a run kept its budgets."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from tests.load.profile import Budget, Profile
from tests.load.record import Calls, Record, percentile

LEAST = 20
"""Fewer successful calls than this have no percentile worth a word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A budget in one stage: what was measured (None: nothing that says anything), and whether it holds."""

    budget: Budget
    stage: str
    measured: float | None
    holds: bool
    why: str = ""

    def line(self) -> str:
        """The finding for people."""
        sign = "✓" if self.holds else "✗"
        bound = (
            f"at most {self.budget.at_most:g}"
            if self.budget.at_most is not None
            else f"at least {self.budget.at_least:g}"
        )
        of = self.budget.of if self.budget.to is None else f"{self.budget.of} to {self.budget.to}"
        if self.budget.against is not None:
            of = f"{of} against {self.budget.against}"
        seen = self.why if self.measured is None else f"{self.measured:.4g}"
        return f"  {sign} {self.stage:<12} {self.budget.measure:<15} {of:<40} {seen} ({bound})"


class _Silent(Exception):
    """There is too little to judge by."""


def judge(profile: Profile, record: Record) -> list[Finding]:
    """Every budget in every stage that it names. What was not measured does not hold: silence is no success."""
    return [_judged(budget, stage, record) for budget in profile.budgets for stage in budget.stages]


def _judged(budget: Budget, stage: str, record: Record) -> Finding:
    try:
        measured = _measured(budget, stage, record)
    except _Silent as silent:
        return Finding(budget, stage, None, False, str(silent))
    if budget.at_most is not None:
        return Finding(budget, stage, measured, measured <= budget.at_most)
    assert budget.at_least is not None
    return Finding(budget, stage, measured, measured >= budget.at_least)


def _measured(budget: Budget, stage: str, record: Record) -> float:
    """The figure. Raises _Silent where there is too little for one."""
    if budget.measure == "memory_drift":
        assert budget.against is not None
        return _ratio(_memory(record, stage), _memory(record, budget.against))
    if budget.measure == "calls_drift":
        assert budget.against is not None
        return _ratio(_a_second(record, stage, budget.of), _a_second(record, budget.against, budget.of))
    if budget.measure == "calls_a_second":
        return _a_second(record, stage, budget.of)
    calls = record.of(stage, budget.of)
    if budget.measure in ("error_rate", "refused_rate"):
        if not calls.count:
            raise _Silent("no calls")
        return (calls.errors if budget.measure == "error_rate" else calls.refused) / calls.count
    percent = int(budget.measure[1:3])
    if budget.to is not None:
        return _ratio(_rank(calls, percent), _rank(record.of(stage, budget.to), percent))
    if budget.against is not None:
        return _ratio(_rank(calls, percent), _rank(record.of(budget.against, budget.of), percent))
    return _rank(calls, percent)


def _a_second(record: Record, stage: str, operation: str) -> float:
    calls = record.of(stage, operation)
    if not calls.count:
        raise _Silent("no calls")
    return _ratio(len(calls.times), record.seconds.get(stage, 0.0))


def _rank(calls: Calls, percent: int) -> float:
    if len(calls.times) < LEAST:
        raise _Silent(f"{len(calls.times)} calls, of {LEAST} that it takes")
    return percentile(calls.times, percent)


def _memory(record: Record, stage: str) -> float:
    seen = record.memory.get(stage, [])
    if not seen:
        raise _Silent("the servers' memory is not seen from here")
    return float(median(seen))


def _ratio(value: float, to: float) -> float:
    if not to:
        raise _Silent("nothing to compare with")
    return value / to
