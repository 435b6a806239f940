from typing import Literal

RequiredInput = Literal["document_type", "due_at", "files", "language_pair", "pages"]

REQUIRED_INPUT_VALUES: set[RequiredInput] = {
    "document_type",
    "due_at",
    "files",
    "language_pair",
    "pages",
}


def check_required_input(value: str) -> RequiredInput:
    if value in REQUIRED_INPUT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REQUIRED_INPUT_VALUES!r}")
