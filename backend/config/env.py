"""The environment, read once, checked, and named.

Every variable of the backend is here. A missing or malformed one raises `EnvironmentFault`, whose text says
what to set.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
"""The root of the repository."""

DEVELOPMENT_KEY = "guildhall-development-key-which-is-not-a-secret-0123456789"
APP_ROLE = "guildhall_app"
POOLS = {"development": "empty:2,*:1", "test": "empty:4", "production": "empty:4,*:3"}
"""The sizes of the pool of ready schemas where GUILDHALL_POOL says none. Each schema is some 10 MB on disk."""


class EnvironmentFault(RuntimeError):
    """A variable is missing or malformed; the text says which and what it should look like."""


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """The parts of a `postgresql://` URL. `host` may be the directory of a Unix socket."""

    name: str
    user: str
    password: str
    host: str
    port: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MailServer:
    """The parts of an `smtp://` or `smtps://` URL."""

    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment says, typed."""

    kind: str
    """development, test or production."""
    secret_key: str
    database: DatabaseAddress
    """The owner's connection: migrations, provisioning, backups."""
    app_role: str
    """The role that requests log in with: no rights but through a tenant's role and on public tables."""
    app_password: str
    app_host: str
    """Where requests connect (a pooler, perhaps); empty for the owner's host."""
    app_port: str
    transaction_pooling: bool
    """Whether requests come through a pooler in transaction mode (PgBouncer), where a SET must not outlive
    its transaction."""
    pool: Mapping[str, int]
    """How many ready schemas of each kind are laid in store: `empty` ones, and those filled for a pack."""
    redis_url: str
    base_domain: str
    api_hosts: tuple[str, ...]
    platform_host: str
    dns_servers: tuple[tuple[str, int], ...] | None
    """Name servers that prove own domains (`host:port`, comma-separated); None for the system's."""
    local_dir: Path
    backup_dir: Path
    """The local store of backups."""
    backup_key_dir: Path
    """The keys of backups: outside every store, and kept in another place too."""
    backup_s3: tuple[Mapping[str, Any], ...]
    """Further stores: name, bucket, endpoint, prefix, access_key, secret_key, region of each."""
    pg_bin: Path | None
    """PostgreSQL's own tools; the embedded ones or those on PATH where it is not set."""
    allow_loopback_webhooks: bool
    encryption_keys: Mapping[str, str]
    """Keys of secrets at rest by name, 32 bytes in base64 each; the first encrypts. Empty: derived."""
    smtp_url: str
    """The mail server; where it is empty, development writes mails to the local directory."""
    smtp: MailServer
    mail_from: str
    telegram_token: str
    """The bot that sends codes of second factors; empty where there is none."""
    telegram_url: str
    """Telegram's Bot API, or a server of one's own."""
    places_database: str
    """A file in MaxMind's format that knows where addresses are; empty for none."""
    breached_passwords: str
    """A sorted file of SHA-1 of passwords that are known from breaches; empty for none."""
    trusted_proxies: tuple[str, ...]
    """Networks of proxies whose X-Forwarded-For is believed."""
    sentry_dsn: str
    connection_age: int
    """Seconds that a database connection lives: a backend's memory grows with every tenant it has served."""
    log_level: str

    @property
    def production(self) -> bool:
        """Whether this is a production installation."""
        return self.kind == "production"


def parse_smtp_url(url: str) -> MailServer:
    """Takes `smtp://user:password@host:587` (STARTTLS; `?plain=1` without) or `smtps://…` (TLS) apart.

    Raises EnvironmentFault. An empty text is the local mail server.
    """
    if not url:
        return MailServer()
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise EnvironmentFault("GUILDHALL_SMTP_URL must look like smtp://user:password@host:587")
    plain = dict(parse_qsl(parts.query)).get("plain") == "1"
    return MailServer(
        host=parts.hostname,
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp" and not plain,
        tls=parts.scheme == "smtps",
    )


