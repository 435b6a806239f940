"""Sends texts by the installation's Telegram bot: codes of second factors."""

from __future__ import annotations

import json
import logging
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings

from backend.core.accounts import facade as accounts

logger = logging.getLogger(__name__)

SECONDS = 5.0
"""A person waits for the answer."""


def send(telegram_id: int, text: str) -> bool:
    """Sends a text over the Bot API; False where it did not go. Neither text nor token is logged."""
    token, base = settings.TELEGRAM_BOT_TOKEN, settings.TELEGRAM_API_URL.rstrip("/")
    if not token or urlsplit(base).scheme not in ("http", "https"):
        return False
    body = urlencode({"chat_id": telegram_id, "text": text, "protect_content": "true"}).encode()
    request = Request(f"{base}/bot{token}/sendMessage", data=body, method="POST")  # noqa: S310 - checked above
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - checked above
            return bool(json.load(answer).get("ok"))
    except HTTPError as error:
        logger.warning("Telegram refused a message with %d", error.code)
    except (URLError, HTTPException, OSError, ValueError) as error:
        logger.warning("Telegram could not be reached: %s", type(error).__name__)
    return False


accounts.register_telegram(send)
