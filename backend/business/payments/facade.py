"""What other domains may ask of payments."""

from __future__ import annotations

from backend.business.payments.accounts import receives_on
from backend.business.payments.attaching import attach_customer, joined_to
from backend.business.payments.merging import (
    following,
    move_to_customer,
    places_of_customer,
    return_from_customer,
    subjects_of,
)
from backend.business.payments.personal import (
    customers_with_balance,
    erase_personal_data,
    personal_data,
)
from backend.business.payments.receivables import (
    balances_for,
    cancel_receivable,
    earn_receivable,
    move_receivable,
    open_receivable,
)
from backend.business.payments.selectors import (
    control_sums,
    customer_balance,
    moments_of_subject,
    tender_branch,
    voided_sources,
)
from backend.business.payments.services import record_tender, seed_payment_methods
from backend.business.payments.settling import paid_of_subjects

__all__ = [
    "attach_customer",
    "balances_for",
    "cancel_receivable",
    "control_sums",
    "customer_balance",
    "customers_with_balance",
    "earn_receivable",
    "erase_personal_data",
    "following",
    "joined_to",
    "moments_of_subject",
    "move_receivable",
    "move_to_customer",
    "open_receivable",
    "paid_of_subjects",
    "personal_data",
    "places_of_customer",
    "receives_on",
    "record_tender",
    "return_from_customer",
    "seed_payment_methods",
    "subjects_of",
    "tender_branch",
    "voided_sources",
]
