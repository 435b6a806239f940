"""Django's settings, from `backend.config.env`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from backend.config import apps, env

ENVIRONMENT = env.read()

BASE_DIR = env.ROOT
SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
ALLOWED_HOSTS = ["*"]  # The tenant middleware refuses every host that is not ours or a tenant's.
ROOT_URLCONF = "backend.config.urls"
WSGI_APPLICATION = "backend.config.wsgi.application"
APPEND_SLASH = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = apps.INSTALLED
AUTH_USER_MODEL = "accounts.User" if "backend.core.accounts" in apps.CORE else "auth.User"
PASSWORD_HASHERS = ["backend.core.accounts.hashers.Argon2Hasher"]
if ENVIRONMENT.kind == "test":
    # Argon2 is slow by design; a suite signs in thousands of times.
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")

# -- the database --------------------------------------------------------------------------------------

_address = ENVIRONMENT.database
_common: dict[str, Any] = {
    "ENGINE": "backend.kernel.tenancy.postgresql",
    "NAME": _address.name,
    "CONN_MAX_AGE": ENVIRONMENT.connection_age,
    "CONN_HEALTH_CHECKS": False,
    "DISABLE_SERVER_SIDE_CURSORS": True,
    "ATOMIC_REQUESTS": False,
}
DATABASES = {
    # Requests and tasks. Its role can do nothing in a tenant's schema until it enters the tenant's role.
    "default": {
        **_common,
        "USER": ENVIRONMENT.app_role,
        "PASSWORD": ENVIRONMENT.app_password,
        "HOST": ENVIRONMENT.app_host or _address.host,
        "PORT": ENVIRONMENT.app_port or _address.port,
        "OPTIONS": {**_address.options, "application_name": "guildhall"},
    },
    # Migrations, provisioning and backups only.
    "owner": {
        **_common,
        "USER": _address.user,
        "PASSWORD": _address.password,
        "HOST": _address.host,
        "PORT": _address.port,
        "CONN_MAX_AGE": 0,
        "OPTIONS": {**_address.options, "application_name": "guildhall-owner"},
    },
}
DATABASE_ROUTERS = ["backend.kernel.tenancy.routers.SchemaRouter"]
TENANCY: dict[str, Any] = {
    "PUBLIC_LABELS": apps.PUBLIC_LABELS,
    "TENANT_LABELS": apps.TENANT_LABELS,
    "PUBLIC_ONLY_MODELS": apps.PUBLIC_ONLY_MODELS,
    "TRANSACTION_POOLING": ENVIRONMENT.transaction_pooling,
    "APP_ROLE": ENVIRONMENT.app_role,
    "POOL": ENVIRONMENT.pool,
    "BASE_DOMAIN": ENVIRONMENT.base_domain,
    "API_HOSTS": ENVIRONMENT.api_hosts,
    "PLATFORM_HOST": ENVIRONMENT.platform_host,
    "DNS_SERVERS": ENVIRONMENT.dns_servers,
}
# django-tenants' own names, which its model mixins read.
TENANT_MODEL = "tenants.Tenant"
TENANT_DOMAIN_MODEL = "tenants.Domain"
TENANT_LIMIT_SET_CALLS = True

# -- Valkey: never a source of truth, so never waited for ------------------------------------------------

REDIS_URL = ENVIRONMENT.redis_url
CACHES = {
    "default": {
        "BACKEND": "backend.kernel.tenancy.cache.TolerantRedisCache",
        "LOCATION": ENVIRONMENT.redis_url,
        "KEY_FUNCTION": "backend.kernel.tenancy.cache.tenant_key",
        "OPTIONS": {"socket_timeout": 0.25, "socket_connect_timeout": 0.25},
    }
}
CELERY_BROKER_URL = ENVIRONMENT.redis_url

# -- mail -------------------------------------------------------------------------------------------------

MAIL_OUTBOX_DIR = ENVIRONMENT.local_dir / "mail"
_SMTP = ENVIRONMENT.smtp
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if ENVIRONMENT.production or ENVIRONMENT.smtp_url
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = str(MAIL_OUTBOX_DIR)
EMAIL_HOST, EMAIL_PORT = _SMTP.host, _SMTP.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _SMTP.user, _SMTP.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _SMTP.starttls, _SMTP.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from

# -- people -----------------------------------------------------------------------------------------------

TELEGRAM_BOT_TOKEN, TELEGRAM_API_URL = ENVIRONMENT.telegram_token, ENVIRONMENT.telegram_url
PLACES_DATABASE = ENVIRONMENT.places_database
BREACHED_PASSWORDS = ENVIRONMENT.breached_passwords
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies

# -- the request -----------------------------------------------------------------------------------------

MIDDLEWARE = [
    "backend.kernel.api.security.SecurityMiddleware",
    "backend.kernel.api.middleware.RequestMiddleware",
    "backend.kernel.tenancy.middleware.TenantMiddleware",
    "backend.core.audit.middleware.AccessMiddleware",
]
# Tests write the log of requests themselves; elsewhere a thread of each process does.
ACCESS_LOG_WRITER = ENVIRONMENT.kind != "test"
TEMPLATES: list[dict[str, Any]] = []
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
USE_X_FORWARDED_HOST = False

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_RENDERER_CLASSES": ["backend.kernel.api.parsers.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["backend.kernel.api.parsers.StrictJsonParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "backend.kernel.api.parsers.JsonOnly",
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "backend.kernel.api.openapi.ResourceSchema",
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
}
# Not in REST_FRAMEWORK, which imports it before the apps are ready.
AUTHENTICATION_CLASSES = ["backend.core.accounts.api.authentication.BearerAuthentication"]
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Guildhall",
    "DESCRIPTION": "One API for businesses that live from orders. A refusal is a problem document (RFC 9457); "
    "lists are cursor pages; every POST takes an Idempotency-Key; ETag and If-Match refuse lost updates. "
    "Events come live by `GET /api/v1/stream` (Server-Sent Events, resumed by `Last-Event-ID`) and by WebSocket at "
    "`/api/v1/stream/ws`, on the stream's own address where the installation has one.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "LICENSE": {"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
    "SERVERS": [{"url": "/"}],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "PREPROCESSING_HOOKS": [],
    "POSTPROCESSING_HOOKS": ["backend.kernel.api.openapi.finish"],
}
# Requests a window of seconds, by rate class; counted for a credential, or an address where there is none.
THROTTLE_RATES: dict[str, tuple[int, int]] = (
    {}
    if ENVIRONMENT.kind == "test"
    else {"default": (2000, 10), "anonymous": (300, 60), "sign_in": (30, 60), "export": (30, 60)}
)

# -- languages and time ----------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("uz", "Oʻzbekcha"),
    ("fa", "فارسی"),
    ("uk", "Українська"),
]
LOCALE_PATHS = [BASE_DIR / "backend" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# -- files -----------------------------------------------------------------------------------------------

LOCAL_DIR: Path = ENVIRONMENT.local_dir
MEDIA_ROOT = LOCAL_DIR / "files"
# See backend/platform/backups/configuration.py for what else may stand here.
BACKUPS: dict[str, Any] = {
    "LOCAL_DIR": ENVIRONMENT.backup_dir,
    "KEY_DIR": ENVIRONMENT.backup_key_dir,
    "S3": [dict(store) for store in ENVIRONMENT.backup_s3],
    "PG_BIN": ENVIRONMENT.pg_bin,
}
STATIC_URL = "/static/"
ALLOW_LOOPBACK_WEBHOOKS = ENVIRONMENT.allow_loopback_webhooks
ENCRYPTION_KEYS = ENVIRONMENT.encryption_keys

DJANGO_LEDGER_USE_DEPRECATED_BEHAVIOR = False

# -- logs ------------------------------------------------------------------------------------------------

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"mask": {"()": "backend.kernel.logs.MaskFilter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["mask"]}},
    "root": {"handlers": ["stderr"], "level": ENVIRONMENT.log_level},
    # A refusal is an answer, not an event for the log; faults still come through django.request's errors.
    "loggers": {
        "django.request": {"level": "ERROR"},
        # Two lines for each of a task a second say nothing; failures and warnings still come through.
        "celery.worker.strategy": {"level": "WARNING"},
        "celery.app.trace": {"level": "WARNING"},
    },
}

if ENVIRONMENT.sentry_dsn:
    import sentry_sdk

    sentry_sdk.init(
        dsn=ENVIRONMENT.sentry_dsn,
        environment=ENVIRONMENT.kind,
        send_default_pii=False,
        traces_sample_rate=0.0,
    )
