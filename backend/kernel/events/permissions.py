"""Who may read events, and who may replay what failed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("events.event.view", group="integrations", label=_("See events and follow the live stream"))
DEAD_VIEW = permission("events.dead_letter.view", group="integrations", label=_("See events that failed"))
REPLAY = permission("events.dead_letter.replay", group="integrations", label=_("Replay events that failed"))
