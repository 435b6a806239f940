"""Resources of privacy."""

from __future__ import annotations

from typing import IO, Any
from uuid import UUID

from django.http import FileResponse

from backend.business.privacy import consents, documents, packages, requests, retention
from backend.business.privacy import errors as e
from backend.business.privacy import permissions as p
from backend.business.privacy.api import serializers as s
from backend.core.accounts.errors import LastOwner
from backend.core.files.errors import FileUnavailable
from backend.kernel.api import AUTHENTICATED, PUBLIC, Resource, action
from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter, TextFilter
from backend.kernel.errors import Invalid, ReferenceNotFound
from backend.kernel.permissions import CredentialRestricted


class PrivacyRequestFilters(Filters):
    """Requests by kind, state and customer."""

    kind = ChoiceFilter(s.KINDS, enum="PrivacyRequestKind")
    state = ChoiceFilter(s.STATES, enum="PrivacyRequestState")
    customer = IdFilter("cus", field_name="customer_id")


class PrivacyRequestResource(Resource):
    """Requests for a copy of personal data or its erasure, and legal holds."""

    plural = "privacy_requests"
    path = "privacy/requests"
    prefix = "prq"
    tag = "privacy"
    rows = staticmethod(requests.requests_for)
    read = s.PrivacyRequestRead
    writes = {"create": s.PrivacyRequestCreate}
    services = {"create": requests.create_request}
    permissions = {"list": p.CREATE, "retrieve": p.CREATE, "create": p.CREATE}
    filters = PrivacyRequestFilters
    sort = ("created_at",)
    errors = {"create": [ReferenceNotFound, e.ErasureOpen, Invalid]}

    @action("preview", method="GET", permission=p.VIEW, response=s.ErasurePreviewRead)
    def preview(self, id: UUID, _data: dict[str, Any]) -> Any:
        """What an erasure of this customer would do, and what stands in its way. Changes nothing."""
        return requests.preview(principal=self.principal, request_id=id)

    @action(
        "transitions",
        permission=p.DECIDE,
        request=s.PrivacyTransitionIn,
        response=s.PrivacyRequestRead,
        errors=[e.PrivacyRequestClosed, e.ErasureHeld, e.ErasureBlocked, LastOwner],
    )
    def transition(self, id: UUID, data: dict[str, Any]) -> Any:
        """Decides. An approval erases at once: it cannot be undone, not by a restore from a backup either."""
        row = requests.decide(
            principal=self.principal, request_id=id, expected_version=self.expected_version, **data
        )
        return self._again(row)

    reach = {"branch": "branch_id", "customer": "customer_id", "owner": "requested_by_id"}

    possible = {"preview": requests.can_be_previewed, "package": requests.can_be_fetched}
    unlisted = ("transition",)

    def allowed_actions(self, row: Any) -> list[str]:
        """What may be read of it now, and the decisions that it is open to, for who may decide on it."""
        moves = requests.moves_of(row) if self.may(p.DECIDE, row) else ()
        return [*super().allowed_actions(row), *moves]

    @action(
        "package",
        method="GET",
        permission=p.CREATE,
        raw="application/octet-stream",
        errors=[e.ExportNotReady, FileUnavailable],
    )
    def package(self, id: UUID, _data: dict[str, Any]) -> Any:
        """The copy: a ZIP of JSON documents and files, made now from what is there now.

        It holds what your rights reach. One of several people of an account gets what they are and did themselves.
        """
        return _download(*packages.open_package(principal=self.principal, request_id=id))


def _download(name: str, stream: IO[bytes]) -> FileResponse:
    answer = FileResponse(stream, as_attachment=True, filename=name, content_type="application/octet-stream")
    answer["Cache-Control"] = "no-store"
    return answer


class OwnDataResource(Resource):
    """What is kept of the caller's own person."""

    plural = "my_data"
    path = "me/data"
    tag = "privacy"

    @action(
        "",
        method="GET",
        detail=False,
        permission=AUTHENTICATED,
        raw="application/octet-stream",
        errors=[CredentialRestricted, FileUnavailable],
    )
    def package(self, _data: dict[str, Any]) -> Any:
        """A copy of what is kept of you: a ZIP of JSON documents, and for customers their files."""
        return _download(*packages.open_own_package(principal=self.principal))


class ConsentFilters(Filters):
    """Consents by customer and purpose."""

    customer = IdFilter("cus", field_name="customer_id")
    purpose = TextFilter(max_length=64)
    granted = BoolFilter()


