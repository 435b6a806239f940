"""What other domains may ask of loyalty."""

from __future__ import annotations

from backend.business.loyalty.accruing import earn_points, register_purchases
from backend.business.loyalty.expiry import expire_points
from backend.business.loyalty.merging import move_to_customer, return_from_customer
from backend.business.loyalty.personal import personal_data
from backend.business.loyalty.returning import return_points, take_back_points
from backend.business.loyalty.rules import seed_rules
from backend.business.loyalty.selectors import points_worth
from backend.business.loyalty.services import commit_redemption, release_overdue_redemptions
from backend.business.loyalty.settling import settle_redemption

__all__ = [
    "commit_redemption",
    "earn_points",
    "expire_points",
    "move_to_customer",
    "personal_data",
    "points_worth",
    "register_purchases",
    "release_overdue_redemptions",
    "return_from_customer",
    "return_points",
    "seed_rules",
    "settle_redemption",
    "take_back_points",
]
