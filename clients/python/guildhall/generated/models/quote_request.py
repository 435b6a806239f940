from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.quote_request_state import QuoteRequestState, check_quote_request_state

if TYPE_CHECKING:
    from ..models.quote import Quote
    from ..models.quote_refusal import QuoteRefusal


T = TypeVar("T", bound="QuoteRequest")


@_attrs_define
class QuoteRequest:
    """A quote that was asked for, wherever it stands. It becomes the quote of the same id.

    Attributes:
        id (str):
        state (QuoteRequestState):
        customer (None | str):
        branch (None | str):
        files (list[str]): Ids of the files that are counted.
        quote (None | Quote): Where it is ready.
        refusal (None | QuoteRefusal):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    state: QuoteRequestState
    customer: None | str
    branch: None | str
    files: list[str]
    quote: None | Quote
    refusal: None | QuoteRefusal
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.quote import Quote  # noqa: PLC0415
        from ..models.quote_refusal import QuoteRefusal  # noqa: PLC0415

        id = self.id

        state: str = self.state

        customer: None | str
        customer = self.customer

        branch: None | str
        branch = self.branch

        files = self.files

        quote: dict[str, Any] | None
        if isinstance(self.quote, Quote):
            quote = self.quote.to_dict()
        else:
            quote = self.quote

        refusal: dict[str, Any] | None
        if isinstance(self.refusal, QuoteRefusal):
            refusal = self.refusal.to_dict()
        else:
            refusal = self.refusal

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "customer": customer,
                "branch": branch,
                "files": files,
                "quote": quote,
                "refusal": refusal,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quote import Quote  # noqa: PLC0415
        from ..models.quote_refusal import QuoteRefusal  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_quote_request_state(d.pop("state"))

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        files = cast(list[str], d.pop("files"))

        def _parse_quote(data: object) -> None | Quote:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                quote_type_0 = Quote.from_dict(data)

                return quote_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Quote, data)

        quote = _parse_quote(d.pop("quote"))

        def _parse_refusal(data: object) -> None | QuoteRefusal:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                refusal_type_0 = QuoteRefusal.from_dict(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QuoteRefusal, data)

        refusal = _parse_refusal(d.pop("refusal"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        quote_request = cls(
            id=id,
            state=state,
            customer=customer,
            branch=branch,
            files=files,
            quote=quote,
            refusal=refusal,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        quote_request.additional_properties = d
        return quote_request

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
