"""Writes of payments, one use case a module."""

from backend.business.payments.services.allocating import allocate_credit
from backend.business.payments.services.methods import (
    create_payment_method,
    seed_payment_methods,
    update_payment_method,
)
from backend.business.payments.services.recording import add_proofs, record_payment, record_tender
from backend.business.payments.services.verifying import transition_payment

__all__ = [
    "add_proofs",
    "allocate_credit",
    "create_payment_method",
    "record_payment",
    "record_tender",
    "seed_payment_methods",
    "transition_payment",
    "update_payment_method",
]
