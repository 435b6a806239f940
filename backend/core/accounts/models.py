"""Users, roles, assignments and sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

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
    """Whether a user may sign in."""

    ACTIVE = "active"
    SUSPENDED = "suspended"


class ScopeKind(models.TextChoices):
    """How far an assignment reaches."""

    BUSINESS = "business"
    BRANCH = "branch"
    OWN = "own"
    CUSTOMER = "customer"


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

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    audit_mask: ClassVar[tuple[str, ...]] = ("password",)
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


class Assignment(Record):
    """A role given to a user over a scope: the business, a branch, one's own rows, or a customer's."""

    id = IdField(prefix="asg")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments", db_index=False)
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="assignments")
    scope = models.TextField(choices=ScopeKind, default=ScopeKind.BUSINESS)
    branch_id = models.UUIDField(null=True)
    customer_id = models.UUIDField(null=True)

    class Meta:
        db_table = "accounts_assignment"
        constraints = [
            # Begins with the user, so it is the index for a user's assignments as well.
            models.UniqueConstraint(
                fields=["user", "role", "scope", "branch_id", "customer_id"],
                nulls_distinct=False,
                name="accounts_assignment_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(scope__in=[ScopeKind.BUSINESS, ScopeKind.OWN], branch_id=None, customer_id=None)
                    | Q(scope=ScopeKind.BRANCH, branch_id__isnull=False, customer_id=None)
                    | Q(scope=ScopeKind.CUSTOMER, branch_id=None, customer_id__isnull=False)
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

    audit_ignore: ClassVar[tuple[str, ...]] = ("generation", "rotated_at", "last_used_at", "expires_at")

    class Meta:
        db_table = "accounts_session"

    def alive(self, at: datetime) -> bool:
        """Whether the session is neither revoked nor past its end."""
        return self.revoked_at is None and self.expires_at > at
