"""The centre of this folder's tests."""

from tests.business.payments.shop import shop

__all__ = ["shop"]
