"""Signed-in clients with just the rights that a test needs, and a small translation centre."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.catalog import facade as catalog
from backend.business.catalog.types import (
    LanguagePairSpec,
    ProductSpec,
    RequiredInput,
    ServiceKind,
    ServiceSpec,
    TermKind,
    TermSpec,
    Unit,
    VariantSpec,
)
from backend.business.customers import facade as customers
from backend.business.organizations import facade as organizations
from backend.business.organizations.services import update_organization
from backend.business.organizations.types import BranchSpec
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import Component, PriceRuleSpec, TaxRateSpec
from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal


def sign_in(
    api: Any,
    *permissions: str,
    branch: uuid.UUID | None = None,
    own: bool = False,
    customer: uuid.UUID | None = None,
    kind: str = "staff",
) -> Any:
    """A client of a new user with these permissions over the business or over what is named."""
    made = user(*permissions, branch=branch, own=own, customer=customer, kind=kind)
    return api.signed_in(accounts.issue_session_for(made).access_token)


def user(
    *permissions: str,
    branch: uuid.UUID | None = None,
    own: bool = False,
    customer: uuid.UUID | None = None,
    kind: str = "staff",
) -> uuid.UUID:
    """A new user's id."""
    role = accounts.create_role(
        principal=None, code=f"r{uuid.uuid4().hex[:8]}", names={"en": "R"}, permissions=permissions
    )
    grant = Grant(role.id)
    if branch is not None:
        grant = Grant(role.id, "branch", branch_id=branch)
    elif customer is not None:
        grant = Grant(role.id, "customer", customer_id=customer)
    elif own:
        grant = Grant(role.id, "own")
    made = accounts.create_user(
        principal=None,
        name="Ada",
        email=f"{uuid.uuid4().hex}@example.com",
        kind=kind,
        customer_id=customer,
        assignments=[grant],
    )
    found: uuid.UUID = made.id
    return found


def principal(*permissions: str, **scope: Any) -> Principal:
    """The principal of a new user."""
    return accounts.principal_of_user(user(*permissions, **scope))


def pages(first: str, further: str) -> dict[str, Any]:
    """The formula of a first page and further pages."""
    return {"bands": [{"from_unit": 1, "amount": first}, {"from_unit": 2, "amount": further}]}


class Centre:
    """A translation centre with two branches under a head office, a catalogue and a price list."""

    def __init__(self) -> None:
        # Every new tenant has a profile from its pack; this one is the centre's.
        update_organization(
            principal=principal("organizations.*"),
            names={"en": "Registan", "ru": "Регистан"},
            settings={"rounding_step": 10_000, "quote_validity_hours": 24},
        )
        organizations.seed_branches(
            [
                BranchSpec(code="HQ", names={"en": "Head office"}),
                BranchSpec(code="SAM", names={"en": "Samarkand", "ru": "Самарканд"}, parent="HQ"),
                BranchSpec(code="BUK", names={"en": "Bukhara"}, parent="HQ"),
            ]
        )
        self.branches = organizations.branch_ids_by_code()
        catalog.seed_terms(
            [
                *(
                    TermSpec(kind=TermKind.LANGUAGE, code=code, names={"en": name})
                    for code, name in (
                        ("en", "English"),
                        ("uz", "Uzbek"),
                        ("ru", "Russian"),
                        ("de", "German"),
                    )
                ),
                TermSpec(
                    kind=TermKind.DOCUMENT_TYPE, code="passport", names={"en": "Passport", "ru": "Паспорт"}
                ),
                TermSpec(kind=TermKind.CATEGORY, code="paper", names={"en": "Paper"}),
                TermSpec(kind=TermKind.CATEGORY, code="folders", names={"en": "Folders"}, parent="paper"),
            ]
        )
        catalog.seed_language_pairs(
            [LanguagePairSpec(source="en", target="uz"), LanguagePairSpec(source="ru", target="uz")]
        )
        catalog.seed_services(
            [
                ServiceSpec(
                    code="translation",
                    kind=ServiceKind.TRANSLATION,
                    names={"en": "Translation", "ru": "Перевод"},
                    unit=Unit.PAGE,
                    required_inputs=[RequiredInput.LANGUAGE_PAIR],
                    workflow="translation",
                    tax_class="standard",
                    revenue_account="4010",
                ),
                ServiceSpec(
                    code="certification",
                    kind=ServiceKind.CERTIFICATION,
                    names={"en": "Certified copy"},
                    unit=Unit.COPY,
                ),
                ServiceSpec(
                    code="apostille",
                    kind=ServiceKind.APOSTILLE,
                    names={"en": "Apostille"},
                    unit=Unit.DOCUMENT,
                ),
            ]
        )
        catalog.seed_products(
            [
                ProductSpec(
                    sku="FOLDER",
                    names={"en": "Folder"},
                    category="folders",
                    option_schema=[
                        {
                            "code": "colour",
                            "names": {"en": "Colour"},
                            "required": True,
                            "values": [
                                {"code": "red", "names": {"en": "Red"}},
                                {"code": "blue", "names": {"en": "Blue"}},
                            ],
                        },
                        {"code": "stamp", "kind": "text", "names": {"en": "Stamp"}, "max_length": 5},
                    ],
                    variants=[VariantSpec(sku="FOLDER-RED", options={"colour": "red"})],
                )
            ]
        )
        self.codes = catalog.item_ids_by_code()
        pricing.seed_price_rules(
            [
                PriceRuleSpec(
                    component=Component.BASE,
                    service="translation",
                    source="en",
                    target="uz",
                    formula=pages("50000.00", "30000.00"),
                ),
                PriceRuleSpec(
                    component=Component.BASE,
                    service="translation",
                    source="en",
                    target="uz",
                    customer_class="agency",
                    formula=pages("40000.00", "20000.00"),
                ),
                PriceRuleSpec(
                    component=Component.BASE, service="certification", formula=pages("20000.00", "10000.00")
                ),
                PriceRuleSpec(
                    component=Component.BASE,
                    service="apostille",
                    formula={"bands": [{"from_unit": 1, "amount": "150000.00"}]},
                ),
                PriceRuleSpec(
                    component=Component.BASE,
                    category="paper",
                    formula={"bands": [{"from_unit": 1, "amount": "5000.00"}]},
                ),
                PriceRuleSpec(
                    component=Component.COPIES, formula={"bands": [{"from_unit": 1, "percent": "50"}]}
                ),
                PriceRuleSpec(
                    component=Component.URGENCY,
                    formula={"priorities": [{"priority": "urgent", "percent": "50"}]},
                ),
            ]
        )
        pricing.seed_tax_rates(
            [TaxRateSpec(tax_class="standard", code="vat", names={"en": "VAT"}, rate="0.12")]
        )

    def branch(self, code: str) -> str:
        """A branch's id as the API has it."""
        return encode("brn", self.branches[code])

    def service(self, code: str) -> str:
        """A service's id as the API has it."""
        return encode("svc", self.codes["service"][code])

    def product(self, sku: str) -> str:
        """A product's id as the API has it."""
        return encode("prd", self.codes["product"][sku])

    def variant(self, sku: str) -> str:
        """A variant's id as the API has it."""
        return encode("var", self.codes["variant"][sku])

    def translation(self, **changes: Any) -> dict[str, Any]:
        """A line of three pages from English to Uzbek."""
        return {"service": self.service("translation"), "source": "en", "target": "uz", "pages": 3, **changes}

    def customer(self, **changes: Any) -> Any:
        """A customer's row."""
        values: dict[str, Any] = {"name": "Timur Rahimov", **changes}
        return customers.create_customer(principal=principal("customers.*"), **values)
