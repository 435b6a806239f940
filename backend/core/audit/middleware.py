"""Notes each request of a business or an operator in the log of requests."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponse

from backend.core.audit import access
from backend.kernel import clock, context, tenancy

_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
UNKNOWN = "(no route)"
"""Stands for every address that there is not: a path is the caller's text, and may hold anything."""


def route_of(request: HttpRequest) -> str:
    """The route as the contract names it, without ids: `/api/v1/orders/{id}`."""
    match = request.resolver_match
    return _named(match.route) if match is not None else UNKNOWN


@lru_cache(maxsize=1024)
def _named(route: str) -> str:
    return "/" + _PARAMETER.sub(r"{\1}", route)


class AccessMiddleware:
    """Django middleware, within the tenant's: measures a request and notes it. Sends no statement."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers the request, and notes how."""
        tenant = tenancy.current_or_none()
        if tenant is None:
            return self.get_response(request)
        began = time.perf_counter()
        answer = self.get_response(request)
        facts = context.current()
        access.note(
            tenant,
            access.Request(
                at=clock.now(),
                method=(request.method or "")[:20],
                route=route_of(request),
                status=answer.status_code,
                duration_ms=round((time.perf_counter() - began) * 1000),
                actor=facts.actor,
                actor_kind=facts.actor_kind,
                impersonator=facts.impersonator,
                request_id=facts.request_id,
                ip=facts.ip,
                credential_kind=facts.credential_kind,
                credential=facts.credential,
                rows=getattr(answer, "guildhall_rows", None),
            ),
        )
        return answer
