"""Signing in at an OpenID Connect provider, honest and not."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from backend.core.accounts import facade, policy
from backend.core.accounts.models import Identity, SecurityPolicy, Session, User
from backend.core.accounts.types import RoleSpec
from backend.kernel import clock
from backend.kernel.ids import encode
from tests.core.test_accounts_api import person
from tests.support.oidc import CLIENT, REDIRECT, SECRET, FakeProvider


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with FakeProvider().running() as running:
        yield running


@pytest.fixture
def owner(api: Any, tenant: Any) -> Any:
    roles = facade.seed_roles(
        [
            RoleSpec("owner", {"en": "Owner"}, ("*",)),
            RoleSpec("customer", {"en": "Customer"}, ("orders.order.view",)),
        ]
    )
    user = person(roles["owner"])
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    client.user = user
    return client


@pytest.fixture
def configure(owner: Any, provider: FakeProvider) -> Any:
    def change(**more: Any) -> Any:
        row = {
            "code": "work",
            "label": "Work account",
            "issuer": provider.issuer,
            "client_id": CLIENT,
            "client_secret": SECRET,
            "redirect_uris": [REDIRECT],
            **more,
        }
        reply = owner.patch("/security/policy", json={"oidc": [row]})
        assert reply.status == 200, reply
        policy.forget()
        return reply

    return change


def begin(api: Any) -> dict[str, Any]:
    reply = api.post("/auth/oidc/start", json={"provider": "work", "redirect_uri": REDIRECT})
    assert reply.status == 200, reply
    return reply.json


def sign_in(api: Any, provider: FakeProvider, **claims: Any) -> Any:
    began = begin(api)
    back = provider.visit(began["authorization_url"], **claims)
    return api.post("/auth/oidc/finish", json={**back, "binding": began["binding"]})


def linked(user: Any, provider: FakeProvider, subject: str = "subject-1") -> None:
    Identity.objects.create(user_id=user.id, issuer=provider.issuer, subject=subject)


def test_a_linked_user_signs_in(api: Any, owner: Any, provider: FakeProvider, configure: Any) -> None:
    shown = configure().json["oidc"][0]
    assert (shown["secret_kept"], "client_secret" in shown) == (True, False)
    assert SECRET not in repr(SecurityPolicy.objects.get().rules)
    assert api.get("/auth/oidc/providers").json["data"] == [{"code": "work", "label": "Work account"}]
    linked(owner.user, provider)
    reply = sign_in(api, provider)
    assert reply.status == 201, reply
    assert reply.json["user"] == encode("usr", owner.user.id)
    assert Session.objects.filter(user_id=owner.user.id, method="oidc").count() == 1
    # The metadata and the keys are asked once.
    assert sign_in(api, provider).status == 201
    assert provider.calls.count("/keys") == 1


def test_a_secret_that_is_left_out_stays(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    configure()
    linked(owner.user, provider)
    row = owner.get("/security/policy").json["oidc"][0]
    changed = {name: value for name, value in row.items() if name != "secret_kept"}
    reply = owner.patch("/security/policy", json={"oidc": [{**changed, "label": "Renamed"}]})
    assert reply.json["oidc"][0]["secret_kept"] is True
    policy.forget()
    assert sign_in(api, provider).status == 201


@pytest.mark.parametrize("change", [{"issuer": "https://evil.example.com"}, {"client_id": "another"}])
def test_a_secret_does_not_go_to_another_issuer_or_client(
    owner: Any, provider: FakeProvider, configure: Any, change: dict[str, str]
) -> None:
    configure()
    row = owner.get("/security/policy").json["oidc"][0]
    kept = {name: value for name, value in row.items() if name != "secret_kept"}
    refused = owner.patch("/security/policy", json={"oidc": [{**kept, **change}]})
    assert [(one["pointer"], one["code"]) for one in refused.json["errors"]] == [
        ("/oidc/0/client_secret", "secret_needed")
    ]
    again = owner.patch("/security/policy", json={"oidc": [{**kept, **change, "client_secret": "new one"}]})
    assert (again.status, again.json["oidc"][0]["secret_kept"]) == (200, True)


def test_domains_are_read_in_any_case(api: Any, owner: Any, provider: FakeProvider, configure: Any) -> None:
    shown = configure(link_by_email=True, domains=["Example.COM"]).json["oidc"][0]
    assert shown["domains"] == ["example.com"]
    claims = {"email": owner.user.email.upper(), "email_verified": True}
    assert sign_in(api, provider, **claims).json["user"] == encode("usr", owner.user.id)


LIES: dict[str, tuple[dict[str, Any], str]] = {
    "another nonce": ({"nonce": "of another sign-in"}, "nonce"),
    "no nonce": ({"nonce": None}, "nonce"),
    "another audience": ({"aud": "somebody-else"}, "aud"),
    "many audiences without azp": ({"aud": [CLIENT, "other"]}, "azp"),
    "another azp": ({"azp": "other"}, "azp"),
    "another issuer": ({"iss": "https://evil.example.com"}, "iss"),
    "no subject": ({"sub": None}, "signature"),
    "a subject that is no text": ({"sub": ""}, "sub"),
    "expired": ({"exp": 1_000_000_000}, "exp"),
    "of the future": ({"iat": 4_000_000_000, "exp": 4_000_000_300}, "iat"),
    "a wrong at_hash": ({"at_hash": "AAAA"}, "at_hash"),
}


@pytest.mark.parametrize("lie", LIES)
def test_claims_that_do_not_fit_are_refused(
    api: Any, owner: Any, provider: FakeProvider, configure: Any, lie: str
) -> None:
    configure()
    linked(owner.user, provider)
    claims, reason = LIES[lie]
    sessions = Session.objects.count()
    reply = sign_in(api, provider, **claims)
    assert (reply.status, reply.code) == (409, "oidc_refused"), reply
    assert f": {reason}." in reply.json["detail"]
    assert Session.objects.count() == sessions


def test_an_honest_at_hash_and_azp_are_taken(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    configure()
    linked(owner.user, provider)
    digest = hashlib.sha256(provider.access_token.encode()).digest()[:16]
    half = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert sign_in(api, provider, at_hash=half, azp=CLIENT, aud=[CLIENT, "other"]).status == 201


@pytest.mark.parametrize(
    ("header", "key", "reason"),
    [
        ({"alg": "none"}, None, "alg"),
        ({"alg": "HS256"}, SECRET, "alg"),
        ({"alg": "HS256"}, "public key", "alg"),
        ({}, "stranger", "signature"),
        ({"kid": "unknown"}, None, "kid"),
    ],
    ids=["none", "secret", "confusion", "stranger", "kid"],
)
def test_signatures_that_prove_nothing_are_refused(
    api: Any,
    owner: Any,
    provider: FakeProvider,
    configure: Any,
    header: dict[str, Any],
    key: Any,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configure()
    linked(owner.user, provider)
    if key == "public key":
        # The library refuses to sign with a PEM; whoever attacks does not use it.
        monkeypatch.setattr("jwt.algorithms.is_pem_format", lambda _key: False)
        key = provider.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    if key == "stranger":
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    provider.header, provider.sign_with = header, key
    reply = sign_in(api, provider)
    assert (reply.code, f": {reason}." in reply.json["detail"]) == ("oidc_refused", True), reply


def test_a_rotated_key_is_found(api: Any, owner: Any, provider: FakeProvider, configure: Any) -> None:
    configure()
    linked(owner.user, provider)
    assert sign_in(api, provider).status == 201
    provider.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    provider.kid = "second"
    assert sign_in(api, provider).status == 201
    assert provider.calls.count("/keys") == 2


def test_code_and_state_are_good_once_and_in_one_browser(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    configure()
    linked(owner.user, provider)
    began, other = begin(api), begin(api)
    back = provider.visit(began["authorization_url"])
    stolen = api.post("/auth/oidc/finish", json={**back, "binding": other["binding"]})
    assert stolen.code == "oidc_state_invalid"
    good = {**back, "binding": began["binding"]}
    assert api.post("/auth/oidc/finish", json=good).status == 201
    again = api.post("/auth/oidc/finish", json=good)
    assert again.code == "oidc_state_invalid"
    forged = api.post("/auth/oidc/finish", json={**good, "state": "x.y.z"})
    assert forged.code == "oidc_state_invalid"
    # The code of one sign-in with the state of another: the provider refuses the verifier.
    third, fourth = begin(api), begin(api)
    mixed = provider.visit(third["authorization_url"])
    reply = api.post(
        "/auth/oidc/finish", json={**mixed, "state": fourth["state"], "binding": fourth["binding"]}
    )
    assert reply.code == "oidc_refused"


def test_a_state_ends_and_is_not_another_business_s(
    api: Any, owner: Any, provider: FakeProvider, configure: Any, api_for: Any, other_tenant: Any
) -> None:
    from datetime import timedelta

    configure()
    linked(owner.user, provider)
    began = begin(api)
    back = provider.visit(began["authorization_url"])
    body = {**back, "binding": began["binding"]}
    assert api_for(other_tenant).post("/auth/oidc/finish", json=body).code == "oidc_state_invalid"
    later = clock.now() + timedelta(minutes=11)
    with clock.use(lambda: later):
        assert api.post("/auth/oidc/finish", json=body).code == "oidc_state_invalid"


def test_strangers_are_refused_or_become_customers_as_the_rules_say(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    known = {"email": "nodira@example.com", "email_verified": True, "name": "Nodira"}
    configure()
    assert sign_in(api, provider, **known).code == "oidc_no_user"
    configure(creates="customer", domains=["example.com"])
    assert sign_in(api, provider, email="x@other.com", email_verified=True).code == "oidc_no_user"
    assert sign_in(api, provider, email="nodira@example.com", email_verified=False).code == "oidc_no_user"
    assert sign_in(api, provider, email="nodira@example.com", email_verified="true").code == "oidc_no_user"
    assert not User.objects.filter(kind="customer").exists()
    made = sign_in(api, provider, **known)
    assert made.status == 201, made
    me = api.get("/me", token=made.json["access_token"]).json
    assert (me["kind"], me["name"], me["grants"][0]["customers"]) == ("customer", "Nodira", [me["customer"]])
    again = sign_in(api, provider, email="changed@example.com", email_verified=True)
    assert again.json["user"] == made.json["user"]
    assert User.objects.filter(kind="customer").count() == 1


def test_an_address_finds_its_user_only_where_the_rules_say(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    claims = {"email": owner.user.email.upper(), "email_verified": True}
    configure(creates="customer")
    # A customer would take the owner's address: refused, and nobody is made.
    assert sign_in(api, provider, **claims).code == "oidc_no_user"
    configure(link_by_email=True)
    reply = sign_in(api, provider, **claims)
    assert reply.json["user"] == encode("usr", owner.user.id)
    assert Identity.objects.get().user_id == owner.user.id


def test_links_are_made_and_cut_by_their_user(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    configure()
    other = api.signed_in(facade.issue_session_for(person().id).access_token)

    def link(client: Any) -> Any:
        began = begin(api)
        back = provider.visit(began["authorization_url"])
        return client.post("/me/identities", json={**back, "binding": began["binding"]})

    made = link(owner)
    assert made.status == 201, made
    assert link(other).code == "oidc_taken"
    assert [row["id"] for row in owner.get("/me/identities").json["data"]] == [made.json["id"]]
    assert other.get("/me/identities").json["data"] == []
    assert other.delete(f"/me/identities/{made.json['id']}").status == 404
    assert owner.delete(f"/me/identities/{made.json['id']}").status == 204
    assert sign_in(api, provider).code == "oidc_no_user"


def test_a_provider_that_fails_is_no_failure_of_ours(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    configure()
    provider.down = True
    down = api.post("/auth/oidc/start", json={"provider": "work", "redirect_uri": REDIRECT})
    assert (down.status, down.code) == (503, "oidc_unavailable")
    provider.down = False
    provider.issuer_told = "https://evil.example.com"
    lying = api.post("/auth/oidc/start", json={"provider": "work", "redirect_uri": REDIRECT})
    assert lying.code == "oidc_refused"
    unknown = api.post("/auth/oidc/start", json={"provider": "home", "redirect_uri": REDIRECT})
    assert unknown.code == "oidc_provider_unknown"
    elsewhere = api.post("/auth/oidc/start", json={"provider": "work", "redirect_uri": REDIRECT + "/x"})
    assert elsewhere.code == "oidc_redirect_unknown"


def test_inner_addresses_are_no_issuers(owner: Any, settings: Any) -> None:
    settings.ALLOW_LOOPBACK_WEBHOOKS = False
    for issuer in ("http://127.0.0.1:1", "https://169.254.169.254", "https://localhost", "https://10.0.0.1"):
        reply = owner.patch(
            "/security/policy",
            json={
                "oidc": [
                    {
                        "code": "x",
                        "label": "X",
                        "issuer": issuer,
                        "client_id": "x",
                        "redirect_uris": [REDIRECT],
                    }
                ]
            },
        )
        assert [error["pointer"] for error in reply.json["errors"]] == ["/oidc/0/issuer"], reply


def test_somebody_with_a_second_factor_is_asked_for_it(
    api: Any, owner: Any, provider: FakeProvider, configure: Any
) -> None:
    configure()
    linked(owner.user, provider)
    User.objects.filter(pk=owner.user.id).update(
        second_factors={"totp": {"secret": "x", "confirmed_at": "2026-01-01T00:00:00Z", "last_step": 0}}
    )
    reply = sign_in(api, provider)
    assert (reply.status, reply.code) == (403, "second_factor_required")
