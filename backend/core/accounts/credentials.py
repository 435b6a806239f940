"""API keys: their form, and from a key to a Principal, from the cache or in at most three queries.

A key is `gh_live_<secret><checksum>_<tenant>`: 36 random characters of 62 (214 bits), six of a CRC-32 that lets
scanners of leaked secrets tell a key from other text and refuses a mistyped one without a query, and the
business that it is good in. Only its SHA-256 is kept: so many random bits cannot be guessed, and a slow
hash would cost every request. What is kept of a key in Valkey follows the rules of `rights`: it is bound to the
epochs of its user and of the schema, and whoever changes a key renews its user's.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import uuid
import zlib
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.db.models import Q, QuerySet

from backend.core.accounts import networks, ports, rights, tasks, throttle
from backend.core.accounts.errors import NetworkNotAllowed, SessionEnded, TokenExpired, TokenInvalid
from backend.core.accounts.models import ApiKey, OAuthGrant, UserKind, UserStatus
from backend.core.accounts.oauth import scopes as oauth_scopes
from backend.core.accounts.oauth import tokens as opaque
from backend.core.accounts.rights import _CHAIN, KEPT_SECONDS, MAX_DEPTH, Assigned, Limits, _Read
from backend.kernel import clock, context, tenancy
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

KEY_PREFIX = "gh_live_"
APPLICATION_PREFIX = opaque.ACCESS_PREFIX
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SECRET_LENGTH = 36
HINT_LENGTH = len(KEY_PREFIX) + 6
"""How much of a key is kept and shown: 30 secret characters (178 bits) stay unknown."""
_FORM = re.compile(rf"{KEY_PREFIX}([0-9A-Za-z]{{{SECRET_LENGTH}}})([0-9A-Za-z]{{6}})_([0-9a-z]{{26}})")
OWNER_SECONDS = 3600

_KEY = (
    _CHAIN
    + """
SELECT k.id, k.scopes, k.networks, k.revoked_at, k.last_used_at,
    CASE WHEN k.digest = %(digest)s THEN k.expires_at ELSE least(k.expires_at, k.previous_until) END,
    u.status, u.kind, u.customer_id,
    (SELECT rules -> 'networks' FROM accounts_policy LIMIT 1),
    c.limits, c.scope, c.branches, c.customers, c.permissions
FROM accounts_api_key k JOIN accounts_user u ON u.id = k.user_id LEFT JOIN chain c ON true
WHERE k.user_id = %(user)s AND (k.digest = %(digest)s OR k.previous_digest = %(digest)s)
"""
)
_GRANT = (
    _CHAIN
    + """
SELECT a.id, jsonb_build_array(g.access_scopes, a.scopes), '{}'::text[],
    g.revoked_at, NULL, g.access_expires_at,
    u.status, u.kind, u.customer_id,
    (SELECT rules -> 'networks' FROM accounts_policy LIMIT 1),
    c.limits, c.scope, c.branches, c.customers, c.permissions
FROM accounts_oauth_grant g JOIN accounts_oauth_application a ON a.id = g.application_id
    JOIN accounts_user u ON u.id = g.user_id LEFT JOIN chain c ON true
