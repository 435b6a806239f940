"""Every operation that takes an Idempotency-Key, sent eight times at once: one effect, one answer.

The effect is measured, not listed: first the call is made alone and undone, and the rows of every table are
counted; then eight threads send it with one key, and the same rows must be there, no more. Where a new row has
something unique (a code, a number), eight keys are sent too: nothing is there twice, and nobody gets a fault.

All this commits, so it has a database of its own, in which the centre and the operator's rows are made once.
"""

from __future__ import annotations

import os
import threading
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from backend.core.accounts import facade as accounts
from backend.core.accounts import policy
from backend.core.accounts.models import User
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.ids import encode
from backend.kernel.models import IdempotencyKey
from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.contract import office as offices
from tests.contract import world as worlds
from tests.contract.apart import apart
from tests.contract.calls import CALLS
from tests.contract.calls.core import SECRET
from tests.contract.calls.identity import REACHABLE
from tests.contract.undoing import rolled_back
from tests.support import databases
from tests.support.client import Api, Reply

AT_ONCE = 8
#: Counted elsewhere, or written beside the request: the key itself, the log of requests, schemas made ready.
BESIDE = ("kernel_idempotencykey", "audit_accessentry", "tenants_pooledschema")
#: What they are sent with is good once. (Renewals that cross are answered alike: `test_accounts_tokens`.)
SINGLE_USE = (
    "access_confirm_registration",
    "access_reset_password",
    "auth_second_factor",
    "invitations_accept",
    "me_account_confirm_email",
    "me_second_factors_verify",
    "oidc_finish",
)
#: What they leave on the disk is not undone with the transaction: here one is made, and another eight times.
OUTSIDE = ("uploads_complete",)
#: What a call names where its own entry would end the caller's session: a retry is then nobody's.
COLLEAGUE = (
    "users_revoke_sessions",
    "platform_users_revoke_sessions",
    "users_reset_second_factors",
    "users_unlock",
    "users_send_password_reset",
)


class Lasting(worlds.World):
    """A world whose rows stay: each that a call needs is unlike those before."""

    def __init__(self, world: worlds.World, email: str = "") -> None:
        super().__init__(world.info, world.token, email or world.email)
        self.ids = dict(world.ids)
        self._made: Iterator[int] = world._made if isinstance(world, Lasting) else count(10)

    def made(self, operation_id: str, **changed: Any) -> str:
        """The id of a new row."""
        if operation_id.endswith("_create"):
            body = changed["json"] if "json" in changed else self.value(CALLS[operation_id].good.json)
            changed["json"] = self.unlike(operation_id, body)
        return super().made(operation_id, **changed)

    def unlike(self, operation_id: str, body: Any) -> Any:
        """The body of a creation with a code, an address or a day that no other has."""
        return apart(operation_id.removeprefix("platform_").removesuffix("_create"), body, next(self._made))


@dataclass
class Ground:
    """The worlds of the database, and eight threads that keep their connections."""

    centre: Lasting
    office: Lasting
    threads: ThreadPoolExecutor
    barrier: threading.Barrier

    def world(self, operation_id: str) -> Lasting:
        """Where an operation is served."""
        return self.office if operation_id.startswith("platform_") else self.centre

    def at_once(self, calls: list[Any]) -> list[Reply]:
        """Makes the calls, one a thread, after all threads have come to the same line."""

        def run(call: Any) -> Reply:
            self.barrier.wait(30)
            reply: Reply = call()
            return reply

        return [found.result(60) for found in [self.threads.submit(run, call) for call in calls]]


@pytest.fixture(scope="module")
def ground(database: str) -> Iterator[Ground]:
    """A copy of the database, filled with committed rows of everything."""
    from backend.platform.tenants.bootstrap import prepare_database

    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    threads = ThreadPoolExecutor(AT_ONCE, "parallel")
    barrier = threading.Barrier(AT_ONCE)
    try:
        with (
            pytest.MonkeyPatch.context() as patch,
            databases.copied(databases.ensure_base(), f"{worker}p") as name,
        ):
            databases.use(name)
            prepare_database()
            offices.without_broker(patch)
            centre = worlds.made_centre()
            with tenant_context(PUBLIC):
                office = offices.made_office(centre.info)
            made = Ground(Lasting(centre), Lasting(office), threads, barrier)
            # The first entry of a period makes rows that the next ones only change.
            made.centre.good("journal_entries_create")
            yield made
            made.at_once([connections.close_all] * AT_ONCE)
    finally:
        threads.shutdown()
        databases.use(database)
        with tenant_context(PUBLIC):
            policy.forget()


