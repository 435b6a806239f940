from typing import Literal

OrderNoteField = Literal[
    "allowed_actions", "author", "created_at", "id", "text", "updated_at", "version", "visibility"
]

ORDER_NOTE_FIELD_VALUES: set[OrderNoteField] = {
    "allowed_actions",
    "author",
    "created_at",
    "id",
    "text",
    "updated_at",
    "version",
    "visibility",
}


def check_order_note_field(value: str) -> OrderNoteField:
    if value in ORDER_NOTE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_NOTE_FIELD_VALUES!r}")
