"""Receiving files: in one request, analysed afterwards, and resumably."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from backend.core.files import errors as e
from backend.core.files import permissions as p
from backend.core.files import policy, services
from backend.core.files.models import File
from backend.core.files.selectors import file_for
from backend.core.files.services import ingest
from backend.core.files.storage import StorageDown
from backend.core.files.storage.local import LocalDriver
from backend.core.files.types import Category, StandardPage, StandardPageUnit
from backend.kernel import clock, db
from backend.kernel.errors import DomainError, ResourceNotFound
from backend.kernel.models import Event
from backend.kernel.permissions import PermissionDenied, Principal, Scope
from tests.core.files.helpers import LARGE, PDF, Make, events_of, send, start, stored, upload
from tests.support import documents as d

# -- one request ---------------------------------------------------------------------------------


def test_an_upload_is_counted_stored_and_announced(clerk: Principal, storage_root: Path) -> None:
    file = upload(clerk, name="../Свидетельство\u202e.PDF")
    row = File.objects.get(pk=file.pk)
    assert (row.name, row.state, row.content_type) == ("Свидетельство.pdf", "ready", "application/pdf")
    assert (row.size, row.sha256) == (len(PDF), hashlib.sha256(PDF).hexdigest())
    assert row.counted is not None
    assert (row.counted.pages, row.counted.method) == (3, "pdf")
    assert row.created_by_id == clerk.user_id
    assert row.expires_at is not None
    (path,) = stored(storage_root)
    assert path.read_bytes() == PDF
    assert path.relative_to(storage_root).as_posix() == f"{clerk.schema}/{row.storage_key}"
    assert events_of(row.id) == ["file.uploaded", "file.analysed"]
    payload = Event.objects.get(subject_id=row.id, type="file.analysed").payload
    assert (payload["pages"], payload["state"]) == (3, "ready")


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"", "empty.pdf", e.FileEmpty),
        (b"this is no pdf", "fake.pdf", e.FileTypeMismatch),
        (d.broken_pdf(), "broken.pdf", e.PdfBroken),
        (d.pdf(password="x"), "locked.pdf", e.PdfEncrypted),
        (d.zip_bomb(), "bomb.docx", e.ArchiveBomb),
        (d.huge_png(), "huge.png", e.ImageTooLarge),
        (bytes(range(256)), "data.bin", e.FileTypeNotAllowed),
        (d.jpeg_zip_polyglot(), "photo.jpg", e.FilePolyglot),
    ],
)
def test_a_refused_upload_changes_nothing(
    content: bytes, name: str, error: type[Exception], clerk: Principal, storage_root: Path
) -> None:
    before = Event.objects.count()
    with pytest.raises(error):
        upload(clerk, content, name)
    assert not File.objects.exists()
    assert Event.objects.count() == before
    assert stored(storage_root) == []


def test_a_file_above_the_limit_is_refused_while_it_comes(
    clerk: Principal, storage_root: Path, configure: Callable[..., None]
) -> None:
    configure(max_bytes=1000)
    source = io.BytesIO(b"x" * 50_000_000)
    with pytest.raises(e.FileTooLarge) as caught:
        services.upload_file(principal=clerk, name="a.txt", content=source)
    assert caught.value.params["limit"] == 1000
    assert source.tell() <= 2 * 1024 * 1024
    assert stored(storage_root) == []


def test_categories_bound_type_size_and_role(clerk: Principal, principal_of: Make) -> None:
    with pytest.raises(e.CategoryTypeNotAllowed):
        upload(clerk, category=Category.AVATAR)
    with pytest.raises(e.FileTooLarge):
        upload(clerk, b"\x89PNG\r\n\x1a\n" + bytes(5 * 1024 * 1024), "a.png", category=Category.AVATAR)
    customer = principal_of(Scope(own=True), kind="customer", customer_id=uuid.uuid4())
    with pytest.raises(e.CategoryNotAllowed):
        upload(customer, category=Category.FINAL)
    file = upload(customer, d.jpeg(), "proof.jpg", category=Category.PAYMENT_PROOF)
    assert file.customer_id == customer.customer_id


def test_uploading_needs_its_permission(principal_of: Make) -> None:
    with pytest.raises(PermissionDenied):
        upload(principal_of(codes=(p.VIEW,)))


def test_equal_contents_share_their_bytes(clerk: Principal, storage_root: Path) -> None:
    first, second = upload(clerk), upload(clerk, name="other.pdf")
    assert first.storage_key == second.storage_key
    assert len(stored(storage_root)) == 1


def test_files_are_never_received_inside_a_transaction(clerk: Principal) -> None:
    with db.transaction(), pytest.raises(RuntimeError):
        upload(clerk)


def test_bytes_that_vanish_before_the_commit_are_stored_again(
    clerk: Principal, storage_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce = ingest.announce

    def lose(file: File) -> None:
        announce(file)
        for path in stored(storage_root):  # as a deletion of a file with the same bytes would
            path.unlink()

    monkeypatch.setattr(ingest, "announce", lose)
    upload(clerk)
    assert [path.read_bytes() for path in stored(storage_root)] == [PDF]


def test_a_dead_storage_is_an_answer_and_leaves_no_row(
    clerk: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise StorageDown("no disk")

    monkeypatch.setattr(LocalDriver, "put", fail)
    with pytest.raises(e.FileUnavailable):
        upload(clerk)
    assert not File.objects.exists()


def test_the_business_decides_what_a_standard_page_is(
    clerk: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "_source", lambda: StandardPage(StandardPageUnit.WORDS, 250))
    counted = upload(clerk).counted
    assert counted is not None
    assert counted.words is not None
    assert counted.standard_pages == (Decimal(counted.words) / 250).quantize(Decimal("0.01"))


# -- large files -----------------------------------------------------------------------------------


def test_a_large_file_is_analysed_afterwards_once(pending: File) -> None:
    assert (pending.state, pending.counted) == ("analysing", None)
    assert events_of(pending.id) == ["file.uploaded"]
    done = services.analyse_pending(file_id=pending.id)
    assert done is not None
    assert done.counted is not None
    assert (done.state, done.counted.pages, done.version) == ("ready", 40, 2)
    assert services.analyse_pending(file_id=pending.id) is None
    assert events_of(pending.id) == ["file.uploaded", "file.analysed"]


def test_the_task_is_sent_after_the_commit(
    clerk: Principal, configure: Callable[..., None], commits: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.core.files import tasks

    sent: list[str] = []
    monkeypatch.setattr(tasks.analyse_file_task, "delay", sent.append)
    configure(inline_bytes=10_000)
    with commits():
        file = upload(clerk, LARGE, "book.pdf")
        assert sent == []
    assert sent == [str(file.id)]
    assert tasks.analyse_file_task(str(file.id)) == "ready"


def test_a_large_file_that_is_broken_becomes_rejected(
    clerk: Principal, configure: Callable[..., None]
) -> None:
    configure(inline_bytes=10_000)
    file = upload(clerk, d.broken_pdf(), "broken.pdf")
    done = services.analyse_pending(file_id=file.id)
    assert done is not None
    assert (done.state, done.rejection) == ("rejected", {"code": "pdf_broken", "params": {}})
    payload = Event.objects.get(subject_id=file.id, type="file.analysed").payload
    assert (payload["state"], payload["code"]) == ("rejected", "pdf_broken")
    with pytest.raises(e.FileNotReady):
        services.open_content(principal=clerk, file_id=file.id)


def test_a_file_read_afterwards_is_refused_as_one_read_at_once(clerk: Principal) -> None:
    """What was appended to its name is no claim of the sender's."""
    for name in ("table.xlsx", "table.docx"):
        with pytest.raises(DomainError) as refused:
            upload(clerk, d.spreadsheet(), name)
        file = upload(clerk, d.spreadsheet(), name, wait=False)
        done = services.analyse_pending(file_id=file.id)
        assert done is not None
        assert done.rejection is not None
        assert done.rejection["code"] == refused.value.code, name


