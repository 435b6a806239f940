"""Finds the tenant of a request and runs the request in it.

- The operator's host, and `/api/v1/platform` on an API host, run in the public schema.
- `<slug>.<base domain>` or a tenant's own domain names the tenant; an `X-Tenant` header must agree.
- On an API host the `X-Tenant` header (slug or `ten_…`) names it.
- Paths that need no tenant (documentation, health) run with none, so a query there raises NoTenant.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import translation

from backend.kernel.api.problems import answer_to
from backend.kernel.api.problems import response as refuse
from backend.kernel.errors import DomainError
from backend.kernel.tenancy.context import PUBLIC, READ_ONLY, TenantInfo, tenant_context
from backend.kernel.tenancy.directory import resolve_host, resolve_name
from backend.kernel.tenancy.errors import (
    TenantClosed,
    TenantMismatch,
    TenantReadOnly,
    TenantRequired,
    TenantUnknown,
    stated,
)

API = "/api/v1/"
PLATFORM = "/api/v1/platform"
FREE = ("/api/v1/openapi", "/api/v1/errors", "/api/v1/health")
"""Paths under the API that need no tenant."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

Answer = Callable[[HttpRequest], HttpResponse]


def is_platform_path(path: str) -> bool:
    """Whether the path is the operator's."""
    return path == PLATFORM or path.startswith(PLATFORM + "/")


def tenant_of_request(request: HttpRequest) -> TenantInfo | None:
    """The tenant of a request, PUBLIC for the operator's, None where the path needs none.

    Raises TenantUnknown, TenantMismatch, TenantRequired and TenantClosed.
    """
    host = split_domain_port(request.headers.get("Host") or request.META.get("SERVER_NAME", ""))[0].lower()
    name = request.headers.get("X-Tenant", "").strip()
    tenancy = settings.TENANCY
    path = request.path
    if host == tenancy["PLATFORM_HOST"] or (host in tenancy["API_HOSTS"] and is_platform_path(path)):
        if name:
            raise TenantMismatch()
        return PUBLIC
    if is_platform_path(path):
        raise TenantUnknown()
    by_name = None
    if name:
        by_name = resolve_name(name)
        if by_name is None:
            raise TenantUnknown()
    if host in tenancy["API_HOSTS"]:
        tenant = by_name
    else:
        tenant = resolve_host(host)
        if tenant is None:
            raise TenantUnknown()
        if by_name is not None and by_name.id != tenant.id:
            raise TenantMismatch()
    if tenant is None:
        if path.startswith(API) and not path.startswith(FREE):
            raise TenantRequired()
        return None
    if tenant.access not in ("open", READ_ONLY):
        raise TenantClosed(language=tenant.language, **stated(tenant.status))
    return tenant


class TenantMiddleware:
    """Django middleware: `request.tenant` is the tenant (None where none), and the request runs in it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers the request in its tenant, or with a refusal."""
        try:
            tenant = tenant_of_request(request)
        except TenantClosed as error:
            if getattr(request, "guildhall_language_asked", True):
                return refuse(error)
            with translation.override(error.params["language"]):
                return refuse(error)
        except DomainError as error:
            return refuse(error)
        except Exception as error:  # noqa: BLE001 - answered as 503, or logged as a fault of ours
            return answer_to(error, request)
        request.tenant = tenant  # type: ignore[attr-defined]
        if tenant is None:
            return self.get_response(request)
        with tenant_context(tenant):
            if not getattr(request, "guildhall_language_asked", True):
                translation.activate(tenant.language)
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Refuses what writes in a business that can only be read, unless the operation says that it may."""
        tenant: TenantInfo | None = getattr(request, "tenant", None)
        if tenant is None or tenant.access != READ_ONLY or request.method in SAFE:
            return None
        if request.method in getattr(view, "while_read_only", ()):
            return None
        return refuse(TenantReadOnly(**stated(tenant.status)))
