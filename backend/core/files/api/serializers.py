"""Bodies of files."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.core.files.kinds import FileKind
from backend.core.files.types import SUBJECTS, Category, FileState, StandardPageUnit
from backend.kernel import ids
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

CATEGORIES = [item.value for item in Category]
STATES = [item.value for item in FileState if item is not FileState.UPLOADING]
UPLOAD_STATES = [item.value for item in FileState]
KINDS = [item.value for item in FileKind]
UNITS = [item.value for item in StandardPageUnit]
SUBJECT_TYPES = sorted(SUBJECTS)

MAX_PAGES = 100_000


class StandardPageRead(Read):
    """The business's definition of a page of text: so many units make one."""

    unit = f.Choice(UNITS, enum="StandardPageUnit")
    size = f.Int()


class PageOverrideRead(Read):
    """A person's correction of the page count."""

    pages = f.Int()
    standard_pages = f.DecimalText(places=2, allow_null=True)
    reason = f.Text(min_length=0, max_length=500)
    by = f.Id("usr", source="by_id", allow_null=True)
    at = f.DateTime()


class FileAnalysisRead(Read):
    """What was found in a file. `pages` and `standard_pages` are those in force."""

    pages = f.Int(help_text="Physical pages; a person's figure where there is an override.")
    words = f.Int(allow_null=True, help_text="Null where the file has no readable text (photographs, scans).")
    characters = f.Int(allow_null=True, help_text="With spaces.")
    characters_no_spaces = f.Int(allow_null=True)
    standard_pages = f.DecimalText(
        places=2, allow_null=True, help_text="Pages of text by `standard_page`, to the hundredth."
    )
    standard_page = StandardPageRead()
    method = f.Text(
        help_text="How the pages were counted: pdf, libreoffice, docx_rendered_breaks, docx_layout_estimate, "
        "doc_layout_estimate, text_layout_estimate, image or human."
    )
    confidence = f.DecimalText(places=2, help_text="How far to trust `pages`, from 0 to 1.")
    pages_without_text = f.Int(help_text="Scanned pages of a PDF, whose text is not in the figures.")
    counted_pages = f.Int(help_text="What was counted, whatever a person says.")
    override = PageOverrideRead(allow_null=True)


class FileSubjectRead(Read):
    """What a file belongs to."""

    type = f.Choice(SUBJECT_TYPES, enum="FileSubjectType")
    id = f.Text(help_text="Its TypeID.")


def _subject(row: Any, _context: Any) -> dict[str, str] | None:
    if row.subject_type is None:
        return None
    return {"type": row.subject_type, "id": ids.encode(SUBJECTS[row.subject_type], row.subject_id)}


