"""Sessions in lists, their ends, and from where staff may come."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings

from backend.core.accounts import errors, facade, policy, ports, services
from backend.core.accounts.models import SecurityPolicy, Session
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock, context
from backend.kernel.addresses import client_address
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person

AT = datetime(2026, 11, 21, 9, 0, 0, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.fixture
def at() -> Iterator[Any]:
    """A clock that tests move: `at(hours=1)`."""
    now = [AT]

    def move(**by: float) -> None:
        now[0] += timedelta(**by)

    with clock.use(lambda: now[0]):
        yield move


def rules(**given: Any) -> None:
    """The business's rules, as if they had been changed and read since."""
    SecurityPolicy.objects.update_or_create(single=True, defaults={"rules": given})
    policy.forget()
    facade.forget_rights()


@pytest.fixture
def owner(tenant: Any, api: Any) -> Any:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    user = person(roles["owner"])
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    client.user = user
    return client


def opened(api: Any, user: Any, **headers: str) -> Any:
    reply = api.post(
        "/auth/tokens", json={"email": user.email, "password": PASSWORD}, headers=headers or None
    )
    assert reply.status == 201, reply
    return reply.json


# -- lists and ends by choice -------------------------------------------------------------------------------


def test_one_sees_ones_open_sessions_and_ends_them(tenant: Any, api: Any) -> None:
    user, stranger = person(), person()
    first, second = opened(api, user, **{"User-Agent": FIREFOX}), opened(api, user)
    foreign = opened(api, stranger)
    me = api.signed_in(second["access_token"])
    shown = me.get("/me/sessions").json["data"]
    assert [row["id"] for row in shown] == [second["session"], first["session"]]
    assert [row["current"] for row in shown] == [True, False]
    assert shown[1]["device"] == {
        "kind": "desktop", "browser": "Firefox", "version": "128", "system": "Windows"
    }  # fmt: skip
    assert (shown[0]["place"], shown[0]["ip"], shown[0]["method"]) == ("local", "127.0.0.1", "password")
    assert me.delete(f"/me/sessions/{foreign['session']}").status == 404
    assert me.delete(f"/me/sessions/{first['session']}").status == 204
    assert me.delete(f"/me/sessions/{first['session']}").status == 404
    refused = api.post("/auth/tokens/refresh", json={"refresh_token": first["refresh_token"]})
    assert refused.code == "session_ended"
    assert len(me.get("/me/sessions").json["data"]) == 1


def test_ending_all_others_keeps_the_one_that_asks(live_tenant: Any, live_api: Any) -> None:
    user = person()
    pairs = [opened(live_api, user) for _ in range(3)]
    assert all(live_api.get("/me", token=pair["access_token"]).status == 200 for pair in pairs)
    me = live_api.signed_in(pairs[0]["access_token"])
    assert me.post("/me/sessions/revoke-others").json == {"revoked": 2}
    assert me.get("/me").status == 200
    for pair in pairs[1:]:
        assert live_api.get("/me", token=pair["access_token"]).code == "session_ended"


def test_staff_see_and_end_a_users_sessions_within_their_scope(
    owner: Any, api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "_known", {})  # Ids that no branch has.
    here, there = uuid.uuid4(), uuid.uuid4()
    roles = facade.seed_roles(
        [
            RoleSpec("lead", {"en": "L"}, ("accounts.session.*", "accounts.user.view")),
            RoleSpec("none", {"en": "N"}, ()),
        ]
    )
    clerk = person(assignments=[Grant(roles["none"], "branch", branch_id=here)])
    pair = opened(api, clerk)
    lead, other = (
        api.signed_in(
            facade.issue_session_for(
                person(assignments=[Grant(roles["lead"], "branch", branch_id=branch)]).id
            ).access_token
        )
        for branch in (here, there)
    )
    path = f"/users/{encode('usr', clerk.id)}/sessions"
    assert [row["id"] for row in lead.get(path).json["data"]] == [pair["session"]]
    assert other.get(path).status == 404
    assert other.post(f"{path}/revoke", json={}).status == 404
    assert api.signed_in(pair["access_token"]).get(path).code == "permission_denied"
    unknown = {"session": encode("ses", uuid.uuid4())}
    assert lead.post(f"{path}/revoke", json=unknown).status == 404
    assert lead.post(f"{path}/revoke", json={"session": pair["session"]}).json == {"revoked": 1}
    opened(api, clerk)
    opened(api, clerk)
    assert owner.post(f"{path}/revoke", json={}).json == {"revoked": 2}
    assert owner.get(path).json["data"] == []


