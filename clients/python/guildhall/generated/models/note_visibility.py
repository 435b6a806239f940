from typing import Literal

NoteVisibility = Literal["customer", "internal"]

NOTE_VISIBILITY_VALUES: set[NoteVisibility] = {
    "customer",
    "internal",
}


def check_note_visibility(value: str) -> NoteVisibility:
    if value in NOTE_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTE_VISIBILITY_VALUES!r}")
