"""Documents: taken from the chat, given to the API, counted."""

from __future__ import annotations

from typing import cast

from aiogram import Bot, F, Router
from aiogram.enums import ChatAction
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram.utils.chat_action import ChatActionSender

from bot.business import Customer
from bot.dialogue import offer
from bot.dialogue.common import Memory, Ordering
from bot.intake import sent_in, take

MIB = 1024 * 1024
MOST_FILES = 20
"""Of one order made in a chat."""


def make_router() -> Router:
    """The handlers."""
    router = Router(name="document")
    places = StateFilter(Ordering.document, Ordering.offer)
    router.message.register(receive, places, F.document | F.photo)
    router.message.register(no_document, StateFilter(Ordering.document), ~F.text.startswith("/"))
    return router


async def ask(message: Message, state: FSMContext, customer: Customer) -> None:
    """Asks for the document and says how large it may be."""
    limit = (await customer.limits()).telegram_bytes
    await state.update_data(Memory(files=[], messages=[], copies=1, priority="normal"))
    await state.set_state(Ordering.document)
    await message.answer(customer.texts("document.ask", limit=limit // MIB))


async def receive(message: Message, state: FSMContext, customer: Customer, bot: Bot) -> None:
    """Counts the document's pages and shows the price of all documents so far."""
    sent = sent_in(message)
    if sent is None:
        await no_document(message, customer)
        return
    data = cast(Memory, await state.get_data())
    files, messages = data.get("files", []), data.get("messages", [])
    if message.message_id in messages:
        # A bot that was killed before it could say that it was done gets the message again.
        await offer.show(message, state, customer)
        return
    if len(files) >= MOST_FILES:
        await message.answer(customer.texts("document.many", limit=MOST_FILES))
        return
    async with ChatActionSender(bot=bot, chat_id=message.chat.id, action=ChatAction.TYPING):
        file = await take(bot, sent, customer, "order_file")
    pages = file.analysis.pages if file.analysis is not None else 0
    await message.answer(customer.texts("document.counted", name=file.name, pages=pages))
    await state.update_data(Memory(files=[*files, file.id], messages=[*messages, message.message_id]))
    await offer.show(message, state, customer)


async def no_document(message: Message, customer: Customer) -> None:
    """Says what is wanted."""
    await message.answer(customer.texts("document.not_a_file"))
