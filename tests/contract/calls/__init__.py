"""For each operation of the contract: a call that succeeds and one that is refused."""

from __future__ import annotations

from tests.contract.calls import business, core, identity, machines, money, platform
from tests.contract.calls.table import CALLS, Entry, Sent

__all__ = ["CALLS", "Entry", "Sent", "business", "core", "identity", "machines", "money", "platform"]
