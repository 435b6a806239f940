"""The price, what changes it, and the order."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, Update

from bot.business import Customer, Priority, Wish
from bot.dialogue import payment
from bot.dialogue.common import Act, Memory, Ordering, button, message_of, replace, strip
from guildhall import Conflict, models

MOST_COPIES = 20
PRIORITIES: tuple[Priority, ...] = ("normal", "urgent")


def make_router() -> Router:
    """The handlers."""
    router = Router(name="offer")
    router.callback_query.register(change, Ordering.offer, Act.filter(F.name.in_({"copies", "priority"})))
    router.callback_query.register(confirm, Ordering.offer, Act.filter(F.name == "confirm"))
    return router


def wish(data: Memory) -> Wish:
    """What is remembered, as it is priced."""
    return Wish(
        branch=data["branch"],
        service=data["service"],
        pair=(data["source"], data["target"]) if data["pair"] else None,
        files=data["files"],
        copies=data["copies"],
        priority=data["priority"],
    )


async def show(
    message: Message, state: FSMContext, customer: Customer, key: str, *, instead: Message | None = None
) -> None:
    """A fresh price of what is remembered; written over the message `instead` where one is given."""
    quote = await customer.quote(wish(cast(Memory, await state.get_data())), key)
    await present(message, state, customer, quote, instead=instead)


async def present(
    message: Message,
    state: FSMContext,
    customer: Customer,
    quote: models.Quote,
    *,
    instead: Message | None = None,
) -> None:
    """Shows a price of what is remembered, which can be ordered from then on."""
    data = cast(Memory, await state.get_data())
    names = await customer.language_names() if data["pair"] else {}
    await state.update_data(Memory(quote=quote.id, total=[quote.total.amount, quote.total.currency]))
    await state.set_state(Ordering.offer)
    text = describe(customer, quote, names, data)
    keyboard = _buttons(customer, quote.id, data)
    if instead is not None:
        await replace(instead, text, keyboard)
    else:
        await message.answer(text, reply_markup=keyboard)


def describe(customer: Customer, quote: models.Quote, names: dict[str, str], data: Memory) -> str:
    """The price in words."""
    texts = customer.texts
    line = quote.lines[0]
    said = [str(line.name)]
    if line.source and line.target:
        said.append(
            texts(
                "offer.pair",
                source=names.get(line.source, line.source),
                target=names.get(line.target, line.target),
            )
        )
    said.append(texts("offer.files", files=len(data["files"]), pages=line.pages or 0))
    said.append(texts("offer.copies", copies=data["copies"]))
    said.append(texts(f"priority.{data['priority']}"))
    said.append("")
    said.append(texts("offer.total", amount=texts.money(quote.total.amount, quote.total.currency)))
    if Decimal(quote.tax.amount):
        said.append(texts("offer.tax", amount=texts.money(quote.tax.amount, quote.tax.currency)))
    said.append(texts("offer.valid", until=texts.moment(quote.valid_until, data["zone"])))
    said.append(texts("offer.more"))
    return "\n".join(said)


def _buttons(customer: Customer, quote: str, data: Memory) -> InlineKeyboardMarkup:
    texts = customer.texts
    copies = data["copies"]
    steps = []
    if copies > 1:
        steps.append(button(texts("offer.fewer"), Act(name="copies", id=str(copies - 1))))
    if copies < MOST_COPIES:
        steps.append(button(texts("offer.another"), Act(name="copies", id=str(copies + 1))))
    others = [
        button(texts(f"priority.{one}"), Act(name="priority", id=one))
        for one in PRIORITIES
        if one != data["priority"]
    ]
    return InlineKeyboardMarkup(
        inline_keyboard=[
            steps,
            others,
            [button(texts("offer.confirm"), Act(name="confirm", id=quote))],
            [button(texts("cancel.button"), Act(name="cancel"))],
        ]
    )


async def change(
    query: CallbackQuery,
    callback_data: Act,
    state: FSMContext,
    customer: Customer,
    event_update: Update,
) -> None:
    """Other copies or another urgency: another price in the same message."""
    if callback_data.name == "priority":
        for one in PRIORITIES:
            if one == callback_data.id:
                await state.update_data(Memory(priority=one))
    elif callback_data.id.isdecimal():
        await state.update_data(Memory(copies=min(max(int(callback_data.id), 1), MOST_COPIES)))
    await query.answer()
    message = message_of(query)
    if message is not None:
        await show(message, state, customer, _key(event_update), instead=message)


async def confirm(
    query: CallbackQuery,
    callback_data: Act,
    state: FSMContext,
    customer: Customer,
    event_update: Update,
) -> None:
    """Places the order of the price shown; a price that ran out is made anew and shown, never ordered."""
    data = cast(Memory, await state.get_data())
    await query.answer()
    message = message_of(query)
    if message is None:
        return
    if callback_data.id != data["quote"]:
        await strip(query)
        await message.answer(customer.texts("offer.outdated"))
        await show(message, state, customer, _key(event_update))
        return
    amount, currency = data["total"]
    try:
        order = await customer.place(
            quote=data["quote"], total=(amount, currency), key=f"telegram-{event_update.update_id}"
        )
    except Conflict as error:
        if error.code not in ("quote_expired", "expected_total_differs"):
            raise
        await strip(query)
        await message.answer(customer.texts("offer.renewed"))
        await show(message, state, customer, _key(event_update))
        return
    await strip(query)
    texts = customer.texts
    owed = texts.money(order.outstanding.amount, order.outstanding.currency)
    await message.answer(texts("order.placed", number=order.number, amount=owed))
    await payment.ask_method(message, state, customer, order)


def _key(update: Update) -> str:
    return f"telegram-{update.update_id}-quote"
