"""Greeting, language, help and stopping: understood anywhere in the dialogue."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, Update

from bot.answers import Notes
from bot.business import Business, Customer
from bot.dialogue import document, selection
from bot.dialogue.common import Act, Pick, button, column, menu, message_of, strip
from bot.intents import Intent, Says
from bot.texts import LANGUAGES, Texts, spoken


def make_router() -> Router:
    """The handlers."""
    router = Router(name="general")
    router.message.register(start, CommandStart())
    router.message.register(ask_language, Command("language"))
    router.message.register(ask_language, Says(Intent.LANGUAGE))
    router.message.register(new_order, Command("new"))
    router.message.register(new_order, Says(Intent.ORDER))
    router.message.register(tell_help, Command("help"))
    router.message.register(tell_help, Says(Intent.HELP))
    router.message.register(cancel, Command("cancel"))
    router.message.register(cancel, Says(Intent.CANCEL))
    router.message.register(keep_phone, F.contact)
    router.callback_query.register(show_again, Act.filter(F.name == "again"))
    router.callback_query.register(choose_language, Pick.filter(F.what.in_({"lang", "first"})))
    router.callback_query.register(cancel_button, Act.filter(F.name == "cancel"))
    return router


def _languages(what: str) -> InlineKeyboardMarkup:
    return column(button(Texts(code)("language.name"), Pick(what=what, id=code)) for code in LANGUAGES)


async def start(message: Message, state: FSMContext, customer: Customer, event_update: Update) -> None:
    """Greets, and asks for the language; ordering comes after it."""
    await document.leave(state, customer, _key(event_update))
    name = message.from_user.first_name if message.from_user else ""
    await message.answer(customer.texts("start.hello", name=name), reply_markup=_languages("first"))


async def ask_language(message: Message, customer: Customer) -> None:
    """Asks for the language; the dialogue stays where it is."""
    await message.answer(" / ".join(Texts(code)("menu.language") for code in LANGUAGES),
                         reply_markup=_languages("lang"))  # fmt: skip


async def choose_language(
    query: CallbackQuery, callback_data: Pick, state: FSMContext, customer: Customer
) -> None:
    """Keeps the language in the customer's profile, and goes on in it."""
    await customer.choose_language(spoken(callback_data.id))
    await query.answer()
    await strip(query)
    message = message_of(query)
    if message is None:
        return
    await message.answer(customer.texts("start.chosen"), reply_markup=menu(customer.texts))
    if callback_data.what == "first":
        await selection.begin(message, state, customer)


async def keep_phone(message: Message, customer: Customer, business: Business) -> None:
    """Keeps the customer's own telephone number as proved; the dialogue stays where it is.

    Telegram says whose number a contact is. A forwarded one may be of another time.
    """
    contact, sender = message.contact, message.from_user
    if (
        contact is None
        or sender is None
        or contact.user_id != sender.id
        or message.forward_origin is not None
    ):
        await message.answer(customer.texts("phone.not_own"))
        return
    phone = await business.prove_phone(sender.id, contact.user_id, contact.phone_number)
    await message.answer(customer.texts("phone.kept", phone=phone), reply_markup=menu(customer.texts))


async def show_again(query: CallbackQuery, callback_data: Act, customer: Customer, notes: Notes) -> None:
    """The answer of which nobody knows whether it came, in place of the message that says so."""
    key, _, number = callback_data.id.rpartition(".")
    kept = await notes.kept(key, number)
    await query.answer(None if kept else customer.texts("fallback.stale"), show_alert=kept is None)
    await strip(query)
    message = message_of(query)
    if kept is None or message is None:
        return
    keyboard = kept.get("reply_markup") or {}
    shown = InlineKeyboardMarkup(**keyboard) if "inline_keyboard" in keyboard else menu(customer.texts)
    await message.answer(kept["text"], reply_markup=shown)


async def new_order(message: Message, state: FSMContext, customer: Customer, event_update: Update) -> None:
    """Begins an order; one that was being put together is left."""
    await document.leave(state, customer, _key(event_update))
    await selection.begin(message, state, customer)


async def tell_help(message: Message, customer: Customer) -> None:
    """Says what the bot can do."""
    await message.answer(customer.texts("help.text"), reply_markup=menu(customer.texts))


async def cancel(message: Message, state: FSMContext, customer: Customer, event_update: Update) -> None:
    """Leaves what was being done, and the price that the chat waits for. Orders that were placed stay."""
    busy = await document.leave(state, customer, _key(event_update))
    text = customer.texts("cancel.done" if busy else "cancel.nothing")
    await message.answer(text, reply_markup=menu(customer.texts))


async def cancel_button(
    query: CallbackQuery, state: FSMContext, customer: Customer, event_update: Update
) -> None:
    """The same by a button."""
    await query.answer()
    await strip(query)
    message = message_of(query)
    if message is not None:
        await cancel(message, state, customer, event_update)


def _key(update: Update) -> str:
    return f"telegram-{update.update_id}-cancel"
