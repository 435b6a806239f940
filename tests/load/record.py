"""What happened: every call by stage and operation, and the figures of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

REFUSED = frozenset({429, 503})
"""Answers by which the server says that it is too much; anything else unexpected is an error."""


@dataclass(slots=True)
class Calls:
    """Calls of one operation in one stage: milliseconds of those that succeeded, and how many did not."""

    times: list[float] = field(default_factory=list)
    errors: int = 0
    refused: int = 0

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.times) + self.errors + self.refused


@dataclass
class Record:
    """A run: calls by stage and operation, the seconds that each stage took, and the servers' memory in bytes."""

    calls: dict[str, dict[str, Calls]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Calls))
    )
    seconds: dict[str, float] = field(default_factory=dict)
    memory: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, stage: str, operation: str, milliseconds: float, *, outcome: str) -> None:
        """Notes a call; `outcome` is `good`, `refused` or `error`."""
        calls = self.calls[stage][operation]
        if outcome == "good":
            calls.times.append(milliseconds)
        elif outcome == "refused":
            calls.refused += 1
        elif outcome == "error":
            calls.errors += 1
        else:
            raise ValueError(outcome)

    def of(self, stage: str, operation: str) -> Calls:
        """Calls of an operation in a stage; of all together for `*`, the reference left out."""
        found: Mapping[str, Calls] = self.calls.get(stage, {})
        if operation != "*":
            return found.get(operation, Calls())
        parts = [calls for name, calls in found.items() if name != "reference"]
        return Calls(
            times=[time for calls in parts for time in calls.times],
            errors=sum(calls.errors for calls in parts),
            refused=sum(calls.refused for calls in parts),
        )


def outcome_of(status: int, expected: int) -> str:
    """`good`, `refused` or `error`; a status of 0 is a connection that broke."""
    if status == expected:
        return "good"
    return "refused" if status in REFUSED else "error"


def percentile(values: Sequence[float], percent: float) -> float:
    """The least value that so many percent do not exceed (nearest rank). Raises ValueError for no values."""
    if not values:
        raise ValueError("there is nothing to rank")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
