"""The outermost layer: request id, language, the request's context for audit, and problem documents.

A request id of the caller's is kept when it is well formed (8 to 64 of letters, digits, `-`, `_`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from backend.kernel.addresses import client_address
from backend.kernel.api.problems import (
    CONTENT_TYPE,
    RequestRefused,
    RouteNotFound,
    answer_to,
    response,
)
from backend.kernel.context import RequestContext, request_context
from backend.kernel.i18n import LANGUAGES
from backend.kernel.ids import encode, new_id

_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
Answer = Callable[[HttpRequest], HttpResponse]


def negotiate(header: str) -> str | None:
    """The language that an `Accept-Language` header likes best among ours; None where it names none.

    Source: RFC 9110, 12.5.4, by basic filtering on the primary tag.
    """
    return _negotiated(header[:500]) if header else None


@lru_cache(maxsize=1024)
def _negotiated(header: str) -> str | None:
    # A browser sends the same header with every request.
    found: list[tuple[float, int, str]] = []
    for index, part in enumerate(header.split(",")):
        tag, _sep, params = part.strip().partition(";")
        quality = re.fullmatch(r"\s*q=([01](?:\.\d{1,3})?)\s*", params) if params else None
        weight = float(quality.group(1)) if quality else 1.0
        primary = tag.lower().partition("-")[0]
        if primary in LANGUAGES and weight > 0:
            found.append((-weight, index, primary))
    return min(found)[2] if found else None


class RequestMiddleware:
    """Gives every request an id, a language and a context, and every error a problem document."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with `Request-Id` and `Content-Language`."""
        asked = request.headers.get("Request-Id", "")
        request_id = asked if _REQUEST_ID.fullmatch(asked) else encode("req", new_id())
        language = negotiate(request.headers.get("Accept-Language", ""))
        request.guildhall_language_asked = language is not None  # type: ignore[attr-defined]
        facts = RequestContext(
            actor_kind="anonymous",
            request_id=request_id,
            ip=client_address(request.META, settings.TRUSTED_PROXIES),
            user_agent=request.headers.get("User-Agent", "").encode("ascii", "replace").decode()[:300],
        )
        with request_context(facts), translation.override(language or "en"):
            answer = self.get_response(request)
            content_type = answer.get("Content-Type", "")
            if (
                answer.status_code == 404
                and not content_type.startswith(CONTENT_TYPE)
                and "json" not in content_type
            ):
                answer = response(RouteNotFound())
            elif answer.status_code == 400 and "html" in content_type:
                answer = response(RequestRefused())
            answer["Request-Id"] = request_id
            answer["Content-Language"] = translation.get_language() or "en"
            answer["X-Content-Type-Options"] = "nosniff"
            answer.setdefault("Cache-Control", "no-store")
            answer["Vary"] = "Accept-Language, Authorization, X-Tenant"
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:
        """A view's exception that no resource handled."""
        return answer_to(error, request)
