"""What accounts asks of higher layers, which register themselves when the process starts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping

from backend.core.accounts.types import BranchParents, CustomerHomes, KnownIds

_known: dict[str, KnownIds] = {}
_parents: list[BranchParents] = []
_homes: list[CustomerHomes] = []
_impersonators: list[Callable[[uuid.UUID], bool]] = []
_telegram: list[Callable[[int, str], bool]] = []
_notices: dict[str, Callable[[uuid.UUID], tuple[str, str] | None]] = {}


def register_notice(kind: str, words: Callable[[uuid.UUID], tuple[str, str] | None]) -> None:
    """Names the function that gives subject (`{business}` is put in) and text of a mail of this kind about something,
    in the language that is active; None where there is nothing to tell any more.
    """
    _notices[kind] = words


def notice(kind: str, subject_id: uuid.UUID) -> tuple[str, str] | None:
    """Subject and text of a mail of this kind; None where nobody knows any."""
    words = _notices.get(kind)
    return words(subject_id) if words is not None else None


def register_branches(known: KnownIds, parents: BranchParents) -> None:
    """Names the functions that say which of some branch ids exist in the business that runs, and which
    branch each of its branches lies under. When that changes, `facade.forget_rights` must be called.
    """
    _known["branch"] = known
    _parents[:] = [parents]


def branches_under(branch_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, frozenset[uuid.UUID]]:
    """Each of the branches with those below it, itself included; only itself where nobody knows more.

    One query where there are ids, none otherwise.
    """
    if not branch_ids:
        return {}
    children: dict[uuid.UUID, list[uuid.UUID]] = {}
    for branch, parent in (_parents[0]() if _parents else {}).items():
        if parent is not None:
            children.setdefault(parent, []).append(branch)
    result = {}
    for root in branch_ids:
        found, open_ = {root}, [root]
        while open_:
            new = [child for child in children.get(open_.pop(), ()) if child not in found]
            found.update(new)
            open_ += new
        result[root] = frozenset(found)
    return result


def register_customers(known: KnownIds, homes: CustomerHomes) -> None:
    """Names the functions that say which of some customer ids exist in the business that runs, and which of them
    are active, with their branches.
    """
    _known["customer"] = known
    _homes[:] = [homes]


def homes_of(customer_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, uuid.UUID | None]:
    """The branches of those of some customers that are there and active; None for a customer of no branch.

    Where nobody answers, each is taken for one of no branch.
    """
    return _homes[0](customer_ids) if _homes else dict.fromkeys(customer_ids)


def missing(kind: str, ids: set[uuid.UUID]) -> set[uuid.UUID]:
    """Of the ids of a kind (`branch`, `customer`), those that do not exist; none where nobody answers.

    An id of nowhere reaches no row, so an unregistered kind loosens no right.
    """
    known = _known.get(kind)
    if known is None or not ids:
        return set()
    return ids - set(known(ids))


def register_impersonators(may: Callable[[uuid.UUID], bool]) -> None:
    """Names the function that says whether an operator may act for users still; it enters the public schema."""
    _impersonators[:] = [may]


def may_impersonate(operator_id: uuid.UUID) -> bool:
    """Whether an operator may act for users still; nobody where nobody answers."""
    return bool(_impersonators) and _impersonators[0](operator_id)


def register_telegram(send: Callable[[int, str], bool]) -> None:
    """Names the function that sends a text to a Telegram account, and says whether it went."""
    _telegram[:] = [send]


def send_telegram(telegram_id: int, text: str) -> bool:
    """Sends a text, at once and over the network; False where it did not go or nobody can send.

    Call it outside of a transaction.
    """
    return bool(_telegram) and _telegram[0](telegram_id, text)
