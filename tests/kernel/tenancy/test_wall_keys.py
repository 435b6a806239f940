"""The wall and the keys: what opens a door at one business opens none at another.

Each is real: made at the other business, and good there after it was refused here, by the same request.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from backend.core.accounts import facade as accounts
from backend.core.accounts import ports
from backend.core.accounts.types import Grant
from backend.kernel.errors import DomainError
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.tenancy import tenant_context
from tests.contract.calls import Sent, identity, machines
from tests.contract.world import World
from tests.kernel.tenancy.siege import MARK, Siege
from tests.kernel.tenancy.test_wall_contract import told, untouched
from tests.kernel.tenancy.test_wall_parts import listener
from tests.support.client import Reply

VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
PHRASE = "a phrase that is long enough"
STRANGER = "only-there@example.com"

Request = Callable[[World], Reply]
"""Sent to a business; the same to both."""


def _bearer(token: str, path: str = "/branches") -> Request:
    return lambda world: world.api.get(path, token=token)


def _by_nobody(operation_id: str, **sent: Any) -> Request:
    return lambda world: world.send(operation_id, Sent(token="", **sent))


def _by_owner(operation_id: str, **sent: Any) -> Request:
    return lambda world: world.send(operation_id, Sent(**sent))


# -- what is taken there ----------------------------------------------------------------------------------


def _everything(world: World) -> Grant:
    roles = world.good("roles_list", query={"limit": "100"}).json["data"]
    return Grant(decode("rol", next(row["id"] for row in roles if row["code"] == "owner")))


def _somebody(world: World, email: str = STRANGER) -> Any:
    return accounts.create_user(
        principal=None, name="Only There", email=email, password=PHRASE, assignments=[_everything(world)]
    )


def _api_key(world: World) -> str:
    return str(world.good("me_api_keys_mint").json["key"])


def _robot(world: World) -> Request:
    made = accounts.create_service_account(principal=None, name="robot", assignments=[_everything(world)])
    grant = {"kind": "service", "client_id": encode("usr", made.user_id), "secret": made.secret}
    return _by_nobody("auth_sign_in", json={"grant": grant})


def _application(world: World) -> dict[str, str]:
    return {"client_id": machines.application(world), "client_secret": "secret"}


def _asked(client: dict[str, str]) -> dict[str, str]:
    return {
        "response_type": "code",
        "client_id": client["client_id"],
        "redirect_uri": machines.BACK,
        "code_challenge": machines.CHALLENGE,
        "code_challenge_method": "S256",
    }


def _code(world: World, client: dict[str, str]) -> str:
    answer = world.good("oauth_authorize", json={"approved": True, **_asked(client)}).json
    return parse_qs(urlsplit(answer["redirect_to"]).query)["code"][0]


def _exchange(client: dict[str, str], code: str) -> dict[str, str]:
    return {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": machines.BACK,
        "code_verifier": VERIFIER,
        **client,
    }


def _granted(world: World) -> tuple[dict[str, str], dict[str, str]]:
    client = _application(world)
    tokens = world.good("oauth_token", json=_exchange(client, _code(world, client))).json
    return client, tokens


def _code_there(world: World) -> Request:
    client = _application(world)
    return _by_nobody("oauth_token", json=_exchange(client, _code(world, client)))


def _renewal_there(world: World) -> Request:
    client, tokens = _granted(world)
    form = {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"], **client}
    return _by_nobody("oauth_token", json=form)


def _revocation_there(world: World) -> Request:
    client, tokens = _granted(world)
    return _by_nobody("oauth_revoke", json={"token": tokens["access_token"], **client})


def _impersonation(world: World) -> Any:
    return accounts.impersonate(
        user_id=_somebody(world).id,
        impersonator_id=new_id(),
        reason="They asked.",
        lifetime=timedelta(minutes=5),
    )


def _signed_in(world: World) -> Request:
    _somebody(world)
    return _by_nobody("auth_sign_in", json={"email": STRANGER, "password": PHRASE})


def _opened_quote(world: World) -> Request:
    made = world.good("quotes_create", json={"lines": [{"service": world.ids["apostille"]}]}, token="").json
    return _by_nobody("quotes_open", id=made["id"], json={"secret": made["secret"]})


KEYS: dict[str, tuple[Callable[[World], Request], int, str | None]] = {
    "an API key": (lambda w: _bearer(_api_key(w)), 401, "token_invalid"),
    "a service account's secret": (_robot, 401, "invalid_credentials"),
    "a password": (_signed_in, 401, "invalid_credentials"),
    "a challenge for a second factor": (
        lambda w: _by_nobody(
            "auth_second_factor",
            json={"challenge": identity.challenge(w), "method": "totp", "code": identity.code()},
        ),
        401,
        "token_invalid",
    ),
    "a challenge for a code": (
        lambda w: _by_nobody("auth_second_factor_code", json={"challenge": identity.challenge(w)}),
        401,
        "token_invalid",
    ),
    "a link to choose a password": (
        lambda w: _by_nobody(
            "access_reset_password", json={"token": w.reset_link(), "new_password": "another long phrase"}
        ),
        409,
        "auth_link_invalid",
    ),
    "a link that opens an account": (
        lambda w: _by_nobody(
            "access_confirm_registration",
            json={"token": w.registration_link(), "name": "Nodira", "password": PHRASE},
        ),
        409,
        "auth_link_invalid",
    ),
    "a link that moves to another mailbox": (
        lambda w: _by_owner("me_account_confirm_email", json={"token": w.address_link()}),
        409,
        "auth_link_invalid",
    ),
    "an invitation, looked at": (
        lambda w: _by_nobody("invitations_show", json={"token": w.invitation_link()}),
        409,
        "auth_link_invalid",
    ),
    "an invitation, accepted": (
        lambda w: _by_nobody("invitations_accept", json={"token": w.invitation_link(), "password": PHRASE}),
        409,
        "auth_link_invalid",
    ),
    "the way back from a provider": (
        lambda w: _by_nobody("oidc_finish", json=w.oidc_back()),
        409,
        "oidc_state_invalid",
    ),
    "the way back from a provider, to link": (
        lambda w: _by_owner("me_identities_link", json=w.oidc_back()),
        409,
        "oidc_state_invalid",
    ),
    "an operator's token for a user there": (lambda w: _bearer(_impersonation(w).access_token), 401, "token_invalid"),
    "an application's secret": (
        lambda w: _by_nobody("oauth_token", json={"grant_type": "client_credentials", **_application(w)}),
        401,
        None,
    ),
    "an application's code": (_code_there, 401, None),
    "an application's token": (
        lambda w: _bearer(_granted(w)[1]["access_token"], "/orders"),
        401,
        "token_invalid",
    ),
    "an application's renewal": (_renewal_there, 401, None),
    "an application's token, taken back": (_revocation_there, 401, None),
    "an application, asked for consent": (
        lambda w: _by_owner("oauth_authorization", query=_asked(_application(w))),
        409,
        "oauth_request_invalid",
    ),
    "an application, consented to": (
        lambda w: _by_owner("oauth_authorize", json={"approved": True, **_asked(_application(w))}),
        409,
        "oauth_request_invalid",
    ),
    "the secret of a quote": (_opened_quote, 404, "not_found"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _operators_may_impersonate(monkeypatch: Any) -> None:
    """The operators of these tests are bare ids, whose rights nobody knows."""
    monkeypatch.setattr(ports, "_impersonators", [lambda _operator: True])


@pytest.mark.parametrize("name", KEYS)
def test_a_key_of_theirs_opens_nothing_here(name: str, siege: Siege) -> None:
    make, status, code = KEYS[name]
    with tenant_context(siege.other.info):
        request = make(siege.other)
    with untouched(siege.other.info):
        reply = request(siege.own)
    assert (reply.status, reply.code) == (status, code), reply
    assert MARK not in reply.body.decode(errors="replace")
    at_home = request(siege.other)
    assert at_home.status < 300, at_home


# -- their key in our lock, and ours in theirs ------------------------------------------------------------


def test_a_code_of_theirs_in_an_application_of_ours(siege: Siege) -> None:
    with tenant_context(siege.other.info):
        theirs = _code(siege.other, _application(siege.other))
    ours = _application(siege.own)
    with untouched(siege.other.info):
        reply = siege.own.send("oauth_token", Sent(json=_exchange(ours, theirs), token=""))
    assert reply.status == 400, reply
    assert "access_token" not in reply.body.decode()
    good = siege.own.send("oauth_token", Sent(json=_exchange(ours, _code(siege.own, ours)), token=""))
    assert good.status == 200, good


def test_a_token_of_theirs_means_nothing_to_an_application_of_ours(siege: Siege) -> None:
    """RFC 7662, 2.2: of what it does not know, the server says no more than that it is not active."""
    with tenant_context(siege.other.info):
        client, tokens = _granted(siege.other)
    for kind in ("access_token", "refresh_token"):
        ours = {"token": tokens[kind], **_application(siege.own)}
        reply = siege.own.send("oauth_introspect", Sent(json=ours, token=""))
        assert (reply.status, reply.json) == (200, {"active": False})
    at_home = {"token": tokens["access_token"], **client}
    assert siege.other.send("oauth_introspect", Sent(json=at_home, token="")).json["active"] is True


def test_taking_back_a_token_of_theirs_leaves_it_good(siege: Siege) -> None:
    with tenant_context(siege.other.info):
        _client, tokens = _granted(siege.other)
    ours = {"token": tokens["access_token"], **_application(siege.own)}
    with untouched(siege.other.info):
        assert siege.own.send("oauth_revoke", Sent(json=ours, token="")).status == 200
    assert _bearer(tokens["access_token"], "/orders")(siege.other).status == 200


def test_renewing_an_operators_session_of_theirs_here(siege: Siege) -> None:
    with tenant_context(siege.other.info):
        pair = _impersonation(siege.other)
    with untouched(siege.other.info):
        reply = siege.own.send("auth_refresh", Sent(json={"refresh_token": pair.refresh_token}, token=""))
    assert (reply.status, reply.code) == (401, "token_invalid")


@pytest.mark.parametrize("kind", ["an API key", "an application's token", "an operator's token"])
def test_the_stream_takes_no_key_of_theirs(kind: str, siege: Siege) -> None:
    with tenant_context(siege.other.info):
        token = {
            "an API key": _api_key,
            "an application's token": lambda w: _granted(w)[1]["access_token"],
            "an operator's token": lambda w: _impersonation(w).access_token,
        }[kind](siege.other)
    with pytest.raises(DomainError) as refusal:
        listener(siege, named=siege.own.info, authorization=f"Bearer {token}")
    assert refusal.value.status == 401


def test_signing_out_here_ends_no_session_there(siege: Siege) -> None:
    body = {"refresh_token": siege.other.refresh_token()}
    with untouched(siege.other.info):
        assert siege.own.send("auth_sign_out", Sent(json=body, token="")).status == 204
    assert siege.other.send("auth_refresh", Sent(json=body, token="")).status == 200


# -- who is there -----------------------------------------------------------------------------------------


def test_nobody_learns_who_is_there(siege: Siege) -> None:
    """A person of theirs is to us as a person of nobody's: signing in, forgetting a password, registering."""
    with tenant_context(siege.other.info):
        _somebody(siege.other)
    nobody = "nobody-at-all@example.com"
    for operation_id, body in (
        ("auth_sign_in", {"password": PHRASE}),
        ("access_request_password_reset", {}),
    ):
        with untouched(siege.other.info):
            theirs, nobodys = (
                siege.own.send(operation_id, Sent(json={"email": email, **body}, token=""))
                for email in (STRANGER, nobody)
            )
        assert told(theirs, STRANGER) == told(nobodys, nobody)


def test_wrong_passwords_here_lock_nobody_there(siege: Siege) -> None:
    # An address of its own: what is counted in the cache outlives the test's transaction.
    email = "locked-only-here@example.com"
    with tenant_context(siege.other.info):
        _somebody(siege.other, email)
    wrong = Sent(json={"email": email, "password": "not it, surely"}, token="")
    statuses = {siege.own.send("auth_sign_in", wrong).status for _ in range(8)}
    assert statuses == {401, 429}, "here the address is locked by now"
    there = siege.other.send("auth_sign_in", Sent(json={"email": email, "password": PHRASE}, token=""))
    assert there.status < 300, there
