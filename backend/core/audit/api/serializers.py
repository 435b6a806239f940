"""Bodies of the audit."""

from __future__ import annotations

from backend.core.audit import selectors
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read

COLUMNS = {"type": "object", "additionalProperties": True}


class AuditEntryRead(Read):
    """One change of one row."""

    id = f.Id("aud")
    at = f.DateTime()
    table = f.Text(help_text="The table that holds the row.")
    resource = f.Computed(
        lambda row, _ctx: selectors.resource_id(row),
        f.Text(allow_null=True),
        help_text="The id of the changed resource.",
    )
    action = f.Text(
        help_text="insert, update or delete of a row; or what was done without a change, such as `auth.signed_in`."
    )
    before = f.Json(
        schema=COLUMNS,
        allow_null=True,
        help_text="Columns as they were: the changed ones of an update, all of a deletion. Secrets are `***`.",
    )
    after = f.Json(
        schema=COLUMNS,
        allow_null=True,
        help_text="Columns as they became: the changed ones of an update, all of an insertion.",
    )
    actor = f.Id("usr", source="actor_id", allow_null=True)
    actor_kind = f.Text(
        help_text="staff, customer, service, operator, anonymous; system or database without a user."
    )
    impersonator = f.Id("usr", source="impersonator_id", allow_null=True)
    request_id = f.Text(allow_null=True)
    ip = f.Text(allow_null=True)
    user_agent = f.Text(max_length=300, allow_null=True)
    transaction = f.Int(source="txid", help_text="Changes with the same number were made together.")
