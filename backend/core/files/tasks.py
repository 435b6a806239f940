"""Background work of files. Each task is a hint to hurry: what is to be done is in the database."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from celery import shared_task

from backend.core.files import services
from backend.core.files.errors import AnalysisBusy, FileUnavailable

logger = logging.getLogger(__name__)


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
    """Ends what has expired in the business that the task was sent for. For every few minutes."""
    return services.sweep_files()


@shared_task(name="files.sweep_storage")
def sweep_storage_task() -> int:
    """Removes orphaned bytes of the business that the task was sent for. For once a day."""
    return services.sweep_storage()
