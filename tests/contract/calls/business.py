"""Organizations, customers, the catalogue, prices and quotes."""

from __future__ import annotations

from typing import Any

from tests.contract.calls.table import LIMIT, NAME, UNKNOWN, Sent, absent, bad, call, conflict, reads

FLAT = {"mode": "volume", "bands": [{"from_unit": 1, "amount": "10000.00"}]}

reads("branches")
call(
    "branches_create",
    conflict("branch_code_taken", json={"code": "registon", "name": NAME}),
    json={"code": "new", "name": NAME},
)
call("branches_update", absent(json={"name": NAME}), json={"name": NAME})
call("branches_open", UNKNOWN, token="", query={"near": "39.65,66.96"})
call("branches_delete", absent(), id=lambda w: w.made("branches_create"))
call("usage_current", UNKNOWN)
call("branding_retrieve", UNKNOWN)
call("branding_contrast", UNKNOWN)
call(
    "branding_update",
    conflict("branding_contrast_low", json={"colours": {"light": {"text": "#eeeeee"}}}),
    json={"colours": {"light": {"primary": "#174ea6"}}},
)
call("organization_retrieve", UNKNOWN)
call("organization_update", bad(), json={"legal_name": "Registon Tarjima MChJ"})
call("settings_retrieve", UNKNOWN)
call("settings_update", bad(), json={"quote_validity_hours": 48, "rounding_step": None})

call("holidays_list", LIMIT)
call("holidays_retrieve", absent(), id=lambda w: w.made("holidays_create"))
call("holidays_create", bad(), json={"day": "2027-03-21", "names": NAME})
call(
    "holidays_update",
    absent(json={"names": NAME}),
    json={"names": NAME},
    id=lambda w: w.made("holidays_create"),
)
call("holidays_delete", absent(), id=lambda w: w.made("holidays_create"))

reads("customers")
call(
    "customers_create",
    bad(),
    json={"name": "Ada Lovelace", "contacts": [{"kind": "email", "value": "ada@example.com"}]},
)
call("customers_update", absent(json={"name": "X"}), json={"name": "Ada King"})
call("customers_delete", absent(), id=lambda w: w.made("customers_create"))
call("customers_bulk", bad(), json={"operations": [{"action": "create", "data": {"name": "Bulk One"}}]})
call("customers_telegram_session", bad(), json={"telegram_user_id": 42, "first_name": "Ada"})
SHARED = {"telegram_user_id": 42, "contact_user_id": 42, "phone": "+998901230042"}
call(
    "customers_telegram_contact",
    conflict("telegram_contact_not_own", json={**SHARED, "contact_user_id": 43}),
    # Whoever shares a contact has written before.
    json=lambda w: SHARED if w.good("customers_telegram_session") else None,
)

reads("services")
call(
    "services_create",
    conflict(
        "catalog_code_taken",
        json={"code": "apostille", "kind": "apostille", "name": NAME, "unit": "document"},
    ),
    json={"code": "editing", "kind": "editing", "name": NAME, "unit": "page"},
)
call("services_update", absent(json={"name": NAME}), json={"name": NAME})
call("services_delete", absent(), id=lambda w: w.made("services_create"))

OPTIONS = [
    {
        "code": "size",
        "kind": "choice",
        "name": NAME,
        "values": [{"code": "s", "name": NAME}, {"code": "l", "name": NAME}],
    }
]
reads("products")
call("products_create", bad(), json={"sku": "FOLDER", "name": NAME, "option_schema": OPTIONS})
call("products_update", absent(json={"name": NAME}), json={"name": {"en": "Another name"}})
call("products_delete", absent(), id=lambda w: w.made("products_create"))
call(
    "products_bulk", bad(), json={"operations": [{"action": "create", "data": {"sku": "B-1", "name": NAME}}]}
)
reads("variants")
call(
    "variants_create",
    bad(),
    json=lambda w: {"product": w.made("products_create"), "sku": "FOLDER-S", "options": {"size": "s"}},
)
call("variants_update", absent(json={"active": False}), json={"active": False})
call("variants_delete", absent(), id=lambda w: w.made("variants_create"))

for stem in ("categories", "document_types"):
    reads(stem)
    call(f"{stem}_create", bad(), json={"code": "new_term", "name": NAME})
    call(f"{stem}_update", absent(json={"name": NAME}), json={"name": {"en": "Another name"}})
    call(f"{stem}_delete", absent(), id=lambda w, stem=stem: w.made(f"{stem}_create"))
reads("languages")
call(
    "languages_create",
    conflict("catalog_code_taken", json={"code": "en", "name": NAME}),
    json={"code": "fr", "name": NAME},
)
call("languages_update", absent(json={"name": NAME}), json={"name": NAME})
call("languages_delete", absent(), id=lambda w: w.made("languages_create"))
reads("language_pairs")
call(
    "language_pairs_create",
    conflict("language_pair_exists", json={"source": "en", "target": "uz"}),
    json={"source": "en", "target": "de"},
)
call("language_pairs_update", absent(json={"active": False}), json={"active": False})
call("language_pairs_delete", absent(), id=lambda w: w.made("language_pairs_create"))

