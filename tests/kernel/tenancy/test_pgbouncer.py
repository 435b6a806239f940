"""A real PgBouncer between the requests and PostgreSQL: see backend/adr/0011-pooler.md for what is chosen and why.

Needs `pgbouncer` on PATH (or its path in GUILDHALL_PGBOUNCER); without it the tests are skipped, and
`test_pooling.py` still plays a pooler by exchanging sessions under Django's connection.
"""

from __future__ import annotations

import os
import pwd
import random
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError, OperationalError

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import OWNER
from backend.kernel import db
from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, tenant_context
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.services import drop_tenant, provision_tenant
from infra.dev.ports import answers, free_port
from tests.support.client import Api

PREPARES = (1, 21)
"""The first release that carries prepared statements over in transaction mode."""
TENANTS = 4
WHERE = "SELECT current_user::text, current_schema()::text, max(name) FROM kernel_sequence WHERE name LIKE 't\\_%'"
CLEAN = ("guildhall_app", '""')


def program() -> str | None:
    """Where PgBouncer is, None where it is not."""
    path = f"{os.environ.get('PATH', os.defpath)}{os.pathsep}/usr/sbin{os.pathsep}/usr/local/sbin"
    return os.environ.get("GUILDHALL_PGBOUNCER") or shutil.which("pgbouncer", path=path)


def version() -> tuple[int, ...]:
    """PgBouncer's release."""
    said = subprocess.run([str(program()), "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"PgBouncer (\d+)\.(\d+)\.(\d+)", said)
    assert found, said
    return tuple(int(part) for part in found.groups())


pytestmark = pytest.mark.skipif(
    program() is None,
    reason="there is no PgBouncer here: install pgbouncer 1.21 or newer, or name it in GUILDHALL_PGBOUNCER",
)


@dataclass
class Bouncer:
    """A running PgBouncer; `database` is the name of what it leads to."""

    port: int
    database: str
    folder: Path
    process: subprocess.Popen[bytes]

    def session(self, **options: Any) -> psycopg.Connection[Any]:
        """A bare client of it, with the requests' login."""
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            dbname=self.database,
            user=settings.DATABASES["default"]["USER"],
            autocommit=True,
            cursor_factory=psycopg.ClientCursor,
            **{"prepare_threshold": None, **options},
        )

    def stop(self) -> None:
        """Ends it at once: what a polite signal waits for differs between its versions."""
        self.process.kill()
        self.process.wait(20)


def start(folder: Path, mode: str, size: int) -> Bouncer:
    """Starts a PgBouncer in a mode of pooling with so many connections to the server, and waits for it."""
    found = settings.DATABASES["default"]
    owner: dict[str, Any] = {}
    if os.getuid() == 0:
        # It refuses to run as root, and PostgreSQL's sockets are its account's.
        place = Path(found["HOST"]) if found["HOST"].startswith("/") else None
        entry = place.stat() if place is not None and place.is_dir() else None
        nobody = pwd.getpwnam("nobody")
        uid, gid = (entry.st_uid, entry.st_gid) if entry else (nobody.pw_uid, nobody.pw_gid)
        owner = {"user": uid, "group": gid, "extra_groups": []}
        os.chown(folder, uid, gid)
        for parent in folder.parents:
            if parent.stat().st_uid == 0 and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o011)
    port = free_port()
    prepared = "max_prepared_statements = 50" if version() >= PREPARES else ""
    target = f"host={found['HOST'] or '127.0.0.1'} dbname={found['NAME']}"
    target += f" port={found['PORT']}" if found["PORT"] else ""
    (folder / "users.txt").write_text(f'"{found["USER"]}" "{found["PASSWORD"]}"\n')
    (folder / "pgbouncer.ini").write_text(
        f"""
        [databases]
        {found["NAME"]} = {target}
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = {port}
        unix_socket_dir =
        auth_type = trust
        auth_file = {folder}/users.txt
        pool_mode = {mode}
        default_pool_size = {size}
        max_client_conn = 200
        logfile = {folder}/log
        pidfile = {folder}/pid
        {prepared}
        """.replace("\n        ", "\n")
    )
    process = subprocess.Popen([str(program()), "-q", str(folder / "pgbouncer.ini")], **owner)
    deadline = time.monotonic() + 20
    while not answers(port):
        assert process.poll() is None, (folder / "log").read_text()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return Bouncer(port, found["NAME"], folder, process)


@pytest.fixture
def bouncer(
    request: pytest.FixtureRequest, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bouncer]:
    """A PgBouncer that the requests' connections go through; marked with the mode and the size of its pool."""
    mode, size = getattr(request, "param", ("transaction", 1))
    running = start(tmp_path, mode, size)
    connections["default"].close()
    place = {"HOST": "127.0.0.1", "PORT": str(running.port)}
    # New threads make connections from the settings, this one has its own.
    for target in (settings.DATABASES["default"], connections["default"].settings_dict):
        for name, value in place.items():
            monkeypatch.setitem(target, name, value)
    monkeypatch.setitem(settings.TENANCY, "TRANSACTION_POOLING", mode == "transaction")
    monkeypatch.setattr(connections["default"], "_pooled", mode == "transaction")
    yield running
    connections["default"].close()
    running.stop()


