"""Fills a business with orders by a few statements over sets, as copies of one that the API made.

Customers, orders with their lines and moves, what is owed and what was paid: what lists show. The oldest order is
two years old, the newest of today, so their ids are in the order of time as real ones are. Nothing is audited, told
by events or posted to the books.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

import psycopg
from django.db.models import Model
from psycopg import sql

from backend.business.customers.models import Customer
from backend.business.orders.models import Order, OrderLine, OrderTransition
from backend.business.payments.models import Allocation, Payment, Receivable
from backend.kernel.tenancy import TenantInfo
from backend.platform.tenants.owner import owner_connection

ORDERS_A_CUSTOMER = 20
DAYS = 730
"""How far back the oldest order is."""

_UUID7 = """
CREATE FUNCTION pg_temp.id_at(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1),
        'hex')::uuid
$$
"""
_PEOPLE = """
CREATE TEMP TABLE people AS SELECT n, pg_temp.id_at(at) AS id, at,
    (ARRAY['Aziza','Bobur','Dilnoza','Elena','Farhod','Gulnora','Ivan','Kamola','Madina','Nodir'])[1 + n %% 10]
    || ' ' || (ARRAY['Karimov','Rahimov','Petrov','Yusupov','Saidov','Ergashev','Olimov'])[1 + n %% 7]
    || ' ' || n AS name, '+99890' || lpad(n::text, 7, '0') AS phone
FROM (SELECT n, now() - (%(days)s + 1) * interval '1 day' + n * interval '1 ms' AS at
    FROM generate_series(1, greatest(%(orders)s / %(each)s, 1)) n) g
"""
# Of every hundred of the newest fiftieth some are at each open state; of the rest one in thirty was cancelled, and
# one in a thousand has been on hold since.
_PLAN = """
CREATE TEMP TABLE plan AS SELECT g.n, g.at, pg_temp.id_at(g.at) AS id, pg_temp.id_at(g.at) AS receivable,
    pg_temp.id_at(g.at + interval '1 minute') AS payment, people.id AS customer,
    CASE WHEN g.n > %(orders)s - %(orders)s / 50
            THEN (%(open)s::text[])[1 + g.n %% cardinality(%(open)s::text[])]
        WHEN g.n %% 1000 = 7 THEN 'on_hold' WHEN g.n %% 30 = 0 THEN 'cancelled' ELSE 'completed' END AS state,
    CASE WHEN g.n > %(orders)s - %(orders)s / 50 THEN 'open'
        WHEN g.n %% 1000 = 7 THEN 'on_hold' WHEN g.n %% 30 = 0 THEN 'cancelled' ELSE 'completed' END AS fate,
    (%(branches)s::uuid[])[1 + g.n %% cardinality(%(branches)s::uuid[])] AS branch
FROM (SELECT n, now() - (%(orders)s - n + 1) * interval '1 day' * %(days)s / %(orders)s AS at
    FROM generate_series(1, %(orders)s) n) g
