"""An agency's own people: who is invited, who joins, who is taken out, and what is left of whom is forgotten."""

from __future__ import annotations

import uuid
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from backend.core.accounts import facade, tasks
from backend.core.accounts.models import ApiKey, Invitation, Mail, Role, Session, User
from backend.core.accounts.personal import erase_personal_data
from backend.core.accounts.services import invitations
from backend.core.accounts.types import RoleSpec
from backend.kernel import clock, db
from backend.kernel.ids import decode, encode
from tests.core.test_accounts_api import PASSWORD, person
from tests.core.test_accounts_people import (
    NEW,
    can_sign_in,
    customer,
    delivered,
    invite,
    roles,
    signed_in,
    token_in,
)

__all__ = ["roles", "signed_in"]


@pytest.fixture
def address() -> str:
    """An address of this test alone: failures to sign in are counted by address."""
    return f"a{uuid.uuid4().hex}@example.com"


@pytest.fixture
def boss_of(api: Any, roles: dict[str, uuid.UUID]) -> Any:
    """Signs in an administrator of an agency, with the roles that the packs give."""

    def make(agency: str) -> Any:
        user = person(kind="customer", customer_id=decode("cus", agency))
        for code in ("agency_admin", "customer"):
            facade.assign_role(
                principal=None,
                user_id=user.id,
                role=code,
                scope="customer",
                customer_id=decode("cus", agency),
            )
        client = api.signed_in(facade.issue_session_for(user.id).access_token)
        client.user = user
        return client

    return make


@pytest.fixture
def owner(signed_in: Any) -> Any:
    return signed_in("owner")


def scoped(agency: str, **more: Any) -> dict[str, Any]:
    return {"customer": agency, "assignment": {"scope": "customer", "customer": agency}, **more}


def test_an_outsider_does_not_learn_who_has_an_account(
    api: Any, owner: Any, boss_of: Any, signed_in: Any, roles: dict[str, uuid.UUID]
) -> None:
    agency = customer(api, owner, "Silk Road Agency")
    boss, clerk = boss_of(agency), signed_in("clerk")
    known = invite(boss, roles["customer"], **scoped(agency, email=clerk.user.email))
    unknown = invite(boss, roles["customer"], **scoped(agency, email="nobody@example.com"))
    assert (known.status, unknown.status) == (201, 201), known.body
    assert set(known.json) == set(unknown.json)
    assert (known.json["state"], known.json["accepted_by"]) == ("open", None)
    told = {message.to[0]: message for message in delivered()}
    assert "token=" in told["nobody@example.com"].body
    # The truth goes to the mailbox, and a link that would mix the staff with an agency does not exist.
    assert "token=" not in told[clerk.user.email].body
    assert "another address" in told[clerk.user.email].body
    # Of the own people nothing is hidden, and neither is anybody from the whole business's staff.
    assert invite(boss, roles["customer"], **scoped(agency, email=boss.user.email)).code == "email_taken"
    assert invite(owner, roles["clerk"], email=clerk.user.email).code == "email_taken"


def test_a_person_works_for_two_agencies(
    api: Any, owner: Any, boss_of: Any, roles: dict[str, uuid.UUID], address: str
) -> None:
    first, second = customer(api, owner, "First"), customer(api, owner, "Second")
    invite(boss_of(first), roles["customer"], **scoped(first, email=address))
    accepted = api.post("/invitations/accept", json={"token": token_in(delivered()[0]), "password": PASSWORD})
    assert accepted.status == 201
    made = invite(boss_of(second), roles["customer"], **scoped(second, email=address))
    assert made.status == 201, made.body
    token = token_in(delivered()[0])
    assert api.post("/invitations/show", json={"token": token}).json["account_exists"] is True
    # Who reads the mailbox and has not the password joins the account to nobody, and sets no other password.
    wrong = api.post("/invitations/accept", json={"token": token, "password": NEW})
    assert (wrong.status, wrong.code) == (409, "password_wrong")
    joined = api.post("/invitations/accept", json={"token": token, "password": PASSWORD})
    assert joined.status == 201, joined.body
    me = api.get("/me", token=joined.json["access_token"]).json
    assert me["customer"] == first
    assert sorted(me["grants"][0]["customers"]) == sorted([first, second])
    assert (can_sign_in(api, address, PASSWORD), can_sign_in(api, address, NEW)) == (True, False)
    assert User.objects.filter(email=address).count() == 1
    again = api.post("/invitations/accept", json={"token": token, "password": PASSWORD})
    assert again.code == "invitation_ended"


