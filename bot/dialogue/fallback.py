"""What nothing else understood."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.business import Customer
from bot.dialogue.common import strip


def make_router() -> Router:
    """The handlers."""
    router = Router(name="fallback")
    router.message.register(unknown)
    router.callback_query.register(stale)
    router.my_chat_member.register(left, F.new_chat_member.status.in_({"kicked", "left"}))
    return router


async def unknown(message: Message, state: FSMContext, customer: Customer) -> None:
    """Points to the buttons where there are some, else to the help."""
    busy = await state.get_state() is not None
    await message.answer(customer.texts("fallback.button" if busy else "fallback.unknown"))


async def stale(query: CallbackQuery, customer: Customer) -> None:
    """A button of another time."""
    await query.answer(customer.texts("fallback.stale"), show_alert=True)
    await strip(query)


async def left(_: ChatMemberUpdated, state: FSMContext) -> None:
    """The user blocked the bot: nothing is remembered of where they stood."""
    await state.clear()
