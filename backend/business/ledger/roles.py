"""What the roles of django-ledger's accounts mean for statements and for cash flow."""

from __future__ import annotations

from collections.abc import Iterable

from django_ledger.io import roles as library

from backend.business.ledger.types import Activity

CASH = library.ASSET_CA_CASH

_SECTIONS: tuple[tuple[str, str], ...] = (
    # The first prefix that fits decides, so the narrower ones stand first.
    ("asset_ca_", "current_assets"),
    ("asset_", "non_current_assets"),
    ("lia_cl_", "current_liabilities"),
    ("lia_", "non_current_liabilities"),
    ("eq_", "equity"),
    ("in_operational", "revenue"),
    ("in_", "other_income"),
    ("cogs_", "cost_of_sales"),
    ("ex_regular", "operating_expenses"),
    ("ex_depreciation", "operating_expenses"),
    ("ex_amortization", "operating_expenses"),
    ("ex_", "other_expenses"),
)

ROLES: frozenset[str] = frozenset(
    role for _, group in library.ACCOUNT_ROLE_CHOICES for role, _ in group if role not in library.ROOT_GROUP
)
"""Every role that an account of ours can have."""

_INVESTING = frozenset(library.GROUP_NON_CURRENT_ASSETS) | {library.ASSET_CA_MKT_SECURITIES}
_FINANCING = frozenset(
    (
        library.LIABILITY_CL_CREDIT_LINE,
        library.LIABILITY_CL_ST_NOTES_PAYABLE,
        library.LIABILITY_CL_LTD_MATURITIES,
        library.LIABILITY_LTL_NOTES_PAYABLE,
        library.LIABILITY_LTL_BONDS_PAYABLE,
        library.LIABILITY_LTL_MORTGAGE_PAYABLE,
        library.EQUITY_CAPITAL,
        library.EQUITY_COMMON_STOCK,
        library.EQUITY_PREFERRED_STOCK,
        library.EQUITY_DIVIDENDS,
    )
)
_ROOT = {"1": library.ROOT_ASSETS, "2": library.ROOT_LIABILITIES, "3": library.ROOT_CAPITAL,
         "4": library.ROOT_INCOME, "5": library.ROOT_COGS, "6": library.ROOT_EXPENSES}  # fmt: skip
_DIGIT = {"asset": "1", "lia": "2", "eq": "3", "in": "4", "cogs": "5", "ex": "6"}


def earns(role: str) -> bool:
    """Whether sales can be posted to accounts of a role: income, or what is income later (gift cards)."""
    return role.startswith("in_") or role == library.LIABILITY_CL_DEFERRED_REVENUE


def section(role: str) -> str:
    """The section of a balance sheet or income statement that accounts of a role stand in."""
    for prefix, name in _SECTIONS:
        if role.startswith(prefix):
            return name
    raise LookupError(f"{role!r} is not a role of an account")


def digit(role: str) -> str:
    """The first digit of the code of an account with this role."""
    return _DIGIT[role.partition("_")[0]]


def root(role: str) -> str:
    """The library's root role under which an account with this role stands."""
    return _ROOT[digit(role)]


def is_temporary(role: str) -> bool:
    """Whether the account's balance belongs to an income statement rather than to a balance sheet."""
    return role.startswith(("in_", "cogs_", "ex_"))


def activity_of(legs: Iterable[tuple[str, int]]) -> Activity | None:
    """The activity of an entry, from (role, amount in minor units) of its legs; None where no cash moves.

    The roles that stand against cash decide; where they disagree, the kind with the larger amount does, and
    operating where they are equal. (The library refuses such entries and files a payment to a supplier
    under financing; see adr/0003.)
    """
    cash = False
    weight = {Activity.OPERATING: 0, Activity.INVESTING: 0, Activity.FINANCING: 0}
    for role, amount in legs:
        if role == CASH:
            cash = True
        elif role in _INVESTING:
            weight[Activity.INVESTING] += amount
        elif role in _FINANCING:
            weight[Activity.FINANCING] += amount
        else:
            weight[Activity.OPERATING] += amount
    if not cash or not any(weight.values()):
        # Cash moved between two cash accounts is no flow of the business.
        return None
    return max(weight, key=lambda kind: (weight[kind], kind is Activity.OPERATING))
