"""The operator's record of businesses, and of the schemas that they live in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django_tenants.models import DomainMixin, TenantMixin

from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.kernel.tenancy import Allowance, TenantInfo
from backend.platform.tenants.plans import allowances


class Plan(Record):
    """What businesses may have. `limits` maps names of LIMITS to whole numbers; what is left out is unlimited."""

    id = IdField(prefix="pln")
    code = models.TextField()
    names = models.JSONField(default=dict)
    limits = models.JSONField(default=dict)
    # A plan that is not offered stays with those who have it.
    offered = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code"], name="tenants_plan_code_once")]

    def __str__(self) -> str:
        return self.code


class TenantManager(models.Manager["Tenant"]):
    """Brings each business's plan along: whoever resolves a business needs its limits."""

    def get_queryset(self) -> models.QuerySet[Tenant]:
        """Businesses with their plans."""
        return super().get_queryset().select_related("plan")


class Tenant(TenantMixin, Record):
    """A business. Its schema is made by `services.provision_tenant`, never by saving a row.

    `mode` and `reason` belong to the state it is in: how far it answers while it is not open, and what the
    operator has said of it. `former` is what a cancelled deletion leads back to: the same three as JSON.
    `overrides` are the business's own limits: `{name: {"limit", "reason", "until", "set_at", "set_by"}}`.
    """

    auto_create_schema = False
    auto_drop_schema = False

    class Status(models.TextChoices):
        """Whether a business can be used: ACTIVE and TRIAL can. PURGING is the way to nothing."""

        TRIAL = "trial"
        ACTIVE = "active"
        SUSPENDED = "suspended"
        DELETION_SCHEDULED = "deletion_scheduled"
        PURGING = "purging"

    class Mode(models.TextChoices):
        """How far a business that is not open answers; NONE is that of an open one."""

        NONE = ""
        READ_ONLY = "read_only"
        CLOSED = "closed"

    id = IdField(prefix="ten")
    schema_name = models.TextField(editable=False)
    slug = models.TextField()
    name = models.TextField()
    pack = models.TextField(default="")
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    languages = models.JSONField(default=list)
    timezone = models.TextField(default="UTC")
    status = models.TextField(choices=Status.choices, default=Status.ACTIVE)
    mode = models.TextField(choices=Mode.choices, default=Mode.NONE, db_default="")
    reason = models.TextField(default="", db_default="")
    purge_at = models.DateTimeField(null=True)
    keep_backups = models.BooleanField(default=False, db_default=False)
    former = models.JSONField(null=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, related_name="tenants")
    overrides = models.JSONField(default=dict, db_default={})
    # What the rows of its domains come to, so that whoever finds a business need not read them.
    primary_domain = models.TextField(default="", db_default="", editable=False)

    owner_mailed_to: str | None = None
    """Of a row that was just made: where the mail went that leads its owner to a password."""

    objects: ClassVar[models.Manager[Any]] = TenantManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="tenants_tenant_slug_once"),
            models.UniqueConstraint(fields=["schema_name"], name="tenants_tenant_schema_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["deletion_scheduled", "purging"], purge_at__isnull=False)
                | ~models.Q(status__in=["deletion_scheduled", "purging"]) & models.Q(purge_at__isnull=True),
                name="tenants_tenant_purge_known",
            ),
        ]

    def info(self) -> TenantInfo:
        """The part that every request of the tenant needs."""
        return TenantInfo(
            id=self.id,
            schema=self.schema_name,
            slug=self.slug,
            name=self.name,
            currency=self.currency,
            languages=tuple(self.languages),
            timezone=self.timezone,
            country=self.country,
            status=self.status,
            pack=self.pack,
            mode=self.mode,
            limits=self.allowances(),
            primary_domain=self.primary_domain,
        )

    @property
    def access(self) -> str:
        """What requests may do; see TenantInfo."""
        return self.info().access

    def allowances(self) -> dict[str, Allowance]:
        """Its limits: the plan's and its own."""
        return allowances(self.plan.limits if self.plan is not None else {}, self.overrides)


