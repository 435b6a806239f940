"""A business is suspended, waits for its deletion, comes back, or ends and leaves nothing."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import redis
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.core.files import facade as files
from backend.core.files.config import config
from backend.core.files.storage import blob_key
from backend.kernel import clock, tenancy
from backend.kernel.api.routes import REGISTER
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal, system_principal
from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, tenant_context
from backend.kernel.tenancy.middleware import SAFE, TenantMiddleware
from backend.platform.backups.configuration import configuration
from backend.platform.backups.models import Backup, Restore
from backend.platform.tenants import domain_services, lifecycle, purging
from backend.platform.tenants.errors import (
    DeletionNotDue,
    TenantTransitionForbidden,
    TransitionFieldUseless,
)
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.owner import owner_connection
from tests.support.client import Api

OPERATOR = system_principal(None, "public")


def go(info: TenantInfo, transition: str, **given: Any) -> Tenant:
    """A committed transition by an operator."""
    with tenant_context(PUBLIC):
        return lifecycle.transition_tenant(
            principal=OPERATOR, tenant_id=info.id, transition=transition, **given
        )


def owner_of(info: TenantInfo) -> tuple[str, str]:
    """Makes the owner of a business; an access and a refresh token."""
    with tenant_context(info):
        role = accounts.seed_roles([RoleSpec("everything", {"en": "All"}, ("*",))])["everything"]
        user = accounts.create_user(
            principal=None,
            name="Owner",
            email="owner@life.example",
            password="a long enough secret",
            assignments=[Grant(role)],
        )
        pair = accounts.issue_session_for(user)
    return pair.access_token, pair.refresh_token


def test_a_business_that_is_read_only(make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant()
    token, refresh = owner_of(info)
    api = Api(info, token)
    assert api.get("/me").status == 200
    go(info, "suspend", mode="read_only", reason="an unpaid bill")
    assert api.get("/me").status == 200
    assert api.get("/users").status == 200
    assert api.call("OPTIONS", "/users").code != "tenant_read_only"
    for method, path, body in (
        ("PATCH", "/me", {"name": "Else"}),
        ("POST", "/users", {"name": "New"}),
        ("POST", "/quotes", {"lines": []}),
        ("DELETE", "/branches/brn_01h455vb4pex5vsknk084sn02q", None),
    ):
        reply = api.call(method, path, json=body)
        assert (reply.status, reply.code) == (403, "tenant_read_only"), (path, reply)
    # Who may read must be able to sign in, and to stay.
    opened = Api(info).post(
        "/auth/tokens", json={"email": "owner@life.example", "password": "a long enough secret"}
    )
    assert opened.status == 201, opened
    assert Api(info).post("/auth/tokens/refresh", json={"refresh_token": refresh}).status == 200
    with tenant_context(info):
        assert accounts.user_by_email("owner@life.example").name == "Owner"  # type: ignore[union-attr]
    go(info, "activate")
    assert api.patch("/me", json={"name": "Else"}).status == 200


OPEN_WHILE_READ_ONLY = {
    # Signing in and staying in.
    "auth_sign_in",
    "auth_refresh",
    "auth_sign_out",
    "auth_second_factor",
    "auth_second_factor_code",
    "auth_change_expired_password",
    "access_request_password_reset",
    "access_reset_password",
    "oidc_start",
    "oidc_finish",
    "oauth_token",
    "oauth_introspect",
    "oauth_revoke",
    # Protecting an account, one's own or another's.
    "me_account_change_password",
    "me_sessions_delete",
    "me_sessions_revoke_others",
    "me_second_factors_enrol",
    "me_second_factors_confirm",
    "me_second_factors_send_code",
    "me_second_factors_verify",
    "me_second_factors_remove",
    "me_second_factors_renew_recovery_codes",
    "me_identities_delete",
    "me_applications_delete",
    "me_api_keys_delete",
    "api-keys_delete",
    "users_revoke_sessions",
    "users_reset_second_factors",
    "users_unlock",
    "users_send_password_reset",
    "invitations_revoke",
    # Reading by POST.
    "invitations_show",
    "files_links",
    "quotes_open",
}


def test_which_writes_are_open_while_a_business_is_read_only() -> None:
    """The whole list: an operation that is new is closed, and one that is opened is opened here too."""
    import_module(settings.ROOT_URLCONF)
    declared = {
        f"{resource.plural}_{operation.name}": (resource, operation)
        for _stem, resource in REGISTER
        if not resource.platform
        for operation in resource.operations.values()
        if operation.method not in SAFE
    }
    found = {name for name, (resource, one) in declared.items() if one.name in resource.while_read_only}
    assert found == OPEN_WHILE_READ_ONLY
    assert len(declared) > 2 * len(found), "most are closed"


def test_every_write_goes_by_the_list() -> None:
    """What the middleware answers for each, whoever asks: the list is what it heeds, and not the path."""
    info = dataclasses.replace(PUBLIC, schema="t_none", status="suspended", mode="read_only")
    middleware = TenantMiddleware(lambda request: HttpResponse())
    import_module(settings.ROOT_URLCONF)
    seen = set()
    with tenant_context(info):
        for stem, resource in REGISTER:
            if resource.platform:
                continue
            for operation in resource.operations.values():
                words = [stem, encode("usr", uuid.uuid4()) if operation.detail else "", operation.path]
                request = RequestFactory().generic(
                    operation.method, "/api/v1/" + "/".join(word for word in words if word)
                )
                request.tenant = info  # type: ignore[attr-defined]
                match = resolve(request.path)
                refused = middleware.process_view(request, match.func, match.args, match.kwargs)
                name = f"{resource.plural}_{operation.name}"
                opened = operation.method in SAFE or name in OPEN_WHILE_READ_ONLY
                assert (refused is None) == opened, (name, refused and refused.content)
                seen.add(name)
    assert seen >= OPEN_WHILE_READ_ONLY


def test_who_is_in_a_business_that_is_read_only_is_protected(make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant()
    token, _refresh = owner_of(info)
    go(info, "suspend", mode="read_only", reason="an unpaid bill")
    api = Api(info, token)
    assert api.post("/me/sessions/revoke-others").status == 200
    assert api.post("/me/second-factors/enrolments", json={"method": "totp"}).status == 201
    body = {"current_password": "a long enough secret", "new_password": "seven green umbrellas"}
    assert api.post("/me/password", json=body).status == 204
    for path in ("/auth/registrations", "/auth/registrations/confirm", "/invitations/accept"):
        assert Api(info).post(path, json={}).code == "tenant_read_only", path


def test_a_business_that_is_closed(make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant(languages=("uk", "en"))
    token, _refresh = owner_of(info)
    go(info, "suspend", mode="read_only")
    shut = Api(info, token).patch("/me", json={"name": "X"})
    assert (shut.code, shut.json["tenant_status"]) == ("tenant_read_only", "suspended")
    go(info, "suspend", mode="closed")
    # Whoever comes is told in the business's own language, and programs by a member.
    told = Api(info).get("/locales").json
    assert (told["tenant_status"], told["detail"]) == ("suspended", "Цей бізнес не працює: призупинений.")
    english = Api(info).get("/locales", headers={"Accept-Language": "en"}).json
    assert english["detail"] == "This business is not open: suspended."
    for method, path in (("GET", "/me"), ("GET", "/locales"), ("POST", "/auth/tokens"), ("PATCH", "/me")):
        reply = Api(info, token).call(method, path, json=None if method == "GET" else {})
        assert (reply.status, reply.code) == (403, "tenant_closed"), (path, reply)


@pytest.mark.parametrize("former", ["trial", "active", "read_only"])
def test_a_cancelled_deletion_leads_back(former: str, make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant(status="trial" if former == "trial" else "active")
    if former == "read_only":
        go(info, "suspend", mode="read_only", reason="an unpaid bill")
    before = go_back = clock.now()
    row = go(info, "schedule_deletion", grace_days=14, reason="they asked", keep_backups=True)
    assert (row.status, row.access, row.reason) == ("deletion_scheduled", "closed", "they asked")
    assert before + timedelta(days=14) <= row.purge_at <= clock.now() + timedelta(days=14)  # type: ignore[operator]
    assert Api(info).get("/locales").code == "tenant_closed"
    with pytest.raises(TenantTransitionForbidden):
        go(info, "activate")
    with pytest.raises(DeletionNotDue):
        purging.purge_tenant(tenant_id=info.id, at=go_back + timedelta(days=13))
    row = go(info, "cancel_deletion")
    wanted = {
        "trial": ("trial", "open", ""),
        "active": ("active", "open", ""),
        "read_only": ("suspended", "read_only", "an unpaid bill"),
    }[former]
    assert (row.status, row.access, row.reason) == wanted
    assert (row.purge_at, row.former, row.keep_backups) == (None, None, False)
    with pytest.raises(DeletionNotDue):
        purging.purge_tenant(tenant_id=info.id, at=go_back + timedelta(days=400))
    assert Api(info).get("/locales").status == 200


def test_a_field_that_a_transition_does_not_take(make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant()
    for transition, field in (("activate", "mode"), ("suspend", "grace_days"), ("cancel_deletion", "mode")):
        with pytest.raises(TransitionFieldUseless) as refused:
            go(info, transition, **{field: "closed"})
        assert refused.value.pointer == f"/{field}"


def test_only_who_manages_businesses(make_tenant: Callable[..., TenantInfo]) -> None:
    from backend.kernel.permissions import PermissionDenied

    info = make_tenant()
    nobody = Principal(kind="operator", user_id=uuid.uuid4(), tenant_id=None, schema="public")
    with pytest.raises(PermissionDenied), tenant_context(PUBLIC):
        lifecycle.transition_tenant(principal=nobody, tenant_id=info.id, transition="suspend")


# -- the end ----------------------------------------------------------------------------------------------


@pytest.fixture
def furnished(make_tenant: Callable[..., TenantInfo]) -> Iterator[TenantInfo]:
    """A business with something of everything that stands outside its schema."""
    info = make_tenant()
    owner_of(info)
    content = b"a page of a contract"
    with tenant_context(info):
        files.tenant_storage().put(blob_key(hashlib.sha256(content).hexdigest()), io.BytesIO(content))
        cache.set("something", "kept", timeout=600)
    with tenant_context(PUBLIC):
        domain_services.create_domain(principal=OPERATOR, tenant=info.id, domain=f"{info.slug}.example")
        backup = Backup.objects.create(
            tenant_id=info.id, slug=info.slug, schema=info.schema, state="failed", error="no room"
        )
        Restore.objects.create(
            backup=backup, tenant_id=info.id, schema=info.schema, mode="preview", state="failed"
        )
    for store in configuration().stores:
        store.put(f"{encode('ten', info.id)}/{encode('bkp', backup.id)}/schema", b"sealed")
    with owner_connection() as owner:
        owner.execute(f'CREATE SCHEMA "{info.schema}__kept_abc"')
        owner.execute(f'CREATE TABLE "{info.schema}__kept_abc".orders (id int)')
        owner.execute(
            "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, 'events', now())",
            [info.schema],
        )
    yield info
    connections.close_all()
    with owner_connection() as owner:
        owner.execute(f'DROP SCHEMA IF EXISTS "{info.schema}__kept_abc" CASCADE')


def traces(info: TenantInfo) -> dict[str, Any]:
    """Where something of a business is, by place; only what the operator's audit log remembers is left out."""
    found: dict[str, Any] = {}
    marks = (info.schema, info.id.hex, str(info.id), info.slug)
    with owner_connection() as owner:
        schemas = owner.execute(
            "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, %s)", [info.schema]
        ).fetchall()
        roles = owner.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = %s", [role_of(info.schema)]
        ).fetchall()
        found |= {"schemas": schemas, "roles": roles}
        tables = owner.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'audit_%%'"
        ).fetchall()
        for (table,) in tables:
            (count,) = owner.execute(
                f'SELECT count(*) FROM public."{table}" t WHERE ' + " OR ".join(["t::text LIKE %s"] * 4),
                [f"%{mark}%" for mark in marks],
            ).fetchone()  # type: ignore[misc]
            if count:
                found[table] = count
    found["files"] = list((Path(config().root) / info.schema).rglob("*"))
    found["folder"] = [path for path in [Path(config().root) / info.schema] if path.exists()]
    found["backups"] = [
        name for store in configuration().stores for name in store.names(encode("ten", info.id))
    ]
    client = redis.Redis.from_url(settings.REDIS_URL)
    found["keys"] = list(client.scan_iter(match=f"*{info.id.hex}*", count=1000))
    client.close()
    return {place: what for place, what in found.items() if what}


