"""Receiving files: stage, examine, store, and only then a transaction for the row."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from backend.core.files import policy, sandbox, staging
from backend.core.files.analysis import analyse_file, identify
from backend.core.files.config import config
from backend.core.files.errors import AnalysisBusy, FileUnavailable, from_rejection
from backend.core.files.events import FileAnalysed, FileUploaded
from backend.core.files.kinds import FILE_TYPES, FileKind, Rejected
from backend.core.files.models import File
from backend.core.files.names import claimed_name, clean_name
from backend.core.files.permissions import UPLOAD
from backend.core.files.services.blobs import discard_unshared
from backend.core.files.services.due import remind
from backend.core.files.staging import Staged
from backend.core.files.storage import BlobMissing, StorageDown, blob_key, tenant_storage
from backend.core.files.types import Category, FileAnalysis, FileState
from backend.kernel import clock, db, limits
from backend.kernel.events import emit
from backend.kernel.ids import new_id
from backend.kernel.permissions import Principal

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of received bytes; `analysis` is None where a task is to make it."""

    kind: FileKind
    analysis: FileAnalysis | None


def upload_file(
    *,
    principal: Principal,
    name: str,
    content: BinaryIO,
    category: Category = Category.ORDER_FILE,
    wait: bool = True,
    at: datetime | None = None,
) -> File:
    """Takes a file in one go.

    Up to `inline_bytes` it is analysed before this returns (state `ready`); larger ones, and all without `wait`, are
    only identified and a task goes on (state `analysing`). A customer's upload belongs to that customer. The file
    expires unless it is attached to something.

    Raises PermissionDenied, CategoryNotAllowed, CategoryTypeNotAllowed, FileTooLarge, every content refusal
    of `errors.REJECTIONS`, AnalysisBusy, FileUnavailable, LimitReached. Emits file.uploaded, and file.analysed
    when ready. Must not run inside a transaction. A retry makes another row over the same stored bytes.
    """
    principal.require(UPLOAD)
    policy.check_category(principal, category)
    with staging.receive(content, policy.byte_limit(category)) as staged:
        examined = examine(staged, name, category, wait=wait)
        file = File(
            id=new_id(),
            category=category.value,
            created_by_id=principal.user_id,
            customer_id=principal.customer_id,
            **facts(staged, name, examined, at or clock.now()),
        )
        try:
            with stored(staged, file.storage_key), db.transaction():
                limits.take(limits.STORAGE, file.size)
                file.save(force_insert=True)
                announce(file)
        except limits.LimitReached:
            discard_unshared([(file.sha256, file.storage_key)])
            raise
    return file


def examine(staged: Staged, name: str, category: Category, *, wait: bool = True) -> Examined:
    """Identifies and, where small enough and `wait`ed for, analyses received bytes.

    Raises the content refusals, AnalysisBusy.
    """
    refuse_transaction()
    settings = config()
    try:
        if not wait or staged.size > settings.inline_bytes:
            examined = Examined(identify(staged.path, name), None)
        else:
            analysed = analyse_file(
                staged.path, name, standard_page=policy.standard_page(), settings=settings
            )
            examined = Examined(analysed.kind, analysed.analysis)
    except Rejected as rejected:
        raise from_rejection(rejected) from rejected
    except sandbox.SandboxBusy as busy:
        raise AnalysisBusy(retry_after=5) from busy
    policy.check_kind(category, examined.kind)
    return examined


def facts(staged: Staged, name: str, examined: Examined, moment: datetime) -> dict[str, Any]:
    """The columns of a row that follow from the content."""
    ready = examined.analysis is not None
    return {
        "name": clean_name(name, examined.kind),
        "size": staged.size,
        "sha256": staged.sha256,
        "kind": examined.kind.value,
        "content_type": FILE_TYPES[examined.kind].content_type,
        "storage_key": blob_key(staged.sha256),
        "analysis": examined.analysis.as_json() if examined.analysis else None,
        "state": FileState.READY.value if ready else FileState.ANALYSING.value,
        "expires_at": moment + timedelta(seconds=config().unattached_seconds),
    }


