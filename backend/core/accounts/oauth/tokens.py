"""Opaque codes, tokens and secrets: `gh_<kind>_<row's id>_<256 random bits>`; only SHA-256 digests are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid

from backend.core.accounts.tokens import backend_for
from backend.kernel import tenancy
from backend.kernel.ids import InvalidId, decode, encode

CODE, ACCESS, REFRESH = "oac", "oat", "ort"
ACCESS_PREFIX = f"gh_{ACCESS}_"
MAX_LENGTH = 200


def make(kind: str, grant_id: uuid.UUID) -> str:
    """A new code or token of a grant. One that renews bears a mark that it was made here: see `made_here`."""
    secret = secrets.token_hex(32)
    if kind == REFRESH:
        secret += _mark(str(backend_for(tenancy.current()).signing_key), grant_id, secret)
    return f"gh_{kind}_{encode('oag', grant_id).partition('_')[2]}_{secret}"


def made_here(grant_id: uuid.UUID, text: str) -> bool:
    """Whether a refresh token was once given for a grant, however many renewals ago.

    Only the newest digest is kept; the mark, a MAC under the tenant's key, tells a used token from an invented
    one, which must end nobody's grant.
    """
    secret = text.rpartition("_")[2]
    return any(
        hmac.compare_digest(
            _mark(key, grant_id, secret[:64]).encode(), secret[64:].encode("utf-8", "replace")
        )
        for key in backend_for(tenancy.current()).keys
    )


def _mark(key: str, grant_id: uuid.UUID, secret: str) -> str:
    return hmac.new(key.encode(), f"oauth-refresh\0{grant_id}\0{secret}".encode(), hashlib.sha256).hexdigest()


def grant_of(kind: str, text: str) -> uuid.UUID | None:
    """The grant that a text names as its own; None for another text. It proves nothing yet."""
    parts = text.split("_")
    if len(text) > MAX_LENGTH or len(parts) != 4 or parts[:2] != ["gh", kind]:
        return None
    try:
        return decode("oag", f"oag_{parts[2]}")
    except InvalidId:
        return None


def digest(text: str) -> str:
    """What is kept of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fits(text: str, kept: str | None) -> bool:
    """Whether the digest that is kept is this text's."""
    return kept is not None and hmac.compare_digest(digest(text), kept)
