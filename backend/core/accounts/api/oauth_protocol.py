"""What applications send to the endpoints of OAuth 2 and get from them, refusals included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import orjson
from django.http import HttpRequest, HttpResponse

from backend.core.accounts.oauth.services import OAuthClientInvalid, OAuthRequestInvalid
from backend.kernel.api import fields as f
from backend.kernel.api.problems import FieldsInvalid, ValuesRefused, to_domain
from backend.kernel.api.serializers import Read, Write
from backend.kernel.errors import DomainError

NO_STORE = {"Cache-Control": "no-store"}
GRANTS = {
    "authorization_code": ["code", "redirect_uri", "code_verifier"],
    "refresh_token": ["refresh_token"],
    "client_credentials": [],
}
"""The ways to a token, with what each needs."""
OTHERS: Mapping[str, Any] = {"additionalProperties": {"type": "string"}}
"""Parameters that are not known are ignored (RFC 6749, 3.2); each stands there once, so none is a list."""


class ProtocolIn(Write):
    """A body of the protocol, which other members may stand in: they are ignored (RFC 6749, 3.2)."""

    contract: ClassVar[Mapping[str, Any]] = OTHERS

    def to_internal_value(self, data: Any) -> Any:
        """Without what is not known, and what is empty."""
        if isinstance(data, Mapping):
            data = {name: value for name, value in data.items() if name in self.fields and value != ""}
        return super().to_internal_value(data)


class GrantType(f.Text):
    """The way to a token. What is none of them has a refusal of its own in RFC 6749, which oauthlib gives."""

    def schema(self) -> dict[str, Any]:
        """The contract's: one of the ways that there are."""
        return {"type": "string", "enum": list(GRANTS), "x-enum": "OAuthGrantType"}


class TokenIn(ProtocolIn):
    """A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5)."""

    contract: ClassVar[Mapping[str, Any]] = {
        **OTHERS,
        "required": ["grant_type"],
        "allOf": [
            {
                "if": {"properties": {"grant_type": {"const": grant}}, "required": ["grant_type"]},
                "then": {"required": needed},
            }
            for grant, needed in GRANTS.items()
            if needed
        ],
    }

    grant_type = GrantType(max_length=100, required=False)
    code = f.Text(max_length=500, required=False, help_text="Of `authorization_code`; good once, a minute.")
    redirect_uri = f.Text(max_length=2000, required=False, help_text="That of the authorization request.")
    code_verifier = f.Text(max_length=128, required=False, help_text="RFC 7636; only S256.")
    refresh_token = f.Text(max_length=500, required=False, help_text="Of `refresh_token`; good once.")
    scope = f.Text(max_length=1000, required=False, help_text="Separated by spaces.")
    client_id = f.Text(max_length=100, required=False, help_text="Or by `Authorization: Basic`.")
    client_secret = f.Text(max_length=200, required=False, help_text="Or by `Authorization: Basic`.")


class TokenQuestionIn(ProtocolIn):
    """A token, with the application that asks about it."""

    contract: ClassVar[Mapping[str, Any]] = {**OTHERS, "required": ["token"]}

    token = f.Text(max_length=500, required=False)
    token_type_hint = f.Text(max_length=100, required=False)
    client_id = f.Text(max_length=100, required=False, help_text="Or by `Authorization: Basic`.")
    client_secret = f.Text(max_length=200, required=False, help_text="Or by `Authorization: Basic`.")


class RevocationIn(TokenQuestionIn):
    """A revocation request (RFC 7009, 2.1)."""


class IntrospectionIn(TokenQuestionIn):
    """An introspection request (RFC 7662, 2.1)."""


class OAuthTokenRead(Read):
    """A token response (RFC 6749, 5.1)."""

    access_token = f.Text(max_length=200)
    token_type = f.Text()
    expires_in = f.Int(help_text="In seconds.")
    refresh_token = f.Text(allow_null=True, help_text="Good once; null for client credentials.")
    scope = f.Text()


class IntrospectionRead(Read):
    """What a token stands for (RFC 7662, 2.2); `active` alone where it is false."""

    active = f.Bool()
    scope = f.Text(required=False, help_text="Separated by spaces.")
    client_id = f.Id("oap", required=False)
    sub = f.Id("usr", required=False, help_text="The user, or the service account.")
    exp = f.Int(required=False, help_text="When it ends, in seconds since 1970.")
    iat = f.Int(required=False, help_text="When it was given, in seconds since 1970.")
    token_type = f.Text(required=False, help_text="`Bearer`; absent for a refresh token.")


class OAuthErrorRead(Read):
    """A refusal of the protocol (RFC 6749, 5.2)."""

    error = f.Choice(
        [
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
        ],
        enum="OAuthErrorCode",
    )
    error_description = f.Text(help_text="For the application's developer, in English.")


REFUSALS: Mapping[int, type[Read]] = {400: OAuthErrorRead, 401: OAuthErrorRead}
"""What the protocol's endpoints answer to a bad request and to an application that is not known."""


def refusal_of(error: BaseException, request: HttpRequest) -> HttpResponse | None:
    """The protocol's own answer to an exception; None where RFC 6749 has none, as for a rate limit."""
    found = to_domain(error, request)
    if found is None:
        return None
    if isinstance(found, OAuthRequestInvalid | OAuthClientInvalid):
        code, description = found.params["error"], found.params["error_description"]
    elif found.status == 401:
        code, description = "invalid_client", "The request carries a token that is not good here."
    elif found.status == 400 or isinstance(found, ValuesRefused):
        code, description = "invalid_request", _in_english(found)
    else:
        return None
    answer = HttpResponse(
        orjson.dumps({"error": code, "error_description": description}),
        status=401 if code == "invalid_client" else 400,
        content_type="application/json",
        headers=NO_STORE,
    )
    if answer.status_code == 401:
        # RFC 6749, 5.2: the scheme that the application tried.
        bearer = request.headers.get("Authorization", "").lower().startswith("bearer")
        answer["WWW-Authenticate"] = f'{"Bearer" if bearer else "Basic"} realm="guildhall"'
    return answer


def _in_english(found: DomainError) -> str:
    """Codes and names of fields: sentences are in the caller's language, and RFC 6749 takes ASCII only."""
    errors = found.errors if isinstance(found, FieldsInvalid | ValuesRefused) else []
    text = ", ".join(f"{line['pointer'].lstrip('/')} {line['code']}".strip() for line in errors[:5])
    return (text or found.code).encode("ascii", "replace").decode()
