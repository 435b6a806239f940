"""The states of backups and restores, and the one way to move between them."""

from __future__ import annotations

from backend.kernel.states import StateMachine, transition

BACKUP = StateMachine(
    name="backup",
    states=("requested", "running", "ok", "degraded", "failed", "pruned"),
    initial="requested",
    transitions=(
        transition("start", "requested", "running"),
        transition("succeed", "running", "ok"),
        transition("degrade", "running", "degraded"),
        transition("fail", ("requested", "running"), "failed"),
        transition("heal", "degraded", "ok"),
        transition("prune", ("ok", "degraded", "failed"), "pruned"),
    ),
)
"""``degraded``: at least one store holds the backup and at least one does not. ``pruned``: no store does."""

RESTORE = StateMachine(
    name="restore",
    states=(
        "requested",
        "running",
        "ready",
        "applying",
        "succeeded",
        "failed",
        "discarded",
        "undoing",
        "undone",
    ),
    initial="requested",
    transitions=(
        transition("start", "requested", "running"),
        transition("succeed", "running", "succeeded"),
        transition("fail", ("requested", "running", "applying"), "failed"),
        transition("stage", "running", "ready"),
        transition("request_merge", "ready", "applying"),
        transition("hold", "applying", "ready"),
        transition("discard", "ready", "discarded"),
        transition("request_undo", "succeeded", "undoing"),
        transition("undo", "undoing", "undone"),
        transition("keep", "undoing", "succeeded"),
    ),
)
"""``ready``: a merge's difference can be looked at; ``hold`` is a try to apply it that changed nothing, ``discard``
gives it up. ``undoing``: the way back was asked for; ``keep`` is its failure, with the restored schema still live."""

VERIFICATION = ("none", "requested", "running", "ok", "damaged")
"""How far the proof of a backup is: ``ok`` is as of ``verified_at``."""