@pytest.fixture(scope="module")
def businesses(database: str) -> Iterator[list[TenantInfo]]:
    """Live tenants, each with one row that says which it is. Made past the pooler, as provisioning is."""
    found = [
        provision_tenant(slug=f"pooled-{uuid.uuid4().hex[:10]}", name="Pooled").info() for _ in range(TENANTS)
    ]
    for info in found:
        with tenant_context(info):
            Sequence.objects.create(name=info.schema, value=1)
    connection.close()
    yield found
    connection.close()
    for info in found:
        drop_tenant(tenant_id=info.id)


several = pytest.mark.parametrize("bouncer", [("transaction", 1), ("transaction", 2)], indirect=True)


def where() -> tuple[str, str, str]:
    """The role, the schema, and what a row of the schema says of it."""
    with connection.cursor() as cursor:
        cursor.execute(WHERE)
        found: tuple[str, str, str] = cursor.fetchone()
    return found


def home(info: TenantInfo) -> tuple[str, str, str]:
    """The same as it must be."""
    return role_of(info.schema), info.schema, info.schema


def left(session: psycopg.Connection[Any]) -> Any:
    """What a bare client finds on the server's connection that it is given."""
    return session.execute("SELECT current_user::text, current_setting('search_path')").fetchone()


def test_it_is_the_pooler_that_we_speak_to(businesses: list[TenantInfo], bouncer: Bouncer) -> None:
    with tenant_context(businesses[0]):
        assert where() == home(businesses[0])
    assert connection.settings_dict["PORT"] == str(bouncer.port)
    with bouncer.session() as one, bouncer.session() as other:
        # One connection to the server for two clients: that is transaction mode.
        pids = {
            session.execute("SELECT pg_backend_pid()").fetchone()[0]  # type: ignore[index]
            for session in (one, other, one)
        }
    assert len(pids) == 1


def test_nothing_is_left_for_the_next_client(businesses: list[TenantInfo], bouncer: Bouncer) -> None:
    one, other = businesses[:2]
    with bouncer.session() as stranger:
        with tenant_context(one):
            assert where() == home(one)
            assert left(stranger) == CLEAN
            with transaction.atomic():
                assert where() == home(one)
                with tenant_context(other):
                    assert where() == home(other)
                assert where() == home(one)
            assert left(stranger) == CLEAN
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT nothing_such")
            assert left(stranger) == CLEAN
            with pytest.raises(DatabaseError), connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")
            assert left(stranger) == CLEAN
        with tenant_context(PUBLIC):
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_user::text")
                assert cursor.fetchone() == ("guildhall_app",)
            assert left(stranger) == CLEAN


def test_what_a_client_leaves_is_not_trusted(businesses: list[TenantInfo], bouncer: Bouncer) -> None:
    """Somebody else's client sets a role for the session, and the connection comes to us with it."""
    one, other = businesses[:2]
    with bouncer.session() as careless:
        careless.execute(f'SET ROLE "{role_of(other.schema)}"'.encode())
        careless.execute(f'SET search_path = "{other.schema}", public'.encode())
        assert left(careless)[0] == role_of(other.schema)
        with tenant_context(one):
            assert where() == home(one)
            with transaction.atomic():
                assert where() == home(one)
        with tenant_context(PUBLIC), connection.cursor() as cursor:
            cursor.execute("SELECT current_user::text, current_schema()::text")
            assert cursor.fetchone() == ("guildhall_app", "public")


@several
def test_many_clients_in_many_businesses_never_meet(
    businesses: list[TenantInfo], bouncer: Bouncer, run_parallel: Callable[..., list[Any]]
) -> None:
    """Eight threads change business at every step, and share one or two connections to the server."""

    def work(seed: int) -> int:
        chance = random.Random(seed)
        for _ in range(40):
            info = chance.choice(businesses)
            with tenant_context(info):
                step = chance.randrange(5)
                if step == 0:
                    assert where() == home(info)
                elif step == 1:
                    with transaction.atomic():
                        assert where() == home(info)
                        assert where() == home(info)
                elif step == 2:
                    with pytest.raises(KeyError), transaction.atomic():  # noqa: PT012
                        assert where() == home(info)
                        raise KeyError
                elif step == 3:
                    with transaction.atomic():
                        with pytest.raises(DatabaseError), transaction.atomic():  # noqa: SIM117
                            with connection.cursor() as cursor:
                                cursor.execute("SELECT nothing_such")
                        assert where() == home(info)
                else:
                    other = chance.choice(businesses)
                    with transaction.atomic():
                        assert where() == home(info)
                        with tenant_context(other):
                            assert where() == home(other)
                        assert where() == home(info)
        return 1

    assert sum(run_parallel(work, 8)) == 8


