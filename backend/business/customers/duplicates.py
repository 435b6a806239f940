"""Who may be the same customer as another: by contacts, tax number, names and identity document."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.functions import Cast

from backend.business.customers.contacts import key_of, words_of
from backend.business.customers.models import Customer
from backend.business.customers.personal import ERASED
from backend.business.customers.selectors import customers_for
from backend.business.customers.types import CustomerKind, Duplicate, Sameness
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal

SCORES: Mapping[Sameness, int] = {
    Sameness.PHONE: 60,
    Sameness.EMAIL: 60,
    Sameness.TELEGRAM: 60,
    Sameness.TAX_ID: 60,
    Sameness.LEGAL_NAME: 40,
    Sameness.NAME: 40,
    Sameness.SIMILAR_NAME: 25,
    Sameness.IDENTITY: 30,
}
"""What each reason is worth; a score is their sum, 100 at most."""
PROVED = 25
"""What a shared contact is worth besides where one of the two has shown it to be theirs."""
SIMILAR = 0.85
"""From which ratio of equal letters names are similar."""
CANDIDATES = 200
"""How many rows are weighed at most: a name that so many have says nothing."""
MOST = 20
"""How many duplicates are answered at most."""
_PREFIX = 2
"""Letters of a word that must be equal where the rest may be misspelt."""
_WORDS = 6
"""Words of a name that are looked for at most."""


def duplicates_of(principal: Principal, customer_id: uuid.UUID) -> list[Duplicate]:
    """The customers who may be the same as one, the likeliest first; only such as the caller may see. Two queries.

    Those that were merged or erased are nobody's duplicates, and have none. A name of one word is no reason to look:
    it counts where there is another. Raises ResourceNotFound.
    """
    seen = customers_for(principal)
    row = seen.filter(pk=customer_id).first()
    if row is None:
        raise ResourceNotFound()
    wanted = _wanted(row)
    if wanted is None or row.merged_into_id is not None:
        return []
    others = (
        seen.filter(wanted, merged_into=None)
        .exclude(pk=customer_id)
        .exclude(name=ERASED, active=False)
        .order_by("-pk")[:CANDIDATES]
    )
    found = [one for one in (_weighed(row, other) for other in others) if one is not None]
    return sorted(found, key=lambda one: (-one.score, one.customer))[:MOST]


def _wanted(row: Customer) -> Q | None:
    """Who is worth weighing, by the two GIN indexes; None where the customer has nothing to go by."""
    conditions = []
    if row.contacts:
        conditions.append(Q(contact_keys__overlap=[key_of(one) for one in row.contacts]))
    texts = [*_alternatives(words_of(row.name)), *_alternatives(words_of(row.legal_name or ""))]
    if words := words_of(row.tax_id or ""):
        texts.append(_all(map(_word, words)))
    if texts:
        # Cast, as the search of customers does: a parser would cut the words otherwise than they were stored.
        query = Cast(Value(" | ".join(texts), TextField()), SearchQueryField())
        matches: Any = Func(
            F("search"), query, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField()
        )
        conditions.append(Q(matches))
    if not conditions:
        return None
    wanted = conditions[0]
    for condition in conditions[1:]:
        wanted |= condition
    return wanted


def _alternatives(words: Sequence[str]) -> list[str]:
    """What a name like this matches: each word in turn may be misspelt after its beginning, or of three be absent."""
    words = sorted(set(words))[:_WORDS]
    if len(words) < 2:
        return []
    found = []
    for index, word in enumerate(words):
        rest = [_word(one) for one in words[:index] + words[index + 1 :]]
        found.append(_all(rest if len(words) > 2 else [*rest, _word(word[:_PREFIX]) + ":*"]))
    return found


def _all(terms: Iterable[str]) -> str:
    return "(" + " & ".join(terms) + ")"


def _word(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def _weighed(row: Customer, other: Customer) -> Duplicate | None:
    """The other with the reasons that speak for it; None where none does."""
    reasons: list[Sameness] = []
    score = 0
    theirs = {key_of(one): one for one in other.contacts}
    for mine in row.contacts:
        twin = theirs.get(key_of(mine))
        if twin is not None:
            reasons.append(Sameness(mine["kind"]))
            score += SCORES[reasons[-1]] + (PROVED if mine["verified"] or twin["verified"] else 0)
    by_name = _name_reason(row.name, other.name)
    same = {
        Sameness.TAX_ID: _equal(row.tax_id, other.tax_id),
        Sameness.LEGAL_NAME: _equal(row.legal_name, other.legal_name),
        Sameness.IDENTITY: _same_identity(row.identity, other.identity),
        **({by_name: True} if by_name is not None else {}),
    }
    for reason, holds in same.items():
        if holds:
            reasons.append(reason)
            score += SCORES[reason]
    if not reasons or (set(reasons) == {Sameness.NAME} and len(words_of(row.name)) < 2):
        return None
    return Duplicate(
        customer=other.pk,
        name=other.name,
        kind=CustomerKind(other.kind),
        branch=other.branch_id,
        active=other.active,
        score=min(100, score),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _equal(mine: str | None, theirs: str | None) -> bool:
    words = sorted(words_of(mine or ""))
    return bool(words) and words == sorted(words_of(theirs or ""))


def _name_reason(mine: str, theirs: str) -> Sameness | None:
    one, other = sorted(words_of(mine)), sorted(words_of(theirs))
    if not one or not other:
        return None
    if one == other:
        return Sameness.NAME
    ratio = SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio()
    shorter, longer = sorted((set(one), set(other)), key=len)
    # Of three names two are the same, as where one is told without the patronymic.
    within = len(shorter) > 1 and shorter < longer
    return Sameness.SIMILAR_NAME if within or ratio >= SIMILAR else None


def _same_identity(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether kind, issuer and the last characters of the number are equal: the number itself is sealed."""
    told = ("kind", "country", "last")
    return bool(mine) and bool(theirs) and bool(mine["last"]) and all(mine[n] == theirs[n] for n in told)