def test_lost_bytes_are_reported_and_the_file_waits(pending: File, storage_root: Path) -> None:
    for path in stored(storage_root):
        path.unlink()
    with pytest.raises(e.FileUnavailable):
        services.analyse_pending(file_id=pending.id)
    assert File.objects.get(pk=pending.pk).state == "analysing"


def test_waiting_files_are_sent_again_by_the_sweep(
    pending: File, commits: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.core.files import tasks

    sent: list[str] = []
    monkeypatch.setattr(tasks.analyse_file_task, "delay", sent.append)
    with commits():
        assert services.sweep_files() == (0, 0)
        assert services.sweep_files(at=clock.now() + timedelta(minutes=6)) == (0, 1)
    assert sent == [str(pending.id)]


# -- resumable -------------------------------------------------------------------------------------


def test_a_resumed_upload_becomes_the_same_file(clerk: Principal, storage_root: Path) -> None:
    begun = start(clerk)
    send(clerk, begun.id, 0, PDF[:1000])
    assert send(clerk, begun.id, 1000, PDF[1000:1500]).received == 1500
    with pytest.raises(e.UploadIncomplete):
        services.complete_upload(principal=clerk, upload_id=begun.id)
    send(clerk, begun.id, 1500, PDF[1500:])
    file = services.complete_upload(principal=clerk, upload_id=begun.id)
    assert file.counted is not None
    assert (file.id, file.state, file.counted.pages, file.upload) == (begun.id, "ready", 3, None)
    assert [path.read_bytes() for path in stored(storage_root)] == [PDF]
    again = services.complete_upload(principal=clerk, upload_id=begun.id)
    assert (again.id, again.version) == (file.id, file.version)
    assert events_of(file.id) == ["file.uploaded", "file.analysed"]


def test_a_wrong_offset_says_where_to_continue(clerk: Principal, storage_root: Path) -> None:
    begun = start(clerk)
    send(clerk, begun.id, 0, PDF[:100])
    for offset in (0, 99, 101, 10_000):
        with pytest.raises(e.UploadOffsetMismatch) as caught:
            send(clerk, begun.id, offset, PDF[100:200])
        assert caught.value.params["offset"] == 100
    assert len(stored(storage_root)) == 1


def test_chunks_have_bounds(clerk: Principal, configure: Callable[..., None]) -> None:
    configure(chunk_bytes=1000, max_chunks=2)
    begun = start(clerk)
    with pytest.raises(e.UploadChunkEmpty):
        send(clerk, begun.id, 0, b"")
    with pytest.raises(e.UploadChunkTooLarge):
        send(clerk, begun.id, 0, PDF[:1001])
    send(clerk, begun.id, 0, PDF[:1])
    send(clerk, begun.id, 1, PDF[1:2])
    with pytest.raises(e.UploadTooManyChunks):
        send(clerk, begun.id, 2, PDF[2:3])
    small = start(clerk, b"abc")
    with pytest.raises(e.UploadOverflow):
        send(clerk, small.id, 0, b"abcd")
    with pytest.raises(e.FileTooLarge):
        start(clerk, size=101 * 1024 * 1024)


def test_other_bytes_than_declared_are_refused(clerk: Principal) -> None:
    begun = start(clerk, sha256="0" * 64)
    send(clerk, begun.id, 0, PDF)
    with pytest.raises(e.UploadChecksumMismatch):
        services.complete_upload(principal=clerk, upload_id=begun.id)
    assert File.objects.get(pk=begun.pk).state == "uploading"


def test_a_completed_upload_is_examined_like_any_other(clerk: Principal) -> None:
    bad = d.pdf(password="x")
    begun = start(clerk, bad)
    send(clerk, begun.id, 0, bad)
    with pytest.raises(e.PdfEncrypted):
        services.complete_upload(principal=clerk, upload_id=begun.id)
    assert File.objects.get(pk=begun.pk).state == "uploading"


def test_nobody_else_continues_or_sees_an_upload(clerk: Principal, principal_of: Make) -> None:
    begun = start(clerk)
    other = principal_of()
    for attempt in (
        lambda: send(other, begun.id, 0, PDF),
        lambda: services.complete_upload(principal=other, upload_id=begun.id),
        lambda: services.cancel_upload(principal=other, upload_id=begun.id),
        lambda: file_for(other, begun.id),
        lambda: file_for(clerk, begun.id),
    ):
        with pytest.raises(ResourceNotFound):
            attempt()


def test_a_cancelled_or_expired_upload_leaves_nothing(
    clerk: Principal, storage_root: Path, commits: Any
) -> None:
    first, second = start(clerk), start(clerk)
    send(clerk, first.id, 0, PDF[:100])
    send(clerk, second.id, 0, PDF[:100])
    with commits():
        services.cancel_upload(principal=clerk, upload_id=first.id)
    assert len(stored(storage_root)) == 1
    later = clock.now() + timedelta(days=2)
    with clock.use(clock.Frozen(later)), pytest.raises(ResourceNotFound):
        send(clerk, second.id, 100, PDF[100:])
    assert services.sweep_files(at=later) == (1, 0)
    assert stored(storage_root) == []
    assert not File.objects.exists()
