"""What may be allowed with files."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

UPLOAD = permission("files.file.upload", group="files", label=_("Upload files"))
VIEW = permission("files.file.view", group="files", label=_("See and download files"))
OVERRIDE_PAGES = permission(
    "files.file.override_pages", group="files", label=_("Correct page counts and categories of files")
)
DELETE = permission("files.file.delete", group="files", label=_("Delete files"))
