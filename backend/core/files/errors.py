"""What this domain refuses.

Refusals of content are 409: the request is well formed, and what it brings cannot be taken. Only a body
that is too long is 413.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.core.files.kinds import Rejected
from backend.kernel.errors import BadRequest, Conflict, DomainError, Forbidden, TooLarge, Unavailable


class FileTypeNotAllowed(Conflict):
    """The bytes are of a type that is not taken."""

    code = "file_type_not_allowed"
    message = _("Files of this type ({detected}) are not accepted.")


class FileTypeMismatch(Conflict):
    """The name's extension says one type, the bytes another."""

    code = "file_type_mismatch"
    message = _("The name says {declared}, but the content is {detected}.")


class FilePolyglot(Conflict):
    """The bytes are valid in two formats at once."""

    code = "file_polyglot"
    message = _("The file hides a second format ({detected}) inside it.")


class FileEmpty(Conflict):
    """Nothing, or nothing but white space."""

    code = "file_empty"
    message = _("The file is empty.")


class FileTooLarge(TooLarge):
    """More bytes than a file may have."""

    code = "file_too_large"
    message = _("The file is larger than {limit} bytes.")


class PdfBroken(Conflict):
    """A PDF that cannot be read."""

    code = "pdf_broken"
    message = _("The PDF is damaged and cannot be read.")


class PdfEncrypted(Conflict):
    """A PDF that needs a password."""

    code = "pdf_encrypted"
    message = _("The PDF is protected by a password. Send it without one.")


class DocumentEncrypted(Conflict):
    """A Word document that needs a password."""

    code = "document_encrypted"
    message = _("The document is protected by a password. Send it without one.")


class DocumentBroken(Conflict):
    """A document that cannot be read."""

    code = "document_broken"
    message = _("The document is damaged and cannot be read.")


class DocumentMacros(Conflict):
    """A document with macros."""

    code = "document_macros"
    message = _("Documents with macros are not accepted. Save it as an ordinary document.")


class DocumentTooOld(Conflict):
    """A Word document older than Word 97."""

    code = "document_too_old"
    message = _("The document was made by a version of Word before 97. Save it in a newer format.")


class ArchiveBomb(Conflict):
    """A container that is built to exhaust who opens it."""

    code = "archive_bomb"
    message = _("The document unpacks to far more than a document holds ({reason}).")


class TooManyPages(Conflict):
    """More pages than one file may have."""

    code = "too_many_pages"
    message = _("The file has more than {limit} pages. Split it.")


class TextTooLarge(Conflict):
    """A plain text beyond its limit."""

    code = "text_too_large"
    message = _("The text is larger than {limit} bytes. Split it.")


class ImageTooLarge(Conflict):
    """An image of enormous dimensions."""

    code = "image_too_large"
    message = _("The image has more than {limit} pixels.")


class ImageBroken(Conflict):
    """An image that cannot be decoded."""

    code = "image_broken"
    message = _("The image is damaged and cannot be opened.")


class AnalysisLimitExceeded(Conflict):
    """Reading the file took more than one file may take."""

    code = "analysis_limit_exceeded"
    message = _("The file is too complex to be read within the limits ({resource}).")


REJECTIONS: tuple[type[DomainError], ...] = (
    FileTypeNotAllowed,
    FileTypeMismatch,
    FilePolyglot,
    FileEmpty,
    PdfBroken,
    PdfEncrypted,
    DocumentEncrypted,
    DocumentBroken,
    DocumentMacros,
    DocumentTooOld,
    ArchiveBomb,
    TooManyPages,
    TextTooLarge,
    ImageTooLarge,
    ImageBroken,
    AnalysisLimitExceeded,
)
"""Every refusal that follows from the content alone; their codes are those of `Rejected`."""

_BY_CODE = {error.code: error for error in REJECTIONS}


def from_rejection(rejected: Rejected) -> DomainError:
    """The DomainError of a content rejection. Raises KeyError for a code that is not declared here."""
    params: dict[str, Any] = dict(rejected.params)
    return _BY_CODE[rejected.code](**params)


class AnalysisBusy(Unavailable):
    """Too many files are being read at this moment."""

    code = "analysis_busy"
    message = _("Too many files are being read just now. Try again shortly.")


class CategoryNotAllowed(Forbidden):
    """The caller may not upload into this category."""

    code = "category_not_allowed"
    message = _("You cannot upload files of the category {category}.")


class CategoryTypeNotAllowed(Conflict):
    """The category takes other types."""

    code = "category_type_not_allowed"
    message = _("Files of the category {category} must be one of: {allowed}.")


class UploadOffsetMismatch(Conflict):
    """The chunk does not continue what has been received."""

    code = "upload_offset_mismatch"
    message = _("The upload is at byte {offset}. Continue from there.")


class UploadChunkTooLarge(TooLarge):
    """A chunk beyond its limit."""

    code = "upload_chunk_too_large"
    message = _("One chunk may hold {limit} bytes.")


class UploadTruncated(BadRequest):
    """Fewer bytes came than the request announced."""

    code = "upload_truncated"
    message = _("The request ended before its announced length. Send it again.")


class UploadChunkEmpty(BadRequest):
    """A chunk without bytes: the body is required."""

    code = "upload_chunk_empty"
    message = _("The chunk is empty.")


class UploadTooManyChunks(Conflict):
    """The upload came in too many pieces."""

    code = "upload_too_many_chunks"
    message = _("The upload has {limit} chunks already. Send larger ones in a new upload.")


class UploadOverflow(Conflict):
    """More bytes than were declared."""

    code = "upload_overflow"
    message = _("The chunk passes the declared size of {size} bytes.")


class UploadIncomplete(Conflict):
    """Completed before all bytes came."""

    code = "upload_incomplete"
    message = _("{received} of {size} bytes have been received.")


class UploadChecksumMismatch(Conflict):
    """The bytes received are not those that were declared."""

    code = "upload_checksum_mismatch"
    message = _("The content's SHA-256 is not the declared one. Start a new upload.")


class FileNotReady(Conflict):
    """The file is still being received or read, or was rejected."""

    code = "file_not_ready"
    message = _("The file is not ready: it is {state}.")


class FileAttached(Conflict):
    """The file belongs to something."""

    code = "file_attached"
    message = _("The file belongs to another object and cannot be deleted or attached again.")


class FileOfAnotherCustomer(Conflict):
    """The file was given by one customer and is named for another."""

    code = "file_of_another_customer"
    message = _("The file belongs to another customer.")


class FileUnavailable(Unavailable):
    """The storage does not answer, or has lost the bytes."""

    code = "file_unavailable"
    message = _("The file's content cannot be reached now.")


class LinkInvalid(Forbidden):
    """A download link that is expired or not ours."""

    code = "link_invalid"
    message = _("The download link is not valid or has expired.")