def operations(*statuses: int) -> list[str]:
    """Operations that take a key, by what a success is answered with; all where nothing is said."""
    found = [
        name
        for name, (_resource, operation) in worlds.registered().items()
        if operation.idempotency != "none" and (not statuses or operation.status in statuses)
    ]
    return sorted(found)


class Prepared:
    """A call whose path and body are fixed: each time it is sent, it is the same request."""

    def __init__(self, ground: Ground, operation_id: str, email: str = "") -> None:
        self.operation_id = operation_id
        self.world = ground.world(operation_id)
        if email:
            self.world = Lasting(self.world, email)
        given = CALLS[operation_id].good
        if operation_id.startswith("payments_"):
            # A customer without debts from before, which would take this one's money.
            self.world = Lasting(self.world)
            self.world.ids["cus"] = self.world.made("customers_create")
        if operation_id == "loyalty_redemptions_create":
            points_back(self.world)
        own: dict[str, Any] = {}
        if operation_id in COLLEAGUE:
            own["id"] = colleague(self.world)
        if operation_id == "platform_tenants_transition":
            # What is suspended does nothing any more.
            own["id"] = self.world.made("platform_tenants_create")
        self.world.token = fresh_token(self.world)
        self.token = given.token if given.token is not None else self.world.token
        sent = replace(given, **own)
        value = self.world.value
        self.method, self.path = self.world.path(operation_id, value(sent.id))
        self.json, self.query, self.headers = (
            value(sent.json),
            value(sent.query),
            dict(value(sent.headers) or {}),
        )
        if operation_id.endswith("_create"):
            self.json = self.world.unlike(operation_id, self.json)
        self.content_type, data = sent.content_type, value(sent.data)
        # A file is read by whoever sends it: each gets its own.
        self.parts = {
            name: (part.name, part.read(), part.content_type) for name, part in (data or {}).items()
        }

    def send(self, key: str = "") -> Reply:
        """One request, with a key where there is one."""
        data = {name: SimpleUploadedFile(*part) for name, part in self.parts.items()} or None
        api = Api(None if self.world.info is PUBLIC else self.world.info, self.token or None)
        return api.call(
            self.method,
            self.path,
            json=self.json,
            data=data,
            query=self.query,
            headers={**self.headers, **({"Idempotency-Key": key} if key else {})},
            content_type=self.content_type,
        )

    def census(self) -> Counter[str]:
        """How many rows each table of the schema has, and how many numbers were given."""
        with tenant_context(self.world.info), connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                    AND NOT c.relispartition AND c.relname <> ALL(%s)
                """,
                [list(BESIDE)],
            )
            # How many marks of changed reference data there are is chance, as nobody waits to replace one.
            real = {"kernel_sequence": "WHERE name <> 'reference'"}
            tables = [
                f"SELECT '{name}', count(*) FROM {name} {real.get(name, '')}" for (name,) in cursor.fetchall()
            ]
            tables.append("SELECT 'numbers', coalesce(sum(value), 0) FROM kernel_sequence")
            cursor.execute(" UNION ALL ".join(tables))
            return Counter({name: int(number) for name, number in cursor.fetchall()})


def fresh_token(world: worlds.World) -> str:
    """Of a new session of the caller's: some operations end the one that they were sent with."""
    with tenant_context(world.info):
        return str(accounts.issue_session_for(User.objects.get(email=world.email).pk).access_token)


def colleague(world: worlds.World) -> str:
    """The id of another user."""
    with tenant_context(world.info):
        row = (
            User.objects.exclude(email=world.email)
            .filter(kind__in=("staff", "operator"), email__isnull=False)
            .earliest("pk")
        )
    return encode("usr", row.pk)


def points_back(world: worlds.World) -> None:
    """What is set aside is free again."""
    for row in world.good("loyalty_redemptions_list").json["data"]:
        if "cancel" in row["allowed_actions"]:
            world.good("loyalty_redemptions_cancel", id=row["id"])


