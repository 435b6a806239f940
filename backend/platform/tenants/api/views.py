"""Routes of the operator: businesses."""

from __future__ import annotations

import uuid
from typing import Any

from backend.kernel.api import Resource, action
from backend.kernel.errors import ReferenceNotFound
from backend.platform.tenants import selectors, services
from backend.platform.tenants.api.filters import TenantFilters
from backend.platform.tenants.api.serializers import (
    TenantCreate,
    TenantRead,
    TenantTransition,
    TenantUpdate,
)
from backend.platform.tenants.errors import (
    NoSchemaReady,
    SlugReserved,
    SlugTaken,
    TenantTransitionForbidden,
)
from backend.platform.tenants.permissions import MANAGE, VIEW
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
        "create": [SlugTaken, SlugReserved, ReferenceNotFound, NoSchemaReady],
        "update": [SlugTaken, SlugReserved],
    }
    reread = False

    @action(
        "transitions",
        permission=MANAGE,
        request=TenantTransition,
        response=TenantRead,
        errors=[TenantTransitionForbidden],
    )
    def transition(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Activates, suspends or closes a business; `allowed_actions` names what its state allows."""
        return services.transition_tenant(
            principal=self.principal,
            tenant_id=id,
            transition=data["name"],
            expected_version=self.expected_version,
        )

    def allowed_actions(self, row: Any) -> list[str]:
        """What the caller may do with a business now."""
        if not self.principal.allows(MANAGE):
            return []
        return ["update", *allowed_from(row.status)]
