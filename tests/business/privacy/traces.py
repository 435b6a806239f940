"""A person's words: planted wherever a column may hold some, and looked for in every column of the business."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import connection

from backend.business.privacy import coverage
from backend.business.privacy.models import Consent
from backend.core.accounts.models import ApiKey, Identity, User
from backend.kernel import db
from backend.kernel.ids import decode
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import Shop

_COLUMNS = """
SELECT table_name, column_name, udt_name FROM information_schema.columns
WHERE table_schema = current_schema() AND udt_name IN (
    'text', 'varchar', 'bpchar', 'json', 'jsonb', 'inet', 'cidr', 'bytea', 'tsvector', 'xml', 'hstore',
    '_text', '_varchar', '_inet', '_cidr', '_json', '_jsonb', 'name'
) ORDER BY table_name, ordinal_position
"""
_OF_USER = "user_id IN (SELECT id FROM accounts_user WHERE customer_id = %(key)s)"
_OF_ORDER = "order_id IN (SELECT id FROM orders_order WHERE customer_id = %(key)s)"
_OF_CUSTOMER = "customer_id = %(key)s"
OWNED = {
    "accounts_api_key": _OF_USER,
    "accounts_identity": _OF_USER,
    "accounts_session": _OF_USER,
    "accounts_user": _OF_CUSTOMER,
    "customers_customer": "id = %(key)s",
    "files_file": _OF_CUSTOMER,
    "orders_note": _OF_ORDER,
    "orders_order": _OF_CUSTOMER,
    "orders_transition": _OF_ORDER,
    "payments_payment": _OF_CUSTOMER,
    "privacy_consent": _OF_CUSTOMER,
    "privacy_request": f"{_OF_CUSTOMER} AND kind <> 'hold'",
}
"""Which rows of a table are a customer's."""

_OF_A_FORM = {
    "accounts_user.phone", "accounts_user.password", "customers_customer.search", "files_file.sha256",
    "files_file.kind", "files_file.content_type", "files_file.storage_key", "files_file.analysis",
    "accounts_user.second_factors",
}  # fmt: skip
"""Columns that hold no words, or nothing but what the product makes of others."""


def columns() -> dict[str, dict[str, str]]:
    """The columns of the business that runs that can hold words or addresses, with their types, by table."""
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS)
        found: dict[str, dict[str, str]] = {}
        for table, column, kind in cursor.fetchall():
            found.setdefault(table, {})[column] = kind
    return found


def word_of(customer: str) -> str:
    """A word that is nobody's but this customer's."""
    return "Aziza" + hashlib.sha256(customer.encode()).hexdigest()[:12]


def traces(shop: Shop, customer: str) -> list[str]:
    """Each `table.column` that still has the customer's word, outside the logs that go in their own time."""
    with tenant_context(shop.info), connection.cursor() as cursor:
        parts = []
        for table, found in columns().items():
            if table in coverage.LOGS:
                continue
            for column, kind in found.items():
                text = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
                parts.append(
                    f"SELECT '{table}.{column}' WHERE EXISTS (SELECT FROM {table} WHERE {text} ILIKE %(word)s)"
                )
        cursor.execute(" UNION ALL ".join(parts), {"word": f"%{word_of(customer)}%"})
        return sorted(row[0] for row in cursor.fetchall())


def plant(shop: Shop, customer: str) -> list[str]:
    """Puts the customer's word into every column that an erasure blanks; answers which."""
    key, word = decode("cus", customer), word_of(customer)
    planted = []
    with tenant_context(shop.info), db.transaction():
        user = User.objects.filter(customer_id=key).first()
        assert user is not None
        ApiKey.objects.create(user=user, name=word, hint="gh_", digest=word_of(customer + "key"))
        Identity.objects.create(user=user, issuer="https://id.example", subject=word)
        Consent.objects.create(customer_id=key, purpose="photos", version=1, granted=True, ip="203.0.113.9")
        types = columns()
        for table, names in coverage.ERASED.items():
            for column in names.split() if table in OWNED else ():
                kind, name = types[table][column], f"{table}.{column}"
                if kind == "inet" or name in _OF_A_FORM:
                    continue
                _update(table, column, kind, word, key)
                planted.append(name)
    return sorted(planted)


def _update(table: str, column: str, kind: str, word: str, key: Any) -> None:
    value: Any = word.lower() if column == "email" else word
    if column in ("contacts", "proofs"):
        value = json.dumps([{"kind": "email", "value": word, "verified": False}])
    elif column == "identity":
        value = json.dumps({"kind": "passport", "issued_by": word, "number": "x", "last": "x"})
    elif kind == "jsonb":
        value = json.dumps({"reason": word})
    elif kind.startswith("_"):
        value = [word]
    cast = {"jsonb": "jsonb", "_text": "text[]", "_varchar": "varchar[]"}.get(kind, "text")
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = %(value)s::{cast} WHERE {OWNED[table]}",
            {"value": value, "key": key},
        )
        assert cursor.rowcount, f"the person has no row in {table}"
