"""Bodies of privacy."""

from __future__ import annotations

from backend.business.privacy.documents import COOKIES
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

KINDS = ["export", "erasure", "hold"]
STATES = ["requested", "approved", "completed", "rejected"]
_PURPOSE = r"^[a-z][a-z0-9_.:-]{0,63}$"
_CODE = r"^[a-z][a-z0-9_]{0,49}$"


class ErasedRead(Read):
    """What an erasure did in one place."""

    name = f.Text()
    rows = f.Int()


class PrivacyRequestRead(RecordRead):
    """A request about a customer's personal data, or a legal hold on it."""

    id = f.Id("prq")
    kind = f.Choice(KINDS, enum="PrivacyRequestKind")
    state = f.Choice(STATES, enum="PrivacyRequestState")
    customer = f.Id("cus", source="customer_id")
    reason = f.Text()
    requested_by = f.Id("usr", source="requested_by_id", allow_null=True)
    decided_by = f.Id("usr", source="decided_by_id", allow_null=True)
    decided_at = f.DateTime(allow_null=True)
    expires_at = f.DateTime(
        allow_null=True, help_text="Until when the copy can be fetched, or the hold lasts."
    )
    outcome = f.ListOf(
        ErasedRead(), source="outcome_rows", max_items=50, help_text="What an erasure changed, by place."
    )


class PrivacyRequestCreate(Write):
    """What is asked for."""

    kind = f.Choice(KINDS, enum="PrivacyRequestKind")
    customer = f.Id(
        "cus",
        source="customer_id",
        required=False,
        help_text="Left out by customers, who ask for themselves.",
    )
    reason = f.Text(max_length=2000, min_length=0, required=False)
    expires_at = f.DateTime(required=False, allow_null=True, help_text="Of a hold; null for no end.")


class PrivacyTransitionIn(Write):
    """A decision."""

    transition = f.Choice(
        ["approve", "reject", "end"],
        enum="PrivacyTransition",
        help_text="approve erases at once and cannot be undone; end lifts a hold, or closes a copy.",
    )
    reason = f.Text(max_length=2000, min_length=0, required=False)


class ErasureSourceRead(Read):
    """What an erasure would do in one place."""

    name = f.Text()
    rows = f.Int(help_text="Rows about this customer.")
    erased = f.ListOf(f.Text(), max_items=50, help_text="Data that would be erased.")
    kept = f.ListOf(f.Text(), max_items=50, help_text="Data that would stay, under the customer's id.")


class ErasurePreviewRead(Read):
    """What an erasure would do, and what stands in its way."""

    customer = f.Id("cus")
    held = f.Bool(help_text="Whether a legal hold forbids it.")
    blockers = f.ListOf(f.Text(), max_items=10, help_text="unfinished_orders, outstanding, credit.")
    sources = f.ListOf(ErasureSourceRead(), max_items=50)
    also_kept = f.ListOf(f.Text(), max_items=50, help_text="Kept by law until their own time is over.")


class ConsentRead(Read):
    """That somebody agreed to a purpose, or took it back."""

    id = f.Id("cns")
    customer = f.Id("cus", source="customer_id", allow_null=True)
    user = f.Id("usr", source="user_id", allow_null=True)
    visitor = f.Text(allow_null=True)
    purpose = f.Text(help_text="`document:<code>` for a legal document, `cookies:<category>` for cookies.")
    number = f.Int(source="version", help_text="The version of the words.")
    granted = f.Bool()
    text_sha256 = f.Text(help_text="Of the words that were shown; empty where they were not sent.")
    language = f.Text()
    source = f.Text()  # type: ignore[assignment]  # a field's name
    at = f.DateTime()
    recorded_by = f.Id("usr", source="recorded_by_id", allow_null=True)
    allowed_actions = f.AllowedActions()


class ConsentCreate(Write):
    """A consent, or its withdrawal."""

    customer = f.Id("cus", source="customer_id", required=False)
    purpose = f.Text(
        max_length=64,
        pattern=_PURPOSE,
        help_text="Not `document:…` or `cookies:…`: these are recorded where they are shown.",
    )
    number = f.Int(min_value=1, max_value=1_000_000, help_text="The version of the words.")
    granted = f.Bool()
    text = f.LongText(
        max_length=20_000, min_length=0, required=False, help_text="The words; only their digest is kept."
    )
    language = f.Language(required=False)
    source = f.Text(max_length=50, min_length=0, required=False)  # type: ignore[assignment]  # a field's name


class StandingQuery(Write):
    """Whose consents."""

    customer = f.Id("cus", source="customer_id")


class CookieCategoryRead(Read):
    """A category of cookies."""

    code = f.Choice([row["code"] for row in COOKIES], enum="CookieCategoryCode")
    required = f.Bool()  # type: ignore[assignment]  # a field's name


class CookieChoicesIn(Write):
    """What a visitor's browser allows."""

    visitor = f.Text(
        min_length=16, max_length=64, pattern=r"^[A-Za-z0-9_-]+$", help_text="Random, made by the front end."
    )
    number = f.Int(min_value=1, max_value=1_000_000, help_text="The version of the banner.")
    preferences = f.Bool()
    statistics = f.Bool()
    marketing = f.Bool()
    language = f.Language(required=False)


class LegalDocumentRead(RecordRead):
    """A version of a legal document."""

    id = f.Id("lgd")
    code = f.Text()
    number = f.Int(help_text="Its version; the highest published one is in force.")
    title = f.Localized(source="titles")
    body = f.Localized(source="bodies", help_text="Markdown.")
    acceptance_required = f.Bool()
    published_at = f.DateTime(allow_null=True)


class LegalDocumentCreate(Write):
    """A draft of the next version."""

    code = f.Text(max_length=50, pattern=_CODE, help_text="privacy_policy, terms, data_processing, cookies …")
    title = f.LocalizedIn(source="titles", max_length=200)
    body = f.LocalizedIn(source="bodies", max_length=100_000)
    acceptance_required = f.Bool(required=False)


class LegalDocumentUpdate(Write):
    """Changes of a draft."""

    title = f.LocalizedIn(source="titles", max_length=200)
    body = f.LocalizedIn(source="bodies", max_length=100_000)
    acceptance_required = f.Bool()


class AcceptanceIn(Write):
    """The document that the caller accepts."""

    code = f.Text(max_length=50, pattern=_CODE)
    number = f.Int(min_value=1, max_value=1_000_000)
    language = f.Language(required=False, help_text="The language that the words were asked for in.")
    granted = f.Bool(required=False, help_text="false takes an acceptance back; true where it is left out.")


class RetentionDueRead(Read):
    """What the rules of retention would delete now."""

    name = f.Text(
        help_text="quotes, sessions, customers or visitors; audit_entries or access_entries of the logs."
    )
    days = f.Int(allow_null=True, help_text="The rule; null for never.")
    due = f.Int(help_text="Rows that a run would delete now.")
    more = f.Bool(help_text="Whether the next run finds more.")
