"""The roles that packs bring: their names, what each may do, and that none of them grows by itself."""

from __future__ import annotations

from typing import Any

import pytest

from backend.core.accounts import errors, facade, services
from backend.core.accounts.services.invitations import create_invitation
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import permissions
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import PermissionDenied
from backend.packs import reading

PACKS = ("translation", "workshop", "writing", "retail", "jewelry")
LANGUAGES = {"en", "ru", "uz", "fa", "uk"}
WHOLE = {"owner", "admin"}
"""Those that hold everything."""
MAKERS = {"writer", "editor", "goldsmith", "embroiderer", "translator", "notary"}
"""Those who do the work: they see neither customers nor money."""
STAFF = {
    "branch_manager",
    "staff",
    "accountant",
    "viewer",
    "support",
    "cashier",
    *MAKERS,
}
CUSTOMERS = {"customer", "client", "agency_member", "agency_admin"}

HOLDERS = {
    "accounts.user.manage": {"agency_admin"},
    "accounts.role.manage": set(),
    "accounts.policy.manage": set(),
    "accounts.session.revoke": {"agency_admin"},
    "accounts.user.view": {"branch_manager", "agency_admin"},
    "accounts.invitation.manage": {"agency_admin"},
    "audit.entry.view": {"accountant"},
    "audit.entry.export": set(),
    "customers.identity.view": set(),
    "customers.customer.create": {"branch_manager", "staff", "support", "cashier"},
    "customers.customer.delete": {"branch_manager", "staff", "support"},
    "customers.customer.view": STAFF - MAKERS | CUSTOMERS,
    "ledger.entry.post": {"accountant"},
    "ledger.period.close": {"accountant"},
    "ledger.report.view": {"accountant", "branch_manager"},
    "orders.order.view": STAFF | CUSTOMERS,
    "orders.order.create": {"branch_manager", "staff", "support", "cashier"} | CUSTOMERS,
    "orders.order.cancel": {"branch_manager", "staff", "support"},
    "orders.order.hand_over": {"branch_manager"},
    "orders.order.complete": {"branch_manager", "staff", "support", "cashier", "editor"},
    "orders.order.process": {
        "branch_manager",
        "staff",
        "support",
        *MAKERS,
    },
    "payments.payment.create": {"branch_manager", "staff", "support", "cashier", "accountant"} | CUSTOMERS,
    "payments.payment.verify": {"branch_manager", "accountant"},
    "payments.payment.view": STAFF - MAKERS | CUSTOMERS,
    "pricing.rule.manage": set(),
    "webhooks.endpoint.manage": set(),
    "privacy.request.decide": set(),
    "organizations.organization.manage": set(),
    "organizations.branch.manage": {"branch_manager"},
    "catalog.service.manage": set(),
    "catalog.product.manage": set(),
    "loyalty.rule.manage": set(),
    "payments.method.manage": {"accountant"},
}
"""Who holds what matters, besides those who hold everything."""


def specs(pack: str) -> list[RoleSpec]:
    common, own = reading.load("common"), reading.load(pack)
    return reading.build_all(RoleSpec, [*common["roles"], *own.get("roles", ())])


def effective(roles: list[RoleSpec]) -> dict[str, frozenset[str]]:
    by_code = {role.code: role for role in roles}

    def of(code: str) -> frozenset[str]:
        role = by_code[code]
        own = permissions.expand(role.permissions) if role.permissions else frozenset()
        return own | (of(role.parent) if role.parent else frozenset())

    return {code: of(code) for code in by_code}


@pytest.mark.parametrize("pack", PACKS)
def test_every_role_has_a_name_in_every_language(pack: str) -> None:
    for role in specs(pack):
        assert set(role.names) == LANGUAGES, role.code
        assert all(role.names.values()), role.code


@pytest.mark.parametrize("pack", PACKS)
def test_each_role_holds_what_the_table_says(pack: str) -> None:
    held = effective(specs(pack))
    assert set(held) - WHOLE - STAFF - CUSTOMERS == {"bot"}
    for code, holders in HOLDERS.items():
        expected = (holders | WHOLE) & set(held)
        assert {role for role, codes in held.items() if code in codes} == expected, code
    platform = {item.code for item in permissions.CATALOGUE.values() if item.group == "platform"}
    for role in set(held) - WHOLE:
        assert not held[role] & platform, role


def test_what_the_telegram_bot_holds() -> None:
    assert effective(specs("translation"))["bot"] == permissions.expand(
        ["customers.telegram_session.create", "organizations.branch.view", "catalog.*.view"]
    )


@pytest.mark.parametrize("pack", PACKS)
def test_no_role_but_an_owners_gives_itself_more(pack: str, tenant: Any) -> None:
    roles = facade.seed_roles(specs(pack))
    owner = facade.create_user(principal=None, name="Owner", assignments=[Grant(roles["owner"])])
    for code in sorted(set(roles) & (STAFF | CUSTOMERS)):
        user = facade.create_user(principal=None, name=code, assignments=[Grant(roles[code])])
        principal = facade.principal_of_user(user.id)
        attempts: list[Any] = [
            lambda p: services.create_role(principal=p, code="mine", names={}, permissions=["*"]),
            lambda p: services.create_user(principal=p, name="Twin", assignments=[Grant(roles["owner"])]),
            lambda p: services.assign_role(principal=p, user_id=p.user_id, role="owner"),
            lambda p: services.update_user(principal=p, id=p.user_id, assignments=[Grant(roles["owner"])]),
            lambda p: services.update_role(principal=p, id=roles["viewer"], permissions=["*"]),
            lambda p: services.update_user(principal=p, id=owner.id, status="suspended"),
            lambda p: services.rotate_service_secret(principal=p, user_id=owner.id),
        ]
        for attempt in attempts:
            with pytest.raises((PermissionDenied, errors.PermissionEscalation, ResourceNotFound)):
                attempt(principal)
        assert facade.principal_of_user(user.id).grants == principal.grants
        with pytest.raises((PermissionDenied, errors.PermissionEscalation)):
            create_invitation(
                principal=principal,
                email="twin@example.com",
                name="Twin",
                assignments=[Grant(roles["owner"])],
            )
