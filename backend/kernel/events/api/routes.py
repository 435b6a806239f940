"""URLs of events."""

from __future__ import annotations

from backend.kernel.api.routes import routes
from backend.kernel.events.api.views import DeadLetterResource, EventResource, EventTypeResource

urlpatterns = routes(EventResource, EventTypeResource, DeadLetterResource)
