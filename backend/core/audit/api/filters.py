"""Filters of the audit log."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import Any

from backend.core.audit import selectors
from backend.core.audit.rules import RULES
from backend.core.audit.writing import table_of
from backend.kernel import context
from backend.kernel.api import fields as f
from backend.kernel.api.filters import (
    BoolFilter,
    ChoiceFilter,
    Filters,
    IdFilter,
    IntFilter,
    TextFilter,
    TimeFilter,
    TypedFilter,
)

ADDRESS = "An address, or a network such as 192.0.2.0/24."


def _since(rows: Any, _name: str, moment: datetime) -> Any:
    return rows.filter(id__gte=selectors.first_id(moment), at__gte=moment)


def _before(rows: Any, _name: str, moment: datetime) -> Any:
    # The key holds whole milliseconds: it cuts a little late, and the column decides within the last one.
    late = selectors.first_id(moment + timedelta(milliseconds=1))
    return rows.filter(id__lt=late, at__lt=moment)


def _resource(rows: Any, _name: str, text: str) -> Any:
    row = selectors.row_of(text)
    return rows.filter(row_id=row) if row else rows.none()


def _action(rows: Any, _name: str, text: str) -> Any:
    return rows.filter(action__in=text.split(","))


_OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4 = rf"({_OCTET}\.){{3}}{_OCTET}"
_WORD = "[0-9a-fA-F]{1,4}"
_V6 = "|".join(
    [
        f"({_WORD}:){{7}}{_WORD}",
        *(f"({_WORD}:){{1,{left}}}(:{_WORD}){{1,{7 - left}}}" for left in range(1, 7)),
        f":(:{_WORD}){{1,7}}",
        f"({_WORD}:){{1,7}}:",
        "::",
    ]
)
NETWORK = rf"^({_V4}(/(3[0-2]|[12]?[0-9]))?|({_V6})(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?)$"
"""What RFC 4632 and RFC 4291 write, without the forms of IPv6 that have an IPv4 address in them."""


class Network(f.Text):
    """An address or a network, as its first and last address."""

    def to_internal_value(self, data: Any) -> Any:
        """The two addresses as text. Raises a ValidationError for a text that is neither."""
        text = super().to_internal_value(data)
        try:
            network = ip_network(text, strict=False)
        except ValueError:
            self.fail("network_invalid")
        return str(network[0]), str(network[-1])

    def schema(self) -> dict[str, Any]:
        """The pattern says all of it: lengths beside it would only say something else."""
        return {"type": "string", "pattern": NETWORK}


class NetworkFilter(TypedFilter):
    """Rows whose column `ip` is an address, or within a network."""

    def __init__(self) -> None:
        super().__init__(Network(max_length=64), method=_address, help_text=ADDRESS)


def _address(rows: Any, _name: str, ends: tuple[str, str]) -> Any:
    return rows.filter(ip__gte=ends[0], ip__lte=ends[1])


class Credential(f.Text):
    """The id of a session, an API key or an application, as its kind and its UUID."""

    def __init__(self, **kwargs: Any) -> None:
        prefixes = "|".join(context.CREDENTIALS.values())
        super().__init__(pattern=f.Id("x").schema()["pattern"].replace("x_", f"({prefixes})_", 1), **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        """Kind and UUID. Raises a ValidationError for an id of another kind."""
        text = super().to_internal_value(data)
        prefix = text.partition("_")[0]
        kind = next(kind for kind, known in context.CREDENTIALS.items() if known == prefix)
        return kind, f.Id(prefix).run_validation(text)

    def schema(self) -> dict[str, Any]:
        """The pattern alone, which has one length."""
        found = super().schema()
        return {"type": "string", "pattern": found["pattern"]}


class NetworkText(Network):
    """The same, judged and left as it is written, for what hands it on to the filter."""

    def to_internal_value(self, data: Any) -> str:
        """The text. Raises a ValidationError for one that is no network."""
        super().to_internal_value(data)
        return str(data)


class CredentialText(Credential):
    """The same of a credential's id."""

    def to_internal_value(self, data: Any) -> str:
        """The text. Raises a ValidationError for one that is no credential's id."""
        super().to_internal_value(data)
        return str(data)


