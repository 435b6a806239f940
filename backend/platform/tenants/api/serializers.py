"""Bodies of businesses, as the operator sees them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write, json_value
from backend.kernel.ids import encode
from backend.kernel.limits import LIMITS
from backend.platform.tenants.domain_services import record_name
from backend.platform.tenants.people import MAX_MINUTES
from backend.platform.tenants.states import MAX_GRACE_DAYS, MODES, STATUSES, TRANSITIONS

SLUG = r"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"
"""A label of a host name (RFC 1123, 2.1); which ones are reserved is told by `tenant_slug_reserved`."""
CERTIFICATES = ["none", "pending", "issued", "failed"]


class LimitsRead(Read):
    """What a plan holds; null is as much as one likes."""

    seats = f.Int(allow_null=True, help_text="Members of the staff who can sign in or are invited.")
    branches = f.Int(allow_null=True, help_text="Open branches.")
    items = f.Int(allow_null=True, help_text="Active services, products and variants together.")
    orders_a_month = f.Int(allow_null=True, help_text="Orders placed in a calendar month of the business.")
    storage_bytes = f.Int(allow_null=True, help_text="Bytes of stored files.")


class LimitsIn(Write):
    """What a plan holds; null, or left out of a new plan, is as much as one likes."""

    seats = f.Int(min_value=0, required=False, allow_null=True)
    branches = f.Int(min_value=0, required=False, allow_null=True)
    items = f.Int(min_value=0, required=False, allow_null=True)
    orders_a_month = f.Int(min_value=0, required=False, allow_null=True)
    storage_bytes = f.Int(min_value=0, required=False, allow_null=True)


class PlanRead(RecordRead):
    """A plan."""

    id = f.Id("pln")
    code = f.Text()
    name = f.Localized(source="names")
    limits = f.Computed(lambda row, ctx: {name: row.limits.get(name) for name in LIMITS}, LimitsRead())
    offered = f.Bool(help_text="Whether businesses can be given it.")
    tenants = f.Computed(
        lambda row, ctx: getattr(row, "tenant_count", 0), f.Int(), help_text="How many businesses have it."
    )


class PlanCreate(Write):
    """A new plan."""

    code = f.Text(max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")
    name = f.LocalizedIn(source="names", max_length=200)
    limits = LimitsIn()
    offered = f.Bool(required=False)


class PlanUpdate(Write):
    """Changes of a plan, for every business that has it; of the limits those that are given."""

    code = f.Text(max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")
    name = f.LocalizedIn(source="names", max_length=200)
    limits = LimitsIn()
    offered = f.Bool()


class OverrideRead(Read):
    """A limit of a business's own."""

    name = f.Choice(list(LIMITS), enum="LimitName")
    limit = f.Int(allow_null=True, help_text="Null is as much as it likes.")
    reason = f.LongText()
    until = f.DateTime(allow_null=True, help_text="From then on the plan's limit holds again.")
    set_at = f.DateTime()
    set_by = f.Id("usr", allow_null=True)


class OverrideIn(Write):
    """A limit of a business's own, instead of its plan's."""

    name = f.Choice(list(LIMITS), enum="LimitName")
    limit = f.Int(min_value=0, allow_null=True, help_text="Null is as much as it likes.")
    reason = f.LongText(max_length=1000, min_length=1)
    until = f.DateTime(required=False, allow_null=True)


class OverrideRemoval(Write):
    """Which limit is the plan's again."""

    name = f.Choice(list(LIMITS), enum="LimitName")


def _overrides(row: Any, ctx: Any) -> list[dict[str, Any]]:
    return [
        {
            **own,
            "name": name,
            "until": own["until"] and json_value(datetime.fromisoformat(own["until"])),
            "set_at": json_value(datetime.fromisoformat(own["set_at"])),
            "set_by": own["set_by"] and encode("usr", UUID(own["set_by"])),
        }
        for name, own in sorted(row.overrides.items())
    ]


class TenantPlanRead(Read):
    """The plan of a business, in short."""

    id = f.Id("pln")
    code = f.Text()
    name = f.Localized(source="names")


