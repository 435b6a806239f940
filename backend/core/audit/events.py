"""Events of the audit."""

from __future__ import annotations

from uuid import UUID

from backend.kernel.events import Event, event, ref


@event("security.alert_raised", version=1, subject="alr")
class AlertRaised(Event):
    """A rule of security found something that looks wrong."""

    alert: UUID = ref("alr")
    rule: str
    subject: str


@event("security.alert_acknowledged", version=1, subject="alr")
class AlertAcknowledged(Event):
    """Somebody has seen to an alert."""

    alert: UUID = ref("alr")
    rule: str
