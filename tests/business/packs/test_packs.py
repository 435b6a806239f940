"""Every pack makes a whole business, its texts are in its languages, and applying it twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from backend.business.ledger import facade as ledger
from backend.business.organizations import facade as organizations
from backend.kernel import db
from backend.kernel.tenancy import tenant_context
from backend.packs import reading
from backend.packs.applying import apply_pack, chart_of
from backend.packs.demo import fill

PACKS = [name for name in reading.names() if name != "common"]
SEEDED = ("accounts.Role", "orders.Workflow", "catalog.Term", "catalog.LanguagePair", "catalog.Service",
          "catalog.Product", "pricing.PriceRule", "pricing.TaxRate", "payments.PaymentMethod")  # fmt: skip


def _counts() -> dict[str, int]:
    return {label: apps.get_model(label).objects.count() for label in SEEDED}


def _charted() -> dict[str, str]:
    """The codes of the chart's accounts with those of their headings, empty right beneath their kinds."""
    nodes = [node for kind in ledger.chart_tree().kinds for node in kind.accounts]
    codes = {node.account_id: node.code for node in nodes}
    return {node.code: codes.get(node.parent_id, "") for node in nodes}


def _texts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, list):
        return [found for item in value for found in _texts(item)]
    if isinstance(value, dict):
        own = [value["names"]] if "names" in value else []
        return own + [found for item in value.values() for found in _texts(item)]
    return []


@pytest.mark.parametrize("pack", PACKS)
def test_texts_are_in_the_languages_of_the_business(pack: str) -> None:
    languages = {*reading.load(pack, "demo")["tenant"]["languages"], "en"}
    texts = _texts(reading.load(pack)) + _texts(reading.load(pack, "chart"))
    assert texts
    assert [names for names in texts if not languages <= set(names)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_applied_and_filled_and_twice_is_once(pack: str, make_tenant: Callable[..., Any]) -> None:
    data = reading.load(pack, "demo")
    facts = {key: value for key, value in data["tenant"].items() if key != "slug"}
    info = make_tenant(pack=pack, **facts)
    with tenant_context(info):
        before = _counts()
        charted = _charted()
        assert charted == {spec.code: spec.parent for spec in chart_of(pack).accounts}
        assert min(before[label] for label in ("accounts.Role", "orders.Workflow", "pricing.PriceRule")) > 0
        with db.transaction():
            apply_pack(info, pack)
        assert _counts() == before
        assert _charted() == charted
        fill(info, data, "unusable", "s" * 43)
        assert set(organizations.branch_ids_by_code()) == {row["code"] for row in data["branches"]}
        assert apps.get_model("customers.Customer").objects.count() >= 3
