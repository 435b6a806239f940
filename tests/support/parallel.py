"""Real threads with connections of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, TypeVar

from django.db import connections

Result = TypeVar("Result")


def run_parallel(
    fn: Callable[[int], Result], n: int, *, return_exceptions: bool = False, seconds: float = 60.0
) -> list[Any]:
    """Calls `fn(0) … fn(n-1)` at once in n threads, each in a copy of the caller's context (its tenant too).

    Gives the results in order. The first exception is raised unless `return_exceptions` puts them in the list.
    Needs committed data: use `live_tenant`.
    """
    barrier = threading.Barrier(n)
    outcomes: list[Any] = [None] * n

    def work(index: int) -> None:
        try:
            barrier.wait(seconds)
            outcomes[index] = fn(index)
        except BaseException as error:  # noqa: BLE001 - it is the outcome, raised in the caller's thread
            outcomes[index] = error
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=copy_context().run, args=(work, index), name=f"parallel-{index}", daemon=True)
        for index in range(n)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds)
        if thread.is_alive():
            raise TimeoutError(f"{thread.name} did not end within {seconds:g} s")
    if not return_exceptions:
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
    return outcomes
