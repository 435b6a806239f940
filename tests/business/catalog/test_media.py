"""Pictures and files of products and variants: whose they are, who sees them, and what keeps them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.core.files import facade as files
from backend.core.files import services
from backend.core.files.models import File
from backend.kernel import clock
from backend.kernel.ids import decode, encode, new_id
from tests.business.organizations.people import Centre, sign_in
from tests.support import documents as d

RED, BLUE, SHEET = d.png(40, 30), d.png(41, 30), d.pdf(1)


@pytest.fixture(autouse=True)
def storage_root(settings: Any, tmp_path: Path) -> Path:
    """A storage of this test's own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILES = {"office": ""}
    return settings.MEDIA_ROOT


@pytest.fixture
def editor(api: Any, centre: Centre) -> Any:
    return sign_in(api, "catalog.*", "files.*")


def send(client: Any, content: bytes = RED, name: str = "red.png", category: str = "product_media") -> str:
    """The id of an uploaded file."""
    sent = client.call(
        "POST", "/files", data={"file": SimpleUploadedFile(name, content)}, query={"category": category}
    )
    assert sent.status == 201, sent
    return str(sent.json["id"])


def show(client: Any, path: str, *media: Any, **options: Any) -> Any:
    """The answer to naming the whole list; a text stands for an image without more."""
    items = [{"file": item} if isinstance(item, str) else item for item in media]
    return client.patch(path, json={"media": items}, **options)


def row(file: str) -> File:
    return File.objects.get(pk=decode("fil", file))


@pytest.fixture
def path(centre: Centre) -> str:
    return f"/products/{centre.product('FOLDER')}"


@pytest.fixture
def variant(centre: Centre) -> str:
    return f"/variants/{centre.variant('FOLDER-RED')}"


def fetch(client: Any, url: str) -> Any:
    """What a browser without a session gets at an address of a medium."""
    address, _, token = url.removeprefix("/api/v1").partition("?token=")
    return client.signed_in("").get(address, query={"token": token})


def test_pictures_are_shown_in_order_with_links_for_everybody(editor: Any, api: Any, path: str) -> None:
    red, blue = send(editor), send(editor, BLUE, "blue.png")
    sheet = send(editor, SHEET, "sheet.pdf")
    alt = {"en": "A red folder", "ru": "Красная папка"}
    shown = show(
        editor,
        path,
        {"file": red, "alt": alt},
        {"file": sheet, "kind": "file"},
        {"file": blue, "primary": True},
    )
    assert shown.status == 200, shown
    media = editor.get(path, headers={"Accept-Language": "ru"}).json["media"]
    assert [(one["file"], one["kind"], one["primary"]) for one in media] == [
        (red, "image", False),
        (sheet, "file", False),
        (blue, "image", True),
    ]
    assert [one["alt"] for one in media] == ["Красная папка", "", ""]
    assert (media[0]["name"], media[0]["content_type"], media[0]["size"]) == (
        "red.png",
        "image/png",
        len(RED),
    )
    picture = fetch(api, media[0]["url"])
    assert (picture.status, b"".join(picture.response.streaming_content)) == (200, RED)
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.headers["Content-Disposition"].startswith("inline")
    assert "max-age=43200" in picture.headers["Cache-Control"]
    download = fetch(api, media[1]["url"])
    assert (download.status, b"".join(download.response.streaming_content)) == (200, SHEET)
    assert download.headers["Content-Disposition"].startswith("attachment")
    whole = editor.get(path, query={"locale": "all"}).json["media"]
    assert whole[0]["alt"] == alt


def test_an_address_stays_for_half_a_day_and_ends_within_one(editor: Any, api: Any, path: str) -> None:
    """Pages keep what they fetched; a link that was passed on does not hold for ever, nor for other bytes."""
    red = send(editor)
    moment = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    with clock.use(lambda: moment):
        show(editor, path, red)
        url = editor.get(path).json["media"][0]["url"]
    with clock.use(lambda: moment + timedelta(hours=11, minutes=59)):
        assert editor.get(path).json["media"][0]["url"] == url
        assert fetch(api, url).status == 200
    with clock.use(lambda: moment + timedelta(hours=23, minutes=59)):
        assert fetch(api, url).status == 200
    with clock.use(lambda: moment + timedelta(hours=24)):
        assert fetch(api, url).code == "link_invalid"
    with clock.use(lambda: moment):
        other = send(editor, BLUE, "blue.png")
        assert fetch(api, url.replace(red, other)).code == "link_invalid"
        show(editor, path)
        assert fetch(api, url).code == "link_invalid"  # no longer published


def test_an_image_is_shown_in_place_only_where_it_is_published(editor: Any, api: Any) -> None:
    """A link to any other file downloads, and shows nothing."""
    scan = send(editor, category="order_file")
    link = editor.post(f"/files/{scan}/links", json={}).json["url"]
    assert fetch(api, link).status == 200
    assert fetch(api, link.replace("/download?", "/image?")).code == "link_invalid"


