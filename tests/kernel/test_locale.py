"""Every text that the product says is translated into every language that it speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from django.utils import translation

from backend.kernel.money import Money, MoneyError
from backend.kernel.outgoing import AddressRefused, parse_url
from infra.dev.catalogues import compile_catalogues

BACKEND = Path(__file__).resolve().parents[2] / "backend"
LANGUAGES = ["ru", "uz", "fa", "uk"]
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=1)
def texts() -> frozenset[str]:
    """The texts in the code that go through gettext."""
    found = extract_from_dir(
        str(BACKEND),
        [("**.py", "python")],
        keywords=dict.fromkeys(("_", "gettext", "gettext_lazy", "translate")),
    )
    return frozenset(
        message for _file, _line, message, *_rest in found if isinstance(message, str) and message
    )


def catalogue(language: str) -> dict[str, str]:
    with (BACKEND / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {str(item.id): str(item.string) for item in read_po(file) if item.id}


def _reasons() -> list[str]:
    """What is said of an amount, and of an address to call, that cannot be."""
    said = []
    for amount, code in (("1.001", "UZS"), ("9" * 19, "UZS"), ("abc", "UZS"), ("1", "ZZZ")):
        with pytest.raises(MoneyError) as money:
            Money.parse(amount, code)
        said.append(str(money.value))
    for url in ("http://a.example", "https://", "https://10.0.0.1", "https://a", "https://a.example:22"):
        with pytest.raises(AddressRefused) as address:
            parse_url(url, allow_loopback=False)
        said.append(str(address.value))
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_within_refusals_are_said_in_the_same_language(language: str) -> None:
    compile_catalogues()
    with translation.override("en"):
        english = _reasons()
    with translation.override(language):
        assert not set(english) & set(_reasons())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    known = catalogue(language)
    missing = sorted(text for text in texts() if not known.get(text))
    assert not missing, f"{len(missing)} texts have no translation into {language}: {missing[:10]}"
    assert sorted(set(known) - texts()) == [], "what nobody says any more is translated"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language: str) -> None:
    wrong = [
        text
        for text, translated in catalogue(language).items()
        if sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(translated))
    ]
    assert not wrong


def test_a_refusal_is_in_the_callers_language(api: Any) -> None:
    compile_catalogues()
    said = {
        language: api.get("/orders", headers={"Accept-Language": language}).json["detail"]
        for language in ["en", *LANGUAGES]
    }
    assert said["en"] == "Sign in first: the request carries no token."
    assert len(set(said.values())) == 5