# -- ends by time -------------------------------------------------------------------------------------------


def test_every_token_tells_its_ends(tenant: Any, api: Any, at: Any) -> None:
    rules(session={"idle_minutes": 60, "absolute_hours": 8})
    pair = opened(api, person())
    assert pair["expires_at"] == "2026-11-21T09:10:00Z"
    assert pair["refresh_expires_at"] == "2026-11-21T10:00:00Z"
    assert pair["absolute_expires_at"] == "2026-11-21T17:00:00Z"
    at(minutes=30)
    renewed = api.post("/auth/tokens/refresh", json={"refresh_token": pair["refresh_token"]}).json
    assert renewed["refresh_expires_at"] == "2026-11-21T10:30:00Z"
    assert renewed["absolute_expires_at"] == "2026-11-21T17:00:00Z"


def test_an_idle_session_ends(tenant: Any, at: Any) -> None:
    rules(session={"idle_minutes": 5, "absolute_hours": 8})
    pair = services.sign_in(email=person().email, password=PASSWORD)
    # The access token lives no longer than the session that nobody renews.
    assert pair.expires_at == AT + timedelta(minutes=5)
    at(minutes=5)
    with pytest.raises(errors.TokenExpired):
        facade.authenticate_token(pair.access_token, tenant)
    with pytest.raises(errors.TokenExpired):
        services.refresh_session(refresh_token=pair.refresh_token)


def test_a_busy_session_ends_too(tenant: Any, at: Any) -> None:
    rules(session={"idle_minutes": 60, "absolute_hours": 2})
    pair = services.sign_in(email=person().email, password=PASSWORD)
    for _ in range(3):
        at(minutes=30)
        pair = services.refresh_session(refresh_token=pair.refresh_token)
    assert pair.refresh_expires_at == pair.absolute_expires_at == AT + timedelta(hours=2)
    at(minutes=30)
    with pytest.raises(errors.TokenExpired):
        services.refresh_session(refresh_token=pair.refresh_token)


@pytest.mark.parametrize("shorter", [{"idle_minutes": 30}, {"absolute_hours": 1}])
def test_limits_that_become_shorter_hold_for_open_sessions(tenant: Any, at: Any, shorter: Any) -> None:
    pair = services.sign_in(email=person().email, password=PASSWORD)
    at(minutes=61)
    rules(session=shorter)
    with pytest.raises(errors.SessionEnded):
        services.refresh_session(refresh_token=pair.refresh_token)


def test_a_service_account_has_no_absolute_end(tenant: Any, api: Any, at: Any) -> None:
    rules(session={"idle_minutes": 5, "absolute_hours": 1})
    account = facade.create_service_account(principal=None, name="Bot")
    pair = services.sign_in_service(user_id=account.user_id, secret=account.secret)
    assert pair.absolute_expires_at is None
    at(hours=30)
    assert services.refresh_session(refresh_token=pair.refresh_token)


# -- networks -----------------------------------------------------------------------------------------------


def from_(address: str) -> Any:
    return context.request_context(context.RequestContext(ip=address))


def test_staff_come_from_the_businesss_networks_only(tenant: Any, owner: Any, api: Any) -> None:
    customer = person(kind="customer", customer_id=uuid.uuid4())
    rules(networks=["203.0.113.0/24", "2001:db8::/32"])
    pair = None
    for address, lets in (
        ("203.0.113.7", True),
        ("2001:db8::1", True),
        ("::ffff:203.0.113.7", True),
        ("203.0.114.7", False),
        ("127.0.0.1", False),
        ("", False),
    ):
        with from_(address):
            if lets:
                pair = services.sign_in(email=owner.user.email, password=PASSWORD)
            else:
                with pytest.raises(errors.NetworkNotAllowed):
                    services.sign_in(email=owner.user.email, password=PASSWORD)
            assert services.sign_in(email=customer.email, password=PASSWORD)
    assert pair is not None
    # A token that was given inside does not work outside, and is not renewed there.
    reply = api.get("/me", token=pair.access_token)
    assert (reply.status, reply.code) == (403, "network_not_allowed")
    renewal = api.post("/auth/tokens/refresh", json={"refresh_token": pair.refresh_token})
    assert renewal.code == "network_not_allowed"
    with from_("203.0.113.9"):
        assert facade.authenticate_token(pair.access_token, tenant).allows("accounts.user.view")


