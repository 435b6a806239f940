"""Names of schemas and roles. They are opaque, so a slug may change and tells nothing of the schema."""

from __future__ import annotations

import re
import uuid

PUBLIC_SCHEMA = "public"
TEMPLATE_SCHEMA = "tenant_template"
TEMPLATE_ROLE = "guildhall_template"

_SCHEMA = re.compile(r"t_([0-9a-f]{32})\Z")


def schema_of(tenant_id: uuid.UUID) -> str:
    """The schema of a tenant: `t_` and the hexadecimal id."""
    return f"t_{tenant_id.hex}"


def role_of(schema: str) -> str:
    """The PostgreSQL role that may use `schema` and nothing else. Raises ValueError for other schemas."""
    if schema == TEMPLATE_SCHEMA:
        return TEMPLATE_ROLE
    if not _SCHEMA.match(schema):
        raise ValueError(f"{schema!r} is not a tenant's schema")
    return "tr_" + schema[2:]


def tenant_of_schema(schema: str) -> uuid.UUID:
    """The tenant's id in the name of its schema. Raises ValueError for other schemas."""
    match = _SCHEMA.match(schema)
    if match is None:
        raise ValueError(f"{schema!r} is not a tenant's schema")
    return uuid.UUID(hex=match.group(1))
