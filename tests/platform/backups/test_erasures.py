"""A backup that is older than an erasure does not bring the person back, nor one older than a hold lift it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.platform.backups.conftest import Business


def test_an_erasure_survives_a_restore(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any]
) -> None:
    from backend.business.customers import facade as customers
    from backend.business.customers.models import Customer
    from backend.business.privacy import consents, requests
    from backend.business.privacy.models import PrivacyRequest
    from backend.kernel.permissions import system_principal
    from backend.kernel.tenancy import tenant_context

    with tenant_context(business.info):
        system = system_principal(business.info.id, business.info.schema)
        gone, stays = (
            customers.create_customer(principal=system, name=name, force=True).pk
            for name in ("Aziza Karimova", "Bobur Aliyev")
        )
        lifted = requests.create_request(principal=system, kind="hold", customer_id=stays)
        letters = {"principal": system, "purpose": "newsletter", "number": 1, "customer_id": stays}
        consents.record_consent(**letters, granted=True)
    backup = take(business)
    with tenant_context(business.info):
        later = customers.create_customer(principal=system, name="Came Later", force=True).pk
        for customer in (gone, later):
            asked = requests.create_request(principal=system, kind="erasure", customer_id=customer)
            requests.decide(principal=system, request_id=asked.pk, transition="approve")
        assert Customer.objects.get(pk=gone).name == "Erased customer"
        requests.decide(principal=system, request_id=lifted.pk, transition="end")
        placed = requests.create_request(
            principal=system, kind="hold", customer_id=stays, reason="a law suit"
        )
        consents.record_consent(**letters, granted=False)

    assert restore(backup).state == "succeeded"

    with tenant_context(business.info):
        # The customer who came after the backup is gone with the restore, and so is the request about it.
        erasures = PrivacyRequest.objects.filter(kind="erasure")
        assert list(erasures.values_list("customer_id", "state")) == [(gone, "approved")]
        # Holds are as they stood at last, and what was taken back stays so.
        holds = dict(PrivacyRequest.objects.filter(kind="hold").values_list("pk", "state"))
        assert holds == {lifted.pk: "completed", placed.pk: "approved"}
        assert requests.held(stays)
        (letter,) = consents.standing(principal=system, customer_id=stays)
        assert (letter.purpose, letter.granted) == ("newsletter", False)
        assert requests.erase_approved() == 1
        names = dict(Customer.objects.values_list("pk", "name"))
        assert names == {gone: "Erased customer", stays: "Bobur Aliyev"}
        assert list(erasures.values_list("state", flat=True)) == ["completed"]
    # Restored once more, from the same backup: still forgotten.
    assert restore(backup).state == "succeeded"
    with tenant_context(business.info):
        assert requests.erase_approved() == 1
        assert Customer.objects.get(pk=gone).name == "Erased customer"
