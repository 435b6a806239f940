"""Problem documents (RFC 9457): the one shape of every refusal.

`type` is a relative reference to the documentation of the code, `detail` is in the caller's language,
`errors` point at fields by JSON pointer (RFC 6901) into the body, or `?name` for a query parameter.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions as drf

from backend.kernel import context
from backend.kernel.api.fields.base import BEYOND_SCHEMA
from backend.kernel.db import DatabaseBusy
from backend.kernel.errors import (
    BadRequest,
    Conflict,
    DomainError,
    Forbidden,
    NotFound,
    TooLarge,
    TooMany,
    Unauthorized,
    UnsupportedMedia,
)

logger = logging.getLogger("guildhall.api")

CONTENT_TYPE = "application/problem+json"

TITLES = {
    400: _("The request is not well formed"),
    401: _("Authentication is needed"),
    402: _("The plan does not hold this"),
    403: _("Not allowed"),
    404: _("Not found"),
    405: _("The method is not possible here"),
    409: _("The state of things does not allow this"),
    412: _("The resource has changed"),
    413: _("Too large"),
    415: _("This kind of content is not taken"),
    422: _("This cannot be done"),
    428: _("A header is missing"),
    429: _("Too many requests"),
    500: _("Something failed on our side"),
    503: _("Not available just now"),
}


class SchemaBroken(BadRequest):
    """The request breaks the published schema; `errors` say where."""

    code = "request_invalid"
    message = _("The request does not fit the contract.")


class MalformedJson(BadRequest):
    """The body is not JSON."""

    code = "json_malformed"
    message = _("The body is not well-formed JSON.")


class MalformedUpload(BadRequest):
    """The body is not the multipart/form-data that its Content-Type promises."""

    code = "multipart_malformed"
    message = _("The body is not well-formed multipart/form-data.")


class NotAuthenticated(Unauthorized):
    """There is no token, and the route needs one."""

    code = "not_authenticated"
    message = _("Sign in first: the request carries no token.")


class TokenInvalid(Unauthorized):
    """The token is malformed, expired, revoked, or another tenant's."""

    code = "token_invalid"
    message = _("The token is not good here.")


class RouteNotFound(NotFound):
    """There is nothing at this address."""

    code = "route_not_found"
    message = _("There is nothing at this address.")


class MethodNotAllowed(DomainError):
    """The address exists, with other methods."""

    status = 405
    code = "method_not_allowed"
    message = _("This address does not take {method}.")


class MediaTypeUnsupported(UnsupportedMedia):
    """The Content-Type is not one that the route reads."""

    code = "media_type_unsupported"
    message = _("This address does not read {media_type}.")


def refuse_packed(request: HttpRequest) -> None:
    """Raises MediaTypeUnsupported for a body that is compressed: a small one may unpack to what fills the memory."""
    coding = request.META.get("HTTP_CONTENT_ENCODING", "identity")
    if coding.strip().lower() != "identity":
        raise MediaTypeUnsupported(media_type=coding[:100])


class RateLimited(TooMany):
    """More requests than the rate allows; `Retry-After` says how long to wait."""

    code = "rate_limited"
    message = _("Too many requests. Try again in {wait} seconds.")


class BodyTooLarge(TooLarge):
    """The body is larger than the server takes."""

    code = "body_too_large"
    message = _("The body is too large.")


class AccessDenied(Forbidden):
    """Refused, without a permission to name."""

    code = "access_denied"
    message = _("This is not allowed.")


class RequestRefused(BadRequest):
    """The request is not one that a well-behaved client sends."""

    code = "request_refused"
    message = _("The request is refused.")


def escape(token: str) -> str:
    """One reference token of a JSON pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def flatten(detail: Any, at: str = "") -> list[dict[str, str]]:
    """DRF's nested validation details as a flat list of pointers."""
    if isinstance(detail, Mapping):
        result: list[dict[str, str]] = []
        for name, inner in detail.items():
            place = at if name == "non_field_errors" else f"{at}/{escape(str(name))}"
            result += flatten(inner, place)
        return result
    if isinstance(detail, Sequence) and not isinstance(detail, str):
        result = []
        for index, inner in enumerate(detail):
            if isinstance(inner, (Mapping, list)):
                if inner:
                    result += flatten(inner, f"{at}/{index}")
            else:
                result.append(_one(inner, at))
        return result
    return [_one(detail, at)]


def _one(detail: Any, at: str) -> dict[str, str]:
    code = getattr(detail, "code", None) or "invalid"
    return {"pointer": at, "code": str(code), "detail": str(detail)}