def test_an_agencys_administrator_takes_its_people_out_and_nobody_elses(
    api: Any, owner: Any, boss_of: Any, roles: dict[str, uuid.UUID], address: str
) -> None:
    agency, other = customer(api, owner, "Agency"), customer(api, owner, "Other")
    boss, stranger = boss_of(agency), boss_of(other)
    invite(boss, roles["customer"], **scoped(agency, email=address))
    accepted = api.post("/invitations/accept", json={"token": token_in(delivered()[0]), "password": PASSWORD})
    path = f"/users/{accepted.json['user']}"
    assert stranger.delete(path).status == 404
    assert stranger.patch(path, json={"status": "suspended"}).status == 404
    ended = boss.post(f"{path}/sessions/revoke", json={})
    assert (ended.status, ended.json) == (200, {"revoked": 1})
    assert api.get("/me", token=accepted.json["access_token"]).code == "session_ended"
    suspended = boss.patch(path, json={"status": "suspended"})
    assert suspended.status == 200, suspended.body
    assert not can_sign_in(api, address, PASSWORD)
    assert boss.delete(path).status == 204
    # Neither the staff of the business nor a right of the staff is within reach.
    assert boss.delete(f"/users/{encode('usr', owner.user.id)}").status == 404
    wide = boss.patch(
        f"/users/{encode('usr', boss.user.id)}",
        json={"assignments": [{"role": encode("rol", roles["clerk"])}]},
    )
    assert (wide.status, wide.code) == (403, "permission_escalation")
    made = boss.post("/users", json={"name": "New", "email": "new@example.com"})
    assert (made.status, made.code) == (403, "permission_denied")


def test_a_branchs_inviter_invites_the_branchs_customers(
    api: Any, owner: Any, signed_in: Any, roles: dict[str, uuid.UUID]
) -> None:
    here, there = (
        owner.post("/branches", json={"code": code, "name": {"en": code}}).json["id"]
        for code in ("here", "there")
    )
    ours, theirs = (
        owner.post("/customers", json={"kind": "agency", "name": "A", "branch": branch}).json["id"]
        for branch in (here, there)
    )
    user = person()
    for code in ("agency", "customer"):
        facade.assign_role(
            principal=None, user_id=user.id, role=code, scope="branch", branch_id=decode("brn", here)
        )
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    made = invite(client, roles["customer"], **scoped(ours))
    assert made.status == 201, made.body
    refused = invite(client, roles["customer"], **scoped(theirs, email="x@example.com"))
    assert (refused.status, refused.code) == (409, "reference_not_found")
    # No more than the inviter holds over the branch is given over its customer.
    beyond = invite(client, roles["clerk"], **scoped(ours, email="y@example.com"))
    assert (beyond.status, beyond.code) == (403, "permission_escalation")
    accepted = api.post("/invitations/accept", json={"token": token_in(delivered()[0]), "password": PASSWORD})
    assert accepted.status == 201, accepted.body


