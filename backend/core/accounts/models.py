"""Users, their roles, sessions and credentials, and the business's rules of security."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class UserKind(models.TextChoices):
    """What stands behind a user."""

    STAFF = "staff"
    CUSTOMER = "customer"
    SERVICE = "service"
    OPERATOR = "operator"


class UserStatus(models.TextChoices):
    """Whether a user may sign in: ACTIVE ones only. DELETED is the end; the row stays for the history.

    INVITED was a registration whose mailbox nobody had proved. None is made any more; those that there are go with
    the next `accounts.prune`.
    """

    INVITED = "invited"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    DELETED = "deleted"


class ScopeKind(models.TextChoices):
    """How far an assignment reaches."""

    BUSINESS = "business"
    BRANCH = "branch"
    OWN = "own"
    CUSTOMER = "customer"
    SET = "set"


class SignInMethod(models.TextChoices):
    """How the identity behind a session was proved."""

    PASSWORD = "password"  # noqa: S105
    SECRET = "secret"  # noqa: S105
    TELEGRAM = "telegram"
    OIDC = "oidc"
    INVITATION = "invitation"
    IMPERSONATION = "impersonation"


class UserManager(BaseUserManager["User"]):
    """Finds users; they are made by `services.create_user` only."""

    use_in_migrations = False

    def get_by_natural_key(self, username: str | None) -> User:
        """The user with this e-mail, whatever its case."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, Record):
    """A person, a service account or an operator, known in one schema only.

    A customer's user names its customer by id only (`customer_id`): customers stand in a higher layer.
    """

    # last_login of the base class would be written by a signal on each sign-in; ours is last_login_at.
    last_login = None

    id = IdField(prefix="usr")
    kind = models.TextField(choices=UserKind, default=UserKind.STAFF)
    status = models.TextField(choices=UserStatus, default=UserStatus.ACTIVE)
    name = models.TextField()
    email = models.TextField(null=True)
    phone = models.TextField(null=True)
    telegram_id = models.BigIntegerField(null=True)
    locale = models.TextField(default="en")
    timezone = models.TextField(default="UTC")
    customer_id = models.UUIDField(null=True)
    preferences = models.JSONField(default=dict)
    last_login_at = models.DateTimeField(null=True)
    failed_logins = models.IntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    email_verified_at = models.DateTimeField(null=True)
    password_changed_at = models.DateTimeField(null=True)
    # Hashes of passwords before this one, newest first; as many as the policy's `history` asks.
    password_history = ArrayField(models.TextField(), default=list)
    # {"totp": {"secret": encrypted, "confirmed_at": …, "last_step": n}, "telegram": {…}, "recovery": [digests]}
    second_factors = models.JSONField(default=dict)
    deleted_at = models.DateTimeField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    sealed: ClassVar[dict[str, str]] = {"second_factors": "accounts_user.second_factors"}
    audit_mask: ClassVar[tuple[str, ...]] = ("password", "password_history", "second_factors")
    audit_ignore: ClassVar[tuple[str, ...]] = ("failed_logins", "locked_until", "last_login_at")

    class Meta:
        db_table = "accounts_user"
        constraints = [
            models.UniqueConstraint(fields=["email"], name="accounts_user_email_once"),
            models.UniqueConstraint(fields=["phone"], name="accounts_user_phone_once"),
            models.UniqueConstraint(fields=["telegram_id"], name="accounts_user_telegram_once"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="accounts_user_email_lower"),
            models.CheckConstraint(
                condition=Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"), name="accounts_user_phone_e164"
            ),
            models.CheckConstraint(condition=Q(kind__in=UserKind.values), name="accounts_user_kind_known"),
            models.CheckConstraint(
                condition=Q(status__in=UserStatus.values), name="accounts_user_status_known"
            ),
        ]
        indexes = [models.Index(fields=["customer_id"], name="accounts_user_customer")]

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether the user may sign in (the name that Django's libraries ask for)."""
        return self.status == UserStatus.ACTIVE

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves; the e-mail is kept in small letters, as the table demands."""
        if self.email is not None:
            self.email = self.email.lower()
        super().save(*args, **kwargs)


class Role(Record):
    """A named set of permissions. It holds those of its parent (and so on upwards) as well.

    `permissions` keeps patterns (`orders.*`): they are expanded when rights are read, so that a role of
    everything also holds what a later release adds.
    """

    id = IdField(prefix="rol")
    code = models.TextField()
    names = models.JSONField(default=dict)
    permissions = ArrayField(models.TextField(), default=list)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    predefined = models.BooleanField(default=False)
    # Networks (CIDR) from which the role counts; none means from everywhere.
    networks = ArrayField(models.TextField(), default=list)
    requires_second_factor = models.BooleanField(default=False)

    class Meta:
        db_table = "accounts_role"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="accounts_role_code_once"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="accounts_role_not_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ScopeSet(Record):
    """A named set of branches and customers that assignments can reach over; a change reaches all of them.

    Ids only: branches and customers stand in higher layers.
    """

    id = IdField(prefix="scs")
    code = models.TextField()
    names = models.JSONField(default=dict)
    branch_ids = ArrayField(models.UUIDField(), default=list)
    customer_ids = ArrayField(models.UUIDField(), default=list)

    class Meta:
        db_table = "accounts_scope_set"
        constraints = [models.UniqueConstraint(fields=["code"], name="accounts_scope_set_code_once")]

    def __str__(self) -> str:
        return self.code


class Assignment(Record):
    """A role given to a user over a scope: the business, a branch, one's own rows, a customer's, or a set's."""

    id = IdField(prefix="asg")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments", db_index=False)
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="assignments")
    scope = models.TextField(choices=ScopeKind, default=ScopeKind.BUSINESS)
    branch_id = models.UUIDField(null=True)
    customer_id = models.UUIDField(null=True)
    scope_set = models.ForeignKey(
        ScopeSet, on_delete=models.PROTECT, null=True, related_name="assignments", db_index=False
    )

    class Meta:
        db_table = "accounts_assignment"
        constraints = [
            # Begins with the user, so it is the index for a user's assignments as well.
            models.UniqueConstraint(
                fields=["user", "role", "scope", "branch_id", "customer_id", "scope_set"],
                nulls_distinct=False,
                name="accounts_assignment_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        scope__in=[ScopeKind.BUSINESS, ScopeKind.OWN],
                        branch_id=None,
                        customer_id=None,
                        scope_set=None,
                    )
                    | Q(scope=ScopeKind.BRANCH, branch_id__isnull=False, customer_id=None, scope_set=None)
                    | Q(scope=ScopeKind.CUSTOMER, branch_id=None, customer_id__isnull=False, scope_set=None)
                    | Q(scope=ScopeKind.SET, branch_id=None, customer_id=None, scope_set__isnull=False)
                ),
                name="accounts_assignment_scope_fits",
            ),
        ]


