"""Attaching, seeing, handing out, changing and forgetting files."""

from __future__ import annotations

import os
import time
import uuid
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from backend.core.files import errors as e
from backend.core.files import facade, services
from backend.core.files import permissions as p
from backend.core.files.models import File
from backend.core.files.selectors import file_for, files_for
from backend.core.files.types import Category
from backend.kernel import clock, db
from backend.kernel.context import RequestContext, identify, request_context
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound, VersionMismatch
from backend.kernel.permissions import PermissionDenied, Principal, Scope
from backend.kernel.tenancy import tenant_context
from tests.core.files.helpers import PDF, Make, send, start, stored, upload
from tests.support import documents as d

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
    assert given[0].created_at == first.created_at
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


def signals_due(tenant: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT due_at FROM public.kernel_eventsignal WHERE schema_name = %s AND topic = 'files'",
            [tenant.schema],
        )
        return [row[0] for row in cursor.fetchall()]


def test_the_business_is_looked_at_when_the_next_file_is_due(tenant: Any, clerk: Principal) -> None:
    first, second = upload(clerk), upload(clerk, d.png(), "a.png")
    assert sorted(signals_due(tenant)) == [first.expires_at, second.expires_at]
    services.sweep_files()
    assert signals_due(tenant) == [first.expires_at]
    attach(clerk, first, second, order=uuid.uuid4())
    services.sweep_files()
    assert signals_due(tenant) == []


def test_the_sweeping_task_runs(tenant: Any, pending: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.core.files import tasks

    monkeypatch.setattr(tasks.analyse_file_task, "delay", lambda _: None)
    assert tasks.sweep_files_task() == (0, 0)
    (due,) = signals_due(tenant)
    assert timedelta(minutes=4) < due - clock.now() <= timedelta(minutes=5)
