"""The rules of security: what in the logs of a business looks wrong. Each finding becomes an alert.

They are examined off the request path, some seconds after a request that may matter (see `access`), over what
the logs hold; so it does not matter which process served it. A finding about the same subject is told once a
window.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from django.db.models import BigIntegerField, Case, Count, F, QuerySet, Sum, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.core.audit.events import AlertRaised
from backend.core.audit.models import AccessEntry, Alert, AuditEntry
from backend.core.audit.selectors import first_id
from backend.kernel import actions, clock, db
from backend.kernel.events import emit
from backend.kernel.ids import encode

FAILURES = (actions.SIGN_IN_FAILED.code, actions.SECOND_FACTOR_FAILED.code)
CAME_FROM = (actions.SIGNED_IN.code, actions.SESSION_MOVED.code)
"""What tells from where a user comes: a sign-in, and a session that goes on from another network."""
WATCHED = frozenset(
    {
        *FAILURES,
        actions.SIGNED_IN.code,
        actions.SESSION_MOVED.code,
        actions.REFRESH_REUSED.code,
        actions.EXPORTED.code,
        actions.EXPORT_ENDED.code,
        actions.DOWNLOADED.code,
    }
)
"""Actions after which the rules are examined."""
REFUSALS = frozenset({401, 403, 429})
"""Answers after which the rules are examined."""

MANY_FAILURES = 10
MANY_ACCOUNTS = 50
MANY_ADDRESSES = 10
"""Failed sign-ins of so many accounts from so many addresses are one password that is tried everywhere."""
MANY_REFUSALS = 30
MANY_EXPORTS = 10
MANY_ROWS = 50_000
"""Rows that went out to one actor within the window, in exports and in pages of lists."""
MANY_DOWNLOADS = 200
KNOWN_FOR = timedelta(days=90)
"""A place that a user signed in from within this time is not new."""
_SUSPECTS = 20
"""At most so many findings of a rule at once: an attack from a thousand addresses needs no thousand alerts."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule found."""

    subject: str
    details: dict[str, Any] = field(default_factory=dict)
    actor_id: uuid.UUID | None = None
    ip: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its name for people, how far back it looks, and how."""

    code: str
    label: str | Promise
    window: timedelta
    find: Callable[[datetime], Iterator[Finding]]


def _user(actor_id: uuid.UUID) -> str:
    return encode("usr", actor_id)


def _entries(since: datetime, *codes: str) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(id__gte=first_id(since), action__in=codes)


def _counted(rows: QuerySet[Any], column: str, least: int) -> Iterator[tuple[Any, int]]:
    """The values of a column that at least so many rows have, with how many; the most first."""
    counted = rows.order_by().filter(**{f"{column}__isnull": False}).values_list(column)
    yield from counted.annotate(count=Count("id")).filter(count__gte=least).order_by("-count")[:_SUSPECTS]


def _many_failures(since: datetime) -> Iterator[Finding]:
    failed = _entries(since, *FAILURES)
    for address, count in _counted(failed, "ip", MANY_FAILURES):
        yield Finding(str(address), {"count": count}, ip=address)
    for account, count in _counted(failed, "row_id", MANY_FAILURES):
        yield Finding(_user(account), {"count": count}, actor_id=account)


def _password_spray(since: datetime) -> Iterator[Finding]:
    came_in = _entries(since, actions.SIGNED_IN.code).filter(actor_id__isnull=False).order_by()
    # Who came in after all had only mistyped.
    failed = _entries(since, actions.SIGN_IN_FAILED.code).exclude(row_id__in=came_in.values("actor_id"))
    found = failed.order_by().aggregate(
        accounts=Count(KeyTextTransform("identifier", "after"), distinct=True),
        addresses=Count("ip", distinct=True),
    )
    if found["accounts"] >= MANY_ACCOUNTS and found["addresses"] >= MANY_ADDRESSES:
        yield Finding("accounts", found)


def _many_refusals(since: datetime) -> Iterator[Finding]:
    refused = AccessEntry.objects.filter(id__gte=first_id(since), status=403)
    for actor, count in _counted(refused, "actor_id", MANY_REFUSALS):
        yield Finding(_user(actor), {"count": count}, actor_id=actor)


def _rows_by_actor(since: datetime) -> Counter[uuid.UUID]:
    """How many rows went out to whom: of exports as their ends tell, of lists as the log of requests does."""
    text = KeyTextTransform("rows", "after")
    # Details are what the writer says: what is no number must not stop the rules.
    told = Case(
        When(_rows__regex=r"^[0-9]{1,15}$", then=Cast(F("_rows"), BigIntegerField())), default=Value(0)
    )
    exported = _entries(since, actions.EXPORTED.code, actions.EXPORT_ENDED.code).annotate(_rows=text)
    listed = AccessEntry.objects.filter(id__gte=first_id(since), rows__gt=0)
    found: Counter[uuid.UUID] = Counter()
    for rows, count in ((exported, Sum(told)), (listed, Sum("rows"))):
        known = rows.order_by().filter(actor_id__isnull=False).values_list("actor_id")
        for actor, total in known.annotate(total=count):
            found[actor] += total or 0
    return found


def _mass_export(since: datetime) -> Iterator[Finding]:
    exported = _entries(since, actions.EXPORTED.code)
    for actor, count in _counted(exported, "actor_id", MANY_EXPORTS):
        yield Finding(_user(actor), {"exports": count}, actor_id=actor)
    for actor, total in _rows_by_actor(since).most_common(_SUSPECTS):
        if total >= MANY_ROWS:
            yield Finding(_user(actor), {"rows": total}, actor_id=actor)
    for actor, count in _counted(_entries(since, actions.DOWNLOADED.code), "actor_id", MANY_DOWNLOADS):
        yield Finding(_user(actor), {"downloads": count}, actor_id=actor)


def place_of(address: str) -> str:
    """Where an address is, as far as it tells by itself: its network of /16 (IPv4) or /32 (IPv6)."""
    return str(ip_network(f"{address}/{16 if ip_address(address).version == 4 else 32}", strict=False))


def _new_place(since: datetime) -> Iterator[Finding]:
    fresh = _entries(since, *CAME_FROM).filter(actor_id__isnull=False, ip__isnull=False)
    for entry in fresh.order_by("-id")[:200]:
        assert entry.actor_id is not None
        assert entry.ip is not None
        earlier = AuditEntry.objects.filter(
            actor_id=entry.actor_id,
            action__in=CAME_FROM,
            ip__isnull=False,
            id__gte=first_id(entry.at - KNOWN_FOR),
            id__lt=entry.id,
        )
        known = {place_of(ip) for ip in earlier.order_by("-id").values_list("ip", flat=True)[:500] if ip}
        place = place_of(entry.ip)
        if known and place not in known:
            details = {"network": place, "user_agent": entry.user_agent or ""}
            yield Finding(f"{_user(entry.actor_id)} {place}", details, actor_id=entry.actor_id, ip=entry.ip)


def _token_reused(since: datetime) -> Iterator[Finding]:
    for entry in _entries(since, actions.REFRESH_REUSED.code).order_by("-id")[:_SUSPECTS]:
        user = entry.actor_id or entry.row_id
        yield Finding(_user(user) if user else str(entry.ip), entry.after or {}, actor_id=user, ip=entry.ip)


RULES = {
    rule.code: rule
    for rule in (
        Rule("many_failures", _("Many failed sign-ins"), timedelta(minutes=15), _many_failures),
        Rule("password_spray", _("One password tried on many accounts"), timedelta(hours=1), _password_spray),
        Rule("many_refusals", _("Many refused requests"), timedelta(minutes=10), _many_refusals),
        Rule("mass_export", _("Mass export of data"), timedelta(hours=1), _mass_export),
        Rule("new_place", _("Sign-in from a new place"), timedelta(minutes=15), _new_place),
        Rule("token_reused", _("A stolen session token was used"), timedelta(minutes=15), _token_reused),
    )
}
"""Every rule by its code."""


def examine(at: datetime | None = None) -> list[Alert]:
    """Looks for what the rules find in the current schema, and raises alerts for what is new.

    The same subject is told once within a rule's window. Emits security.alert_raised. Runs once at a time.
    """
    now = at or clock.now()
    raised: list[Alert] = []
    with db.transaction():
        db.advisory_lock("audit.examine")
        for rule in RULES.values():
            since = now - rule.window
            findings = {finding.subject: finding for finding in rule.find(since)}
            told = set(
                Alert.objects.filter(rule=rule.code, subject__in=findings, created_at__gte=since).values_list(
                    "subject", flat=True
                )
            )
            raised += [_raise(rule, finding) for subject, finding in findings.items() if subject not in told]
    return raised


def _raise(rule: Rule, finding: Finding) -> Alert:
    alert = Alert.objects.create(
        rule=rule.code,
        subject=finding.subject,
        actor_id=finding.actor_id,
        ip=finding.ip,
        details={**finding.details, "seconds": int(rule.window.total_seconds())},
    )
    emit(
        AlertRaised(alert=alert.id, rule=rule.code, subject=finding.subject),
        subject_id=alert.id,
        object_version=alert.version,
    )
    return alert