def test_roles_of_a_business_that_is_there_are_renewed(roles: dict[str, uuid.UUID]) -> None:
    before = RoleSpec("agency_boss", {"en": "Boss"}, ("accounts.user.view",))
    facade.seed_roles([before])
    Role.objects.filter(code="agency_boss").update(names={"en": "Our boss"}, requires_second_factor=True)
    Role.objects.create(code="agency_helper", names={"en": "Own"}, permissions=["orders.order.view"])
    now = [
        RoleSpec(
            "agency_boss", {"en": "Boss"}, ("accounts.user.view", "accounts.user.manage"), parent="customer"
        ),
        RoleSpec("agency_helper", {"en": "Helper"}, ("orders.*",)),
        RoleSpec("agency_newest", {"en": "Newest"}, ("orders.order.view",), parent="agency_boss"),
    ]
    assert facade.renew_roles(now) == ["agency_boss", "agency_newest"]
    boss = Role.objects.get(code="agency_boss")
    assert (boss.permissions, boss.parent_id) == (
        ["accounts.user.view", "accounts.user.manage"],
        roles["customer"],
    )
    # What the business made of it stays, and so does what is its own.
    assert (boss.names, boss.requires_second_factor) == ({"en": "Our boss"}, True)
    assert Role.objects.get(code="agency_helper").permissions == ["orders.order.view"]
    assert Role.objects.get(code="agency_newest").parent_id == boss.pk
    assert facade.renew_roles(now) == []


