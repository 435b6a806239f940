from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FontsIn")


@_attrs_define
class FontsIn:
    """The fonts that change; null leads back to the default.

    Attributes:
        heading (None | str | Unset):
        body (None | str | Unset):
        monospace (None | str | Unset):
    """

    heading: None | str | Unset = UNSET
    body: None | str | Unset = UNSET
    monospace: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        heading: None | str | Unset
        if isinstance(self.heading, Unset):
            heading = UNSET
        else:
            heading = self.heading

        body: None | str | Unset
        if isinstance(self.body, Unset):
            body = UNSET
        else:
            body = self.body

        monospace: None | str | Unset
        if isinstance(self.monospace, Unset):
            monospace = UNSET
        else:
            monospace = self.monospace

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if heading is not UNSET:
            field_dict["heading"] = heading
        if body is not UNSET:
            field_dict["body"] = body
        if monospace is not UNSET:
            field_dict["monospace"] = monospace

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_heading(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        heading = _parse_heading(d.pop("heading", UNSET))

        def _parse_body(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        body = _parse_body(d.pop("body", UNSET))

        def _parse_monospace(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        monospace = _parse_monospace(d.pop("monospace", UNSET))

        fonts_in = cls(
            heading=heading,
            body=body,
            monospace=monospace,
        )

        return fonts_in
