"""`/.well-known/oauth-authorization-server`: where a business's endpoints of OAuth 2 are (RFC 8414).

On the business's own host only, as the issuer is that host: on a host that serves every business nobody could tell
whose it is.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import split_domain_port

from backend.core.accounts import policy
from backend.core.accounts.api.oauth_protocol import GRANTS
from backend.core.accounts.oauth import scopes
from backend.kernel import tenancy
from backend.kernel.api.problems import MethodNotAllowed, RouteNotFound, response

PATH = ".well-known/oauth-authorization-server"
CONSENT = "/oauth/authorize"
"""The page of the front end that shows `GET /oauth/authorization` and sends the user's answer."""
_SECRET = ["client_secret_basic", "client_secret_post"]
_KEPT_SECONDS = 300


def metadata(request: HttpRequest) -> HttpResponse:
    """The document. The consent page is at `registration.link_base`, the primary domain, or on this host."""
    if request.method not in ("GET", "HEAD"):
        return response(MethodNotAllowed(method=request.method, allow="GET"))
    host = request.get_host()
    if (
        tenancy.current_or_none() is None
        or tenancy.is_public()
        or split_domain_port(host)[0].lower() in settings.TENANCY["API_HOSTS"]
    ):
        return response(RouteNotFound())
    issuer = f"{request.scheme}://{host}"
    own = tenancy.current().primary_domain
    page = policy.current().registration.link_base or (f"https://{own}" if own else issuer)
    endpoints = f"{issuer}/api/v1/oauth"
    document = {
        "issuer": issuer,
        "authorization_endpoint": page + CONSENT,
        "token_endpoint": f"{endpoints}/token",
        "revocation_endpoint": f"{endpoints}/revoke",
        "introspection_endpoint": f"{endpoints}/introspect",
        "scopes_supported": scopes.names(),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": list(GRANTS),
        "token_endpoint_auth_methods_supported": [*_SECRET, "none"],
        "revocation_endpoint_auth_methods_supported": [*_SECRET, "none"],
        "introspection_endpoint_auth_methods_supported": _SECRET,
        "code_challenge_methods_supported": ["S256"],
        "service_documentation": f"{issuer}/api/docs",
    }
    # Public, and the same for everybody: scripts of any origin may read it.
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": f"public, max-age={_KEPT_SECONDS}"}
    return JsonResponse(document, headers=headers)