class Domain(DomainMixin, Record):
    """A host name of a tenant's own. It answers once its ownership is proved.

    `challenge` is what the owner publishes as a TXT record; `certificate` is what the ingress has reported.
    `failed_checks` counts the days in a row on which the record was gone; after some of them it is proved no more.
    """

    class Certificate(models.TextChoices):
        """How far the certificate is: asked for once the domain is proved, then the ingress's word."""

        NONE = "none"
        PENDING = "pending"
        ISSUED = "issued"
        FAILED = "failed"

    audit_ignore: ClassVar[tuple[str, ...]] = ("checked_at",)

    id = IdField(prefix="dom")
    domain = models.TextField()
    tenant = models.ForeignKey(Tenant, related_name="domains", on_delete=models.CASCADE)
    is_primary = models.BooleanField(default=False)
    challenge = models.TextField(default="", editable=False)
    verified_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    failed_checks = models.PositiveSmallIntegerField(default=0, db_default=0)
    certificate = models.TextField(choices=Certificate.choices, default=Certificate.NONE)
    certificate_expires_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["domain"], name="tenants_domain_once")]


class Impersonation(models.Model):
    """An operator who acts, or acted, as a user of a business; the session itself is in the business's schema."""

    id = IdField(prefix="imp")
    tenant = models.ForeignKey(Tenant, related_name="impersonations", on_delete=models.CASCADE)
    user_id = models.UUIDField()
    user_name = models.TextField()
    session_id = models.UUIDField()
    operator_id = models.UUIDField()
    reason = models.TextField()
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.UUIDField(null=True)

    let_in = True
    """Whether the business would let its tokens in; True until `people.complete_impersonations` asks there."""

    @property
    def open(self) -> bool:
        """Whether nobody ended it and its time has not come. It may be of no use all the same: see `state`."""
        return self.ended_at is None and clock.now() < self.expires_at

    @property
    def state(self) -> str:
        """`active`; `ended` before its time, by somebody or by what its tokens need; or `expired`."""
        if self.open:
            return "active" if self.let_in else "ended"
        return "ended" if self.ended_at is not None else "expired"


class Release(models.Model):
    """The text that makes a schema like the template, by the fingerprint of the template's migrations."""

    audit_exclude = "written by releases only"

    fingerprint = models.TextField(primary_key=True)
    ddl = models.TextField()
    finish = models.TextField(default="")
    """What `post_migrate` runs in a schema after its migrations: it may be run again."""
    created_at = models.DateTimeField(default=clock.now)


class PooledSchema(models.Model):
    """A ready schema that nobody has yet. Its id is that of the tenant which will claim it.

    `variant` says what it is filled with, empty where it is not: a tenant whose own variant is equal can have
    it. `made_for` holds the facts that it was filled for, which the claim adapts; `contents` the digest of
    what filled it.
    """

    audit_exclude = "bookkeeping of the pool"

    id = models.UUIDField(primary_key=True)
    fingerprint = models.TextField()
    variant = models.TextField(db_default="")
    made_for = models.JSONField(null=True)
    contents = models.TextField(db_default="")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["fingerprint", "created_at"], name="tenants_pool_next")]


class RenderedMigration(models.Model):
    """A migration of the template, as the SQL that other schemas run; `sql` is empty for Python ones."""

    audit_exclude = "written by releases only"

    id = models.BigAutoField(primary_key=True)
    app = models.TextField()
    name = models.TextField()
    sql = models.TextField()
    python = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["app", "name"], name="tenants_rendered_once")]


class SchemaMigration(models.Model):
    """How a migration went in a schema that could not take it at the first attempt, or has taken it."""

    audit_exclude = "bookkeeping of releases"

    id = models.BigAutoField(primary_key=True)
    schema = models.TextField()
    app = models.TextField()
    name = models.TextField()
    state = models.TextField(choices=[("done", "done"), ("failed", "failed")])
    attempts = models.IntegerField(default=1)
    error = models.TextField(default="")
    milliseconds = models.IntegerField(default=0)
    updated_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["schema", "app", "name"], name="tenants_schemamigration_once")
        ]
