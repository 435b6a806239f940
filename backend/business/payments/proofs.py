"""Proofs that were seen before: the same receipt for two payments is worth a second look."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, JSONField, OuterRef, QuerySet, Value

from backend.business.payments import permissions as p
from backend.business.payments.models import PROOF_DIGESTS, Payment
from backend.kernel.permissions import Principal, scoped

MOST = 10
"""How many earlier payments a warning names at most."""


class _Share(Func):
    """Whether two columns of proofs have a file in common, by its digest."""

    output_field = BooleanField()
    conditional = True

    def as_sql(
        self, compiler: Any, connection: Any, *_args: Any, **_more: Any
    ) -> tuple[str, tuple[Any, ...]]:
        (one, first), (two, second) = (compiler.compile(part) for part in self.source_expressions)
        digests = f"jsonb_path_query_array({two}, '{PROOF_DIGESTS}')"
        return (
            f"jsonb_path_query_array({one}, '{PROOF_DIGESTS}')"
            f" ?| ARRAY(SELECT jsonb_array_elements_text({digests}))",
            (*first, *second),
        )


def _visible(principal: Principal) -> QuerySet[Payment]:
    return scoped(
        Payment.objects.exclude(proofs=[]),
        principal,
        p.VIEW,
        branch="branch_id",
        customer="customer_id",
        owner="recorded_by_id",
    )


def with_seen_before(rows: QuerySet[Payment], principal: Principal) -> QuerySet[Payment]:
    """`rows` with `seen_before`: the earlier payments that the caller sees and that share a proof, at most ten.

    One statement however many rows; an index over the digests finds them.
    """
    earlier = _visible(principal).filter(_Share(F("proofs"), OuterRef("proofs")), pk__lt=OuterRef("pk"))
    return rows.annotate(seen_before=ArraySubquery(earlier.order_by("pk").values("pk")[:MOST]))


def seen_before(principal: Principal, digests: Iterable[str]) -> list[uuid.UUID]:
    """The payments that the caller sees with one of these files as a proof, oldest first, at most ten."""
    wanted = [{"sha256": digest} for digest in digests]
    if not wanted:
        return []
    rows = _visible(principal).filter(_Share(F("proofs"), Value(wanted, output_field=JSONField())))
    return list(rows.order_by("pk").values_list("pk", flat=True)[:MOST])
