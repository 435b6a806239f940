"""Scope sets: named branches and customers, over which roles are assigned."""

from __future__ import annotations

from typing import Any

from backend.core.accounts import errors, selectors, services
from backend.core.accounts import permissions as p
from backend.kernel.api import Resource
from backend.kernel.api import fields as f
from backend.kernel.api.actions import Access
from backend.kernel.api.filters import Filters, TextFilter
from backend.kernel.api.serializers import RecordRead, Write
from backend.kernel.errors import ReferenceNotFound

MEMBERS = 500
_BRANCHES = "Each stands for itself and the branches below it."


class ScopeSetRead(RecordRead):
    """A named set of branches and customers."""

    id = f.Id("scs")
    code = f.Text()
    name = f.Localized(source="names")
    branches = f.ListOf(f.Id("brn"), source="branch_ids", max_items=MEMBERS, help_text=_BRANCHES)
    customers = f.ListOf(f.Id("cus"), source="customer_ids", max_items=MEMBERS)


class ScopeSetCreate(Write):
    """A new scope set."""

    code = f.Text(max_length=50, pattern=r"^[a-z][a-z0-9_]*$")
    name = f.LocalizedIn(source="names", max_length=200)
    branches = f.ListOf(
        f.Id("brn"), source="branch_ids", max_items=MEMBERS, unique=True, required=False, help_text=_BRANCHES
    )
    customers = f.ListOf(f.Id("cus"), source="customer_ids", max_items=MEMBERS, unique=True, required=False)


class ScopeSetUpdate(Write):
    """Changes of a scope set; a list is the whole list."""

    name = f.LocalizedIn(source="names", max_length=200)
    branches = f.ListOf(f.Id("brn"), source="branch_ids", max_items=MEMBERS, unique=True, help_text=_BRANCHES)
    customers = f.ListOf(f.Id("cus"), source="customer_ids", max_items=MEMBERS, unique=True)


class ScopeSetFilters(Filters):
    """Scope sets by code."""

    code = TextFilter(max_length=50)


class ScopeSetResource(Resource):
    """Named sets of branches and customers, over which roles are assigned."""

    plural = "scope-sets"
    prefix = "scs"
    tag = "roles"
    rows = staticmethod(selectors.scope_sets_for)
    read = ScopeSetRead
    writes = {"create": ScopeSetCreate, "update": ScopeSetUpdate}
    services = {
        "create": services.create_scope_set,
        "update": services.update_scope_set,
        "delete": services.delete_scope_set,
    }
    permissions = {
        "list": p.VIEW_ROLES,
        "retrieve": p.VIEW_ROLES,
        "create": p.MANAGE_ROLES,
        "update": p.MANAGE_ROLES,
        "delete": p.MANAGE_ROLES,
    }
    filters = ScopeSetFilters
    sort = ("created_at", "code")
    search = ("code",)
    errors = {
        "create": [errors.ScopeSetCodeTaken, errors.PermissionEscalation, ReferenceNotFound],
        "update": [errors.PermissionEscalation, ReferenceNotFound, errors.NotWhileImpersonating],
        "delete": [errors.ScopeSetInUse],
    }

    def may(self, access: Access, row: Any) -> bool:
        """Over the sets that lie wholly within a scope; what roles over them give is judged when it is done."""
        scope = self.principal.scope(str(access))
        if scope is None or scope.everything:
            return scope is not None
        return scope.branches.issuperset(row.branch_ids) and scope.customers.issuperset(row.customer_ids)
