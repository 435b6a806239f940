"""Making tenants: from the pool, from the release's text, all or nothing, and at once from many sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from backend.kernel import tenancy
from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, schema_of, tenant_context
from backend.platform.tenants import facade, filling, pool, services
from backend.platform.tenants.errors import NoSchemaReady, SlugReserved, SlugTaken
from backend.platform.tenants.models import PooledSchema, Tenant
from backend.platform.tenants.owner import owner_connection

STATEMENTS = 5
"""What making a business out of the pool asks of the database, besides what domains and packs write."""


def ready() -> int:
    """How many schemas the pool holds."""
    with tenant_context(PUBLIC):
        return PooledSchema.objects.count()


@pytest.fixture
def provisioners() -> Iterator[None]:
    """What a test registers goes away with it."""
    before = list(filling._entries)
    yield
    filling._entries[:] = before


@pytest.fixture
def no_provisioners(provisioners: None) -> None:
    """The tenant's making alone, without what domains and packs write into it."""
    filling._entries.clear()


def test_a_tenant_of_the_pool_makes_no_table(
    database: str, no_provisioners: None, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    """Milliseconds are for `make bench` and `make tenants`; what it asks of the database is for here."""
    pool.make_schemas(max(0, 3 - ready()))
    services.drop_tenant(tenant_id=services.provision_tenant(slug="warm-0", name="Warm").id)
    before = ready()
    with queries() as seen:
        tenant = services.provision_tenant(slug="warm-1", name="Warm")
    assert ready() == before - 1
    assert not [one for one in seen if re.match(r"\s*(CREATE|ALTER|GRANT|DROP)\b", one)]
    assert len(seen) == STATEMENTS, seen
    services.drop_tenant(tenant_id=tenant.id)


def test_an_empty_pool_makes_one(database: str, make_tenant: Callable[..., TenantInfo]) -> None:
    with owner_connection() as owner:
        for (one,) in owner.execute("SELECT id FROM public.tenants_pooledschema").fetchall():
            assert pool.drop_pooled(owner, one)
    info = make_tenant()
    with tenant_context(info):
        Sequence.objects.create(name="probe", value=7)
        assert Sequence.objects.get(name="probe").value == 7
    assert pool.refill_pool(2) == 2
    assert ready() == 2
    assert pool.refill_pool(2) == 0


def test_the_pool_drops_what_an_older_release_made(database: str) -> None:
    (old,) = pool.make_schemas(1)
    with tenant_context(PUBLIC):
        PooledSchema.objects.filter(id=old).update(fingerprint="older")
        before = set(PooledSchema.objects.exclude(id=old).values_list("id", flat=True))
    pool.refill_pool(len(before))
    with tenant_context(PUBLIC):
        assert set(PooledSchema.objects.values_list("id", flat=True)) == before
    with owner_connection() as owner:
        assert owner.execute("SELECT to_regnamespace(%s)", [schema_of(old)]).fetchone() == (None,)


def test_provisioners_fill_in_the_same_transaction(database: str, provisioners: None) -> None:
    seen: list[TenantInfo] = []

    def fill(tenant: TenantInfo) -> None:
        seen.append(tenancy.current())
        Sequence.objects.create(name="filled", value=7)

    filling.register_provisioner("test.fill", fill, order=1)
    tenant = services.provision_tenant(slug="filled", name="Filled", languages=("fa", "en"), currency="IRR")
    try:
        assert seen == [tenant.info()]
        with tenant_context(tenant.info()):
            assert Sequence.objects.get(name="filled").value == 7
        found = facade.find_tenant("filled")
        assert found is not None
        assert (found.currency, found.language, found.schema) == ("IRR", "fa", schema_of(tenant.id))
        assert facade.get_tenant(tenant.id) == found
        assert found in facade.list_tenants()
    finally:
        services.drop_tenant(tenant_id=tenant.id)
    assert facade.find_tenant("filled") is None
    with pytest.raises(LookupError):
        facade.get_tenant(tenant.id)


def test_without_a_schema_to_be_had_there_is_no_business(
    database: str, no_provisioners: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    monkeypatch.setattr(services, "_claim_and_fill", lambda *_args, **_facts: None)
    monkeypatch.setattr(pool, "make_schemas", made.append)
    with pytest.raises(NoSchemaReady) as refusal:
        services.provision_tenant(slug="none-left", name="None")
    assert (refusal.value.status, refusal.value.code, refusal.value.retry_after) == (
        503,
        "tenant_no_schema",
        5,
    )
    assert made == [1, 1, 1]
    assert facade.find_tenant("none-left") is None


def test_a_failing_provisioner_undoes_all(database: str, provisioners: None) -> None:
    if not ready():
        pool.make_schemas(1)
    before = ready()

    def fill(tenant: TenantInfo) -> None:
        Sequence.objects.create(name="half", value=1)
        raise KeyError(tenant.schema)

    filling.register_provisioner("test.break", fill, order=1)
    with pytest.raises(KeyError) as broken:
        services.provision_tenant(slug="broken", name="Broken")
    assert facade.find_tenant("broken") is None
    assert ready() == before, "the schema is back in the pool"
    with owner_connection() as owner:
        rows = owner.execute(
            f'SELECT name, count(*) FROM "{broken.value.args[0]}".kernel_sequence GROUP BY name'.encode()
        ).fetchall()
        assert rows == [("reference", 4)], (
            "no more than the template has: a mark of each kind of reference data"
        )


@pytest.mark.parametrize(
    "slug", ["", "Upper", "-a", "a-", "a b", "a_b", "é", "a" * 64, "api", "platform", "ten-x"]
)
def test_slugs_that_are_no_address(slug: str, database: str) -> None:
    with pytest.raises(SlugReserved):
        services.provision_tenant(slug=slug, name="X")


def test_a_taken_slug(alpha: TenantInfo) -> None:
    before = ready()
    with pytest.raises(SlugTaken):
        services.provision_tenant(slug="alpha", name="Again")
    assert ready() == before


def test_many_at_once_get_different_schemas(
    database: str, no_provisioners: None, run_parallel: Callable[..., list[Any]]
) -> None:
    pool.make_schemas(max(0, 4 - ready()))
    made = run_parallel(lambda n: services.provision_tenant(slug=f"many-{n}", name="Many").id, 4)
    try:
        assert len(set(made)) == 4
    finally:
        for one in made:
            services.drop_tenant(tenant_id=one)


def test_one_slug_at_once_is_one_tenant(
    database: str, no_provisioners: None, run_parallel: Callable[..., list[Any]]
) -> None:
    pool.make_schemas(max(0, 4 - ready()))
    before = ready()
    made = run_parallel(
        lambda _: services.provision_tenant(slug="only-one", name="One"), 4, return_exceptions=True
    )
    done = [one for one in made if isinstance(one, Tenant)]
    try:
        assert len(done) == 1
        assert all(isinstance(one, SlugTaken) for one in made if one not in done)
        assert ready() == before - 1
    finally:
        for one in done:
            services.drop_tenant(tenant_id=one.id)


def test_dropping_leaves_nothing(database: str, no_provisioners: None) -> None:
    pool.make_schemas(1)  # Made in this database, so its role is used here only.
    with tenant_context(PUBLIC):
        newest = PooledSchema.objects.order_by("-created_at").values_list("id", flat=True)[0]
        PooledSchema.objects.filter(id=newest).update(created_at="2000-01-01T00:00:00Z")
    tenant = services.provision_tenant(slug="leaving", name="Leaving")
    assert tenant.id == newest
    services.drop_tenant(tenant_id=tenant.id)
    services.drop_tenant(tenant_id=tenant.id)
    with owner_connection() as owner:
        assert owner.execute("SELECT to_regnamespace(%s)", [tenant.schema_name]).fetchone() == (None,)
        assert (
            owner.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", [role_of(tenant.schema_name)]
            ).fetchone()
            is None
        )
