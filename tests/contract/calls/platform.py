"""The operator's routes; in the public schema, with an operator's token."""

from __future__ import annotations

from typing import Any

from tests.contract.calls.core import INVITED, LINK, SECRET
from tests.contract.calls.table import UNKNOWN, Sent, absent, bad, call, conflict, reads


def ready_merge(world: Any) -> str:
    """A merge whose difference was made."""
    from tests.contract import seeds

    return seeds.ready_merge(world)


def undoable_restore(world: Any) -> str:
    """A replacement whose former schema is kept."""
    from tests.contract import seeds

    return seeds.undoable_restore(world)


BUSINESS = {
    "slug": "contract-made",
    "name": "Made",
    "country": "UZ",
    "currency": "UZS",
    "languages": ["uz", "en"],
    "timezone": "Asia/Samarkand",
}

reads("platform_tenants")
call(
    "platform_tenants_create",
    conflict("tenant_slug_taken", json=lambda w: {**BUSINESS, "slug": w.ids["slug"]}),
    json=BUSINESS,
)
call("platform_tenants_update", absent(json={"name": "X"}), json={"name": "Renamed"})
call("platform_tenants_transition", absent(json={"name": "suspend"}), json={"name": "suspend"})
call("platform_tenants_usage", absent())
OVERRIDE = {"name": "seats", "limit": 50, "reason": "They asked."}
call(
    "platform_tenants_set_override",
    conflict("limit_override_past", json={**OVERRIDE, "until": "2020-01-01T00:00:00Z"}),
    json=OVERRIDE,
)
call("platform_tenants_remove_override", absent(json={"name": "seats"}), json={"name": "seats"})
reads("platform_impersonations")
call(
    "platform_impersonations_create",
    bad(),
    json=lambda w: {"tenant": w.ids["ten"], "user": w.ids["someone"], "reason": "They asked."},
)
call("platform_impersonations_end", absent())
call("platform_tenants_users", absent())
call("platform_tenants_audit_log", absent())
call(
    "platform_tenants_send_password_reset",
    absent(json=lambda w: {"user": w.ids["someone"]}),
    json=lambda w: {"user": w.ids["someone"]},
)
WHY = {"reason": "They asked."}
call(
    "platform_tenants_change_user",
    absent(json=lambda w: {"user": w.ids["someone"], **WHY}),
    json=lambda w: {"user": w.ids["someone"], "name": "Renamed", **WHY},
)
call(
    "platform_tenants_recover_user",
    absent(json=lambda w: {"user": w.ids["someone"], **WHY}),
    json=lambda w: {"user": w.ids["someone"], "second_factors": True, **WHY},
)
reads("platform_users")
call(
    "platform_users_create",
    bad(),
    json=lambda w: {"name": "An Operator", "email": "made@contract.example", "assignments": []},
)
call("platform_users_update", absent(json={"name": "X"}), json={"name": "Renamed"})
call("platform_users_delete", absent(), id=lambda w: w.made("platform_users_create"))
call("platform_users_deletion_preview", absent())
call("platform_users_send_password_reset", absent(), id=lambda w: w.made("platform_users_create"))
call("platform_users_sessions", absent(), id=lambda w: w.own_user())
call("platform_users_revoke_sessions", bad(id=lambda w: w.own_user()), json={}, id=lambda w: w.own_user())
call("platform_users_reset_second_factors", absent(), id=lambda w: w.made("platform_users_create"))
call("platform_users_unlock", absent(), id=lambda w: w.own_user())
call("platform_users_activity", absent(), id=lambda w: w.own_user())
call(
    "platform_me_account_change_password",
    conflict("password_wrong", json={"current_password": "no", "new_password": "another long phrase"}),
    json={"current_password": SECRET, "new_password": "another long phrase"},
)
call("platform_me_account_preferences_schema", UNKNOWN)
reads("platform_invitations")
call("platform_invitations_create", bad(), json=INVITED)
call("platform_invitations_resend", absent())
call("platform_invitations_revoke", absent(), id=lambda w: w.made("platform_invitations_create"))
call("platform_invitations_show", LINK, json=lambda w: {"token": w.invitation_link()}, token="")
call(
    "platform_invitations_accept",
    Sent(
        json={"token": "x", "password": "a long enough phrase"},
        status=409,
        code="auth_link_invalid",
        token="",
    ),
    json=lambda w: {"token": w.invitation_link(), "password": "a long enough phrase"},
    token="",
)
call("platform_security_policy_retrieve", UNKNOWN)
call("platform_security_policy_update", bad(), json={"password": {"min_length": 12}})
reads("platform_roles")
ROLE = {"code": "made", "name": {"en": "Made"}, "permissions": ["platform.tenant.view"]}
call("platform_roles_create", conflict("role_code_taken", json={**ROLE, "code": "contract"}), json=ROLE)
call("platform_roles_update", absent(json={"name": {"en": "X"}}), json={"name": {"en": "Renamed"}})
call("platform_roles_delete", absent(), id=lambda w: w.made("platform_roles_create"))
call("platform_permissions_catalogue", UNKNOWN)
PLAN = {"code": "made", "name": {"en": "Made"}, "limits": {"seats": 5, "storage_bytes": None}}
reads("platform_plans")
call("platform_plans_create", conflict("plan_code_taken", json={**PLAN, "code": "seeded"}), json=PLAN)
call("platform_plans_update", absent(json={"offered": False}), json={"limits": {"seats": 6}})
call("platform_plans_delete", absent(), id=lambda w: w.made("platform_plans_create"))
reads("platform_domains")
call("platform_domains_create", bad(), json=lambda w: {"tenant": w.ids["ten"], "domain": "made.example"})
call(
    "platform_domains_update",
    conflict("tenant_domain_not_verified", json={"is_primary": True}),
    json={"is_primary": True},
    id=lambda w: w.proved_domain(),
)
call("platform_domains_delete", absent(), id=lambda w: w.made("platform_domains_create"))
call("platform_domains_verify", absent(), id=lambda w: w.proved_domain())
reads("platform_backups")
call("platform_backups_create", bad(), json=lambda w: {"tenants": [w.ids["ten"]]})
call("platform_backups_verify", absent(), id=lambda w: w.usable_backup())
call(
    "platform_backups_restore",
    absent(json={"mode": "preview"}),
    json={"mode": "preview"},
    id=lambda w: w.usable_backup(),
)
reads("platform_restores")
call("platform_restores_apply", bad(json={"tables": []}), json={}, id=ready_merge)
call("platform_restores_discard", absent(), id=ready_merge)
call("platform_restores_undo", absent(), id=undoable_restore)
