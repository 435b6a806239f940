"""Events of privacy."""

from __future__ import annotations

from uuid import UUID

from backend.kernel.events import Event, event, ref


@event("privacy_request.created", version=1, subject="prq")
class PrivacyRequestCreated(Event):
    """Somebody asked for a copy of personal data or its erasure, or a hold was placed."""

    request: UUID = ref("prq")
    kind: str
    customer: UUID = ref("cus")


@event("privacy_request.decided", version=1, subject="prq")
class PrivacyRequestDecided(Event):
    """A request was approved, rejected or completed."""

    request: UUID = ref("prq")
    kind: str
    customer: UUID = ref("cus")
    state: str


@event("consent.recorded", version=1, subject="cns")
class ConsentRecorded(Event):
    """Somebody agreed to a purpose or took it back; `purpose` of an acceptance is `document:<code>`."""

    consent: UUID = ref("cns")
    customer: UUID | None = ref("cus")
    purpose: str
    number: int
    granted: bool


@event("legal_document.published", version=1, subject="lgd")
class LegalDocumentPublished(Event):
    """A version of a legal document is in force."""

    document: UUID = ref("lgd")
    code: str
    number: int