def test_a_wrong_password_does_not_tell_of_networks(tenant: Any) -> None:
    user = person()
    rules(networks=["203.0.113.0/24"])
    with from_("198.51.100.1"), pytest.raises(errors.InvalidCredentials):
        services.sign_in(email=user.email, password="wrong")


def test_a_change_of_networks_counts_at_once(live_tenant: Any, live_api: Any) -> None:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    one, two = person(roles["owner"]), person(roles["owner"])
    first, second = (live_api.signed_in(facade.issue_session_for(u.id).access_token) for u in (one, two))
    assert second.get("/me").status == 200
    assert first.patch("/security/policy", json={"networks": ["127.0.0.0/8"]}).status == 200
    assert second.get("/me").status == 200
    with from_("198.51.100.1"), pytest.raises(errors.NetworkNotAllowed):
        facade.authenticate_token(second.token, live_tenant)
    shut = first.patch("/security/policy", json={"networks": ["203.0.113.0/24"]})
    assert (shut.status, shut.json["errors"][0]["code"]) == (409, "network_shuts_out")


@pytest.mark.parametrize(
    "network",
    [
        "203.0.113.7/24",
        "203.0.113.0/33",
        "203.0.113",
        "10.0.0.0/8 ",
        "::1/129",
        "0x7f.0.0.1/8",
        "any",
        "1.2.3.4/-1",
    ],
)
def test_nonsense_is_no_network(owner: Any, network: str) -> None:
    for method, path, more in (
        ("PATCH", "/security/policy", {}),
        ("POST", "/roles", {"code": "r", "name": {"en": "R"}, "permissions": []}),
    ):
        reply = owner.call(method, path, json={**more, "networks": ["127.0.0.0/8", network]})
        assert reply.status == 409, reply
        problem = reply.json["errors"][0]
        assert (problem["pointer"], problem["code"]) == ("/networks/1", "network_invalid")


def test_a_role_counts_from_its_networks_only(tenant: Any, api: Any) -> None:
    seen = services.create_role(
        principal=None, code="seen", names={"en": "S"}, permissions=["accounts.role.view"]
    )
    base = services.create_role(
        principal=None,
        code="base",
        names={"en": "B"},
        permissions=["accounts.user.view"],
        networks=["203.0.113.0/24"],
    )
    child = services.create_role(
        principal=None, code="child", names={"en": "C"}, permissions=["accounts.session.view"],
        parent_id=base.pk, networks=["203.0.113.0/25"],
    )  # fmt: skip
    pair = facade.issue_session_for(person(assignments=[Grant(seen.pk), Grant(child.pk)]).id)

    def held(address: str) -> list[str]:
        with from_(address):
            return sorted(facade.authenticate_token(pair.access_token, tenant).grants)

    everywhere, office = ["accounts.role.view"], ["accounts.session.view", "accounts.user.view"]
    assert held("203.0.113.5") == [*everywhere, *office]
    # Inherited rights do not come around the networks of the role that inherits them.
    assert held("203.0.113.200") == everywhere
    assert held("198.51.100.1") == everywhere
    refused = api.get("/users", token=pair.access_token)
    # What would count from the office is told as such, and what no role gives is not.
    assert (refused.status, refused.code) == (403, "network_not_allowed")
    assert "127.0.0.1" in refused.json["detail"]
    other = api.get("/audit-log", token=pair.access_token)
    assert (other.status, other.code) == (403, "permission_denied")


def test_nobody_shuts_themselves_out_by_a_role(owner: Any) -> None:
    made = owner.post("/roles", json={"code": "mine", "name": {"en": "M"}, "permissions": []}).json
    child = owner.post(
        "/roles", json={"code": "below", "name": {"en": "B"}, "permissions": [], "parent": made["id"]}
    ).json
    facade.assign_role(principal=None, user_id=owner.user.id, role="below")
    for role in (made, child):
        shut = owner.patch(f"/roles/{role['id']}", json={"networks": ["203.0.113.0/24"]})
        assert shut.json["errors"][0]["code"] == "network_shuts_out"
    kept = owner.patch(f"/roles/{made['id']}", json={"networks": ["203.0.113.0/24", "127.0.0.0/8"]})
    assert (kept.status, kept.json["networks"]) == (200, ["203.0.113.0/24", "127.0.0.0/8"])


