"""What scheduling hands to other domains."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HolidayFacts:
    """A day without work; `branch_id` is None for the whole business. `names` is localized content."""

    day: date
    names: Mapping[str, str]
    branch_id: uuid.UUID | None