class Session(models.Model):
    """A sign-in: the family of all refresh tokens that descend from it.

    `generation` counts the refreshes. A refresh token carries its generation under the tenant's
    signature, so the row needs no token or hash of one; see adr/0005.
    """

    id = IdField(prefix="ses")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    generation = models.IntegerField(default=1)
    rotated_at = models.DateTimeField(default=clock.now)
    created_at = models.DateTimeField(default=clock.now)
    last_used_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.TextField(default="")
    ip = models.GenericIPAddressField(null=True)
    user_agent = models.TextField(default="")
    method = models.TextField(choices=SignInMethod, default=SignInMethod.PASSWORD)
    # Renewals end here, whatever the traffic; null in sessions of service accounts.
    absolute_expires_at = models.DateTimeField(null=True)
    second_factor_at = models.DateTimeField(null=True)
    place = models.TextField(default="")
    # From where it was renewed at last, where that is another address or program than it began with.
    last_ip = models.GenericIPAddressField(null=True)
    last_user_agent = models.TextField(default="", db_default="")
    last_place = models.TextField(default="", db_default="")
    # An impersonation: the operator (a user of the public schema, hence an id only) and why.
    impersonator_id = models.UUIDField(null=True)
    reason = models.TextField(default="")

    audit_ignore: ClassVar[tuple[str, ...]] = ("generation", "rotated_at", "last_used_at", "expires_at")

    class Meta:
        db_table = "accounts_session"

    def alive(self, at: datetime) -> bool:
        """Whether the session is neither revoked nor past its end."""
        return self.revoked_at is None and self.expires_at > at


class Identity(models.Model):
    """A user at an OpenID Connect provider: the pair of issuer and subject is what proves it.

    Source: OpenID Connect Core 1.0, 5.7: only (iss, sub) is stable; an e-mail address is not.
    """

    id = IdField(prefix="idn")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="identities")
    issuer = models.TextField()
    subject = models.TextField()
    created_at = models.DateTimeField(default=clock.now)
    last_used_at = models.DateTimeField(null=True)

    audit_ignore: ClassVar[tuple[str, ...]] = ("last_used_at",)

    class Meta:
        db_table = "accounts_identity"
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="accounts_identity_once")]


