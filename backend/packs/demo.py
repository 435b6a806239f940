"""The demo businesses: one from each pack, with branches, staff of every role, customers and their people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from backend.business.customers import facade as customers
from backend.business.customers.types import CustomerSpec
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import BranchSpec
from backend.core.accounts import facade as accounts
from backend.kernel import db
from backend.kernel.ids import encode
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.packs import reading
from backend.packs.applying import extend_chart, renew_roles
from backend.platform.tenants import facade as tenants

ORDER = ("translation", "workshop", "writing", "retail", "jewelry")
OPERATOR = "operator@guildhall.example"


def seed_demo(password: str, bot_secret: str, say: Callable[[str], None]) -> dict[str, Any]:
    """Makes the demo businesses that are not there; returns the logins of all of them.

    `password` is every demo user's, `bot_secret` that of each business's bot. Where a business is there already,
    its predefined roles and its chart of accounts are brought to this release and the people who are missing join
    it, so that each login which is told works; otherwise a second run changes nothing.
    """
    digest = accounts.hash_password(password)
    logins: dict[str, Any] = {"password": password, "businesses": []}
    for pack in (name for name in ORDER if name in reading.names()):
        data = reading.load(pack, "demo")
        facts = data["tenant"]
        info = tenants.find_tenant(facts["slug"])
        if info is None:
            say(f"making {facts['name']} ({facts['slug']}) from the pack {pack}")
            info = tenants.provision_tenant(pack=pack, **facts).info()
            fill(info, data, digest, bot_secret)
        else:
            with tenant_context(info):
                extend_chart(info)
            add_people(info, data, digest)
        logins["businesses"].append(logins_of(info, data, bot_secret))
    logins["operator"] = _operator(digest)
    return logins


def fill(info: TenantInfo, data: Mapping[str, Any], digest: str, bot_secret: str) -> None:
    """Gives a business its demo branches, customers, people and bot account."""
    with tenant_context(info), db.transaction():
        add_people(info, data, digest)
        bot = accounts.create_service_account(principal=None, name="Telegram bot", secret=bot_secret)
        accounts.assign_role(principal=None, user_id=bot.user_id, role="bot")


def add_people(info: TenantInfo, data: Mapping[str, Any], digest: str) -> None:
    """Adds the demo branches, customers and people who are not there: staff, and those of customers.

    First the predefined roles are brought to this release: an older one may lack a role that somebody has.

    People are known by their addresses. A member of the staff has the role over the business or over a
    `branch`, somebody of a customer's (the key `people`) over that `customer`.
    """
    with tenant_context(info), db.transaction():
        renew_roles(info)
        organizations.seed_branches(reading.build_all(BranchSpec, data["branches"]))
        branches = organizations.branch_ids_by_code()
        customer_ids = customers.seed_customers(reading.build_all(CustomerSpec, data["customers"]))
        for row in (*data["staff"], *data["people"]):
            if accounts.user_by_email(row["email"]) is not None:
                continue
            branch = branches[row["branch"]] if row.get("branch") else None
            customer = customer_ids[row["customer"]] if row.get("customer") else None
            user = accounts.create_user(
                principal=None,
                name=row["name"],
                kind="customer" if customer else "staff",
                email=row["email"],
                password_hash=digest,
                locale=info.language,
                timezone=info.timezone,
                customer_id=customer,
            )
            accounts.assign_role(
                principal=None,
                user_id=user.pk,
                role=row["role"],
                scope="branch" if branch else "customer" if customer else "business",
                branch_id=branch,
                customer_id=customer,
            )


def logins_of(info: TenantInfo, data: Mapping[str, Any], bot_secret: str) -> dict[str, Any]:
    """A demo business with everybody who signs in there, as `.local/demo-logins.json` keeps it."""
    with tenant_context(info):
        bot = accounts.service_account("Telegram bot")
    return {
        "slug": info.slug,
        "name": info.name,
        "pack": info.pack,
        "currency": info.currency,
        # Everybody who signs in, the customers' people after the staff: this is the list that is shown.
        "staff": [{"role": row["role"], "email": row["email"]} for row in (*data["staff"], *data["people"])],
        "bot": {"client_id": encode("usr", bot.id) if bot else None, "secret": bot_secret},
    }


def _operator(digest: str) -> dict[str, str]:
    with tenant_context(PUBLIC), db.transaction():
        if accounts.user_by_email(OPERATOR) is None:
            accounts.make_operator(email=OPERATOR, name="Operator", password_hash=digest)
    return {"email": OPERATOR}
