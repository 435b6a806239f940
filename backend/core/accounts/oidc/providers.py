"""The providers of a business: kept in its rules, the client's secret sealed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from backend.core.accounts import errors
from backend.kernel import crypto
from backend.kernel.errors import FieldProblem, Invalid
from backend.kernel.outgoing import AddressRefused, parse_url

MOST = 10
CREATES = ("nobody", "customer")
"""What a stranger with a proved address becomes: refused, or a customer. Nobody becomes staff by it."""


DEFAULTS: dict[str, Any] = {
    "scopes": ["openid", "email", "profile"],
    "domains": [],
    "link_by_email": False,
    "creates": "nobody",
}
"""What a provider is where it is not said."""


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID Connect provider as a business uses it."""

    code: str
    label: str
    issuer: str
    client_id: str
    sealed_secret: str
    redirect_uris: tuple[str, ...]
    scopes: tuple[str, ...] = ("openid", "email", "profile")
    domains: tuple[str, ...] = ()
    """Of whose addresses; none for all."""
    link_by_email: bool = False
    """Whether a proved address finds its user at the first time."""
    creates: str = "nobody"


def context_of(policy_id: uuid.UUID) -> str:
    """The place that secrets in the rules are sealed for."""
    return f"accounts_policy.rules:{policy_id}"


def parse(kept: Sequence[Mapping[str, Any]]) -> dict[str, Provider]:
    """The providers of a row of rules, by code."""
    found = {}
    for row in kept:
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in row.items()
            if name in Provider.__dataclass_fields__
        }
        found[row["code"]] = Provider(**values)
    return found


def sealed(
    policy_id: uuid.UUID, given: Sequence[Mapping[str, Any]], kept: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The form that the rules hold: a secret that is left out stays the one before.

    But not under another issuer or client: that would send it to whoever writes the rules. Raises Invalid with
    `secret_needed` then.
    """
    before = {row["code"]: row for row in kept}
    rows, found = [], []
    for index, row in enumerate(given):
        secret = row.get("client_secret")
        old = before.get(row["code"], {})
        stays = all(old.get(name) == row[name] for name in ("issuer", "client_id"))
        if not secret and old.get("sealed_secret") and not stays:
            found.append(
                FieldProblem(
                    f"/oidc/{index}/client_secret",
                    "secret_needed",
                    _("The issuer or the client is another one: give its secret."),
                )
            )
        rows.append(
            {
                **DEFAULTS,
                **{name: value for name, value in row.items() if name != "client_secret"},
                "domains": [domain.strip().lower() for domain in row.get("domains", ())],
                "sealed_secret": crypto.encrypt(secret.encode(), context=context_of(policy_id))
                if secret
                else old.get("sealed_secret", ""),
            }
        )
    if found:
        raise Invalid(found)
    return rows


def problems(given: Sequence[Mapping[str, Any]]) -> list[FieldProblem]:
    """What is wrong with some providers: codes that are there twice, addresses that we do not call."""
    found = []
    seen: set[str] = set()
    for index, row in enumerate(given):
        at = f"/oidc/{index}"
        if row["code"] in seen:
            found.append(FieldProblem(f"{at}/code", "value_repeated", _("This value is there twice.")))
        seen.add(row["code"])
        for name, url in (
            ("issuer", row["issuer"]),
            *((f"redirect_uris/{place}", uri) for place, uri in enumerate(row["redirect_uris"])),
        ):
            try:
                parse_url(url, allow_loopback=settings.ALLOW_LOOPBACK_WEBHOOKS)
            except AddressRefused as error:
                found.append(
                    FieldProblem(
                        f"{at}/{name}",
                        "address_refused",
                        _("This address cannot be used: {reason}."),
                        {"reason": str(error)},
                    )
                )
    return found


def find(kept: Sequence[Mapping[str, Any]], code: str) -> Provider:
    """The provider of a code. Raises OidcProviderUnknown."""
    provider = parse(kept).get(code)
    if provider is None:
        raise errors.OidcProviderUnknown(provider=code, pointer="/provider")
    return provider
