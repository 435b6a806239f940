"""The model registry keeps the tiers: no foreign key climbs or goes sideways, and no index is paid for twice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.source import ROOT

#: Django's own apps, below everything.
LIBRARIES = {"contenttypes": -1.0, "auth": -1.0, "sessions": -1.0}


def tiers() -> list[list[str]]:
    """Tiers from the lowest to the highest, as import-linter's contracts in pyproject.toml say: one truth for both."""
    contracts = {
        contract["id"]: contract["layers"]
        for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
            "contracts"
        ]
    }

    def names(layer: str) -> list[str]:
        return [name.strip(" ()") for name in layer.split("|")]

    core = [names(layer) for layer in reversed(contracts["core-tiers"])]
    business = [names(layer) for layer in reversed(contracts["business-tiers"])]
    platform = [names(layer) for layer in reversed(contracts["platform-tiers"])]
    # Platform and business never meet: what stands in public only and in tenants only. See test below.
    return [["kernel"], *core, *business, *platform]


def ranks() -> dict[str, float]:
    """The rank of each app label."""
    found = {label: float(rank) for rank, tier in enumerate(tiers()) for label in tier}
    # The library's tables are the ledger's own ground, just below it.
    found["django_ledger"] = found["ledger"] - 0.5
    return found | LIBRARIES


def ours(name: str) -> bool:
    """Whether an app is ours and not a library's."""
    return name.startswith("backend.")


def relations() -> Iterator[tuple[type[models.Model], Any, type[models.Model]]]:
    """Every foreign key, one-to-one and many-to-many of our models, with its target."""
    for model in apps.get_models(include_auto_created=True):
        if not ours(model._meta.app_config.name):
            continue
        fields: list[Any] = [*model._meta.local_fields, *model._meta.local_many_to_many]
        for field in fields:
            if field.remote_field is not None:
                yield model, field, field.related_model


def climbs(label: str, target: str, known: dict[str, float]) -> bool:
    """Whether a key from one app to another goes up or sideways, or past the ledger to its library."""
    if target == "django_ledger" and label != "ledger":
        return True
    return label != target and known[target] >= known[label]


def test_no_foreign_key_climbs() -> None:
    known = ranks()
    found = [
        f"{model._meta.label}.{field.name} points to {target._meta.label}: use a plain UUIDField, resolved by ids"
        for model, field, target in relations()
        if climbs(model._meta.app_label, target._meta.app_label, known)
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_operators_tables_and_the_businesses_do_not_meet() -> None:
    def group(model: type[models.Model]) -> str:
        return model._meta.app_config.name.split(".")[1] if ours(model._meta.app_config.name) else ""

    found = [
        f"{model._meta.label}.{field.name} points to {target._meta.label}"
        for model, field, target in relations()
        if {group(model), group(target)} == {"platform", "business"}
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("label", "target", "expected"),
    [
        ("orders", "customers", False),
        ("orders", "orders", False),
        ("customers", "orders", True),
        ("payments", "loyalty", True),
        ("orders", "accounts", False),
        ("accounts", "organizations", True),
        ("kernel", "accounts", True),
        ("ledger", "django_ledger", False),
        ("payments", "django_ledger", True),
    ],
)
def test_climbing_is_recognized(label: str, target: str, expected: bool) -> None:
    assert climbs(label, target, ranks()) is expected


def text_indexes() -> Iterator[str]:
    """Text columns whose index brings a second one for LIKE with it: ``db_index`` and ``unique`` on a field do."""
    for model in apps.get_models():
        if not ours(model._meta.app_config.name):
            continue
        fields: list[Any] = list(model._meta.local_fields)
        for field in fields:
            text = isinstance(field, models.CharField | models.TextField)
            if text and (field.db_index or field._unique):
                yield f"{model._meta.label}.{field.name}: put it in Meta.indexes or a UniqueConstraint"


def test_no_text_column_brings_a_like_index() -> None:
    found = list(text_indexes())
    assert not found, "\n" + "\n".join(found)


def test_every_app_of_ours_has_a_place() -> None:
    known = ranks()
    homeless = [
        config.label
        for config in apps.get_app_configs()
        if config.name.startswith(("backend.core.", "backend.platform.", "backend.business."))
        and config.label not in known
    ]
    assert not homeless