class FileRead(RecordRead):
    """A file."""

    id = f.Id("fil")
    name = f.Text(help_text="Cleaned, with an extension that fits the content.")
    category = f.Choice(CATEGORIES, enum="FileCategory")
    state = f.Choice(STATES, enum="FileState")
    kind = f.Choice(KINDS, enum="FileKind", help_text="By the content, not by the name.")
    content_type = f.Text()
    size = f.Int(help_text="Bytes.")
    sha256 = f.Text(help_text="Of the content, in hexadecimal.")
    analysis = FileAnalysisRead(
        source="counted", allow_null=True, help_text="Null until the file is analysed."
    )
    rejection = f.Computed(
        lambda row, _: row.rejection["code"] if row.rejection else None,
        f.Text(),
        allow_null=True,
        help_text="The code of the refusal, in the state `rejected`.",
    )
    customer = f.Id("cus", source="customer_id", allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    created_by = f.Id("usr", source="created_by_id", allow_null=True)
    subject = f.Computed(_subject, FileSubjectRead(), allow_null=True, help_text="What the file belongs to.")
    expires_at = f.DateTime(
        allow_null=True, help_text="When it is deleted unless it comes to belong to something."
    )
    metadata = f.Metadata()


class FileUploadQuery(Write):
    """What goes with a file that is sent."""

    category = f.Choice(CATEGORIES, enum="FileCategory", required=False)
    wait = f.Bool(
        required=False,
        help_text="false: answer as soon as the bytes are kept; the pages are counted afterwards, and `file.analysed` "
        "tells when.",
    )


class FileUpdate(Write):
    """Changes to a file."""

    category = f.Choice(CATEGORIES, enum="FileCategory", required=False)
    pages = f.Int(
        min_value=1, max_value=MAX_PAGES, required=False, help_text="Overrides the counted pages; audited."
    )
    standard_pages = f.DecimalText(
        digits=8,
        places=2,
        min_value=Decimal(0),
        required=False,
        allow_null=True,
        help_text="With `pages` only: overrides the standard pages too.",
    )
    reason = f.LongText(max_length=500, min_length=0, required=False, help_text="With `pages` only: why.")
    metadata = f.Metadata(required=False)


class FileLinkCreate(Write):
    """A download link to make."""

    seconds = f.Int(
        min_value=1,
        max_value=604_800,
        required=False,
        help_text="How long it is good; 15 minutes by default.",
    )


class FileLinkRead(Read):
    """A download link: whoever has it can download the file until it expires."""

    url = f.Text(help_text="Relative to the API's host.")
    token = f.Text()
    expires_at = f.DateTime()


class FileDownloadQuery(Write):
    """The right to download."""

    token = f.Text(max_length=100, help_text="Of a link made by `POST /files/{id}/links`.")


class UploadRead(Read):
    """A resumable upload."""

    id = f.Id("upl")
    name = f.Text()
    category = f.Choice(CATEGORIES, enum="FileCategory")
    state = f.Choice(UPLOAD_STATES, enum="UploadState", help_text="`uploading` until it is completed.")
    size = f.Int(help_text="Declared bytes.")
    sha256 = f.Text(help_text="Declared, in hexadecimal.")
    offset = f.Int(source="received", help_text="Bytes received: where the next chunk begins.")
    file = f.Computed(
        lambda row, _: row.pk if row.upload is None else None,
        f.Id("fil"),
        allow_null=True,
        help_text="The file, once the upload is completed.",
    )
    expires_at = f.DateTime(allow_null=True)
    version = f.Int(help_text="Goes up by one with every chunk; it is the ETag.")
    created_at = f.DateTime()
    allowed_actions = f.AllowedActions()


class UploadCreate(Write):
    """An upload to begin."""

    name = f.Text(max_length=255)
    size = f.Int(min_value=1, help_text="Bytes of the whole file.")
    sha256 = f.Text(max_length=64, pattern="^[0-9a-f]{64}$", help_text="Of the whole file, in hexadecimal.")
    category = f.Choice(CATEGORIES, enum="FileCategory", required=False)


class UploadChunkQuery(Write):
    """Where a chunk belongs."""

    offset = f.Int(min_value=0, help_text="The position of the chunk's first byte: the upload's `offset`.")


class FileTypeRead(Read):
    """A type that may be uploaded."""

    kind = f.Choice(KINDS, enum="FileKind")
    content_type = f.Text()
    extensions = f.ListOf(f.Text())


class FileCategoryRuleRead(Read):
    """What a category takes."""

    category = f.Choice(CATEGORIES, enum="FileCategory")
    kinds = f.ListOf(f.Choice(KINDS, enum="FileKind"))
    max_bytes = f.Int()
    customers = f.Bool(help_text="Whether customers, and not only staff, may upload into it.")


class FileLimitsRead(Read):
    """What files may be."""

    max_bytes = f.Int(help_text="Of one file.")
    inline_bytes = f.Int(help_text="Up to this size the pages are counted before the answer.")
    chunk_bytes = f.Int(help_text="The largest chunk of a resumable upload.")
    max_chunks = f.Int(help_text="Of one resumable upload.")
    upload_seconds = f.Int(help_text="How long a resumable upload may stay unfinished.")
    unattached_seconds = f.Int(help_text="How long a file that belongs to nothing is kept.")
    max_pages = f.Int(help_text="Of one file.")
    max_pixels = f.Int(help_text="Width by height of one image.")
    telegram_bytes = f.Int(help_text="What Telegram lets a bot download; send larger files another way.")
    types = f.ListOf(FileTypeRead())
    categories = f.ListOf(FileCategoryRuleRead())
    standard_page = StandardPageRead()


class CapabilitiesRead(Read):
    """What this business's API can do, and within which limits."""

    files = FileLimitsRead()
