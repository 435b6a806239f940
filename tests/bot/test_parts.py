"""Texts, settings and intents: no bot and no server."""

from __future__ import annotations

import ast
import string
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.urls import get_resolver

from backend.kernel.errors import CATALOGUE
from bot import config
from bot.config import ConfigurationProblem
from bot.intents import BUTTONS, READER, Intent
from bot.texts import LANGUAGES, NBSP, Texts, catalogue, spoken
from infra.dev.layout import ROOT

GIVEN = {
    "TELEGRAM_BOT_TOKEN": "12:abc",
    "GUILDHALL_API": "http://127.0.0.1:1",
    "GUILDHALL_TENANT": "samarkand",
    "GUILDHALL_BOT_CLIENT_ID": "usr_1",
    "GUILDHALL_BOT_SECRET": "secret",
}
HOOK = {
    **GIVEN,
    "BOT_MODE": "webhook",
    "BOT_WEBHOOK_URL": "https://bot.example/",
    "BOT_WEBHOOK_SECRET": "s" * 16,
}


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_every_language(language: str) -> None:
    english = catalogue("en")
    found = catalogue(language)
    assert set(found) == set(english)
    assert all(text.strip() for text in found.values())
    assert {key: holes(text) for key, text in found.items()} == {
        key: holes(text) for key, text in english.items()
    }
    if language != "en":
        same = {key for key in found if found[key] == english[key]}
        # What has no words of its own.
        assert same == {"offer.pair", "order.line", "document.counted"} & same


def test_every_text_that_the_code_asks_for_is_there_and_the_rest_is_used() -> None:
    asked: set[str] = set()
    for path in Path(ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                asked.add(node.value)
    keys = set(catalogue("en"))
    # Keys that are put together: by a code of the API's, a currency, a priority, a command.
    made = {key for key in keys if key.startswith(("error.", "currency.", "priority.", "command."))}
    assert keys - made <= asked, keys - made - asked
    prefixes = {key.partition(".")[0] for key in keys}
    dotted = {
        text for text in asked if text.partition(".")[0] in prefixes and "." in text and " " not in text
    }
    assert {text for text in dotted if not text.endswith(".")} <= keys | {"bot.telegram"}


def test_error_codes_with_a_text_are_codes_of_the_api() -> None:
    assert get_resolver().url_patterns  # Loads every domain, and with it every refusal.
    ours = {key.removeprefix("error.") for key in catalogue("en") if key.startswith("error.")}
    assert ours - {"unknown", "unavailable"} <= set(CATALOGUE)


def test_money_and_moments_are_written_as_people_do() -> None:
    assert Texts("uz").money("621600.00", "UZS") == f"621{NBSP}600{NBSP}so‘m"
    assert Texts("ru").money("1234.50", "USD") == f"1{NBSP}234,50{NBSP}USD"
    assert Texts("en").money("0.00", "UZS") == f"0{NBSP}UZS"
    at = datetime(2026, 3, 1, 20, 30, tzinfo=UTC)
    assert Texts("en").moment(at, "Asia/Tashkent") == "02.03.2026 01:30"
    assert Texts("en").moment(at, "Nowhere/Land") == "01.03.2026 20:30 UTC"


def test_languages_that_the_bot_does_not_speak_become_english() -> None:
    assert [spoken(one) for one in ("uz-Latn", "RU", "fa", "", None)] == ["uz", "ru", "en", "en", "en"]


def test_a_refusal_without_a_text_of_ours_is_told_in_the_api_s_words() -> None:
    texts = Texts("ru")
    assert "паролем" in texts.refusal("pdf_encrypted", "The PDF is encrypted.")
    assert texts.refusal("brand_new_code", "Так нельзя.") == "Так нельзя."
    assert texts.refusal("brand_new_code", "") == texts("error.unknown")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Where is my order?", Intent.FOLLOW),
        ("мой заказ готов?", Intent.FOLLOW),
        ("Buyurtmam qayerda", Intent.FOLLOW),
        ("Нужен перевод паспорта", Intent.ORDER),
        ("Tarjima kerak", Intent.ORDER),
        ("I want to order", Intent.ORDER),
        ("отмените, пожалуйста", Intent.CANCEL),
        ("to‘xtating", Intent.CANCEL),
        ("помогите", Intent.HELP),
        ("border control", None),
        ("", None),
    ],
)
def test_words_of_their_own(said: str, meant: Intent | None) -> None:
    assert READER.read(said) is meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_of_the_menu_are_understood(language: str) -> None:
    for intent, key in BUTTONS.items():
        assert READER.read(catalogue(language)[key]) is intent


def test_settings() -> None:
    found = config.read(GIVEN)
    assert (found.bot_id, found.webhook, found.redis_url, found.telegram_url) == (12, None, None, None)
    hook = config.read({**HOOK, "BOT_WEBHOOK_PORT": "9000"}).webhook
    assert hook is not None
    assert (hook.base_url, hook.port, hook.host) == ("https://bot.example", 9000, "127.0.0.1")


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({**GIVEN, "GUILDHALL_TENANT": " "}, "GUILDHALL_TENANT is not set"),
        ({**GIVEN, "TELEGRAM_BOT_TOKEN": "abc"}, "not a token"),
        ({**GIVEN, "GUILDHALL_API": "localhost"}, "GUILDHALL_API is not an address"),
        ({**GIVEN, "BOT_MODE": "carrier pigeon"}, "neither polling nor webhook"),
        ({**GIVEN, "BOT_STATE_SECONDS": "long"}, "not a whole number"),
        ({**HOOK, "BOT_WEBHOOK_SECRET": "short"}, "BOT_WEBHOOK_SECRET is not 16"),
        ({**HOOK, "BOT_WEBHOOK_URL": ""}, "BOT_WEBHOOK_URL is not set"),
    ],
)
def test_settings_that_are_wrong_are_named(environment: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigurationProblem, match=said):
        config.read(environment)
