"""Webhooks: a business's events, sent to the addresses that it registers, as Standard Webhooks.

Purpose: endpoints with their secrets; one delivery for each event and endpoint, signed, retried on a
published schedule, and logged attempt by attempt.
Tables: webhooks_webhookendpoint, webhooks_webhookdelivery (tenant).
Depends on: kernel (events, crypto).
Emits: webhook_endpoint.created, webhook_endpoint.updated, webhook_endpoint.deleted,
webhook_endpoint.disabled, webhook_endpoint.tested.
Reacts to: every event (bound in `backend/wiring/webhooks.py`).
Invariants: one delivery an endpoint and event; the body's bytes and `webhook-id` are the same on every
attempt; no network call is made inside a transaction; only a checked public address is connected to; a
secret is shown once and stored encrypted.
"""