JOIN people ON people.n = 1 + (g.n * 7919::bigint) %% greatest(%(orders)s / %(each)s, 1)
"""


def fill(
    tenant: TenantInfo, *, orders: int, like: uuid.UUID, paid_like: uuid.UUID, states: list[str]
) -> None:
    """Adds so many orders like one, with a customer for twenty of them, and a payment like one for nine in ten.

    `states` are the codes of open states. Needs an owner who may switch off triggers: the tests' own database.
    """
    with owner_connection(autocommit=False) as connection:
        # The first statement of all: the temporary function is found without a schema's rights otherwise.
        connection.execute(sql.SQL("SET search_path = {}, public").format(sql.Identifier(tenant.schema)))
        connection.execute("SET session_replication_role = replica")
        branches = [row[0] for row in connection.execute("SELECT id FROM organizations_branch ORDER BY id")]
        facts = {
            "orders": orders,
            "days": DAYS,
            "each": ORDERS_A_CUSTOMER,
            "open": states,
            "branches": branches,
        }
        connection.execute(_UUID7.encode())
        _made(connection, _PEOPLE, facts)
        _made(connection, _PLAN, facts)
        for temporary in ("people", "plan"):
            connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(temporary)))
        _copies(connection, like, paid_like)
        connection.commit()
        connection.autocommit = True
        for model in (Customer, Order, OrderLine, OrderTransition, Receivable, Payment, Allocation):
            # Vacuumed too: only then does a count read an index alone.
            connection.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(model._meta.db_table)))


def _made(connection: psycopg.Connection[Any], statement: str, facts: Mapping[str, Any]) -> None:
    # A utility's parameters are bound by the client.
    with psycopg.ClientCursor(connection) as cursor:
        cursor.execute(statement.encode(), facts)


def _copies(connection: psycopg.Connection[Any], like: uuid.UUID, paid_like: uuid.UUID) -> None:
    times = {"created_at": "p.at", "updated_at": "p.at"}
    _copy(
        connection, Customer, "people p", "s.id = (SELECT customer_id FROM orders_order WHERE id = %s)", [like],
        id="p.id", name="p.name", contacts="jsonb_build_array(jsonb_build_object("
        "'kind', 'phone', 'value', p.phone, 'verified', false))", contact_keys="ARRAY['phone:' || p.phone]",
        telegram_user_id="NULL", tax_id="NULL", **times,
        search="array_to_tsvector(string_to_array(lower(p.name), ' ') || ARRAY[substr(p.phone, 2), "
        "substr(p.phone, 5), right(p.phone, 7), right(p.phone, 4)])",
    )  # fmt: skip
    _copy(
        connection, Order, "plan p", "s.id = %s", [like], id="p.id", customer_id="p.customer",
        number="'ORD-' || extract(year FROM p.at) || '-1' || lpad(p.n::text, 8, '0')", branch_id="p.branch",
        state="p.state", state_group="p.fate", quote_id="NULL", redemption_id="NULL", placed_at="p.at",
        completed_at="CASE WHEN p.fate = 'completed' THEN p.at + interval '1 day' END",
        due_at="p.at + interval '3 days'", priority="CASE WHEN p.n % 40 = 0 THEN 'urgent' ELSE 'normal' END",
        comment="CASE WHEN p.n % 5 = 0 THEN 'by noon, call ' || p.n ELSE '' END", **times,
    )  # fmt: skip
    _copy(
        connection, OrderLine, "plan p", "s.order_id = %s", [like], id="pg_temp.id_at(p.at)", order_id="p.id"
    )
    _copy(
        connection, OrderTransition, "plan p CROSS JOIN (VALUES (0, 'place'), (1, 'confirm')) AS step(k, name)",
        "s.order_id = %s", [like], id="pg_temp.id_at(p.at + step.k * interval '1 hour')", order_id="p.id",
        name="step.name", at="p.at + step.k * interval '1 hour'",
    )  # fmt: skip
    _copy(
        connection, Receivable, "plan p", "s.subject_id = %s", [like], id="p.receivable", subject_id="p.id",
        customer_id="p.customer", number="'ORD-' || extract(year FROM p.at) || '-1' || lpad(p.n::text, 8, '0')",
        branch_id="p.branch", **times,
        state="CASE p.fate WHEN 'completed' THEN 'earned' WHEN 'cancelled' THEN 'cancelled' ELSE 'open' END",
    )  # fmt: skip
    paid = "plan p ON p.n % 10 <> 0"
    _copy(
        connection, Payment, paid, "s.id = %s", [paid_like], id="p.payment", customer_id="p.customer",
        number="'PAY-' || extract(year FROM p.at) || '-1' || lpad(p.n::text, 8, '0')", branch_id="p.branch",
        received_at="p.at", reference="'ref ' || p.n", **times,
        state="CASE WHEN p.fate = 'open' AND p.n % 10 = 1 THEN 'awaiting_verification' ELSE 'verified' END",
    )  # fmt: skip
    _copy(
        connection, Allocation, paid, "s.payment_id = %s", [paid_like], id="pg_temp.id_at(p.at)",
        payment_id="p.payment", receivable_id="p.receivable", created_at="p.at", applied_at="p.at",
    )  # fmt: skip


def _copy(
    connection: psycopg.Connection[Any],
    model: type[Model],
    source: str,
    condition: str,
    params: list[Any],
    **changed: str,
) -> None:
    """Rows of a table like those that fulfil a condition, once for each row of `source`, with other values in some.

    Columns of which nothing is said are the original's.
    """
    names = [field.column for field in model._meta.concrete_fields]
    assert set(changed) <= set(names), set(changed) - set(names)
    values = ", ".join(changed.get(name, f's."{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    join = "JOIN" if " ON " in source else "CROSS JOIN"
    # In the order of time, so that tables lie on disk as they would have grown.
    statement = (
        f'INSERT INTO "{model._meta.db_table}" ({columns}) SELECT {values} '
        f'FROM "{model._meta.db_table}" s {join} {source} WHERE {condition} ORDER BY p.n'
    )
    with psycopg.Cursor(connection) as cursor:
        cursor.execute(statement.replace("%", "%%").replace("%%s", "%s").encode(), params)
