"""The kernel's tables."""

from backend.kernel.models.idempotency import IdempotencyKey
from backend.kernel.models.sequence import Sequence

__all__ = ["IdempotencyKey", "Sequence"]
