"""Writes of the vocabularies (languages, document types, categories) and of language pairs."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from backend.business.catalog import events, selectors
from backend.business.catalog import permissions as p
from backend.business.catalog.errors import (
    CatalogCodeTaken,
    CatalogEntryInUse,
    CategoryCycle,
    CategoryTooDeep,
    LanguagePairExists,
    LanguagePairSame,
    LanguageUnknown,
)
from backend.business.catalog.models import LanguagePair, Term
from backend.business.catalog.types import TermKind
from backend.business.catalog.writing import (
    changed_names,
    changes_of,
    delete_row,
    locked_row,
    search_text,
    snapshot,
)
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

_ROWS: dict[TermKind, Callable[[Principal], QuerySet[Term]]] = {
    TermKind.LANGUAGE: selectors.languages_for,
    TermKind.DOCUMENT_TYPE: selectors.document_types_for,
    TermKind.CATEGORY: selectors.categories_for,
}


def create_term(
    *,
    principal: Principal,
    kind: TermKind,
    code: str,
    names: Mapping[str, str],
    parent_id: uuid.UUID | None = None,
    **rest: Any,
) -> Term:
    """Adds a term to a vocabulary. Only a category has a parent.

    Raises CatalogCodeTaken, CategoryTooDeep, and ReferenceNotFound for the parent. Emits `term.created`.
    Locks the vocabulary. A retry raises CatalogCodeTaken.
    """
    principal.require(p.MANAGE_TERMS)
    with db.transaction():
        db.advisory_lock("catalog.term", kind.value)
        _check_code(kind, code)
        if parent_id is not None:
            _check_parent(None, parent_id)
        row = Term.objects.create(
            kind=kind.value,
            code=code,
            names=dict(names),
            parent_id=parent_id,
            search=search_text(code, names),
            **rest,
        )
        emit(
            events.TermCreated(term=row.pk, kind=row.kind, code=row.code, after=snapshot(row)),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_term(
    *,
    principal: Principal,
    kind: TermKind,
    id: uuid.UUID,
    expected_version: int | None = None,
    **changes: Any,
) -> Term:
    """Changes a term. The code of a language or document type stays, as prices and orders name it.

    Raises ResourceNotFound, VersionMismatch, CategoryCycle, CategoryTooDeep, and ReferenceNotFound for the
    parent. Emits `term.updated` where anything changed. Locks the vocabulary and the row.
    """
    principal.require(p.MANAGE_TERMS)
    with db.transaction():
        db.advisory_lock("catalog.term", kind.value)
        row = locked_row(_ROWS[kind](principal), Term, id, expected_version)
        changed = changes_of(row, changes)
        if not changed:
            return row
        if changed.get("parent_id") is not None:
            _check_parent(row, changed["parent_id"])
        before = snapshot(row, changed)
        names = changed_names(changed)
        changed["search"] = search_text(row.code, changed.get("names", row.names))
        row.save_versioned(**changed)
        emit(
            events.TermUpdated(
                term=row.pk,
                kind=row.kind,
                code=row.code,
                changed=names,
                before=before,
                after=snapshot(row, changed),
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_term(
    *, principal: Principal, kind: TermKind, id: uuid.UUID, expected_version: int | None = None
) -> None:
    """Deletes a term that nothing refers to.

    Raises ResourceNotFound, VersionMismatch and CatalogEntryInUse. Emits `term.deleted`. Locks the
    vocabulary and the row.
    """
    principal.require(p.MANAGE_TERMS)
    with db.transaction():
        db.advisory_lock("catalog.term", kind.value)
        row = locked_row(_ROWS[kind](principal), Term, id, expected_version)
        if (
            kind is TermKind.LANGUAGE
            and LanguagePair.objects.filter(Q(source=row.code) | Q(target=row.code)).exists()
        ):
            raise CatalogEntryInUse()
        event = events.TermDeleted(term=id, kind=row.kind, code=row.code, before=snapshot(row))
        version = row.version + 1
        delete_row(row)
        emit(event, subject_id=id, object_version=version)


def create_language_pair(
    *, principal: Principal, source: str, target: str, active: bool = True
) -> LanguagePair:
    """Offers a language pair.

    Raises LanguagePairSame, LanguageUnknown and LanguagePairExists. Emits `language_pair.created`.
    Locks the vocabulary of languages. A retry raises LanguagePairExists.
    """
    principal.require(p.MANAGE_TERMS)
    with db.transaction():
        db.advisory_lock("catalog.term", TermKind.LANGUAGE.value)
        if source == target:
            raise LanguagePairSame(pointer="/target")
        known = set(
            Term.objects.filter(kind=TermKind.LANGUAGE.value, code__in=[source, target]).values_list(
                "code", flat=True
            )
        )
        for field, code in (("source", source), ("target", target)):
            if code not in known:
                raise LanguageUnknown(language=code, pointer=f"/{field}")
        if LanguagePair.objects.filter(source=source, target=target).exists():
            raise LanguagePairExists(source=source, target=target)
        row = LanguagePair.objects.create(source=source, target=target, active=active)
        emit(
            events.LanguagePairCreated(language_pair=row.pk, source=source, target=target, active=row.active),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_language_pair(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, active: bool | None = None
) -> LanguagePair:
    """Switches a language pair on or off.

    Raises ResourceNotFound and VersionMismatch. Emits `language_pair.updated` where it changed.
    Locks the row.
    """
    principal.require(p.MANAGE_TERMS)
    with db.transaction():
        row = locked_row(selectors.language_pairs_for(principal), LanguagePair, id, expected_version)
        if active is None or active == row.active:
            return row
        row.save_versioned(active=active)
        emit(
            events.LanguagePairUpdated(
                language_pair=row.pk, source=row.source, target=row.target, active=row.active
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_language_pair(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a language pair; orders and prices name languages, not pairs, and stay.

    Raises ResourceNotFound and VersionMismatch. Emits `language_pair.deleted`. Locks the row.
    """
    principal.require(p.MANAGE_TERMS)
    with db.transaction():
        row = locked_row(selectors.language_pairs_for(principal), LanguagePair, id, expected_version)
        event = events.LanguagePairDeleted(
            language_pair=id, source=row.source, target=row.target, active=row.active
        )
        version = row.version + 1
        delete_row(row)
        emit(event, subject_id=id, object_version=version)


def _check_code(kind: TermKind, code: str) -> None:
    if Term.objects.filter(kind=kind.value, code=code).exists():
        raise CatalogCodeTaken(value=code, pointer="/code")


def _check_parent(row: Term | None, parent_id: uuid.UUID) -> None:
    forest = selectors.category_parents()
    if parent_id not in forest:
        raise ReferenceNotFound(reference=encode("ter", parent_id), pointer="/parent")
    path = selectors.path_in(forest, parent_id)
    below = 0
    if row is not None:
        if row.pk in path:
            raise CategoryCycle(pointer="/parent")
        paths = [selectors.path_in(forest, other) for other in forest]
        below = max(one.index(row.pk) for one in paths if row.pk in one)
    if len(path) + 1 + below > selectors.MAX_DEPTH:
        raise CategoryTooDeep(limit=selectors.MAX_DEPTH, pointer="/parent")
