"""Routes of the operator: businesses."""

from __future__ import annotations

import uuid
from typing import Any

from backend.core.accounts.errors import EmailTaken, LastOwner, PhoneTaken, UserNotActive
from backend.kernel.api import Answer, Resource, action
from backend.kernel.api.serializers import Read
from backend.kernel.api.usage import UsageRead
from backend.kernel.errors import Invalid, ReferenceNotFound
from backend.kernel.limits import LimitReached
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants import domain_services, lifecycle, people, plan_services, selectors, services
from backend.platform.tenants.api.filters import (
    DomainFilters,
    ImpersonationFilters,
    PlanFilters,
    TenantFilters,
)
from backend.platform.tenants.api.serializers import (
    DomainCreate,
    DomainRead,
    DomainUpdate,
    ImpersonationCreate,
    ImpersonationSessionRead,
    ImpersonationStartedRead,
    OverrideIn,
    OverrideRemoval,
    PlanCreate,
    PlanRead,
    PlanUpdate,
    TenantCreate,
    TenantPasswordReset,
    TenantRead,
    TenantTransition,
    TenantUpdate,
    TenantUserChange,
    TenantUserQuery,
    TenantUserRead,
    TenantUserRecovery,
)
from backend.platform.tenants.errors import (
    DomainNotVerified,
    DomainReserved,
    DomainTaken,
    DomainUnproved,
    NoSchemaReady,
    OverrideInThePast,
    PlanCodeTaken,
    PlanInUse,
    PlanNotOffered,
    SlugReserved,
    SlugTaken,
    TenantNotOpen,
    TenantTransitionForbidden,
    TransitionFieldUseless,
)
from backend.platform.tenants.permissions import (
    IMPERSONATE,
    MANAGE,
    MANAGE_PLANS,
    MANAGE_USERS,
    VIEW,
    VIEW_USERS,
)
from backend.platform.tenants.states import allowed_from


