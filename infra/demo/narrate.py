"""How the demo speaks: steps, facts, and what must hold."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
_COLOUR = sys.stdout.isatty() and "NO_COLOR" not in os.environ


class DemoFailed(Exception):
    """Something is not as it must be."""


def _paint(code: str, text: str) -> str:
    return f"\033[{code}m{text}\033[0m" if _COLOUR else text


class Narrator:
    """Counts steps, prints facts, keeps the time."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.steps = 0
        self.checks = 0

    def step(self, text: str) -> None:
        """A new step of the journey."""
        self.steps += 1
        print(_paint("1;36", f"\n{self.steps:2d}. {text}"), flush=True)

    def fact(self, text: str) -> None:
        """A figure."""
        print(f"    {text}", flush=True)

    def must(self, holds: bool, text: str) -> None:
        """What must hold. Raises DemoFailed where it does not."""
        self.checks += 1
        if not holds:
            raise DemoFailed(text)
        print(_paint("32", f"    ✓ {text}"), flush=True)

    def until(self, what: str, probe: Callable[[], T | None], seconds: float = 60.0) -> T:
        """Waits until `probe` answers something. Raises DemoFailed after `seconds`."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = probe()
            if found:
                return found
            time.sleep(0.2)
        raise DemoFailed(f"{what}: nothing after {seconds:.0f} s")

    def end(self) -> None:
        """The last line."""
        took = time.monotonic() - self.started
        print(_paint("1;32", f"\nEverything held: {self.steps} steps, {self.checks} checks, {took:.1f} s."))


def money(value: Any) -> str:
    """An amount with its currency, grouped for the eye."""
    whole, _dot, fraction = value.amount.partition(".")
    return (
        f"{int(whole):,}".replace(",", " ")
        + (f".{fraction}" if fraction.strip("0") else "")
        + f" {value.currency}"
    )


def minor(value: Any) -> int:
    """An amount as a whole number of hundredths; the demo's currency has two decimals."""
    whole, _dot, fraction = value.amount.partition(".")
    sign = -1 if whole.startswith("-") else 1
    return int(whole) * 100 + sign * int((fraction or "0").ljust(2, "0"))
