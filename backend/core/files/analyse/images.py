"""Photographs and scans."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import FileKind, Rejected

_FORMATS = {FileKind.JPEG: ("JPEG", "MPO"), FileKind.PNG: ("PNG",), FileKind.HEIC: ("HEIF",)}


def image_analyser(kind: FileKind) -> Callable[[Path, Limits], Counts]:
    """The analyser of one kind of image, with the plugins that it needs already imported."""
    if kind is FileKind.HEIC:
        import pillow_heif  # costs 30 ms, needed for one kind only

        pillow_heif.register_heif_opener(thumbnails=False)
    else:
        from PIL import JpegImagePlugin, MpoImagePlugin, PngImagePlugin  # noqa: F401

    return partial(analyse_image, kind)


def analyse_image(kind: FileKind, path: Path, limits: Limits) -> Counts:
    """One page an image, decoded once to know that it is whole.

    A HEIC container may hold several pictures: each is a page. The frames of an animation and the preview
    frames of a telephone's JPEG are not pages; they are told in `frames`, and the confidence falls to 0.5.

    Raises Rejected: `image_too_large` (by its declared dimensions, before decoding), `image_broken`.
    """
    # Pillow itself refuses only at twice this number, so the dimensions are compared here, too.
    Image.MAX_IMAGE_PIXELS = limits.pixels
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=_FORMATS[kind]) as image:
            if image.width * image.height > limits.pixels:
                raise Rejected("image_too_large", limit=limits.pixels)
            frames = getattr(image, "n_frames", 1)
            image.load()
    except Image.DecompressionBombError as error:
        raise Rejected("image_too_large", limit=limits.pixels) from error
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        RuntimeError,
        KeyError,
    ) as error:
        # Pillow reports damage by all of these, depending on the decoder.
        raise Rejected("image_broken") from error
    pages = frames if kind is FileKind.HEIC else 1
    return Counts(pages=pages, method="image", confidence=1.0 if frames == 1 else 0.5, frames=frames)
