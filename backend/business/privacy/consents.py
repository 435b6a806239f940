"""Consents and acceptances: a ledger that is only added to; the latest row of a person and purpose counts."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.business.customers import facade as customers
from backend.business.privacy import errors as e
from backend.business.privacy import permissions as p
from backend.business.privacy.events import ConsentRecorded
from backend.business.privacy.models import Consent, LegalDocument
from backend.kernel import clock, context, db
from backend.kernel.errors import FieldProblem, Invalid
from backend.kernel.events import emit
from backend.kernel.i18n import language_of
from backend.kernel.permissions import Principal, scoped

DOCUMENT = "document:"
COOKIES = "cookies:"
RESERVED = (DOCUMENT, COOKIES)
"""Purposes that only their own routes write: what they say was shown is known there."""


def consents_for(principal: Principal) -> QuerySet[Consent]:
    """The consents of customers that the caller reaches."""
    return scoped(
        Consent.objects.all(),
        principal,
        p.VIEW if principal.allows(p.VIEW) else p.CREATE,
        branch="customer__branch_id",
        customer="customer_id",
        owner="user_id",
    )


def record_consent(
    *,
    principal: Principal,
    purpose: str,
    number: int,
    granted: bool,
    customer_id: uuid.UUID | None = None,
    text: str = "",
    language: str = "",
    source: str = "",
) -> Consent:
    """Writes down that a customer agreed to a purpose in some version of its words, or took it back.

    Staff records for a customer, a customer for itself. Raises PermissionDenied, ReferenceNotFound, CustomerMerged,
    and Invalid for a purpose of RESERVED. Emits consent.recorded. A retry adds another row of the same meaning.
    """
    principal.require(p.CONSENT)
    if purpose.startswith(RESERVED):
        raise Invalid(
            [
                FieldProblem(
                    "/purpose", "purpose_reserved", _("Documents and cookies have routes of their own.")
                )
            ]
        )
    customer_id = customer_id or principal.customer_id
    if customer_id is not None:
        customers.customer_for_reference(
            principal, customer_id, pointer="/customer", active_only=False, permission=p.CONSENT
        )
    return _add(
        principal,
        customer_id=customer_id,
        user_id=principal.user_id if customer_id is None else None,
        purpose=purpose,
        version=number,
        granted=granted,
        text_sha256=hashlib.sha256(text.encode()).hexdigest() if text else "",
        language=language,
        source=source,
    )


def accept_document(
    *, principal: Principal, code: str, number: int, language: str = "en", granted: bool = True
) -> Consent:
    """Writes down that the caller accepts a published version of a legal document, or takes that back.

    With the digest of the words that are shown to who asks for `language`, and the language that they are in.
    Raises DocumentUnknown. Emits consent.recorded. A retry adds another row of the same meaning.
    """
    document = LegalDocument.objects.filter(code=code, number=number, published_at__isnull=False).first()
    if document is None:
        raise e.DocumentUnknown(document=code, number=number, pointer="/number")
    shown = language_of(document.bodies, (language,))
    words = document.bodies.get(shown, "")
    return _add(
        principal,
        customer_id=principal.customer_id,
        user_id=principal.user_id,
        purpose=DOCUMENT + code,
        version=number,
        granted=granted,
        text_sha256=hashlib.sha256(words.encode()).hexdigest(),
        language=shown,
        source="acceptance",
    )


def record_visitor(
    *, visitor: str, choices: dict[str, bool], number: int, language: str = ""
) -> list[Consent]:
    """Writes down what a visitor's browser allows, a row a category of cookies. Needs no sign-in.

    Emits consent.recorded. A retry adds rows of the same meaning.
    """
    with db.transaction():
        return [
            _add(
                None,
                visitor=visitor,
                purpose=COOKIES + category,
                version=number,
                granted=granted,
                language=language,
                source="cookie_banner",
            )
            for category, granted in sorted(choices.items())
        ]


def standing(*, principal: Principal, customer_id: uuid.UUID) -> list[Consent]:
    """Of each purpose of a customer the row that counts now. Raises PermissionDenied and ReferenceNotFound."""
    customers.customer_for_reference(
        principal, customer_id, pointer="?customer", active_only=False, merged_too=True
    )
    return list(
        consents_for(principal).filter(customer_id=customer_id).order_by("purpose", "-id").distinct("purpose")
    )


def _add(principal: Principal | None, **values: Any) -> Consent:
    facts = context.current()
    customer_id = values.get("customer_id")
    with db.transaction():
        if customer_id is not None:
            # Who merges the customer waits for this row, which then goes along.
            customers.keep_customers([customer_id])
        row = Consent.objects.create(
            **values,
            at=clock.now(),
            ip=facts.ip or None,
            user_agent=facts.user_agent[:300],
            recorded_by_id=principal.user_id if principal is not None else None,
        )
        emit(
            ConsentRecorded(
                consent=row.pk,
                customer=row.customer_id,
                purpose=row.purpose,
                number=row.version,
                granted=row.granted,
            ),
            subject_id=row.pk,
            object_version=1,
        )
    return row
