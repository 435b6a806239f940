"""What other domains may call of the audit."""

from __future__ import annotations

from backend.core.audit.attachment import attach, attachment_sql

__all__ = ["attach", "attachment_sql"]
