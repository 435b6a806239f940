"""The one order in which rows of different tables are locked.

Two transactions that lock the same tables in opposite orders deadlock. So every lock on rows goes
through `backend.kernel.db.lock`, which refuses to take a table of a lower rank after one of a higher
rank within a transaction. A table that is not named here cannot be locked: place it first.
"""

from __future__ import annotations

ORDER: tuple[str, ...] = (
    "tenants.Plan",
    "tenants.Tenant",
    "backups.Backup",
    "accounts.Invitation",
    "accounts.Session",
    "accounts.ApiKey",
    "accounts.OAuthApplication",
    "accounts.OAuthGrant",
    "accounts.Role",
    "accounts.ScopeSet",
    "accounts.User",
    "accounts.Assignment",
    "files.File",
    "organizations.Organization",
    "organizations.Branch",
    "customers.Customer",
    "catalog.Service",
    "catalog.Product",
    "catalog.Variant",
    "catalog.Term",
    "catalog.LanguagePair",
    "pricing.PriceRule",
    "pricing.TaxRate",
    "pricing.Quote",
    "orders.Workflow",
    "orders.Order",
    "loyalty.Account",
    "loyalty.Redemption",
    "loyalty.Lot",
    "payments.PaymentMethod",
    "payments.Payment",
    "payments.Receivable",
    "payments.CustomerCredit",
    "ledger.Account",
    "webhooks.WebhookEndpoint",
    "webhooks.WebhookDelivery",
    "kernel.EventHandling",
    "kernel.Event",
    "kernel.Sequence",
)
"""Model labels in the order in which they may be locked. Numbers come last: they are the most contended."""

_RANK = {label: index for index, label in enumerate(ORDER)}


def rank(label: str) -> int:
    """The place of a model in the order. Raises LookupError for a model that has none."""
    try:
        return _RANK[label]
    except KeyError:
        raise LookupError(f"{label} has no place in backend.kernel.locks.ORDER") from None
