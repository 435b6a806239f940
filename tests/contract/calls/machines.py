"""API keys."""

from __future__ import annotations

from typing import Any

from tests.contract.calls.table import LIMIT, absent, bad, call, conflict


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
