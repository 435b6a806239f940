"""Bodies of accounts."""

from __future__ import annotations

from backend.core.accounts import rights
from backend.core.accounts.api.permission_fields import PermissionCode, PermissionPattern
from backend.core.accounts.services.second_factors import methods_of
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

KINDS = ["staff", "customer", "service", "operator"]
STATUSES = ["invited", "active", "suspended", "deleted"]
LASTING = ["totp", "telegram"]
SETTABLE = ["active", "suspended"]
SCOPES = ["business", "branch", "own", "customer", "set"]

PREFERENCES = {
    "type": "object",
    "additionalProperties": True,
    "description": "What a front end keeps for the user: theme, layouts, hotkeys, drafts. See /me/preferences/schema.",
}


class DeletionPreviewRead(Read):
    """What deleting a user would end."""

    user = f.Id("usr")
    erased = f.ListOf(f.Text(), max_items=50, help_text="Data that is erased.")
    kept = f.ListOf(f.Text(), max_items=50, help_text="What stays for the history.")
    sessions = f.Int(help_text="Open sessions that would end.")
    api_keys = f.Int(help_text="Keys that would be revoked.")
    identities = f.Int(help_text="Links to OpenID Connect providers that would be cut.")
    applications = f.Int(help_text="Consents to third parties' applications that would end.")
    assignments = f.Int(help_text="Roles that would be taken away.")


class ServiceGrant(Write):
    """A service account's credentials."""

    kind = f.Choice(["service"], enum="GrantKind")
    client_id = f.Id("usr", help_text="The service account.")
    secret = f.Text(max_length=256, help_text="Shown once, when the account was made.")


class SignInRequest(Write):
    """Either an e-mail address or a telephone number with a password, or a service account's grant."""

    email = f.Email(required=False)
    phone = f.Phone(required=False)
    password = f.Text(max_length=256, required=False)
    grant = ServiceGrant(required=False)


class ExpiredPasswordIn(Write):
    """A new password in place of one that is too old."""

    challenge = f.Text(max_length=4096, help_text="Of the refusal `password_expired`.")
    new_password = f.Text(
        max_length=256, help_text="As the business's rules demand, and another than before."
    )


class RefreshRequest(Write):
    """A refresh token."""

    refresh_token = f.Text(max_length=4096)


class TokenPairRead(Read):
    """What a sign-in gives."""

    access_token = f.Text(max_length=4096, help_text="For `Authorization: Bearer …`, until expires_at.")
    refresh_token = f.Text(
        max_length=4096, help_text="For one renewal. Using an old one again ends the session."
    )
    token_type = f.Computed(lambda _row, _ctx: "Bearer", f.Text())
    expires_at = f.DateTime(help_text="When the access token ends.")
    refresh_expires_at = f.DateTime(help_text="When the session ends unless it is renewed.")
    absolute_expires_at = f.DateTime(
        allow_null=True, help_text="When it ends even if it is renewed; null for service accounts."
    )
    user = f.Id("usr", source="user_id")
    session = f.Id("ses", source="session_id")
    kind = f.Choice(KINDS, enum="UserKind")


class ScopedGrantRead(Read):
    """Some permissions with the rows that they reach."""

    permissions = f.ListOf(PermissionCode())
    everything = f.Bool(help_text="All rows of the business.")
    branches = f.ListOf(f.Id("brn"), help_text="The rows of these branches.")
    own = f.Bool(help_text="The rows of one's own.")
    customers = f.ListOf(f.Id("cus"), help_text="The rows of these customers.")


class AssignmentRead(Read):
    """A role that a user has, and how far it reaches."""

    id = f.Id("asg")
    role = f.Id("rol", source="role_id")
    role_code = f.Text(source="role.code")
    role_name = f.Localized(source="role.names")
    scope = f.Choice(SCOPES, enum="AssignmentScope")
    branch = f.Id("brn", source="branch_id", allow_null=True)
    customer = f.Id("cus", source="customer_id", allow_null=True)
    scope_set = f.Id("scs", source="scope_set_id", allow_null=True)


class AssignmentIn(Write):
    """A role to give, over a scope."""

    role = f.Id("rol", source="role_id")
    scope = f.Choice(SCOPES, enum="AssignmentScope", required=False, default="business")
    branch = f.Id("brn", source="branch_id", required=False, allow_null=True, help_text="With scope branch.")
    customer = f.Id(
        "cus", source="customer_id", required=False, allow_null=True, help_text="With scope customer."
    )
    scope_set = f.Id(
        "scs", source="scope_set_id", required=False, allow_null=True, help_text="With scope set."
    )


class ImpersonationRead(Read):
    """An operator who acts as the user."""

    operator = f.Id("usr", source="operator_id", help_text="Of the installation, not of the business.")
    reason = f.LongText()
    expires_at = f.DateTime(help_text="It ends then, whatever is done.")


class MeRead(RecordRead):
    """The caller: who, and with what rights."""

    id = f.Id("usr")
    kind = f.Choice(KINDS, enum="UserKind")
    name = f.Text()
    email = f.Text(allow_null=True)
    phone = f.Text(allow_null=True)
    locale = f.Language()
    timezone = f.Text()
    customer = f.Id("cus", source="customer_id", allow_null=True)
    email_verified_at = f.DateTime(allow_null=True, help_text="When the address was proved by a link.")
    preferences = f.Json(schema=PREFERENCES)
    session = f.Computed(lambda _row, ctx: ctx.principal.session_id, f.Id("ses"))
    impersonation = ImpersonationRead(allow_null=True)
    permissions = f.Computed(
        lambda _row, ctx: sorted(ctx.principal.grants), f.ListOf(PermissionCode(), max_items=1000)
    )
    grants = f.ListOf(ScopedGrantRead(), source="scoped_grants")
    assignments = f.ListOf(AssignmentRead(), source="held")


