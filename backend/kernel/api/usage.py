"""How much a business has of what its plan limits, as the API shows it: to the operator and to the business."""

from __future__ import annotations

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read
from backend.kernel.limits import LIMITS


class UsageRead(Read):
    """A thing that plans limit."""

    name = f.Choice(list(LIMITS), enum="LimitName")
    label = f.Computed(lambda row, ctx: str(row.label), f.Text())  # type: ignore[assignment]  # a field's name
    used = f.Int(help_text="How much there is; more than the limit after a change to a smaller plan.")
    limit = f.Int(allow_null=True, help_text="How much there may be; null is as much as one likes.")
    left = f.Computed(
        lambda row, ctx: None if row.limit is None else max(0, row.limit - row.used),
        f.Int(),
        allow_null=True,
        help_text="How much can be added; null is as much as one likes.",
    )
    plan_limit = f.Int(allow_null=True, help_text="What the plan holds.")
    overridden = f.Bool(help_text="Whether the business has a limit of its own instead.")
    overridden_until = f.DateTime(allow_null=True)
