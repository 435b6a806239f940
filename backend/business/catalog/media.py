"""Pictures and files of products and variants: ordered references to files of `core.files`, kept on the row.

A row's `media` is a list in the order of showing:

    [{"file": "0192…", "kind": "image", "alt": {"en": "A red folder"}, "primary": true,
      "name": "red.jpg", "content_type": "image/jpeg", "size": 48213, "sha256": "9f2c…"}, …]

What is told of the file never changes once it is ready, so a list of products needs no look at the files. All files
of a product and of its variants belong to the product (`files.hold`): they cannot be deleted and do not expire while
one of these lists has them, and a variant may show a picture that its product shows too. Whatever changes a list, or
deletes one, goes through `arrange` or `clear` before it locks the row: files are locked before products.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from backend.business.catalog.errors import (
    MediaFileUnfit,
    MediaNotImage,
    MediaPrimaryInvalid,
    MediaRepeated,
)
from backend.business.catalog.models import Product, Variant
from backend.business.catalog.types import MediaKind
from backend.core.files import facade as files
from backend.core.files.types import SHOWN, Category, FileInfo
from backend.kernel import db
from backend.kernel.permissions import Principal

MAX_MEDIA = 30
"""How many pictures and files a product or a variant shows."""


def arrange(
    *,
    principal: Principal,
    product_id: uuid.UUID,
    owner_id: uuid.UUID,
    media: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """What to keep as the `media` of a product or variant; its files are the product's from now on.

    `owner_id` is the row whose list this is, the product's own or a variant's. An item names its `file`, and may
    have `kind` (an image), `alt` (none) and `primary` (no). Where no image says that it is the primary one, the first
    is. Files that no list of the product has any more are freed.

    Raises MediaRepeated, MediaPrimaryInvalid, ReferenceNotFound, FileNotReady, FileAttached, MediaFileUnfit and
    MediaNotImage, each with the pointer of the item. Needs a transaction. Locks the product's lists (advisory) and
    files: before any row of the catalogue.
    """
    pointers = _pointers(media)
    db.advisory_lock("catalog.media", str(product_id))
    if not media and not _may_hold(product_id):
        return []
    infos = files.hold(
        principal=principal,
        subject_type="product",
        subject_id=product_id,
        files=pointers,
        keep=_elsewhere(product_id, owner_id),
    )
    primary = _primary(media)
    return [
        _checked(item, infos[item["file"]], primary=item["file"] == primary, pointer=pointers[item["file"]])
        for item in media
    ]


def clear(*, product_id: uuid.UUID, owner_id: uuid.UUID) -> None:
    """Frees the files of a row that is deleted: of a variant those that no other list of its product has, and all
    of a product. Needs a transaction. Locks as `arrange` does.
    """
    db.advisory_lock("catalog.media", str(product_id))
    if not _may_hold(product_id):
        return
    keep = set() if owner_id == product_id else _elsewhere(product_id, owner_id)
    files.hold(principal=None, subject_type="product", subject_id=product_id, files={}, keep=keep)


def address(item: Mapping[str, Any]) -> str:
    """Where the file is to be had without a token of a user, relative to the API's host."""
    shown = item["kind"] == MediaKind.IMAGE.value
    return files.published_path(uuid.UUID(item["file"]), item["sha256"], shown=shown)


def _pointers(media: Sequence[Mapping[str, Any]]) -> dict[uuid.UUID, str]:
    """The files with the places of their ids. Raises MediaRepeated."""
    pointers: dict[uuid.UUID, str] = {}
    for index, item in enumerate(media):
        pointer = f"/media/{index}/file"
        if item["file"] in pointers:
            raise MediaRepeated(pointer=pointer)
        pointers[item["file"]] = pointer
    return pointers


def _primary(media: Sequence[Mapping[str, Any]]) -> uuid.UUID | None:
    """The primary image; None where there is no image. Raises MediaPrimaryInvalid."""
    chosen: uuid.UUID | None = None
    first: uuid.UUID | None = None
    for index, item in enumerate(media):
        image = _kind(item) is MediaKind.IMAGE
        if image and first is None:
            first = item["file"]
        if item.get("primary"):
            if chosen is not None or not image:
                raise MediaPrimaryInvalid(pointer=f"/media/{index}/primary")
            chosen = item["file"]
    return chosen or first


def _kind(item: Mapping[str, Any]) -> MediaKind:
    return MediaKind(item.get("kind", MediaKind.IMAGE.value))


def _checked(item: Mapping[str, Any], info: FileInfo, *, primary: bool, pointer: str) -> dict[str, Any]:
    """The item as it is kept. Raises MediaFileUnfit and MediaNotImage."""
    # A link to it is for everybody: a customer's document must not get there by somebody's slip.
    if info.category is not Category.PRODUCT_MEDIA or info.customer_id is not None:
        raise MediaFileUnfit(category=Category.PRODUCT_MEDIA.value, pointer=pointer)
    kind = _kind(item)
    if kind is MediaKind.IMAGE and info.kind not in SHOWN:
        raise MediaNotImage(kind=info.content_type, pointer=pointer)
    return {
        "file": str(info.id),
        "kind": kind.value,
        "alt": dict(item.get("alt") or {}),
        "primary": primary,
        "name": info.name,
        "content_type": info.content_type,
        "size": info.size,
        "sha256": info.sha256,
    }


def _may_hold(product_id: uuid.UUID) -> bool:
    """Whether a list of the product has a file; spares the writes of most products a look at the files."""
    own = Product.objects.filter(pk=product_id).exclude(media=[])
    return own.exists() or Variant.objects.filter(product_id=product_id).exclude(media=[]).exists()


def _elsewhere(product_id: uuid.UUID, owner_id: uuid.UUID) -> set[uuid.UUID]:
    """The files that other lists of the product have."""
    lists = [
        *Product.objects.filter(pk=product_id).exclude(pk=owner_id).values_list("media", flat=True),
        *Variant.objects.filter(product_id=product_id).exclude(pk=owner_id).values_list("media", flat=True),
    ]
    return {uuid.UUID(item["file"]) for media in lists for item in media}
