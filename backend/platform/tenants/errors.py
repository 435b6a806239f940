"""Refusals of the tenants domain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict, Unavailable
from backend.kernel.tenancy.errors import STATUS_MEMBER


class SlugTaken(Conflict):
    """Another business has this slug."""

    code = "tenant_slug_taken"
    message = _("There is already a business at {slug}.")


class SlugReserved(Conflict):
    """The slug is a name of the installation's own, or is not a host name's label."""

    code = "tenant_slug_reserved"
    message = _("{slug} cannot be the address of a business.")


class TenantTransitionForbidden(Conflict):
    """The state of the business does not allow the transition."""

    code = "tenant_transition_forbidden"
    message = _("A business that is {status} cannot {transition}.")


class DeletionNotDue(Conflict):
    """The business's deletion is not scheduled, or its grace period is not over."""

    code = "tenant_deletion_not_due"
    message = _("This business cannot be purged: it is {status}, and its grace period must be over.")


class TransitionFieldUseless(Conflict):
    """The transition does not take this field."""

    code = "tenant_transition_field"
    message = _("{transition} takes no {field}.")


class TenantNotOpen(Conflict):
    """The business answers nobody, so nobody can act in it."""

    code = "tenant_not_open"
    message = _("This business is not open: {status}.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = STATUS_MEMBER


class PlanCodeTaken(Conflict):
    """Another plan has this code."""

    code = "plan_code_taken"
    message = _("There is already a plan {plan}.")


class PlanInUse(Conflict):
    """Businesses have the plan; it can be offered no more instead."""

    code = "plan_in_use"
    message = _("Businesses have the plan {plan}. Stop offering it instead.")


class PlanNotOffered(Conflict):
    """The plan is not given to anybody any more."""

    code = "plan_not_offered"
    message = _("The plan {plan} is not offered any more.")


class OverrideInThePast(Conflict):
    """The end of a business's own limit is over already."""

    code = "limit_override_past"
    message = _("A limit of its own ends in the future.")


class DomainTaken(Conflict):
    """The domain answers for a business already."""

    code = "tenant_domain_taken"
    message = _("{domain} is in use already.")


class NoSchemaReady(Unavailable):
    """No schema could be made just now."""

    code = "tenant_no_schema"
    message = _("A new business cannot be made just now. Try again.")


class DomainReserved(Conflict):
    """The domain is the installation's own."""

    code = "tenant_domain_reserved"
    message = _("{domain} belongs to the installation.")


class DomainNotVerified(Conflict):
    """Only a domain that is proved can be the primary one, or have a certificate."""

    code = "tenant_domain_not_verified"
    message = _("{domain} is not proved yet.")


class DomainUnproved(Conflict):
    """The domain's owner has not published the challenge."""

    code = "tenant_domain_unproved"
    message = _("{record} has no TXT record with the challenge: {reason}.")
