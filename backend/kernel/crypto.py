"""Small secrets at rest: AES-256-GCM under keys that have names, so that they can be rotated.

`settings.ENCRYPTION_KEYS` maps a key's name to 32 bytes in base64; its first entry encrypts, all
decrypt. Where it is not set, one key is derived from SECRET_KEY. The form is
`v1.<key name>.<base64 of nonce and ciphertext>`; source: NIST SP 800-38D, with a random 96-bit nonce.
"""

from __future__ import annotations

import base64
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12


class CannotDecrypt(ValueError):
    """The text is not ours, its key is gone, or it was moved or changed."""


@lru_cache(maxsize=8)
def _derived(secret: str) -> bytes:
    return HKDF(SHA256(), 32, None, b"guildhall encryption at rest").derive(secret.encode())


def _keys() -> dict[str, bytes]:
    configured = getattr(settings, "ENCRYPTION_KEYS", None)
    if not configured:
        return {"derived": _derived(settings.SECRET_KEY)}
    return {name: base64.b64decode(text, validate=True) for name, text in configured.items()}


def primary_key() -> str:
    """The name of the key that seals now."""
    return next(iter(_keys()))


def known_keys() -> tuple[str, ...]:
    """The names of all keys, the sealing one first."""
    return tuple(_keys())


def key_of(text: str) -> str:
    """The name of the key that sealed a text. Raises CannotDecrypt for a text of another form."""
    version, _, rest = text.partition(".")
    name = rest.rpartition(".")[0]
    if version != "v1" or not name:
        raise CannotDecrypt("the text has another form")
    return name


def encrypt(plain: bytes, *, context: str) -> str:
    """`plain` encrypted for a place: only `decrypt` with the same `context` opens it.

    `context` names the row and column (`webhooks.endpoint:<id>`), so that a ciphertext moved to another
    row is refused.
    """
    name, key = next(iter(_keys().items()))
    nonce = os.urandom(_NONCE)
    sealed = nonce + AESGCM(key).encrypt(nonce, plain, context.encode())
    return f"v1.{name}.{base64.urlsafe_b64encode(sealed).decode()}"


def decrypt(text: str, *, context: str) -> bytes:
    """What `encrypt` was given. Raises CannotDecrypt."""
    version, _, rest = text.partition(".")
    name, _, encoded = rest.rpartition(".")
    key = _keys().get(name)
    if version != "v1" or key is None:
        raise CannotDecrypt("the text has another form, or its key is gone")
    try:
        sealed = base64.urlsafe_b64decode(encoded)
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotDecrypt("the text was changed or belongs elsewhere") from error
