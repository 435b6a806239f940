"""Where personal data can stand: every column of a business that holds text, JSON, bytes or an address.

Each such column is named here once: erased with the person, kept for a reason, or part of a log that goes in its
own time. A test compares this with the schema, so that a new column is a decision and no oversight.
"""

from __future__ import annotations

ERASED: dict[str, str] = {
    "accounts_api_key": "name networks last_used_ip",
    "accounts_identity": "issuer subject",
    "accounts_invitation": "email phone name",
    "accounts_mail": "address error",
    "accounts_session": "ip user_agent place last_ip last_user_agent last_place reason",
    "accounts_user": "password name email phone preferences second_factors password_history",
    "customers_customer": "name legal_name tax_id contacts contact_keys tags metadata search identity merge",
    "files_file": "name sha256 kind content_type storage_key analysis rejection upload metadata",
    "orders_note": "text",
    "orders_order": "comment metadata hand_over",
    "orders_transition": "reason",
    "payments_payment": "reference note proofs rejected_reason metadata",
    "privacy_consent": "ip user_agent",
    "privacy_request": "reason",
}
"""Columns that an erasure blanks, or whose rows it deletes, by table."""

_CHOICE = "a code of ours, no person's words"
_SECRET = "a digest or a code that names nobody"  # noqa: S105
_BUSINESS = "the business's own offer, rules and settings"
_BOOKS = "what was sold, at what price and why: kept with the books"
_PROOF = "that a document was accepted or a consent given must stay provable (GDPR, 7(1))"

KEPT: tuple[tuple[str, dict[str, str]], ...] = (
    (
        _CHOICE,
        {
            "accounts_assignment": "scope",
            "accounts_invitation": "kind locale",
            "accounts_mail": "kind locale",
            "accounts_session": "revoked_reason method",
            "accounts_user": "kind status locale timezone",
            "customers_customer": "kind class_code language",
            "files_file": "category state subject_type",
            "kernel_sequence": "name period",
            "loyalty_lot": "currency source_type",
            "loyalty_redemption": "currency state",
            "orders_note": "visibility",
            "orders_order": "number state state_group held_from priority source channel currency state_times",
            "orders_transition": "name source target actor_kind",
            "payments_allocation": "state",
            "payments_payment": "number currency state source_type",
            "payments_receivable": "subject_type number currency state",
            "privacy_request": "kind state",
        },
    ),
    (
        _SECRET,
        {
            "accounts_api_key": "hint digest previous_digest scopes",
            "accounts_oauth_grant": "scopes redirect_uri code_digest code_challenge access_digest access_scopes "
            "refresh_digest previous_refresh_digest",
        },
    ),
    (
        _BUSINESS,
        {
            "accounts_oauth_application": "name secret_digest redirect_uris scopes previous_secret_digest",
            "accounts_policy": "rules",
            "accounts_role": "code names permissions networks",
            "accounts_scope_set": "code names",
            "catalog_languagepair": "source target",
            "catalog_product": "sku names descriptions unit option_schema attributes barcode media workflow tax_class "
            "revenue_account search",
            "catalog_service": "code kind names descriptions unit required_inputs option_schema workflow tax_class "
            "revenue_account search",
            "catalog_term": "kind code names search",
            "catalog_variant": "sku names options barcode media",
            "loyalty_promotion": "code names currency customer_class customer_kind customer_tag",
            "loyalty_rule": "code names currency customer_class customer_kind customer_tag",
            "orders_workflow": "code names definition",
            "organizations_branch": "code names address phone email timezone search",
            "organizations_organization": "names legal_name tax_id email phone website address settings branding legal",
            "payments_paymentmethod": "code kind names account_code",
            "pricing_pricerule": "name component formula currency customer_class channel source target document_type",
            "pricing_taxrate": "tax_class code names applies_to rounding",
            "privacy_document": "code titles bodies",
            "scheduling_holiday": "names",
            "webhooks_webhookendpoint": "url description event_types secrets state disabled_reason",
        },
    ),
    (
        _BOOKS,
        {
            "ledger_balance": "activity",
            "ledger_foreign": "currency",
            "ledger_posting": "key digest subject_type",
            "loyalty_lot": "lines parts",
            "loyalty_redemption": "parts",
            "orders_line": "code names kind unit details currency components taxes revenue_account",
            "pricing_quote": "channel priority currency lines trace digest secret_hash",
        },
    ),
    ("ids of files, which are gone", {"orders_order": "file_ids"}),
    (
        "empty in a quote that an order was made from; the others are deleted",
        {"pricing_quote": "request refusal"},
    ),
    ("ids of branches and a status", {"orders_transition": "details"}),
    ("roles and ids that were offered", {"accounts_invitation": "grants"}),
    ("counts of rows", {"privacy_request": "outcome"}),
    ("a browser's random name, which no customer's consent has", {"privacy_consent": "visitor"}),
    (_PROOF, {"privacy_consent": "purpose text_sha256 language source"}),
)
"""Columns that stay, with the reason: pairs of a reason and the columns by table."""

LOGS: dict[str, str] = {
    "audit_access": "the log of requests; goes after `audit.access_days` of the policy",
    "audit_alert": "what was noticed in the audit log",
    "audit_entry": "the audit log; goes after `audit.retention_days` of the policy",
    "kernel_event": "immutable; goes after 90 days",
    "kernel_eventhandling": "goes with its event",
    "kernel_idempotencykey": "answers to be repeated; go after 48 hours",
    "webhooks_webhookdelivery": "the log of deliveries; goes with its events",
    "django_migrations": "written by migrations only",
}
"""Tables that no erasure touches, whatever they hold, with the reason and the end."""

LIBRARY_PREFIXES: dict[str, str] = {
    "django_ledger_": "the books: amounts, accounts and numbers of documents",
    "django_content_type": "made from the code",
    "auth_": "empty; Django's own users and groups are not used",
}
"""Tables of libraries, by the beginning of their names, with the reason."""


def reasons(table: str) -> dict[str, str]:
    """What becomes of each column of a table that is named here, by column; `*` stands for all of them."""
    if table in LOGS:
        return {"*": LOGS[table]}
    for prefix, reason in LIBRARY_PREFIXES.items():
        if table.startswith(prefix):
            return {"*": reason}
    found = dict.fromkeys(ERASED.get(table, "").split(), "erased")
    for reason, tables in KEPT:
        for column in tables.get(table, "").split():
            if column in found:
                raise ValueError(f"{table}.{column} is named twice")
            found[column] = reason
    return found
