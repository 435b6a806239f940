"""The translation centre, and the events that it told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests.business.organizations.people import Centre


@pytest.fixture
def centre(tenant: Any) -> Centre:
    """The centre in "alpha"."""
    return Centre()


@pytest.fixture
def event_types(tenant: Any) -> Callable[[str], list[str]]:
    """`event_types("branch.")`: the types of the events so far that begin so, in order."""

    def read(prefix: str) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT type FROM kernel_event WHERE starts_with(type, %s) ORDER BY seq", [prefix])
            return [row[0] for row in cursor.fetchall()]

    return read