class ApiKey(Record):
    """A long-lived key of a user, mostly a service account's: its rights are the user's, cut to `scopes`.

    Only a digest is kept; `hint` is the visible beginning, which tells keys apart in lists and logs.
    `previous_digest` answers until `previous_until` after a rotation, so that clients can change over.
    """

    id = IdField(prefix="key")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_keys")
    name = models.TextField()
    hint = models.TextField()
    digest = models.TextField()
    previous_digest = models.TextField(null=True)
    previous_until = models.DateTimeField(null=True)
    # Patterns of permissions (`orders.*`); none means all that the user may.
    scopes = ArrayField(models.TextField(), default=list)
    networks = ArrayField(models.TextField(), default=list)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    last_used_ip = models.GenericIPAddressField(null=True)
    created_by_id = models.UUIDField(null=True)

    audit_mask: ClassVar[tuple[str, ...]] = ("digest", "previous_digest")
    audit_ignore: ClassVar[tuple[str, ...]] = ("last_used_at", "last_used_ip")

    class Meta:
        db_table = "accounts_api_key"
        constraints = [models.UniqueConstraint(fields=["digest"], name="accounts_api_key_digest_once")]

    def __str__(self) -> str:
        return self.name


class Invitation(Record):
    """An invitation of a person to become a user, with the roles that wait. Its link is signed and works once.

    `customer_id` makes it one to a customer's account (an agency's people); else the person joins the staff.
    """

    id = IdField(prefix="inv")
    kind = models.TextField(choices=UserKind, default=UserKind.STAFF)
    email = models.TextField(null=True)
    phone = models.TextField(null=True)
    name = models.TextField(default="")
    locale = models.TextField(default="en")
    customer_id = models.UUIDField(null=True)
    # As in the API: [{"role": uuid, "scope": …, "branch": uuid, "customer": uuid, "scope_set": uuid}]
    grants = models.JSONField(default=list)
    # The token in force carries this generation: sending anew makes older links void.
    generation = models.IntegerField(default=1)
    invited_by_id = models.UUIDField(null=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, db_index=False, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_invitation"
        indexes = [models.Index(fields=["customer_id"], name="accounts_invitation_customer")]

    @property
    def grant_rows(self) -> list[dict[str, Any]]:
        """The roles that wait, with ids as UUIDs."""
        return [
            {
                name: UUID(value) if value and name != "scope" else value
                for name, value in {"scope_set": None, **grant}.items()
            }
            for grant in self.grants
        ]


class SecurityPolicy(Record):
    """The business's own rules of security, one row at most; what `rules` leaves out is at its default.

    See `policy.Policy` for the keys, their units and defaults.
    """

    id = IdField(prefix="spo")
    rules = models.JSONField(default=dict)
    # There is one policy: a second row breaks this.
    single = models.BooleanField(default=True)

    sealed: ClassVar[dict[str, str]] = {"rules": "accounts_policy.rules"}

    class Meta:
        db_table = "accounts_policy"
        constraints = [
            models.UniqueConstraint(fields=["single"], name="accounts_policy_once"),
            models.CheckConstraint(condition=Q(single=True), name="accounts_policy_single"),
        ]


class MailKind(models.TextChoices):
    """What a mail is about."""

    EMAIL_VERIFICATION = "email_verification"
    PASSWORD_RESET = "password_reset"  # noqa: S105
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    INVITATION = "invitation"
    ALREADY_REGISTERED = "already_registered"
    REGISTRATION = "registration"
    EMAIL_CHANGED = "email_changed"
    WEBHOOK_DISABLED = "webhook_disabled"


class Mail(models.Model):
    """A mail to be sent. It holds no token: links are made and signed in the moment of sending.

    `subject_id` is the user or the invitation; a password reset has only the address that was typed, so that
    asking for one takes as long for a stranger's address as for a user's. That of a registration is empty until its
    link is used, and then the user whom it made: so the link works once.
    """

    audit_exclude: ClassVar[str] = "a queue; what a mail is about is audited where it happens"

    id = IdField(prefix="mai")
    kind = models.TextField(choices=MailKind)
    address = models.TextField()
    subject_id = models.UUIDField(null=True)
    locale = models.TextField(default="en")
    created_at = models.DateTimeField(default=clock.now)
    attempts = models.IntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.TextField(default="")

    class Meta:
        db_table = "accounts_mail"
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="accounts_mail_due",
                condition=Q(next_attempt_at__isnull=False),
            )
        ]


# Where Django looks for an app's models.
from backend.core.accounts.oauth.models import OAuthApplication as OAuthApplication  # noqa: E402
from backend.core.accounts.oauth.models import OAuthGrant as OAuthGrant  # noqa: E402
