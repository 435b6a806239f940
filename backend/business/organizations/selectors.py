"""Reads of organizations."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal

import orjson
from django.db.models import BigIntegerField, FloatField, QuerySet, Value
from django.db.models.functions import ASin, Cast, Cos, Least, Power, Radians, Round, Sin, Sqrt

from backend.business.organizations import permissions as p
from backend.business.organizations.errors import BranchClosed
from backend.business.organizations.models import Branch, Organization
from backend.business.organizations.types import BranchFacts, OrganizationSettings
from backend.core.files.types import StandardPage
from backend.kernel import db, reference, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.i18n import fold
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal, scoped

MAX_DEPTH = 8
"""How deep branches nest."""

MOST_SHOWN = 200
"""How many branches are shown to whoever has not signed in: a page for a map, without further ones."""

EARTH_RADIUS = 6_371_008.8
"""The mean radius in metres (IUGG); a great circle on it is within 0.6 % of the way on the ellipsoid."""


def branches_for(principal: Principal) -> QuerySet[Branch]:
    """The branches that the caller may see: staff by scope, customers and services every open one."""
    rows = Branch.objects.all()
    if principal.kind in ("customer", "service"):
        return rows.filter(active=True) if principal.allows(p.VIEW_BRANCHES) else rows.none()
    return scoped(rows, principal, p.VIEW_BRANCHES, branch="id")


def open_branches(near: tuple[Decimal, Decimal] | None = None) -> list[Branch]:
    """The open branches as anybody may see them: at most `MOST_SHOWN`, by code or, with `near`, the nearest first."""
    rows = Branch.objects.filter(active=True)
    if near is not None:
        return list(with_distance(rows, *near).order_by("distance_m", "pk")[:MOST_SHOWN])  # type: ignore[misc]
    return list(rows.order_by("code")[:MOST_SHOWN])


def search_branches(rows: QuerySet[Branch], text: str) -> QuerySet[Branch]:
    """The branches whose code or name has every word of the text."""
    for word in fold(text).split():
        rows = rows.filter(search__contains=word)
    return rows


def with_distance(rows: QuerySet[Branch], latitude: Decimal, longitude: Decimal) -> QuerySet[Branch]:
    """The branches whose place is known, each with `distance_m`: whole metres along the great circle.

    By the haversine formula, which is exact for short ways too. A branch has no index by its place: a business has
    few of them.
    """
    here, there = Radians(Value(float(latitude))), Radians(Cast("latitude", FloatField()))
    apart = Radians(Cast("longitude", FloatField()) - Value(float(longitude)))
    half = Value(2.0)
    chord = Power(Sin((there - here) / half), half) + Cos(here) * Cos(there) * Power(Sin(apart / half), half)
    # Rounding may carry the sum past 1 for a place on the other side of the earth.
    metres = Value(2 * EARTH_RADIUS) * ASin(Sqrt(Least(chord, Value(1.0))))
    return rows.filter(latitude__isnull=False).annotate(distance_m=Cast(Round(metres), BigIntegerField()))


def organization_for(principal: Principal) -> Organization:
    """The business's profile; with defaults where it has never been written."""
    return organization()


def organization() -> Organization:
    """The business's profile; with defaults where it has never been written."""
    tenant = tenancy.require_tenant()
    row = Organization.objects.filter(pk=tenant.id).first()
    return row or Organization(id=tenant.id, names={tenant.language: tenant.name})


def settings() -> OrganizationSettings:
    """The settings of the business that runs."""
    return reference.kept("organizations", "settings", _settings)


def _settings() -> OrganizationSettings:
    tenant = tenancy.require_tenant()
    stored = db.fetch("SELECT settings FROM organizations_organization WHERE id = %s", [tenant.id])
    return OrganizationSettings.load(orjson.loads(stored[0][0]) if stored else {})


def standard_page() -> StandardPage:
    """What one page of text is to the business that runs; wiring hands this to the files' analysis."""
    own = settings()
    return StandardPage(own.standard_page_unit, own.standard_page_size)


def known_branches(ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Of some ids, those of branches that exist."""
    return set(Branch.objects.filter(pk__in=list(ids)).values_list("id", flat=True))


def count_branches(_at: datetime) -> int:
    """Open branches: what plans limit."""
    return Branch.objects.filter(active=True).count()


def parents() -> dict[uuid.UUID, uuid.UUID | None]:
    """The whole forest: each branch's parent. Branches are few, so it is one small query."""
    return dict(Branch.objects.values_list("id", "parent_id"))


def path_in(forest: Mapping[uuid.UUID, uuid.UUID | None], branch_id: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """A branch and its ancestors, nearest first."""
    path: list[uuid.UUID] = []
    step: uuid.UUID | None = branch_id
    # The guard against a cycle is in the services; this one keeps a broken tree from hanging a request.
    while step is not None and step not in path:
        path.append(step)
        step = forest.get(step)
    return tuple(path)


def branch_subtree(branch_ids: Iterable[uuid.UUID]) -> frozenset[uuid.UUID]:
    """The branches and everything under them: what a scope over these branches reaches."""
    roots = frozenset(branch_ids)
    if not roots:
        return roots
    forest = parents()
    return roots | {branch for branch in forest if roots.intersection(path_in(forest, branch))}


def branch_facts(branch_id: uuid.UUID, *, open_only: bool = True, pointer: str = "/branch") -> BranchFacts:
    """A branch by id, with its path.

    Raises ReferenceNotFound where there is none, and BranchClosed where it is closed and `open_only`.
    """
    facts = reference.kept("organizations", "branches", _branches).get(branch_id)
    if facts is None:
        raise ReferenceNotFound(reference=encode("brn", branch_id), pointer=pointer)
    if open_only and not facts.active:
        raise BranchClosed(branch_code=facts.code, pointer=pointer)
    return facts


def _branches() -> dict[uuid.UUID, BranchFacts]:
    rows = db.select(Branch, "TRUE")
    forest = {row.pk: row.parent_id for row in rows}
    return {
        row.pk: BranchFacts(row.pk, row.code, row.names, row.timezone, row.active, path_in(forest, row.pk))
        for row in rows
    }


def branches() -> list[BranchFacts]:
    """All branches with their paths: one query."""
    rows = list(Branch.objects.all())
    forest = {row.pk: row.parent_id for row in rows}
    return [
        BranchFacts(row.pk, row.code, row.names, row.timezone, row.active, path_in(forest, row.pk))
        for row in rows
    ]


def branch_ids_by_code() -> dict[str, uuid.UUID]:
    """Every branch's id by its code."""
    return dict(Branch.objects.values_list("code", "id"))
