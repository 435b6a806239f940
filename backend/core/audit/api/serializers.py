"""Bodies of the audit."""

from __future__ import annotations

from backend.core.audit import selectors
from backend.core.audit.api.filters import ADDRESS, CredentialText, NetworkText
from backend.core.audit.rules import RULES
from backend.kernel import context
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

COLUMNS = {"type": "object", "additionalProperties": True}


def _credential_kind() -> f.Choice:
    return f.Choice(
        list(context.CREDENTIALS),
        enum="CredentialKind",
        allow_null=True,
        help_text="What the actor showed; null without one, and in entries of before it was recorded.",
    )


def _credential() -> f.Computed:
    return f.Computed(
        lambda row, _ctx: selectors.credential_id(row),
        f.Text(),
        allow_null=True,
        help_text="The id of the session, the API key or the application.",
    )


class AuditEntryRead(Read):
    """One change of one row, or one action that changed none."""

    id = f.Id("aud")
    at = f.DateTime()
    table = f.Text(help_text="The table that holds the row, or the kind of thing of an action; may be empty.")
    resource = f.Computed(
        lambda row, _ctx: selectors.resource_id(row),
        f.Text(),
        allow_null=True,
        help_text="The id of the changed resource.",
    )
    action = f.Text(
        help_text="insert, update or delete of a row; or what was done without a change, such as `auth.signed_in`."
    )
    before = f.Computed(
        lambda row, _ctx: selectors.columns(row, row.before),
        f.Json(schema=COLUMNS),
        allow_null=True,
        help_text="Columns as they were: the changed ones of an update, all of a deletion. Secrets are `***`.",
    )
    after = f.Computed(
        lambda row, _ctx: selectors.columns(row, row.after),
        f.Json(schema=COLUMNS),
        allow_null=True,
        help_text="Columns as they became: the changed ones of an update, all of an insertion, an action's details.",
    )
    actor = f.Id("usr", source="actor_id", allow_null=True)
    actor_kind = f.Text(
        help_text="staff, customer, service, operator, anonymous; system or database without a user."
    )
    impersonator = f.Id("usr", source="impersonator_id", allow_null=True)
    request_id = f.Text(allow_null=True)
    ip = f.Text(allow_null=True)
    user_agent = f.Text(max_length=300, allow_null=True)
    credential_kind = _credential_kind()
    credential = _credential()
    transaction = f.Int(source="txid", help_text="Changes with the same number were made together.")
    sequence = f.Int(allow_null=True, help_text="The number in the hash chain; null until it is sealed.")
    hash = f.Computed(
        lambda row, _ctx: bytes(row.hash).hex() if row.hash is not None else None,
        f.Text(),
        allow_null=True,
        help_text="SHA-256 over the hash of the entry before it and this entry, in hexadecimal.",
    )
    allowed_actions = f.AllowedActions()


class AuditActionRead(Read):
    """A kind of entry."""

    code = f.Text()
    label = f.Text(help_text="Its name in the caller's language.")  # type: ignore[assignment]  # a field's name
    kind = f.Choice(["change", "action"], enum="AuditActionKind")


class AuditExportQuery(Write):
    """What to export: the filters of the list."""

    actor = f.Id("usr", required=False)
    impersonator = f.Id("usr", required=False)
    impersonated = f.Choice(["true", "false"], enum="TrueOrFalse", required=False)
    resource = f.Text(max_length=64, required=False, help_text="An id of any kind.")
    table = f.Text(max_length=63, required=False)
    action = f.Text(max_length=500, required=False, help_text="Codes, by comma.")
    ip = NetworkText(max_length=64, required=False, help_text=ADDRESS)
    credential = CredentialText(
        max_length=64, required=False, help_text="The id of a session, API key or application."
    )
    credential_kind = f.Choice(list(context.CREDENTIALS), enum="CredentialKind", required=False)
    request_id = f.Text(max_length=64, required=False)
    at_from = f.DateTime(required=False)
    at_before = f.DateTime(required=False)


class PlatformAuditExportQuery(AuditExportQuery):
    """What to export: the filters of the list."""

    tenant = f.Id("ten", required=False)


class TenantAuditQuery(AuditExportQuery):
    """Which entries of the business: the filters of its own list."""


class ChainQuery(Write):
    """Where to begin, and how far to go."""

    start = f.Int(min_value=1, required=False, default=1, help_text="The number of the first entry to read.")
    limit = f.Int(min_value=1, max_value=50_000, required=False, default=50_000)


class ChainFaultRead(Read):
    """Where the chain does not hold."""

    kind = f.Choice(["removed", "altered", "moved", "backdated", "rewritten"], enum="AuditChainFault")
    sequence = f.Int()
    entry = f.Text(allow_null=True)


class ChainRead(Read):
    """What a verification found."""

    sound = f.Bool(help_text="Whether all that was read holds.")
    first = f.Int(help_text="The first number that was read; 0 where nothing is sealed.")
    last = f.Int(help_text="The last number that holds. Go on from the next one while `more` is true.")
    checked = f.Int()
    more = f.Bool()
    hash = f.Computed(
        lambda row, _ctx: row.hash.hex(), f.Text(), help_text="The hash of `last`; note it elsewhere."
    )
    unsealed = f.Int(
        help_text="Entries that wait for their seal, which a job sets: within a minute where there are few businesses, "
        "within the hour where there are ten thousand. What happens to one before is not found."
    )
    fault = ChainFaultRead(allow_null=True)


class AccessEntryRead(Read):
    """One request."""

    id = f.Id("acs")
    at = f.DateTime(help_text="When it was answered.")
    method = f.Text()
    route = f.Text(help_text="As the contract names it, without ids.")
    status = f.Int()
    duration_ms = f.Int()
    actor = f.Id("usr", source="actor_id", allow_null=True)
    actor_kind = f.Text()
    impersonator = f.Id("usr", source="impersonator_id", allow_null=True)
    request_id = f.Text()
    ip = f.Text(allow_null=True)
    credential_kind = _credential_kind()
    credential = _credential()
    rows = f.Int(allow_null=True, help_text="How many rows a list answered; null of anything else.")


class AlertRead(RecordRead):
    """Something that looked wrong."""

    id = f.Id("alr")
    rule = f.Choice(list(RULES), enum="AlertRule")
    label = f.Computed(lambda row, _ctx: str(RULES[row.rule].label), f.Text())  # type: ignore[assignment]  # as above
    subject = f.Text(help_text="Whom it is about: a user's id, an address.")
    actor = f.Id("usr", source="actor_id", allow_null=True)
    ip = f.Text(allow_null=True)
    details = f.Json(schema=COLUMNS, help_text="What was counted, and over how many seconds.")
    acknowledged_at = f.DateTime(allow_null=True)
    acknowledged_by = f.Id("usr", source="acknowledged_by_id", allow_null=True)
    note = f.Text(max_length=1000)


class AcknowledgeIn(Write):
    """What was found."""

    note = f.LongText(max_length=1000, required=False, default="")
