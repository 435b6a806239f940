"""A pack is applied to a tenant: its book is opened and every domain seeds itself, set-wise.

In two parts, so that the first can be done in a ready schema long before the business comes: `prepare` writes
what the pack and the currency decide, `adapt` what the business's own facts do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from backend.business.catalog import facade as catalog
from backend.business.catalog.types import LanguagePairSpec, ProductSpec, ServiceSpec, TermSpec
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import AccountSpec, ChartSpec
from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.types import PromotionSpec, RuleSpec
from backend.business.orders import facade as orders
from backend.business.orders.types import WorkflowExtension, WorkflowSpec
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
from backend.platform.tenants.types import Facts

COMMON = "common"
"""What every business has, whatever its kind: roles and payment methods that no pack changes."""
CHART = "chart"
"""The file of a pack with its accounts, and where accounts of the default chart stand beneath its headings."""


@dataclass(frozen=True, slots=True)
class _Specs:
    """What a pack gives a business with a currency; shared, so nobody changes it."""

    settings: OrganizationSettings
    roles: list[RoleSpec]
    payment_methods: list[MethodSpec]
    workflows: list[WorkflowSpec]
    terms: list[TermSpec]
    language_pairs: list[LanguagePairSpec]
    services: list[ServiceSpec]
    products: list[ProductSpec]
    tax_rates: list[TaxRateSpec]
    price_rules: list[PriceRuleSpec]
    loyalty: list[RuleSpec]
    promotions: list[PromotionSpec]


def apply_pack(info: TenantInfo, pack: str) -> None:
    """Fills a tenant from its pack, in the caller's transaction and tenant.

    Raises PackBroken. A second application adds what is missing and changes nothing that is there.
    """
    prepare(info, pack)
    _seed_organization(info, pack)


def prepare(info: TenantInfo, pack: str | None = None) -> None:
    """The part of a pack that the business's own facts do not decide; its book is opened under the name it has.

    Raises PackBroken. Emits nothing. A second time adds what is missing.
    """
    chosen = info.pack if pack is None else pack
    specs = _specs(chosen, info.currency)
    if ledger.find_book() is None:
        ledger.open_book(name=info.name, currency=info.currency, chart=chart_of(chosen))
    else:
        ledger.extend_chart(chart_of(chosen))
    accounts.seed_roles(specs.roles)
    payments.seed_payment_methods(specs.payment_methods)
    orders.seed_workflows(specs.workflows)
    catalog.seed_terms(specs.terms)
    catalog.seed_language_pairs(specs.language_pairs)
    catalog.seed_services(specs.services)
    catalog.seed_products(specs.products)
    pricing.seed_tax_rates(specs.tax_rates)
    pricing.seed_price_rules(specs.price_rules)
    loyalty.seed_rules(specs.loyalty, specs.promotions)


def renew_roles(info: TenantInfo) -> list[str]:
    """Brings the predefined roles of a business, which is entered, to what its pack gives in this release.

    Answers the codes of those that changed; what the business itself made of them stays. See `accounts.renew_roles`.
    """
    return accounts.renew_roles(_specs(info.pack, info.currency).roles)


def extend_chart(info: TenantInfo) -> list[str]:
    """Gives a business, which is entered, the accounts that its pack has in this release and its chart lacks.

    Answers their codes. Nothing that is there changes, see `ledger.extend_chart`. A business without a book gets
    none.
    """
    return ledger.extend_chart(chart_of(info.pack)) if ledger.find_book() is not None else []


def extend_workflows(info: TenantInfo, *, apply: bool) -> list[WorkflowExtension]:
    """Gives a business, which is entered, the states and transitions that its pack's workflows have in this release.

    Answers what came, or would come without `apply`. What the business has or took out stays so, see
    `orders.extend_workflows`.
    """
    return orders.extend_workflows(specs=_specs(info.pack, info.currency).workflows, apply=apply)


@lru_cache(maxsize=16)
def chart_of(pack: str) -> ChartSpec:
    """The chart of accounts of a pack (empty: of none): the default one, with headings and the pack's accounts."""
    parts = [reading.load(name, CHART) for name in (COMMON, pack) if name]
    chart = ledger.DEFAULT_CHART.with_accounts(
        *(spec for part in parts for spec in reading.build_all(AccountSpec, part["accounts"])),
        code=pack or None,
    )
    return chart.placed({code: heading for part in parts for code, heading in part["under"].items()})


