"""Every column that can hold a person's words is erased, or named with the reason why not."""

from __future__ import annotations

from backend.business.privacy import coverage
from backend.business.privacy.models import Consent
from backend.core.accounts.models import ApiKey, Session, User
from backend.kernel import clock
from backend.kernel.ids import decode, new_id
from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants.models import Impersonation
from tests.business.payments.shop import Shop
from tests.business.privacy.test_privacy import ask, decide, person
from tests.business.privacy.traces import columns, plant, traces


def test_every_column_is_erased_or_named_with_a_reason(shop: Shop) -> None:
    with tenant_context(shop.info):
        found = columns()
    assert "accounts_user" in found
    for table, present in found.items():
        named = coverage.reasons(table)
        if "*" in named:
            continue
        assert not set(present) - set(named), (
            f"{table}: say in privacy/coverage.py what an erasure does with it"
        )
        assert not set(named) - set(present), f"{table}: privacy/coverage.py names what is not there"
    named_tables = {
        *coverage.ERASED,
        *coverage.LOGS,
        *(table for _, group in coverage.KEPT for table in group),
    }
    assert named_tables <= set(found)


def test_an_erasure_leaves_no_word_in_any_column(shop: Shop) -> None:
    customer = person(shop)
    request = ask(shop, "erasure", customer, reason="asked by mail")
    planted = plant(shop, customer)
    key = decode("cus", customer)
    with tenant_context(shop.info):
        user = User.objects.get(customer_id=key)
    with tenant_context(PUBLIC):
        acted = Impersonation.objects.create(
            tenant_id=shop.info.id, user_id=user.pk, user_name=user.name, session_id=new_id(),
            operator_id=new_id(), reason="a call for help", expires_at=clock.now(),
        )  # fmt: skip
    assert len(planted) > 25
    assert set(planted) <= set(traces(shop, customer))
    done = decide(shop, request, "approve")
    assert (done.status, done.json["state"]) == (200, "completed"), done
    assert traces(shop, customer) == []
    shop.settle()
    with tenant_context(PUBLIC):
        assert Impersonation.objects.get(pk=acted.pk).user_name == ""
        assert acted.user_name != ""
    with tenant_context(shop.info):
        assert not Consent.objects.filter(customer_id=key).exclude(ip=None, user_agent="").exists()
        assert Consent.objects.filter(customer_id=key, purpose="photos", granted=True).exists()
        assert not Session.objects.filter(user__customer_id=key).exclude(ip=None).exists()
        assert not ApiKey.objects.filter(user__customer_id=key).exclude(networks=[]).exists()
