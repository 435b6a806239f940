"""Accounts, roles, sessions, audit, files, events."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.contract import seeds
from tests.contract.calls.table import LIMIT, NAME, UNKNOWN, Sent, absent, bad, call, conflict, reads
from tests.support import documents

SECRET = "a long demo password"
BYTES = b"a text that is sent in one chunk\n"


def pdf(name: str = "contract.pdf", pages: int = 1) -> dict[str, Any]:
    """A multipart body with a real PDF."""
    return {"file": SimpleUploadedFile(name, documents.pdf(pages=pages), "application/pdf")}


def picture(world: Any) -> str:
    """The id of a picture that a new product shows; the world keeps the token of its link."""
    sent = {"file": SimpleUploadedFile("a.png", documents.png(), "image/png")}
    file: str = world.made("files_create", data=sent, query={"category": "product_media"})
    body = {"sku": f"PIC-{uuid.uuid4().hex}", "name": {"en": "P"}, "media": [{"file": file}]}
    url = world.good("products_create", json=body).json["media"][0]["url"]
    world.picture_token = url.partition("token=")[2]
    return file


WRONG_PASSWORD = Sent(
    json=lambda w: {"email": w.email, "password": "not it, surely"},
    status=401,
    code="invalid_credentials",
    token="",
)
NO_TOKEN = Sent(json={"refresh_token": "x"}, status=401, token="")
for place in ("", "platform_"):
    call(
        f"{place}auth_sign_in",
        WRONG_PASSWORD,
        json=lambda w: {"email": w.email, "password": SECRET},
        token="",
    )
    call(f"{place}auth_refresh", NO_TOKEN, json=lambda w: {"refresh_token": w.refresh_token()}, token="")
    call(
        f"{place}auth_sign_out", bad(token=""), json=lambda w: {"refresh_token": w.refresh_token()}, token=""
    )
    call(f"{place}me_retrieve", UNKNOWN)
    call(f"{place}me_update", bad(), json={"name": "Another Name"})

RESET = Sent(
    json={"token": "x", "new_password": "a long enough phrase"},
    status=409,
    code="auth_link_invalid",
    token="",
)
for place in ("", "platform_"):
    call(f"{place}access_request_password_reset", bad(token=""), json={"email": "who@example.com"}, token="")
    call(
        f"{place}access_reset_password",
        RESET,
        json=lambda w: {"token": w.reset_link(), "new_password": "another long phrase"},
        token="",
    )
call(
    "access_register",
    bad(token=""),
    json=lambda w: {"email": w.opened_registration()},
    token="",
)
OPENED = {"name": "Nodira", "password": "a long enough phrase"}
call(
    "access_confirm_registration",
    Sent(
        json={**OPENED, "token": "x"},
        status=409,
        code="auth_link_invalid",
        token="",
    ),
    json=lambda w: {**OPENED, "token": w.registration_link()},
    token="",
)
call(
    "me_account_change_password",
    conflict("password_wrong", json={"current_password": "no", "new_password": "a long enough phrase"}),
    json={"current_password": SECRET, "new_password": "another long phrase"},
)
for place in ("", "platform_"):
    call(f"{place}me_account_send_verification", UNKNOWN)
    call(
        f"{place}me_account_change_email",
        conflict("password_wrong", json={"email": "moved@example.com", "password": "no"}),
        json={"email": "moved@example.com", "password": SECRET},
    )
    call(
        f"{place}me_account_confirm_email",
        conflict("auth_link_invalid", json={"token": "x"}),
        json=lambda w: {"token": w.address_link()},
    )
call("me_account_preferences_schema", UNKNOWN)
reads("invitations")
INVITED = {"email": "ilya@example.com", "name": "Ilya"}
call("invitations_create", bad(), json=INVITED)
call("invitations_resend", absent())
call("invitations_revoke", absent(), id=lambda w: w.made("invitations_create"))
LINK = Sent(json={"token": "x"}, status=409, code="auth_link_invalid", token="")
call("invitations_show", LINK, json=lambda w: {"token": w.invitation_link()}, token="")
call(
    "invitations_accept",
    Sent(
        json={"token": "x", "password": "a long enough phrase"},
        status=409,
        code="auth_link_invalid",
        token="",
    ),
    json=lambda w: {"token": w.invitation_link(), "password": "a long enough phrase"},
    token="",
)
STRANGE = {"code": "x", "state": "x", "binding": "x"}
call("oidc_providers", UNKNOWN, token="")
call("oidc_start", bad(token=""), json=lambda w: w.oidc_ready(), token="")
call(
    "oidc_finish",
    Sent(json=STRANGE, status=409, code="oidc_state_invalid", token=""),
    json=lambda w: w.oidc_back(),
    token="",
)
call("me_identities_list", LIMIT, query=lambda w: {"limit": "10"} if w.own_identity() else {})
call("me_identities_link", conflict("oidc_state_invalid", json=STRANGE), json=lambda w: w.oidc_back())
call("me_identities_delete", absent(), id=lambda w: w.own_identity())
call("users_delete", absent(), id=lambda w: w.made("users_create"))
call("users_deletion_preview", absent())
call("users_send_password_reset", absent(), id=lambda w: w.own_user())
reads("users")
call(
    "users_create",
    bad(),
    json={"name": "Ulugh Beg", "email": "ulugh@example.com", "password": "a long enough secret"},
)
call("users_update", absent(json={"name": "X"}), json={"name": "Renamed"})
reads("roles")
call(
    "roles_create",
    conflict("role_code_taken", json={"code": "owner", "name": NAME, "permissions": []}),
    json={"code": "helper", "name": NAME, "permissions": ["orders.order.view"]},
)
call(
    "roles_update",
    absent(json={"name": NAME}),
    json={"name": {"en": "Another name"}},
    id=lambda w: w.made("roles_create"),
)
call("roles_delete", absent(), id=lambda w: w.made("roles_create"))
reads("scope_sets")
call(
    "scope_sets_create",
    conflict(
        "reference_not_found",
        json=lambda w: {"code": "lost", "name": NAME, "branches": [w.absent("brn")]},
    ),
    json=lambda w: {"code": "north", "name": NAME, "branches": [w.ids["other branch"]]},
)
call("scope_sets_update", absent(json={"name": NAME}), json={"name": {"en": "Another name"}, "customers": []})
call("scope_sets_delete", absent(), id=lambda w: w.made("scope_sets_create"))
call("permissions_catalogue", UNKNOWN)
call("security_policy_retrieve", UNKNOWN)
call("security_policy_update", bad(), json={"password": {"min_length": 12}})
call("locales_catalogue", UNKNOWN)
call("currencies_catalogue", UNKNOWN)
for place in ("", "platform_"):
    reads(f"{place}audit_log")
    call(f"{place}audit_log_export", UNKNOWN, query={"action": "insert"})
    call(f"{place}audit_log_chain", LIMIT)
    reads(f"{place}access_log", retrieve=False)
    reads(f"{place}security_alerts")
    call(
        f"{place}security_alerts_acknowledge",
        absent(json={}),
        json={"note": "It was me."},
        id=lambda w: seeds.alert(),
    )
call("audit_actions_catalogue", UNKNOWN)

reads("events")
call("event_types_catalogue", UNKNOWN)
reads("dead_letters")
call("dead_letters_replay", absent())

reads("files")
call("files_create", Sent(data={}, status=400), data=lambda w: pdf())
call("files_update", absent(json={"category": "extra"}), json={"category": "extra"})
call("files_delete", absent(), id=lambda w: w.made("files_create"))
call("files_content", absent())
call("files_links", absent(json={}), json={"seconds": 60})
call(
    "files_download",
    Sent(query={"token": "forged"}, token="", status=403, code="link_invalid"),
    query=lambda w: {"token": w.link_token()},
    token="",
)
call(
    "files_image",
    Sent(query={"token": "forged"}, token="", status=403, code="link_invalid"),
    id=picture,
    query=lambda w: {"token": getattr(w, "picture_token", "of no picture")},
    token="",
)

call(
    "uploads_create",
    bad(),
    json={"name": "a.txt", "size": len(BYTES), "sha256": hashlib.sha256(BYTES).hexdigest()},
)
call("uploads_retrieve", absent())
call(
    "uploads_update",
    absent(data=BYTES, query={"offset": "0"}, content_type="application/octet-stream"),
    data=BYTES,
    query={"offset": "0"},
    content_type="application/octet-stream",
    id=lambda w: w.made("uploads_create"),
)
call("uploads_delete", absent(), id=lambda w: w.made("uploads_create"))
call(
    "uploads_complete",
    conflict("upload_incomplete", id=lambda w: w.made("uploads_create")),
    id=lambda w: w.sent_upload(),
)
call("capabilities_retrieve", UNKNOWN, token="")