def parse_database_url(url: str) -> DatabaseAddress:
    """Takes a `postgresql://user:password@host:port/name?host=…&sslmode=…` URL apart. Raises EnvironmentFault."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise EnvironmentFault("DATABASE_URL must look like postgresql://user:password@host:5432/name")
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", "") or unquote(parts.hostname or "")
    port = query.pop("port", "") or (str(parts.port) if parts.port else "")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise EnvironmentFault("DATABASE_URL names no database: postgresql://user:password@host:5432/name")
    return DatabaseAddress(
        name=name,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        host=host,
        port=port,
        options=query,
    )


def _flag(environ: Mapping[str, str], name: str, default: bool = False) -> bool:
    value = environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    raise EnvironmentFault(f"{name} is {value!r}: say 1 or 0")


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    value = environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdigit():
        raise EnvironmentFault(f"{name} is {value!r}: a whole number is needed")
    return int(value)


def _pool(text: str) -> dict[str, int]:
    """Sizes of the pool: `empty:4,*:2,translation:5,translation/EUR:1`."""
    found: dict[str, int] = {}
    for part in filter(None, (one.strip() for one in text.split(","))):
        name, _, count = part.partition(":")
        if not name or not count.isdigit() or name in found:
            raise EnvironmentFault(f"GUILDHALL_POOL is {text!r}: empty:4,*:2 with one number a name")
        found[name] = int(count)
    return found


def _servers(text: str) -> tuple[tuple[str, int], ...] | None:
    found = []
    for part in filter(None, (one.strip() for one in text.split(","))):
        host, _, port = part.rpartition(":") if part.count(":") == 1 else (part, "", "53")
        if not port.isdigit():
            raise EnvironmentFault(
                f"GUILDHALL_DNS_SERVERS is {text!r}: 192.0.2.53 or 192.0.2.53:5353, comma-separated"
            )
        found.append((host, int(port)))
    return tuple(found) or None


def _networks(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    found = tuple(filter(None, (part.strip() for part in environ.get(name, "").split(","))))
    for text in found:
        try:
            ip_network(text)
        except ValueError as error:
            raise EnvironmentFault(f"{name} must look like 10.0.0.0/8,127.0.0.1: {error}") from error
    return found


def _stores(environ: Mapping[str, str]) -> tuple[Mapping[str, Any], ...]:
    """The stores of `GUILDHALL_BACKUP_S3_FILE`: a JSON list in a file, as it holds secrets."""
    path = environ.get("GUILDHALL_BACKUP_S3_FILE", "")
    if not path:
        return ()
    try:
        stores = json.loads(Path(path).read_text())
    except (OSError, ValueError) as error:
        raise EnvironmentFault(f"GUILDHALL_BACKUP_S3_FILE cannot be read: {error}") from error
    if not isinstance(stores, list) or not all(
        isinstance(one, dict) and {"name", "bucket"} <= set(one) for one in stores
    ):
        raise EnvironmentFault(
            "GUILDHALL_BACKUP_S3_FILE holds a JSON list of objects with a name and a bucket"
        )
    return tuple(stores)


def _keys(environ: Mapping[str, str], name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, (text.strip() for text in environ.get(name, "").split(","))):
        label, _, encoded = part.partition(":")
        try:
            sound = len(base64.b64decode(encoded, validate=True)) == 32
        except ValueError:
            sound = False
        if not sound or not label.isalnum() or label in found:
            raise EnvironmentFault(f"{name} must look like name:key,older:key with 32 bytes in base64 each")
        found[label] = encoded
    return found


def read(environ: Mapping[str, str] | None = None) -> Environment:
    """Reads the environment (that of the process where none is given). Raises EnvironmentFault."""
    env = os.environ if environ is None else environ
    kind = env.get("GUILDHALL_ENV", "development")
    if kind not in ("development", "test", "production"):
        raise EnvironmentFault(f"GUILDHALL_ENV is {kind!r}: development, test or production")
    secret = env.get("GUILDHALL_SECRET_KEY", "")
    if not secret:
        if kind == "production":
            raise EnvironmentFault("GUILDHALL_SECRET_KEY is not set: give it at least 50 random characters")
        secret = DEVELOPMENT_KEY
    if kind == "production" and (len(secret) < 50 or secret == DEVELOPMENT_KEY):
        raise EnvironmentFault("GUILDHALL_SECRET_KEY is too weak: give it at least 50 random characters")
    local = Path(env.get("GUILDHALL_LOCAL_DIR", "") or ROOT / ".local").resolve()
    url = env.get("DATABASE_URL", "")
    if not url:
        if kind == "production":
            raise EnvironmentFault("DATABASE_URL is not set: postgresql://user:password@host:5432/name")
        # Loading the settings needs no server (the API's document, type checks); connecting does.
        url = "postgresql://postgres@localhost/guildhall"
    base_domain = env.get("GUILDHALL_BASE_DOMAIN", "guildhall.localhost").lower().strip(".")
    # The app's login is made by the owner, so its password may be derived and needs no variable of its own.
    derived = hmac.new(secret.encode(), b"guildhall database login", hashlib.sha256).hexdigest()
    return Environment(
        kind=kind,
        secret_key=secret,
        database=parse_database_url(url),
        app_role=env.get("GUILDHALL_APP_ROLE", APP_ROLE),
        app_password=env.get("GUILDHALL_APP_PASSWORD", "") or derived,
        app_host=env.get("GUILDHALL_APP_DATABASE_HOST", ""),
        app_port=env.get("GUILDHALL_APP_DATABASE_PORT", ""),
        transaction_pooling=_flag(env, "GUILDHALL_TRANSACTION_POOLING"),
        pool=_pool(env.get("GUILDHALL_POOL", "") or POOLS[kind]),
        redis_url=env.get("REDIS_URL", "redis://127.0.0.1:6379"),
        base_domain=base_domain,
        api_hosts=tuple(
            host.strip().lower()
            for host in env.get("GUILDHALL_API_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
            if host.strip()
        ),
        platform_host=env.get("GUILDHALL_PLATFORM_HOST", f"platform.{base_domain}").lower(),
        dns_servers=_servers(env.get("GUILDHALL_DNS_SERVERS", "")),
        local_dir=local,
        backup_dir=Path(env.get("GUILDHALL_BACKUP_DIR", "") or local / "backups").resolve(),
        backup_key_dir=Path(env.get("GUILDHALL_BACKUP_KEY_DIR", "") or local / "keys").resolve(),
        backup_s3=_stores(env),
        pg_bin=Path(env["GUILDHALL_PG_BIN"]) if env.get("GUILDHALL_PG_BIN") else None,
        allow_loopback_webhooks=_flag(env, "GUILDHALL_ALLOW_LOOPBACK_WEBHOOKS", kind != "production"),
        encryption_keys=_keys(env, "GUILDHALL_ENCRYPTION_KEYS"),
        smtp_url=env.get("GUILDHALL_SMTP_URL", ""),
        smtp=parse_smtp_url(env.get("GUILDHALL_SMTP_URL", "")),
        mail_from=env.get("GUILDHALL_MAIL_FROM", f"no-reply@{base_domain}"),
        telegram_token=env.get("TELEGRAM_BOT_TOKEN", ""),
        telegram_url=env.get("TELEGRAM_API_URL", "") or "https://api.telegram.org",
        places_database=env.get("GUILDHALL_PLACES_DATABASE", ""),
        breached_passwords=env.get("GUILDHALL_BREACHED_PASSWORDS", ""),
        trusted_proxies=_networks(env, "GUILDHALL_TRUSTED_PROXIES"),
        sentry_dsn=env.get("SENTRY_DSN", ""),
        connection_age=_number(env, "GUILDHALL_CONNECTION_AGE", 300),
        log_level=env.get("GUILDHALL_LOG_LEVEL", "INFO").upper(),
    )