def growth(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    """What has changed."""
    return {name: after[name] - before[name] for name in {*before, *after} if after[name] != before[name]}


@dataclass
class Measured:
    """A call that was made alone and undone: its answer, and the rows that it added."""

    call: Prepared
    alone: Reply
    added: dict[str, int]
    before: Counter[str]

    @property
    def now_added(self) -> dict[str, int]:
        """The rows that are there since."""
        return growth(self.before, self.call.census())


def measured(ground: Ground, operation_id: str) -> Measured:
    """A call, and what it does alone. Raises AssertionError where it is refused."""
    world = ground.world(operation_id)
    with tenant_context(world.info):
        call = Prepared(ground, operation_id)
        other = Prepared(ground, operation_id) if operation_id in OUTSIDE else None
    before = call.census()
    with nullcontext() if other else rolled_back(world.info):
        alone = (other or call).send(uuid.uuid4().hex)
        added = growth(before, call.census())
    assert 200 <= alone.status < 300, alone
    return Measured(call, alone, added, call.census() if other else before)


def one_key(ground: Ground, operation_id: str) -> None:
    """Eight requests of one key. Raises AssertionError."""
    seen = measured(ground, operation_id)
    call, key = seen.call, uuid.uuid4().hex
    replies = ground.at_once([partial(call.send, key)] * AT_ONCE)
    waiting = [reply for reply in replies if reply.code == "request_in_flight"]
    done = [reply for reply in replies if reply not in waiting] + [call.send(key) for _ in waiting]
    assert Counter((reply.status, reply.code) for reply in done) == {(seen.alone.status, None): AT_ONCE}
    assert len({reply.body for reply in done}) == 1
    assert sum("Idempotent-Replayed" not in reply.headers for reply in done) == 1
    assert seen.now_added == seen.added
    with tenant_context(call.world.info):
        assert IdempotencyKey.objects.filter(key=key).count() == 1


def eight_keys(ground: Ground, operation_id: str) -> None:
    """Eight requests of one creation, each with its own key, and a ninth later. Raises AssertionError."""
    seen = measured(ground, operation_id)
    replies = ground.at_once([partial(seen.call.send, uuid.uuid4().hex) for _ in range(AT_ONCE)])
    made = [reply.json for reply in replies if reply.status == seen.alone.status]
    refusals = Counter((reply.status, reply.code) for reply in replies if reply.status != seen.alone.status)
    rows = {row.get("id", index): row for index, row in enumerate(made)}
    assert rows, refusals
    assert seen.now_added == {name: more * len(rows) for name, more in seen.added.items()}
    numbers = {row["number"] for row in rows.values() if isinstance(row.get("number"), str)}
    assert len(numbers) in (0, len(rows))
    # What is refused to a later one must be refused to seven of eight, and the other way round.
    ninth = seen.call.send(uuid.uuid4().hex)
    assert set(refusals) == ({(ninth.status, ninth.code)} - {(seen.alone.status, None)}), (refusals, ninth)


@pytest.mark.parametrize("place", ["centre", "office"])
def test_one_key_has_one_effect(ground: Ground, place: str) -> None:
    for_each(ground, place, one_key, operations())


@pytest.mark.parametrize("place", ["centre", "office"])
def test_eight_keys_make_nothing_twice(ground: Ground, place: str) -> None:
    for_each(ground, place, eight_keys, operations(201))


@pytest.mark.parametrize("operation_id", SINGLE_USE)
def test_what_is_good_once_is_taken_once(ground: Ground, operation_id: str) -> None:
    with tenant_context(ground.centre.info):
        role = accounts.seed_roles([RoleSpec("anything", {"en": "Anything"}, ("*",))])["anything"]
        email = f"{operation_id}@example.com"
        accounts.create_user(
            principal=None, name="Someone", email=email, password=SECRET, assignments=[Grant(role)]
        )
        # A Telegram account is one user's.
        User.objects.filter(telegram_id=REACHABLE).update(telegram_id=None, second_factors={})
        call = Prepared(ground, operation_id, email)
    replies = ground.at_once([call.send] * AT_ONCE)
    seen = Counter((reply.status, reply.code) for reply in replies)
    assert sum(200 <= reply.status < 300 for reply in replies) == 1, seen


def for_each(ground: Ground, place: str, check: Any, names: list[str]) -> None:
    """Checks the operations of a place, and tells of all that fail."""
    problems = []
    for name in names:
        if (place == "office") == name.startswith("platform_"):
            try:
                check(ground, name)
            except AssertionError as error:
                problems.append(f"{name}: {error}"[:2000])
    assert not problems, "\n".join(problems)
