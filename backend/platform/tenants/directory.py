"""The directory that the kernel's resolver asks: one query an unknown name, none a known one."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db.models import Q

from backend.kernel.tenancy import TenantInfo
from backend.platform.tenants.models import Tenant


class TenantDirectory:
    """Answers by subdomain, verified own domain, slug and id."""

    def by_host(self, host: str) -> TenantInfo | None:
        """The tenant of `<slug>.<base domain>`, or of a verified domain of its own."""
        base = "." + settings.TENANCY["BASE_DOMAIN"]
        if host.endswith(base):
            slug = host[: -len(base)]
            return self.by_slug(slug) if "." not in slug else None
        return self._one(Q(domains__domain=host, domains__verified_at__isnull=False))

    def by_slug(self, slug: str) -> TenantInfo | None:
        """The tenant with this slug."""
        return self._one(Q(slug=slug))

    def by_id(self, tenant_id: uuid.UUID) -> TenantInfo | None:
        """The tenant with this id."""
        return self._one(Q(id=tenant_id))

    @staticmethod
    def _one(condition: Q) -> TenantInfo | None:
        tenant = Tenant.objects.filter(condition).first()
        return tenant.info() if tenant is not None else None
