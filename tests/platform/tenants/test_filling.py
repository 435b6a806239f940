"""Schemas filled ahead: a business gets the same rows from them as from a schema that is filled when it is made."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection

from backend.business.ledger import facade as ledger
from backend.business.ledger.errors import BookAlreadyOpened
from backend.business.ledger.types import Entry, credit, debit
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Assignment
from backend.core.accounts.types import OWNER, RoleSpec
from backend.kernel import clock, crypto, db
from backend.kernel.models import Sequence
from backend.kernel.money import Money
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.packs import applying, reading
from backend.platform.tenants import filling, pool, services
from backend.platform.tenants.models import PooledSchema
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.types import Ahead, Facts, OwnerSpec

PACKS = [name for name in reading.names() if name != "common"]
ELSEWHERE = {"currency": "EUR", "languages": ("ru", "en"), "timezone": "America/St_Johns", "country": "CA"}
MOST_STATEMENTS = 25
"""What making a business costs at most, out of a schema that was filled ahead."""
OWNER_SPEC = OwnerSpec("Ulugh Beg", "ulugh@example.com", "a long enough secret")


@pytest.fixture(autouse=True)
def only_this_pool(database: str) -> Iterator[None]:
    """What a test lays in store, and who fills it, goes away with it."""
    with tenant_context(PUBLIC):
        before = set(PooledSchema.objects.values_list("id", flat=True))
    entries = list(filling._entries)
    yield
    filling._entries[:] = entries
    with tenant_context(PUBLIC), owner_connection() as owner:
        for row in PooledSchema.objects.exclude(id__in=before).exclude(variant=""):
            pool.drop_pooled(owner, row.id)


def stored(**fields: Any) -> int:
    """How many ready schemas of a kind there are."""
    with tenant_context(PUBLIC):
        return PooledSchema.objects.filter(**fields).count()


def lay_in_store(name: str, count: int = 1) -> None:
    """Fills this many schemas for a name of the pool, besides what is there."""
    pool.refill_pool({"empty": 2, name: count})


# -- equal ------------------------------------------------------------------------------------------------

_UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
_TYPEID = re.compile(r"\b([a-z]{3})_[0-7][0-9a-hjkmnp-tv-z]{25}\b")
_NOW = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(\+\d\d:?\d\d|Z)?")


def contents(schema: str) -> dict[str, list[str]]:
    """Every row of a schema as text, without what chance and the clock decide.

    An id becomes a name of the row that it belongs to (its table and its own text), so that a reference to
    another row is another text. The audit is folded: what each row is, according to it.
    """
    with owner_connection() as owner:
        tables = [
            name
            for (name,) in owner.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind = 'r'",
                [schema],
            ).fetchall()
        ]
        rows = {
            table: [
                row
                for (row,) in owner.execute(
                    f'SELECT to_jsonb(r) FROM "{schema}"."{table}" r'.encode()
                ).fetchall()
            ]
            for table in tables
            if table != "django_migrations"
        }
    rows["audit_entry"] = folded(rows["audit_entry"])
    texts = {
        table: [_still(json.dumps(row, sort_keys=True)) for row in found] for table, found in rows.items()
    }
    names: dict[str, str] = {}
    for table, found in texts.items():
        for row, text in zip(rows[table], found, strict=True):
            key = row.get("id") or row.get("uuid")
            if isinstance(key, str):
                names[key.replace("-", "")] = f"{table}:{_UUID.sub('~', text)}"

    def name(match: re.Match[str]) -> str:
        return names.get(match.group().replace("-", ""), "?")

    return {table: sorted(_UUID.sub(name, text) for text in found) for table, found in texts.items()}


def folded(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What each row is now, according to the audit's entries in their order."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in sorted(entries, key=lambda one: one["id"]):
        image = rows.setdefault((entry["table"], entry["row_id"]), {})
        image.update(entry["after"] or {})
    return [{"table": table, "is": image} for (table, _row), image in rows.items()]


def _still(text: str) -> str:
    today = time.strftime("%Y-%m-%d", time.gmtime())
    text = _NOW.sub(lambda at: "now" if at.group()[:10] == today else at.group(), text)
    text = _TYPEID.sub(r"\1_~", text)
    return re.sub(r'"password": "[^"]+"', '"password": "salted"', text)


@pytest.mark.parametrize(
    ("pack", "own"),
    [*((pack, {}) for pack in ["", *PACKS]), ("", ELSEWHERE), ("translation", ELSEWHERE)],
    ids=["none", *PACKS, "none elsewhere", "translation elsewhere"],
)
def test_filled_ahead_and_filled_when_made_are_equal(
    pack: str, own: dict[str, Any], make_tenant: Callable[..., TenantInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = applying.samples()[pack or "common"]
    facts = {
        "pack": pack,
        "name": "Registon «Tarjima» O‘zbekiston",
        "currency": sample.currency,
        "languages": sample.languages,
        "timezone": sample.timezone,
        "country": sample.country,
        "owner": OWNER_SPEC,
        **own,
    }
    lay_in_store(f"{pack or 'common'}{'/EUR' if own else ''}")
    claims = []
    claim = pool.claim

    def watched(wanted: Facts) -> pool.Claimed | None:
        claims.append(claim(wanted))
        return claims[-1]

    monkeypatch.setattr(pool, "claim", watched)
    ahead = make_tenant(**facts)
    with owner_connection() as owner:
        # None is left that was filled.
        for row in owner.execute("SELECT id FROM public.tenants_pooledschema WHERE variant <> ''").fetchall():
            pool.drop_pooled(owner, row[0])
    when_made = make_tenant(**facts)
    assert [one is not None and one.made_for is not None for one in claims] == [True, False]
    one, other = contents(ahead.schema), contents(when_made.schema)
    assert set(one) == set(other)
    for table in one:
        assert one[table] == other[table], table
    assert len(one["accounts_role"]) > 4
    assert any("Registon" in text for text in one["organizations_organization"])
    with tenant_context(ahead):
        book = ledger.find_book()
        assert book is not None
        assert (book.currency, book.timezone) == (facts["currency"], facts["timezone"])


# -- the pool ---------------------------------------------------------------------------------------------


def test_the_best_fit_is_claimed_and_any_other_business_gets_an_empty_one(
    make_tenant: Callable[..., TenantInfo],
) -> None:
    lay_in_store("writing")
    before = stored(variant="")
    make_tenant(pack="translation")
    make_tenant(pack="writing", currency="EUR")
    assert (stored(variant=""), stored(variant="packs=writing/USD")) == (before - 2, 1)
    make_tenant(pack="writing", currency="USD")
    assert (stored(variant=""), stored(variant="packs=writing/USD")) == (before - 2, 0)


def test_the_one_of_its_languages_goes_first(make_tenant: Callable[..., TenantInfo]) -> None:
    facts = applying.samples()["writing"]
    other = Facts("writing", "USD", ("ru",), "Asia/Almaty", "KZ")
    pool.make_schemas(2)
    with tenant_context(PUBLIC):
        first, second = PooledSchema.objects.filter(variant="").order_by("-created_at")[:2]
    pool.fill_schemas("writing", facts, [first.id])
    pool.fill_schemas("writing", other, [second.id])
    assert make_tenant(pack="writing", currency="USD", languages=("ru",)).id == second.id
    assert make_tenant(pack="writing", currency="USD", languages=("ru",)).id == first.id


def test_what_other_code_filled_is_not_handed_out(
    make_tenant: Callable[..., TenantInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_in_store("writing")
    assert stored(variant="packs=writing/USD") == 1
    monkeypatch.setattr(filling, "contents", lambda: "of a newer release")
    make_tenant(pack="writing", currency="USD")
    assert stored(variant="packs=writing/USD") == 1
    assert pool.refill_pool({"writing": 1, "empty": stored(variant="")}) == 1
    with tenant_context(PUBLIC):
        assert PooledSchema.objects.get(variant="packs=writing/USD").contents == "of a newer release"


def test_a_filled_store_is_not_filled_again() -> None:
    lay_in_store("writing")
    assert pool.refill_pool({"empty": 2, "writing": 1}) == 0
    assert pool.refill_pool({"empty": 2, "writing/KZT": 1}) == 1
    assert stored(variant="packs=writing/") == 1


def test_every_name_and_an_unknown_one(caplog: pytest.LogCaptureFixture) -> None:
    wanted = pool._wanted({"*": 1, "writing": 3, "writing/EUR": 2, "bakery": 1})
    assert {name: size for name, (_facts, size) in wanted.items()} == {
        **dict.fromkeys(applying.samples(), 1),
        "writing": 3,
        "writing/EUR": 2,
    }
    assert "GUILDHALL_POOL names bakery" in caplog.text


def test_what_emits_is_not_filled_ahead(database: str) -> None:
    def emitting(tenant: TenantInfo) -> None:
        accounts.create_role(principal=None, code="late", names={"en": "Late"}, permissions=[])

    ahead = Ahead(dict, lambda _: "x", emitting, lambda _info, _facts: None, lambda: "1")
    filling.register_provisioner("test.emits", ahead=ahead)
    with pytest.raises(filling.FillingEmits):
        lay_in_store("writing")
    assert stored(variant__contains="writing") == 0
    with tenant_context(PUBLIC), owner_connection() as owner:
        for row in PooledSchema.objects.filter(variant=""):
            schema = row.id.hex
            count = owner.execute(f'SELECT count(*) FROM "t_{schema}".accounts_role'.encode()).fetchone()
            assert count == (0,), "what was half filled is empty again"


def test_a_broken_pack_leaves_the_others_their_stock(database: str) -> None:
    def broken(tenant: TenantInfo) -> None:
        if tenant.pack == "writing":
            raise KeyError("writing")

    ahead = Ahead(dict, lambda _: "x", broken, lambda _info, _facts: None, lambda: "1")
    filling.register_provisioner("test.broken", ahead=ahead)
    with pytest.raises(KeyError, match="writing"):
        pool.refill_pool({"writing": 1, "retail": 1})
    assert stored(variant="packs=retail/KZT;test.broken=x") == 1
    assert stored(variant__contains="writing") == 0


def test_one_that_is_being_filled_is_not_claimed(
    database: str, run_parallel: Callable[..., list[Any]], make_tenant: Callable[..., TenantInfo]
) -> None:
    """A claim does not wait for a filling, and does not take the schema from under it."""
    pool.make_schemas(2)
    with tenant_context(PUBLIC):
        ids = list(
            PooledSchema.objects.filter(variant="").order_by("created_at").values_list("id", flat=True)
        )
    claimed: list[Any] = []

    def meanwhile(tenant: TenantInfo) -> None:
        made = run_parallel(lambda _: pool_claim_and_put_back(tenant), 1)
        claimed.extend(made)

    ahead = Ahead(dict, lambda _: "x", meanwhile, lambda _info, _facts: None, lambda: "1")
    filling.register_provisioner("test.meanwhile", ahead=ahead)
    pool.fill_schemas("x", applying.samples()["writing"], ids[:1])
    assert claimed == [ids[1]]


def pool_claim_and_put_back(tenant: TenantInfo) -> Any:
    """The id that a claim gets; nothing is kept."""
    with tenant_context(PUBLIC), db.transaction():
        found = pool.claim(Facts("", "EUR", ("en",), "UTC", "UZ"))
        connection.set_rollback(True)
    return found.id if found else None


def test_who_works_when_the_business_is_made_does_so(make_tenant: Callable[..., TenantInfo]) -> None:
    lay_in_store("writing")
    filling.register_provisioner("test.late", lambda tenant: _note(tenant))
    info = make_tenant(pack="writing", currency="USD", name="Savanna")
    with tenant_context(info):
        assert Sequence.objects.get(name="made for Savanna").value == 1
    with pytest.raises(ValueError, match="give what runs"):
        filling.register_provisioner("test.nothing")


def _note(tenant: TenantInfo) -> None:
    Sequence.objects.create(name=f"made for {tenant.name}", value=1)


def test_a_book_in_use_is_not_adapted(make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant()
    facts: dict[str, Any] = {
        "name": "Other",
        "currency": "EUR",
        "timezone": "UTC",
        "languages": ("en",),
        "opened_in": ("en",),
    }
    with tenant_context(info):
        with db.transaction():
            amount = Money.parse("1.00", info.currency)
            ledger.post(
                [
                    Entry(
                        key="one",
                        at=clock.now(),
                        description="One",
                        legs=(debit(ledger.CASH, amount), credit(ledger.OWNERS_EQUITY, amount)),
                    )
                ]
            )
        with pytest.raises(BookAlreadyOpened):
            ledger.adapt_book(**facts)
        book = ledger.find_book()
        assert book is not None
        assert book.currency == info.currency


# -- figures ----------------------------------------------------------------------------------------------


def test_a_business_with_its_pack_is_a_few_statements(
    database: str, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    """The whole of `provision_tenant`: milliseconds are measured by `make bench` and `make tenants`."""
    lay_in_store("translation", 2)
    sample = applying.samples()["translation"]

    def make(pack: str, currency: str) -> int:
        with queries() as seen:
            tenant = services.provision_tenant(
                slug=f"packed-{currency.lower()}",
                name="Packed",
                pack=pack,
                currency=currency,
                languages=sample.languages,
                timezone=sample.timezone,
                owner=OWNER_SPEC,
            )
        services.drop_tenant(tenant_id=tenant.id)
        return len(seen)

    ahead = make("translation", "UZS")
    pool.refill_pool({"empty": 1})
    assert ahead <= MOST_STATEMENTS
    assert ahead < make("translation", "EUR"), "filled when it is made"


def test_what_is_bound_to_the_business_is_its_own(
    make_tenant: Callable[..., TenantInfo], api_for: Callable[..., Any]
) -> None:
    """The schema had the id of its business from the start: tokens, secrets, the profile and the cache fit it."""
    lay_in_store("writing", 2)
    one, other = (
        make_tenant(pack="writing", currency="USD", name=name, owner=OWNER_SPEC) for name in ("One", "Other")
    )
    assert stored(variant="packs=writing/USD") == 0, "both were filled ahead"
    body = {"email": OWNER_SPEC.email, "password": OWNER_SPEC.password}
    tokens = {}
    for info in (one, other):
        signed = api_for(info).post("/auth/tokens", json=body)
        assert signed.status == 201, signed
        tokens[info.slug] = signed.json["access_token"]
        shown = api_for(info).get("/organization", token=tokens[info.slug])
        assert shown.json["name"] == info.name
        with tenant_context(info):
            sealed = crypto.encrypt(b"a secret", context="test")
            assert crypto.decrypt(sealed, context="test") == b"a secret"
    assert api_for(other).get("/organization", token=tokens[one.slug]).status == 401


def test_the_owner_has_the_packs_role(make_tenant: Callable[..., TenantInfo]) -> None:
    info = make_tenant(owner=OWNER_SPEC)
    with tenant_context(info):
        user = accounts.user_by_email(OWNER_SPEC.email)
        assert user is not None
        role = accounts.role_id(OWNER)
        assert list(Assignment.objects.filter(user_id=user.id).values_list("role_id", flat=True)) == [role]
        with db.transaction():
            assert accounts.seed_roles([RoleSpec(OWNER, services.OWNER_NAMES, ("*",))]) == {OWNER: role}
