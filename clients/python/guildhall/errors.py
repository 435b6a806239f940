"""Refusals as exceptions: one class a kind of status, the stable code on each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .transport import retry_after as seconds


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one field: a JSON pointer into the body (or `?name`), a code and a sentence."""

    pointer: str
    code: str
    detail: str


class GuildhallError(Exception):
    """A refusal of the API (RFC 9457): `status`, stable `code`, `detail` in the caller's language."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        request_id: str = "",
        fields: tuple[FieldProblem, ...] = (),
        retry_after: float | None = None,
    ) -> None:
        self.status = status
        self.code = code
        self.detail = detail
        self.request_id = request_id
        self.fields = fields
        self.retry_after = retry_after
        super().__init__(f"{status} {code}: {detail}" + (f" (request {request_id})" if request_id else ""))


class Unauthorized(GuildhallError):
    """401: sign in, or sign in again."""


class Forbidden(GuildhallError):
    """403: the caller may not do this."""


class NotFound(GuildhallError):
    """404: not there, or not to be seen."""


class Conflict(GuildhallError):
    """409: the state of things does not allow it."""


class PreconditionFailed(GuildhallError):
    """412: the resource has changed since it was read."""


class RateLimited(GuildhallError):
    """429: slower; `retry_after` is in seconds."""


class ServerFault(GuildhallError):
    """5xx: a fault of the server's."""


_KINDS = {
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    412: PreconditionFailed,
    429: RateLimited,
}


def error_of(status: int, content: bytes, retry_after: str | None = None) -> GuildhallError:
    """The exception of an answer that is no success, whatever its body is."""
    try:
        body: Any = json.loads(content)
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    kind = _KINDS.get(status, ServerFault if status >= 500 else GuildhallError)
    return kind(
        status,
        # The endpoints of OAuth 2 refuse in the form of RFC 6749, 5.2.
        str(body.get("code", body.get("error", "unknown"))),
        str(body.get("detail", body.get("error_description", content[:200].decode("utf-8", "replace")))),
        request_id=str(body.get("request_id", "")),
        fields=tuple(
            FieldProblem(str(item["pointer"]), str(item["code"]), str(item["detail"]))
            for item in body.get("errors", [])
        ),
        retry_after=seconds(retry_after),
    )
