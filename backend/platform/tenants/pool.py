"""Ready schemas: made ahead from the release's text, filled ahead for the packs, handed out in one statement.

How many of each kind there are is `TENANCY["POOL"]`: `empty` ones fit every business and are filled when it
is made; those of a name in `filling.samples()` (a pack, or a pack with another currency: `translation/EUR`)
are filled already, and the claim adapts them to the business. `*` is every name without a currency.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import time
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from backend.kernel import db
from backend.kernel.ids import new_id
from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, schema_of, tenant_context
from backend.kernel.tenancy.setup import default_grants_sql, roles_sql
from backend.platform.tenants import filling
from backend.platform.tenants.models import PooledSchema, Release
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.types import Facts

logger = logging.getLogger(__name__)

EMPTY = "empty"
"""The name of schemas that nothing has filled."""
EVERY = "*"
"""Every name of `filling.samples()`."""


class NoRelease(RuntimeError):
    """The template was not built: run `python -m backend.manage build_template`."""


def current_release() -> Release:
    """The release that new schemas are copied from. Raises NoRelease."""
    with tenant_context(PUBLIC):
        release = Release.objects.order_by("-created_at").first()
    if release is None:
        raise NoRelease("run `python -m backend.manage build_template` first")
    return release


def make_schema(connection: psycopg.Connection[Any], schema: str, ddl: str) -> None:
    """Makes one schema from the release's text, with the rights of its role (which must exist)."""
    with connection.transaction():
        identifier = sql.Identifier(schema)
        connection.execute(
            sql.SQL("CREATE SCHEMA {}; SET LOCAL search_path = {}, public;").format(identifier, identifier)
            + default_grants_sql(schema)
            + sql.SQL(ddl)
        )


def make_schemas(count: int) -> list[uuid.UUID]:
    """Makes `count` ready schemas, with nothing of a business's in them. Their roles are made at once."""
    if count <= 0:
        return []
    release = current_release()
    ids = [new_id() for _ in range(count)]
    with owner_connection() as connection:
        # One batch: after a GRANT of a role every backend reads the memberships anew.
        with connection.transaction():
            connection.execute(roles_sql([schema_of(one) for one in ids], settings.TENANCY["APP_ROLE"]))
        for one in ids:
            started = time.perf_counter()
            # Together, so that a process that dies between the two leaves no schema that nobody knows.
            with connection.transaction():
                make_schema(connection, schema_of(one), release.ddl)
                connection.execute(
                    "INSERT INTO public.tenants_pooledschema (id, fingerprint, created_at) VALUES (%s, %s, now())",
                    [one, release.fingerprint],
                )
            logger.info("a schema was made in %.0f ms", (time.perf_counter() - started) * 1000)
    return ids


def fill_schemas(name: str, facts: Facts, ids: Iterable[uuid.UUID]) -> int:
    """Fills empty ready schemas for a name of the pool. Returns how many; a claimed one is left alone.

    Each in a transaction that locks its row: until it commits the schema is an empty one that no claim takes,
    and if it dies it is an empty one again. Raises what the provisioners raise.
    """
    done = 0
    for one in ids:
        started = time.perf_counter()
        tenant = _nameless(one, facts)
        with tenant_context(PUBLIC), db.transaction():
            ready = PooledSchema.objects.select_for_update(skip_locked=True)
            row = ready.filter(id=one, variant="").first()
            if row is None:
                continue
            with tenant_context(tenant):
                filling.fill_ahead(tenant)
            row.variant = filling.variant_of(tenant)
            row.made_for = filling.facts_json(facts)
            row.contents = filling.contents()
            row.save(update_fields=["variant", "made_for", "contents"])
        done += 1
        logger.info("a schema was filled for %s in %.0f ms", name, (time.perf_counter() - started) * 1000)
    return done


def refill_pool(sizes: int | Mapping[str, int] | None = None) -> int:
    """Brings the pool to its sizes (`TENANCY["POOL"]` where none are given; a number is of empty ones).

    Drops what an older release made and what other code filled. Returns how many schemas it made. Runs once
    at a time over all processes: a second call meanwhile makes none. Raises the first error of a provisioner,
    after the other names have got their stock.
    """
    wanted = _wanted(settings.TENANCY["POOL"] if sizes is None else sizes)
    release = current_release()
    with owner_connection() as guard:
        if not _only_one(guard):
            return 0
        contents = filling.contents()
        with tenant_context(PUBLIC):
            rows = list(PooledSchema.objects.order_by("created_at"))
        ready: dict[str, int] = {}
        empty: list[uuid.UUID] = []
        for row in rows:
            if row.fingerprint != release.fingerprint or row.contents not in ("", contents):
                drop_pooled(guard, row.id)
            elif row.made_for is None:
                empty.append(row.id)
            else:
                key = _key(row.variant, filling.facts_from(row.made_for))
                ready[key] = ready.get(key, 0) + 1
        lacking = []
        for name, (facts, count) in wanted.items():
            if facts is not None:
                key = _key(filling.variant_of(_nameless(uuid.UUID(int=0), facts)), facts)
                lacking += [(name, facts)] * (count - ready.get(key, 0))
        spare = wanted[EMPTY][1] if EMPTY in wanted else 0
        made = make_schemas(spare + len(lacking) - len(empty))
        # The oldest stay empty: they are next in the queue of whoever claims one now.
        fresh = [*made, *reversed(empty)]
        broken: Exception | None = None
        for (name, facts), one in zip(lacking, fresh, strict=False):
            try:
                fill_schemas(name, facts, [one])
            except Exception as error:  # One broken pack leaves the others their stock; it is raised below.
                logger.exception("a ready schema could not be filled for %s", name)
                broken = broken or error
    if broken is not None:
        raise broken
    return len(made)


