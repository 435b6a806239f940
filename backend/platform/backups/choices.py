"""What merging means, table by table: said in the wiring, which knows all domains, and asked for here."""

from __future__ import annotations

from collections.abc import Mapping

from backend.platform.backups.engine.merging.choices import Choice, Rules, Settle

LOG = "audit_entry"

_tables: dict[str, Choice] = {}
_erased: dict[str, str] = {}
_settle: dict[str, Settle] = {}


def register_choices(choices: Mapping[str, Choice]) -> None:
    """Says what merging means for tables. Raises ValueError for a table that has a choice already."""
    for table, choice in choices.items():
        if _tables.setdefault(table, choice) is not choice:
            raise ValueError(f"{table} has a choice already")


def register_erased(table: str, query: str) -> None:
    """Adds a query, over `{live}` and `{staging}`, for the keys of a table whose people's data was erased."""
    _erased[table] = query


def register_settling(table: str, settle: Settle) -> None:
    """Adds what is to be put right, as the owner and in the merge's transaction, where rows of a table came back."""
    _settle[table] = settle


def rules() -> Rules:
    """Everything that was said."""
    return Rules(tables=dict(_tables), erased=dict(_erased), log=LOG, settle=dict(_settle))
