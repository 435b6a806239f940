"""Branch, service and languages."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.business import Customer
from bot.dialogue import document
from bot.dialogue.common import Act, Memory, Ordering, Pick, button, column, message_of, strip


def make_router() -> Router:
    """The handlers."""
    router = Router(name="selection")
    for state, what, handler in (
        (Ordering.branch, "branch", pick_branch),
        (Ordering.service, "service", pick_service),
        (Ordering.source, "source", pick_source),
        (Ordering.target, "target", pick_target),
    ):
        router.callback_query.register(handler, state, Pick.filter(F.what == what))
    # Elsewhere in the dialogue the branch is chosen already.
    router.message.register(nearest, StateFilter(None, Ordering.branch), F.location)
    return router


def _choice(
    customer: Customer, what: str, rows: list[tuple[str, str]], *, width: int = 1
) -> InlineKeyboardMarkup:
    keyboard = column((button(name, Pick(what=what, id=id_)) for id_, name in rows), width=width)
    stop = button(customer.texts("cancel.button"), Act(name="cancel"))
    return InlineKeyboardMarkup(inline_keyboard=[*keyboard.inline_keyboard, [stop]])


async def begin(message: Message, state: FSMContext, customer: Customer) -> None:
    """Asks for the branch; where there is one only, it is taken."""
    branches = await customer.branches()
    if not branches:
        await state.clear()
        await message.answer(customer.texts("branch.none"))
        return
    await state.set_data({})
    if len(branches) == 1:
        await _take_branch(message, state, customer, branches[0].id, branches[0].timezone)
        return
    await state.set_state(Ordering.branch)
    rows = [(row.id, str(row.name)) for row in branches]
    await message.answer(customer.texts("branch.ask"), reply_markup=_choice(customer, "branch", rows))


async def nearest(message: Message, state: FSMContext, customer: Customer) -> None:
    """Begins an order with the branches nearest to where the customer is."""
    place = message.location
    assert place is not None, "only a location comes here"
    branches = await customer.branches_near(place.latitude, place.longitude)
    if not branches:
        await message.answer(customer.texts("branch.no_places"))
        await begin(message, state, customer)
        return
    await state.set_data({})
    await state.set_state(Ordering.branch)
    texts = customer.texts
    rows = [
        (row.id, texts("branch.away", name=str(row.name), distance=texts.kilometres(row.distance_m or 0)))
        for row in branches
    ]
    await message.answer(texts("branch.nearest"), reply_markup=_choice(customer, "branch", rows))


async def pick_branch(
    query: CallbackQuery, callback_data: Pick, state: FSMContext, customer: Customer
) -> None:
    """Takes the branch."""
    branch = await customer.branch(callback_data.id)
    await query.answer()
    await strip(query)
    message = message_of(query)
    if message is not None:
        await _take_branch(message, state, customer, branch.id, branch.timezone)


async def _take_branch(message: Message, state: FSMContext, customer: Customer, id_: str, zone: str) -> None:
    services = await customer.services()
    if not services:
        await state.clear()
        await message.answer(customer.texts("service.none"))
        return
    await state.update_data(Memory(branch=id_, zone=zone))
    await state.set_state(Ordering.service)
    rows = [(row.id, str(row.name)) for row in services]
    await message.answer(customer.texts("service.ask"), reply_markup=_choice(customer, "service", rows))


async def pick_service(
    query: CallbackQuery, callback_data: Pick, state: FSMContext, customer: Customer
) -> None:
    """Takes the service; one that translates is asked for its languages."""
    service = await customer.service(callback_data.id)
    await query.answer()
    await strip(query)
    message = message_of(query)
    if message is None:
        return
    pair = "language_pair" in {str(one) for one in service.required_inputs}
    await state.update_data(Memory(service=service.id, pair=pair))
    if not pair:
        await document.ask(message, state, customer)
        return
    names = await customer.language_names()
    sources = list(dict.fromkeys(source for source, _ in await customer.language_pairs()))
    rows = [(code, names.get(code, code)) for code in sources]
    await state.set_state(Ordering.source)
    await message.answer(
        customer.texts("source.ask"), reply_markup=_choice(customer, "source", rows, width=2)
    )


async def pick_source(
    query: CallbackQuery, callback_data: Pick, state: FSMContext, customer: Customer
) -> None:
    """Takes the document's language."""
    names = await customer.language_names()
    targets = [target for source, target in await customer.language_pairs() if source == callback_data.id]
    await query.answer()
    await strip(query)
    message = message_of(query)
    if message is None:
        return
    await state.update_data(Memory(source=callback_data.id))
    await state.set_state(Ordering.target)
    rows = [(code, names.get(code, code)) for code in targets]
    await message.answer(
        customer.texts("target.ask"), reply_markup=_choice(customer, "target", rows, width=2)
    )


async def pick_target(
    query: CallbackQuery, callback_data: Pick, state: FSMContext, customer: Customer
) -> None:
    """Takes the language to translate into."""
    await query.answer()
    await strip(query)
    await state.update_data(Memory(target=callback_data.id))
    message = message_of(query)
    if message is not None:
        await document.ask(message, state, customer)
