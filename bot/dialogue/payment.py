"""Paying: a method, a receipt, a payment that staff verify."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from aiogram import Bot, F, Router
from aiogram.enums import ChatAction
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, Update
from aiogram.utils.chat_action import ChatActionSender

from bot.business import Customer
from bot.dialogue.common import Act, Memory, Ordering, Pick, button, column, menu, message_of, strip
from bot.intake import sent_in, take_proof
from guildhall import models


def make_router() -> Router:
    """The handlers."""
    router = Router(name="payment")
    # Understood anywhere: the button is under an order's description.
    router.callback_query.register(pay, Act.filter(F.name == "pay"))
    router.callback_query.register(pick_method, Ordering.method, Pick.filter(F.what == "method"))
    router.callback_query.register(later, Ordering.method, Act.filter(F.name == "later"))
    router.message.register(receive_proof, Ordering.proof, F.document | F.photo)
    router.message.register(no_proof, Ordering.proof, ~F.text.startswith("/"))
    return router


async def ask_method(message: Message, state: FSMContext, customer: Customer, order: models.Order) -> None:
    """Asks how to pay what the order still costs."""
    texts = customer.texts
    await state.clear()
    if not Decimal(order.outstanding.amount):
        await message.answer(texts("pay.nothing"))
        return
    methods = await customer.payment_methods(order.branch)
    if not methods:
        await message.answer(texts("pay.none"), reply_markup=menu(texts))
        return
    await state.set_data(
        dict(Memory(order=order.id, total=[order.outstanding.amount, order.outstanding.currency]))
    )
    await state.set_state(Ordering.method)
    buttons = [button(str(row.name), Pick(what="method", id=row.id)) for row in methods]
    buttons.append(button(texts("pay.later"), Act(name="later")))
    await message.answer(texts("pay.ask"), reply_markup=column(buttons))


async def pay(query: CallbackQuery, callback_data: Act, state: FSMContext, customer: Customer) -> None:
    """Pays an order that was placed before."""
    order = await customer.order(callback_data.id)
    await query.answer()
    message = message_of(query)
    if message is not None:
        await ask_method(message, state, customer, order)


async def pick_method(
    query: CallbackQuery, callback_data: Pick, state: FSMContext, customer: Customer
) -> None:
    """Takes the method and asks for the receipt."""
    data = cast(Memory, await state.get_data())
    methods = {row.id: row for row in await customer.payment_methods(None)}
    order = await customer.order(data["order"])
    methods |= {row.id: row for row in await customer.payment_methods(order.branch)}
    await query.answer()
    await strip(query)
    message = message_of(query)
    if message is None:
        return
    method = methods.get(callback_data.id)
    if method is None:
        await message.answer(customer.texts("error.payment_method_not_usable"))
        await ask_method(message, state, customer, order)
        return
    amount = [order.outstanding.amount, order.outstanding.currency]
    await state.update_data(Memory(method=method.id, total=amount))
    await state.set_state(Ordering.proof)
    texts = customer.texts
    await message.answer(
        texts("pay.proof", method=str(method.name), amount=texts.money(amount[0], amount[1]))
    )


async def later(query: CallbackQuery, state: FSMContext, customer: Customer) -> None:
    """Leaves the payment for another time."""
    await query.answer()
    await strip(query)
    await state.clear()
    message = message_of(query)
    if message is not None:
        await message.answer(customer.texts("pay.later_said"), reply_markup=menu(customer.texts))


async def receive_proof(
    message: Message, state: FSMContext, customer: Customer, bot: Bot, event_update: Update
) -> None:
    """Records the payment with its receipt."""
    sent = sent_in(message)
    if sent is None:
        await no_proof(message, customer)
        return
    data = cast(Memory, await state.get_data())
    async with ChatActionSender(bot=bot, chat_id=message.chat.id, action=ChatAction.TYPING):
        file = await take_proof(bot, sent, customer, f"telegram-{event_update.update_id}-proof")
        payment = await customer.pay(
            method=data["method"],
            order=data["order"],
            total=(data["total"][0], data["total"][1]),
            proof=file.id,
            key=f"telegram-{event_update.update_id}",
        )
    await state.clear()
    texts = customer.texts
    paid = texts.money(payment.amount.amount, payment.amount.currency)
    follow = button(texts("order.refresh"), Act(name="follow", id=data["order"]))
    await message.answer(
        texts("pay.recorded", number=payment.number, amount=paid), reply_markup=column([follow])
    )


async def no_proof(message: Message, customer: Customer) -> None:
    """Says what is wanted."""
    await message.answer(customer.texts("pay.proof_please"))
