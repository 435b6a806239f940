"""Events of businesses' own domains, in the business's own stream."""

from __future__ import annotations

from uuid import UUID

from backend.kernel.events import Event, described, event, ref


@event("tenant.domain_lapsed", version=1, subject="ten")
class DomainLapsed(Event):
    """A domain of the business's own answers no more: the record that proves it has been gone for days."""

    domain: UUID = ref("dom")
    name: str = described("The host name.")
