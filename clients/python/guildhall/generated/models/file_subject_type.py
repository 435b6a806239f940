from typing import Literal

FileSubjectType = Literal["customer", "note", "order", "order_line", "payment", "product", "quote", "user"]

FILE_SUBJECT_TYPE_VALUES: set[FileSubjectType] = {
    "customer",
    "note",
    "order",
    "order_line",
    "payment",
    "product",
    "quote",
    "user",
}


def check_file_subject_type(value: str) -> FileSubjectType:
    if value in FILE_SUBJECT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILE_SUBJECT_TYPE_VALUES!r}")
