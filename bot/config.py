"""What the bot is told by the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

DAY = 86_400


class ConfigurationProblem(Exception):
    """A variable is missing or makes no sense; the sentence says which and what to do."""


@dataclass(frozen=True)
class Webhook:
    """Where Telegram's updates are taken, behind a proxy that ends TLS."""

    base_url: str
    """The public address; updates come to `{base_url}/tg/{bot id}`."""
    secret: str
    """Sent by Telegram with every update; 16 to 256 of A-Z a-z 0-9 _ -."""
    host: str = "127.0.0.1"
    port: int = 8443


@dataclass(frozen=True)
class Config:
    """One bot of one business."""

    token: str
    api_url: str
    tenant: str
    client_id: str
    client_secret: str
    telegram_url: str | None = None
    """Of a Bot API server of one's own; None for Telegram's."""
    redis_url: str | None = None
    webhook: Webhook | None = None
    """None for long polling."""
    state_seconds: int = 3 * DAY
    """How long a chat's place in the dialogue is kept."""
    stop_seconds: float = 20.0
    """How long running handlers may take to finish when the bot is stopped."""

    @property
    def bot_id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.partition(":")[0])


def read(environment: Mapping[str, str]) -> Config:
    """The configuration of `environment`. Raises ConfigurationProblem naming every variable that is wrong."""
    wrong: list[str] = []

    def needed(name: str) -> str:
        value = environment.get(name, "").strip()
        if not value:
            wrong.append(f"{name} is not set")
        return value

    def number(name: str, default: int) -> int:
        text = environment.get(name, "").strip()
        if not text:
            return default
        if not text.isdecimal():
            wrong.append(f"{name} is not a whole number")
            return default
        return int(text)

    token = needed("TELEGRAM_BOT_TOKEN")
    if token and not re.fullmatch(r"\d+:[\w-]+", token):
        wrong.append("TELEGRAM_BOT_TOKEN is not a token of BotFather's (digits, a colon, letters)")
    api_url = needed("GUILDHALL_API")
    if api_url and urlsplit(api_url).scheme not in ("http", "https"):
        wrong.append("GUILDHALL_API is not an address that begins with http:// or https://")
    tenant = needed("GUILDHALL_TENANT")
    client_id = needed("GUILDHALL_BOT_CLIENT_ID")
    client_secret = needed("GUILDHALL_BOT_SECRET")
    mode: Literal["polling", "webhook"] | str = environment.get("BOT_MODE", "").strip() or "polling"
    webhook = None
    if mode == "webhook":
        secret = needed("BOT_WEBHOOK_SECRET")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret):
            wrong.append("BOT_WEBHOOK_SECRET is not 16 to 256 letters, digits, _ and -")
        webhook = Webhook(
            base_url=needed("BOT_WEBHOOK_URL").rstrip("/"),
            secret=secret,
            host=environment.get("BOT_WEBHOOK_HOST", "").strip() or "127.0.0.1",
            port=number("BOT_WEBHOOK_PORT", 8443),
        )
    elif mode != "polling":
        wrong.append("BOT_MODE is neither polling nor webhook")
    state_seconds = number("BOT_STATE_SECONDS", 3 * DAY)
    stop_seconds = number("BOT_STOP_SECONDS", 20)
    if wrong:
        raise ConfigurationProblem("; ".join(wrong))
    return Config(
        token=token,
        api_url=api_url,
        tenant=tenant,
        client_id=client_id,
        client_secret=client_secret,
        telegram_url=environment.get("TELEGRAM_API_URL", "").strip() or None,
        redis_url=environment.get("REDIS_URL", "").strip() or None,
        webhook=webhook,
        state_seconds=state_seconds,
        stop_seconds=float(stop_seconds),
    )
