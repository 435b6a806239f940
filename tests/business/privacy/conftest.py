"""The centre of this folder's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.business.payments.shop import Shop, shop

__all__ = ["shop"]


@pytest.fixture
def rules(shop: Shop) -> Iterator[Callable[..., None]]:
    """`rules(customers_days=365)` changes for how long what is kept; afterwards it is as it was."""

    def change(**days: Any) -> None:
        reply = shop.owner.patch("/security/policy", json={"retention": days})
        assert reply.status == 200, reply

    yield change
    change(quotes_days=365, sessions_days=365, customers_days=None, visitors_days=730)
