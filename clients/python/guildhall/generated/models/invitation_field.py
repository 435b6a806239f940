from typing import Literal

InvitationField = Literal[
    "accepted_at",
    "accepted_by",
    "allowed_actions",
    "assignments",
    "created_at",
    "customer",
    "email",
    "expires_at",
    "id",
    "invited_by",
    "kind",
    "locale",
    "name",
    "revoked_at",
    "state",
    "updated_at",
    "version",
]

INVITATION_FIELD_VALUES: set[InvitationField] = {
    "accepted_at",
    "accepted_by",
    "allowed_actions",
    "assignments",
    "created_at",
    "customer",
    "email",
    "expires_at",
    "id",
    "invited_by",
    "kind",
    "locale",
    "name",
    "revoked_at",
    "state",
    "updated_at",
    "version",
}


def check_invitation_field(value: str) -> InvitationField:
    if value in INVITATION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATION_FIELD_VALUES!r}")