class TenantRead(RecordRead):
    """A business."""

    id = f.Id("ten")
    slug = f.Text(help_text="The first label of the business's host name, and its name in `X-Tenant`.")
    name = f.Text()
    host = f.Computed(
        lambda row, ctx: row.info().host,
        f.Text(),
        help_text="Where links to the business lead: its primary domain, or else `slug` under the base domain, "
        "at which it always answers.",
    )
    pack = f.Text(help_text="What it was filled with when it was made; empty for the common part only.")
    country = f.Country()
    currency = f.CurrencyCode(help_text="The currency of its books, for ever.")
    languages = f.ListOf(f.Language(), max_items=10, help_text="In order of preference, the default first.")
    timezone = f.TimeZone()
    status = f.Choice(STATUSES, enum="TenantStatus", help_text="`trial` and `active` ones are open.")
    access = f.Computed(
        lambda row, ctx: row.access,
        f.Choice(["open", *MODES], enum="TenantAccess"),
        help_text="What requests may do: `read_only` refuses with `tenant_read_only` what is to change anything, "
        "`closed` refuses everything with `tenant_closed`.",
    )
    plan = f.Computed(  # type: ignore[assignment]  # a field's name
        lambda row, ctx: row.plan,
        TenantPlanRead(),
        allow_null=True,
        help_text="Null where nothing but its own limits holds.",
    )
    overrides = f.Computed(
        _overrides, f.ListOf(OverrideRead()), help_text="Limits of its own, those that are over included."
    )
    reason = f.LongText(help_text="What the operator said of the state, for operators.")
    purge_at = f.DateTime(allow_null=True, help_text="From then on the business is deleted for ever.")
    keep_backups = f.Bool(help_text="Whether its backups outlive it, until they are too old.")
    owner_mailed_to = f.Text(
        allow_null=True,
        help_text="Of the answer that makes a business: the address that the mail went to which leads its owner "
        "to a password. Null in every other answer, and where the owner was given one.",
    )


class ChallengeRead(Read):
    """The TXT record that proves a domain."""

    name = f.Text()
    value = f.Text()


class DomainRead(RecordRead):
    """A host name of a business's own."""

    id = f.Id("dom")
    tenant = f.Id("ten", source="tenant_id")
    domain = f.Text(help_text="In small letters; international names in their ASCII form.")
    is_primary = f.Bool(help_text="Whether links to the business lead to it while it is proved.")
    challenge = f.Computed(
        lambda row, ctx: {"name": record_name(row.domain), "value": row.challenge},
        ChallengeRead(),
        help_text="The TXT record that the domain's owner publishes before `verify`.",
    )
    verified_at = f.DateTime(
        allow_null=True, help_text="From then on it answers for the business; null again once it has lapsed."
    )
    checked_at = f.DateTime(allow_null=True, help_text="When the record was last looked for.")
    failed_checks = f.Int(
        help_text="Days in a row on which the record was gone. After 7 of them the domain lapses: it answers no "
        "more until it is verified again."
    )
    certificate = f.Choice(
        CERTIFICATES,
        enum="DomainCertificate",
        help_text="`pending` once the domain is proved; the rest is what the ingress reports.",
    )
    certificate_expires_at = f.DateTime(allow_null=True)


class DomainCreate(Write):
    """A claim on a domain."""

    tenant = f.Id("ten")
    domain = f.Text(max_length=253, help_text="International names in their ASCII form: `xn--…`.")


class DomainUpdate(Write):
    """What is reported of a domain, or chosen."""

    is_primary = f.Bool()
    certificate = f.Choice(CERTIFICATES, enum="DomainCertificate")
    certificate_expires_at = f.DateTime(allow_null=True)


class TenantUserQuery(Write):
    """Which users of a business."""

    q = f.Text(max_length=200, required=False, help_text="In name, e-mail address or telephone number.")


class TenantUserRead(Read):
    """A user of a business, as the operator sees one."""

    id = f.Id("usr")
    kind = f.Choice(["staff", "customer", "service", "operator"], enum="UserKind")
    status = f.Choice(["invited", "active", "suspended", "deleted"], enum="UserStatus")
    name = f.Text()
    email = f.Text(allow_null=True)
    phone = f.Text(allow_null=True)
    roles = f.Computed(
        lambda row, ctx: sorted(row["roles"] or []), f.ListOf(f.Text()), help_text="The roles' codes."
    )
    last_login_at = f.DateTime(allow_null=True)
    created_at = f.DateTime()
    allowed_actions = f.AllowedActions()


class TenantPasswordReset(Write):
    """Whose password."""

    user = f.Id("usr", source="user_id", help_text="A user of the business.")


class TenantUserChange(Write):
    """What of a user of a business is to change, and why."""

    user = f.Id("usr", source="user_id", help_text="A user of the business; no service account.")
    reason = f.LongText(min_length=3, max_length=1000, help_text="Shown to the business in its audit log.")
    name = f.Text(max_length=200, required=False)
    email = f.Email(
        required=False, allow_null=True, help_text="Is to be proved anew; the former one is told."
    )
    phone = f.Phone(required=False, allow_null=True)
    locale = f.Language(required=False)
    timezone = f.TimeZone(required=False)
    status = f.Choice(
        ["active", "suspended"],
        enum="UserStatusChange",
        required=False,
        help_text="`suspended` ends all sessions and what applications were granted.",
    )


