from typing import Literal

LedgerAccountField = Literal[
    "active",
    "allowed_actions",
    "code",
    "control",
    "created_at",
    "default",
    "heading",
    "id",
    "level",
    "name",
    "parent",
    "role",
    "section",
    "side",
    "updated_at",
    "used",
    "version",
]

LEDGER_ACCOUNT_FIELD_VALUES: set[LedgerAccountField] = {
    "active",
    "allowed_actions",
    "code",
    "control",
    "created_at",
    "default",
    "heading",
    "id",
    "level",
    "name",
    "parent",
    "role",
    "section",
    "side",
    "updated_at",
    "used",
    "version",
}


def check_ledger_account_field(value: str) -> LedgerAccountField:
    if value in LEDGER_ACCOUNT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ACCOUNT_FIELD_VALUES!r}")
