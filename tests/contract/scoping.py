"""Two sides of a business that must not see each other, and what each operation's scope is known by.

Each side has a branch under one of the business's own, a customer, somebody who made everything there, and a row
of each resource whose rights may be narrower than the business.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from backend.business.loyalty import facade as loyalty
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Assignment, Role, ScopeSet
from backend.core.accounts.types import Grant
from backend.core.audit.models import AccessEntry, Alert
from backend.kernel import clock
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.permissions import CATALOGUE
from tests.contract.calls import CALLS
from tests.contract.calls.core import pdf
from tests.contract.world import World, registered
from tests.support.purchases import bought

BRANCH, CUSTOMER, OWN, SET = "branch", "customer", "own", "set"
SCOPES = (BRANCH, CUSTOMER, OWN, SET)

SHARED = frozenset({"shared"})
"""The business's as a whole: a right over anything shows it."""
WHOLE = frozenset({"whole"})
"""The business's as a whole: only a right over all of it counts."""
NOTHING: frozenset[str] = frozenset()
"""Rows that know no branch, customer or maker: a narrower right is held and reaches none."""
MINE = frozenset({"mine"})
"""The caller's own under any scope."""
B, O = frozenset({BRANCH}), frozenset({OWN})  # noqa: E741
BC, CO = frozenset({BRANCH, CUSTOMER}), frozenset({CUSTOMER, OWN})
BCO = frozenset({BRANCH, CUSTOMER, OWN})

#: What reaches the rows of a resource, by the stem of its operations; the first that fits counts, longest first.
REACH: dict[str, frozenset[str]] = {
    "customers": BCO,
    "customers_telegram_session": WHOLE,
    "customers_telegram_contact": WHOLE,
    "orders": BCO,
    "calendar": BCO,
    "quotes": BCO,
    "quote_requests": BCO,
    "payments": BCO,
    "receivables": BC,
    "files": BCO,
    "files_create": MINE,
    "uploads": MINE,
    "loyalty_lots": BC,
    "loyalty_redemptions": BC,
    "loyalty_rules": WHOLE,
    "loyalty_rules_list": SHARED,
    "loyalty_rules_retrieve": SHARED,
    "loyalty_promotions": WHOLE,
    "loyalty_promotions_list": SHARED,
    "loyalty_promotions_retrieve": SHARED,
    "branches": B,
    "price_rules": B,
    "holidays": B,
    "holidays_list": SHARED,
    "holidays_retrieve": SHARED,
    "journal_entries": B,
    "reports": B,
    "ledger_accounts": WHOLE,
    "ledger_accounts_list": SHARED,
    "ledger_accounts_retrieve": SHARED,
    "ledger_accounts_tree": B,
    "privacy_requests": BCO,
    "consents": BC,
    "legal_documents": WHOLE,
    "retention": WHOLE,
    "users": BCO,
    "users_activity": O,
    "invitations": CO,
    "roles": WHOLE,
    "roles_list": SHARED,
    "roles_retrieve": SHARED,
    "permissions_catalogue": SHARED,
    "scope_sets": B,
    "audit_log": O,
    "audit_log_chain": WHOLE,
    "access_log": O,
    "security_alerts": O,
    "security_logins": BCO,
    "security_policy": WHOLE,
    "api_keys": WHOLE,
    "oauth_applications": WHOLE,
    "webhook_endpoints": WHOLE,
    "webhook_deliveries": WHOLE,
    "events": NOTHING,
    "event_types_catalogue": SHARED,
    "dead_letters": NOTHING,
    "organization": WHOLE,
    "settings": WHOLE,
    "settings_retrieve": SHARED,
    "organization_retrieve": SHARED,
    "branding": WHOLE,
    "branding_contrast": SHARED,
    "usage_current": SHARED,
    "payment_methods": WHOLE,
    "payment_methods_list": SHARED,
    "payment_methods_retrieve": SHARED,
    "workflows": SHARED,
    **{
        f"{stem}{verb}": WHOLE if not verb else SHARED
        for stem in (
            "services",
            "products",
            "variants",
            "categories",
            "document_types",
            "languages",
            "language_pairs",
            "tax_rates",
        )
        for verb in ("", "_list", "_retrieve")
    },
}

