"""Where the bytes are: one interface, a local and an S3 driver, and a wall between tenants.

Domain code uses `tenant_storage()` only. Drivers know full keys; `TenantStorage` makes them from the
schema that is entered and a key that is relative to it.
"""

from backend.core.files.storage.base import BlobMissing, Driver, InvalidKey, StorageDown, StoredBlob
from backend.core.files.storage.tenant import (
    TenantStorage,
    blob_key,
    chunk_key,
    erase_storage,
    tenant_storage,
)

__all__ = [
    "BlobMissing",
    "Driver",
    "InvalidKey",
    "StorageDown",
    "StoredBlob",
    "TenantStorage",
    "blob_key",
    "chunk_key",
    "erase_storage",
    "tenant_storage",
]
