"""Which rule counts: the most specific one that fits.

A rule fits a line when it is of the component asked for, in force at the time, in the currency, and each
dimension that it names is the line's. Among those that fit, the greatest by this order counts:

1. the weight, the sum of what the rule names:

   | dimension      | weight |
   |----------------|--------|
   | variant        | 1024   |
   | product        | 512    |
   | service        | 512    |
   | category       | 256    |
   | customer class | 128    |
   | branch         | 64     |
   | channel        | 32     |
   | source         | 8      |
   | target         | 8      |
   | document type  | 4      |

   An earlier dimension of the table outweighs all later ones together, but for source and target, which
   count alike: a price for the customer's class goes before one for the branch, whatever else that names.
2. the nearer category, then the nearer branch: a branch's own price goes before its parent's.
3. the higher `rank`, which the business sets to break a tie.
4. the later `effective_from`, the higher version, and at last the later id, so that there is one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from backend.business.pricing.types import (
    Component,
    EngineLine,
    EngineRequest,
    OptionFormula,
    Rule,
)

WEIGHTS: dict[str, int] = {
    "variant": 1024,
    "product": 512,
    "service": 512,
    "category": 256,
    "customer_class": 128,
    "branch": 64,
    "channel": 32,
    "source": 8,
    "target": 8,
    "document_type": 4,
}
"""The published weights, by dimension."""
_WEIGHTS = [(attrgetter(name), points) for name, points in WEIGHTS.items()]

Test = Callable[[Rule, EngineRequest, EngineLine], bool]


def _item(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return (
        (rule.service is None or rule.service == line.service)
        and (rule.product is None or rule.product == line.product)
        and (rule.variant is None or rule.variant == line.variant)
        and (rule.category is None or rule.category in line.categories)
    )


def _period(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return rule.effective_from <= request.at and (
        rule.effective_until is None or request.at < rule.effective_until
    )


def _currency(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return rule.currency == request.currency.code


def _pair(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return (rule.source is None or rule.source == line.source) and (
        rule.target is None or rule.target == line.target
    )


def _document_type(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return rule.document_type is None or rule.document_type == line.document_type


def _customer_class(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return rule.customer_class is None or rule.customer_class == request.customer_class


def _branch(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return rule.branch is None or rule.branch in request.branches


def _channel(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    return rule.channel is None or rule.channel == request.channel


TESTS: tuple[tuple[str, Test], ...] = (
    ("item", _item),
    ("period", _period),
    ("currency", _currency),
    ("language_pair", _pair),
    ("document_type", _document_type),
    ("customer_class", _customer_class),
    ("branch", _branch),
    ("channel", _channel),
)
"""The dimensions in the order in which a missing price is looked for."""


def fits(rule: Rule, request: EngineRequest, line: EngineLine) -> bool:
    """Whether every dimension that the rule names is the line's."""
    # As TESTS has them: this is asked of each rule for each part of each line.
    return (
        _item(rule, request, line)
        and _period(rule, request, line)
        and _currency(rule, request, line)
        and _pair(rule, request, line)
        and _document_type(rule, request, line)
        and _customer_class(rule, request, line)
        and _branch(rule, request, line)
        and _channel(rule, request, line)
    )


def weight(rule: Rule) -> int:
    """The sum of the weights of the dimensions that the rule names."""
    return sum([points for value_of, points in _WEIGHTS if value_of(rule) is not None])


def order(rule: Rule, request: EngineRequest, line: EngineLine) -> tuple[Any, ...]:
    """The key by which the greatest of the fitting rules counts."""
    near_category = -line.categories.index(rule.category) if rule.category else 0
    near_branch = -request.branches.index(rule.branch) if rule.branch else 0
    return (
        weight(rule),
        near_category,
        near_branch,
        rule.rank,
        rule.effective_from,
        rule.version,
        rule.id.int,
    )


def best_rule(
    component: Component, request: EngineRequest, line: EngineLine, rules: Iterable[Rule]
) -> tuple[Rule, int] | None:
    """The rule of a component that counts for a line, with its weight; None where none fits."""
    fitting = [rule for rule in rules if rule.component is component and fits(rule, request, line)]
    if not fitting:
        return None
    best = max(fitting, key=lambda rule: order(rule, request, line))
    return best, weight(best)


def option_rules(
    request: EngineRequest, line: EngineLine, rules: Sequence[Rule]
) -> list[tuple[str, Rule, int]]:
    """For each option that the line answers and a rule prices: its code, the rule that counts, its weight."""
    found = []
    for code in sorted(line.options):
        about = [
            rule for rule in rules if isinstance(rule.formula, OptionFormula) and rule.formula.option == code
        ]
        best = best_rule(Component.OPTION, request, line, about)
        if best is not None:
            found.append((code, *best))
    return found


def missing_dimension(
    component: Component, request: EngineRequest, line: EngineLine, rules: Iterable[Rule]
) -> str:
    """The first dimension that leaves no rule: `item` where nothing is priced for the item at all."""
    left = [rule for rule in rules if rule.component is component]
    for name, test in TESTS:
        left = [rule for rule in left if test(rule, request, line)]
        if not left:
            return name
    raise ValueError("a rule fits: nothing is missing")
