"""An endpoint that the product switches off: people hear of it by mail, as the endpoint hears no more."""

from __future__ import annotations

import time
from typing import Any

from django.core import mail

from backend.business.webhooks import delivering, services
from backend.business.webhooks.permissions import MANAGE, VIEW
from backend.core.accounts import facade as accounts
from backend.core.accounts import mails
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.events import handling, relay
from backend.kernel.ids import new_id
from backend.kernel.permissions import EVERYTHING, Principal
from tests.business.webhooks.receiver import receiving
from tests.kernel.events.sample import say

KIND = "sample.happened"


def go() -> None:
    """Relays what was said, lets handlers have it, and delivers."""
    relay.run()
    handling.run_due(time.monotonic() + 5)
    delivering.deliver_due()


def sent() -> list[Any]:
    before = len(mail.outbox)
    mails.send_due()
    return mail.outbox[before:]


def test_who_manages_webhooks_gets_a_mail_when_one_is_switched_off(live_tenant: Any) -> None:
    roles = accounts.seed_roles(
        [
            RoleSpec("owner", {"en": "Owner"}, ("*",)),
            RoleSpec("viewer", {"en": "V"}, ("webhooks.endpoint.view",)),
        ]
    )
    for name, role, locale in (("o", "owner", "ru"), ("p", "owner", "en"), ("v", "viewer", "en")):
        accounts.create_user(
            principal=None,
            name=name,
            email=f"{name}@hooks.example",
            locale=locale,
            assignments=[Grant(roles[role])],
        )
    manager = Principal(
        kind="staff",
        user_id=new_id(),
        tenant_id=live_tenant.id,
        schema=live_tenant.schema,
        grants={permission.code: EVERYTHING for permission in (VIEW, MANAGE)},
    )
    sent()
    with receiving() as gone:
        endpoint = services.create_endpoint(principal=manager, url=gone.url, event_types=[KIND])
        gone.usual = 410
        say(1)
        go()
        go()
        told = {message.to[0]: message for message in sent()}
        assert set(told) == {"o@hooks.example", "p@hooks.example"}
        plain = told["p@hooks.example"]
        assert plain.subject == f"A webhook of {live_tenant.name} was switched off"
        assert gone.url in plain.body
        assert "(410)" in plain.body
        assert told["o@hooks.example"].subject.startswith("Вебхук ")
        go()
        assert sent() == []
        # On again before the mail went out: there is nothing to tell any more.
        services.update_endpoint(principal=manager, id=endpoint.id, state="enabled")
        say(2)
        go()
        go()
        services.update_endpoint(principal=manager, id=endpoint.id, state="enabled")
        assert sent() == []
        # By hand: whoever did it knows.
        services.update_endpoint(principal=manager, id=endpoint.id, state="disabled")
        go()
        assert sent() == []
