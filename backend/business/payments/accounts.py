"""Which accounts receive payments."""

from __future__ import annotations

from django.db.models import Q

from backend.business.payments.models import Payment, PaymentMethod
from backend.business.payments.types import PaymentState


def receives_on(account_code: str) -> bool:
    """Whether a method posts to the account: one in use, or one by which a payment still awaits verification."""
    waiting = Payment.objects.filter(state=PaymentState.AWAITING.value).values("method_id")
    methods = PaymentMethod.objects.filter(account_code=account_code)
    return methods.filter(Q(active=True) | Q(pk__in=waiting)).exists()
