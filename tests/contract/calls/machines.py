"""API keys, and OAuth 2."""

from __future__ import annotations

from typing import Any

from tests.contract.calls.table import LIMIT, UNKNOWN, Sent, absent, bad, call, conflict


def _service(w: Any) -> Any:
    from backend.core.accounts import facade

    return facade.create_service_account(principal=None, name="robot").user_id


def robot(w: Any) -> str:
    """A service account's id."""
    from backend.kernel.ids import encode

    return encode("usr", _service(w))


def _minted(w: Any, user_id: Any) -> str:
    from backend.core.accounts import credentials
    from backend.core.accounts.models import ApiKey
    from backend.kernel.ids import encode

    key = credentials.make_key()
    row = ApiKey.objects.create(
        user_id=user_id, name="x", hint=credentials.hint_of(key), digest=credentials.digest_of(key)
    )
    return encode("key", row.pk)


def own_key(w: Any) -> str:
    """The id of a key of the caller's."""
    from backend.core.accounts.models import User

    return _minted(w, User.objects.values_list("pk", flat=True).get(email=w.email))


def robots_key(w: Any) -> str:
    """The id of a key of a service account."""
    return _minted(w, _service(w))


for stem, made in (("api_keys", robots_key), ("me_api_keys", own_key)):
    call(f"{stem}_list", LIMIT)
    call(f"{stem}_retrieve", absent(), id=made)
    call(f"{stem}_delete", absent(), id=made)
    call(f"{stem}_rotate", absent(json={}), id=made, json={"grace_hours": 1})
call(
    "api_keys_mint",
    conflict(
        "permission_unknown", json=lambda w: {"name": "x", "user": robot(w), "scopes": ["no.such.thing"]}
    ),
    json=lambda w: {"name": "sync", "user": robot(w)},
)
call("me_api_keys_mint", bad(), json={"name": "laptop"})


BACK = "https://app.example.com/back"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def _application(w: Any) -> Any:
    from backend.core.accounts.models import OAuthApplication
    from backend.core.accounts.oauth import tokens

    return OAuthApplication.objects.create(
        name="Books",
        scopes=["orders:read"],
        redirect_uris=[BACK],
        secret_digest=tokens.digest("secret"),
        service_user_id=_service(w),
    )


def application(w: Any) -> str:
    """The id of an application."""
    return _application(w).client_id


def held(w: Any) -> str:
    """The id of what the caller granted to an application."""
    from datetime import timedelta

    from backend.core.accounts.models import OAuthGrant, User
    from backend.kernel import clock
    from backend.kernel.ids import encode

    user_id = User.objects.values_list("pk", flat=True).get(email=w.email)
    ends = clock.now() + timedelta(hours=1)
    row = OAuthGrant.objects.create(application=_application(w), user_id=user_id, refresh_expires_at=ends)
    return encode("oag", row.pk)


def request(w: Any) -> dict[str, str]:
    """An authorization request."""
    return {
        "response_type": "code",
        "client_id": application(w),
        "redirect_uri": BACK,
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }


def nobodys(**more: Any) -> Any:
    """An authorization request of nobody's."""
    return lambda w: {**request(w), "client_id": "oap_nobody", **more}


STRANGER = {"client_id": "oap_nobody", "client_secret": "x"}
call(
    "oauth_token",
    Sent(
        json={"grant_type": "client_credentials", **STRANGER},
        status=401,
        token="",
    ),
    json=lambda w: {
        "grant_type": "client_credentials",
        "client_id": application(w),
        "client_secret": "secret",
    },
    token="",
)
call(
    "oauth_revoke",
    Sent(json={"token": "x", **STRANGER}, status=401, token=""),
    json=lambda w: {"token": "x", "client_id": application(w), "client_secret": "secret"},
    token="",
)
call(
    "oauth_introspect",
    Sent(json={"token": "x", **STRANGER}, status=401, token=""),
    json=lambda w: {"token": "x", "client_id": application(w), "client_secret": "secret"},
    token="",
)
call(
    "oauth_authorization",
    Sent(query=nobodys(), status=409, code="oauth_request_invalid"),
    query=request,
)
call(
    "oauth_authorize",
    Sent(json=nobodys(approved=True), status=409, code="oauth_request_invalid"),
    json=lambda w: {"approved": True, **request(w)},
)
call("oauth_scopes", UNKNOWN, token="")
call("oauth_applications_list", LIMIT)
call("oauth_applications_retrieve", absent(), id=application)
call("oauth_applications_delete", absent(), id=application)
call("oauth_applications_update", absent(json={"name": "X"}), id=application, json={"name": "Renamed"})
call("oauth_applications_rotate_secret", absent(json={}), id=application, json={"grace_hours": 1})
call(
    "oauth_applications_register",
    conflict("oauth_scope_unknown", json={"name": "x", "scopes": ["everything:read"]}),
    json={"name": "Books", "scopes": ["orders:read"], "redirect_uris": [BACK]},
)
call("me_applications_list", LIMIT)
call("me_applications_delete", absent(), id=held)
