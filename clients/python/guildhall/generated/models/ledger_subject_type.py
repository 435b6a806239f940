from typing import Literal

LedgerSubjectType = Literal[
    "allocation",
    "branch",
    "customer",
    "job",
    "loyalty_account",
    "order",
    "payment",
    "points_lot",
    "product",
    "quote",
    "receivable",
    "redemption",
    "variant",
]

LEDGER_SUBJECT_TYPE_VALUES: set[LedgerSubjectType] = {
    "allocation",
    "branch",
    "customer",
    "job",
    "loyalty_account",
    "order",
    "payment",
    "points_lot",
    "product",
    "quote",
    "receivable",
    "redemption",
    "variant",
}


def check_ledger_subject_type(value: str) -> LedgerSubjectType:
    if value in LEDGER_SUBJECT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_SUBJECT_TYPE_VALUES!r}")
