"""Workflows come with a business's pack."""

from __future__ import annotations

from collections.abc import Sequence

from backend.business.orders.models import Workflow
from backend.business.orders.types import WorkflowSpec
from backend.business.orders.workflow import parse


def seed_workflows(specs: Sequence[WorkflowSpec]) -> None:
    """Stores the first version of workflows, in one statement; those that are there stay as they are.

    Raises ValueError for a definition that does not hold together.
    """
    for spec in specs:
        parse(spec.code, spec.definition)
    Workflow.objects.bulk_create(
        [
            Workflow(code=spec.code, names=dict(spec.names), definition=dict(spec.definition))
            for spec in specs
        ],
        ignore_conflicts=True,
    )