def test_the_command_renews_the_roles_of_a_pack(tenant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.platform.tenants.facade.list_tenants", lambda open_only: [tenant])
    facade.seed_roles([RoleSpec("agency_admin", {"en": "Agency administrator"}, ("accounts.user.view",))])
    said = StringIO()
    call_command("renew_roles", stdout=said)
    assert said.getvalue().startswith(f"{tenant.slug}: ")
    assert "accounts.user.manage" in Role.objects.get(code="agency_admin").permissions
    again = StringIO()
    call_command("renew_roles", stdout=again)
    assert again.getvalue() == ""


# -- what is left -----------------------------------------------------------------------------------------


def test_a_deleted_person_is_named_nowhere(
    api: Any, owner: Any, roles: dict[str, uuid.UUID], address: str
) -> None:
    invite(owner, roles["clerk"], email=address)
    accepted = api.post("/invitations/accept", json={"token": token_in(delivered()[0]), "password": PASSWORD})
    user_id = decode("usr", accepted.json["user"])
    Session.objects.filter(user_id=user_id).update(ip="192.0.2.1", user_agent="Firefox", place="Tashkent")
    ApiKey.objects.create(user_id=user_id, name="k", hint="k", digest="d", last_used_ip="192.0.2.1")
    # Another invitation to the address that is still open, as one to an agency would be.
    waiting = Invitation.objects.create(
        kind="customer", email=address, name="Ilya", expires_at=clock.now() + timedelta(days=1)
    )
    assert owner.delete(f"/users/{accepted.json['user']}").status == 204
    assert not Invitation.objects.filter(email=address).exists()
    assert not Mail.objects.filter(address=address).exists()
    waiting.refresh_from_db()
    assert (invitations.state_of(waiting), waiting.name) == ("revoked", "")
    shown = owner.get(f"/invitations/{encode('inv', Invitation.objects.get(accepted_by_id=user_id).pk)}").json
    assert (shown["state"], shown["email"], shown["name"]) == ("accepted", None, "")
    for session in Session.objects.filter(user_id=user_id):
        assert (session.ip, session.user_agent, session.place) == (None, "", "")
    assert ApiKey.objects.get(user_id=user_id).last_used_ip is None


def test_nobody_joins_a_customer_who_is_gone(
    api: Any, owner: Any, roles: dict[str, uuid.UUID], address: str
) -> None:
    agency, off = customer(api, owner, "Agency"), customer(api, owner, "Switched off")
    invite(owner, roles["customer"], **scoped(off, email=f"off.{address}"))
    unused = token_in(delivered()[0])
    assert owner.patch(f"/customers/{off}", json={"active": False}).status == 200
    body = {"token": unused, "password": PASSWORD}
    assert api.post("/invitations/accept", json=body).code == "invitation_ended"
    made = invite(owner, roles["customer"], **scoped(agency, email=address))
    token = token_in(delivered()[0])
    with db.transaction():
        assert erase_personal_data(decode("cus", agency)) == 0
    row = Invitation.objects.get(pk=decode("inv", made.json["id"]))
    assert (invitations.state_of(row), row.email, row.name) == ("revoked", None, "")
    assert not Mail.objects.filter(address=address).exists()
    assert (
        api.post("/invitations/accept", json={"token": token, "password": PASSWORD}).code
        == "invitation_ended"
    )
    assert not User.objects.filter(email__endswith=address).exists()


def test_invitations_that_ended_long_ago_go(owner: Any) -> None:
    now = clock.now()

    def ended(days: int, **fields: Any) -> Invitation:
        at = now - timedelta(days=days)
        return Invitation.objects.create(
            email="x@example.com", **{"expires_at": at, **dict.fromkeys(fields, at)}
        )

    old = [ended(91), ended(91, accepted_at=True), ended(91, revoked_at=True)]
    kept = [ended(89), ended(89, accepted_at=True), ended(-1)]
    tasks.prune()
    left = set(Invitation.objects.values_list("pk", flat=True))
    assert left >= {row.pk for row in kept}
    assert not left & {row.pk for row in old}


# -- mails on others' behalf ------------------------------------------------------------------------------


def test_one_address_gets_no_flood_of_mails(owner: Any, roles: dict[str, uuid.UUID], address: str) -> None:
    made = invite(owner, roles["clerk"], email=address).json
    path = f"/invitations/{made['id']}/resend"
    assert [owner.post(path).status for _ in range(4)] == [200] * 4
    paused = owner.post(path)
    assert (paused.status, paused.code) == (429, "mail_paused")
    assert 0 < int(paused.headers["Retry-After"]) <= 900
    # Revoked and invited anew it is the same mailbox; another one is free.
    owner.post(f"/invitations/{made['id']}/revoke")
    assert invite(owner, roles["clerk"], email=address).code == "mail_paused"
    assert invite(owner, roles["clerk"], email=f"other.{address}").status == 201
    Mail.objects.filter(address=address).update(created_at=clock.now() - timedelta(minutes=16))
    assert invite(owner, roles["clerk"], email=address).status == 201
    user = person(email=f"user.{address}")
    reset = f"/users/{encode('usr', user.id)}/password-reset"
    assert [owner.post(reset).status for _ in range(6)] == [202] * 5 + [429]


def test_a_mail_to_an_unproved_mailbox_carries_no_text_of_others(
    api: Any, owner: Any, roles: dict[str, uuid.UUID], address: str
) -> None:
    text = "Buy at spam example"
    body = {"email": address, "name": text, "assignments": [{"role": encode("rol", roles["clerk"])}]}
    assert owner.post("/invitations", json=body).status == 201
    person(email=f"user.{address}", name=text)
    api.post("/auth/password-resets", json={"email": f"user.{address}"})
    invitation, reset = delivered()
    assert text not in invitation.body + reset.body
    # Once the mailbox is proved its reader is called by name.
    token = token_in(reset)
    api.post("/auth/password-resets/confirm", json={"token": token, "new_password": NEW})
    (told,) = delivered()
    assert told.body.startswith(f"Hello {text},")


def test_nobody_changes_the_own_way_in_by_an_open_session(owner: Any) -> None:
    path = f"/users/{encode('usr', owner.user.id)}"
    for change in ({"email": "thief@example.com"}, {"telegram_id": 4711}, {"status": "suspended"}):
        refused = owner.patch(path, json=change)
        assert (refused.status, refused.code) == (409, "own_account")
    assert owner.patch(path, json={"name": "Ada B.", "email": owner.user.email}).status == 200
    # Of another the mailbox before is told.
    other = person()
    assert owner.patch(f"/users/{encode('usr', other.id)}", json={"email": "z@example.com"}).status == 200
    assert [(m.to, m.subject) for m in delivered()] == [
        ([other.email], "Your e-mail address at Alpha was changed")
    ]
