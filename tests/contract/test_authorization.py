"""Who may call what: every operation of the register against every kind of caller who may not.

A refusal changes nothing: a digest of every row of the schema is the same before and after. Ids of another business
are in `tests/kernel/tenancy/test_wall_contract.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import connection

from backend.core.accounts import credentials
from backend.core.accounts.models import ApiKey
from backend.kernel import clock
from backend.kernel.api.actions import AUTHENTICATED, PUBLIC
from backend.kernel.permissions import CATALOGUE
from backend.kernel.tenancy import TenantInfo
from tests.contract.calls import CALLS, Sent
from tests.contract.watch import contract
from tests.contract.world import World, registered

#: Keys are kept for refusals too; a session's last use is not the request's effect.
UNCOUNTED = ("kernel_idempotencykey", "accounts_session")
#: A public place has tables of other tests beside it: only what an operator's route may write is compared.
OPERATORS_TABLES = ("tenants_", "backups_", "accounts_", "audit_")


def digest(schema: str) -> str:
    """A digest of every row of every table of a schema, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = %s AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1",
            [schema],
        )
        tables = [name for (name,) in cursor.fetchall() if not name.endswith(UNCOUNTED)]
        if schema == "public":
            tables = [name for name in tables if name.startswith(OPERATORS_TABLES)]
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{name}', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)"
                f' FROM "{schema}"."{name}" t'
                for name in tables
            )
        )
        return hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()


class Unchanged:
    """`with Unchanged(world): …` fails where a row has changed."""

    def __init__(self, world: World) -> None:
        self.schema = world.info.schema

    def __enter__(self) -> None:
        self.before = digest(self.schema)

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None:
            assert digest(self.schema) == self.before, "a refusal changed rows"


def prepared(world: World, operation_id: str) -> Sent:
    """The entry's good call, its rows made beforehand."""
    good = CALLS[operation_id].good
    return Sent(
        json=world.value(good.json),
        data=world.value(good.data),
        query=world.value(good.query),
        headers=world.value(good.headers),
        id=world.value(good.id),
        content_type=good.content_type,
    )


def narrow_key(world: World, permission: Any) -> str:
    """An API key of who may do everything, cut to all but one permission; of a bulk request's to none that fits."""
    key = credentials.make_key()
    named = permission not in (PUBLIC, AUTHENTICATED)
    scopes = sorted(set(CATALOGUE) - {permission.code}) if named else ["audit.entry.view"]
    ApiKey.objects.create(
        user_id=world.owner().pk,
        name="narrow",
        hint=credentials.hint_of(key),
        digest=credentials.digest_of(key),
        scopes=scopes,
        # Its use is noted once in a while: not in the test, which compares all rows.
        last_used_at=clock.now(),
    )
    return key


def access(operation_id: str) -> Any:
    return registered()[operation_id][1].permission


@pytest.mark.parametrize("operation_id", sorted(CALLS))
def test_a_caller_who_may_not(
    operation_id: str,
    place: Callable[[str], World],
    make_other: Callable[[TenantInfo], str],
    refused_user: Callable[[World], str],
) -> None:
    world = place(operation_id)
    permission = access(operation_id)
    sent = prepared(world, operation_id)
    colleague = refused_user(world)
    narrow = narrow_key(world, permission)
    stranger = make_other(world.info)
    forged = world.token[:-6] + "AAAAAA"
    with Unchanged(world):
        # A token that is not good here is refused everywhere, public places too.
        for token in (stranger, forged, "x"):
            reply = world.send(operation_id, sent, token=token)
            assert reply.status == 401, (token[:20], reply)
            assert reply.headers["WWW-Authenticate"].startswith("Bearer")
        if permission is PUBLIC:
            return
        reply = world.send(operation_id, sent, token="")
        assert (reply.status, reply.code) == (401, "not_authenticated"), reply
        if permission is not AUTHENTICATED:
            # The key's owner may do everything, and the key everything but this.
            for token in (colleague, narrow):
                reply = world.send(operation_id, sent, token=token)
                assert (reply.status, reply.code) == (403, "permission_denied"), reply
        elif operation_id.endswith("_bulk"):
            # Each line of a bulk request needs its own permission.
            for token in (colleague, narrow):
                reply = world.send(operation_id, sent, token=token)
                assert reply.status == 207, reply
                told = {(line["status"], line["problem"]["code"]) for line in reply.json["results"]}
                assert told == {(403, "permission_denied")}, reply
        elif registered()[operation_id][1].name not in registered()[operation_id][0].for_credentials:
            # What needs no permission cannot be cut from a key either: only a session may.
            reply = world.send(operation_id, sent, token=narrow)
            assert (reply.status, reply.code) == (403, "credential_restricted"), reply


def addressed(names: Iterable[str]) -> list[str]:
    """The operations whose address names a row."""
    return [name for name in names if name in registered() and registered()[name][1].detail]


@pytest.fixture
def make_other(beta: TenantInfo) -> Callable[[TenantInfo], str]:
    """The token of somebody of another business, who may do everything there."""
    from backend.kernel.tenancy import tenant_context

    def make(_here: TenantInfo) -> str:
        with tenant_context(beta):
            return World(beta, "", "").user("*")

    return make


@pytest.fixture
def refused_user() -> Callable[[World], str]:
    """The token of somebody of this business who may do nothing."""
    return lambda world: world.user()


def test_the_exceptions_are_few(database: str) -> None:
    """What needs no permission is what one does before or about oneself; a new one is a decision."""
    free = {name for name in contract().operations if access(name) in (PUBLIC, AUTHENTICATED)}
    about_oneself = {
        name for name in free if name.removeprefix("platform_").startswith(("me_", "auth_", "access_"))
    }
    per_line = {name for name in free if name.endswith("_bulk")}
    # Standards, the same for everybody: currencies, locales.
    standards = {
        name for name in free if name.endswith("_catalogue") and registered()[name][1].method == "GET"
    }
    assert free - about_oneself - per_line - standards == {
        "branding_retrieve",
        "capabilities_retrieve",
        "branches_open",
        "consents_cookies",
        "consents_record_visitor",
        "files_download",
        "files_image",
        "invitations_accept",
        "invitations_show",
        "legal_documents_accept",
        "legal_documents_awaiting",
        "legal_documents_current",
        "legal_documents_list",
        "legal_documents_retrieve",
        "my_data_package",
        "oauth_authorization",
        "oauth_authorize",
        "oauth_introspect",
        "oauth_revoke",
        "oauth_scopes",
        "oauth_token",
        "oidc_finish",
        "oidc_providers",
        "oidc_start",
        "platform_invitations_accept",
        "platform_invitations_show",
        "quotes_create",
        "quotes_open",
    }


def test_each_operation_names_its_permission_and_the_catalogue_has_it(desk: World) -> None:
    groups = desk.good("permissions_catalogue").json["data"]
    shown = {item["code"] for group in groups for item in group["permissions"]}
    assert len(shown) == sum(len(group["permissions"]) for group in groups)
    assert all(group["permissions"] and group["label"] for group in groups)
    for name, operation in contract().operations.items():
        permission = access(name)
        wanted = {PUBLIC: "public", AUTHENTICATED: "authenticated"}.get(permission, str(permission))
        assert operation["x-permission"] == wanted, name
        if permission not in (PUBLIC, AUTHENTICATED):
            assert permission.code in CATALOGUE, name
            # The operator's own permissions do not exist in a business, the others do.
            assert (permission.code in shown) == (permission.group != "platform"), name


def test_every_operation_is_in_the_matrix() -> None:
    assert set(CALLS) == set(contract().operations)
