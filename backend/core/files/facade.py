"""What other domains may call. Rows do not leave this domain: callers get `types.FileInfo`."""

from __future__ import annotations

from backend.core.files.policy import register_standard_page, standard_page
from backend.core.files.selectors import count_bytes, files_by_id, files_of, hold_unread
from backend.core.files.services.attach import attach_files as attach
from backend.core.files.services.attach import detach_files as detach
from backend.core.files.services.attach import give_files as give
from backend.core.files.services.attach import move_files as move
from backend.core.files.services.download import create_link, open_content, published_path
from backend.core.files.services.hold import hold_files as hold
from backend.core.files.services.merging import joined_of_customer, move_to_customer, return_from_customer
from backend.core.files.services.personal import (
    customer_has_files,
    erase_personal_data,
    personal_contents,
    personal_data,
)
from backend.core.files.storage import (
    BlobMissing,
    StorageDown,
    TenantStorage,
    erase_storage,
    tenant_storage,
)

__all__ = [
    "BlobMissing",
    "StorageDown",
    "TenantStorage",
    "attach",
    "count_bytes",
    "create_link",
    "customer_has_files",
    "detach",
    "erase_personal_data",
    "erase_storage",
    "files_by_id",
    "files_of",
    "give",
    "hold",
    "hold_unread",
    "joined_of_customer",
    "move",
    "move_to_customer",
    "open_content",
    "personal_contents",
    "personal_data",
    "published_path",
    "register_standard_page",
    "return_from_customer",
    "standard_page",
    "tenant_storage",
]
