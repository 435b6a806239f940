"""The business's rules of security over HTTP."""

from __future__ import annotations

from backend.core.accounts import errors as e
from backend.core.accounts import permissions as p
from backend.core.accounts import policy
from backend.core.accounts import services as changing
from backend.core.accounts.oidc import providers
from backend.kernel.api import Resource
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.errors import Invalid
from backend.kernel.permissions import CredentialRestricted

_NETWORK = "A network in CIDR notation, such as `203.0.113.0/24` or `2001:db8::/32`."
_ORIGIN = "An origin, such as `https://shop.example.com`."


class PasswordRulesRead(Read):
    """What a new password must be."""

    min_length = f.Int(help_text="Characters.")
    refuse_common = f.Bool(help_text="Refuses common passwords, and those like the user's name or address.")
    history = f.Int(help_text="How many earlier passwords may not come back.")
    max_age_days = f.Int(allow_null=True, help_text="Days after which a sign-in demands another password.")
    refuse_breached = f.Bool(help_text="Asks the installation's list of breached passwords.")


class PasswordRulesIn(Write):
    """Changes of the rules of passwords."""

    min_length = f.Int(min_value=8, max_value=128, required=False)
    refuse_common = f.Bool(required=False)
    history = f.Int(min_value=0, max_value=24, required=False)
    max_age_days = f.Int(min_value=1, max_value=3650, required=False, allow_null=True)
    refuse_breached = f.Bool(required=False)


class SessionRulesRead(Read):
    """How long a sign-in lasts."""

    idle_minutes = f.Int(help_text="A session that is not renewed for so long ends.")
    absolute_hours = f.Int(help_text="A session ends so long after its sign-in.")


class SessionRulesIn(Write):
    """Changes of the rules of sessions."""

    idle_minutes = f.Int(min_value=5, max_value=525_600, required=False)
    absolute_hours = f.Int(min_value=1, max_value=8_760, required=False)


class RegistrationRulesRead(Read):
    """Whether strangers may register."""

    open = f.Bool()
    role = f.Text(
        allow_null=True, help_text="The code of the role that a registered user gets, over its own rows."
    )
    link_base = f.Text(help_text="Where links in mails lead to; empty for the business's own host.")


class RegistrationRulesIn(Write):
    """Changes of the rules of registration."""

    open = f.Bool(required=False)
    role = f.Text(
        max_length=50,
        required=False,
        allow_null=True,
        help_text="One that holds no more than the roles of customers.",
    )
    link_base = f.Text(
        max_length=200,
        min_length=0,
        required=False,
        help_text="A domain of the business, or one of `cors_origins`; empty for the business's own host.",
    )


class AuditRulesRead(Read):
    """How long logs are kept, in days."""

    retention_days = f.Int(help_text="Of the audit log.")
    access_days = f.Int(help_text="Of the log of API calls.")


class AuditRulesIn(Write):
    """Changes of how long logs are kept, in days."""

    retention_days = f.Int(min_value=90, max_value=36_500, required=False)
    access_days = f.Int(min_value=1, max_value=730, required=False)


class RetentionRulesRead(Read):
    """After how many days data is deleted that nothing keeps; null for never."""

    quotes_days = f.Int(allow_null=True, help_text="Quotes without an order, after they expired.")
    sessions_days = f.Int(allow_null=True, help_text="Sessions, after they ended.")
    customers_days = f.Int(
        allow_null=True, help_text="Customers without an order for so long, with nothing owed: forgotten."
    )
    visitors_days = f.Int(
        allow_null=True, help_text="What visitors chose about cookies, with their addresses."
    )


class RetentionRulesIn(Write):
    """Changes of how long data is kept."""

    quotes_days = f.Int(min_value=1, max_value=36_500, required=False, allow_null=True)
    sessions_days = f.Int(min_value=1, max_value=36_500, required=False, allow_null=True)
    customers_days = f.Int(min_value=30, max_value=36_500, required=False, allow_null=True)
    visitors_days = f.Int(min_value=1, max_value=36_500, required=False, allow_null=True)


CODE = r"^[a-z][a-z0-9_]{0,39}$"