class FieldsInvalid(SchemaBroken):
    """The same as SchemaBroken, made from a serializer's errors."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__()
        self.errors = errors


class ValuesRefused(Conflict):
    """The body fits the schema, and some values cannot be taken all the same; `errors` say which."""

    code = "values_refused"
    message = _("Some values cannot be taken.")

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__()
        self.errors = errors


def to_domain(error: BaseException, request: HttpRequest | None = None) -> DomainError | None:
    """The refusal that an exception stands for; None where it is a fault of ours."""
    if isinstance(error, DomainError):
        return error
    if isinstance(error, drf.ValidationError):
        errors = flatten(error.detail)
        beyond = all(line["code"] in BEYOND_SCHEMA for line in errors)
        return ValuesRefused(errors) if errors and beyond else FieldsInvalid(errors)
    if isinstance(error, drf.ParseError):
        return MalformedJson()
    if isinstance(error, drf.NotAuthenticated):
        return NotAuthenticated()
    if isinstance(error, drf.AuthenticationFailed):
        return TokenInvalid()
    if isinstance(error, drf.PermissionDenied | DjangoPermissionDenied):
        return AccessDenied()
    if isinstance(error, drf.NotFound | Http404):
        return RouteNotFound()
    if isinstance(error, drf.MethodNotAllowed):
        return MethodNotAllowed(method=(request.method if request else "") or "")
    if isinstance(error, drf.UnsupportedMediaType):
        return MediaTypeUnsupported(media_type=((request.content_type if request else "") or "-")[:100])
    if isinstance(error, drf.Throttled):
        wait = max(1, int(getattr(error, "wait", None) or 1))
        return RateLimited(wait=wait, retry_after=wait)
    if isinstance(error, MultiPartParserError):
        return MalformedUpload()
    if isinstance(error, RequestDataTooBig):
        return BodyTooLarge()
    if isinstance(error, SuspiciousOperation):
        return RequestRefused()
    if isinstance(error, RecursionError):
        return MalformedJson()
    if isinstance(error, OperationalError | InterfaceError):
        state = getattr(error.__cause__, "sqlstate", None)
        # Without a state there was no answer at all: the server is away, or the connection to it broke.
        if state is None or state in _BUSY or state[:2] == "08" or state[:4] == "57P0":
            return DatabaseBusy(retry_after=1)
    return None


_BUSY = frozenset({"40001", "40P01", "55P03"})
"""SQLSTATEs of a serialization failure, a deadlock and a lock not to be had. 08… and 57P0… say that the server
is away: no connection, shutting down, crashed, starting."""


def document(error: DomainError) -> dict[str, Any]:
    """The problem document of a refusal, in the language that is active."""
    errors = getattr(error, "errors", None)
    if errors is None:
        errors = [
            {"pointer": problem.pointer, "code": problem.code, "detail": problem.detail}
            for problem in error.problems
        ]
    return {
        "type": f"/api/docs/errors#{error.code}",
        "title": str(TITLES.get(error.status, TITLES[400])),
        "status": error.status,
        "detail": error.detail,
        "code": error.code,
        "request_id": context.current().request_id,
        "errors": errors,
        **error.extensions,
    }


def response(error: DomainError) -> HttpResponse:
    """The HTTP answer of a refusal."""
    answer = HttpResponse(orjson.dumps(document(error)), status=error.status, content_type=CONTENT_TYPE)
    if error.status == 401:
        answer["WWW-Authenticate"] = 'Bearer realm="guildhall"'
    if error.retry_after is not None:
        answer["Retry-After"] = str(error.retry_after)
    allow = error.params.get("allow")
    if error.status == 405 and allow:
        answer["Allow"] = allow
    return answer


def failure(error: BaseException) -> HttpResponse:
    """The answer to a fault of ours: no internals, and the request id to find it in the log."""
    logger.error("unhandled error", exc_info=error)
    body = {
        "type": "/api/docs/errors#internal_error",
        "title": str(TITLES[500]),
        "status": 500,
        "detail": str(_("We have recorded it under the request id.")),
        "code": "internal_error",
        "request_id": context.current().request_id,
        "errors": [],
    }
    return HttpResponse(orjson.dumps(body), status=500, content_type=CONTENT_TYPE)


def answer_to(error: BaseException, request: HttpRequest | None = None) -> HttpResponse:
    """The HTTP answer to any exception."""
    refusal = to_domain(error, request)
    return response(refusal) if refusal is not None else failure(error)
