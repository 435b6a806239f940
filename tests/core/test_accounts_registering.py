"""Registering, and one's own mailbox: only who reads it and chooses the password there gets the account."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from backend.business.customers.contacts import key_of
from backend.business.customers.models import Customer
from backend.core.accounts import facade, links, tasks
from backend.core.accounts.models import Mail, SecurityPolicy, User
from backend.core.accounts.policy import forget
from backend.core.accounts.services import registering
from backend.kernel import clock, tenancy
from backend.kernel.errors import DomainError
from backend.kernel.ids import decode, encode
from tests.core.test_accounts_api import PASSWORD, person
from tests.core.test_accounts_people import (
    NEW,
    ROLES,
    can_sign_in,
    delivered,
    roles,
    signed_in,
    token_in,
)

__all__ = ["roles", "signed_in"]


@pytest.fixture
def victim() -> str:
    """An address of this test alone: askings are counted by address."""
    return f"v{uuid.uuid4().hex}@example.com"


@pytest.fixture
def open_registration(signed_in: Any, commits: Any) -> Any:
    owner = signed_in("owner")
    with commits():
        assert owner.patch("/security/policy", json={"registration": {"open": True}}).status == 200
    return owner


def register(api: Any, email: str, **more: Any) -> Any:
    return api.post("/auth/registrations", json={"email": email, **more})


def opened(api: Any, token: str, password: str = PASSWORD, **more: Any) -> Any:
    return api.post(
        "/auth/registrations/confirm",
        json={"token": token, "name": "Nodira", "password": password, **more},
    )


def whoami(api: Any, email: str, password: str) -> Any:
    signed = api.post("/auth/tokens", json={"email": email, "password": password})
    assert signed.status == 201, signed.body
    return api.get("/me", token=signed.json["access_token"]).json


def test_nobody_registers_where_it_is_closed(api: Any, victim: str, roles: Any) -> None:
    assert register(api, victim).code == "registration_closed"
    assert not Mail.objects.exists()


def test_a_stranger_registers_and_becomes_a_customer(api: Any, victim: str, open_registration: Any) -> None:
    # The language of the request is the user's, unless another is named.
    asked = api.post("/auth/registrations", json={"email": victim}, headers={"Accept-Language": "fa"})
    assert asked.status == 202
    # Nothing is kept of it but the mail: no user who could be in anybody's way.
    assert not User.objects.filter(email=victim).exists()
    (message,) = delivered()
    assert 'dir="rtl"' in message.alternatives[0][0]
    token = token_in(message)
    assert opened(api, token, "tiny").json["errors"][0]["code"] == "password_too_short"
    done = opened(api, token)
    assert done.status == 204, done.body
    assert opened(api, token, NEW).code == "auth_link_invalid"
    me = whoami(api, victim, PASSWORD)
    assert (me["kind"], me["name"], me["locale"]) == ("customer", "Nodira", "fa")
    assert me["grants"][0]["customers"] == [me["customer"]]
    assert me["email_verified_at"] is not None


@pytest.mark.parametrize("used", [0, 1])
def test_of_two_registrants_only_the_mailbox_decides(
    api: Any, victim: str, open_registration: Any, used: int
) -> None:
    """A stranger registers the same address before or after: whichever mail is used, the reader chose the password."""
    register(api, victim)
    register(api, victim)
    tokens = [token_in(message) for message in delivered()]
    assert len(tokens) == 2
    assert opened(api, tokens[used]).status == 204
    # The other mail neither changes the password nor opens a second account.
    other = opened(api, tokens[1 - used], NEW)
    assert (other.status, other.code) == (409, "email_taken")
    assert (can_sign_in(api, victim, PASSWORD), can_sign_in(api, victim, NEW)) == (True, False)
    assert User.objects.filter(email=victim).count() == 1


def test_a_registration_takes_no_words_of_a_stranger(api: Any, victim: str, open_registration: Any) -> None:
    """Neither a password that would open the account, nor a text that the mail would carry to anybody."""
    for extra in ({"password": NEW}, {"name": "Buy at http://spam.example now"}):
        assert register(api, victim, **extra).status == 400
    assert delivered() == []


def test_a_customer_is_handed_to_its_mailbox_alone(api: Any, victim: str, open_registration: Any) -> None:
    """A stranger registers the address of a customer who never did: the mail's reader opens it, with her password."""
    made = open_registration.post("/customers", json={"kind": "individual", "name": "Zulfiya"})
    assert made.status == 201, made.body
    contact = {"kind": "email", "value": victim, "verified": True}
    Customer.objects.filter(pk=decode("cus", made.json["id"])).update(
        contacts=[contact], contact_keys=[key_of(contact)]
    )
    register(api, victim)
    assert opened(api, token_in(delivered()[0])).status == 204
    assert whoami(api, victim, PASSWORD)["customer"] == made.json["id"]


def test_registering_does_not_tell_who_exists(api: Any, signed_in: Any, open_registration: Any) -> None:
    clerk = signed_in("clerk")
    known, unknown = register(api, clerk.user.email), register(api, "new@example.com")
    assert (known.status, known.body) == (unknown.status, unknown.body) == (202, b"")
    told = {message.to[0]: message.subject for message in delivered()}
    assert told == {
        clerk.user.email: "You already have an account at Alpha",
        "new@example.com": "Open your account at Alpha",
    }
    assert can_sign_in(api, clerk.user.email, PASSWORD)