class OidcProviderRead(Read):
    """An OpenID Connect provider that people may sign in at."""

    code = f.Text()
    label = f.Text()  # type: ignore[assignment]  # a field's name
    issuer = f.Text()
    client_id = f.Text()
    secret_kept = f.Bool(help_text="Whether a client secret is kept; it is never shown.")
    redirect_uris = f.ListOf(f.Text(), max_items=20)
    scopes = f.ListOf(f.Text(), max_items=20)
    domains = f.ListOf(f.Text(), max_items=50)
    link_by_email = f.Bool()
    creates = f.Choice(list(providers.CREATES), enum="OidcCreates")


class OidcProviderIn(Write):
    """An OpenID Connect provider."""

    code = f.Text(max_length=40, pattern=CODE)
    label = f.Text(max_length=80, help_text="What the button says.")  # type: ignore[assignment]  # a field's name
    issuer = f.Text(
        max_length=500, help_text="As in the provider's metadata, such as `https://accounts.example.com`."
    )
    client_id = f.Text(max_length=255)
    client_secret = f.Text(
        max_length=500,
        required=False,
        help_text="Sealed at rest; left out, it stays while issuer and client do.",
    )
    redirect_uris = f.ListOf(
        f.Text(max_length=500),
        min_items=1,
        max_items=20,
        unique=True,
        help_text="Compared character by character.",
    )
    scopes = f.ListOf(
        f.Text(max_length=50, pattern=r"^[\x21-\x7e]+$"),
        max_items=20,
        unique=True,
        required=False,
        help_text="`openid email profile` where it is left out.",
    )
    domains = f.ListOf(
        f.Text(max_length=253),
        max_items=50,
        unique=True,
        required=False,
        help_text="Only addresses of these domains; none for all.",
    )
    link_by_email = f.Bool(
        required=False, help_text="Whether a proved address finds its user at the first time."
    )
    creates = f.Choice(
        list(providers.CREATES),
        enum="OidcCreates",
        required=False,
        help_text="What a stranger with a proved address becomes.",
    )


class SecurityPolicyRead(RecordRead):
    """The business's rules of security, defaults included."""

    password = PasswordRulesRead()
    session = SessionRulesRead()
    registration = RegistrationRulesRead()
    audit = AuditRulesRead()
    retention = RetentionRulesRead()
    networks = f.ListOf(f.Text(), max_items=100, help_text="Networks that staff may come from; none for all.")
    cors_origins = f.ListOf(f.Text(), max_items=50, help_text="Origins whose scripts may read answers.")
    oidc = f.ListOf(OidcProviderRead(), max_items=providers.MOST)


class SecurityPolicyUpdate(Write):
    """Changes: of a group only what is given, of a list the whole."""

    password = PasswordRulesIn()
    session = SessionRulesIn()
    registration = RegistrationRulesIn()
    audit = AuditRulesIn()
    retention = RetentionRulesIn()
    networks = f.ListOf(f.Text(max_length=50, help_text=_NETWORK), max_items=100, unique=True)
    cors_origins = f.ListOf(f.Text(max_length=200, help_text=_ORIGIN), max_items=50, unique=True)
    oidc = f.ListOf(OidcProviderIn(), max_items=providers.MOST)
    current_password = f.Text(
        max_length=256,
        help_text="Of the caller, to change `oidc`, `registration.link_base` or `registration.role`; not needed for "
        "ten minutes after signing in or verifying a second factor.",
    )


class SecurityPolicyResource(Resource):
    """The business's rules of security: passwords, sessions, registration, networks, origins, retention."""

    singleton = True
    plural = "security_policy"
    path = "security/policy"
    prefix = "spo"
    tag = "security"
    one = staticmethod(policy.policy_for)
    read = SecurityPolicyRead
    writes = {"update": SecurityPolicyUpdate}
    services = {"update": changing.update_policy}
    permissions = {"retrieve": p.MANAGE_POLICY, "update": p.MANAGE_POLICY}
    errors = {
        "update": [
            Invalid,
            e.NotWhileImpersonating,
            e.PermissionEscalation,
            CredentialRestricted,
            e.PasswordRequired,
            e.SecondFactorRequired,
            e.PasswordWrong,
            e.LoginThrottled,
        ]
    }
    reread = False
