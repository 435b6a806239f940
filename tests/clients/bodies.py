"""Bodies where the least that the schema takes is not yet what the business takes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

CHUNK = b"smoke"


def bodies(ids: Mapping[str, str], currency: str = "UZS") -> dict[str, Any]:
    """Bodies by operation, with the ids of `test_operations.made`."""
    one = {"amount": "1.00", "currency": currency}
    line = {"service": ids["svc"]}
    return {
        "access_request_password_reset": {"email": "smoke@example.com"},
        "platform_access_request_password_reset": {"email": "smoke@example.com"},
        "invitations_create": {"email": "another@example.com", "name": "Smoke"},
        "privacy_requests_create": {"kind": "export", "customer": ids["cus"]},
        "consents_create": {"customer": ids["cus"], "purpose": "smoke", "number": 1, "granted": True},
        "consents_record_visitor": {
            "visitor": "smoke-smoke-smoke-smoke",
            "number": 1,
            "preferences": True,
            "statistics": False,
            "marketing": False,
        },
        "customers_set_identity": {"kind": "passport", "country": "UZ", "number": "AA1234567"},
        "legal_documents_create": {"code": "another", "title": {"en": "X"}, "body": {"en": "X"}},
        "scope_sets_create": {"code": "another", "name": {"en": "X"}},
        "customers_create": {"name": "Smoke", "force": True},
        "customers_merge": {"duplicate": ids["cus"]},
        "customers_bulk": {"operations": [{"action": "create", "data": {"name": "Smoke"}}]},
        "journal_entries_create": {
            "description": "Smoke",
            "legs": [
                {"account": ids["acc"], "side": "debit", "amount": one},
                {"account": ids["acc"], "side": "credit", "amount": one},
            ],
        },
        "languages_create": {"code": "tg", "name": {"en": "Tajik"}},
        "language_pairs_create": {"source": "uz", "target": "ru"},
        "loyalty_promotions_create": {"code": "another", "names": {"en": "X"}, "factor": "2"},
        "loyalty_rules_dry_run": {"order": ids["ord"]},
        "loyalty_redemptions_create": {"customer": ids["cus"], "points": 1},
        "orders_create": {"customer": ids["cus"], "branch": ids["brn"], "lines": [line]},
        "orders_transition": {"transition": "start"},
        "payments_create": {"method": ids["pme"], "amount": one, "customer": ids["cus"], "excess": "credit"},
        "price_rules_create": {
            "name": "Smoke",
            "component": "base",
            "currency": currency,
            "service": ids["svc"],
            "formula": {"mode": "progressive", "bands": [{"from_unit": 1, "amount": "1.00"}]},
        },
        "quotes_create": {"customer": ids["cus"], "branch": ids["brn"], "lines": [line]},
        "quote_requests_create": {"customer": ids["cus"], "branch": ids["brn"], "lines": [line]},
        "uploads_create": {
            "name": "smoke.txt",
            "size": len(CHUNK),
            "sha256": hashlib.sha256(CHUNK).hexdigest(),
        },
        "webhook_endpoints_create": {"url": "http://127.0.0.1:9/hooks", "event_types": ["*"]},
        "platform_tenants_create": {
            "slug": f"made-by-{ids['ord'][-12:]}",
            "name": "Smoke",
            "country": "UZ",
            "currency": currency,
            "languages": ["en"],
            "timezone": "Asia/Samarkand",
        },
    }
