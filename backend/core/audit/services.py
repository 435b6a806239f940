"""What can be done with alerts."""

from __future__ import annotations

import uuid

from backend.core.audit import errors
from backend.core.audit.events import AlertAcknowledged
from backend.core.audit.models import Alert
from backend.core.audit.permissions import MANAGE_ALERTS
from backend.core.audit.selectors import alerts_for
from backend.kernel import clock, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal


def acknowledge_alert(
    *, principal: Principal, alert_id: uuid.UUID, note: str = "", expected_version: int | None = None
) -> Alert:
    """Says that the caller has seen to an alert. Raises PermissionDenied, ResourceNotFound, VersionMismatch,
    and AlertAcknowledged where somebody did before. Emits security.alert_acknowledged. Locks the alert.
    """
    principal.require(MANAGE_ALERTS)
    with db.transaction():
        alert = alerts_for(principal, MANAGE_ALERTS).select_for_update().filter(pk=alert_id).first()
        if alert is None:
            raise ResourceNotFound()
        alert.check_version(expected_version)
        if alert.acknowledged_at is not None:
            raise errors.AlertAcknowledged(acknowledged_at=alert.acknowledged_at.isoformat())
        alert.save_versioned(acknowledged_at=clock.now(), acknowledged_by_id=principal.user_id, note=note)
        emit(
            AlertAcknowledged(alert=alert.id, rule=alert.rule),
            subject_id=alert.id,
            object_version=alert.version,
        )
    return alert
