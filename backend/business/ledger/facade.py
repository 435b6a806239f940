"""What other domains may call. Entries are built with `types.Entry`, `debit` and `credit`, by the codes here.

ledger.post([Entry(key=f"payment:{payment.id}", at=at, description="PAY-2026-000001",
                   legs=(debit(ledger.CASH, amount), credit(ledger.CUSTOMER_ADVANCES, amount)),
                   unit=payment.branch_id, subject_type="payment", subject_id=payment.id)])
"""

from __future__ import annotations

from backend.business.ledger.book import adapt_book, add_unit, current_book, find_book, open_book
from backend.business.ledger.chart import (
    ACCOUNTS_PAYABLE,
    ACCOUNTS_RECEIVABLE,
    BAD_DEBTS,
    BANK,
    BANK_FEES,
    CARD_CLEARING,
    CASH,
    COST_OF_GOODS,
    CUSTOMER_ADVANCES,
    DEFAULT_CHART,
    DISCOUNTS,
    EXCHANGE_GAINS,
    EXCHANGE_LOSSES,
    INVENTORY,
    LOYALTY_EXPENSE,
    LOYALTY_LIABILITY,
    OPERATING_EXPENSES,
    OWNERS_EQUITY,
    RETAINED_EARNINGS,
    REVENUE_CERTIFICATION,
    REVENUE_DELIVERY,
    REVENUE_PRODUCTS,
    REVENUE_SERVICES,
    REVENUE_TRANSLATION,
    REVENUE_WORKSHOP,
    REVENUE_WRITING,
    ROUNDING,
    TAX_PAYABLE,
)
from backend.business.ledger.posting import post, reverse
from backend.business.ledger.selectors import account_exists, entries
from backend.business.ledger.services import close_period, reopen_period
from backend.business.ledger.statements import balance_drift, balances, statement

__all__ = [
    "ACCOUNTS_PAYABLE",
    "ACCOUNTS_RECEIVABLE",
    "BAD_DEBTS",
    "BANK",
    "BANK_FEES",
    "CARD_CLEARING",
    "CASH",
    "COST_OF_GOODS",
    "CUSTOMER_ADVANCES",
    "DEFAULT_CHART",
    "DISCOUNTS",
    "EXCHANGE_GAINS",
    "EXCHANGE_LOSSES",
    "INVENTORY",
    "LOYALTY_EXPENSE",
    "LOYALTY_LIABILITY",
    "OPERATING_EXPENSES",
    "OWNERS_EQUITY",
    "RETAINED_EARNINGS",
    "REVENUE_CERTIFICATION",
    "REVENUE_DELIVERY",
    "REVENUE_PRODUCTS",
    "REVENUE_SERVICES",
    "REVENUE_TRANSLATION",
    "REVENUE_WORKSHOP",
    "REVENUE_WRITING",
    "ROUNDING",
    "TAX_PAYABLE",
    "account_exists",
    "adapt_book",
    "add_unit",
    "balance_drift",
    "balances",
    "close_period",
    "current_book",
    "entries",
    "find_book",
    "open_book",
    "post",
    "reopen_period",
    "reverse",
    "statement",
]
