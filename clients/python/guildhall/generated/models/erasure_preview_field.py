from typing import Literal

ErasurePreviewField = Literal["also_kept", "blockers", "customer", "held", "sources"]

ERASURE_PREVIEW_FIELD_VALUES: set[ErasurePreviewField] = {
    "also_kept",
    "blockers",
    "customer",
    "held",
    "sources",
}


def check_erasure_preview_field(value: str) -> ErasurePreviewField:
    if value in ERASURE_PREVIEW_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ERASURE_PREVIEW_FIELD_VALUES!r}")
