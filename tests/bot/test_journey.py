"""A customer orders, pays and follows the order in a chat; staff see it as any other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from guildhall import models
from tests.bot.conftest import Setting
from tests.support import documents
from tests.support.telegram import FakeTelegram, User

PDF = "application/pdf"


async def to_document(user: User) -> None:
    """From nothing to where the document is asked for, in English, from English into Uzbek."""
    await user.sends("/start")
    await user.hears("Choose your language")
    await user.presses("English")
    await user.hears("Choose a branch")
    await user.presses(user.said[-1].buttons[0][0])
    await user.hears("Choose a service")
    await user.presses("Written translation")
    await user.hears("What language is the document in?")
    await user.presses("English")
    await user.hears("translate it into")
    await user.presses("Uzbek")
    await user.hears("up to 20 MB")


async def to_offer(user: User) -> Any:
    """From nothing to the price of a PDF of three pages."""
    await to_document(user)
    await user.sends_document("contract.pdf", documents.pdf(pages=3), PDF)
    await user.hears("contract.pdf: 3 p.")
    return await user.hears("Total:")


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_from_start_to_a_verified_payment(talk: Callable[..., None], setting: Setting, mode: str) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Aziz")
        offer = await to_offer(user)
        assert "English → Uzbek" in offer.text
        assert "pages: 3" in offer.text
        first = total(offer.text)
        await user.presses("➕ copy")
        two = await user.hears("Copies: 2", "Total:")
        assert two.kind == "edit"
        assert total(two.text) > first
        await user.presses("Urgent")
        urgent = await user.hears("Urgent", "Copies: 2", "Total:")
        assert total(urgent.text) > total(two.text)

        await user.presses("Place the order")
        placed = await user.hears("is placed. To pay:")
        number = placed.text.split()[1]
        await user.hears("Choose how to pay")
        await user.presses("Bank transfer")
        await user.hears("Bank transfer: pay", "receipt")
        await user.sends("I have paid")
        await user.hears("Send a photo of the receipt")
        await user.sends_photo(documents.jpeg())
        await user.hears("is recorded and awaits verification")

        accountant = setting.staff("accountant")
        order = next(row for row in accountant.orders.each() if row.number == number)
        assert (order.source, order.channel, order.priority) == ("telegram", "telegram", "urgent")
        assert order.customer is not None
        assert (order.lines[0].details["pages"], order.lines[0].details["copies"]) == (3, 2)
        payment = next(
            row
            for row in accountant.payments.each()
            if row.allocations and row.allocations[0].order == order.id
        )
        assert payment.state == "awaiting_verification"
        assert (payment.amount.amount, len(payment.proofs)) == (order.total.amount, 1)

        await user.sends("/orders")
        listed = await user.hears("Your orders")
        assert [label for label, _ in listed.buttons if number in label]
        await user.presses(number)
        shown = await user.hears(f"Order {number}", "is being verified")
        assert not [label for label, _ in shown.buttons if "Pay" in label]

        accountant.payments.transition(payment.id, body=models.PaymentTransition(transition="verify"))
        await _reaches(accountant, order.id, "payment_confirmed")
        await user.presses("Refresh")
        paid = await user.hears(f"Order {number}", "Outstanding: 0")
        assert paid.kind == "edit"
        assert "Payment confirmed" in paid.text

    talk(scene, mode=mode)


def test_a_rejected_payment_is_told_with_a_way_to_pay_again(
    talk: Callable[..., None], setting: Setting
) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        user = telegram.user("Dilnoza")
        await to_offer(user)
        await user.presses("Place the order")
        number = (await user.hears("is placed. To pay:")).text.split()[1]
        await user.hears("Choose how to pay")
        await user.presses("Bank transfer")
        await user.hears("Bank transfer: pay", "receipt")
        await user.sends("I have paid")
        await user.hears("Send a photo of the receipt")
        await user.sends_photo(documents.jpeg())
        await user.hears("is recorded and awaits verification")

        accountant = setting.staff("accountant")
        order = next(row for row in accountant.orders.each() if row.number == number)
        payment = next(
            row
            for row in accountant.payments.each()
            if row.allocations and row.allocations[0].order == order.id
        )
        await _reaches(accountant, order.id, "payment_received")
        body = models.PaymentTransition(transition="reject", reason="Another sum")
        accountant.payments.transition(payment.id, body=body)
        await _reaches(accountant, order.id, "payment_pending")
        await user.sends("/orders")
        await user.hears("Your orders")
        await user.presses(number)
        shown = await user.hears(f"Order {number}", "Payment pending", "Another sum")
        assert [label for label, _ in shown.buttons if "Pay" in label]

    talk(scene, mode="polling")


async def _reaches(staff: Any, order: str, state: str) -> None:
    for _ in range(50):
        if staff.orders.retrieve(order).state == state:
            return
        await asyncio.sleep(0.2)
    raise AssertionError(f"the order does not become {state}")


def total(text: str) -> int:
    """The amount of the line that begins with Total."""
    line = next(line for line in text.splitlines() if line.startswith("Total:"))
    return int("".join(letter for letter in line if letter.isdigit()))
