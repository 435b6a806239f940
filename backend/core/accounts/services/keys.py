"""API keys: making, rotating, revoking."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.core.accounts import credentials, networks, rights
from backend.core.accounts.errors import PermissionUnknown
from backend.core.accounts.models import ApiKey, User, UserKind, UserStatus
from backend.core.accounts.permissions import MANAGE_KEYS
from backend.core.accounts.services import guards
from backend.kernel import clock, db
from backend.kernel.errors import Conflict, FieldProblem, Invalid, ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

MAX_KEYS = 50
"""How many keys of a user may be in force at a time."""


class ApiKeysTooMany(Conflict):
    """The user has as many keys in force as one may have."""

    code = "api_keys_too_many"
    message = _("There are {count} keys already, and no more are possible. Revoke one first.")


class ApiKeyRevoked(Conflict):
    """A key that was revoked, or has expired, stays so."""

    code = "api_key_revoked"
    message = _("This key is not in force any more. Make a new one.")


def keys_for(principal: Principal) -> QuerySet[ApiKey]:
    """All keys of the business; none without the permission over all of it."""
    scope = principal.scope(MANAGE_KEYS)
    if scope is None or not scope.everything:
        return ApiKey.objects.none()
    return ApiKey.objects.all()


def own_keys(principal: Principal) -> QuerySet[ApiKey]:
    """The caller's own keys."""
    if principal.user_id is None:
        return ApiKey.objects.none()
    return ApiKey.objects.filter(user_id=principal.user_id)


def create_api_key(
    *,
    principal: Principal,
    name: str,
    user_id: uuid.UUID | None = None,
    scopes: Sequence[str] = (),
    allowed_networks: Sequence[str] = (),
    expires_at: datetime | None = None,
    at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """Makes a key of one's own, or with `user_id` of a service account; the second value is the key, told once.

    Raises CredentialRestricted for a key or an application, NotWhileImpersonating, ReferenceNotFound for what
    is no active service account, PermissionDenied, PermissionEscalation where the key could do what the caller
    cannot, PermissionUnknown for a pattern that fits nothing, ApiKeysTooMany, Invalid. Locks the user. A retry
    makes another key.
    """
    _check_person(principal)
    now = at or clock.now()
    problems = networks.problems(list(allowed_networks), "/networks")
    if expires_at is not None and expires_at <= now:
        problems.append(FieldProblem("/expires_at", "expiry_past", _("The end must lie in the future.")))
    if problems:
        raise Invalid(problems)
    for index, pattern in enumerate(scopes):
        if not rights.expand_known([pattern]):
            raise PermissionUnknown(permission=pattern, pointer=f"/scopes/{index}")
    owner = user_id or principal.user_id
    if owner is None:
        raise ReferenceNotFound(reference="user", pointer="/user")
    with db.transaction():
        users = db.lock(User, [owner])
        user = users[0] if users else None
        if user is None or user.status != UserStatus.ACTIVE or (user_id and user.kind != UserKind.SERVICE):
            raise ReferenceNotFound(reference=f"service {encode('usr', owner)}", pointer="/user")
        if user_id is not None:
            _check_reach(principal, user_id, scopes)
        if ApiKey.objects.filter(user_id=owner, revoked_at=None).count() >= MAX_KEYS:
            raise ApiKeysTooMany(count=MAX_KEYS)
        key = credentials.make_key()
        row = ApiKey(
            user_id=owner,
            name=name,
            hint=credentials.hint_of(key),
            digest=credentials.digest_of(key),
            scopes=list(scopes),
            networks=list(allowed_networks),
            expires_at=expires_at,
            created_by_id=principal.user_id,
            created_at=now,
            updated_at=now,
        )
        row.save(force_insert=True)
    return row, key


def rotate_api_key(
    *, principal: Principal, id: uuid.UUID, own: bool, grace_hours: int = 24, at: datetime | None = None
) -> tuple[ApiKey, str]:
    """Gives a key a new secret; the old one answers for `grace_hours` more, not at all with 0.

    Raises ResourceNotFound, ApiKeyRevoked, CredentialRestricted, NotWhileImpersonating, PermissionEscalation.
    Locks the key. A retry rotates again, and ends the first answer's predecessor.
    """
    _check_person(principal)
    now = at or clock.now()
    with db.transaction():
        row = _locked(principal, id, own)
        if row.revoked_at is not None or (row.expires_at is not None and row.expires_at <= now):
            raise ApiKeyRevoked()
        if not own:
            _check_reach(principal, row.user_id, row.scopes)
        key = credentials.make_key()
        row.save_versioned(
            previous_digest=row.digest if grace_hours else None,
            previous_until=now + timedelta(hours=grace_hours) if grace_hours else None,
            digest=credentials.digest_of(key),
            hint=credentials.hint_of(key),
        )
        rights.forget_user(row.user_id)
    return row, key


def revoke_api_key(
    *, principal: Principal, id: uuid.UUID, own: bool, expected_version: int | None = None
) -> None:
    """Ends a key, and the one before it, at once. A retry changes nothing.

    Raises ResourceNotFound, VersionMismatch, CredentialRestricted. Locks the key.
    """
    principal.require_session()
    with db.transaction():
        row = _locked(principal, id, own)
        row.check_version(expected_version)
        if row.revoked_at is None:
            row.save_versioned(revoked_at=clock.now(), previous_digest=None, previous_until=None)
            rights.forget_user(row.user_id)


def _locked(principal: Principal, id: uuid.UUID, own: bool) -> ApiKey:
    reachable = own_keys(principal) if own else keys_for(principal)
    found = db.lock(ApiKey, [id]) if reachable.filter(pk=id).exists() else []
    if not found:
        raise ResourceNotFound()
    return found[0]


def _check_person(principal: Principal) -> None:
    principal.require_session()  # A narrow key would make itself a wide one.
    guards.refuse_impersonator(principal)


def _check_reach(principal: Principal, user_id: uuid.UUID, scopes: Collection[str]) -> None:
    principal.require(MANAGE_KEYS)
    codes = credentials.allowed_codes(scopes)
    held = rights.grants_of(user_id)
    guards.require_held(principal, {code: scope for code, scope in held.items() if code in codes})
