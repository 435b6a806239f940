"""What other domains may ask of loyalty."""

from __future__ import annotations

from backend.business.loyalty.expiry import expire_points
from backend.business.loyalty.personal import personal_data
from backend.business.loyalty.returning import return_points
from backend.business.loyalty.selectors import points_worth
from backend.business.loyalty.services import (
    commit_redemption,
    earn_points,
    release_overdue_redemptions,
    seed_rules,
)
from backend.business.loyalty.settling import settle_redemption

__all__ = [
    "commit_redemption",
    "earn_points",
    "expire_points",
    "personal_data",
    "points_worth",
    "release_overdue_redemptions",
    "return_points",
    "seed_rules",
    "settle_redemption",
]
