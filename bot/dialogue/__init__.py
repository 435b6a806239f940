"""The dialogue: a module a stretch of the way, joined into one router."""

from __future__ import annotations

from aiogram import Router

from bot.dialogue import document, fallback, general, offer, orders, payment, selection


def router() -> Router:
    """A fresh router of the whole dialogue. Commands come first, what nobody understands last."""
    root = Router(name="dialogue")
    for module in (general, orders, selection, document, offer, payment, fallback):
        root.include_router(module.make_router())
    return root
