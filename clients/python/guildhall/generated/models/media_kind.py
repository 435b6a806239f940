from typing import Literal

MediaKind = Literal["file", "image"]

MEDIA_KIND_VALUES: set[MediaKind] = {
    "file",
    "image",
}


def check_media_kind(value: str) -> MediaKind:
    if value in MEDIA_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEDIA_KIND_VALUES!r}")