#: Another permission that shows the same rows: it is left out where this one is judged alone.
ALSO = {
    "privacy.request.create": {"privacy.request.view"},
    "pricing.rule.view": {"pricing.rule.manage"},
    "catalog.service.view": {"catalog.service.manage"},
}


def reach(operation_id: str) -> frozenset[str] | None:
    """What reaches the rows of an operation; None for one that has no entry."""
    parts = operation_id.split("_")
    for length in range(len(parts), 0, -1):
        found = REACH.get("_".join(parts[:length]))
        if found is not None:
            return found
    return None


def stem_of(operation_id: str) -> str:
    """The resource's part of an operationId."""
    _resource, operation = registered()[operation_id]
    return operation_id.removesuffix(f"_{operation.name}")


@dataclass
class Side:
    """A branch, a customer, a maker, and the rows of all three."""

    name: str
    branch: str
    maker: str
    token: str
    ids: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)

    def row(self, operation_id: str, scope: str = BRANCH) -> str:
        """The row of an operation; of people, who are their own, the maker where a scope is one's own."""
        stem = stem_of(operation_id)
        if scope == OWN and stem in self.own:
            return self.own[stem]
        return self.ids[stem]

    @property
    def customer(self) -> str:
        """The customer's id."""
        return self.ids["customers"]


def made_side(world: World, name: str, parent: str) -> Side:
    """A side under a branch, made through the API as far as that makes it."""
    good = world.good
    branch = world.made("branches_create", json={"code": name, "name": {"en": name}, "parent": parent})
    everything = Role.objects.get(code="owner")
    maker = accounts.create_user(
        principal=None,
        name=f"{name} maker",
        email=f"{name}@maker.example",
        assignments=[Grant(everything.pk)],
    )
    side = Side(name, branch, encode("usr", maker.id), str(accounts.issue_session_for(maker).access_token))
    ids, token = side.ids, side.token
    ids["branches"] = branch

    def made(stem: str, **changed: Any) -> str:
        ids[stem] = world.made(f"{stem}_create", token=token, **changed)
        return ids[stem]

    customer = made("customers", json={"name": f"{name} Karimov", "branch": branch})
    good("customers_set_identity", token=token, id=customer)
    file = made("files", data=pdf(f"{name}.pdf"))
    made("uploads")
    about = {"lines": [{"service": world.ids["notarization"]}], "customer": customer, "branch": branch}
    made("quotes", json=about)
    made("quote_requests", json=about)
    due = {"due_at": "2031-05-03T10:00:00Z"}
    order = made("orders", json={**about, **due, "files": [file], "comment": f"of {name}"})
    ids["calendar"] = order
    good("orders_add_note", token=token, id=order)
    amount = {"amount": "5000.00", "currency": "UZS"}
    made(
        "payments",
        json={
            "method": world.ids["card"],
            "amount": amount,
            "customer": customer,
            "branch": branch,
            "allocations": [{"order": order}],
            "reference": f"of {name}",
        },
    )
    ids["receivables"] = good("receivables_list", query={"order": order}).json["data"][0]["id"]
    rule = world.value(CALLS["price_rules_create"].good.json)
    made("price_rules", json={**rule, "branch": branch, "name": f"of {name}"})
    made("holidays", json={"day": "2031-05-05", "names": {"en": name}, "branch": branch})
    made("journal_entries", json={**world.entry("100.00", "100.00"), "branch": branch})
    sale = bought(
        decode("cus", customer), 100_000_000, order_id=decode("ord", order), branch_id=decode("brn", branch)
    )
    loyalty.earn_points(purchase=sale)
    ids["loyalty_lots"] = good("loyalty_lots_list", query={"customer": customer}).json["data"][0]["id"]
    made("loyalty_redemptions", json={"customer": customer, "points": 1})
    made("privacy_requests", json={"kind": "export", "customer": customer})
    made("consents", json={"customer": customer, "purpose": "newsletter", "number": 1, "granted": True})
    made("invitations", json={"email": f"{name}@invited.example", "name": name, "customer": customer})
    made("scope_sets", json={"code": f"set_{name}", "name": {"en": name}, "branches": [branch]})
    nothing = accounts.create_role(principal=None, code=f"nothing_{name}", names={"en": name}, permissions=[])
    person = accounts.create_user(
        principal=None,
        name=f"{name} Person",
        kind="customer",
        email=f"{name}@person.example",
        customer_id=decode("cus", customer),
        assignments=[Grant(nothing.id, "branch", branch_id=decode("brn", branch))],
    )
    accounts.issue_session_for(person)
    ids["users"] = encode("usr", person.id)
    alert = Alert.objects.create(rule="new_place", subject=name, actor_id=maker.id)
    ids["security_alerts"] = encode("alr", alert.id)
    entry = AccessEntry.objects.create(
        at=clock.now(),
        method="GET",
        route="/api/v1/me",
        status=200,
        duration_ms=1,
        actor_id=maker.id,
        actor_kind="staff",
        request_id=f"req_{name}",
    )
    ids["access_log"] = encode("acs", entry.id)
    ids["audit_log"] = good("audit_log_list", query={"actor": side.maker}).json["data"][0]["id"]
    logins = {
        who: good("security_logins_list", query={"user": who}).json["data"][0]["id"]
        for who in (side.maker, ids["users"])
    }
    ids["security_logins"] = logins[ids["users"]]
    side.own = {"users": side.maker, "security_logins": logins[side.maker]}
    return side


