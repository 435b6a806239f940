"""What every answer tells the browser: what it may do with it, and which origins' scripts may read it.

Cross-site request forgery: nothing here looks at a cookie. A request is somebody's only by its `Authorization`
header, which no browser adds by itself, so another site's form or script acts as nobody. For the same reason
`Access-Control-Allow-Credentials` is never sent. What would ever take a cookie must check its own token.

Sources: Fetch standard (CORS protocol), CSP Level 3, RFC 6797 (HSTS), OWASP Secure Headers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

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
    " request-id, x-tenant, upload-offset, upload-length, upload-metadata, tus-resumable"
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


def _allowed(origin: str, tenant: TenantInfo) -> bool:
    with tenant_context(tenant):
        return bool(_origins) and origin in _origins[0]()


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
        origin = request.headers.get("Origin", "")
        answer: HttpResponse | None = None
        if origin and request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            answer = self._preflight(request, origin)
        if answer is None:
            answer = self.get_response(request)
            if origin and request.path.startswith(API):
                tenant = getattr(request, "tenant", None)
                if tenant is not None and _allowed(origin, tenant):
                    answer["Access-Control-Allow-Origin"] = origin
                    answer["Access-Control-Expose-Headers"] = SHOWN_HEADERS
        if request.path.startswith(API):
            # Also where no origin was sent: a cache must not give that answer to a script.
            _vary(answer, "Origin")
        self._harden(request, answer)
        return answer

    @staticmethod
    def _preflight(request: HttpRequest, origin: str) -> HttpResponse | None:
        """The answer to a preflight; None where the request names no business that could be asked.

        A browser does not send `X-Tenant` with a preflight, so on a host that serves every business nobody
        can say yet whose it is. It is let through there; the request itself names its business, and its answer
        can be read only by that one's origins.
        """
        try:
            tenant = tenant_of_request(request)
        except TenantRequired:
            allowed = True
        except DomainError:
            return None
        else:
            allowed = tenant is not None and _allowed(origin, tenant)
        answer = HttpResponse(status=204)
        _vary(answer, "Origin")
        _vary(answer, "Access-Control-Request-Method")
        _vary(answer, "Access-Control-Request-Headers")
        answer["Cache-Control"] = "no-store"
        if allowed:
            answer["Access-Control-Allow-Origin"] = origin
            answer["Access-Control-Allow-Methods"] = METHODS
            answer["Access-Control-Allow-Headers"] = ASKED_HEADERS
            answer["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)
        return answer

    @staticmethod
    def _harden(request: HttpRequest, answer: HttpResponse) -> None:
        page = "html" in answer.get("Content-Type", "") or not request.path.startswith(API)
        answer.setdefault("Content-Security-Policy", PAGES if page else STRICT)
        answer.setdefault("X-Frame-Options", "DENY")
        answer.setdefault("X-Content-Type-Options", "nosniff")
        answer.setdefault("Referrer-Policy", "no-referrer")
        answer.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        answer.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if request.is_secure():
            answer.setdefault("Strict-Transport-Security", HSTS)
