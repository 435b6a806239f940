"""The routes of files, through HTTP."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant
from backend.core.audit.models import AuditEntry
from backend.core.files import facade, policy
from backend.kernel import db
from backend.kernel.ids import decode, encode
from tests.support import documents as d
from tests.support.client import Api, Reply

PDF = d.pdf(3)
SHA = hashlib.sha256(PDF).hexdigest()
Signed = Callable[..., Api]


@pytest.fixture
def signed(api: Api) -> Signed:
    """`signed("files.*", scope="own")`: a client with these permissions."""

    def make(*permissions: str, scope: str = "business") -> Api:
        role = accounts.create_role(
            principal=None, code=f"r{uuid.uuid4().hex[:8]}", names={"en": "R"}, permissions=permissions
        )
        user = accounts.create_user(
            principal=None,
            name="Ada",
            email=f"{uuid.uuid4().hex}@example.com",
            assignments=[Grant(role.id, scope)],
        )
        return api.signed_in(accounts.issue_session_for(user).access_token)

    return make


@pytest.fixture
def clerk_api(signed: Signed) -> Api:
    return signed("files.*")


def send(client: Api, content: bytes = PDF, name: str = "scan.pdf", **options: Any) -> Reply:
    part = SimpleUploadedFile(name, content, options.pop("content_type", "application/pdf"))
    return client.call("POST", "/files", data={"file": part}, **options)


def cut_off(client: Api, method: str, path: str, body: bytes, announced: int, content_type: str) -> Reply:
    """A request whose connection ends before its announced length, as a server hands it on."""
    return Reply(
        client.client.generic(
            method,
            f"/api/v1{path}",
            body,
            content_type,
            headers={
                "Host": client.host,
                "X-Tenant": client.tenant.slug if client.tenant else "",
                "Authorization": f"Bearer {client.token}",
            },
            **{"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(announced)},
        )
    )


def test_a_file_is_uploaded_counted_read_and_listed(clerk_api: Api) -> None:
    sent = send(clerk_api, query={"category": "order_file"})
    assert sent.status == 201, sent
    body = sent.json
    assert body["id"].startswith("fil_")
    assert (body["name"], body["state"], body["kind"], body["size"]) == ("scan.pdf", "ready", "pdf", len(PDF))
    analysis = body["analysis"]
    assert (analysis["pages"], analysis["method"], analysis["confidence"]) == (3, "pdf", "1.00")
    assert analysis["standard_page"] == {"unit": "characters", "size": 1800}
    assert analysis["override"] is None
    assert body["subject"] is None
    assert body["rejection"] is None
    read = clerk_api.get(f"/files/{body['id']}")
    assert (read.status, read.json) == (200, body)
    assert read.headers["ETag"] == '"1"'
    listed = clerk_api.get("/files", query={"kind": "pdf", "state": "ready", "q": "scan"})
    assert [row["id"] for row in listed.json["data"]] == [body["id"]]
    assert clerk_api.get("/files", query={"kind": "png"}).json["data"] == []


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"hello", "fake.pdf", "file_type_mismatch"),
        (d.pdf(password="x"), "locked.pdf", "pdf_encrypted"),
        (d.zip_bomb(), "bomb.docx", "archive_bomb"),
        (d.huge_png(), "huge.png", "image_too_large"),
        (b"", "empty.pdf", "file_empty"),
        (d.truncated_pdf(), "torn.pdf", "pdf_broken"),
    ],
)
def test_refusals_are_problem_documents(content: bytes, name: str, code: str, clerk_api: Api) -> None:
    reply = send(clerk_api, content, name)
    assert (reply.status, reply.code) == (409, code)
    assert reply.json["detail"]
    assert clerk_api.get("/files").json["data"] == []


def test_the_media_type_of_the_part_counts_for_nothing(clerk_api: Api) -> None:
    reply = send(clerk_api, d.png(), "a.png", content_type="text/html")
    assert (reply.status, reply.json["content_type"]) == (201, "image/png")


def test_the_body_holds_only_the_file(clerk_api: Api) -> None:
    extra = {"file": SimpleUploadedFile("a.pdf", PDF), "category": "draft"}
    reply = clerk_api.call("POST", "/files", data=extra)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (400, "/category")
    two = {"file": [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.pdf", PDF)]}
    assert clerk_api.call("POST", "/files", data=two).status == 400
    for body in ({"file": "text"}, {"other": SimpleUploadedFile("a.pdf", PDF)}, {}):
        reply = clerk_api.call("POST", "/files", data=body)
        assert reply.status == 400, reply
        assert any(error["pointer"] == "/file" for error in reply.json["errors"])
    assert clerk_api.post("/files", json={}).status == 415
    assert send(clerk_api, query={"category": "secret"}).status == 400
    assert send(clerk_api, query={"what": "x"}).status == 400
    assert clerk_api.get("/files").json["data"] == []


def test_a_torn_multipart_body_is_refused(clerk_api: Api) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    whole = head + b"hello " * 1000 + b"\r\n--b--\r\n"
    kind = "multipart/form-data; boundary=b"
    assert clerk_api.post("/files", data=whole, content_type=kind).status == 201
    torn = cut_off(clerk_api, "POST", "/files", whole[:3000], len(whole), kind)
    assert (torn.status, torn.code) == (400, "upload_truncated")
    assert len(clerk_api.get("/files").json["data"]) == 1


def test_an_oversized_body_is_refused_by_its_announced_length(clerk_api: Api) -> None:
    reply = clerk_api.post(
        "/files",
        data=b"--b--",
        content_type="multipart/form-data; boundary=b",
        headers={"Content-Length": str(10**12)},
    )
    assert (reply.status, reply.code) == (413, "file_too_large")


def test_an_idempotency_key_makes_one_file(clerk_api: Api) -> None:
    headers = {"Idempotency-Key": "upload-1"}
    first, second = send(clerk_api, headers=headers), send(clerk_api, headers=headers)
    assert (first.status, second.status) == (201, 201)
    assert first.json == second.json
    assert second.headers["Idempotent-Replayed"] == "true"
    assert send(clerk_api, d.png(), "a.png", headers=headers).status == 422
    assert len(clerk_api.get("/files").json["data"]) == 1


def test_content_is_sent_as_an_inert_attachment(clerk_api: Api) -> None:
    file = send(clerk_api, name="Свидетельство.pdf").json
    reply = clerk_api.get(f"/files/{file['id']}/content")
    assert (reply.status, reply.body) == (200, PDF)
    assert reply.headers["Content-Type"] == "application/octet-stream"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Content-Disposition"].startswith(
        "attachment; filename=\"_____________.pdf\"; filename*=UTF-8''%D0"
    )
    assert int(reply.headers["Content-Length"]) == len(PDF)


def test_a_signed_link_downloads_without_signing_in(
    clerk_api: Api, api: Api, api_for: Any, other_tenant: Any
) -> None:
    file = send(clerk_api).json
    made = clerk_api.post(f"/files/{file['id']}/links", json={"seconds": 60})
    assert made.status == 201, made
    assert api.get(made.json["url"]).body == PDF
    stranger = api_for(other_tenant)
    assert stranger.get(made.json["url"]).status == 403
    for token in ("x", "1." + "a" * 43, made.json["token"] + "x"):
        reply = api.get(f"/files/{file['id']}/download", query={"token": token})
        assert (reply.status, reply.code) == (403, "link_invalid")
    assert api.get(f"/files/{file['id']}/download").status == 400
    assert api.get(f"/files/{file['id']}/content").status == 401
    assert clerk_api.post(f"/files/{file['id']}/links", json={"seconds": 0}).status == 400


def test_pages_are_overridden_with_the_version(clerk_api: Api) -> None:
    file = send(clerk_api).json
    path = f"/files/{file['id']}"
    changed = clerk_api.patch(path, json={"pages": 4, "reason": "Stamp"}, headers={"If-Match": '"1"'})
    assert changed.status == 200, changed
    analysis = changed.json["analysis"]
    assert (analysis["pages"], analysis["counted_pages"], analysis["method"]) == (4, 3, "human")
    assert analysis["override"]["by"].startswith("usr_")
    assert analysis["override"]["reason"] == "Stamp"
    assert clerk_api.patch(path, json={"pages": 9}, headers={"If-Match": '"1"'}).status == 412
    for body in (
        {"pages": 0},
        {"pages": "4"},
        {"pages": 10**30},
        {"size": 1},
        {"category": "x"},
    ):
        assert clerk_api.patch(path, json=body).status == 400, body
    alone = clerk_api.patch(path, json={"reason": "x"})
    assert (alone.status, alone.json["errors"][0]["pointer"]) == (409, "/reason")
    assert clerk_api.patch(path, json={"category": "avatar"}).code == "category_type_not_allowed"
    assert clerk_api.patch(path, json={"category": "extra"}).json["category"] == "extra"
    assert clerk_api.patch(path, json={"metadata": {"a": "b"}}).json["category"] == "extra"


def test_deleting(clerk_api: Api) -> None:
    file = send(clerk_api).json
    order = uuid.uuid4()
    with db.transaction():
        facade.attach(
            principal=None, file_ids=[decode("fil", file["id"])], subject_type="order", subject_id=order
        )
    read = clerk_api.get(f"/files/{file['id']}").json
    assert read["subject"] == {"type": "order", "id": encode("ord", order)}
    assert [
        row["id"] for row in clerk_api.get("/files", query={"order": encode("ord", order)}).json["data"]
    ] == [file["id"]]
    refused = clerk_api.delete(f"/files/{file['id']}")
    assert (refused.status, refused.code) == (409, "file_attached")
    with db.transaction():
        facade.detach(subject_type="order", subject_id=order)
    assert clerk_api.delete(f"/files/{file['id']}").status == 204
    assert clerk_api.get(f"/files/{file['id']}").status == 404


def test_a_resumable_upload(clerk_api: Api) -> None:
    begun = clerk_api.post("/files/uploads", json={"name": "scan.pdf", "size": len(PDF), "sha256": SHA})
    assert begun.status == 201, begun
    upload = begun.json
    path = f"/files/uploads/{upload['id']}"
    assert upload["id"].startswith("upl_")
    assert (upload["offset"], upload["file"], upload["state"]) == (0, None, "uploading")
    first = clerk_api.patch(path, data=PDF[:1000], query={"offset": 0})
    assert (first.status, first.json["offset"]) == (200, 1000)
    stale = clerk_api.patch(path, data=PDF[1000:], query={"offset": 1000}, headers={"If-Match": '"1"'})
    assert stale.status == 412
    assert clerk_api.post(f"{path}/complete", headers={"If-Match": '"1"'}).status == 412
    assert clerk_api.delete(path, headers={"If-Match": '"1"'}).status == 412
    assert clerk_api.delete(path, headers={"If-Match": "x"}).status == 412
    again = clerk_api.patch(path, data=PDF[:1000], query={"offset": 0})
    assert (again.status, again.code) == (409, "upload_offset_mismatch")
    assert clerk_api.get(path).json["offset"] == 1000
    assert clerk_api.post(f"{path}/complete").code == "upload_incomplete"
    assert clerk_api.get(f"/files/{encode('fil', decode('upl', upload['id']))}").status == 404
    assert clerk_api.patch(path, data=PDF[1000:], query={"offset": 1000}).status == 200
    done = clerk_api.post(f"{path}/complete")
    assert (done.status, done.json["analysis"]["pages"]) == (200, 3)
    assert clerk_api.get(path).json["file"] == done.json["id"]
    assert clerk_api.post(f"{path}/complete").json["id"] == done.json["id"]
    assert clerk_api.get(f"/files/{done.json['id']}/content").body == PDF


def test_bad_uploads_and_chunks(clerk_api: Api, signed: Signed) -> None:
    good = {"name": "scan.pdf", "size": 10, "sha256": SHA}
    for change in (
        {"size": 0},
        {"size": "10"},
        {"sha256": "x"},
        {"sha256": SHA.upper()},
        {"name": "a\x00"},
        {"x": 1},
    ):
        assert clerk_api.post("/files/uploads", json={**good, **change}).status == 400, change
    too_large = clerk_api.post("/files/uploads", json={**good, "size": 10**12})
    assert (too_large.status, too_large.code) == (413, "file_too_large")
    path = f"/files/uploads/{clerk_api.post('/files/uploads', json=good).json['id']}"
    assert clerk_api.patch(path, data=b"x").status == 400
    assert clerk_api.patch(path, data=b"x", query={"offset": "-1"}).status == 400
    assert clerk_api.patch(path, data=b"x", query={"offset": 0}, content_type="text/plain").status == 415
    empty = clerk_api.patch(path, data=b"", query={"offset": 0}, headers={"If-Match": '"7"'})
    assert (empty.status, empty.code) == (400, "upload_chunk_empty"), (
        "the body is looked at before the version"
    )
    assert clerk_api.patch(path, data=b"x" * 11, query={"offset": 0}).code == "upload_overflow"
    torn = cut_off(clerk_api, "PATCH", f"{path}?offset=0", b"abc", 8, "application/octet-stream")
    assert (torn.status, torn.code) == (400, "upload_truncated")
    huge = clerk_api.patch(path, data=b"x" * (8 * 1024 * 1024 + 1), query={"offset": 0})
    assert (huge.status, huge.code) == (413, "upload_chunk_too_large")
    assert clerk_api.get(path).json["offset"] == 0
    assert signed("files.*").get(path).status == 404
    assert clerk_api.delete(path).status == 204
    assert clerk_api.get(path).status == 404


def test_capabilities_publish_the_limits_to_everybody(api: Api) -> None:
    limits = api.get("/capabilities").json["files"]
    assert limits["max_bytes"] == 100 * 1024 * 1024
    assert limits["telegram_bytes"] == 20 * 1024 * 1024
    assert {item["kind"] for item in limits["types"]} == {"pdf", "docx", "doc", "jpeg", "png", "heic", "txt"}
    assert limits["standard_page"] == {"unit": "characters", "size": 1800}
    (avatar,) = [item for item in limits["categories"] if item["category"] == "avatar"]
    assert (avatar["kinds"], avatar["max_bytes"]) == (["jpeg", "png", "heic"], 5 * 1024 * 1024)


def test_capabilities_are_there_for_the_operator_too(
    public: Any, api_for: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Any:
        raise AssertionError("there is no business to ask")

    monkeypatch.setattr(policy, "_source", fail)
    platform = api_for(None, host=settings.TENANCY["PLATFORM_HOST"])
    assert platform.get("/capabilities").json["files"]["standard_page"]["size"] == 1800


def test_rights(api: Api, clerk_api: Api, signed: Signed, other_tenant: Any, api_for: Any) -> None:
    file = send(clerk_api).json
    path = f"/files/{file['id']}"
    assert send(api).status == 401
    assert api.get(path).status == 401
    viewer = signed("files.file.view")
    assert viewer.get(path).status == 200
    assert send(viewer).status == 403
    assert viewer.patch(path, json={"pages": 1}).status == 403
    assert viewer.delete(path).status == 403
    assert viewer.post("/files/uploads", json={"name": "a", "size": 1, "sha256": SHA}).status == 403
    owner = signed("files.*", scope="own")
    assert owner.get(path).status == 404
    assert owner.get(f"{path}/content").status == 404
    assert owner.delete(path).status == 404
    assert owner.get("/files").json["data"] == []
    stranger = api_for(other_tenant, clerk_api.token)
    assert stranger.get(path).status == 401


@pytest.mark.parametrize(
    "path", ["/files/nonsense", "/files/fil_zzzzzzzzzzzzzzzzzzzzzzzzzz", "/files/uploads/fil_x"]
)
def test_a_path_that_names_nothing_is_404(path: str, clerk_api: Api) -> None:
    assert clerk_api.get(path).status == 404


def test_a_list_costs_no_more_for_more_rows(clerk_api: Api, queries: Any) -> None:
    send(clerk_api)
    clerk_api.get("/files")
    with queries() as one:
        clerk_api.get("/files")
    for _ in range(4):
        send(clerk_api)
    with queries() as five:
        assert len(clerk_api.get("/files").json["data"]) == 5
    assert len(five) == len(one)


def test_each_download_is_recorded(clerk_api: Api, api: Api) -> None:
    file = send(clerk_api).json
    assert not AuditEntry.objects.filter(action="file.downloaded").exists()
    assert clerk_api.get(f"/files/{file['id']}/content").status == 200
    made = clerk_api.post(f"/files/{file['id']}/links", json={"seconds": 60})
    assert api.get(f"/files/{file['id']}/download", query={"token": made.json["token"]}).status == 200
    assert api.get(f"/files/{file['id']}/download", query={"token": "forged"}).status == 403
    first, second = AuditEntry.objects.filter(action="file.downloaded").order_by("id")
    assert {first.row_id, second.row_id} == {decode("fil", file["id"])}
    assert (first.table, first.actor_kind) == ("files_file", "staff")
    assert [first.after["by_link"], second.after["by_link"]] == [False, True]
    assert (first.actor_id is not None, second.actor_id, second.actor_kind) == (True, None, "anonymous")
