"""Files: what people upload, known by its content, counted in pages, and kept apart per tenant.

Purpose: receive bytes (in one request or resumably), decide what they are from the bytes alone, count
pages, words and characters in a child process that has memory, CPU and time limits, keep the bytes under
their SHA-256 in the tenant's own part of the storage, and hand them back to those who may see them.

Tables: `files_file` (`File`, prefix `fil`). A resumable upload is the same row in the state `uploading`,
addressed as `upl_…` with the same UUID, so that uploads cost no second table.
Depends on: kernel.
Emits: `file.uploaded`, `file.analysed`.
Reacts to: nothing. Domains above reference files by id and say so with `facade.attach`, or, where what they hold may
shrink again, with `facade.hold`.

Invariants:
- A stored key is resolved only under the schema of the current tenant; no key can name another's bytes.
- A file in the state `ready` has an analysis and its bytes are in the storage.
- A file belongs to at most one subject, and a file that belongs to one cannot be deleted here.
- Only images of subjects in `types.PUBLISHED` are shown in place (`/files/{id}/image`); all else is downloaded.
- Untrusted bytes are parsed only in the child process (`python -m backend.core.files.analyse`), which
  imports no Django and inherits no environment; the parent looks at magic numbers only.
- No network call and no child process inside a database transaction.

This package and everything under `analyse/` must stay importable without Django: the child imports them.
"""
