"""Documents: taken from the chat, given to the API, and priced when their pages are counted."""

from __future__ import annotations

import logging
from typing import cast

import httpx
from aiogram import Bot, F, Router
from aiogram.enums import ChatAction
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, Message, Update, User
from aiogram.utils.chat_action import ChatActionSender

from bot.business import Customer
from bot.dialogue import offer
from bot.dialogue.common import Act, Memory, Ordering, button, column, menu
from bot.intake import sent_in, take
from bot.waiting import Waiting
from guildhall import RateLimited, ServerFault, models

log = logging.getLogger("bot.dialogue")

MIB = 1024 * 1024
MOST_FILES = 20
"""Of one order made in a chat."""


def make_router() -> Router:
    """The handlers."""
    router = Router(name="document")
    places = StateFilter(Ordering.document, Ordering.reading, Ordering.offer)
    router.message.register(receive, places, F.document | F.photo)
    router.message.register(no_document, StateFilter(Ordering.document), ~F.text.startswith("/"))
    router.message.register(patience, StateFilter(Ordering.reading), ~F.text.startswith("/"))
    return router


async def ask(message: Message, state: FSMContext, customer: Customer) -> None:
    """Asks for the document and says how large it may be."""
    limit = (await customer.limits()).telegram_bytes
    await state.update_data(Memory(files=[], fresh=[], copies=1, priority="normal"))
    await state.set_state(Ordering.document)
    await message.answer(customer.texts("document.ask", limit=limit // MIB))


async def receive(
    message: Message,
    state: FSMContext,
    customer: Customer,
    bot: Bot,
    event_update: Update,
    event_from_user: User,
    waiting: Waiting,
) -> None:
    """Takes the document and asks for the price of all documents so far; the chat goes on while pages are counted."""
    sent = sent_in(message)
    if sent is None:
        await no_document(message, customer)
        return
    data = cast(Memory, await state.get_data())
    files = data.get("files", [])
    if len(files) >= MOST_FILES:
        await message.answer(customer.texts("document.many", limit=MOST_FILES))
        return
    key = f"telegram-{event_update.update_id}"
    async with ChatActionSender(bot=bot, chat_id=message.chat.id, action=ChatAction.TYPING):
        file = await take(bot, sent, customer, f"{key}-file")
    data["files"] = [*files, file.id]
    data["fresh"] = [*data.get("fresh", []), file.id]
    text = customer.texts("document.reading", name=file.name)
    await message.answer(text, reply_markup=_stop(customer))
    await _ask_price(state, customer, data, f"{key}-quote")
    await waiting.add(data["asked"], event_from_user)


async def _ask_price(state: FSMContext, customer: Customer, data: Memory, key: str) -> None:
    """Asks for the price of `data`, and remembers it once it is asked for."""
    data["asked"] = (await customer.ask_quote(offer.wish(data), key)).id
    await state.set_data(dict(data))
    await state.set_state(Ordering.reading)


async def tell(
    message: Message, state: FSMContext, customer: Customer, asked: models.QuoteRequest | None
) -> str | None:
    """Tells what came of a price that was asked for; answers the id of another one that was asked for instead.

    A document that cannot be read is left out, and the others are priced without it.
    """
    data = cast(Memory, await state.get_data())
    texts = customer.texts
    if asked is not None and asked.quote is not None:
        quote = asked.quote
        for file_id in data["fresh"]:
            file = await customer.file(file_id)
            pages = file.analysis.pages if file.analysis is not None else 0
            await message.answer(texts("document.counted", name=file.name, pages=pages))
        await state.update_data(Memory(fresh=[], asked=""))
        await offer.present(message, state, customer, quote)
        return None
    if asked is not None and asked.state == "cancelled":
        # By somebody else: whoever stops here is told at once.
        await state.clear()
        await message.answer(texts("cancel.done"), reply_markup=menu(texts))
        return None
    code, detail, pointer = "", texts("document.slow"), None
    if asked is not None and asked.refusal is not None:
        code, detail, pointer = asked.refusal.code, asked.refusal.detail, asked.refusal.pointer
    await message.answer(texts.refusal(code, detail))
    position = (pointer or "").rpartition("/files/")[2]
    bad = {data["files"][int(position)]} if position.isdecimal() else set(data["files"])
    data["files"] = [one for one in data["files"] if one not in bad]
    data["fresh"] = [one for one in data["fresh"] if one not in bad]
    if asked is not None and data["files"]:
        await _ask_price(state, customer, data, f"telegram-{asked.id}-without")
        return data["asked"]
    data["asked"] = ""
    await state.set_data(dict(data))
    await state.set_state(Ordering.document)
    return None


async def no_document(message: Message, customer: Customer) -> None:
    """Says what is wanted."""
    await message.answer(customer.texts("document.not_a_file"))


async def patience(message: Message, customer: Customer) -> None:
    """Says that the price comes by itself."""
    await message.answer(customer.texts("document.still"), reply_markup=_stop(customer))


def _stop(customer: Customer) -> InlineKeyboardMarkup:
    return column([button(customer.texts("cancel.button"), Act(name="cancel"))])


async def leave(state: FSMContext, customer: Customer, key: str) -> bool:
    """Leaves what was being done, with the price that the chat waits for; answers whether anything was.

    A price that cannot be cancelled now comes to nobody: the chat is left all the same.
    """
    busy = await state.get_state() is not None
    if asked := cast(Memory, await state.get_data()).get("asked"):
        try:
            await customer.cancel_asked(asked, key)
        except (ServerFault, RateLimited, httpx.TransportError) as error:
            log.warning("The price %s could not be cancelled: %s", asked, error)
    await state.clear()
    return busy
