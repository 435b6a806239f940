"""What goes another way than the straight one."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from attrs import evolve

from guildhall import Conflict
from infra.dev.layout import ROOT, python_path
from tests.bot.conftest import SECRET, Setting
from tests.bot.test_journey import PDF, to_document, to_offer
from tests.support import documents
from tests.support.telegram import FakeTelegram

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_the_language_is_kept_in_the_profile(talk: Callable[..., None], setting: Setting) -> None:
    user_id = 0

    async def chooses(telegram: FakeTelegram) -> None:
        nonlocal user_id
        user = telegram.user("Malika", language="uz")
        user_id = user.id
        await user.sends("/start")
        await user.hears("Assalomu alaykum, Malika!")
        await user.presses("Русский")
        await user.hears("Язык: русский.")
        await user.hears("Выберите филиал")
        await user.sends("/cancel")
        await user.hears("Отменено")
        await user.sends("/language")
        await user.hears("Язык")
        await user.presses("English")
        await user.hears("Language: English.")
        # By the button of the menu, in another language than the user's: the words are known all the same.
        await user.sends("Buyurtmalarim")
        await user.hears("You have no orders yet")

    async def comes_back(telegram: FakeTelegram) -> None:
        user = telegram.user("Malika", language="uz", id_=user_id)
        await user.sends("/help")
        await user.hears("I take orders for translations")

    talk(chooses)
    talk(comes_back)


def test_documents_that_are_refused(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await to_document(user)
        await user.sends("here it comes")
        await user.hears("That is no document")
        await user.sends_sticker()
        await user.hears("That is no document")
        await user.sends_document("table.xlsx", documents.spreadsheet(), "application/octet-stream")
        await user.hears("not accepted")
        await user.sends_document("secret.pdf", documents.pdf(password="secret"), PDF)
        await user.hears("protected by a password")
        await user.sends_document("film.pdf", b"%PDF", PDF, size=21 * 1024 * 1024)
        await user.hears("lets bots download up to 20 MB")
        # Telegram did not say how large it is, and refuses the download.
        await user.sends_document("huge.pdf", bytes(21 * 1024 * 1024), PDF, size=0)
        await user.hears("lets bots download up to 20 MB")
        # None of it has moved the dialogue.
        await user.sends_document("letter.docx", documents.word(), WORD)
        await user.hears("letter.docx: ")
        await user.hears("Files: 1", "Total:")
        await user.sends_photo(documents.jpeg())
        await user.hears("Files: 2, pages: 2", "Total:")

    talk(scene)


def test_the_nearest_branch(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await user.sends("/help")
        assert "📍 Nearest branch" in (await user.hears("I take orders")).keyboard
        # Beside the branch of Siab, a kilometre from that of Registan.
        await user.sends_location(39.6651, 66.9851)
        near = await user.hears("The branches nearest to you")
        labels = [label for label, _ in near.buttons]
        assert labels[0] == "Siab branch · 0.1 km"
        assert labels[1].startswith("Registan branch · 1.")
        await user.presses("Siab branch")
        await user.hears("Choose a service")
        # The branch is chosen: a place says nothing here.
        await user.sends_location(39.6651, 66.9851)
        await user.hears("Press one of the buttons")

    talk(scene)


def test_ones_own_number_is_confirmed_and_no_other(talk: Callable[..., None], setting: Setting) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user, other = telegram.user("Aziz"), telegram.user("Olim")
        number = f"99890{user.id % 10**7:07}"
        for whose, forwarded in ((other.id, False), (None, False), (user.id, True)):
            await user.sends_contact(number, user_id=whose, forwarded=forwarded)
            await user.hears("Only your own number")
        await user.sends_contact(number, user_id=user.id)
        await user.hears(f"+{number} is confirmed as yours")
        await other.sends_contact(number, user_id=other.id)
        await other.hears("confirmed as another customer")
        found = list(setting.staff("owner").customers.list(q=number).data)
        assert [(one.value, one.verified) for one in found[0].contacts if one.kind == "phone"] == [
            (f"+{number}", True)
        ]
        assert len(found) == 1

    talk(scene)


def test_a_button_that_was_pressed_long_ago_is_done_all_the_same(talk: Callable[..., None]) -> None:
    """Telegram takes the answer to a press for minutes; the bot may have been away for hours."""

    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await to_offer(user)
        telegram.fail(
            "answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired"
        )
        await user.presses("Place the order")
        await user.hears("is placed")

    talk(scene)


def test_the_chat_goes_on_while_pages_are_counted(
    talk: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The price waits at the API; the chat does not, and a bot that was restarted meanwhile tells it."""
    from bot.business import Customer

    asked, held = Customer.asked_quote, asyncio.Event()

    async def slow(self: Customer, quote_id: str) -> Any:
        found = await asked(self, quote_id)
        return found if held.is_set() else evolve(found, state="waiting", quote=None)

    monkeypatch.setattr(Customer, "asked_quote", slow)
    known: list[int] = []

    async def asks(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        known.append(user.id)
        await to_document(user)
        await user.sends_document("contract.pdf", documents.pdf(pages=3), PDF)
        await user.hears("contract.pdf is here. I am counting")
        await user.sends("and?")
        await user.hears("still counting")
        await user.sends_document("more.pdf", documents.pdf(pages=2), PDF)
        await user.hears("more.pdf is here")
        await user.sends("/orders")
        await user.hears("You have no orders yet")

    async def hears(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz", id_=known[0])
        held.set()
        await user.hears("contract.pdf: 3 p.")
        await user.hears("more.pdf: 2 p.")
        await user.hears("Files: 2, pages: 5", "Total:")
        assert sum("Total:" in one.text for one in user.said) == 1
        await user.presses("Place the order")
        await user.hears("is placed")

    talk(asks)
    talk(hears)


def test_a_price_that_waits_is_cancelled(talk: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """By the chat, with a button; or by the staff, which the chat is told."""
    from bot.business import Customer

    look, cancel = Customer.asked_quote, Customer.cancel_asked
    state, cancelled = "waiting", []

    async def slow(self: Customer, quote_id: str) -> Any:
        return evolve(await look(self, quote_id), state=state, quote=None)

    async def spied(self: Customer, quote_id: str, key: str) -> None:
        # However far the pages are by now: who does not wait is told of nothing, and of no trouble.
        cancelled.append(quote_id)
        await cancel(self, quote_id, key)
        assert (await look(self, quote_id)).state in ("cancelled", "ready")

    monkeypatch.setattr(Customer, "asked_quote", slow)
    monkeypatch.setattr(Customer, "cancel_asked", spied)

    async def scene(telegram: FakeTelegram) -> None:
        nonlocal state
        user = telegram.user("Aziz")
        await to_document(user)
        await user.sends_document("contract.pdf", documents.pdf(pages=3), PDF)
        await user.hears("I am counting")
        await user.presses("✖️ Cancel")
        await user.hears("Stopped.")
        assert len(set(cancelled)) == 1
        await to_document(user)
        await user.sends_document("deed.pdf", documents.pdf(pages=2), PDF)
        await user.hears("deed.pdf is here")
        state = "cancelled"
        await user.hears("Stopped.")
        await user.sends("/cancel")
        await user.hears("There is nothing to stop")
        assert not any("Total:" in one.text for one in user.said)

    talk(scene)


def test_stopping_anywhere(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await user.sends("/cancel")
        await user.hears("There is nothing to stop")
        offer = await to_offer(user)
        buttons = dict(offer.buttons)
        await user.sends("what?")
        await user.hears("Press one of the buttons")
        await user.sends("/cancel")
        await user.hears("Stopped.")
        await user.presses_data(buttons["✅ Place the order"], offer)
        alert = await user.hears("out of date")
        assert alert.kind == "alert"
        await user.sends("/orders")
        await user.hears("You have no orders yet")
        await user.sends("blah")
        await user.hears("I do not understand")
        await user.sends("Where is my order?")
        await user.hears("You have no orders yet")

    talk(scene)


def test_a_price_that_ran_out_is_made_anew(
    talk: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The API says when a price has expired; here its answer is put before the first order."""
    from bot.business import Customer

    place, asked = Customer.place, []

    async def late(self: Customer, **given: Any) -> Any:
        asked.append(given["quote"])
        if len(asked) == 1:
            raise Conflict(409, "quote_expired", "The quote expired.")
        return await place(self, **given)

    monkeypatch.setattr(Customer, "place", late)

    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        first = await to_offer(user)
        await user.presses("Place the order")
        await user.hears("The price had expired")
        second = await user.hears("Total:")
        assert dict(first.buttons) != dict(second.buttons)
        await user.presses("Place the order")
        await user.hears("is placed")
        assert len(set(asked)) == 2

    talk(scene)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_an_update_that_comes_again(talk: Callable[..., None], mode: str) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await to_offer(user)
        pressed = await user.presses("Place the order")
        telegram.repeat(pressed)
        await user.hears("is placed")
        await user.hears("Choose how to pay")
        telegram.repeat(pressed)
        await user.hears_nothing(1.5)
        await user.sends("/orders")
        assert len((await user.hears("Your orders")).buttons) == 1

    talk(scene, mode=mode)


def test_a_user_who_blocks_the_bot(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user, other = telegram.user("Aziz"), telegram.user("Olim")
        await to_document(user)
        await user.blocks()
        await user.sends("/help")
        await telegram.until(lambda: 403 in telegram.statuses("sendMessage"), lambda: "nothing was sent")
        await other.sends("/help")
        await other.hears("I take orders")
        telegram.blocked.clear()
        # Back again: where the chat stood is forgotten.
        await user.sends("hm")
        await user.hears("I do not understand")

    talk(scene)


def test_telegram_asks_for_a_pause(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        one, two = telegram.user("Aziz"), telegram.user("Olim")
        for user in (one, two):
            await user.sends("/help")
            await user.hears("I take orders")
        telegram.fail("sendMessage", 429, "Too Many Requests: retry after 2", retry_after=2)
        await one.sends("/help")
        await telegram.until(lambda: 429 in telegram.statuses("sendMessage"), lambda: "nothing was sent")
        refused = next(at for at, method, status in telegram.calls if status == 429)
        # The pause is the whole bot's: the other chat waits too, and nothing is lost.
        await two.sends("/help")
        for user in (one, two):
            said = await user.hears("I take orders")
            assert said.at - refused >= 1.9
        assert telegram.statuses("sendMessage").count(429) == 1

    talk(scene)


def test_telegram_fails_for_a_moment(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        telegram.fail("sendMessage", 502, "Bad Gateway", times=2)
        telegram.fail("getUpdates", 502, "Bad Gateway")
        telegram.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
        await user.sends("/help")
        await user.hears("I take orders")
        assert telegram.statuses("sendMessage") == [502, 502, 200]

    talk(scene)


def test_the_api_is_away(setting: Setting) -> None:
    async def scene() -> None:
        async with (
            FakeTelegram(setting.config.token) as telegram,
            setting.bot(telegram, api_url="http://127.0.0.1:9"),
        ):
            user = telegram.user("Aziz", language="ru")
            await user.sends("/help")
            await user.hears("Сервис сейчас не отвечает")

    asyncio.run(scene())


def test_the_webhook_takes_only_what_bears_its_secret(talk: Callable[..., None]) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await user.sends("/help")
        await user.hears("I take orders")
        url, update = telegram.webhook["url"], {"update_id": 1, **telegram.history[max(telegram.history)]}
        assert telegram.token not in url
        header = "X-Telegram-Bot-Api-Secret-Token"
        async with aiohttp.ClientSession() as session:
            for address, headers, status in (
                (url, {}, 401),
                (url, {header: SECRET[:-1]}, 401),
                (url, {header: "пароль"}, 401),
                (url.rpartition("/")[0] + "/999", {header: SECRET}, 404),
                (url.rpartition("/")[0] + "/x", {header: SECRET}, 404),
            ):
                async with session.post(address, json=update, headers=headers) as answer:
                    assert answer.status == status, (address, headers)
        await user.hears_nothing()

    talk(scene, mode="webhook")


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_stop_waits_for_what_runs(setting: Setting, mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.business import Customer

    begun = asyncio.Event()
    orders = Customer.orders

    async def slow(self: Customer) -> Any:
        begun.set()
        await asyncio.sleep(1.5)
        return await orders(self)

    monkeypatch.setattr(Customer, "orders", slow)

    async def scene() -> None:
        async with FakeTelegram(setting.config.token) as telegram:
            user = telegram.user("Aziz")
            async with setting.bot(telegram, mode=mode):
                await user.sends("/orders")
                await asyncio.wait_for(begun.wait(), 20)
            # The bot has stopped, and what it had in hand is done.
            assert "You have no orders yet" in user.said[-1].text

    asyncio.run(scene())


def test_without_valkey_chats_are_in_memory(setting: Setting) -> None:
    async def scene() -> None:
        async with FakeTelegram(setting.config.token) as telegram, setting.bot(telegram, redis_url=None):
            user = telegram.user("Aziz")
            await to_document(user)
            telegram.repeat(await user.sends("/cancel"))
            await user.hears("Stopped.")
            await user.hears_nothing()

    asyncio.run(scene())


def test_a_bot_that_is_killed_goes_on_where_it_stood(setting: Setting) -> None:
    def start(telegram: FakeTelegram) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": python_path(), **setting.environment}
        environment["TELEGRAM_API_URL"] = telegram.url
        return subprocess.Popen([sys.executable, "-m", "bot"], cwd=ROOT, env=environment)

    async def up(telegram: FakeTelegram, process: subprocess.Popen[bytes], times: int) -> None:
        await telegram.until(
            lambda: process.poll() is not None or telegram.statuses("deleteWebhook").count(200) == times,
            lambda: "the bot did not start",
            60,
        )
        assert process.poll() is None

    async def scene() -> None:
        async with FakeTelegram(setting.config.token) as telegram:
            user = telegram.user("Aziz")
            first = start(telegram)
            second = None
            try:
                await up(telegram, first, 1)
                await to_offer(user)
                first.send_signal(signal.SIGKILL)
                await asyncio.to_thread(first.wait, 10)
                await user.presses("➕ copy")
                second = start(telegram)
                await up(telegram, second, 2)
                await user.hears("Copies: 2", "Total:")
                await user.presses("Place the order")
                await user.hears("is placed")
                second.send_signal(signal.SIGTERM)
                assert await asyncio.to_thread(second.wait, 20) == 0
            finally:
                for process in (first, second):
                    if process is not None and process.poll() is None:
                        process.kill()
                        process.wait(10)

    asyncio.run(scene())


def test_a_session_that_was_ended_is_opened_again(talk: Callable[..., None], setting: Setting) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        await user.sends("/orders")
        await user.hears("You have no orders yet")
        from bot.business import Customer

        # What a restore does: neither the token nor its renewal is worth anything any more.
        gone: list[Customer] = []
        orders = Customer.orders

        async def ended(self: Customer) -> Any:
            if not gone:
                gone.append(self)
                self._api.use_tokens("ended", "ended")
            return await orders(self)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Customer, "orders", ended)
            await user.sends("/orders")
            await user.hears("You have no orders yet")
            assert len(gone) == 1

    talk(scene)
