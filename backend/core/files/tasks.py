"""Background work of files. Each task is a hint to hurry: what is to be done is in the database."""

from __future__ import annotations

import uuid
from typing import Any

from celery import shared_task
from django.core.cache import cache

from backend.core.files import services
from backend.core.files.errors import AnalysisBusy, FileUnavailable
from backend.core.files.services.due import TOPIC
from backend.kernel.events import signals

_SWEPT = "files.storage_swept"
_DAY = 24 * 3600


@shared_task(name="files.analyse", bind=True, max_retries=5)
def analyse_file_task(self: Any, file_id: str) -> str | None:
    """Analyses a large file; tries again later where the storage or the slots are not to be had."""
    try:
        file = services.analyse_pending(file_id=uuid.UUID(file_id))
    except (AnalysisBusy, FileUnavailable) as error:
        raise self.retry(exc=error, countdown=10 * 2**self.request.retries) from error
    return file.state if file else None


@shared_task(name="files.sweep")
def sweep_files_task() -> tuple[int, int]:
    """Ends what has expired in the business, when a signal of the topic `files` is due.

    Once a day it also removes orphaned bytes; where Valkey is away and cannot tell, another time.
    """
    signals.awake(TOPIC)
    result = services.sweep_files()
    if cache.add(_SWEPT, "1", _DAY):
        services.sweep_storage()
    return result
