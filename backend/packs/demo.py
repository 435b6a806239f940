"""The demo businesses: one from each pack, with branches, staff of every role, and customers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from backend.business.customers import facade as customers
from backend.business.customers.types import CustomerSpec
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import BranchSpec
from backend.core.accounts import facade as accounts
from backend.core.accounts.types import RoleSpec
from backend.kernel import db
from backend.kernel.ids import encode
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.packs import reading
from backend.platform.tenants import facade as tenants

ORDER = ("translation", "workshop", "writing", "retail", "jewelry")
OPERATOR = "operator@guildhall.example"


def seed_demo(password: str, bot_secret: str, say: Callable[[str], None]) -> dict[str, Any]:
    """Makes the demo businesses that are not there; returns the logins of all of them.

    `password` is every demo user's, `bot_secret` that of each business's bot. A second run changes nothing.
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
        logins["businesses"].append(_logins(info, data, bot_secret))
    logins["operator"] = _operator(digest)
    return logins


def fill(info: TenantInfo, data: Mapping[str, Any], digest: str, bot_secret: str) -> None:
    """Gives a business its demo branches, staff, bot account and customers."""
    with tenant_context(info), db.transaction():
        organizations.seed_branches(reading.build_all(BranchSpec, data["branches"]))
        branches = organizations.branch_ids_by_code()
        for row in data["staff"]:
            user = accounts.create_user(
                principal=None,
                name=row["name"],
                email=row["email"],
                password_hash=digest,
                locale=info.language,
                timezone=info.timezone,
            )
            branch = row.get("branch")
            accounts.assign_role(
                principal=None,
                user_id=user.pk,
                role=row["role"],
                scope="branch" if branch else "business",
                branch_id=branches[branch] if branch else None,
            )
        bot = accounts.create_service_account(principal=None, name="Telegram bot", secret=bot_secret)
        accounts.assign_role(principal=None, user_id=bot.user_id, role="bot")
        customers.seed_customers(reading.build_all(CustomerSpec, data["customers"]))


def _logins(info: TenantInfo, data: Mapping[str, Any], bot_secret: str) -> dict[str, Any]:
    with tenant_context(info):
        bot = accounts.service_account("Telegram bot")
    return {
        "slug": info.slug,
        "name": info.name,
        "pack": info.pack,
        "currency": info.currency,
        "staff": [{"role": row["role"], "email": row["email"]} for row in data["staff"]],
        "bot": {"client_id": encode("usr", bot.id) if bot else None, "secret": bot_secret},
    }


def _operator(digest: str) -> dict[str, str]:
    with tenant_context(PUBLIC), db.transaction():
        roles = accounts.seed_roles([RoleSpec("operator", {"en": "Operator", "ru": "Оператор"}, ("*",))])
        if accounts.user_by_email(OPERATOR) is None:
            user = accounts.create_user(
                principal=None, name="Operator", kind="operator", email=OPERATOR, password_hash=digest
            )
            accounts.assign_role(principal=None, user_id=user.pk, role=roles["operator"])
    return {"email": OPERATOR}