@contextmanager
def stored(staged: Staged, key: str) -> Iterator[None]:
    """Stores the bytes, runs the block (which commits the row), and makes sure that they are still there.

    The row of another file with the same bytes may be deleted in between, and its bytes with it; the second
    look closes that gap. Raises FileUnavailable.
    """
    refuse_transaction()
    storage = tenant_storage()
    try:
        with staged.path.open("rb") as source:
            storage.put(key, source)
        yield
        if storage.size(key) != staged.size:
            with staged.path.open("rb") as source:
                storage.put(key, source)
    except StorageDown as error:
        logger.exception("the storage failed while a file was being stored")
        raise FileUnavailable(retry_after=10) from error


def announce(file: File) -> None:
    """Emits what a newly received file calls for, and sends its analysis where that is still to do."""
    emit(
        FileUploaded(
            file=file.id,
            name=file.name,
            category=file.category,
            content_type=file.content_type,
            size=file.size,
            customer=file.customer_id,
        ),
        subject_id=file.id,
        object_version=file.version,
    )
    remind(file)
    if file.state == FileState.READY.value:
        announce_analysis(file)
    else:
        send_analysis(file.id)


def announce_analysis(file: File) -> None:
    """Emits file.analysed from the row."""
    found = file.counted
    emit(
        FileAnalysed(
            file=file.id,
            state=file.state,
            pages=found.pages if found else None,
            words=found.words if found else None,
            standard_pages=str(found.standard_pages) if found and found.standard_pages is not None else None,
            method=found.method if found else None,
            code=file.rejection["code"] if file.rejection else None,
            customer=file.customer_id,
        ),
        subject_id=file.id,
        object_version=file.version,
    )


def send_analysis(file_id: uuid.UUID) -> None:
    """Has a worker analyse the file after the commit. Where none can be reached, the sweep sends it again."""
    from backend.core.files.tasks import analyse_file_task  # tasks import services

    db.on_commit(lambda: analyse_file_task.delay(str(file_id)))


def analyse_pending(*, file_id: uuid.UUID) -> File | None:
    """Analyses a file in the state `analysing`: it becomes `ready` or `rejected`.

    Returns None where there is no such file or it is analysed already, so a second run does nothing.
    Raises AnalysisBusy and FileUnavailable, after which it is to be tried again. Emits file.analysed. Locks
    the file.
    """
    refuse_transaction()
    file = File.objects.filter(pk=file_id, state=FileState.ANALYSING.value).first()
    if file is None:
        return None
    changes: dict[str, Any]
    try:
        with (
            tenant_storage().open(file.storage_key) as source,
            staging.receive(source, file.size) as staged,
        ):
            if staged.sha256 != file.sha256:
                raise BlobMissing(file.storage_key)
            analysed = analyse_file(
                staged.path,
                claimed_name(file.name),
                standard_page=policy.standard_page(),
                settings=config(),
            )
        changes = {"state": FileState.READY.value, "analysis": analysed.analysis.as_json()}
    except Rejected as rejected:
        changes = {
            "state": FileState.REJECTED.value,
            "rejection": {"code": rejected.code, "params": rejected.params},
        }
    except sandbox.SandboxBusy as busy:
        raise AnalysisBusy(retry_after=5) from busy
    except (BlobMissing, StorageDown) as error:
        raise FileUnavailable() from error
    with db.transaction():
        locked = db.lock(File, [file_id])
        if not locked or locked[0].state != FileState.ANALYSING.value:
            return None
        file = locked[0]
        file.save_versioned(**changes)
        remind(file)
        announce_analysis(file)
    return file


def refuse_transaction() -> None:
    """Storage and child processes are slow, and must not hold locks meanwhile: a fault of ours if they would."""
    if db.in_transaction():
        raise RuntimeError("files are stored and analysed outside transactions")
