"""Which apps stand in which schema.

SHARED stands in the public schema only, TENANT in each tenant's only, BOTH in every one. An app is
taken up once its package is there.
"""

from __future__ import annotations

from pathlib import Path

_BACKEND = Path(__file__).resolve().parent.parent


def _present(*names: str) -> list[str]:
    return [
        f"backend.{name}" for name in names if (_BACKEND / name.replace(".", "/") / "__init__.py").is_file()
    ]


LIBRARIES = ["django.contrib.contenttypes", "django.contrib.auth"]
"""Needed by the libraries' imports; their tables stand in public only and are empty."""

API = ["rest_framework", "django_filters", "drf_spectacular", "drf_spectacular_sidecar"]
"""Libraries without tables."""

PLATFORM = _present(
    "platform.tenants",
    "platform.billing",
    "platform.flags",
    "platform.announcements",
    "platform.knowledge",
    "platform.backups",
    "platform.monitoring",
)
CORE = _present("kernel", "core.accounts", "core.audit", "core.files", "core.jobs", "core.preferences")
BUSINESS = _present(
    "business.organizations",
    "business.ledger",
    "business.messaging",
    "business.customers",
    "business.catalog",
    "business.pricing",
    "business.inventory",
    "business.scheduling",
    "business.payments",
    "business.loyalty",
    "business.invoices",
    "business.orders",
    "business.purchasing",
    "business.pos",
    "business.marketplace",
    "business.notifications",
    "business.broadcasts",
    "business.tickets",
    "business.content",
    "business.webhooks",
    "business.integrations",
    "business.analytics",
    "business.reports",
    "business.data_exchange",
    "business.archive",
    "business.privacy",
)
JOINTS = _present("packs", "wiring")
"""No tables: data, and who reacts to which event."""

# django-ledger points at AUTH_USER_MODEL, so it waits for accounts.
LEDGER = ["django_ledger"] if "backend.core.accounts" in CORE else []

SHARED = [*LIBRARIES, *PLATFORM]
BOTH = CORE
TENANT = [*LEDGER, *BUSINESS]

INSTALLED = [*LIBRARIES, *API, *CORE, *LEDGER, *PLATFORM, *BUSINESS, *JOINTS]


def label(app: str) -> str:
    """The Django label of an app: its last component."""
    return app.rpartition(".")[2]


PUBLIC_LABELS = frozenset(label(app) for app in [*SHARED, *BOTH])
TENANT_LABELS = frozenset(label(app) for app in [*BOTH, *TENANT])
PUBLIC_ONLY_MODELS = frozenset({"kernel.eventsignal"})
"""Models of BOTH apps whose one table stands in public, shared by all tenants under row-level security."""
