"""What this domain tells."""

from __future__ import annotations

from uuid import UUID

from backend.kernel.events import Event, described, event, ref


@event("file.uploaded", version=1, subject="fil")
class FileUploaded(Event):
    """A file was received whole and its type is accepted. Its pages may still be uncounted."""

    file: UUID = ref("fil")
    name: str
    category: str
    content_type: str
    size: int = described("Bytes.")
    customer: UUID | None = ref("cus", default=None)


@event("file.analysed", version=1, subject="fil")
class FileAnalysed(Event):
    """A file's content was read: it is ready, with its pages, or rejected, with a code."""

    file: UUID = ref("fil")
    state: str = described("`ready` or `rejected`.")
    pages: int | None = described("Physical pages; null where rejected.", default=None)
    words: int | None = described("Null where the file has no readable text.", default=None)
    standard_pages: str | None = described("Decimal, by the business's definition.", default=None)
    method: str | None = described("How the pages were counted.", default=None)
    code: str | None = described("Why it was rejected; null where ready.", default=None)
    customer: UUID | None = ref("cus", default=None)
