from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PageOverride")


@_attrs_define
class PageOverride:
    """A person's correction of the page count.

    Attributes:
        pages (int):
        standard_pages (None | str):
        reason (str):
        by (None | str):
        at (datetime.datetime):
    """

    pages: int
    standard_pages: None | str
    reason: str
    by: None | str
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pages = self.pages

        standard_pages: None | str
        standard_pages = self.standard_pages

        reason = self.reason

        by: None | str
        by = self.by

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pages": pages,
                "standard_pages": standard_pages,
                "reason": reason,
                "by": by,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pages = d.pop("pages")

        def _parse_standard_pages(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        standard_pages = _parse_standard_pages(d.pop("standard_pages"))

        reason = d.pop("reason")

        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        page_override = cls(
            pages=pages,
            standard_pages=standard_pages,
            reason=reason,
            by=by,
            at=at,
        )

        page_override.additional_properties = d
        return page_override

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
