"""A translation centre with a row of everything, made through the API, and a way to call any operation there."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from typing import Any

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant
from backend.kernel import clock
from backend.kernel.events import relay
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.packs import reading
from backend.packs.demo import fill
from tests.contract import seeds
from tests.contract.calls import CALLS, Sent
from tests.contract.calls.core import BYTES, SECRET, pdf
from tests.contract.watch import contract
from tests.kernel.events import sample
from tests.support.client import Api, Reply


@lru_cache(maxsize=1)
def registered() -> dict[str, tuple[Any, Any]]:
    """Resource and operation by operationId."""
    from backend.kernel.api.openapi import operation_id
    from backend.kernel.api.routes import REGISTER

    contract()
    return {
        operation_id(resource, operation): (resource, operation)
        for _stem, resource in REGISTER
        for operation in resource.operations.values()
        if operation_id(resource, operation) in contract().operations
    }


class World:
    """One schema's people and rows: `ids` has an id a prefix, `token` may do everything."""

    def __init__(self, info: TenantInfo, token: str, email: str) -> None:
        self.info = info
        self.token = token
        self.email = email
        self.ids: dict[str, str] = {}
        self.api = Api(None if info is PUBLIC else info)
        self.before_sending: Callable[[], None] = lambda: None
        """Called when all that a request needs is made, and it goes out."""

    # -- calling -----------------------------------------------------------------------------------

    def value(self, given: Any) -> Any:
        """A value of a table, made where it is a function of the world."""
        return given(self) if callable(given) else given

    def id_for(self, operation_id: str) -> str:
        """The row that an operation's path names where its entry names none."""
        resource, _operation = registered()[operation_id]
        return self.ids.get(resource.plural) or self.ids[resource.prefix]

    def path(self, operation_id: str, identity: str | None = None) -> tuple[str, str]:
        """Method and path of an operation."""
        method, path = contract().places[operation_id]
        if "{id}" in path:
            self._asked = operation_id
            path = path.replace("{id}", identity or self.id_for(operation_id))
        return method, path

    def send(
        self, operation_id: str, sent: Sent, *, token: str | None = None, api: Api | None = None
    ) -> Reply:
        """Calls an operation as an entry says. `token` stands for the entry's."""
        self._asked = operation_id
        method, path = self.path(operation_id, self.value(sent.id))
        headers = dict(self.value(sent.headers) or {})
        named = [contract().resolve(p)["name"] for p in contract().operations[operation_id]["parameters"]]
        if "Idempotency-Key" in named:
            headers.setdefault("Idempotency-Key", uuid.uuid4().hex)
        chosen = token if token is not None else sent.token if sent.token is not None else self.token
        json, data, query = self.value(sent.json), self.value(sent.data), self.value(sent.query)
        self.before_sending()
        return (api or self.api).call(
            method,
            path,
            json=json,
            data=data,
            query=query,
            headers=headers,
            token=chosen or None,
            content_type=sent.content_type,
        )

    def good(self, operation_id: str, **changed: Any) -> Reply:
        """The entry's good call. Raises AssertionError where it is refused."""
        sent = CALLS[operation_id].good
        reply = self.send(operation_id, Sent(**{**sent.__dict__, **changed}))
        assert 200 <= reply.status < 300, (operation_id, reply)
        return reply

    def made(self, operation_id: str, **changed: Any) -> str:
        """The id of a new row, by the entry's good call."""
        made: str = self.good(operation_id, **changed).json["id"]
        return made

    def absent(self, prefix: str) -> str:
        """A well-formed id of nothing."""
        return encode(prefix, new_id())

    @property
    def nobody(self) -> str:
        """A well-formed id of nothing for the operation that is called."""
        return self.absent(registered()[self._asked][0].prefix)

    def refresh_token(self) -> str:
        """A new session's."""
        return str(
            self.good("platform_auth_sign_in" if self.info is PUBLIC else "auth_sign_in").json[
                "refresh_token"
            ]
        )

    def user(self, *permissions: str, branch: str | None = None) -> str:
        """The access token of a new user with these permissions."""
        mark = new_id().hex[-12:]
        role = accounts.create_role(
            principal=None, code=f"r{mark}", names={"en": mark}, permissions=permissions
        )
        grant = Grant(role.id, "branch", branch_id=decode("brn", branch)) if branch else Grant(role.id)
        made = accounts.create_user(
            principal=None,
            name="A Colleague",
            email=f"{mark}@example.com",
            assignments=[grant],
            kind="operator" if self.info is PUBLIC else "staff",
        )
        return str(accounts.issue_session_for(made).access_token)

    # -- what an entry needs -----------------------------------------------------------------------

    def link_token(self) -> str:
        """Of a link to the file."""
        return str(self.good("files_links").json["url"].partition("token=")[2])

    def owner(self) -> Any:
        """Who calls, as a row."""
        from backend.core.accounts.models import User

        return User.objects.get(email=self.email)

    def own_user(self) -> str:
        """The id of who calls."""
        return encode("usr", self.owner().pk)

    def reset_link(self) -> str:
        """The token of a link to choose a new password."""
        from backend.core.accounts import links

        return links.for_reset(self.info, self.owner())

    def address_link(self) -> str:
        """The token of a link that moves the caller to another mailbox."""
        from backend.core.accounts import links

        return links.for_address(self.info, self.owner(), f"moved.{self.email}")

    def registration_link(self) -> str:
        """The token of a link that opens an account, once registration is open."""
        from backend.core.accounts import links
        from backend.core.accounts.models import Mail

        address = self.opened_registration()
        return links.for_registration(self.info, Mail.objects.create(kind="registration", address=address))

    def opened_registration(self) -> str:
        """An address, once registration is open."""
        from backend.core.accounts.models import SecurityPolicy
        from backend.core.accounts.policy import forget

        policy = SecurityPolicy.objects.first() or SecurityPolicy()
        policy.rules = {
            **policy.rules,
            "registration": {**policy.rules.get("registration", {}), "open": True},
        }
        policy.save()
        forget()
        return "nodira@example.com"

    def invitation_link(self) -> str:
        """The token of a new invitation's link."""
        from backend.core.accounts import links
        from backend.core.accounts.models import Invitation

        stem = "platform_invitations" if self.info is PUBLIC else "invitations"
        row = Invitation.objects.get(pk=decode("inv", self.made(f"{stem}_create")))
        return links.for_invitation(self.info, row)

    def oidc_ready(self) -> dict[str, Any]:
        """What begins a sign-in at a provider that the business names and that knows the caller."""
        from backend.core.accounts.models import Identity
        from backend.core.accounts.policy import forget
        from tests.support import oidc

        provider = oidc.shared()
        row = {
            "code": "work",
            "label": "Work",
            "issuer": provider.issuer,
            "client_id": oidc.CLIENT,
            "client_secret": oidc.SECRET,
            "redirect_uris": [oidc.REDIRECT],
        }
        self.good("security_policy_update", json={"oidc": [row]})
        forget()
        Identity.objects.get_or_create(
            issuer=provider.issuer, subject="subject-1", defaults={"user_id": self.owner().pk}
        )
        return {"provider": "work", "redirect_uri": oidc.REDIRECT}

    def oidc_back(self) -> dict[str, Any]:
        """What comes back from the provider."""
        from tests.support import oidc

        began = self.good("oidc_start", json=self.oidc_ready()).json
        return {**oidc.shared().visit(began["authorization_url"]), "binding": began["binding"]}

    def own_identity(self) -> str:
        """The id of the caller's link to a provider."""
        from backend.core.accounts.models import Identity

        self.oidc_ready()
        return encode("idn", Identity.objects.get(user_id=self.owner().pk).pk)

    def identified(self) -> str:
        """A customer whose identity document is kept."""
        self.good("customers_set_identity", id=self.ids["cus"])
        return self.ids["cus"]

    def published_terms(self) -> int:
        """The version of terms that are in force."""
        made = self.good("legal_documents_create").json
        self.good("legal_documents_publish", id=made["id"])
        return int(made["number"])

    def sent_upload(self) -> str:
        """An upload whose bytes are all there."""
        upload = self.made("uploads_create")
        self.good("uploads_update", id=upload)
        return upload

    def open_quote(self) -> tuple[str, str]:
        """A quote that nobody in particular asked for, and its secret; one a test."""
        if not hasattr(self, "_quote"):
            json = {"lines": [{"service": self.ids["apostille"]}]}
            made = self.good("quotes_create", json=json, token="").json
            self._quote = (made["id"], made["secret"])
        return self._quote

    def waiting_quote(self) -> str:
        """A quote that was asked for and waits for a file, which nobody reads here."""
        file = self.made("files_create", query={"wait": "false"})
        line = {"service": self.ids["notarization"], "files": [file]}
        return self.made("quote_requests_create", json={"lines": [line], "branch": self.ids["brn"]})

    def card_payment(self) -> str:
        """A payment that awaits its verification."""
        json = {**self.value(CALLS["payments_create"].good.json), "method": self.ids["card"]}
        return self.made("payments_create", json=json)

    def credit(self) -> str:
        """A payment that nothing is allocated of."""
        json = {
            "method": self.ids["cash"],
            "amount": {"amount": "500.00", "currency": "UZS"},
            "customer": self.ids["cus"],
            "excess": "credit",
        }
        return self.made("payments_create", json=json)

    def entry(self, debit: str, credit: str) -> dict[str, Any]:
        """A journal entry's body."""
        lines = (("debit", "6999", debit), ("credit", "1010", credit))
        return {
            "description": "A correction",
            "legs": [
                {
                    "account": self.ids[f"account {code}"],
                    "side": side,
                    "amount": {"amount": amount, "currency": "UZS"},
                }
                for side, code, amount in lines
            ],
        }

    def yesterday(self) -> str:
        """As the API writes it."""
        return (clock.now() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def failed_delivery(self) -> str:
        """A delivery that may be sent again."""
        from backend.business.webhooks.models import WebhookDelivery

        WebhookDelivery.objects.filter(pk=decode("whd", self.ids["whd"])).update(
            state="failed", next_attempt_at=None
        )
        return self.ids["whd"]

    def proved_domain(self) -> str:
        """A domain whose proof was found: verifying it again changes nothing."""
        from backend.platform.tenants.models import Domain

        Domain.objects.filter(pk=decode("dom", self.ids["dom"])).update(verified_at=clock.now())
        return self.ids["dom"]

    def usable_backup(self) -> str:
        """A backup that was taken."""
        from backend.platform.backups.models import Backup

        Backup.objects.filter(pk=decode("bkp", self.ids["bkp"])).update(
            state="ok",
            finished_at=clock.now(),
            copies=[{"store": "local", "state": "ok", "error": ""}],
            artifacts=[{"name": "schema", "size": 1, "plain_size": 1, "sha256": "0" * 64}],
        )
        return self.ids["bkp"]

    # -- filling -----------------------------------------------------------------------------------

    def take_first(self, *stems: str) -> None:
        """Remembers the first row of some lists by the resource's prefix."""
        for stem in stems:
            row = self.good(f"{stem}_list").json["data"][0]
            resource = registered()[f"{stem}_list"][0]
            self.ids[resource.plural] = self.ids[resource.prefix] = row["id"]

    def fill(self) -> None:
        """A row of everything, through the API. For a tenant that `demo.fill` has filled."""
        from tests.contract.calls import machines

        ids = self.ids
        ids.update({row["code"]: row["id"] for row in self.good("services_list").json["data"]})
        ids.update({row["code"]: row["id"] for row in self.good("payment_methods_list").json["data"]})
        branches = {row["code"]: row["id"] for row in self.good("branches_list").json["data"]}
        ids["brn"], ids["other branch"] = branches["registon"], branches["siyob"]
        ids["cus"] = self.good("customers_list", query={"q": "Aziz"}).json["data"][0]["id"]
        ids["svc"] = ids["notarization"]
        ids["pme"] = ids["cash"]
        ids["key"], ids["oap"], ids["oag"] = (
            machines.own_key(self),
            machines.application(self),
            machines.held(self),
        )
        for stem in (
            "categories",
            "ledger_accounts",
            "products",
            "variants",
            "webhook_endpoints",
            "roles",
            "scope_sets",
            "holidays",
            "loyalty_promotions",
            "invitations",
            "privacy_requests",
            "consents",
            "legal_documents",
        ):
            resource = registered()[f"{stem}_create"][0]
            changed = {"json": {"options": {"size": "s"}}}
            if stem != "variants":
                changed["json"] = {**self.value(CALLS[f"{stem}_create"].good.json)}
            if stem == "holidays":
                changed["json"]["day"] = "2029-01-01"
            if stem == "categories":
                changed["json"]["code"] = "first"
            if stem == "loyalty_promotions":
                changed["json"]["code"] = "seeded"
            if stem == "ledger_accounts":
                changed["json"]["code"] = "6999"
            if stem == "variants":
                changed["json"].update(product=ids["products"], sku="SEEDED-S")
            elif stem == "products":
                changed["json"]["sku"] = "SEEDED"
            elif stem in ("roles", "scope_sets"):
                changed["json"]["code"] = "seeded"
            ids[resource.plural] = ids[resource.prefix] = self.made(f"{stem}_create", **changed)
        accounts_by_code = {
            row["code"]: row["id"]
            for row in self.good("ledger_accounts_list", query={"limit": "100"}).json["data"]
        }
        ids.update({f"account {code}": identity for code, identity in accounts_by_code.items()})
        ids["fil"] = self.made("files_create", data=pdf())
        ids["upl"] = self.made("uploads_create")
        ids["quo"] = self.made("quotes_create")
        order = self.made(
            "orders_create", json={"quote": ids["quo"], "customer": ids["cus"], "files": [ids["fil"]]}
        )
        ids["ord"] = order
        total = self.good("orders_retrieve").json["total"]
        ids["pay"] = self.made(
            "payments_create",
            json={
                "method": ids["cash"],
                "amount": total,
                "customer": ids["cus"],
                "allocations": [{"order": order}],
            },
        )
        with sample.bound("contract.broken", _broken, attempts=1):
            sample.say()
            relay.run()
        for move in ("start", "mark_ready", "complete"):
            self.good("orders_transition", id=order, json={"transition": move})
        relay.run()
        self.good("orders_add_note", id=order)
        ids["red"] = self.made("loyalty_redemptions_create")
        ids["alr"] = seeds.alert()
        seeds.logged()
        relay.run()
        self.take_first(
            "users",
            "me_sessions",
            "audit_log",
            "events",
            "dead_letters",
            "document_types",
            "languages",
            "language_pairs",
            "price_rules",
            "tax_rates",
            "receivables",
            "loyalty_lots",
            "loyalty_rules",
            "journal_entries",
            "workflows",
            "webhook_deliveries",
        )
        ids["brn"] = ids["branches"] = branches["registon"]

    def fill_platform(self, tenant: TenantInfo) -> None:
        """The operator's rows; in a transaction that is rolled back."""
        self.ids["ten"], self.ids["slug"] = encode("ten", tenant.id), tenant.slug
        with tenant_context(tenant):
            someone = accounts.user_by_email("owner@samarkand.example")
        assert someone is not None
        self.ids["someone"] = encode("usr", someone.id)
        self.ids["usr"] = self.made(
            "platform_users_create", json={"name": "Seeded", "email": "s@contract.example"}
        )
        self.ids["rol"] = self.made(
            "platform_roles_create", json={**CALLS["platform_roles_create"].good.json, "code": "seeded"}
        )
        self.ids["inv"] = self.made("platform_invitations_create")
        self.ids["imp"] = self.made("platform_impersonations_create")
        self.ids["alr"] = seeds.alert()
        seeds.logged()
        self.take_first("platform_audit_log")
        self.ids["pln"] = self.made(
            "platform_plans_create", json={"code": "seeded", "name": {"en": "Seeded"}, "limits": {}}
        )
        self.ids["dom"] = self.made(
            "platform_domains_create", json={"tenant": self.ids["ten"], "domain": "seeded.example"}
        )
        backup = self.good("platform_backups_create").json["data"][0]["id"]
        self.ids["bkp"] = backup
        self.usable_backup()
        self.ids["rst"] = self.made("platform_backups_restore", id=backup)


def _broken(_event: Any) -> None:
    raise RuntimeError("the printer is on fire")


def made_centre() -> World:
    """A filled centre in a schema of its own; `drop` it afterwards."""
    from backend.platform.tenants.services import provision_tenant

    facts = {"name": "Centre", "country": "UZ", "currency": "UZS", "timezone": "Asia/Samarkand"}
    info = provision_tenant(
        slug=f"centre-{uuid.uuid4().hex[:8]}", pack="translation", languages=("en", "uz", "ru"), **facts
    ).info()
    with tenant_context(info):
        fill(info, reading.load("translation", "demo"), accounts.hash_password(SECRET), "s" * 43)
        relay.run()
        world = World(info, "", "owner@samarkand.example")
        world.token = world.good("auth_sign_in").json["access_token"]
        world.fill()
    return world


def sha256(data: bytes = BYTES) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()
