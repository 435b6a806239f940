"""Predefined roles of businesses that are there, brought to what the release gives."""

from __future__ import annotations

from collections.abc import Iterable

from backend.core.accounts import rights
from backend.core.accounts.events import RoleUpdated
from backend.core.accounts.models import Role
from backend.core.accounts.services import guards
from backend.core.accounts.services.roles import seed_roles
from backend.core.accounts.types import RoleSpec
from backend.kernel import db
from backend.kernel.events import emit


def renew_roles(*, roles: Iterable[RoleSpec]) -> list[str]:
    """Gives predefined roles the permissions and parents of the specs, and makes those that are missing.

    What a business may change of a predefined role (names, networks, the demand of a second factor) stays, and so
    does a role of its own that has the code of one. Returns the codes that changed. Raises ValueError as `seed_roles`
    does. Emits role.updated. Locks the schema's rights. Running it again changes nothing.
    """
    specs = list(roles)
    changed = []
    with db.transaction():
        guards.lock_rights()
        missing = {spec.code for spec in specs} - set(Role.objects.values_list("code", flat=True))
        seed_roles(roles=[spec for spec in specs if spec.code in missing])
        rows = {row.code: row for row in Role.objects.all()}
        for spec in specs:
            row = rows[spec.code]
            parent = rows[spec.parent].pk if spec.parent else None
            if spec.code in missing:
                changed.append(spec.code)
                continue
            if not row.predefined or (row.permissions, row.parent_id) == (list(spec.permissions), parent):
                continue
            (locked,) = db.lock(Role, [row.pk])
            locked.save_versioned(permissions=list(spec.permissions), parent_id=parent)
            changed.append(spec.code)
            emit(
                RoleUpdated(role=locked.pk, code=locked.code),
                subject_id=locked.pk,
                object_version=locked.version,
            )
        if changed:
            rights.forget_everyone()
    return changed
