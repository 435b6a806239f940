"""The translation centre that prices are asked of."""

from __future__ import annotations

from typing import Any

import pytest

from tests.business.organizations.people import Centre


@pytest.fixture
def centre(tenant: Any) -> Centre:
    """The centre in "alpha"."""
    return Centre()
