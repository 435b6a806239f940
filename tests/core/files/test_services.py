"""Receiving, resuming, attaching, changing, handing out and forgetting files."""

from __future__ import annotations

import hashlib
import io
import os
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from backend.core.files import errors as e
from backend.core.files import facade, policy, services
from backend.core.files import permissions as p
from backend.core.files.models import File
from backend.core.files.selectors import file_for, files_for
from backend.core.files.services import ingest
from backend.core.files.storage import StorageDown
from backend.core.files.storage.local import LocalDriver
from backend.core.files.types import Category, StandardPage, StandardPageUnit
from backend.kernel import clock, db
from backend.kernel.context import RequestContext, identify, request_context
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound, VersionMismatch
from backend.kernel.models import Event
from backend.kernel.permissions import PermissionDenied, Principal, Scope
from backend.kernel.tenancy import tenant_context
from tests.support import documents as d

PDF = d.pdf(3)
LARGE = d.pdf(40)
Make = Callable[..., Principal]


def upload(principal: Principal, content: bytes = PDF, name: str = "scan.pdf", **options: Any) -> File:
    return services.upload_file(principal=principal, name=name, content=io.BytesIO(content), **options)


def stored(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def events_of(file_id: uuid.UUID) -> list[str]:
    return list(Event.objects.filter(subject_id=file_id).order_by("seq").values_list("type", flat=True))


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


@pytest.fixture
def pending(clerk: Principal, configure: Callable[..., None]) -> File:
    configure(inline_bytes=10_000)
    return upload(clerk, LARGE, "book.pdf")


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


def start(principal: Principal, content: bytes = PDF, **changes: Any) -> File:
    values = {
        "name": "scan.pdf",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        **changes,
    }
    return services.start_upload(principal=principal, **values)


def send(principal: Principal, upload_id: uuid.UUID, offset: int, content: bytes) -> File:
    return services.append_chunk(principal=principal, upload_id=upload_id, offset=offset, content=content)


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


# -- belonging -------------------------------------------------------------------------------------


def attach(principal: Principal | None, *files: File, order: uuid.UUID, **options: Any) -> Any:
    with db.transaction():
        return facade.attach(
            principal=principal,
            file_ids=[file.id for file in files],
            subject_type="order",
            subject_id=order,
            **options,
        )


def test_attaching_gives_a_file_its_place(clerk: Principal) -> None:
    order, customer, branch = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    second, first = upload(clerk), upload(clerk, d.png(), "a.png")
    given = attach(clerk, first, second, order=order, customer_id=customer, branch_id=branch)
    assert [info.id for info in given] == [first.id, second.id]
    row = File.objects.get(pk=first.pk)
    assert (row.subject_type, row.subject_id) == ("order", order)
    assert (row.customer_id, row.branch_id, row.expires_at) == (customer, branch, None)
    assert {info.id for info in facade.files_of("order", order)} == {first.id, second.id}
    version = row.version
    attach(clerk, first, order=order)
    assert File.objects.get(pk=first.pk).version == version


def test_attaching_refuses_with_a_pointer_and_joins_nothing(
    clerk: Principal, principal_of: Make, pending: File
) -> None:
    order = uuid.uuid4()
    free = upload(clerk)
    taken = upload(clerk)
    attach(clerk, taken, order=uuid.uuid4())
    customer = principal_of(Scope(own=True), kind="customer", customer_id=uuid.uuid4())
    theirs = upload(customer)
    unfinished = start(clerk)
    for bad, error in (
        (taken, e.FileAttached),
        (theirs, e.FileOfAnotherCustomer),
        (pending, e.FileNotReady),
        (unfinished, ReferenceNotFound),
        (File(id=uuid.uuid4()), ReferenceNotFound),
    ):
        with pytest.raises(error) as caught:
            attach(clerk, free, bad, order=order, customer_id=uuid.uuid4())
        assert caught.value.pointer == "/files/1"  # type: ignore[attr-defined]
    assert File.objects.get(pk=free.pk).subject_id is None


def test_a_customer_attaches_only_what_they_may_see(clerk: Principal, principal_of: Make) -> None:
    customer = principal_of(Scope(own=True), kind="customer", customer_id=uuid.uuid4())
    with pytest.raises(ReferenceNotFound):
        attach(customer, upload(clerk), order=uuid.uuid4(), customer_id=customer.customer_id)


def test_attaching_needs_a_transaction_and_a_known_subject(clerk: Principal) -> None:
    file = upload(clerk)
    with pytest.raises(db.NoTransaction):
        facade.attach(principal=clerk, file_ids=[file.id], subject_type="order", subject_id=uuid.uuid4())
    with db.transaction(), pytest.raises(ValueError, match="spaceship"):
        facade.attach(principal=clerk, file_ids=[file.id], subject_type="spaceship", subject_id=uuid.uuid4())


def test_two_orders_at_once_cannot_both_have_a_file(
    live_tenant: Any, run_parallel: Any, storage_root: Path
) -> None:
    from backend.kernel.permissions import system_principal

    system = system_principal(live_tenant.id, live_tenant.schema)
    file = upload(system)

    def take(_: int) -> str:
        with tenant_context(live_tenant):
            try:
                attach(None, file, order=uuid.uuid4())
            except e.FileAttached:
                return "refused"
            return "taken"

    assert sorted(run_parallel(take, 4)) == ["refused"] * 3 + ["taken"]


# -- seeing ----------------------------------------------------------------------------------------


def test_scopes_decide_who_sees_a_file(clerk: Principal, principal_of: Make) -> None:
    branch, customer = uuid.uuid4(), uuid.uuid4()
    file = upload(clerk)
    attach(clerk, file, order=uuid.uuid4(), customer_id=customer, branch_id=branch)
    assert file_for(principal_of(Scope(branches=frozenset({branch}))), file.id)
    assert file_for(principal_of(Scope(customers=frozenset({customer}))), file.id)
    assert file_for(principal_of(Scope(own=True), user_id=clerk.user_id), file.id)
    for scope in (
        Scope(branches=frozenset({uuid.uuid4()})),
        Scope(customers=frozenset({uuid.uuid4()})),
        Scope(own=True),
        Scope(),
    ):
        with pytest.raises(ResourceNotFound):
            file_for(principal_of(scope), file.id)
    assert not files_for(principal_of(codes=(p.UPLOAD,))).exists()


def test_what_one_uploaded_is_seen_before_it_has_a_branch(principal_of: Make) -> None:
    staff = principal_of(Scope(branches=frozenset({uuid.uuid4()})))
    file = upload(staff)
    assert [row.id for row in files_for(staff)] == [file.id]


def test_another_tenant_knows_nothing_of_a_file(
    clerk: Principal, other_tenant: Any, storage_root: Path
) -> None:
    file = upload(clerk)
    link = services.create_link(principal=clerk, file_id=file.id)
    with tenant_context(other_tenant):
        assert not File.objects.exists()
        with pytest.raises(ResourceNotFound):
            services.open_content(principal=clerk, file_id=file.id)
        with pytest.raises(e.LinkInvalid):
            services.open_content(principal=None, file_id=file.id, token=link.token)
        # A row that names another tenant's bytes (as a bad import could write it) resolves to nothing.
        forged = File.objects.create(
            state="ready",
            name="x.pdf",
            size=file.size,
            sha256=file.sha256,
            kind="pdf",
            content_type="application/pdf",
            storage_key=file.storage_key,
            analysis=file.analysis,
        )
        with pytest.raises(e.FileUnavailable):
            services.open_content(principal=clerk, file_id=forged.id)
        # Nor does the signature of another tenant's link fit a row with the same id and content.
        twin = File.objects.create(
            id=file.id,
            state="ready",
            name="x.pdf",
            size=file.size,
            sha256=file.sha256,
            kind="pdf",
            storage_key=file.storage_key,
            analysis=file.analysis,
        )
        with pytest.raises(e.LinkInvalid):
            services.open_content(principal=None, file_id=twin.id, token=link.token)


def test_links_open_one_file_until_they_expire(clerk: Principal) -> None:
    file, other = upload(clerk), upload(clerk, d.png(), "a.png")
    link = services.create_link(principal=clerk, file_id=file.id, seconds=60)
    with services.open_content(principal=None, file_id=file.id, token=link.token).stream as stream:
        assert stream.read() == PDF
    expiry, _, signature = link.token.partition(".")
    for file_id, token in (
        (other.id, link.token),
        (uuid.uuid4(), link.token),
        (file.id, f"{int(expiry) + 1}.{signature}"),
        (file.id, f"{expiry}."),
        (file.id, expiry),
        (file.id, ""),
        (file.id, f"{expiry}.é"),
        (file.id, f"-1.{signature}"),
        (file.id, f"{'9' * 50}.{signature}"),
    ):
        with pytest.raises(e.LinkInvalid):
            services.open_content(principal=None, file_id=file_id, token=token)
    with clock.use(clock.Frozen(clock.now() + timedelta(seconds=61))), pytest.raises(e.LinkInvalid):
        services.open_content(principal=None, file_id=file.id, token=link.token)


def test_a_link_lasts_no_longer_than_the_limit(clerk: Principal) -> None:
    link = services.create_link(principal=clerk, file_id=upload(clerk).id, seconds=10**9)
    assert link.expires_at <= clock.now() + timedelta(days=7, seconds=1)


# -- changing --------------------------------------------------------------------------------------


def test_a_person_overrides_the_pages_and_the_count_is_kept(clerk: Principal) -> None:
    file = upload(clerk)
    changed = services.override_pages(
        principal=clerk, file_id=file.id, pages=5, reason="Stamps on the back", expected_version=1
    )
    counted = File.objects.get(pk=changed.pk).counted
    assert counted is not None
    assert counted.override is not None
    assert (counted.pages, counted.counted_pages, counted.method) == (5, 3, "human")
    assert (counted.override.by_id, counted.override.reason) == (clerk.user_id, "Stamps on the back")
    assert counted.override.at <= clock.now()
    before = file.counted
    assert before is not None
    assert counted.standard_pages == before.standard_pages
    services.override_pages(principal=clerk, file_id=file.id, pages=6, standard_pages=Decimal("7.50"))
    counted = File.objects.get(pk=file.pk).counted
    assert counted is not None
    assert (counted.pages, counted.standard_pages, counted.counted_pages) == (6, Decimal("7.50"), 3)
    with pytest.raises(VersionMismatch):
        services.override_pages(principal=clerk, file_id=file.id, pages=9, expected_version=1)


def test_overriding_is_audited(clerk: Principal) -> None:
    from backend.core.audit.models import AuditEntry

    file = upload(clerk)
    with request_context(RequestContext()):
        identify(clerk)
        services.override_pages(principal=clerk, file_id=file.id, pages=5)
    entry = AuditEntry.objects.filter(row_id=file.id).order_by("-id")[0]
    assert (entry.action, entry.actor_id) == ("update", clerk.user_id)
    assert "override" not in entry.before["analysis"]
    assert entry.after["analysis"]["override"]["pages"] == 5


def test_only_a_ready_file_has_pages_to_override(clerk: Principal, pending: File) -> None:
    with pytest.raises(e.FileNotReady):
        services.override_pages(principal=clerk, file_id=pending.id, pages=5)


def test_changing_needs_its_permission_and_reach(clerk: Principal, principal_of: Make) -> None:
    file = upload(clerk)
    with pytest.raises(PermissionDenied):
        services.override_pages(principal=principal_of(codes=(p.VIEW,)), file_id=file.id, pages=1)
    with pytest.raises(ResourceNotFound):
        services.override_pages(principal=principal_of(Scope(own=True)), file_id=file.id, pages=1)
    with pytest.raises(ResourceNotFound):
        services.delete_file(principal=principal_of(Scope(own=True)), id=file.id)


def test_a_category_changes_within_its_rules(clerk: Principal) -> None:
    file = upload(clerk)
    changed = services.update_file(
        principal=clerk, id=file.id, category=Category.PAYMENT_PROOF, metadata={"a": "b"}
    )
    assert (changed.category, changed.metadata, changed.version) == ("payment_proof", {"a": "b"}, 2)
    with pytest.raises(e.CategoryTypeNotAllowed):
        services.update_file(principal=clerk, id=file.id, category=Category.AVATAR)
    assert services.update_file(principal=clerk, id=file.id).version == 2


def test_a_deleted_file_takes_its_bytes_unless_they_are_shared(
    clerk: Principal, storage_root: Path, commits: Any
) -> None:
    first, second = upload(clerk), upload(clerk)
    with commits():
        services.delete_file(principal=clerk, id=first.id, expected_version=1)
    assert len(stored(storage_root)) == 1
    with commits():
        services.delete_file(principal=clerk, id=second.id)
    assert stored(storage_root) == []


def test_an_attached_file_is_not_deleted_until_it_is_freed(clerk: Principal, storage_root: Path) -> None:
    order = uuid.uuid4()
    file = upload(clerk)
    attach(clerk, file, order=order)
    with pytest.raises(e.FileAttached):
        services.delete_file(principal=clerk, id=file.id)
    assert File.objects.filter(pk=file.pk).exists()
    with db.transaction():
        assert facade.detach(subject_type="order", subject_id=order) == 1
    services.delete_file(principal=clerk, id=file.id)
    assert not File.objects.filter(pk=file.pk).exists()


# -- time ------------------------------------------------------------------------------------------


def test_unused_files_end_and_used_ones_stay(clerk: Principal, storage_root: Path) -> None:
    unused, used = upload(clerk, d.png(), "a.png"), upload(clerk)
    attach(clerk, used, order=uuid.uuid4())
    assert services.sweep_files(at=clock.now() + timedelta(days=6)) == (0, 0)
    assert services.sweep_files(at=clock.now() + timedelta(days=8)) == (1, 0)
    assert [row.id for row in File.objects.all()] == [used.id]
    assert [path.read_bytes() for path in stored(storage_root)] == [PDF]
    assert not File.objects.filter(pk=unused.pk).exists()


def test_orphaned_bytes_are_removed_when_they_are_old(clerk: Principal, storage_root: Path) -> None:
    kept = upload(clerk)
    orphan = upload(clerk, d.png(), "a.png")
    running = start(clerk)
    send(clerk, running.id, 0, PDF[:100])
    lost = start(clerk)
    send(clerk, lost.id, 0, PDF[:100])
    File.objects.filter(pk__in=[orphan.pk, lost.pk]).delete()
    assert services.sweep_storage() == 0
    old = time.time() - 3 * 24 * 3600
    for path in stored(storage_root):
        os.utime(path, (old, old))
    assert services.sweep_storage() == 2
    left = {path.relative_to(storage_root / clerk.schema).as_posix() for path in stored(storage_root)}
    row = File.objects.get(pk=running.pk)
    assert row.upload is not None
    assert left == {kept.storage_key, row.upload["parts"][0][2]}
