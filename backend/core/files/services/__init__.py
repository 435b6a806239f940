"""Writing: one use case, or one family of them, a module."""

from backend.core.files.services.attach import attach_files, detach_files
from backend.core.files.services.change import delete_file, override_pages, update_file
from backend.core.files.services.download import (
    PUBLISHED_FOR,
    Content,
    create_link,
    open_content,
    open_image,
)
from backend.core.files.services.ingest import analyse_pending, upload_file
from backend.core.files.services.maintain import sweep_files, sweep_storage
from backend.core.files.services.resume import append_chunk, cancel_upload, complete_upload, start_upload

__all__ = [
    "PUBLISHED_FOR",
    "Content",
    "analyse_pending",
    "append_chunk",
    "attach_files",
    "cancel_upload",
    "complete_upload",
    "create_link",
    "delete_file",
    "detach_files",
    "open_content",
    "open_image",
    "override_pages",
    "start_upload",
    "sweep_files",
    "sweep_storage",
    "update_file",
    "upload_file",
]
