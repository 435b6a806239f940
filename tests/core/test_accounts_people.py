"""Registering, invitations, passwords, mailboxes, preferences and deletion, over HTTP and by mail."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail

from backend.core.accounts import facade, links, mails, seats
from backend.core.accounts.models import Assignment, Invitation, Mail, Session, User
from backend.core.accounts.services import invitations, users
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock, limits, tenancy
from backend.kernel.errors import DomainError
from backend.kernel.ids import decode, encode
from backend.kernel.limits import LimitReached
from tests.core.test_accounts_api import PASSWORD, person

NEW = "an entirely different phrase"
ROLES = [
    RoleSpec("owner", {"en": "Owner"}, ("*",)),
    RoleSpec("clerk", {"en": "Clerk"}, ("orders.order.view", "customers.customer.view")),
    RoleSpec("hr", {"en": "HR"}, ("accounts.*", "orders.order.view")),
    RoleSpec("customer", {"en": "Customer"}, ("orders.order.view",)),
    RoleSpec("agency", {"en": "Agency"}, ("accounts.invitation.manage", "orders.order.view")),
    RoleSpec(
        "agency_admin",
        {"en": "Agency administrator"},
        (
            "accounts.invitation.manage",
            "accounts.user.view",
            "accounts.user.manage",
            "accounts.session.view",
            "accounts.session.revoke",
        ),
        parent="customer",
    ),
]


@pytest.fixture
def roles(tenant: Any) -> dict[str, uuid.UUID]:
    return facade.seed_roles(ROLES)


@pytest.fixture
def signed_in(api: Any, roles: dict[str, uuid.UUID]) -> Any:
    def make(code: str, **fields: Any) -> Any:
        user = person(roles[code], **fields)
        client = api.signed_in(facade.issue_session_for(user.id).access_token)
        client.user = user
        return client

    return make


def delivered() -> list[Any]:
    """Sends what is queued, and returns the mails of this call."""
    before = len(mail.outbox)
    mails.send_due()
    return mail.outbox[before:]


def token_in(message: Any) -> str:
    found = re.search(r"token=(\S+)", message.body)
    assert found is not None, message.body
    return found[1]


def can_sign_in(api: Any, email: str, password: str) -> bool:
    return api.post("/auth/tokens", json={"email": email, "password": password}).status == 201


# -- passwords --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("ninechars", "password_too_short"),
        ("1234567890", "password_too_common"),
        ("Ada Lovelace", "password_too_similar"),
        ("correct horse battery", None),
    ],
)
def test_the_rules_of_passwords(signed_in: Any, password: str, code: str | None) -> None:
    owner = signed_in("owner")
    reply = owner.post(
        "/users", json={"name": "Ada Lovelace", "email": "lovelace@example.com", "password": password}
    )
    if code is None:
        assert reply.status == 201
    else:
        assert (reply.status, [e["code"] for e in reply.json["errors"]]) == (409, [code])
        assert not User.objects.filter(email="lovelace@example.com").exists()


def test_a_password_is_changed_with_the_current_one_and_ends_other_sessions(
    api: Any, signed_in: Any, roles: dict[str, uuid.UUID]
) -> None:
    clerk = signed_in("clerk")
    other = api.signed_in(facade.issue_session_for(clerk.user.id).access_token)
    wrong = clerk.post("/me/password", json={"current_password": "not it", "new_password": NEW})
    assert (wrong.status, wrong.code) == (409, "password_wrong")
    assert can_sign_in(api, clerk.user.email, PASSWORD)
    assert (
        clerk.post("/me/password", json={"current_password": PASSWORD, "new_password": "tiny"}).json[
            "errors"
        ][0]["code"]
        == "password_too_short"
    )
    done = clerk.post("/me/password", json={"current_password": PASSWORD, "new_password": NEW})
    assert done.status == 204, done.body
    assert clerk.get("/me").status == 200
    assert other.get("/me").code == "session_ended"
    assert (can_sign_in(api, clerk.user.email, PASSWORD), can_sign_in(api, clerk.user.email, NEW)) == (
        False,
        True,
    )
    (told,) = delivered()
    assert (told.to, told.subject) == ([clerk.user.email], "Your password at Alpha was changed")


def test_earlier_passwords_do_not_come_back(signed_in: Any, commits: Any) -> None:
    owner = signed_in("owner")
    with commits():
        owner.patch("/security/policy", json={"password": {"history": 2}})
    words = [PASSWORD, "the second phrase", "the third phrase", "the fourth phrase"]
    for current, new in pairwise(words):
        assert (
            owner.post("/me/password", json={"current_password": current, "new_password": new}).status == 204
        )
    back = owner.post("/me/password", json={"current_password": words[3], "new_password": words[2]})
    assert back.json["errors"][0]["code"] == "password_used_before"
    assert (
        owner.post("/me/password", json={"current_password": words[3], "new_password": PASSWORD}).status
        == 204
    )


def test_a_forgotten_password_is_reset_by_mail_once(api: Any, signed_in: Any) -> None:
    clerk = signed_in("clerk", locale="ru")
    for email in (clerk.user.email, "nobody@example.com"):
        asked = api.post("/auth/password-resets", json={"email": email})
        assert (asked.status, asked.body) == (202, b"")
    (message,) = delivered()
    assert message.to == [clerk.user.email]
    token = token_in(message)
    assert (
        api.post("/auth/password-resets/confirm", json={"token": token, "new_password": "123"}).json[
            "errors"
        ][0]["code"]
        == "password_too_short"
    )
    done = api.post("/auth/password-resets/confirm", json={"token": token, "new_password": NEW})
    assert done.status == 204, done.body
    assert clerk.get("/me").code == "session_ended"
    assert can_sign_in(api, clerk.user.email, NEW)
    again = api.post("/auth/password-resets/confirm", json={"token": token, "new_password": NEW + "!"})
    assert again.code == "auth_link_invalid"
    assert User.objects.get(pk=clerk.user.id).email_verified_at is not None


def test_asking_for_a_reset_costs_the_same_for_any_address(api: Any, signed_in: Any, queries: Any) -> None:
    clerk = signed_in("clerk")
    counts = []
    for email in (clerk.user.email, "nobody@example.com"):
        with queries() as seen:
            assert api.post("/auth/password-resets", json={"email": email}).status == 202
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "how", ["altered", "expired", "foreign", "other purpose", "address changed", "suspended"]
)
def test_a_link_that_is_not_good_changes_nothing(
    api: Any, signed_in: Any, other_tenant: Any, how: str
) -> None:
    clerk = signed_in("clerk")
    user = User.objects.get(pk=clerk.user.id)
    tenant = tenancy.current()
    token = links.for_reset(tenant, user)
    if how == "altered":
        head, body, signature = token.split(".")
        token = f"{head}.{body[:-2]}AA.{signature}"
    elif how == "expired":
        token = links.for_reset(tenant, user, clock.now() - timedelta(hours=2))
    elif how == "foreign":
        token = links.for_reset(other_tenant, user)
    elif how == "other purpose":
        token = links.for_address(tenant, user, user.email)
    elif how == "address changed":
        User.objects.filter(pk=user.pk).update(email="other@example.com")
    else:
        User.objects.filter(pk=user.pk).update(status="suspended")
    reply = api.post("/auth/password-resets/confirm", json={"token": token, "new_password": NEW})
    assert (reply.status, reply.code) == (409, "auth_link_invalid")
    assert User.objects.get(pk=user.pk).password == user.password


def test_staff_sends_a_reset_and_never_sees_a_password(signed_in: Any) -> None:
    hr, clerk = signed_in("hr"), signed_in("clerk")
    sent = hr.post(f"/users/{encode('usr', clerk.user.id)}/password-reset")
    assert (sent.status, sent.body) == (202, b"")
    assert [message.to for message in delivered()] == [[clerk.user.email]]
    assert clerk.post(f"/users/{encode('usr', hr.user.id)}/password-reset").status == 403
    assert delivered() == []


# -- invitations ------------------------------------------------------------------------------------------


def invite(client: Any, role: uuid.UUID, email: str = "invited@example.com", **more: Any) -> Any:
    return client.post(
        "/invitations",
        json={
            "email": email,
            "name": "Ilya",
            "assignments": [{"role": encode("rol", role), **more.pop("assignment", {})}],
            **more,
        },
    )


def test_an_invitation_makes_a_user_once(api: Any, signed_in: Any, roles: dict[str, uuid.UUID]) -> None:
    hr = signed_in("owner")
    made = invite(hr, roles["clerk"])
    assert made.status == 201, made.body
    assert (made.json["state"], made.json["kind"]) == ("open", "staff")
    assert "token" not in made.body.decode()
    (message,) = delivered()
    token = token_in(message)
    assert api.post("/invitations/show", json={"token": token}).json["email"] == "invited@example.com"
    accepted = api.post("/invitations/accept", json={"token": token, "password": PASSWORD, "name": "Ilya R."})
    assert accepted.status == 201, accepted.body
    me = api.get("/me", token=accepted.json["access_token"]).json
    assert (me["name"], [a["role_code"] for a in me["assignments"]]) == ("Ilya R.", ["clerk"])
    again = api.post("/invitations/accept", json={"token": token, "password": PASSWORD})
    assert (again.status, again.code) == (409, "invitation_ended")
    assert hr.get(f"/invitations/{made.json['id']}").json["state"] == "accepted"
    assert User.objects.filter(email="invited@example.com").count() == 1


def test_a_new_link_voids_the_old_and_a_revoked_one_is_void(
    api: Any, signed_in: Any, roles: dict[str, uuid.UUID]
) -> None:
    owner = signed_in("owner")
    made = invite(owner, roles["clerk"]).json
    first = token_in(delivered()[0])
    assert owner.post(f"/invitations/{made['id']}/resend").status == 200
    second = token_in(delivered()[0])
    body = {"password": PASSWORD}
    assert api.post("/invitations/accept", json={"token": first, **body}).code == "auth_link_invalid"
    assert owner.post(f"/invitations/{made['id']}/revoke").json["state"] == "revoked"
    assert api.post("/invitations/accept", json={"token": second, **body}).code == "invitation_ended"
    assert owner.post(f"/invitations/{made['id']}/revoke").code == "invitation_ended"
    assert not User.objects.filter(email="invited@example.com").exists()


def test_an_expired_invitation_is_void(api: Any, signed_in: Any, roles: dict[str, uuid.UUID]) -> None:
    invite(signed_in("owner"), roles["clerk"])
    token = token_in(delivered()[0])
    later = clock.now() + timedelta(days=8)
    with clock.use(lambda: later):
        reply = api.post("/invitations/accept", json={"token": token, "password": PASSWORD})
    assert reply.code == "auth_link_invalid"
    assert not User.objects.filter(email="invited@example.com").exists()


def test_nobody_invites_to_more_than_they_hold(signed_in: Any, roles: dict[str, uuid.UUID]) -> None:
    refused = invite(signed_in("hr"), roles["clerk"])
    assert (refused.status, refused.code) == (403, "permission_escalation")
    assert invite(signed_in("clerk"), roles["clerk"]).code == "permission_denied"
    assert (Invitation.objects.count(), Mail.objects.count()) == (0, 0)


def test_roles_are_judged_again_when_the_link_is_used(
    api: Any, signed_in: Any, roles: dict[str, uuid.UUID]
) -> None:
    owner = signed_in("owner")
    signed_in("owner")
    invite(owner, roles["clerk"])
    token = token_in(delivered()[0])
    Assignment.objects.filter(user_id=owner.user.id).delete()
    facade.assign_role(principal=None, user_id=owner.user.id, role="customer")
    reply = api.post("/invitations/accept", json={"token": token, "password": PASSWORD})
    assert reply.code == "permission_escalation"
    assert not User.objects.filter(email="invited@example.com").exists()


def customer(api: Any, owner: Any, name: str) -> str:
    made = owner.post("/customers", json={"kind": "agency", "name": name})
    assert made.status == 201, made.body
    return made.json["id"]


def test_an_agencys_administrator_invites_its_own_people(
    api: Any, signed_in: Any, roles: dict[str, uuid.UUID]
) -> None:
    owner = signed_in("owner")
    agency, stranger = customer(api, owner, "Silk Road Agency"), customer(api, owner, "Another")
    boss = person(kind="customer", customer_id=decode("cus", agency))
    for code in ("agency", "customer"):
        facade.assign_role(
            principal=None, user_id=boss.id, role=code, scope="customer", customer_id=decode("cus", agency)
        )
    client = api.signed_in(facade.issue_session_for(boss.id).access_token)
    scoped = {"scope": "customer", "customer": agency}
    made = invite(client, roles["customer"], customer=agency, assignment=scoped)
    assert made.status == 201, made.body
    assert (made.json["kind"], made.json["customer"]) == ("customer", agency)
    foreign = invite(
        client,
        roles["customer"],
        email="x@example.com",
        customer=stranger,
        assignment={"scope": "customer", "customer": stranger},
    )
    assert (foreign.status, foreign.code) == (409, "reference_not_found")
    wide = invite(client, roles["customer"], email="y@example.com", customer=agency, assignment={})
    assert wide.code == "scope_incomplete"
    accepted = api.post("/invitations/accept", json={"token": token_in(delivered()[0]), "password": PASSWORD})
    me = api.get("/me", token=accepted.json["access_token"]).json
    assert (me["kind"], me["customer"], me["grants"][0]["customers"]) == ("customer", agency, [agency])
    invite(owner, roles["clerk"], email="staff@example.com")
    assert [row["email"] for row in client.get("/invitations").json["data"]] == ["invited@example.com"]


def test_twenty_use_one_link_and_one_becomes_a_user(live_tenant: Any, run_parallel: Any) -> None:
    with tenancy.tenant_context(live_tenant):
        codes = facade.seed_roles(ROLES)
        boss = facade.principal_of_user(person(assignments=[Grant(codes["owner"])]).id)
        row = invitations.create_invitation(
            principal=boss, email="one@example.com", name="One", assignments=[Grant(codes["clerk"])]
        )
        token = links.for_invitation(tenancy.current(), row)

    def accept(_index: int) -> str:
        with tenancy.tenant_context(live_tenant):
            try:
                invitations.accept_invitation(token=token, password=PASSWORD)
            except DomainError as error:
                return error.code
            return "accepted"

    outcomes = run_parallel(accept, 20)
    assert sorted(outcomes) == ["accepted", *["invitation_ended"] * 19]
    with tenancy.tenant_context(live_tenant):
        assert User.objects.filter(email="one@example.com").count() == 1
        assert Session.objects.filter(user__email="one@example.com").count() == 1


def test_open_invitations_hold_seats(live_tenant: Any, run_parallel: Any) -> None:
    """Of those who invite at once as many get through as there are seats; a revoked invitation gives its seat back."""
    with tenancy.tenant_context(live_tenant):
        codes = facade.seed_roles(ROLES)
        boss = facade.principal_of_user(person(assignments=[Grant(codes["owner"])]).id)
        taken = seats.count_seats(clock.now())
    limited = replace(live_tenant, limits={limits.SEATS: tenancy.Allowance(limit=taken + 1)})

    def invited(index: int) -> Any:
        with tenancy.tenant_context(limited):
            try:
                return invitations.create_invitation(
                    principal=boss,
                    email=f"{index}@seats.example",
                    name="N",
                    assignments=[Grant(codes["clerk"])],
                )
            except LimitReached as error:
                return f"{error.status} {error.code}"

    outcomes = run_parallel(invited, 4)
    (row,) = [one for one in outcomes if isinstance(one, Invitation)]
    assert [one for one in outcomes if one is not row] == ["402 limit_reached"] * 3
    with tenancy.tenant_context(limited):
        with pytest.raises(LimitReached):
            person()
        # The seat that the invitation holds is the one that its person takes.
        token = links.for_invitation(tenancy.current(), row)
        invitations.accept_invitation(token=token, password=PASSWORD)
        assert seats.count_seats(clock.now()) == taken + 1
        winner = User.objects.get(email=row.email)
        users.update_user(principal=boss, id=winner.pk, status="suspended")
        again = invited(7)
        with pytest.raises(LimitReached):
            users.update_user(principal=boss, id=winner.pk, status="active")
        invitations.revoke_invitation(principal=boss, id=again.pk)
        users.update_user(principal=boss, id=winner.pk, status="active")


def test_invitations_of_a_plan_that_shrank(live_tenant: Any, run_parallel: Any) -> None:
    """There are more invitations than seats: one gets the last, the others' links stay good."""
    with tenancy.tenant_context(live_tenant):
        codes = facade.seed_roles(ROLES)
        boss = facade.principal_of_user(person(assignments=[Grant(codes["owner"])]).id)
        rows = [
            invitations.create_invitation(
                principal=boss, email=f"{n}@shrank.example", name="N", assignments=[Grant(codes["clerk"])]
            )
            for n in range(3)
        ]
        tokens = [links.for_invitation(tenancy.current(), row) for row in rows]
        members = seats.count_members(clock.now())
    limited = replace(live_tenant, limits={limits.SEATS: tenancy.Allowance(limit=members + 1)})

    def accept(index: int) -> str:
        with tenancy.tenant_context(limited):
            try:
                invitations.accept_invitation(token=tokens[index], password=PASSWORD)
            except LimitReached as error:
                return f"{error.status} {error.code}"
            return "accepted"

    outcomes = run_parallel(accept, 3)
    assert sorted(outcomes) == [*["402 limit_reached"] * 2, "accepted"]
    with tenancy.tenant_context(live_tenant):
        states = [invitations.state_of(Invitation.objects.get(pk=row.pk)) for row in rows]
        assert sorted(states) == ["accepted", "open", "open"]
        assert User.objects.filter(email__endswith="@shrank.example").count() == 1


# -- mails ------------------------------------------------------------------------------------------------


def test_a_mail_that_fails_is_tried_again_and_then_given_up(
    api: Any, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = signed_in("clerk")
    api.post("/auth/password-resets", json={"email": clerk.user.email})
    start = clock.now()

    def refuse(*_: Any, **__: Any) -> int:
        raise ConnectionRefusedError("no mail server")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    for attempt in range(len(mails.PAUSES) + 1):
        with clock.use(lambda attempt=attempt: start + timedelta(days=attempt)):
            assert mails.send_due() == 0
    kept = Mail.objects.get()
    assert (kept.attempts, kept.next_attempt_at, kept.error) == (7, None, "no mail server")
    assert kept.sent_at is None
