from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.note_visibility import NoteVisibility, check_note_visibility
from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderNoteIn")


@_attrs_define
class OrderNoteIn:
    """A note to add.

    Attributes:
        text (str):
        visibility (NoteVisibility | Unset):
    """

    text: str
    visibility: NoteVisibility | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )
        if visibility is not UNSET:
            field_dict["visibility"] = visibility

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        _visibility = d.pop("visibility", UNSET)
        visibility: NoteVisibility | Unset
        if isinstance(_visibility, Unset):
            visibility = UNSET
        else:
            visibility = check_note_visibility(_visibility)

        order_note_in = cls(
            text=text,
            visibility=visibility,
        )

        return order_note_in
