"""The settings of this domain: `settings.FILES`, a dict whose keys are the fields here, all optional.

The files themselves go to `settings.MEDIA_ROOT` where no S3 bucket is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed

from backend.core.files.analyse.options import Limits

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FilesSettings:
    """Sizes in bytes, times in seconds."""

    max_bytes: int = 100 * MIB
    inline_bytes: int = 20 * MIB
    """Files up to this size are analysed while the request waits, larger ones by a task."""
    chunk_bytes: int = 8 * MIB
    """The most that one chunk of a resumable upload may hold."""
    max_chunks: int = 2_000
    upload_seconds: int = 24 * 3600
    """How long a resumable upload may stay unfinished."""
    unattached_seconds: int = 7 * 24 * 3600
    """How long a file that belongs to nothing is kept."""
    link_seconds: int = 15 * 60
    """How long a signed download link lasts unless another time is asked for."""
    max_link_seconds: int = 7 * 24 * 3600
    telegram_bytes: int = 20 * MIB
    """What Telegram's own Bot API lets a bot download; 2,000 MB with a self-hosted one."""
    office: str = "soffice"
    """LibreOffice's program, looked up on PATH; empty never converts."""
    office_seconds: int = 60
    limits: Limits = field(default_factory=Limits)
    s3_bucket: str = ""
    s3_endpoint: str = ""
    s3_region: str = ""
    s3_access_key: str = ""
    s3_secret_key: str = ""
    s3_prefix: str = ""
    """A folder inside the bucket, for a bucket shared with others."""

    @property
    def root(self) -> Path:
        """The local driver's directory."""
        return Path(settings.MEDIA_ROOT)


@lru_cache(maxsize=1)
def config() -> FilesSettings:
    """The settings in force. Raises TypeError for a key that does not exist."""
    values: dict[str, Any] = dict(getattr(settings, "FILES", {}))
    if isinstance(values.get("limits"), dict):
        values["limits"] = Limits(**values["limits"])
    return FilesSettings(**values)


def _forget(*, setting: str, **_: Any) -> None:
    if setting in ("FILES", "MEDIA_ROOT"):
        config.cache_clear()


setting_changed.connect(_forget)