WHERE g.user_id = %(user)s AND g.access_digest = %(digest)s
"""
)


def _checksum(secret: str) -> str:
    value, text = zlib.crc32(secret.encode()), ""
    for _ in range(6):
        value, place = divmod(value, len(_ALPHABET))
        text = _ALPHABET[place] + text
    return text


def _home() -> str:
    return encode("ten", tenancy.current().id).partition("_")[2]


def make_key() -> str:
    """A new key of the business that runs."""
    secret = "".join(secrets.choice(_ALPHABET) for _ in range(SECRET_LENGTH))
    return f"{KEY_PREFIX}{secret}{_checksum(secret)}_{_home()}"


def digest_of(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def hint_of(key: str) -> str:
    """The beginning of a key, which tells keys apart."""
    return key[:HINT_LENGTH]


def allowed_codes(patterns: Collection[str]) -> frozenset[str]:
    """The codes that a credential with these patterns may use at most; all where it has none."""
    return rights.expand_known(patterns or ["*"])


def principal_of_key(key: str) -> Principal:
    """The principal of a key in the tenant that runs: no query when it is kept.

    Raises TokenInvalid for a text that is no key, another business's, an unknown or a revoked one,
    LoginThrottled for an address with too many such, TokenExpired, SessionEnded for a suspended user, and
    NetworkNotAllowed for an address that the key or its staff may not come from.
    """
    form = _FORM.fullmatch(key)
    if form is None or _checksum(form[1]) != form[2] or form[3] != _home():
        raise TokenInvalid()
    digest = digest_of(key)
    return _principal(digest, ApiKey.objects.filter(Q(digest=digest) | Q(previous_digest=digest)), _KEY)


def principal_of_application(token: str) -> Principal:
    """The principal of an application's access token in the tenant that runs: no query when it is kept.

    It is the user who granted it, cut to what was granted and the application may still ask for. Raises what
    principal_of_key raises.
    """
    grant_id = opaque.grant_of(opaque.ACCESS, token)
    if grant_id is None:
        raise TokenInvalid()
    digest = opaque.digest(token)
    return _principal(digest, OAuthGrant.objects.filter(pk=grant_id, access_digest=digest), _GRANT)


def _principal(digest: str, found_by: QuerySet[Any], statement: str) -> Principal:
    now = clock.now()
    owner_key = f"key-owner:{digest}"
    entry = f"key-rights:{digest}"
    owner = cache.get(owner_key)
    user_id = uuid.UUID(hex=owner) if isinstance(owner, str) else None
    if user_id is None:
        user_id = found_by.values_list("user_id", flat=True).first()
        if user_id is None:
            raise _unknown()
        cache.set(owner_key, user_id.hex, timeout=OWNER_SECONDS)
    user_epoch = f"rights-epoch:{user_id.hex}"
    found = cache.get_many([entry, user_epoch, "rights-epoch"])
    epochs = (found.get(user_epoch), found.get("rights-epoch"))
    kept = found.get(entry)
    packed, kept_id, own_networks = kept if isinstance(kept, tuple) and len(kept) == 3 else (None, "", ())
    read = _Read.unpack(packed, epochs)
    if read is not None and read.expires_at > now.timestamp():
        key_id = uuid.UUID(hex=kept_id)
    else:
        read, key_id, own_networks = _read(statement, user_id, digest, now)
        cache.set(entry, (read.pack(epochs), key_id.hex, own_networks), timeout=KEPT_SECONDS)
    address = context.current().ip
    if not networks.reaches(read.networks, address) or not networks.reaches(own_networks, address):
        raise NetworkNotAllowed(address=address or "-")
    tenant = tenancy.current()
    grants, elsewhere = read.grants_from(address)
    return Principal(
        kind=read.kind,
        user_id=user_id,
        tenant_id=None if tenancy.is_public() else tenant.id,
        schema=tenant.schema,
        grants=grants,
        address=address,
        elsewhere=elsewhere,
        customer_id=read.customer_id,
        credential_id=key_id,
        credential_kind="api_key" if statement is _KEY else "application",
    )


def _unknown() -> TokenInvalid:
    """The refusal of a key that is not there, counted for its address. Raises LoginThrottled after many."""
    address = context.current().ip
    throttle.check("", address)
    throttle.failed("api-key", address)
    return TokenInvalid()


def _read(
    statement: str, user_id: uuid.UUID, digest: str, now: datetime
) -> tuple[_Read, uuid.UUID, tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"user": user_id, "digest": digest, "depth": MAX_DEPTH})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    if not rows or rows[0][3] is not None:
        raise _unknown()
    key_id, patterns, own, _revoked, used_at, expires_at, status, kind, customer_id, rules = rows[0][:10]
    if expires_at is not None and expires_at <= now:
        raise TokenExpired()
    if status != UserStatus.ACTIVE:
        raise SessionEnded()
    by_limits: dict[Limits, list[Assigned]] = {}
    for row in rows:
        if row[10] is not None:
            limits = tuple(tuple(allowed) for allowed in json.loads(row[10]))
            by_limits.setdefault(limits, []).append(row[11:])
    under = ports.branches_under({branch for row in rows for branch in row[12] or ()})
    if statement is _KEY:
        codes = allowed_codes(patterns)
    else:
        # A scope that was taken from the application opens nothing any more.
        granted, asked_for = json.loads(patterns)
        codes = oauth_scopes.codes_of(granted) & oauth_scopes.codes_of(asked_for)
    layers = tuple(
        (limits, {code: scope for code, scope in rights.merge(assigned, under).items() if code in codes})
        for limits, assigned in by_limits.items()
    )
    # A key is read anew once a minute at most while Valkey answers: the time of its use is written then.
    if statement is _KEY and (used_at is None or (now - used_at).total_seconds() >= KEPT_SECONDS):
        tasks.mark_key_used.delay(key_id.hex, now.isoformat(), context.current().ip)
    read = _Read(
        expires_at=expires_at.timestamp() if expires_at is not None else float("inf"),
        kind=kind,
        customer_id=customer_id,
        impersonator_id=None,
        incomplete="",
        networks=tuple(json.loads(rules)) if kind == UserKind.STAFF and rules else (),
        layers=layers,
    )
    return read, key_id, tuple(own)
