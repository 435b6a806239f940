"""The API base: declare a Resource, and the contract's rules hold for it."""

from backend.kernel.api.actions import AUTHENTICATED, PUBLIC, Answer, Expand, Operation, action
from backend.kernel.api.resource import Resource

__all__ = ["AUTHENTICATED", "PUBLIC", "Answer", "Expand", "Operation", "Resource", "action"]
