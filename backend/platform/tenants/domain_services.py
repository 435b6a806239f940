"""Own domains of businesses: claimed, proved, reported on, given up."""

from __future__ import annotations

import hmac
import re
import secrets
import uuid
from functools import partial
from typing import Any

from django.conf import settings
from django.db import IntegrityError
from django.db import transaction as django_transaction
from django.utils.translation import gettext_lazy as _

from backend.kernel import clock, tenancy
from backend.kernel.db import on_commit, transaction
from backend.kernel.errors import FieldProblem, Invalid, ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal
from backend.platform.tenants import dns, selectors
from backend.platform.tenants.errors import DomainNotVerified, DomainReserved, DomainTaken, DomainUnproved
from backend.platform.tenants.models import Domain, Tenant
from backend.platform.tenants.permissions import MANAGE

PREFIX = "_guildhall"
"""The label under which a domain's owner publishes the challenge."""
_NOT_A_NAME = _("This is not a domain name.")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}\Z")


def record_name(domain: str) -> str:
    """The name of the TXT record that proves a domain."""
    return f"{PREFIX}.{domain}"


def create_domain(*, principal: Principal, tenant: uuid.UUID, domain: str) -> Domain:
    """Claims a domain for a business. It answers for the business once it is proved.

    International names are given in their ASCII form. An unproved claim of another business does not stand
    in the way for ever: it is replaced, as whoever owns the domain can prove it.
    Raises PermissionDenied, ReferenceNotFound for the business, Invalid, DomainReserved and DomainTaken.
    Locks the business. Emits nothing. A retry for the same business raises DomainTaken.
    """
    principal.require(MANAGE)
    name = _clean(domain)
    with transaction():
        try:
            selectors.locked_tenant(tenant)
        except ResourceNotFound as error:
            raise ReferenceNotFound(reference=f"tenant {encode('ten', tenant)}", pointer="/tenant") from error
        Domain.objects.filter(domain=name, verified_at__isnull=True).exclude(tenant_id=tenant).delete()
        row = Domain(tenant_id=tenant, domain=name, challenge=secrets.token_urlsafe(24))
        try:
            with django_transaction.atomic():
                Domain.objects.bulk_create([row])
        except IntegrityError as error:
            if "tenants_domain_once" in str(error):
                raise DomainTaken(domain=name, pointer="/domain") from error
            raise
    return row


def verify_domain(
    *, principal: Principal, domain_id: uuid.UUID, expected_version: int | None = None
) -> Domain:
    """Asks the DNS for the challenge; a proved domain answers for its business from then on.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch and DomainUnproved. The question is asked
    outside any transaction. Emits nothing. A retry of a proved domain changes nothing.
    """
    principal.require(MANAGE)
    row = _one(domain_id)
    row.check_version(expected_version)
    if row.verified_at is not None:
        return row
    try:
        proved, count = is_proved(row)
    except dns.DnsFailure as error:
        raise DomainUnproved(record=record_name(row.domain), reason=str(error)) from error
    if not proved:
        raise DomainUnproved(record=record_name(row.domain), reason=f"{count} other records")
    with transaction():
        row, tenant = locked_domain(domain_id)
        if row.verified_at is None:
            now = clock.now()
            row.save_versioned(
                verified_at=now, checked_at=now, failed_checks=0, certificate=Domain.Certificate.PENDING
            )
        settle(tenant)
    return row


def is_proved(row: Domain) -> tuple[bool, int]:
    """Whether the DNS has the challenge of a domain now, and how many records it has. Raises DnsFailure."""
    found = dns.txt_records(record_name(row.domain), settings.TENANCY["DNS_SERVERS"])
    challenge = row.challenge.encode()
    return any(hmac.compare_digest(text.strip().encode(), challenge) for text in found), len(found)


def update_domain(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Domain:
    """Takes what the ingress reports of the certificate, or makes the domain the business's primary one.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch, and DomainNotVerified for one that is not proved.
    Locks the business. Emits nothing. A retry changes nothing more.
    """
    principal.require(MANAGE)
    with transaction():
        row, tenant = locked_domain(id)
        row.check_version(expected_version)
        if row.verified_at is None and (
            changes.get("is_primary") or changes.get("certificate", "none") != Domain.Certificate.NONE
        ):
            name = "is_primary" if changes.get("is_primary") else "certificate"
            raise DomainNotVerified(domain=row.domain, pointer=f"/{name}")
        if changes.get("is_primary"):
            for other in Domain.objects.filter(tenant_id=row.tenant_id, is_primary=True).exclude(pk=row.pk):
                other.save_versioned(is_primary=False)
        row.save_versioned(**changes)
        settle(tenant)
    return row


def delete_domain(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Gives a domain up; it answers for nobody at once.

    Raises PermissionDenied, ResourceNotFound and VersionMismatch. Locks the business. A retry is not found.
    """
    principal.require(MANAGE)
    with transaction():
        row, tenant = locked_domain(id)
        row.check_version(expected_version)
        row.delete()
        settle(tenant)


def locked_domain(domain_id: uuid.UUID) -> tuple[Domain, Tenant]:
    """A domain, and its business locked: that row stands for its domains, so one order of locks is enough.

    Raises ResourceNotFound.
    """
    tenant = selectors.locked_tenant(_one(domain_id).tenant_id)
    # Whoever held the lock may have given the domain up.
    return _one(domain_id), tenant


def settle(tenant: Tenant) -> None:
    """Notes in a business's row where links lead now, and has every process find the business anew.

    Needs the lock of the business.
    """
    primary = Domain.objects.filter(tenant_id=tenant.pk, is_primary=True, verified_at__isnull=False)
    name = primary.values_list("domain", flat=True).first() or ""
    if name != tenant.primary_domain:
        tenant.save_versioned(primary_domain=name)
    on_commit(partial(tenancy.forget_tenant, tenant.pk))


def _one(domain_id: uuid.UUID) -> Domain:
    row: Domain | None = Domain.objects.filter(pk=domain_id).first()
    if row is None:
        raise ResourceNotFound()
    return row


def _clean(domain: str) -> str:
    name = domain.strip().rstrip(".").lower()
    if len(name) > 253 or not _DOMAIN.match(name) or name.rpartition(".")[2].isdigit():
        raise Invalid([FieldProblem("/domain", "domain_invalid", _NOT_A_NAME)])
    base = settings.TENANCY["BASE_DOMAIN"]
    ours = {base, settings.TENANCY["PLATFORM_HOST"], *settings.TENANCY["API_HOSTS"]}
    if name in ours or name.endswith("." + base):
        raise DomainReserved(domain=name, pointer="/domain")
    return name
