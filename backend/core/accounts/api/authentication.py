"""`Authorization: Bearer …`: from the header to the request's principal."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication

from backend.core.accounts import facade
from backend.core.accounts.errors import TokenInvalid
from backend.kernel import tenancy
from backend.kernel.permissions import Principal


class BearerAuthentication(BaseAuthentication):
    """Makes the principal of a bearer token; nobody where there is no such header."""

    def authenticate(self, request: Any) -> tuple[Principal, str] | None:
        """The principal and its token, None without the header.

        Raises TokenInvalid for a header of another form and what `facade.authenticate_token` raises.
        """
        header = request.headers.get("Authorization")
        if header is None:
            return None
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token or not token.isascii() or " " in token:
            raise TokenInvalid()
        principal = facade.authenticate_token(token, tenancy.current())
        request.principal = principal
        return principal, token

    def authenticate_header(self, request: Any) -> str:
        """The challenge of a 401 (RFC 6750)."""
        return "Bearer"


class BearerScheme(OpenApiAuthenticationExtension):
    """The scheme as the contract names it."""

    target_class = BearerAuthentication
    name = "bearerAuth"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """A bearer token."""
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "An access token of `POST /auth/tokens`, good for ten minutes in one business.",
        }
