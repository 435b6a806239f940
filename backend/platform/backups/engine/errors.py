"""What can go wrong in the engine. Services turn these into a job's ``error`` text, the CLI into an exit
code.
"""

from __future__ import annotations


class EngineError(Exception):
    """Base of every failure the engine reports; its text is fit for an operator."""


class Damaged(EngineError):
    """A stored backup is not what was written: a hash, a tag, a size or a row count differs."""

    def __init__(self, part: str, reason: str) -> None:
        super().__init__(f"{part}: {reason}")
        self.part = part
        self.reason = reason


class KeyMissing(EngineError):
    """The key set has no key with the id that the manifest names."""


class NotThere(EngineError):
    """A store has no object under this name."""


class NoStoreLeft(EngineError):
    """Every store failed, so nothing holds the backup."""


class ToolFailed(EngineError):
    """A PostgreSQL tool is missing or ended with an error."""


class Refused(EngineError):
    """The restore would break something (an outside dependency, other migrations): nothing was changed."""


class SwapTimeout(EngineError):
    """The tenant stayed busy for the whole patience of the swap: nothing was changed, try again."""


class Lost(EngineError):
    """The job's advisory lock or heartbeat was lost; another process may own the target now."""
