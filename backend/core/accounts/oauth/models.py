"""Tables of OAuth 2: applications, and what users granted them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField, encode


class OAuthApplication(Record):
    """A third party's program. With a `service_user` it may act as that service account by itself."""

    id = IdField(prefix="oap")
    name = models.TextField()
    # A program that cannot keep a secret (a browser's, a phone's) has none; PKCE protects it.
    secret_digest = models.TextField(null=True)
    # The secret before a rotation answers until then, so that each of a program's copies can change over.
    previous_secret_digest = models.TextField(null=True)
    previous_secret_until = models.DateTimeField(null=True)
    redirect_uris = ArrayField(models.TextField(), default=list)
    # The most that it may ask for; see `scopes`.
    scopes = ArrayField(models.TextField(), default=list)
    service_user = models.ForeignKey(
        "accounts.User", on_delete=models.CASCADE, null=True, related_name="oauth_applications"
    )
    created_by_id = models.UUIDField(null=True)

    audit_mask: ClassVar[tuple[str, ...]] = ("secret_digest", "previous_secret_digest")

    class Meta:
        app_label = "accounts"
        db_table = "accounts_oauth_application"

    @property
    def client_id(self) -> str:
        """The id as the protocol writes it."""
        return encode("oap", self.pk)


class OAuthGrant(models.Model):
    """One consent of a user (or one answer to client credentials), with the digests of its code and tokens.

    Tokens carry the row's id, so that none of the digests needs an index.
    """

    id = IdField(prefix="oag")
    application = models.ForeignKey(OAuthApplication, on_delete=models.CASCADE, related_name="grants")
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="oauth_grants")
    scopes = ArrayField(models.TextField(), default=list)
    redirect_uri = models.TextField(default="")
    code_digest = models.TextField(null=True)
    code_challenge = models.TextField(default="")
    code_expires_at = models.DateTimeField(null=True)
    code_used_at = models.DateTimeField(null=True)
    access_digest = models.TextField(null=True)
    # A renewal may ask for less than was granted.
    access_scopes = ArrayField(models.TextField(), default=list)
    access_expires_at = models.DateTimeField(null=True)
    refresh_digest = models.TextField(null=True)
    previous_refresh_digest = models.TextField(null=True)
    refresh_expires_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    revoked_at = models.DateTimeField(null=True)

    audit_mask: ClassVar[tuple[str, ...]] = (
        "code_digest",
        "code_challenge",
        "access_digest",
        "refresh_digest",
        "previous_refresh_digest",
    )

    class Meta:
        app_label = "accounts"
        db_table = "accounts_oauth_grant"