reads("price_rules")
call(
    "price_rules_create",
    bad(),
    json=lambda w: {
        "name": "Notary",
        "component": "base",
        "service": w.ids["notarization"],
        "document_type": "passport",
        "formula": FLAT,
    },
)
call(
    "price_rules_update",
    absent(json={"name": "X"}),
    json={"name": "Renamed"},
    id=lambda w: w.made("price_rules_create"),
)
call("price_rules_delete", absent(), id=lambda w: w.made("price_rules_create"))
call("price_rules_versions", absent())
call(
    "price_rules_bulk",
    bad(),
    json=lambda w: {"operations": [{"action": "update", "id": w.ids["prc"], "data": {"name": "Bulk"}}]},
)
reads("tax_rates")
call(
    "tax_rates_create",
    conflict(
        "tax_rate_overlap", json={"tax_class": "standard", "code": "vat_12", "name": NAME, "rate": "0.15"}
    ),
    json={"tax_class": "reduced", "code": "vat_5", "name": NAME, "rate": "0.05"},
)
call("tax_rates_update", absent(json={"name": NAME}), json={"name": NAME})
call("tax_rates_delete", absent(), id=lambda w: w.made("tax_rates_create"))
reads("quotes")
call(
    "quotes_create",
    bad(),
    json=lambda w: {
        "lines": [{"service": w.ids["apostille"]}],
        "customer": w.ids["cus"],
        "branch": w.ids["brn"],
    },
)
call(
    "quotes_open",
    Sent(json={"secret": "x" * 43}, token="", status=404, code="not_found"),
    id=lambda w: w.open_quote()[0],
    json=lambda w: {"secret": w.open_quote()[1]},
    token="",
)
call(
    "quote_requests_create",
    conflict(
        "due_in_past",
        json=lambda w: {"lines": [{"service": w.ids["apostille"]}], "due_at": "2020-01-01T00:00:00Z"},
    ),
    json=lambda w: {
        "lines": [{"service": w.ids["apostille"]}],
        "customer": w.ids["cus"],
        "branch": w.ids["brn"],
    },
)
call("quote_requests_retrieve", absent())
call("quote_requests_cancel", absent(), id=lambda w: w.waiting_quote())


# -- privacy ----------------------------------------------------------------------------------------------

reads("privacy_requests")
call(
    "privacy_requests_create",
    bad(),
    json=lambda w: {"kind": "export", "customer": w.ids["cus"], "reason": "asked at the counter"},
)
call("privacy_requests_preview", absent())
call(
    "privacy_requests_transition",
    conflict("privacy_request_closed", json={"transition": "approve"}),
    json={"transition": "end"},
)
call("privacy_requests_package", absent())
call("my_data_package", UNKNOWN)
reads("consents")
call(
    "consents_create",
    bad(),
    json=lambda w: {"customer": w.ids["cus"], "purpose": "newsletter", "number": 1, "granted": True},
)
call(
    "consents_standing",
    Sent(query={}, status=400),
    query=lambda w: {"customer": w.ids["cus"]},
)
call("consents_cookies", UNKNOWN, token="")
call(
    "consents_record_visitor",
    bad(token=""),
    json={"visitor": "a" * 20, "number": 1, "preferences": True, "statistics": False, "marketing": False},
    token="",
)
reads("legal_documents")
TERMS = {"code": "terms", "title": NAME, "body": NAME}
call("legal_documents_create", bad(), json=TERMS)
call(
    "legal_documents_update",
    absent(json={"acceptance_required": False}),
    json={"acceptance_required": False},
    id=lambda w: w.made("legal_documents_create"),
)
call("legal_documents_publish", absent(), id=lambda w: w.made("legal_documents_create"))
call("legal_documents_current", UNKNOWN, token="")
call("legal_documents_awaiting", UNKNOWN)
call(
    "legal_documents_accept",
    conflict("document_unknown", json={"code": "nothing", "number": 1}),
    json=lambda w: {"code": "terms", "number": w.published_terms()},
)
call("retention_dry_run", UNKNOWN)

PASSPORT = {"kind": "passport", "country": "UZ", "number": "AA 1234567"}
call("customers_set_identity", absent(json=PASSPORT), json=PASSPORT)
call("customers_remove_identity", absent(), id=lambda w: w.identified())
call("customers_reveal_identity", absent(), id=lambda w: w.identified())


def merged(w: Any) -> str:
    """A customer that was merged into another."""
    duplicate = str(w.made("customers_create", json={"name": "Ada Lovelace"}))
    survivor = w.made("customers_create", json={"name": "Ada Byron"})
    w.good("customers_merge", id=survivor, json={"duplicate": duplicate})
    return duplicate


call("customers_duplicates", absent())
call(
    "customers_merge",
    conflict("customer_merge_self", json=lambda w: {"duplicate": w.ids["cus"]}),
    json=lambda w: {"duplicate": w.made("customers_create")},
)
call("customers_undo_merge", conflict("customer_not_merged"), id=merged)