class ConsentResource(Resource):
    """Consents: a ledger that is only added to. The latest entry of a person and purpose counts."""

    plural = "consents"
    path = "privacy/consents"
    prefix = "cns"
    tag = "privacy"
    rows = staticmethod(consents.consents_for)
    read = s.ConsentRead
    writes = {"create": s.ConsentCreate}
    services = {"create": consents.record_consent}
    permissions = {"list": p.CREATE, "retrieve": p.CREATE, "create": p.CONSENT}
    filters = ConsentFilters
    sort = ("at",)
    errors = {"create": [ReferenceNotFound, Invalid]}
    throttle = {"record_visitor": "anonymous"}

    @action(
        "standing",
        method="GET",
        detail=False,
        permission=p.CREATE,
        query=s.StandingQuery,
        response=s.ConsentRead,
        many=True,
        errors=[ReferenceNotFound],
    )
    def standing(self, data: dict[str, Any]) -> Any:
        """Of each purpose of a customer the entry that counts now."""
        return consents.standing(principal=self.principal, customer_id=data["customer_id"])

    @action(
        "cookies", method="GET", detail=False, permission=PUBLIC, response=s.CookieCategoryRead, many=True
    )
    def cookies(self, _data: dict[str, Any]) -> Any:
        """The categories of cookies that a banner asks about."""
        return list(documents.COOKIES)

    @action(
        "visitors",
        detail=False,
        permission=PUBLIC,
        request=s.CookieChoicesIn,
        response=s.ConsentRead,
        many=True,
        status=201,
    )
    def record_visitor(self, data: dict[str, Any]) -> Any:
        """Records what a visitor's browser allows, an entry a category."""
        choices = {name: data[name] for name in ("preferences", "statistics", "marketing")}
        return consents.record_visitor(
            visitor=data["visitor"],
            number=data["number"],
            language=data.get("language", ""),
            choices=choices,
        )


class LegalDocumentFilters(Filters):
    """Versions by document."""

    code = TextFilter(max_length=50)


class LegalDocumentResource(Resource):
    """Legal documents: privacy policy, terms, data processing. A published version never changes."""

    plural = "legal_documents"
    path = "privacy/documents"
    prefix = "lgd"
    tag = "privacy"
    rows = staticmethod(documents.documents_for)
    read = s.LegalDocumentRead
    writes = {"create": s.LegalDocumentCreate, "update": s.LegalDocumentUpdate}
    services = {"create": documents.create_document, "update": documents.update_document}
    permissions = {
        "list": AUTHENTICATED,
        "retrieve": AUTHENTICATED,
        "create": p.DOCUMENTS,
        "update": p.DOCUMENTS,
    }
    filters = LegalDocumentFilters
    sort = ("created_at",)
    errors = {"update": [e.DocumentPublished]}

    @action("publish", permission=p.DOCUMENTS, response=s.LegalDocumentRead, errors=[e.DocumentPublished])
    def publish(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Puts a draft in force. Who accepted an earlier version is asked again."""
        return documents.publish_document(principal=self.principal, document_id=id)

    @action("current", method="GET", detail=False, permission=PUBLIC, response=s.LegalDocumentRead, many=True)
    def current(self, _data: dict[str, Any]) -> Any:
        """The documents in force, each in its highest published version."""
        return documents.documents_in_force()

    @action(
        "awaiting",
        method="GET",
        detail=False,
        permission=AUTHENTICATED,
        response=s.LegalDocumentRead,
        many=True,
    )
    def awaiting(self, _data: dict[str, Any]) -> Any:
        """The documents in force that the caller has still to accept."""
        return documents.awaiting(principal=self.principal)

    @action(
        "acceptances",
        detail=False,
        permission=AUTHENTICATED,
        request=s.AcceptanceIn,
        response=s.ConsentRead,
        status=201,
        errors=[e.DocumentUnknown],
    )
    def accept(self, data: dict[str, Any]) -> Any:
        """Records that the caller accepts a published version, or takes it back, with the digest of its words."""
        return consents.accept_document(principal=self.principal, **data)

    # A published version stays as it is.
    possible = dict.fromkeys(("update", "publish"), lambda row: row.published_at is None)


class RetentionResource(Resource):
    """Retention of data; its rules are in /security/policy under `retention`."""

    plural = "retention"
    path = "privacy/retention"
    tag = "privacy"

    @action("", method="GET", detail=False, permission=p.RETENTION, response=s.RetentionDueRead, many=True)
    def dry_run(self, _data: dict[str, Any]) -> Any:
        """What the rules would delete now, class by class. Changes nothing."""
        return retention.dry_run(principal=self.principal)