@several
def test_services_work_through_it(
    businesses: list[TenantInfo], bouncer: Bouncer, run_parallel: Callable[..., list[Any]]
) -> None:
    """Transactions with their context, gapless numbers under a lock, and rights: what services stand on."""

    prefix = uuid.uuid4().hex[:6].upper()

    def work(index: int) -> str:
        with tenant_context(businesses[index % 2]), db.transaction():
            db.advisory_lock("test.pooler")
            return db.next_number(prefix, period="2026")

    numbers = run_parallel(work, 8)
    assert sorted(numbers) == sorted(f"{prefix}-2026-{n:06}" for n in (1, 2, 3, 4) for _ in range(2))
    for info in businesses[:2]:
        with tenant_context(info):
            assert accounts.role_id(OWNER) is not None


def test_requests_work_through_it(
    businesses: list[TenantInfo], bouncer: Bouncer, run_parallel: Callable[..., list[Any]]
) -> None:
    """Whole requests, with their sign-in, of two businesses at once."""

    def work(index: int) -> tuple[int, str]:
        info = businesses[index % 2]
        email = f"user{index}@example.com"
        with tenant_context(info):
            user = accounts.create_user(
                principal=None, name=info.schema, email=email, password="a long secret"
            )
            accounts.assign_role(principal=None, user_id=user.pk, role=OWNER)
            token = accounts.issue_session_for(user).access_token
        reply = Api(info).get("/users", token=token)
        names = {row["name"] for row in reply.json["data"]} - {"Ledger"}
        assert names == {info.schema}, names
        other = Api(businesses[(index + 1) % 2]).get("/users", token=token)
        return other.status, Api(info).get("/me", token=token).json["email"]

    # The contract that answers are checked by is read once, before there are threads.
    assert Api(businesses[0]).get("/me").status == 401
    assert run_parallel(work, 4) == [(401, f"user{index}@example.com") for index in range(4)]


def test_a_pooler_that_ends_is_an_error_and_no_other_business(
    businesses: list[TenantInfo], bouncer: Bouncer, tmp_path: Path
) -> None:
    with tenant_context(businesses[0]):
        assert where() == home(businesses[0])
        bouncer.stop()
        with pytest.raises(OperationalError):
            where()
        connection.close()
        with pytest.raises(OperationalError):
            where()


@pytest.mark.skipif(program() is not None and version() < PREPARES, reason="this PgBouncer carries none over")
def test_a_prepared_statement_of_one_business_runs_in_the_other(
    businesses: list[TenantInfo], bouncer: Bouncer
) -> None:
    """PgBouncer gives one prepared statement to all clients with the same text; its plan follows the search path.

    Django prepares none (`prepare_threshold` is None); should anybody switch it on, no row crosses the wall.
    """
    clients = [bouncer.session(prepare_threshold=0) for _ in range(2)]
    try:
        for _ in range(6):
            for info, client in zip(businesses, clients, strict=False):
                with client.transaction():
                    client.execute(f'SET LOCAL search_path = "{info.schema}", public'.encode())
                    client.execute(f'SET LOCAL ROLE "{role_of(info.schema)}"'.encode())
                    cursor = psycopg.Cursor(client)
                    cursor.execute(WHERE.encode(), prepare=True)
                    assert cursor.fetchone() == home(info)
    finally:
        for client in clients:
            client.close()


# -- the ways that were not chosen ------------------------------------------------------------------------


def test_set_for_the_session_crosses_the_wall_in_transaction_mode(
    businesses: list[TenantInfo], bouncer: Bouncer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why TRANSACTION_POOLING must be said: what works on a connection of one's own leaks through a pooler."""
    monkeypatch.setattr(connections["default"], "_pooled", False)
    with tenant_context(businesses[0]), bouncer.session() as stranger:
        assert where() == home(businesses[0])
        assert left(stranger)[0] == role_of(businesses[0].schema), "the next client is in our role"
        row = stranger.execute("SELECT max(name) FROM kernel_sequence").fetchone()
        assert row == (businesses[0].schema,)


@pytest.mark.parametrize("bouncer", [("session", 2)], indirect=True)
def test_session_mode_needs_nothing(businesses: list[TenantInfo], bouncer: Bouncer) -> None:
    """With a server's connection a client the plain SET is right, and DISCARD ALL takes the role off afterwards."""
    for info in businesses:
        with tenant_context(info):
            assert where() == home(info)
            with transaction.atomic():
                assert where() == home(info)
        connection.close()
        with bouncer.session() as stranger:
            assert left(stranger) == CLEAN


def test_the_owner_goes_past_the_pooler(bouncer: Bouncer) -> None:
    """Migrations, provisioning and backups need a session: `DATABASE_URL` stays the server's own."""
    with owner_connection() as owner:
        assert owner.info.port != bouncer.port
        row = owner.execute("SELECT current_user::text").fetchone()
    assert row is not None
    assert row[0] != settings.DATABASES["default"]["USER"]
    assert connections["owner"].settings_dict["PORT"] != str(bouncer.port)