class Scene:
    """The two sides, and people of narrow rights over the near one."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.near = made_side(world, "near", world.ids["brn"])
        self.far = made_side(world, "far", world.ids["other branch"])
        self.set_id = ScopeSet.objects.create(
            code="near_ones",
            names={"en": "Near"},
            branch_ids=[decode("brn", world.ids["brn"])],
            customer_ids=[decode("cus", self.near.customer)],
        ).pk
        self._roles: dict[frozenset[str], uuid.UUID] = {}

    def forget(self) -> None:
        """The roles are gone, with what a test has done."""
        self._roles.clear()

    def role(self, codes: Iterable[str]) -> uuid.UUID:
        """A role of just these permissions."""
        key = frozenset(codes)
        if key not in self._roles:
            made = Role.objects.create(
                code=f"r{new_id().hex[-14:]}", names={"en": "Made"}, permissions=sorted(key)
            )
            self._roles[key] = made.pk
        return self._roles[key]

    def grant(self, scope: str, role: uuid.UUID) -> Assignment:
        """An assignment over the near side, of nobody yet. A branch is the one above the side's own."""
        columns: dict[str, Any] = {
            BRANCH: {"branch_id": decode("brn", self.world.ids["brn"])},
            CUSTOMER: {"customer_id": decode("cus", self.near.customer)},
            OWN: {},
            SET: {"scope_set_id": self.set_id},
            "business": {},
        }[scope]
        return Assignment(role_id=role, scope=scope, **columns)

    def token(self, scope: str, codes: Iterable[str], wide: Iterable[str] = ()) -> str:
        """A token of somebody with some permissions over the near side, and `wide` ones over the business.

        With the scope "own" it is the near side's maker, who has nothing else from now on.
        """
        if scope == OWN:
            user_id = decode("usr", self.near.maker)
            Assignment.objects.filter(user_id=user_id).delete()
        else:
            mark = new_id().hex[-12:]
            user_id = accounts.create_user(principal=None, name="A Colleague", email=f"{mark}@example.com").id
        grants = [self.grant(scope, self.role(codes))]
        if wide := set(wide):
            grants.append(self.grant("business", self.role(wide)))
        for assignment in grants:
            assignment.user_id = user_id
            assignment.save(force_insert=True)
        return str(accounts.issue_session_for(user_id).access_token)

    def alone(self, scope: str, code: str) -> str:
        """Everything over the business, but one permission, and that over the near side."""
        others = {known for known, item in CATALOGUE.items() if item.group != "platform"}
        return self.token(scope, [code], others - {code} - ALSO.get(code, set()))
