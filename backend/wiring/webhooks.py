"""Every event goes to the webhook endpoints that want it."""

from __future__ import annotations

from backend.business.webhooks import facade as webhooks
from backend.kernel.events import on_every

on_every(name="webhooks.plan", run=webhooks.plan_deliveries, wanted=webhooks.wanted_types)