class TenantUserRecovery(Write):
    """A user of a business who is to be let in again, and why."""

    user = f.Id("usr", source="user_id", help_text="A user of the business; no service account.")
    reason = f.LongText(min_length=3, max_length=1000, help_text="Shown to the business in its audit log.")
    second_factors = f.Bool(
        required=False, help_text="Takes all second factors and recovery codes, and ends all sessions."
    )
    sessions = f.Bool(required=False, help_text="Ends all sessions.")


class ImpersonationCreate(Write):
    """As whom an operator is to act, why, and for how long."""

    tenant = f.Id("ten")
    user = f.Id("usr", help_text="A user of the business.")
    reason = f.LongText(min_length=3, max_length=1000, help_text="Shown to the business.")
    minutes = f.Int(min_value=1, max_value=MAX_MINUTES, required=False, default=30)


class ImpersonationSessionRead(Read):
    """An operator who acts, or acted, as a user of a business."""

    id = f.Id("imp")
    tenant = f.Id("ten", source="tenant_id")
    user = f.Id("usr", source="user_id", help_text="Of the business.")
    user_name = f.Text()
    session = f.Id("ses", source="session_id", help_text="Of the business.")
    operator = f.Id("usr", source="operator_id")
    reason = f.LongText()
    state = f.Choice(
        ["active", "ended", "expired"],
        enum="ImpersonationState",
        help_text="`ended` without `ended_at`: its tokens are refused now, as the operator lost the right, the session "
        "or its user ended in the business, or the business is closed.",
    )
    created_at = f.DateTime()
    expires_at = f.DateTime(help_text="It ends then, whatever is done.")
    ended_at = f.DateTime(allow_null=True)
    ended_by = f.Id("usr", source="ended_by_id", allow_null=True)
    allowed_actions = f.AllowedActions()


class ImpersonationStartedRead(ImpersonationSessionRead):
    """An impersonation that has begun, with the tokens for the business's own host."""

    access_token = f.Text(
        max_length=4096, help_text="For the business's routes. Its claim `act` names the operator (RFC 8693)."
    )
    refresh_token = f.Text(max_length=4096, help_text="Renews up to `expires_at`.")
    host = f.Text(help_text="Where the business answers.")


class OwnerIn(Write):
    """The first user of the business, who holds everything in it."""

    name = f.Text(max_length=200)
    email = f.Email()
    password = f.Text(
        max_length=256,
        required=False,
        help_text="For scripts and tests, held to the rules of passwords. Left out, the owner gets a mail that "
        "leads to a password nobody else knows.",
    )


class TenantCreate(Write):
    """A new business."""

    slug = f.Text(
        max_length=63,
        pattern=SLUG,
        help_text="Small letters, digits and hyphens: the first label of its host name.",
    )
    name = f.Text(max_length=200)
    pack = f.Text(
        max_length=40,
        min_length=0,
        required=False,
        default="",
        help_text="The kind of business, which it is filled for; empty for what all have in common.",
    )
    country = f.Country()
    currency = f.CurrencyCode(help_text="The currency of its books, for ever.")
    languages = f.ListOf(
        f.Language(),
        min_items=1,
        max_items=10,
        unique=True,
        help_text="In order of preference, the default first.",
    )
    timezone = f.TimeZone()
    status = f.Choice(["active", "trial"], enum="NewTenantStatus", required=False)
    plan = f.Id("pln", source="plan_id", required=False, allow_null=True)
    owner = OwnerIn(required=False, allow_null=True, default=None)


class TenantUpdate(Write):
    """What of a business can change."""

    slug = f.Text(max_length=63, pattern=SLUG, help_text="Its host name changes with it, at once.")
    name = f.Text(max_length=200)
    languages = f.ListOf(f.Language(), min_items=1, max_items=10, unique=True)
    timezone = f.TimeZone()
    plan = f.Id("pln", source="plan_id", allow_null=True)


class TenantTransition(Write):
    """A change of state."""

    name = f.Choice(list(TRANSITIONS), enum="TenantTransitionName")
    reason = f.LongText(max_length=1000, required=False, help_text="For operators.")
    mode = f.Choice(
        MODES,
        enum="TenantMode",
        required=False,
        help_text="Of `suspend` and `schedule_deletion`: whether it can still be read; `closed` by default.",
    )
    grace_days = f.Int(
        min_value=0,
        max_value=MAX_GRACE_DAYS,
        required=False,
        help_text="Of `schedule_deletion`: days until the business is deleted for ever, 30 by default. Until "
        "then `cancel_deletion` leads back to the former state.",
    )
    keep_backups = f.Bool(
        required=False,
        help_text="Of `schedule_deletion`: whether its backups are kept until they are too old; else they are "
        "deleted with it.",
    )
