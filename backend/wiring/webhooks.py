"""Every event goes to the webhook endpoints that want it; who manages an endpoint hears that it was switched off."""

from __future__ import annotations

from backend.business.webhooks import facade as webhooks
from backend.business.webhooks.events import WebhookEndpointDisabled
from backend.core.accounts import facade as accounts
from backend.kernel.events import Recorded, on, on_every


def tell_managers(recorded: Recorded) -> None:
    """A mail to everybody who may manage webhooks: the endpoint itself hears no more."""
    accounts.notify_holders(
        accounts.MailKind.WEBHOOK_DISABLED, permission=webhooks.MANAGE.code, subject_id=recorded.subject_id
    )


on_every(name="webhooks.plan", run=webhooks.plan_deliveries, wanted=webhooks.wanted_types)
accounts.register_notice(accounts.MailKind.WEBHOOK_DISABLED, webhooks.disabled_notice)
on(WebhookEndpointDisabled, name="webhooks.tell_managers", run=tell_managers)