def test_the_list_is_refused_with_the_place_of_what_is_wrong(
    editor: Any, api: Any, centre: Centre, path: str
) -> None:
    """And nothing is joined then."""
    red, sheet = send(editor), send(editor, SHEET, "sheet.pdf")
    document = send(editor, category="order_file")
    photo = send(editor, d.heic(), "photo.heic")
    portal = sign_in(api, "files.file.upload", customer=centre.customer().pk, kind="customer")
    theirs = send(portal, category="order_file")
    File.objects.filter(pk=decode("fil", theirs)).update(category="product_media")
    taken = send(editor, BLUE, "blue.png")
    other = editor.post("/products", json={"sku": "B", "name": {"en": "B"}, "media": [{"file": taken}]})
    assert other.status == 201, other
    pending = send(editor, BLUE, "wait.png")
    File.objects.filter(pk=decode("fil", pending)).update(state="analysing")
    for bad, code, member in (
        (encode("fil", new_id()), "reference_not_found", "file"),
        (document, "media_file_unfit", "file"),
        (theirs, "media_file_unfit", "file"),
        (sheet, "media_not_image", "file"),
        (photo, "media_not_image", "file"),
        (taken, "file_attached", "file"),
        (pending, "file_not_ready", "file"),
        (red, "media_repeated", "file"),
        ({"file": sheet, "kind": "file", "primary": True}, "media_primary_invalid", "primary"),
    ):
        reply = show(editor, path, red, bad)
        assert (reply.status, reply.code) == (409, code), reply
        assert reply.json["errors"][0]["pointer"] == f"/media/1/{member}", code
        assert row(red).subject_id is None
    both = show(editor, path, {"file": red, "primary": True}, {"file": photo, "primary": True})
    assert (both.code, both.json["errors"][0]["pointer"]) == ("media_primary_invalid", "/media/1/primary")
    many = show(editor, path, *[encode("fil", new_id()) for _ in range(31)])
    assert (many.status, many.json["errors"][0]["pointer"]) == (400, "/media")
    unknown = show(editor, path, {"file": red, "alt": {"xx": "?"}})
    assert unknown.status == 400
    assert editor.get(path).json["version"] == 1


def test_who_may_not_see_a_file_cannot_publish_it(editor: Any, api: Any, path: str) -> None:
    """Files of others are not there for them; what the product has already, they order and caption."""
    red, blue = send(editor), send(editor, BLUE, "blue.png")
    clerk = sign_in(api, "catalog.*")
    assert show(clerk, path, red).code == "reference_not_found"
    assert show(editor, path, red, blue).status == 200
    turned = show(clerk, path, {"file": blue, "alt": {"en": "Blue"}}, red)
    assert [one["file"] for one in turned.json["media"]] == [blue, red]


def test_reordering_heeds_the_version_and_tells_that_media_changed(
    editor: Any, centre: Centre, path: str
) -> None:
    from backend.kernel.models import Event

    red, blue = send(editor), send(editor, BLUE, "blue.png")
    assert show(editor, path, red, blue).json["version"] == 2
    stale = show(editor, path, blue, red, headers={"If-Match": '"1"'})
    assert stale.status == 412
    turned = show(editor, path, blue, red, headers={"If-Match": '"2"'})
    assert [(one["file"], one["primary"]) for one in turned.json["media"]] == [(blue, True), (red, False)]
    assert show(editor, path, blue, red).json["version"] == 3  # nothing changed
    told = Event.objects.filter(type="product.updated").order_by("seq").values_list("payload", flat=True)
    assert [(one["changed"], one["after"]) for one in told] == [(["media"], {})] * 2


def test_a_file_that_a_product_shows_stays(editor: Any, path: str) -> None:
    """Neither deleted nor swept; what the product drops is nobody's, and goes in its time."""
    red, blue = send(editor), send(editor, BLUE, "blue.png")
    show(editor, path, red, blue)
    assert editor.delete(f"/files/{red}").code == "file_attached"
    assert editor.get(f"/files/{red}").json["subject"] == {
        "type": "product",
        "id": path.removeprefix("/products/"),
    }
    later = clock.now() + timedelta(days=400)
    File.objects.filter(subject_id=None).delete()
    assert File.objects.filter(expires_at__lte=later).count() == 0
    show(editor, path, blue)
    freed = row(red)
    assert (freed.subject_type, freed.subject_id) == (None, None)
    assert freed.expires_at is not None
    assert freed.expires_at <= clock.now() + timedelta(days=7)
    assert row(blue).expires_at is None
    assert editor.delete(f"/files/{red}").status == 204
    assert editor.delete(path).status == 204
    assert row(blue).subject_id is None


