"""What the generated resources stand on."""

from __future__ import annotations

import uuid
from typing import Any, Protocol

from .generated.client import AuthenticatedClient
from .generated.types import Response


class Caller(Protocol):
    """Who sends a resource's calls."""

    client: AuthenticatedClient

    def settle(self, response: Response[Any]) -> Any:
        """The parsed body of a success."""
        ...


class Resource:
    """The base of every resource."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller


def new_key() -> str:
    """A fresh `Idempotency-Key`."""
    return str(uuid.uuid4())
