"""Routes of webhooks."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.webhooks import errors as e
from backend.business.webhooks import permissions as may
from backend.business.webhooks import selectors, services
from backend.business.webhooks.api.filters import WebhookDeliveryFilters, WebhookEndpointFilters
from backend.business.webhooks.api.serializers import (
    RecoveredRead,
    RecoverPeriod,
    RotateSecret,
    WebhookDeliveryRead,
    WebhookEndpointCreate,
    WebhookEndpointRead,
    WebhookEndpointRevealed,
    WebhookEndpointUpdate,
)
from backend.core.accounts.errors import NotWhileImpersonating
from backend.kernel.api import Resource, action


class WebhookEndpointResource(Resource):
    """Addresses that the business's events are sent to, as Standard Webhooks."""

    plural = "webhook_endpoints"
    path = "webhook-endpoints"
    prefix = "whe"
    tag = "webhooks"
    rows = staticmethod(selectors.endpoints_for)
    read = WebhookEndpointRead
    writes = {"update": WebhookEndpointUpdate}
    services = {"update": services.update_endpoint, "delete": services.delete_endpoint}
    permissions = {"list": may.VIEW, "retrieve": may.VIEW, "update": may.MANAGE, "delete": may.MANAGE}
    filters = WebhookEndpointFilters
    possible = dict.fromkeys(("test", "recover"), lambda row: row.state == "enabled")
    in_person = ("rotate_secret",)
    errors = {"update": [e.WebhookUrlRefused, e.EventTypeUnknown, NotWhileImpersonating]}

    @action(
        "",
        detail=False,
        permission=may.MANAGE,
        request=WebhookEndpointCreate,
        response=WebhookEndpointRevealed,
        status=201,
        errors=[e.WebhookUrlRefused, e.EventTypeUnknown, e.WebhookEndpointsFull, NotWhileImpersonating],
    )
    def create(self, data: dict[str, Any]) -> Any:
        """Registers an endpoint. The answer holds its secret, which is never shown again."""
        return services.create_endpoint(principal=self.principal, **data)

    @action(
        "rotate-secret",
        permission=may.MANAGE,
        request=RotateSecret,
        response=WebhookEndpointRevealed,
        errors=[NotWhileImpersonating],
    )
    def rotate_secret(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Gives the endpoint a new secret; the old one signs too for a while."""
        return services.rotate_secret(
            principal=self.principal, id=id, expected_version=self.expected_version, **data
        )

    @action(
        "test",
        permission=may.MANAGE,
        response=WebhookDeliveryRead,
        status=202,
        errors=[e.WebhookEndpointOff],
    )
    def test(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Sends the event webhook_endpoint.tested to this endpoint alone; the answer is its delivery."""
        return services.test_endpoint(principal=self.principal, id=id)

    @action(
        "recover",
        permission=may.RESEND,
        request=RecoverPeriod,
        response=RecoveredRead,
        status=202,
        errors=[e.WebhookEndpointOff, e.RecoverPeriodWrong],
    )
    def recover(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Sends everything of a period that the endpoint wants and has not taken."""
        return services.recover_endpoint(principal=self.principal, id=id, **data)


class WebhookDeliveryResource(Resource):
    """The log: each event on its way to each endpoint, attempt by attempt."""

    plural = "webhook_deliveries"
    path = "webhook-deliveries"
    prefix = "whd"
    tag = "webhooks"
    rows = staticmethod(selectors.deliveries_for)
    read = WebhookDeliveryRead
    permissions = {"list": may.VIEW, "retrieve": may.VIEW}
    filters = WebhookDeliveryFilters
    completed_by = staticmethod(selectors.complete_deliveries)
    possible = {"resend": lambda row: row.state != "pending" and row.endpoint.state == "enabled"}

    @action(
        "resend",
        permission=may.RESEND,
        response=WebhookDeliveryRead,
        status=202,
        errors=[e.WebhookDeliveryPending, e.WebhookEndpointOff, e.WebhookEventGone],
    )
    def resend(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Sends it again now, with the same id and bytes."""
        return services.resend_delivery(principal=self.principal, id=id)
