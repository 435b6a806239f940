"""What packs start a business with, in a few statements each. Seeding twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from backend.business.organizations import events, selectors
from backend.business.organizations.models import Branch, Organization
from backend.business.organizations.services import branch_payload
from backend.business.organizations.types import BranchSpec, OrganizationSpec
from backend.kernel import db, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.events import emit
from backend.kernel.i18n import fold


def seed_organization(spec: OrganizationSpec) -> None:
    """Writes the profile, unless the business already has one."""
    with db.transaction():
        tenant = tenancy.require_tenant()
        contacts: dict[str, Any] = {one["kind"]: one["value"] for one in spec.contacts}
        Organization.objects.bulk_create(
            [
                Organization(
                    id=tenant.id,
                    names=dict(spec.names),
                    legal_name=spec.legal_name,
                    tax_id=spec.tax_id,
                    email=contacts.get("email"),
                    phone=contacts.get("phone"),
                    website=contacts.get("website"),
                    settings=spec.settings.set_ones(),
                )
            ],
            ignore_conflicts=True,
        )


def seed_branches(specs: Sequence[BranchSpec]) -> None:
    """Opens the branches whose codes are not there yet; a parent comes before its branches.

    Raises ReferenceNotFound for an unknown parent. Emits `branch.created` for each new one.
    """
    with db.transaction():
        known = selectors.branch_ids_by_code()
        rows: list[Branch] = []
        for spec in specs:
            if spec.code in known:
                continue
            if spec.parent is not None and spec.parent not in known:
                raise ReferenceNotFound(reference=f"branch {spec.parent}")
            row = Branch(
                code=spec.code,
                names=dict(spec.names),
                parent_id=known[spec.parent] if spec.parent else None,
                address=dict(spec.address),
                latitude=Decimal(spec.latitude) if spec.latitude else None,
                longitude=Decimal(spec.longitude) if spec.longitude else None,
                phone=spec.phone,
                timezone=spec.timezone or tenancy.require_tenant().timezone,
                search=fold(" ".join([spec.code, *spec.names.values()])),
            )
            known[spec.code] = row.pk
            rows.append(row)
        Branch.objects.bulk_create(rows)
        for row in rows:
            emit(events.BranchCreated(**branch_payload(row)), subject_id=row.pk, object_version=row.version)
