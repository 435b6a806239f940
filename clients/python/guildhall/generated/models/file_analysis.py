from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.page_override import PageOverride
    from ..models.standard_page import StandardPage


T = TypeVar("T", bound="FileAnalysis")


@_attrs_define
class FileAnalysis:
    """What was found in a file. `pages` and `standard_pages` are those in force.

    Attributes:
        pages (int): Physical pages; a person's figure where there is an override.
        words (int | None): Null where the file has no readable text (photographs, scans).
        characters (int | None): With spaces.
        characters_no_spaces (int | None):
        standard_pages (None | str): Pages of text by `standard_page`, to the hundredth.
        standard_page (StandardPage): The business's definition of a page of text: so many units make one.
        method (str): How the pages were counted: pdf, libreoffice, docx_rendered_breaks, docx_layout_estimate,
            doc_layout_estimate, text_layout_estimate, image or human.
        confidence (str): How far to trust `pages`, from 0 to 1.
        pages_without_text (int): Scanned pages of a PDF, whose text is not in the figures.
        counted_pages (int): What was counted, whatever a person says.
        override (None | PageOverride):
    """

    pages: int
    words: int | None
    characters: int | None
    characters_no_spaces: int | None
    standard_pages: None | str
    standard_page: StandardPage
    method: str
    confidence: str
    pages_without_text: int
    counted_pages: int
    override: None | PageOverride
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.page_override import PageOverride  # noqa: PLC0415

        pages = self.pages

        words: int | None
        words = self.words

        characters: int | None
        characters = self.characters

        characters_no_spaces: int | None
        characters_no_spaces = self.characters_no_spaces

        standard_pages: None | str
        standard_pages = self.standard_pages

        standard_page = self.standard_page.to_dict()

        method = self.method

        confidence = self.confidence

        pages_without_text = self.pages_without_text

        counted_pages = self.counted_pages

        override: dict[str, Any] | None
        if isinstance(self.override, PageOverride):
            override = self.override.to_dict()
        else:
            override = self.override

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pages": pages,
                "words": words,
                "characters": characters,
                "characters_no_spaces": characters_no_spaces,
                "standard_pages": standard_pages,
                "standard_page": standard_page,
                "method": method,
                "confidence": confidence,
                "pages_without_text": pages_without_text,
                "counted_pages": counted_pages,
                "override": override,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_override import PageOverride  # noqa: PLC0415
        from ..models.standard_page import StandardPage  # noqa: PLC0415

        d = dict(src_dict)
        pages = d.pop("pages")

        def _parse_words(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        words = _parse_words(d.pop("words"))

        def _parse_characters(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        characters = _parse_characters(d.pop("characters"))

        def _parse_characters_no_spaces(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        characters_no_spaces = _parse_characters_no_spaces(d.pop("characters_no_spaces"))

        def _parse_standard_pages(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        standard_pages = _parse_standard_pages(d.pop("standard_pages"))

        standard_page = StandardPage.from_dict(d.pop("standard_page"))

        method = d.pop("method")

        confidence = d.pop("confidence")

        pages_without_text = d.pop("pages_without_text")

        counted_pages = d.pop("counted_pages")

        def _parse_override(data: object) -> None | PageOverride:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                override_type_0 = PageOverride.from_dict(data)

                return override_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PageOverride, data)

        override = _parse_override(d.pop("override"))

        file_analysis = cls(
            pages=pages,
            words=words,
            characters=characters,
            characters_no_spaces=characters_no_spaces,
            standard_pages=standard_pages,
            standard_page=standard_page,
            method=method,
            confidence=confidence,
            pages_without_text=pages_without_text,
            counted_pages=counted_pages,
            override=override,
        )

        file_analysis.additional_properties = d
        return file_analysis

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
