"""Where an address is, roughly: for people who look through their sessions, not for decisions.

With a database in MaxMind's format (GeoLite2-City, DB-IP City Lite and the like) at GUILDHALL_PLACES_DATABASE an
address has a town and a country; without one only the private networks are known.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

import maxminddb
from django.conf import settings

from backend.core.accounts.networks import address_of

logger = logging.getLogger(__name__)

LOCAL = "local"
"""The place of an address of a private network or of the machine itself."""


@lru_cache(maxsize=1)
def _database(path: str) -> Any:
    # Mapped into memory and read by all threads; None where it cannot be read, which is said once.
    try:
        return maxminddb.open_database(path)
    except (OSError, maxminddb.InvalidDatabaseError) as error:
        logger.error("GUILDHALL_PLACES_DATABASE cannot be read, so addresses have no places: %s", error)
        return None


def place_of(text: str) -> str:
    """`Samarkand, UZ`, `UZ`, `local`, or nothing where it is not known."""
    address = address_of(text)
    if address is None:
        return ""
    if address.is_private or address.is_loopback or address.is_link_local:
        return LOCAL
    path = getattr(settings, "PLACES_DATABASE", "")
    database = _database(path) if path else None
    if database is None:
        return ""
    try:
        found = database.get(address)
    except (ValueError, maxminddb.InvalidDatabaseError) as error:
        # An IPv6 address in a database of IPv4 only, or a damaged one: a sign-in does not fail for it.
        logger.warning("the database of places does not answer: %s", error)
        return ""
    if not isinstance(found, dict):
        return ""
    town = found.get("city", {}).get("names", {}).get("en", "")
    country = (found.get("country") or found.get("registered_country") or {}).get("iso_code", "")
    return ", ".join(part for part in (town, country) if part)
