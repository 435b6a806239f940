"""A pack is applied to a tenant: its book is opened and every domain seeds itself, set-wise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.business.catalog import facade as catalog
from backend.business.catalog.types import LanguagePairSpec, ProductSpec, ServiceSpec, TermSpec
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import AccountSpec
from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.types import RuleSpec
from backend.business.orders import facade as orders
from backend.business.orders.types import WorkflowSpec
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import OrganizationSettings, OrganizationSpec
from backend.business.payments import facade as payments
from backend.business.payments.types import MethodSpec
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import PriceRuleSpec, TaxRateSpec
from backend.core.accounts import facade as accounts
from backend.core.accounts.types import RoleSpec
from backend.kernel.tenancy import TenantInfo
from backend.packs import reading

COMMON = "common"
"""What every business has, whatever its kind: roles and payment methods that no pack changes."""


def provision(info: TenantInfo) -> None:
    """The provisioner of every new tenant; a tenant without a pack gets what is common to all."""
    apply_pack(info, info.pack)


def apply_pack(info: TenantInfo, pack: str) -> None:
    """Fills a tenant from its pack, in the caller's transaction and tenant.

    Raises PackBroken. A second application adds what is missing and changes nothing that is there.
    """
    common = reading.load(COMMON)
    data: Mapping[str, Any] = reading.load(pack) if pack else {}
    chart = ledger.DEFAULT_CHART.with_accounts(*reading.build_all(AccountSpec, data.get("accounts")))
    if ledger.find_book() is None:
        ledger.open_book(name=info.name, currency=info.currency, chart=chart)
    prices = data.get("prices", {}).get(info.currency, {})
    organizations.seed_organization(
        OrganizationSpec(
            names={info.language: info.name},
            settings=reading.build(
                OrganizationSettings, {**data.get("settings", {}), **prices.get("settings", {})}
            ),
        )
    )
    roles = {row["code"]: row for row in (*common["roles"], *data.get("roles", ()))}
    accounts.seed_roles(reading.build_all(RoleSpec, list(roles.values())))
    payments.seed_payment_methods(
        reading.build_all(MethodSpec, [*common["payment_methods"], *data.get("payment_methods", ())])
    )
    orders.seed_workflows(reading.build_all(WorkflowSpec, data.get("workflows") or common["workflows"]))
    catalog.seed_terms(reading.build_all(TermSpec, data.get("terms")))
    catalog.seed_language_pairs(reading.build_all(LanguagePairSpec, data.get("language_pairs")))
    catalog.seed_services(reading.build_all(ServiceSpec, data.get("services")))
    catalog.seed_products(reading.build_all(ProductSpec, data.get("products")))
    pricing.seed_tax_rates(reading.build_all(TaxRateSpec, prices.get("taxes")))
    pricing.seed_price_rules(reading.build_all(PriceRuleSpec, prices.get("rules")))
    loyalty.seed_rules(reading.build_all(RuleSpec, prices.get("loyalty")))
