"""Verifying webhooks. Source: Standard Webhooks (standardwebhooks.com), symmetric signatures `v1`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from typing import Any

TOLERANCE = 300
"""How many seconds a message's time may be off."""


class WebhookInvalid(Exception):
    """The message is not from who holds the secret, or is too old."""


def verify_webhook(
    body: bytes, headers: Mapping[str, str], secret: str, *, now: float | None = None
) -> dict[str, Any]:
    """The message of a webhook, once its signature and its time are found good. Raises WebhookInvalid."""
    given = {name.lower(): value for name, value in headers.items()}
    try:
        identity, stamp, signatures = (
            given["webhook-id"], given["webhook-timestamp"], given["webhook-signature"],
        )  # fmt: skip
        moment = int(stamp)
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (KeyError, ValueError, binascii.Error) as error:
        raise WebhookInvalid("a header is missing or malformed") from error
    if abs((now if now is not None else time.time()) - moment) > TOLERANCE:
        raise WebhookInvalid("the message is too old")
    wanted = hmac.new(key, f"{identity}.{stamp}.".encode() + body, hashlib.sha256).digest()
    for signature in signatures.split(" "):
        version, _comma, value = signature.partition(",")
        try:
            if version == "v1" and hmac.compare_digest(base64.b64decode(value, validate=True), wanted):
                message: dict[str, Any] = json.loads(body)
                return message
        except (ValueError, binascii.Error):
            continue
    raise WebhookInvalid("no signature fits")
