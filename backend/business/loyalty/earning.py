"""How the lines of a sale come to their points. Asks nothing and writes nothing.

1. A rule or a promotion fits a line where each thing that it is limited to is the line's or the customer's, and
   the lines that it fits come to its minimum together.
2. A line earns by one rule, the most specific that fits: by the sum of the weights of what it names, then the
   nearer category, the higher `rank`, and at last the older.

   | named          | weight |
   |----------------|--------|
   | product        | 512    |
   | service        | 512    |
   | category       | 256    |
   | customer class | 128    |
   | customer tag   | 64     |
   | customer kind  | 32     |
   | a period       | 16     |

3. Promotions that fit a line multiply its base: those that combine all together, or the greatest of those that do
   not, whichever is more. Never by so much that the points are worth more than what was paid for them, or more
   than one for each minor unit.
4. The lines of one rule are rounded once, together: for each whole `per` of the sum of their multiplied bases they
   earn `points`. These are split among the lines by their parts of that sum, by the largest remainder, so that the
   lines' points sum to them exactly.
"""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from backend.business.loyalty.models import Promotion, Rule, Targeted
from backend.kernel.money import split

WEIGHTS = {
    "product_id": 512,
    "service_id": 512,
    "category_id": 256,
    "customer_class": 128,
    "customer_tag": 64,
    "customer_kind": 32,
}
PERIOD = 16


@dataclass(frozen=True, slots=True)
class Buyer:
    """The customer as rules see it; one of whom nothing is known, by default."""

    class_code: str | None = None
    kind: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what of its price earns, in minor units, and what was sold. Categories are nearest first."""

    base: int
    service_id: uuid.UUID | None = None
    product_id: uuid.UUID | None = None
    categories: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What a line earns, and by what."""

    rule: Rule | None
    promotions: tuple[Promotion, ...]
    factor: Fraction
    points: int


def bases(nets: Sequence[int], *, total: int, redeemed: int) -> list[int]:
    """What earns of lines' prices without tax, in minor units: the part of the whole that points did not pay for.

    `total` is the price with tax that `redeemed` paid a part of. A line below nothing (a discount) earns nothing
    and lessens what the others earn. The parts sum to what the sale earns for, rounded down.
    """
    whole = sum(nets)
    paid = max(0, total - redeemed)
    if whole <= 0 or not paid:
        return [0] * len(nets)
    return split(whole * paid // total, [max(0, net) for net in nets])


def work_out(
    lines: Sequence[Line], buyer: Buyer, rules: Sequence[Rule], promotions: Sequence[Promotion]
) -> list[Share]:
    """What each line earns; see this module's beginning. Whether a rule is in force is the caller's to know."""
    ready = [rule for rule in rules if _reaches(rule, buyer, lines)]
    offered = [promotion for promotion in promotions if _reaches(promotion, buyer, lines)]
    found = []
    for line in lines:
        rule = min(
            (one for one in ready if _covers(one, line)), key=lambda one: _place(one, line), default=None
        )
        counting, factor = _factor(rule, [one for one in offered if _covers(one, line)])
        found.append((rule, counting, factor))
    points = [0] * len(lines)
    for rule in {one.pk: one for one, _, _ in found if one is not None}.values():
        places = [place for place, (one, _, _) in enumerate(found) if one is rule]
        parts = [lines[place].base * found[place][2] for place in places]
        earned = int(sum(parts) // rule.per) * rule.points
        if earned:
            unit = math.lcm(*(part.denominator for part in parts))
            for place, share in zip(places, split(earned, [int(part * unit) for part in parts]), strict=True):
                points[place] = share
    return [Share(*parts, points=earned) for parts, earned in zip(found, points, strict=True)]


def _covers(one: Targeted, line: Line) -> bool:
    return (
        (one.service_id is None or one.service_id == line.service_id)
        and (one.product_id is None or one.product_id == line.product_id)
        and (one.category_id is None or one.category_id in line.categories)
    )


def _reaches(one: Targeted, buyer: Buyer, lines: Sequence[Line]) -> bool:
    return (
        one.customer_class in (None, buyer.class_code)
        and one.customer_kind in (None, buyer.kind)
        and (one.customer_tag is None or one.customer_tag in buyer.tags)
        and sum(line.base for line in lines if _covers(one, line)) >= (one.minimum or 0)
    )


def _place(rule: Rule, line: Line) -> tuple[int, int, int, int]:
    """The key by which the least of the rules that fit counts."""
    weight = sum(points for name, points in WEIGHTS.items() if getattr(rule, name) is not None)
    if rule.valid_from is not None or rule.valid_until is not None:
        weight += PERIOD
    near = line.categories.index(rule.category_id) if rule.category_id else 0
    return -weight, near, -rule.rank, rule.pk.int


def _factor(rule: Rule | None, promotions: Sequence[Promotion]) -> tuple[tuple[Promotion, ...], Fraction]:
    """The promotions that count for a line of a rule, and what they multiply by."""
    if rule is None or not rule.points or not promotions:
        return (), Fraction(1)
    together = tuple(one for one in promotions if one.combines)
    product = math.prod((Fraction(one.factor) for one in together), start=Fraction(1))
    alone = max(
        (one for one in promotions if not one.combines),
        key=lambda one: (one.factor, -one.pk.int),
        default=None,
    )
    counting, factor = together, product
    if alone is not None and alone.factor > product:
        counting, factor = (alone,), Fraction(alone.factor)
    return counting, min(factor, Fraction(rule.per, rule.points * max(1, rule.value)))