def test_a_kept_session_with_networks_costs_no_query(live_tenant: Any, queries: Any) -> None:
    role = services.create_role(
        principal=None, code="office", names={"en": "O"}, permissions=["accounts.user.view"],
        networks=["203.0.113.0/24"], requires_second_factor=True,
    )  # fmt: skip
    rules(networks=["203.0.113.0/24"])
    with from_("203.0.113.5"):
        pair = services.issue_session_for(user=person(role.pk).id, second_factor=True)
        with queries() as cold:
            assert facade.authenticate_token(pair.access_token, live_tenant).allows("accounts.user.view")
        with queries() as warm:
            assert facade.authenticate_token(pair.access_token, live_tenant).allows("accounts.user.view")
    assert len(cold) <= 2
    assert len(warm) == 0


# -- the client's address -----------------------------------------------------------------------------------

PROXIES = ("10.0.0.0/8", "127.0.0.1", "2001:db8:1::/48")


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        (
            "198.51.100.1",
            "203.0.113.7",
            "198.51.100.1",
        ),  # Not by a proxy: the header is the client's own word.
        ("10.0.0.1", "203.0.113.7", "203.0.113.7"),
        (
            "10.0.0.1",
            "1.1.1.1, 203.0.113.7",
            "203.0.113.7",
        ),  # What the client put in front counts for nothing.
        ("10.0.0.1", "203.0.113.7, 10.0.0.9, 10.1.2.3", "203.0.113.7"),
        ("10.0.0.1", "10.0.0.9", "10.0.0.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.7, nonsense", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.7:443", "10.0.0.1"),
        ("2001:db8:1::5", "2001:DB8:2::0:1", "2001:db8:2::1"),
        ("::ffff:10.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),
        ("", "203.0.113.7", ""),
    ],
)
def test_only_trusted_proxies_name_the_client(peer: str, forwarded: str, client: str) -> None:
    meta = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    assert client_address(meta, PROXIES) == client
    assert client_address(meta, ()) == ("10.0.0.1" if peer == "::ffff:10.0.0.1" else peer)


def test_the_header_reaches_the_allow_list_from_a_proxy_only(owner: Any) -> None:
    rules(networks=["203.0.113.0/24"])
    said = {"X-Forwarded-For": "203.0.113.7"}
    assert owner.get("/me", headers=said).code == "network_not_allowed"
    with override_settings(TRUSTED_PROXIES=("127.0.0.1",)):
        assert owner.get("/me", headers=said).status == 200
        assert owner.get("/me", headers={"X-Forwarded-For": "203.0.113.7, 198.51.100.1"}).status == 403


def test_a_session_keeps_its_place(tenant: Any) -> None:
    with from_("10.1.2.3"):
        pair = facade.issue_session_for(person().id)
    assert Session.objects.get(pk=pair.session_id).place == "local"


def test_the_live_stream_asks_from_where_as_well(live_tenant: Any) -> None:
    from starlette.requests import HTTPConnection

    from backend.config.listening import admit

    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    token = facade.issue_session_for(person(roles["owner"]).id).access_token
    rules(networks=["203.0.113.0/24"])

    def come(peer: str, forwarded: str = "") -> Any:
        headers = {
            "host": "testserver", "x-tenant": live_tenant.slug, "authorization": f"Bearer {token}",
            "x-forwarded-for": forwarded,
        }  # fmt: skip
        return admit(
            HTTPConnection(
                {
                    "type": "http",
                    "scheme": "http",
                    "path": "/api/v1/events/stream",
                    "query_string": b"",
                    "server": ("testserver", 80),
                    "client": (peer, 40_000),
                    "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
                }
            )
        )

    assert come("203.0.113.5").tenant.id == live_tenant.id
    for peer, forwarded in (("198.51.100.1", ""), ("198.51.100.1", "203.0.113.5")):
        with pytest.raises(errors.NetworkNotAllowed):
            come(peer, forwarded)
    with override_settings(TRUSTED_PROXIES=("198.51.100.0/24",)):
        assert come("198.51.100.1", "203.0.113.5")


@pytest.mark.parametrize("networks", ["10.0.0.1/8", "proxy.example", "10.0.0.0/33"])
def test_trusted_proxies_are_networks(networks: str) -> None:
    from backend.config.env import EnvironmentFault, read

    assert read({"GUILDHALL_TRUSTED_PROXIES": "10.0.0.0/8, 127.0.0.1"}).trusted_proxies == (
        "10.0.0.0/8",
        "127.0.0.1",
    )
    with pytest.raises(EnvironmentFault, match="GUILDHALL_TRUSTED_PROXIES"):
        read({"GUILDHALL_TRUSTED_PROXIES": networks})