def test_a_purged_business_leaves_nothing(furnished: TenantInfo) -> None:
    info = furnished
    go(info, "schedule_deletion", grace_days=30)
    assert Api(info).get("/locales").code == "tenant_closed"
    assert set(traces(info)) == {
        "schemas",
        "roles",
        "tenants_tenant",
        "tenants_domain",
        "kernel_eventsignal",
        "backups_backup",
        "backups_restore",
        "files",
        "folder",
        "backups",
        "keys",
    }
    now = clock.now()
    assert purging.purge_due(at=now + timedelta(days=29)) == (0, 0)
    assert purging.purge_due(at=now + timedelta(days=31)) == (1, 0)
    assert traces(info) == {}
    assert Api(info).get("/locales").code == "tenant_unknown"
    # A second run has nothing to do.
    assert purging.purge_due(at=now + timedelta(days=31)) == (0, 0)
    with owner_connection() as owner:
        told = owner.execute(
            "SELECT count(*) FROM public.audit_entry WHERE row_id = %s", [info.id]
        ).fetchone()
    assert told is not None
    assert told[0] >= 3  # Made, scheduled, ended.


def test_backups_that_are_kept(furnished: TenantInfo) -> None:
    info = furnished
    go(info, "schedule_deletion", grace_days=0, keep_backups=True)
    assert purging.purge_due() == (1, 0)
    assert set(traces(info)) == {"backups", "backups_backup", "backups_restore"}
    with tenant_context(PUBLIC):
        from backend.platform.backups.facade import erase_backups

        erase_backups(info)
    assert traces(info) == {}