def test_a_variant_shows_what_its_product_shows_and_more(
    editor: Any, api: Any, centre: Centre, path: str, variant: str
) -> None:
    """One file in several lists of a product is its until the last one drops it."""
    red, blue = send(editor), send(editor, BLUE, "blue.png")
    assert show(editor, path, red).status == 200
    shown = show(editor, variant, blue, red)
    assert [one["file"] for one in shown.json["media"]] == [blue, red]
    within = editor.get(path).json["variants"][0]["media"]
    assert [one["file"] for one in within] == [blue, red]
    portal = sign_in(api, "catalog.*.view", customer=centre.customer().pk, kind="customer")
    seen = portal.get(variant).json["media"]
    assert fetch(api, seen[0]["url"]).status == 200
    assert sign_in(api, "customers.*").get(path).status == 403
    show(editor, path)
    assert row(red).subject_id == decode("prd", path.removeprefix("/products/"))
    assert editor.delete(variant).status == 204
    assert [row(one).subject_id for one in (red, blue)] == [None, None]


def test_a_new_variant_brings_its_pictures(editor: Any, centre: Centre) -> None:
    blue = send(editor, BLUE, "blue.png")
    body = {"sku": "FB", "options": {"colour": "blue"}, "media": [{"file": blue}]}
    unknown = editor.post("/variants", json={**body, "product": encode("prd", new_id())})
    assert (unknown.code, unknown.json["errors"][0]["pointer"]) == ("reference_not_found", "/product")
    assert row(blue).subject_id is None
    made = editor.post("/variants", json={**body, "product": centre.product("FOLDER")})
    assert made.status == 201, made
    assert made.json["media"][0]["primary"] is True
    assert row(blue).subject_type == "product"


def test_lines_of_a_bulk_stand_alone(editor: Any, path: str) -> None:
    """A refused line leaves its files free; the others keep theirs."""
    red, blue = send(editor), send(editor, BLUE, "blue.png")
    lines = [
        {"action": "create", "data": {"sku": "B1", "name": {"en": "B"}, "media": [{"file": red}]}},
        {"action": "create", "data": {"sku": "B1", "name": {"en": "B"}, "media": [{"file": blue}]}},
        {"action": "update", "id": path.removeprefix("/products/"), "data": {"media": [{"file": blue}]}},
    ]
    results = editor.post("/products/bulk", json={"operations": lines}).json["results"]
    assert [one["status"] for one in results] == [201, 409, 200]
    assert row(blue).subject_id == decode("prd", path.removeprefix("/products/"))


def test_media_cost_a_list_no_statements(editor: Any, path: str, variant: str, queries: Any) -> None:
    for at in ("/products", "/variants"):
        editor.get(at)
        with queries() as before:
            editor.get(at)
        pictures = [send(editor, d.png(50 + index, 30), f"{index}.png") for index in range(3)]
        assert show(editor, path if at == "/products" else variant, *pictures).status == 200
        with queries() as after:
            media = editor.get(at).json["data"][0]["media"]
        assert len(media) == 3
        assert len(after) == len(before)


def test_two_products_at_once_cannot_both_have_a_picture(
    live_tenant: Any, live_api: Any, run_parallel: Callable[..., Any]
) -> None:
    """Nor does it get lost while one list of a product drops it and another takes it."""
    editor = sign_in(live_api, "catalog.*", "files.*")
    red = send(editor)
    made = [
        editor.post("/products", json={"sku": f"P{index}", "name": {"en": "P"}}).json["id"]
        for index in range(4)
    ]
    replies = run_parallel(lambda index: show(editor, f"/products/{made[index]}", red).status, 4)
    assert sorted(replies) == [200, 409, 409, 409]
    winner = made[replies.index(200)]
    variants = [
        editor.post("/variants", json={"product": winner, "sku": f"V{index}", "options": {}}).json["id"]
        for index in range(3)
    ]
    moves = [(f"/products/{winner}", []), *((f"/variants/{one}", [red]) for one in variants)]
    done = run_parallel(lambda index: show(editor, moves[index][0], *moves[index][1]).status, 4)
    # Where the product dropped it first, the variants joined it anew.
    assert done == [200] * 4
    held = row(red)
    assert (held.subject_id, held.expires_at) == (decode("prd", winner), None)


def test_what_holds_files_is_said_first(centre: Centre) -> None:
    from backend.kernel import db

    with db.transaction(), pytest.raises(ValueError, match="spaceship"):
        files.hold(principal=None, subject_type="spaceship", subject_id=uuid.uuid4(), files={})
    with pytest.raises(db.NoTransaction):
        files.hold(principal=None, subject_type="product", subject_id=uuid.uuid4(), files={})


def test_the_sweep_takes_what_was_dropped_and_not_what_is_shown(
    editor: Any, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the same sweep that ends every file which belongs to nothing."""
    red, blue = send(editor), send(editor, BLUE, "blue.png")
    show(editor, path, red, blue)
    show(editor, path, blue)
    # The test's own transaction stands in for none.
    monkeypatch.setattr("backend.core.files.services.maintain.refuse_transaction", lambda: None)
    services.sweep_files(at=clock.now() + timedelta(days=8))
    assert not File.objects.filter(pk=decode("fil", red)).exists()
    assert row(blue).state == "ready"
