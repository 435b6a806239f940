"""What every answer tells the browser: what it may do with it, and which origins' scripts may read it.

Cross-site request forgery: nothing here looks at a cookie. A request is somebody's only by its `Authorization`
header, which no browser adds by itself, so another site's form or script acts as nobody. For the same reason
`Access-Control-Allow-Credentials` is never sent. What would ever take a cookie must check its own token.

Sources: Fetch standard (CORS protocol), CSP Level 3, RFC 6797 (HSTS), OWASP Secure Headers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from django.http import HttpRequest, HttpResponse

from backend.kernel.errors import DomainError
from backend.kernel.tenancy import TenantInfo, tenant_context
from backend.kernel.tenancy.errors import TenantRequired
from backend.kernel.tenancy.middleware import tenant_of_request

STRICT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
"""For answers that are data: a browser that is led to one runs nothing of it."""
PAGES = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none';"
    " base-uri 'none'; form-action 'none'"
)
"""For the pages of the documentation and their parts, which come from this server alone."""
HSTS = "max-age=63072000; includeSubDomains"
API = "/api/"
METHODS = "GET, HEAD, POST, PATCH, PUT, DELETE"
ASKED_HEADERS = (
    "accept, accept-language, authorization, content-type, idempotency-key, if-match, if-none-match, range,"
    " last-event-id, request-id, x-tenant, upload-offset, upload-length, upload-metadata, tus-resumable"
)
SHOWN_HEADERS = (
    "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Request-Id, Retry-After, WWW-Authenticate,"
    " Upload-Offset, Upload-Length, Tus-Resumable"
)
PREFLIGHT_SECONDS = 600
"""How long a browser may remember a preflight; so long a removed origin is still asked for."""

Answer = Callable[[HttpRequest], HttpResponse]
Origins = Callable[[], Collection[str]]
_origins: list[Origins] = []


def origins_from(source: Origins) -> None:
    """Names what tells the origins of the business that runs; the last one counts."""
    _origins[:] = [source]


def allowed(origin: str, tenant: TenantInfo) -> bool:
    """Whether scripts of an origin may read a business's answers."""
    with tenant_context(tenant):
        return bool(_origins) and origin in _origins[0]()


def hardening(path: str, content_type: str, *, secure: bool) -> dict[str, str]:
    """The security headers of an answer. `secure`: the request came over TLS."""
    return dict(_hardening("html" in content_type or not path.startswith(API), secure))


@lru_cache(maxsize=4)
def _hardening(page: bool, secure: bool) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": PAGES if page else STRICT,
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }
    if secure:
        headers["Strict-Transport-Security"] = HSTS
    return headers


def reading(origin: str, tenant: TenantInfo | None) -> dict[str, str]:
    """What lets an origin's scripts read a business's answer; nothing where they may not."""
    if not origin or tenant is None or not allowed(origin, tenant):
        return {}
    return {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": SHOWN_HEADERS}


def is_preflight(method: str | None, headers: Mapping[str, str]) -> bool:
    """Whether a browser asks before it sends a script's request."""
    return method == "OPTIONS" and bool(headers.get("Origin")) and "Access-Control-Request-Method" in headers


def preflight(request: HttpRequest, methods: str = METHODS) -> dict[str, str] | None:
    """The headers of the answer to a preflight (204); None where it names no business that could be asked.

    A browser does not send `X-Tenant` with a preflight, so on a host that serves every business nobody
    can say yet whose it is. It is let through there; the request itself names its business, and its answer
    can be read only by that one's origins.
    """
    origin = request.headers["Origin"]
    try:
        tenant = tenant_of_request(request)
    except TenantRequired:
        passes = True
    except DomainError:
        return None
    else:
        passes = tenant is not None and allowed(origin, tenant)
    headers = {
        "Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
        "Cache-Control": "no-store",
    }
    if passes:
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Allow-Methods"] = methods
        headers["Access-Control-Allow-Headers"] = ASKED_HEADERS
        headers["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)
    return headers


def _vary(answer: HttpResponse, name: str) -> None:
    held = [part.strip() for part in answer.get("Vary", "").split(",") if part.strip()]
    if name.lower() not in (part.lower() for part in held):
        answer["Vary"] = ", ".join([*held, name])


class SecurityMiddleware:
    """The outermost middleware: security headers on every answer, and CORS by each business's exact origins."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its headers; a preflight is answered here, without a token."""
        told = preflight(request) if is_preflight(request.method, request.headers) else None
        if told is not None:
            answer = HttpResponse(status=204, headers=told)
        else:
            answer = self.get_response(request)
            if request.path.startswith(API):
                tenant = getattr(request, "tenant", None)
                for name, value in reading(request.headers.get("Origin", ""), tenant).items():
                    answer[name] = value
        if request.path.startswith(API):
            # Also where no origin was sent: a cache must not give that answer to a script.
            _vary(answer, "Origin")
        hard = hardening(request.path, answer.get("Content-Type", ""), secure=request.is_secure())
        for name, value in hard.items():
            if name not in answer.headers:
                answer.headers[name] = value
        return answer