def account_specs() -> list[AccountSpec]:
    """The accounts of all packs, for their names."""
    return [
        spec
        for pack in reading.names()
        for spec in reading.build_all(AccountSpec, reading.load(pack, CHART)["accounts"])
    ]


def adapt(info: TenantInfo, made_for: Facts) -> None:
    """The other part: the book gets the business's name and facts, and its profile is written."""
    ledger.adapt_book(
        name=info.name,
        currency=info.currency,
        timezone=info.timezone,
        languages=info.languages,
        opened_in=made_for.languages,
        chart=chart_of(info.pack),
    )
    _seed_organization(info, info.pack)


def variant(info: TenantInfo) -> str:
    """What decides the rows that `prepare` writes: the pack, and the currency where the pack has prices in it."""
    priced = bool(info.pack) and info.currency in reading.load(info.pack).get("prices", {})
    return f"{info.pack}/{info.currency if priced else ''}"


def samples() -> dict[str, Facts]:
    """The businesses that packs expect: each pack's `defaults`, and one of no pack."""
    found = {COMMON: _facts("", reading.load(COMMON)["defaults"])}
    for name in reading.names():
        if name != COMMON:
            found[name] = _facts(name, reading.load(name)["defaults"])
    return found


@lru_cache(maxsize=1)
def version() -> str:
    """A digest of the packs and of all code that seeds (the layers' whole source; some 50 ms, once)."""
    digest = hashlib.sha256()
    backend = Path(__file__).resolve().parents[1]
    for folder in ("kernel", "core", "business", "packs"):
        for path in sorted((backend / folder).rglob("*")):
            if path.suffix in (".py", ".yaml") and path.is_file():
                digest.update(str(path.relative_to(backend)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _facts(pack: str, defaults: Mapping[str, Any]) -> Facts:
    return Facts(**{**defaults, "pack": pack, "languages": tuple(defaults["languages"])})


def _seed_organization(info: TenantInfo, pack: str) -> None:
    organizations.seed_organization(
        OrganizationSpec(names={info.language: info.name}, settings=_specs(pack, info.currency).settings)
    )


@lru_cache(maxsize=64)
def _specs(pack: str, currency: str) -> _Specs:
    common = reading.load(COMMON)
    data: Mapping[str, Any] = reading.load(pack) if pack else {}
    prices = data.get("prices", {}).get(currency, {})
    roles = {row["code"]: row for row in (*common["roles"], *data.get("roles", ()))}
    build_all = reading.build_all
    return _Specs(
        settings=reading.build(
            OrganizationSettings, {**data.get("settings", {}), **prices.get("settings", {})}
        ),
        roles=build_all(RoleSpec, list(roles.values())),
        payment_methods=build_all(MethodSpec, [*common["payment_methods"], *data.get("payment_methods", ())]),
        workflows=build_all(WorkflowSpec, data.get("workflows") or common["workflows"]),
        terms=build_all(TermSpec, data.get("terms")),
        language_pairs=build_all(LanguagePairSpec, data.get("language_pairs")),
        services=build_all(ServiceSpec, data.get("services")),
        products=build_all(ProductSpec, data.get("products")),
        tax_rates=build_all(TaxRateSpec, prices.get("taxes")),
        price_rules=build_all(PriceRuleSpec, prices.get("rules")),
        loyalty=build_all(RuleSpec, prices.get("loyalty")),
        promotions=build_all(PromotionSpec, prices.get("promotions")),
    )
