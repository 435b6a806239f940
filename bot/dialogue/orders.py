"""Following orders."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.business import Customer
from bot.dialogue.common import Act, button, column, menu, message_of, replace
from bot.intents import Intent, Says
from guildhall import models


def make_router() -> Router:
    """The handlers."""
    router = Router(name="orders")
    router.message.register(list_orders, Command("orders"))
    router.message.register(list_orders, Says(Intent.FOLLOW))
    router.callback_query.register(show_order, Act.filter(F.name == "order"))
    router.callback_query.register(show_order, Act.filter(F.name == "follow"))
    router.callback_query.register(refresh_order, Act.filter(F.name == "refresh"))
    return router


async def list_orders(message: Message, customer: Customer) -> None:
    """The latest orders with their states; the dialogue stays where it is."""
    texts = customer.texts
    orders = await customer.orders()
    if not orders:
        await message.answer(texts("orders.none"), reply_markup=menu(texts))
        return
    await message.answer(
        texts("orders.head"),
        reply_markup=column(button(_line(customer, row), Act(name="order", id=row.id)) for row in orders),
    )


def _line(customer: Customer, order: models.Order) -> str:
    total = customer.texts.money(order.total.amount, order.total.currency)
    return customer.texts("order.line", number=order.number, state=order.state_name, total=total)


async def show_order(query: CallbackQuery, callback_data: Act, customer: Customer) -> None:
    """An order in a message of its own."""
    text, keyboard = await _describe(customer, callback_data.id)
    await query.answer()
    message = message_of(query)
    if message is not None:
        await message.answer(text, reply_markup=keyboard)


async def refresh_order(query: CallbackQuery, callback_data: Act, customer: Customer) -> None:
    """The order as it is now, in the same message."""
    text, keyboard = await _describe(customer, callback_data.id)
    await query.answer()
    message = message_of(query)
    if message is not None:
        await replace(message, text, keyboard)


async def _describe(customer: Customer, order_id: str) -> tuple[str, InlineKeyboardMarkup]:
    texts = customer.texts
    order = await customer.order(order_id)
    payments = await customer.payments_of(order_id)
    zone = (await customer.branch(order.branch)).timezone if order.branch else "UTC"
    said = [
        texts(
            "order.details",
            number=order.number,
            state=order.state_name,
            total=texts.money(order.total.amount, order.total.currency),
            paid=texts.money(order.paid.amount, order.paid.currency),
            outstanding=texts.money(order.outstanding.amount, order.outstanding.currency),
        )
    ]
    waiting = [row for row in payments if row.state == "awaiting_verification"]
    for row in waiting:
        amount = texts.money(row.amount.amount, row.amount.currency)
        said.append(texts("order.verifying", number=row.number, amount=amount))
    said += [
        texts("order.rejected", number=row.number, reason=row.rejected_reason)
        for row in payments
        if row.state == "rejected"
    ]
    said.append(texts("order.updated", at=texts.moment(datetime.now(UTC), zone)))
    buttons = [button(texts("order.refresh"), Act(name="refresh", id=order.id))]
    if Decimal(order.outstanding.amount) and not waiting and order.state_group in ("open", "on_hold"):
        buttons.append(button(texts("order.pay"), Act(name="pay", id=order.id)))
    return "\n".join(said), column(buttons)
