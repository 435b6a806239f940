"""The main job through the clients against real servers: sign in, quote, order, payment, and what was heard of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guildhall import Conflict, Forbidden, Guildhall, NotFound, PreconditionFailed, Unauthorized, models
from tests.clients.site import Site

SignIn = Callable[..., Guildhall]


def test_from_a_quote_to_a_verified_payment(client: SignIn) -> None:
    clerk, accountant, owner = client("staff"), client("accountant"), client("owner")
    earlier = owner.events.list(limit=1, sort="-position").data
    services = {row.code: row.id for row in clerk.services.list().data}
    customer = clerk.customers.list(q="Aziz").data[0].id
    branch = clerk.branches.list().data[0].id
    lines = [
        models.QuoteLineIn(service=services["apostille"]),
        models.QuoteLineIn(service=services["certified_copy"], copies=2),
    ]
    quote = clerk.quotes.create(body=models.QuoteCreate(customer=customer, branch=branch, lines=lines))
    assert quote.total.currency == "UZS"

    body = models.OrderCreate(quote=quote.id, customer=customer)
    order = clerk.orders.create(body=body, idempotency_key="order-of-the-journey")
    assert clerk.orders.create(body=body, idempotency_key="order-of-the-journey").id == order.id
    assert order.total == quote.total
    with pytest.raises(Conflict) as refused:
        clerk.orders.create(body=body)
    assert refused.value.code == "quote_already_used"

    card = next(row.id for row in clerk.payment_methods.list().data if row.code == "card")
    payment = clerk.payments.create(
        body=models.PaymentCreate(
            method=card,
            amount=models.Money(order.total.amount, order.total.currency),
            customer=customer,
            allocations=[models.TargetIn(order=order.id)],
        )
    )
    assert payment.state == "awaiting_verification"
    verify = models.PaymentTransition(transition="verify")
    with pytest.raises(Forbidden):
        clerk.payments.transition(payment.id, body=verify)
    assert accountant.payments.transition(payment.id, body=verify).state == "verified"
    assert clerk.orders.retrieve(order.id).outstanding.amount == "0.00"

    wanted, heard = {"order.placed", "payment.received", "payment.verified"}, set()
    for event in owner.stream(after=earlier[0].id if earlier else None, timeout=20):
        heard.add(event.type)
        if wanted <= heard:
            break
    assert wanted <= heard


def test_each_walks_all_pages(client: SignIn) -> None:
    owner = client("owner")
    ids = [row.id for row in owner.ledger_accounts.each(limit=5)]
    assert len(ids) == len(set(ids)) > 5
    assert set(ids) == {row.id for row in owner.ledger_accounts.list(limit=100).data}


def test_a_stale_version_a_strange_id_and_a_wrong_password_are_told_apart(site: Site, client: SignIn) -> None:
    owner = client("owner")
    branch = owner.branches.list().data[0].id
    with pytest.raises(PreconditionFailed):
        owner.branches.update(branch, body=models.BranchUpdate(), if_match='"999"')
    with pytest.raises(NotFound):
        owner.branches.retrieve("brn_01h455vb4pex5vsknk084sn02q")
    with Guildhall(site.api, tenant=site.slug) as stranger, pytest.raises(Unauthorized):
        stranger.sign_in(site.staff["owner"], "wrong")


def test_a_session_is_renewed_by_itself_and_ended(client: SignIn) -> None:
    owner = client("owner")
    refresh = owner.auth_state.refresh
    owner.auth_state.access = "not-a-token"
    assert owner.me.retrieve().id
    assert owner.auth_state.refresh != refresh
    access = owner.auth_state.access
    owner.sign_out()
    owner.use_tokens(access or "")
    with pytest.raises(Unauthorized):
        owner.me.retrieve()


def test_the_bot_signs_in_as_a_service(site: Site) -> None:
    with Guildhall(site.api, tenant=site.slug) as bot:
        bot.sign_in_service(site.bot, site.bot_secret)
        assert bot.services.list().data


def test_refusals_are_in_the_callers_language(site: Site, client: SignIn) -> None:
    with Guildhall(site.api, tenant=site.slug, language="ru") as api, pytest.raises(Unauthorized) as russian:
        api.me.retrieve()
    with Guildhall(site.api, tenant=site.slug, language="en") as api, pytest.raises(Unauthorized) as english:
        api.me.retrieve()
    assert russian.value.code == english.value.code


def test_typescript_does_the_same(site: Site, node: Callable[..., str]) -> None:
    node("journey.test.js", site=site)
