"""What may be allowed around orders."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("orders.order.view", group="orders", label=_("See orders"))
CREATE = permission("orders.order.create", group="orders", label=_("Place orders"))
UPDATE = permission("orders.order.update", group="orders", label=_("Change orders"))
PROCESS = permission("orders.order.process", group="orders", label=_("Move orders through the work"))
CONFIRM_PAYMENT = permission(
    "orders.order.confirm_payment", group="orders", label=_("Confirm that orders are paid")
)
COMPLETE = permission("orders.order.complete", group="orders", label=_("Complete orders"))
CANCEL = permission("orders.order.cancel", group="orders", label=_("Cancel orders"))
HAND_OVER = permission(
    "orders.order.hand_over",
    group="orders",
    label=_("Hand orders over to other branches, and take them over"),
)
VIEW_NOTES = permission("orders.note.view", group="orders", label=_("See internal notes of orders"))
ADD_NOTES = permission("orders.note.add", group="orders", label=_("Add notes to orders"))
VIEW_WORKFLOWS = permission("orders.workflow.view", group="orders", label=_("See workflows"))