def _key(variant: str, facts: Facts) -> str:
    return f"{variant} {facts.currency} {','.join(facts.languages)} {facts.timezone}"


def _wanted(sizes: int | Mapping[str, int]) -> dict[str, tuple[Facts | None, int]]:
    """The names of the pool with their facts (None for empty ones) and sizes."""
    if isinstance(sizes, int):
        return {EMPTY: (None, sizes)}
    samples = filling.samples()
    found: dict[str, tuple[Facts | None, int]] = {}
    if EVERY in sizes:
        found |= {name: (facts, sizes[EVERY]) for name, facts in samples.items()}
    for name, count in sizes.items():
        base, _, currency = name.partition("/")
        if name == EMPTY:
            found[name] = (None, count)
        elif base in samples:
            facts = samples[base]
            found[name] = (dataclasses.replace(facts, currency=currency) if currency else facts, count)
        elif name != EVERY:
            # The others are laid in store all the same.
            logger.error("GUILDHALL_POOL names %s: there are %s", name, ", ".join([EMPTY, EVERY, *samples]))
    return found


def _nameless(tenant_id: uuid.UUID, facts: Facts) -> TenantInfo:
    """The business that a ready schema will be, as far as it is known."""
    return TenantInfo(
        id=tenant_id,
        schema=schema_of(tenant_id),
        slug="",
        name="",
        currency=facts.currency,
        languages=facts.languages,
        timezone=facts.timezone,
        country=facts.country,
        status="active",
        pack=facts.pack,
    )


def drop_pooled(connection: psycopg.Connection[Any], tenant_id: uuid.UUID) -> bool:
    """Drops a pooled schema unless it was claimed meanwhile. Returns whether it did."""
    with connection.transaction():
        taken = connection.execute(
            "DELETE FROM public.tenants_pooledschema WHERE id = %s RETURNING id", [tenant_id]
        ).fetchone()
        if taken is None:
            return False
        drop_schema(connection, schema_of(tenant_id))
    return True


def drop_schema(connection: psycopg.Connection[Any], schema: str) -> None:
    """Drops a schema with all that is in it, and its role unless another database of the server uses that."""
    name = role_of(schema)
    role = sql.Identifier(name)
    connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
    if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone() is None:
        return
    connection.execute(sql.SQL("DROP OWNED BY {}").format(role))
    elsewhere = connection.execute(
        """
        SELECT 1 FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
        WHERE d.refclassid = 'pg_authid'::regclass AND r.rolname = %s AND d.dbid <> 0
            AND d.dbid <> (SELECT oid FROM pg_database WHERE datname = current_database())
        """,
        [name],
    ).fetchone()
    if elsewhere is None:
        connection.execute(sql.SQL("DROP ROLE {}").format(role))


@dataclasses.dataclass(frozen=True, slots=True)
class Claimed:
    """A schema out of the pool. `made_for` are the facts that it was filled for; None where it is empty."""

    id: uuid.UUID
    made_for: Facts | None


_CLAIM = """
DELETE FROM tenants_pooledschema WHERE id = (
    SELECT id FROM tenants_pooledschema
    WHERE fingerprint = (SELECT fingerprint FROM tenants_release ORDER BY created_at DESC LIMIT 1)
        AND (variant = '' OR (variant = %s AND contents = %s))
    ORDER BY variant = '', made_for -> 'languages' IS DISTINCT FROM %s::jsonb,
        made_for ->> 'timezone' IS DISTINCT FROM %s, created_at
    LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, made_for::text
"""


def claim(facts: Facts) -> Claimed | None:
    """Takes the schema that fits a business best out of the pool, in the caller's transaction; None for none.

    One that was filled for its variant goes before an empty one. The row is locked, so two claims never get
    the same; a rollback puts it back.
    """
    variant = filling.variant_of(_nameless(uuid.UUID(int=0), facts))
    with connection.cursor() as cursor:
        cursor.execute(
            _CLAIM, [variant, filling.contents(), json.dumps(list(facts.languages)), facts.timezone]
        )
        row = cursor.fetchone()
    if row is None:
        return None
    return Claimed(row[0], filling.facts_from(json.loads(row[1])) if row[1] else None)


def _only_one(guard: psycopg.Connection[Any]) -> bool:
    row = guard.execute("SELECT pg_try_advisory_lock(%s)", [0x706F6F6C]).fetchone()
    return bool(row and row[0])
