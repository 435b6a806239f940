"""The limits that `GET /capabilities` publishes."""

from __future__ import annotations

from typing import Any

from backend.core.files import policy
from backend.core.files.config import config
from backend.core.files.kinds import FILE_TYPES, FileKind


def describe_limits() -> dict[str, Any]:
    """What files may be, for the tenant that runs."""
    settings = config()
    page = policy.standard_page()
    return {
        "max_bytes": settings.max_bytes,
        "inline_bytes": settings.inline_bytes,
        "chunk_bytes": settings.chunk_bytes,
        "max_chunks": settings.max_chunks,
        "upload_seconds": settings.upload_seconds,
        "unattached_seconds": settings.unattached_seconds,
        "max_pages": settings.limits.pages,
        "max_pixels": settings.limits.pixels,
        "telegram_bytes": settings.telegram_bytes,
        "types": [
            {
                "kind": item.kind.value,
                "content_type": item.content_type,
                "extensions": list(item.extensions),
            }
            for item in FILE_TYPES.values()
        ],
        "categories": [
            {
                "category": category.value,
                "kinds": [kind.value for kind in FileKind if kind in rule.kinds],
                "max_bytes": policy.byte_limit(category),
                "customers": rule.customers,
            }
            for category, rule in policy.RULES.items()
        ],
        "standard_page": {"unit": page.unit.value, "size": page.size},
    }