def test_a_purge_that_fails_goes_on_later(furnished: TenantInfo, monkeypatch: pytest.MonkeyPatch) -> None:
    info = furnished
    go(info, "schedule_deletion", grace_days=0)

    def away(_tenant: TenantInfo) -> None:
        raise files.StorageDown("no route to the storage")

    whole = dict(purging._purgers)
    monkeypatch.setitem(purging._purgers, "files", away)
    assert purging.purge_due() == (0, 1)
    with tenant_context(PUBLIC):
        row = Tenant.objects.get(pk=info.id)
        assert (row.status, row.access) == ("purging", "closed")
    # There is no way back from here.
    for transition in ("cancel_deletion", "activate", "suspend"):
        with pytest.raises(TenantTransitionForbidden):
            go(info, transition)
    monkeypatch.setitem(purging._purgers, "files", whole["files"])
    assert purging.purge_due() == (1, 0)
    assert traces(info) == {}


def test_the_clock_purges(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.kernel.schedule import ENTRIES
    from backend.platform.tenants import tasks

    assert ENTRIES["tenants.purge"].seconds <= 3600
    asked: list[str] = []
    monkeypatch.setattr(purging, "purge_due", lambda: (asked.append(tenancy.schema_name()), 0))
    tasks.purge.apply(throw=True).get()
    assert asked == ["public"]
