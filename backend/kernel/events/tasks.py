"""Celery tasks of the relay. Each is a hint to hurry: what is to be done is in the database."""

from __future__ import annotations

from backend.kernel import schedule
from backend.kernel.events import relay as relay_module
from backend.kernel.events import retention, signals
from backend.kernel.tenancy.tasks import task

schedule.every(1.0, "events.sweep")
schedule.daily("events.prune")


@task("events.relay", scope="any")
def relay() -> dict[str, int]:
    """Relays the events of the business that the task was sent for. May run any number of times at once."""
    tally = relay_module.run()
    return {"placed": tally.placed, "done": tally.done, "failed": tally.failed}


@task("events.sweep", scope="public")
def sweep() -> int:
    """Wakes the work of every business that has some due. Sent by beat once a second."""
    return signals.sweep()


@task("events.prune", scope="any")
def prune() -> int:
    """Deletes what is past its time of keeping, for the business that the task was sent for."""
    return retention.prune()
