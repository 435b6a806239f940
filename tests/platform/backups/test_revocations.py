"""What was taken back after a backup does not come back with it: keys, sessions, roles, people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.platform.backups.conftest import Business


def test_revocations_survive_a_restore_and_its_undo(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.core.accounts import facade as accounts
    from backend.core.accounts.errors import SessionEnded, TokenInvalid
    from backend.core.accounts.models import Assignment, Identity, User
    from backend.core.accounts.services import deleting, keys
    from backend.core.accounts.types import Grant, RoleSpec
    from backend.kernel.db import transaction
    from backend.kernel.tenancy import tenant_context
    from backend.platform.backups import aftercare, restoring
    from backend.platform.backups.services import request_undo

    def key_of(principal: Any, name: str) -> tuple[Any, str]:
        row, secret = keys.create_api_key(principal=principal, name=name)
        return row.pk, secret

    with tenant_context(business.info):
        role = accounts.seed_roles([RoleSpec("keeper", {"en": "Keeper"}, ("accounts.api_key.manage",))])
        people = {
            name: accounts.create_user(
                principal=None,
                name=name,
                email=f"{name.lower()}@example.com",
                password="x" * 20,
                assignments=[Grant(role["keeper"])],
            ).id
            for name in ("Clerk", "Gone", "Barred")
        }
        principals = {
            name: accounts.authenticate_token(accounts.issue_session_for(id).access_token, business.info)
            for name, id in people.items()
        }
        clerk = principals["Clerk"]
        kept, revoked, rotated, lost = (
            key_of(clerk, name) for name in ("kept", "revoked", "rotated", "lost by accident")
        )
        ended = accounts.issue_session_for(people["Clerk"]).access_token
        linked = Identity.objects.create(user_id=people["Clerk"], issuer="https://id.example", subject="1")

    backup = take(business)

    with tenant_context(business.info):
        keys.revoke_api_key(principal=clerk, id=revoked[0], own=True)
        _row, fresh = keys.rotate_api_key(principal=clerk, id=rotated[0], own=True, grace_hours=0)
        later = key_of(clerk, "made after the backup")
        deleting.delete_user(principal=None, id=people["Gone"])
        accounts.update_user(principal=None, id=people["Barred"], status="suspended")
        accounts.end_sessions_of(user_id=people["Clerk"], reason="sign_out")
        with transaction():
            Assignment.objects.filter(user_id=people["Barred"]).delete()
            Identity.objects.filter(pk=linked.pk).delete()
    business.run("DELETE FROM {s}.accounts_api_key WHERE id = %s", lost[0])
    # Before any aftercare: the swap's own transaction has to see to it.
    monkeypatch.setattr(restoring, "look_after", lambda restore: None)

    def refused(token: str) -> bool:
        try:
            accounts.authenticate_token(token, business.info)
        except (SessionEnded, TokenInvalid):
            return True
        return False

    done = restore(backup)
    assert (done.state, done.error) == ("succeeded", "")
    aftercare.clear_cache(business.schema)
    assert [refused(token) for token in (kept[1], fresh, lost[1])] == [False, False, False]
    assert [refused(token) for token in (revoked[1], rotated[1], later[1], ended)] == [True] * 4
    with tenant_context(business.info):
        gone, barred = (User.objects.get(pk=people[name]) for name in ("Gone", "Barred"))
        assert (gone.status, gone.name, gone.email, gone.password) == ("deleted", "Deleted user", None, "")
        assert (barred.status, barred.name) == ("suspended", "Barred")
        assert list(Assignment.objects.values_list("user_id", flat=True)) == [people["Clerk"]]
        assert not Identity.objects.exists()
        # What is taken back between the restore and its undo stays so too.
        keys.revoke_api_key(principal=clerk, id=kept[0], own=True)

    request_undo(principal=None, restore_id=done.id)
    restoring.run_undo(done.id)
    aftercare.clear_cache(business.schema)
    assert [refused(token) for token in (fresh, later[1])] == [False, False]
    assert [refused(token) for token in (kept[1], revoked[1], rotated[1], ended)] == [True] * 4