@pytest.mark.parametrize("how", ["closed", "expired", "other purpose", "invited meanwhile"])
def test_a_registration_that_is_not_good_opens_nothing(
    api: Any, victim: str, open_registration: Any, commits: Any, how: str
) -> None:
    register(api, victim)
    token = token_in(delivered()[0])
    at, code = clock.now(), "auth_link_invalid"
    if how == "closed":
        code = "registration_closed"
        with commits():
            open_registration.patch("/security/policy", json={"registration": {"open": False}})
    elif how == "expired":
        at += timedelta(days=3, seconds=1)
    elif how == "other purpose":
        token = links.for_reset(tenancy.current(), open_registration.user)
    else:
        code = "email_taken"
        person(email=victim)
    with clock.use(lambda: at):
        reply = opened(api, token, NEW)
    assert reply.code == code
    assert not can_sign_in(api, victim, NEW)


def test_what_an_earlier_release_left_unproved_is_in_nobodys_way(
    api: Any, victim: str, open_registration: Any, commits: Any
) -> None:
    def left(email: str) -> User:
        return User.objects.create(
            kind="customer", status="invited", name="Squatter", email=email, password="!"
        )

    row = left(victim)
    path = f"/users/{encode('usr', row.pk)}"
    for status in ("active", "suspended"):
        refused = open_registration.patch(path, json={"status": status})
        assert (refused.status, refused.code) == (409, "user_not_active")
    assert open_registration.post("/users", json={"name": "Vera", "email": victim}).status == 201
    left("other@example.com")
    register(api, "other@example.com")
    assert opened(api, token_in(delivered()[-1])).status == 204
    left("third@example.com")
    tasks.prune()
    assert not User.objects.filter(status="invited").exists()


def test_twenty_use_one_registration(live_tenant: Any, run_parallel: Any) -> None:
    with tenancy.tenant_context(live_tenant):
        facade.seed_roles(ROLES)
        sent = Mail.objects.create(kind="registration", address="one-registers@example.com")
        token = links.for_registration(tenancy.current(), sent)
        SecurityPolicy.objects.update_or_create(defaults={"rules": {"registration": {"open": True}}})
        forget()

    def use(_index: int) -> str:
        with tenancy.tenant_context(live_tenant):
            try:
                registering.confirm_registration(token=token, name="One", password=PASSWORD)
            except DomainError as error:
                return error.code
            return "opened"

    outcomes = run_parallel(use, 8)
    assert sorted(outcomes) == [*["auth_link_invalid"] * 7, "opened"]
    with tenancy.tenant_context(live_tenant):
        assert User.objects.filter(email="one-registers@example.com").count() == 1


# -- one's own mailbox ------------------------------------------------------------------------------------


def test_a_customer_moves_to_another_mailbox(api: Any, signed_in: Any) -> None:
    client = signed_in("customer", kind="customer")
    before, after = client.user.email, "moved@example.com"
    wrong = client.post("/me/email", json={"email": after, "password": "not it"})
    assert (wrong.status, wrong.code) == (409, "password_wrong")
    # Without the password only a second factor would do that was verified just now.
    assert client.post("/me/email", json={"email": after}).code == "password_required"
    asked = client.post("/me/email", json={"email": after, "password": PASSWORD})
    assert (asked.status, asked.body) == (202, b""), asked.body
    assert client.get("/me").json["email"] == before
    (message,) = delivered()
    assert message.to == [after]
    assert client.user.name not in message.body
    token = token_in(message)
    # The reader of the mailbox alone can do nothing with it, and neither can another user.
    assert api.post("/me/email/confirm", json={"token": token}).status == 401
    assert signed_in("owner").post("/me/email/confirm", json={"token": token}).code == "auth_link_invalid"
    done = client.post("/me/email/confirm", json={"token": token})
    assert done.status == 204, done.body
    me = client.get("/me").json
    assert (me["email"], me["email_verified_at"] is not None) == (after, True)
    (told,) = delivered()
    assert (told.to, told.subject) == ([before], "Your e-mail address at Alpha was changed")
    assert client.post("/me/email/confirm", json={"token": token}).code == "auth_link_invalid"
    assert (can_sign_in(api, before, PASSWORD), can_sign_in(api, after, PASSWORD)) == (False, True)


def test_moving_does_not_tell_who_exists(signed_in: Any) -> None:
    client, other = signed_in("customer", kind="customer"), signed_in("clerk")
    asked = client.post("/me/email", json={"email": other.user.email, "password": PASSWORD})
    assert (asked.status, asked.body) == (202, b"")
    (message,) = delivered()
    assert message.to == [other.user.email]
    assert "token=" not in message.body


@pytest.mark.parametrize("how", ["password changed", "address taken", "moved already"])
def test_a_move_that_is_not_good_any_more_changes_nothing(signed_in: Any, how: str) -> None:
    client = signed_in("customer", kind="customer")
    user = User.objects.get(pk=client.user.id)
    token = links.for_address(tenancy.current(), user, "moved@example.com")
    code = "auth_link_invalid"
    if how == "password changed":
        assert (
            client.post("/me/password", json={"current_password": PASSWORD, "new_password": NEW}).status
            == 204
        )
    elif how == "address taken":
        person(email="moved@example.com")
        code = "email_taken"
    else:
        elsewhere = links.for_address(tenancy.current(), user, "elsewhere@example.com")
        assert client.post("/me/email/confirm", json={"token": elsewhere}).status == 204
    assert client.post("/me/email/confirm", json={"token": token}).code == code
    assert User.objects.get(pk=user.pk).email != "moved@example.com"


def test_the_own_address_is_proved_by_who_is_signed_in(api: Any, signed_in: Any) -> None:
    client = signed_in("customer", kind="customer")
    assert client.post("/me/email-verification").status == 202
    (message,) = delivered()
    assert client.post("/me/email/confirm", json={"token": token_in(message)}).status == 204
    assert client.get("/me").json["email_verified_at"] is not None
    # Nobody is told of a move: there was none. A proved address is not proved again.
    assert client.post("/me/email-verification").status == 202
    assert delivered() == []
