"""JSON in and out, strictly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import parse_qsl

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.renderers import BaseRenderer

MAX_DEPTH = 40
MAX_FORM = 65_536


def _refuse_constant(name: str) -> NoReturn:
    raise ParseError(f"{name} is not JSON")


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ParseError("a name stands twice in an object")
    return result


def _check_depth(data: Any) -> None:
    level = [data]
    for _depth in range(MAX_DEPTH):
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                below += item.values()
            elif isinstance(item, list):
                below += item
        if not below:
            return
        level = below
    raise ParseError("the body is nested too deeply")


class StrictJsonParser(BaseParser):
    """RFC 8259 and no more: UTF-8, no NaN, no repeated names, at most 40 levels."""

    media_type = "application/json"

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The body. Raises ParseError, and RequestDataTooBig for one that is larger than the settings allow."""
        raw = stream.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        if len(raw) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig()
        try:
            data = json.loads(
                raw.decode("utf-8"), parse_constant=_refuse_constant, object_pairs_hook=_refuse_duplicates
            )
        except (ValueError, RecursionError) as error:
            raise ParseError(str(error)) from None
        _check_depth(data)
        return data


class FormParser(BaseParser):
    """application/x-www-form-urlencoded, where a protocol demands it: names stand once, values are texts."""

    media_type = "application/x-www-form-urlencoded"

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The names with their values. Raises ParseError."""
        raw = stream.read(MAX_FORM + 1)
        if len(raw) > MAX_FORM:
            raise RequestDataTooBig()
        try:
            pairs = parse_qsl(
                raw.decode("ascii"), keep_blank_values=True, max_num_fields=100, errors="strict"
            )
        except ValueError as error:
            raise ParseError(str(error)) from None
        return _refuse_duplicates(pairs)


class UploadParser(MultiPartParser):
    """multipart/form-data, for uploads only."""


class RawParser(BaseParser):
    """application/octet-stream: the view reads the stream."""

    media_type = "application/octet-stream"

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The stream as it is."""
        return stream


class JsonRenderer(BaseRenderer):
    """JSON by orjson; problem documents keep their own content type."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """The bytes of `data`."""
        return b"" if data is None else orjson.dumps(data)


class JsonOnly(BaseContentNegotiation):
    """Every answer is JSON, whatever is asked for: the contract has no other form."""

    def select_parser(self, request: Any, parsers: Any) -> Any:
        """The first parser of the Content-Type, None where there is none."""
        kind = (request.content_type or "").partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == kind), None)

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> Any:
        """The JSON renderer."""
        return renderers[0], renderers[0].media_type
