"""Resources of organizations."""

from __future__ import annotations

from typing import Any

from backend.business.organizations import errors, selectors, services
from backend.business.organizations import permissions as p
from backend.business.organizations.api.filters import BranchFilters
from backend.business.organizations.api.serializers import (
    BranchCreate,
    BranchRead,
    BranchUpdate,
    OpenBranchQuery,
    OpenBranchRead,
    OrganizationRead,
    OrganizationUpdate,
)
from backend.kernel import limits
from backend.kernel.api import PUBLIC, Resource, action
from backend.kernel.api.usage import UsageRead
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.limits import LimitReached

_WRITE = [
    errors.BranchCodeTaken,
    errors.BranchTooDeep,
    errors.BranchPositionIncomplete,
    ReferenceNotFound,
    LimitReached,
]


class BranchResource(Resource):
    """Branches: a tree of the places where the business works. A right over a branch reaches its subtree."""

    plural = "branches"
    prefix = "brn"
    tag = "organizations"
    rows = staticmethod(selectors.branches_for)
    read = BranchRead
    reach = {"branch": "pk"}
    writes = {"create": BranchCreate, "update": BranchUpdate}
    services = {
        "create": services.create_branch,
        "update": services.update_branch,
        "delete": services.delete_branch,
    }
    permissions = {
        "list": p.VIEW_BRANCHES,
        "retrieve": p.VIEW_BRANCHES,
        "create": p.MANAGE_BRANCHES,
        "update": p.MANAGE_BRANCHES,
        "delete": p.MANAGE_BRANCHES,
    }
    filters = BranchFilters
    sort = ("created_at", "code")
    search_by = staticmethod(selectors.search_branches)
    errors = {
        "create": _WRITE,
        "update": [*_WRITE, errors.BranchCycle],
        "delete": [errors.BranchInUse],
    }

    @action(
        "open",
        method="GET",
        detail=False,
        permission=PUBLIC,
        query=OpenBranchQuery,
        response=OpenBranchRead,
        many=True,
    )
    def open(self, data: dict[str, Any]) -> Any:
        """The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest first."""
        return selectors.open_branches(data.get("near"))

    def do_list(self, data: Any) -> Any:
        """A page of branches; with `near`, in the order of their distance unless another is asked for."""
        rows = super().do_list(data)
        if near := self.request.GET.get("near"):
            # Of this request: without a place there is no such order.
            self.sort = (*self.sort, "distance_m")  # type: ignore[assignment, misc]
            self.default_sort = "distance_m"  # type: ignore[misc]
            self.cursor_of = f":{near}"
        return rows


class UsageResource(Resource):
    """What the business has of what its plan limits."""

    plural = "usage"
    tag = "organizations"

    @action("", method="GET", detail=False, permission=p.VIEW_ORGANIZATION, response=UsageRead, many=True)
    def current(self, _data: Any) -> Any:
        """How much there is of everything that plans limit, and how much there may be."""
        return limits.usage()


class OrganizationResource(Resource):
    """The business's own profile and settings. Settings that were never set show their defaults."""

    singleton = True
    plural = "organization"
    prefix = "org"
    tag = "organizations"
    one = staticmethod(selectors.organization_for)
    read = OrganizationRead
    writes = {"update": OrganizationUpdate}
    services = {"update": services.update_organization}
    permissions = {"retrieve": p.VIEW_ORGANIZATION, "update": p.MANAGE_ORGANIZATION}
