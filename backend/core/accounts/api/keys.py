"""API keys, of service accounts and of oneself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.core.accounts import errors as e
from backend.core.accounts import permissions as p
from backend.core.accounts.api.permission_fields import PermissionPattern
from backend.core.accounts.services import keys
from backend.kernel import clock
from backend.kernel.api import AUTHENTICATED, Answer, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.filters import Filters, IdFilter
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.errors import Invalid, ReferenceNotFound, VersionMismatch
from backend.kernel.permissions import CredentialRestricted

MOST = 100


class ApiKeyRead(RecordRead):
    """A key, without its secret."""

    id = f.Id("key")
    user = f.Id("usr", source="user_id", help_text="Whose rights it has.")
    name = f.Text()
    hint = f.Text(help_text="Its first characters.")
    scopes = f.ListOf(
        PermissionPattern(),
        max_items=MOST,
        help_text="Patterns of permissions that cut the user's rights; none for no cut.",
    )
    networks = f.ListOf(
        f.Text(), max_items=MOST, help_text="Where it works from (CIDR); none for everywhere."
    )
    expires_at = f.DateTime(allow_null=True)
    previous_until = f.DateTime(allow_null=True, help_text="Until when the secret before a rotation works.")
    revoked_at = f.DateTime(allow_null=True)
    last_used_at = f.DateTime(allow_null=True, help_text="To about a minute.")
    last_used_ip = f.Text(allow_null=True)
    created_by = f.Id("usr", source="created_by_id", allow_null=True)


class MintedKeyRead(Read):
    """A key with its secret."""

    key = f.Text(max_length=100, help_text="For `Authorization: Bearer …`. Shown this once.")
    api_key = ApiKeyRead()


class OwnApiKeyCreate(Write):
    """A new key of one's own."""

    name = f.Text(max_length=100)
    scopes = f.ListOf(
        PermissionPattern(),
        max_items=MOST,
        required=False,
        help_text="Patterns of permissions, such as `orders.order.*`; none for all that the user may.",
    )
    networks = f.ListOf(f.Text(max_length=50), max_items=MOST, required=False, source="allowed_networks")
    expires_at = f.DateTime(required=False, allow_null=True)


class ApiKeyCreate(OwnApiKeyCreate):
    """A new key of a service account."""

    user = f.Id("usr", source="user_id", help_text="A service account.")


class RotateIn(Write):
    """How long the old secret works still."""

    grace_hours = f.Int(min_value=0, max_value=720, required=False, help_text="24 where it is not given.")


class ApiKeyFilters(Filters):
    """Keys by user."""

    user = IdFilter("usr", field_name="user_id")


def _revoke(*, principal: Any, id: UUID, expected_version: int | None = None) -> None:
    keys.revoke_api_key(principal=principal, id=id, own=False, expected_version=expected_version)


def _revoke_own(*, principal: Any, id: UUID, expected_version: int | None = None) -> None:
    keys.revoke_api_key(principal=principal, id=id, own=True, expected_version=expected_version)


def _minted(made: tuple[Any, str], status: int) -> Answer:
    row, key = made
    return Answer({"key": key, "api_key": row}, status=status, headers={"Cache-Control": "no-store"})


_POSSIBLE = {
    "delete": lambda row: row.revoked_at is None,
    "rotate": lambda row: row.revoked_at is None and (row.expires_at is None or row.expires_at > clock.now()),
}
_MAKING = [
    CredentialRestricted,
    e.NotWhileImpersonating,
    e.PermissionUnknown,
    keys.ApiKeysTooMany,
    ReferenceNotFound,
    Invalid,
]
_ROTATING = [CredentialRestricted, e.NotWhileImpersonating, keys.ApiKeyRevoked]


class ApiKeyResource(Resource):
    """Keys of the business's users. They are sent as `Authorization: Bearer gh_live_…`."""

    plural = "api-keys"
    prefix = "key"
    tag = "api-keys"
    rows = staticmethod(keys.keys_for)
    read = ApiKeyRead
    services = {"delete": _revoke}
    permissions = {"list": p.MANAGE_KEYS, "retrieve": p.MANAGE_KEYS, "delete": p.MANAGE_KEYS}
    while_read_only = ("delete",)
    filters = ApiKeyFilters
    sort = ("created_at", "name")
    search = ("name", "hint")
    errors = {"delete": [CredentialRestricted, VersionMismatch]}
    possible = _POSSIBLE
    in_person = ("rotate",)

    # No idempotency keys: their record would keep the secret.

    @action(
        "",
        detail=False,
        permission=p.MANAGE_KEYS,
        request=ApiKeyCreate,
        response=MintedKeyRead,
        status=201,
        idempotency="none",
        errors=[*_MAKING, e.PermissionEscalation],
    )
    def mint(self, data: dict[str, Any]) -> Any:
        """Makes a key of a service account; its secret is in this answer only."""
        return _minted(keys.create_api_key(principal=self.principal, **data), 201)

    @action(
        "rotate",
        permission=p.MANAGE_KEYS,
        request=RotateIn,
        response=MintedKeyRead,
        idempotency="none",
        errors=[*_ROTATING, e.PermissionEscalation],
    )
    def rotate(self, id: UUID, data: dict[str, Any]) -> Any:
        """Gives a key a new secret; the old one works for a while, so that clients can change over."""
        return _minted(keys.rotate_api_key(principal=self.principal, id=id, own=False, **data), 200)


class OwnApiKeyResource(Resource):
    """The caller's own keys."""

    plural = "me_api_keys"
    path = "me/api-keys"
    prefix = "key"
    tag = "api-keys"
    rows = staticmethod(keys.own_keys)
    read = ApiKeyRead
    services = {"delete": _revoke_own}
    permissions = {"list": AUTHENTICATED, "retrieve": AUTHENTICATED, "delete": AUTHENTICATED}
    while_read_only = ("delete",)
    sort = ("created_at", "name")
    errors = {"delete": [VersionMismatch]}
    possible = _POSSIBLE
    in_person = ("rotate",)

    @action(
        "",
        detail=False,
        permission=AUTHENTICATED,
        request=OwnApiKeyCreate,
        response=MintedKeyRead,
        status=201,
        idempotency="none",
        errors=_MAKING,
    )
    def mint(self, data: dict[str, Any]) -> Any:
        """Makes a key of the caller's; its secret is in this answer only."""
        return _minted(keys.create_api_key(principal=self.principal, **data), 201)

    @action(
        "rotate",
        permission=AUTHENTICATED,
        request=RotateIn,
        response=MintedKeyRead,
        idempotency="none",
        errors=_ROTATING,
    )
    def rotate(self, id: UUID, data: dict[str, Any]) -> Any:
        """Gives a key a new secret; the old one works for a while."""
        return _minted(keys.rotate_api_key(principal=self.principal, id=id, own=True, **data), 200)
