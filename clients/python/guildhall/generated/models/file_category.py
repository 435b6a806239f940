from typing import Literal

FileCategory = Literal["avatar", "draft", "extra", "final", "order_file", "payment_proof", "product_media"]

FILE_CATEGORY_VALUES: set[FileCategory] = {
    "avatar",
    "draft",
    "extra",
    "final",
    "order_file",
    "payment_proof",
    "product_media",
}


def check_file_category(value: str) -> FileCategory:
    if value in FILE_CATEGORY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILE_CATEGORY_VALUES!r}")