class TenantResource(Resource):
    """Businesses of the installation. Each lives in a schema of its own, which no other can reach."""

    plural = "tenants"
    prefix = "ten"
    tag = "tenants"
    platform = True
    rows = staticmethod(selectors.tenants_for)
    read = TenantRead
    writes = {"create": TenantCreate, "update": TenantUpdate}
    services = {"create": services.create_tenant, "update": services.update_tenant}
    permissions = {"list": VIEW, "retrieve": VIEW, "create": MANAGE, "update": MANAGE}
    filters = TenantFilters
    sort = ("created_at", "slug", "name")
    search = ("slug", "name")
    errors = {
        "create": [SlugTaken, SlugReserved, ReferenceNotFound, PlanNotOffered, NoSchemaReady, Invalid],
        "update": [SlugTaken, SlugReserved, ReferenceNotFound, PlanNotOffered],
    }
    reread = False
    entered: TenantInfo | None = None

    @action(
        "transitions",
        permission=MANAGE,
        request=TenantTransition,
        response=TenantRead,
        errors=[TenantTransitionForbidden, TransitionFieldUseless],
    )
    def transition(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Activates or suspends a business, schedules its deletion or cancels that; see `allowed_actions`."""
        return lifecycle.transition_tenant(
            principal=self.principal,
            tenant_id=id,
            transition=data.pop("name"),
            expected_version=self.expected_version,
            **data,
        )

    @action(
        "users",
        method="GET",
        permission=VIEW_USERS,
        query=TenantUserQuery,
        response=TenantUserRead,
        paginated=True,
    )
    def users(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """The users of the business, newest first; deleted ones are left out."""
        self.entered = people.business(id)
        return people.users_of(principal=self.principal, text=data.get("q", ""))

    @action(
        "password-resets",
        permission=MANAGE_USERS,
        request=TenantPasswordReset,
        status=202,
        errors=[ReferenceNotFound],
    )
    def send_password_reset(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Sends a user of the business the mail that leads to a new password. Nobody gets to see one."""
        people.reset_password_of(principal=self.principal, tenant_id=id, **data)
        return Answer(None, status=202)

    @action(
        "users/changes",
        permission=MANAGE_USERS,
        request=TenantUserChange,
        response=TenantUserRead,
        errors=[ReferenceNotFound, EmailTaken, PhoneTaken, LastOwner, UserNotActive, LimitReached],
    )
    def change_user(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Changes a user of the business whom its own people cannot help, under the business's rules.

        The reason is in the business's audit log (`auth.helped`). Roles are the business's own matter.
        """
        return people.change_user_of(principal=self.principal, tenant_id=id, **data)

    @action(
        "users/recoveries",
        permission=MANAGE_USERS,
        request=TenantUserRecovery,
        response=TenantUserRead,
        errors=[ReferenceNotFound],
    )
    def recover_user(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Lets a user of the business in again: forgets failed sign-ins, and takes lost second factors if asked.

        The reason is in the business's audit log (`auth.helped`).
        """
        return people.let_in_again(principal=self.principal, tenant_id=id, **data)

    def _page(self, operation: Any, queryset: Any) -> dict[str, Any]:
        # The rows of a business are read where they are; those of the directory in the operator's schema.
        with tenant_context(self.entered or PUBLIC):
            return super()._page(operation, queryset)

    @action("usage", method="GET", permission=VIEW, response=UsageRead, many=True)
    def usage(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """What the business has of everything that plans limit, and may have."""
        return plan_services.usage_of(principal=self.principal, tenant_id=id)

    @action(
        "overrides",
        permission=MANAGE,
        request=OverrideIn,
        response=TenantRead,
        errors=[OverrideInThePast],
    )
    def set_override(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Gives the business a limit of its own, instead of its plan's; one that it had is replaced."""
        return plan_services.set_override(
            principal=self.principal, tenant_id=id, expected_version=self.expected_version, **data
        )

    @action("overrides/remove", permission=MANAGE, request=OverrideRemoval, response=TenantRead)
    def remove_override(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Takes a limit of its own from the business: its plan's holds again."""
        return plan_services.remove_override(
            principal=self.principal, tenant_id=id, expected_version=self.expected_version, **data
        )

    # A password is reset for one of its users, whose actions tell so.
    unlisted = ("transition", "send_password_reset", "change_user", "recover_user")

    def allowed_actions(self, row: Any) -> list[str]:
        """What the caller may do with a business now; its transitions by their names."""
        moves = allowed_from(row.status) if self.principal.allows(MANAGE) else ()
        return [*super().allowed_actions(row), *moves]

    def actions_on(self, schema: type[Read], row: Any) -> list[str]:
        """A business's user has no address of its own here: what operators do about one, by their rights."""
        if schema is not TenantUserRead:
            return super().actions_on(schema, row)
        offers = [("send_password_reset", MANAGE_USERS)]
        if row["kind"] != "service":
            offers += [("change_user", MANAGE_USERS), ("recover_user", MANAGE_USERS)]
        offers += [("impersonate", IMPERSONATE)]
        return [name for name, access in offers if self.principal.allows(access)]


class ImpersonationResource(Resource):
    """Operators who act as users of businesses: for a reason, for a time, and named in all that they do."""

    plural = "impersonations"
    prefix = "imp"
    tag = "tenants"
    platform = True
    rows = staticmethod(selectors.impersonations_for)
    read = ImpersonationSessionRead
    permissions = {"list": IMPERSONATE, "retrieve": IMPERSONATE}
    completed_by = staticmethod(people.complete_impersonations)
    filters = ImpersonationFilters
    sort = ("created_at", "expires_at")

    # One that only its operator's right has stopped can be ended for good.
    possible = {"end": lambda row: row.open}

    # No idempotency key: its record would keep the tokens.
    @action(
        "",
        detail=False,
        permission=IMPERSONATE,
        request=ImpersonationCreate,
        response=ImpersonationStartedRead,
        status=201,
        idempotency="none",
        errors=[ReferenceNotFound, TenantNotOpen, UserNotActive],
    )
    def create(self, data: dict[str, Any]) -> Any:
        """Lets the operator act as a user of a business, with that user's rights.

        What only the user may do (password, second factors, keys, sign-in names) is refused with
        `not_while_impersonating`. Every entry of the business's audit log names the operator.
        """
        made, pair = people.start_impersonation(principal=self.principal, **data)
        # Shown this once, beside the row.
        vars(made).update(
            access_token=pair.access_token, refresh_token=pair.refresh_token, host=made.tenant.info().host
        )
        return made

    @action("end", permission=IMPERSONATE, response=ImpersonationSessionRead)
    def end(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Ends it at once: its tokens are no longer good."""
        return people.end_impersonation(principal=self.principal, impersonation_id=id)


class PlanResource(Resource):
    """Plans: what businesses may have. A change holds for every business of the plan at once."""

    plural = "plans"
    prefix = "pln"
    tag = "tenants"
    platform = True
    rows = staticmethod(selectors.plans_for)
    read = PlanRead
    writes = {"create": PlanCreate, "update": PlanUpdate}
    services = {
        "create": plan_services.create_plan,
        "update": plan_services.update_plan,
        "delete": plan_services.delete_plan,
    }
    permissions = {
        "list": VIEW,
        "retrieve": VIEW,
        "create": MANAGE_PLANS,
        "update": MANAGE_PLANS,
        "delete": MANAGE_PLANS,
    }
    filters = PlanFilters
    sort = ("created_at", "code")
    search = ("code",)
    errors = {"create": [PlanCodeTaken], "update": [PlanCodeTaken], "delete": [PlanInUse]}


class DomainResource(Resource):
    """Host names of businesses' own, besides `<slug>.<base domain>`. Each is proved before it answers."""

    plural = "domains"
    prefix = "dom"
    tag = "tenants"
    platform = True
    rows = staticmethod(selectors.domains_for)
    read = DomainRead
    writes = {"create": DomainCreate, "update": DomainUpdate}
    services = {
        "create": domain_services.create_domain,
        "update": domain_services.update_domain,
        "delete": domain_services.delete_domain,
    }
    permissions = {"list": VIEW, "retrieve": VIEW, "create": MANAGE, "update": MANAGE, "delete": MANAGE}
    filters = DomainFilters
    sort = ("created_at", "domain")
    search = ("domain",)
    errors = {
        "create": [DomainTaken, DomainReserved, ReferenceNotFound, Invalid],
        "update": [DomainNotVerified],
    }
    reread = False
    possible = {"verify": lambda row: row.verified_at is None}

    @action("verifications", permission=MANAGE, response=DomainRead, errors=[DomainUnproved], atomic=False)
    def verify(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Looks for the challenge in the DNS; a proved domain answers for its business at once."""
        return domain_services.verify_domain(
            principal=self.principal, domain_id=id, expected_version=self.expected_version
        )
