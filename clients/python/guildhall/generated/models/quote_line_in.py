from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.quote_line_in_options import QuoteLineInOptions


T = TypeVar("T", bound="QuoteLineIn")


@_attrs_define
class QuoteLineIn:
    """A line to price: exactly one of service, product and variant.

    Attributes:
        service (None | str | Unset):
        product (None | str | Unset):
        variant (None | str | Unset):
        source (None | str | Unset):
        target (None | str | Unset):
        document_type (None | str | Unset):
        pages (int | None | Unset):
        files (list[str] | Unset): Pages are counted from these.
        copies (int | Unset): Copies delivered, the first included.
        quantity (str | Unset): 1 where left out. A whole number, but for what is counted in hours.
        options (QuoteLineInOptions | Unset): Answers by the codes of the item's options.
    """

    service: None | str | Unset = UNSET
    product: None | str | Unset = UNSET
    variant: None | str | Unset = UNSET
    source: None | str | Unset = UNSET
    target: None | str | Unset = UNSET
    document_type: None | str | Unset = UNSET
    pages: int | None | Unset = UNSET
    files: list[str] | Unset = UNSET
    copies: int | Unset = UNSET
    quantity: str | Unset = UNSET
    options: QuoteLineInOptions | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        else:
            service = self.service

        product: None | str | Unset
        if isinstance(self.product, Unset):
            product = UNSET
        else:
            product = self.product

        variant: None | str | Unset
        if isinstance(self.variant, Unset):
            variant = UNSET
        else:
            variant = self.variant

        source: None | str | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        else:
            source = self.source

        target: None | str | Unset
        if isinstance(self.target, Unset):
            target = UNSET
        else:
            target = self.target

        document_type: None | str | Unset
        if isinstance(self.document_type, Unset):
            document_type = UNSET
        else:
            document_type = self.document_type

        pages: int | None | Unset
        if isinstance(self.pages, Unset):
            pages = UNSET
        else:
            pages = self.pages

        files: list[str] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files

        copies = self.copies

        quantity = self.quantity

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if service is not UNSET:
            field_dict["service"] = service
        if product is not UNSET:
            field_dict["product"] = product
        if variant is not UNSET:
            field_dict["variant"] = variant
        if source is not UNSET:
            field_dict["source"] = source
        if target is not UNSET:
            field_dict["target"] = target
        if document_type is not UNSET:
            field_dict["document_type"] = document_type
        if pages is not UNSET:
            field_dict["pages"] = pages
        if files is not UNSET:
            field_dict["files"] = files
        if copies is not UNSET:
            field_dict["copies"] = copies
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if options is not UNSET:
            field_dict["options"] = options

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quote_line_in_options import QuoteLineInOptions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_service(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        service = _parse_service(d.pop("service", UNSET))

        def _parse_product(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        product = _parse_product(d.pop("product", UNSET))

        def _parse_variant(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        variant = _parse_variant(d.pop("variant", UNSET))

        def _parse_source(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        def _parse_target(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        target = _parse_target(d.pop("target", UNSET))

        def _parse_document_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        document_type = _parse_document_type(d.pop("document_type", UNSET))

        def _parse_pages(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        pages = _parse_pages(d.pop("pages", UNSET))

        files = cast(list[str], d.pop("files", UNSET))

        copies = d.pop("copies", UNSET)

        quantity = d.pop("quantity", UNSET)

        _options = d.pop("options", UNSET)
        options: QuoteLineInOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = QuoteLineInOptions.from_dict(_options)

        quote_line_in = cls(
            service=service,
            product=product,
            variant=variant,
            source=source,
            target=target,
            document_type=document_type,
            pages=pages,
            files=files,
            copies=copies,
            quantity=quantity,
            options=options,
        )

        return quote_line_in
