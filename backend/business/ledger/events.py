"""What the ledger tells others."""

from __future__ import annotations
