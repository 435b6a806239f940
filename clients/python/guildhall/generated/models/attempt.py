from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.attempt_headers import AttemptHeaders
    from ..models.attempt_sent_headers_type_0 import AttemptSentHeadersType0


T = TypeVar("T", bound="Attempt")


@_attrs_define
class Attempt:
    """One attempt of a delivery.

    Attributes:
        at (datetime.datetime):
        sent_headers (AttemptSentHeadersType0 | None): The request's headers, the signature and its `webhook-timestamp`
            included; null where none was sent, and for attempts from before they were kept.
        status (int | None): The HTTP status; null where no answer came.
        milliseconds (int):
        error (str): Why no answer came; empty where one did.
        headers (AttemptHeaders): The answer's headers, those with credentials redacted.
        body (str): The first 16 KB of the answer.
        address (str): The address that was connected to.
    """

    at: datetime.datetime
    sent_headers: AttemptSentHeadersType0 | None
    status: int | None
    milliseconds: int
    error: str
    headers: AttemptHeaders
    body: str
    address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attempt_sent_headers_type_0 import AttemptSentHeadersType0  # noqa: PLC0415

        at = self.at.isoformat()

        sent_headers: dict[str, Any] | None
        if isinstance(self.sent_headers, AttemptSentHeadersType0):
            sent_headers = self.sent_headers.to_dict()
        else:
            sent_headers = self.sent_headers

        status: int | None
        status = self.status

        milliseconds = self.milliseconds

        error = self.error

        headers = self.headers.to_dict()

        body = self.body

        address = self.address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "sent_headers": sent_headers,
                "status": status,
                "milliseconds": milliseconds,
                "error": error,
                "headers": headers,
                "body": body,
                "address": address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt_headers import AttemptHeaders  # noqa: PLC0415
        from ..models.attempt_sent_headers_type_0 import AttemptSentHeadersType0  # noqa: PLC0415

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_sent_headers(data: object) -> AttemptSentHeadersType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sent_headers_type_0 = AttemptSentHeadersType0.from_dict(data)

                return sent_headers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttemptSentHeadersType0 | None, data)

        sent_headers = _parse_sent_headers(d.pop("sent_headers"))

        def _parse_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status = _parse_status(d.pop("status"))

        milliseconds = d.pop("milliseconds")

        error = d.pop("error")

        headers = AttemptHeaders.from_dict(d.pop("headers"))

        body = d.pop("body")

        address = d.pop("address")

        attempt = cls(
            at=at,
            sent_headers=sent_headers,
            status=status,
            milliseconds=milliseconds,
            error=error,
            headers=headers,
            body=body,
            address=address,
        )

        attempt.additional_properties = d
        return attempt

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