class MeUpdate(Write):
    """Changes of one's own profile."""

    name = f.Text(max_length=200)
    locale = f.Language()
    timezone = f.TimeZone()
    preferences = f.Json(schema=PREFERENCES, help_text="Keys merge one by one; null takes one away.")


class UserRead(RecordRead):
    """A user of the business."""

    id = f.Id("usr")
    kind = f.Choice(KINDS, enum="UserKind")
    status = f.Choice(STATUSES, enum="UserStatus")
    name = f.Text()
    email = f.Text(allow_null=True)
    phone = f.Text(allow_null=True)
    telegram_id = f.Int(allow_null=True)
    locale = f.Language()
    timezone = f.Text()
    customer = f.Id("cus", source="customer_id", allow_null=True)
    last_login_at = f.DateTime(allow_null=True)
    email_verified_at = f.DateTime(allow_null=True, help_text="When the address was proved by a link.")
    second_factors = f.Computed(
        lambda row, _ctx: [method for method in methods_of(row) if method in LASTING],
        f.ListOf(f.Choice(LASTING, enum="LastingSecondFactor")),
        help_text="Those that are set up and hold now.",
    )
    assignments = f.ListOf(AssignmentRead())


class UserCreate(Write):
    """A new member of the staff."""

    name = f.Text(max_length=200)
    email = f.Email(required=False, allow_null=True)
    phone = f.Phone(required=False, allow_null=True)
    telegram_id = f.Int(min_value=1, required=False, allow_null=True)
    password = f.Text(
        min_length=8,
        max_length=256,
        required=False,
        help_text="As the business's rules demand. Without one the user cannot sign in by password.",
    )
    locale = f.Language(required=False, help_text="The business's first language where it is left out.")
    timezone = f.TimeZone(required=False, help_text="The business's where it is left out.")
    assignments = f.ListOf(AssignmentIn(), max_items=50, required=False)


class UserUpdate(Write):
    """Changes of a user."""

    name = f.Text(max_length=200)
    email = f.Email(allow_null=True)
    phone = f.Phone(allow_null=True)
    telegram_id = f.Int(min_value=1, allow_null=True)
    locale = f.Language()
    timezone = f.TimeZone()
    status = f.Choice(SETTABLE, enum="UserStatusChange", help_text="Suspending ends all sessions at once.")
    assignments = f.ListOf(
        AssignmentIn(), max_items=50, help_text="The whole set: what is left out is taken away."
    )


class RoleRead(RecordRead):
    """A role."""

    id = f.Id("rol")
    code = f.Text()
    name = f.Localized(source="names")
    permissions = f.ListOf(PermissionPattern(), help_text="Codes and patterns of the role itself.")
    effective_permissions = f.Computed(
        lambda row, _ctx: sorted(rights.expand_known(getattr(row, "patterns", row.permissions))),
        f.ListOf(PermissionCode(), max_items=1000),
        help_text="Every permission that the role gives, inherited ones included.",
    )
    parent = f.Id("rol", source="parent_id", allow_null=True, help_text="The role that it inherits from.")  # type: ignore[assignment]  # a field's name
    networks = f.ListOf(
        f.Text(), help_text="Networks (CIDR) from which the role counts; none for everywhere."
    )
    requires_second_factor = f.Bool(help_text="Who has the role can do nothing without a second factor.")
    predefined = f.Bool(
        help_text="Came with the business; only its name, networks and demand of a second factor can be changed."
    )


NETWORK = "A network in CIDR notation, such as `203.0.113.0/24` or `2001:db8::/32`."


class RoleCreate(Write):
    """A new role."""

    code = f.Text(max_length=50, pattern=r"^[a-z][a-z0-9_]*$")
    name = f.LocalizedIn(source="names", max_length=200)
    permissions = f.ListOf(PermissionPattern(), max_items=500, unique=True)
    parent = f.Id("rol", source="parent_id", required=False, allow_null=True)  # type: ignore[assignment]  # a field's name
    networks = f.ListOf(f.Text(max_length=50, help_text=NETWORK), max_items=100, unique=True, required=False)
    requires_second_factor = f.Bool(required=False)


class RoleUpdate(Write):
    """Changes of a role."""

    name = f.LocalizedIn(source="names", max_length=200)
    permissions = f.ListOf(PermissionPattern(), max_items=500, unique=True)
    parent = f.Id("rol", source="parent_id", allow_null=True)  # type: ignore[assignment]  # a field's name
    networks = f.ListOf(f.Text(max_length=50, help_text=NETWORK), max_items=100, unique=True)
    requires_second_factor = f.Bool()


class PermissionRead(Read):
    """A permission of the catalogue."""

    code = PermissionCode()
    label = f.Text()  # type: ignore[assignment]  # a field's name
    whole = f.Bool(help_text="It counts only over the whole business: given over a branch it gives nothing.")
    sensitive = f.Bool(
        help_text="Applications get it only where they ask for it by its code, as an OAuth scope."
    )


class PermissionGroupRead(Read):
    """A group of the catalogue."""

    code = f.Text()
    label = f.Text()  # type: ignore[assignment]  # a field's name
    permissions = f.ListOf(PermissionRead(), max_items=1000)