class CredentialFilter(TypedFilter):
    """Rows that a session, an API key or an application wrote."""

    def __init__(self) -> None:
        super().__init__(
            Credential(max_length=64),
            method=_credential,
            help_text="The id of a session, an API key or an application.",
        )


def _credential(rows: Any, _name: str, shown: tuple[str, uuid.UUID]) -> Any:
    kind, key = shown
    # No credential acts before it is made: of a session, whose entries no index has, it is the time to begin at.
    since = uuid.UUID(int=key.int >> 80 << 80)
    return rows.filter(credential_kind=kind, credential_id=key, id__gte=since)


def _table(rows: Any, _name: str, text: str) -> Any:
    return rows.filter(table=table_of(text))


def _impersonated(rows: Any, _name: str, yes: bool) -> Any:
    return rows.filter(impersonator_id__isnull=not yes)


def _acknowledged(rows: Any, _name: str, yes: bool) -> Any:
    return rows.filter(acknowledged_at__isnull=not yes)


class AuditFilters(Filters):
    """Entries by who, what, when (half-open periods) and where from."""

    actor = IdFilter("usr", field_name="actor_id")
    impersonator = IdFilter("usr", field_name="impersonator_id")
    impersonated = BoolFilter(method=_impersonated)
    resource = TextFilter(max_length=64, method=_resource, help_text="An id of any kind.")
    table = TextFilter(max_length=63, method=_table, help_text="A table, or a kind of thing such as `user`.")
    action = TextFilter(max_length=500, method=_action, help_text="Codes of `GET /audit-actions`, by comma.")
    ip = NetworkFilter()
    credential = CredentialFilter()
    credential_kind = ChoiceFilter(list(context.CREDENTIALS), enum="CredentialKind")
    request_id = TextFilter(max_length=64)
    at_from = TimeFilter(method=_since)
    at_before = TimeFilter(method=_before)


def _tenant(rows: Any, _name: str, tenants: list[uuid.UUID]) -> Any:
    return selectors.entries_about(rows, tenants)


class PlatformAuditFilters(AuditFilters):
    """Operators' entries by who, what, about which business, when (half-open periods) and where from."""

    tenant = IdFilter("ten", method=_tenant, help_text="The business that the entry is about.")


class AccessFilters(Filters):
    """Requests by who, what, outcome, when (half-open periods) and where from."""

    actor = IdFilter("usr", field_name="actor_id")
    method = ChoiceFilter(["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"], enum="AccessMethod")
    route = TextFilter(max_length=200, help_text="As the contract names it: `/api/v1/orders/{id}`.")
    status_from = IntFilter(field_name="status", lookup_expr="gte", min_value=100, max_value=599)
    status_to = IntFilter(field_name="status", lookup_expr="lte", min_value=100, max_value=599)
    slower_than = IntFilter(
        field_name="duration_ms",
        lookup_expr="gt",
        min_value=0,
        max_value=3_600_000,
        help_text="Milliseconds.",
    )
    ip = NetworkFilter()
    credential = CredentialFilter()
    credential_kind = ChoiceFilter(list(context.CREDENTIALS), enum="CredentialKind")
    request_id = TextFilter(max_length=64)
    at_from = TimeFilter(method=_since)
    at_before = TimeFilter(method=_before)


class AlertFilters(Filters):
    """Alerts by rule, person and whether somebody has seen to them."""

    rule = ChoiceFilter(list(RULES), enum="AlertRule")
    actor = IdFilter("usr", field_name="actor_id")
    acknowledged = BoolFilter(method=_acknowledged)
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")
