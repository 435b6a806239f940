"""schemathesis, with every check and phase, over the operations of a live server.

A run of `make test` takes every operation with a few examples and a part of the deterministic cases, by a fixed seed;
`make fuzz EXAMPLES=300` takes many, all of those, and sequences. A failure is a bug of the product: mend that, and
leave the checks as they are. The seed is printed; `GUILDHALL_FUZZ_SEED` repeats a run, `GUILDHALL_FUZZ_ONLY` takes
some operations (beginnings of their names, by commas), `GUILDHALL_FUZZ_PART` another part of the deterministic cases.
"""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
import pytest
import yaml
from django.conf import settings
from django.db import connections

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import tenancy
from backend.kernel.ids import encode
from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants.bootstrap import prepare_database
from tests.contract.watch import contract
from tests.contract.world import World, made_centre, registered
from tests.support import databases

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
EXAMPLES = int(os.environ.get("GUILDHALL_FUZZ_EXAMPLES", "2"))
MANY = 20
"""From so many examples on, a run is a long one: each deterministic case, and stateful sequences."""

PART = int(os.environ.get("GUILDHALL_FUZZ_PART", "1" if EXAMPLES >= MANY else "12"))
"""One of so many deterministic cases is sent: all of them are 29,000, five minutes of both cores."""

REPORTS = ROOT / ".local" / "reports"


@pytest.fixture(scope="module")
def playground(database: str) -> Iterator[str]:
    """A database of the fuzz's own, for as long as this module runs.

    What is fuzzed commits, and an operator's routes reach every business there is: in the worker's database
    they would rename, suspend and close the ones that all other tests share.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    try:
        with databases.copied(databases.ensure_base(), f"{worker}_fuzz") as name:
            _enter(name)
            prepare_database()
            yield name
    finally:
        _enter(database)  # The copy's own end leads to another.


def _enter(name: str) -> None:
    connections.close_all()
    databases.use(name)
    tenancy.forget_tenant(None)


@pytest.fixture(scope="module")
def worlds(playground: str) -> list[World]:
    """Two businesses, filled; they end with their database."""
    return [made_centre(), made_centre()]


@pytest.fixture(scope="module")
def server(playground: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API as it runs in production: granian, on a free port, on the module's database."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    parts = urlsplit(os.environ["DATABASE_URL"])
    environment = {
        **os.environ,
        "DATABASE_URL": urlunsplit(parts._replace(path="/" + settings.DATABASES["default"]["NAME"])),
        "PYTHONPATH": str(ROOT),
        "GUILDHALL_LOG_LEVEL": "ERROR",
    }
    log = tmp_path_factory.mktemp("server") / "server.log"
    command = [
        str(BIN / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
        "--blocking-threads", "2", "--log-level", "warning", "backend.config.wsgi:application",
    ]  # fmt: skip
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{address}/api/v1/capabilities", timeout=5)
                break
            except httpx.TransportError:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError(f"no server: {log.read_text(errors='replace')[-3000:]}") from None
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)


@pytest.fixture
def operator(playground: str) -> str:
    """The token of an operator with every right."""
    with tenant_context(PUBLIC):
        roles = accounts.seed_roles([RoleSpec("fuzz", {"en": "Operator"}, ("*",))])
        user = accounts.create_user(
            principal=None, name="Operator", kind="operator", email="operator@fuzz.example",
            password="a long demo password", assignments=[Grant(roles["fuzz"])],
        )  # fmt: skip
        token = accounts.issue_session_for(user).access_token
    return str(token)


def document(keep: Callable[[str], bool]) -> dict[str, Any]:
    """The contract's operations of some names, without the header that the hooks send, and without `fields`.

    A sparse answer lacks what the schema requires of a whole one; `test_queries` looks at those.
    """
    whole = json.loads(json.dumps(contract().document))
    for path, item in list(whole["paths"].items()):
        for method, operation in list(item.items()):
            if not keep(operation["operationId"]):
                del item[method]
            else:
                operation["parameters"] = [
                    p
                    for p in operation["parameters"]
                    if p.get("$ref", "").rpartition("/")[2] != "TenantHeader" and p.get("name") != "fields"
                ]
        if not item:
            del whole["paths"][path]
    return whole


def run(
    name: str,
    address: str,
    folder: Path,
    described: dict[str, Any],
    people: list[tuple[str, str]],
    worlds: list[World],
    seed: int,
) -> None:
    """Runs the command line. Raises AssertionError with its report where a check fails."""
    schema = folder / "schema.yaml"
    schema.write_text(yaml.safe_dump(described, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "auth.yaml").write_text(
        yaml.safe_dump(
            {
                "auth": [
                    {"name": name, "fixedHeaders": [{"name": "Authorization", "value": f"Bearer {token}"}]}
                    for name, token in people
                ]
            }
        ),
        encoding="utf-8",
    )
    peers = f"peers = {json.dumps([name for name, _token in people])}\n" if len(people) > 1 else ""
    config = folder / "schemathesis.toml"
    config.write_text(
        f'hooks = "tests.contract.fuzz_hooks"\n'
        f"[auth.wfc]\npath = {json.dumps(str(folder / 'auth.yaml'))}\n{peers}"
        # NUL fits no schema's type worse than others, and is refused everywhere: see tests/kernel/api.
        "[generation]\nallow-x00 = false\n"
        # A version that is not the row's, a file that is too large, a password too many: refused as documented.
        "[checks.positive_data_acceptance]\n"
        'expected-statuses = ["2xx", "401", "403", "404", "409", "412", "413", "429", "5xx"]\n'
        # Of several faults one is answered, and it may be another than the one that was put in: an If-Match that is
        # no version (412) before the body, a value that cannot be taken (409) before a row that is not there.
        "[checks.negative_data_rejection]\n"
        'expected-statuses = ["400", "401", "403", "404", "406", "409", "412", "422", "428", "5xx"]\n',
        encoding="utf-8",
    )
    known: dict[str, list[str]] = {}
    for prefix, identity in worlds[0].ids.items():
        # Of sessions there is the fuzz's own: to end it would be to look at nothing but 401 from then on.
        if len(prefix) == 3 and prefix != "ses" and identity.startswith(f"{prefix}_"):
            known.setdefault(prefix, []).append(identity)
    long = "examples,coverage,fuzzing,stateful"
    phases = os.environ.get(
        "GUILDHALL_FUZZ_PHASES", long if EXAMPLES >= MANY else "examples,coverage,fuzzing"
    )
    command = [
        str(BIN / "schemathesis"), "--config-file", str(config), "run", str(schema), "--url", address,
        "--checks", "all", "--phases", phases, "--workers", "1", "--max-examples", str(EXAMPLES),
        "--seed", str(seed), "--no-color", "--generation-database", "none", "--request-timeout", "30",
        "--continue-on-failure", "--warnings", "off", "--suppress-health-check", "all",
    ]  # fmt: skip
    if EXAMPLES < MANY:
        command += ["--no-shrink"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "GUILDHALL_FUZZ_IDS": json.dumps(known),
        "GUILDHALL_FUZZ_TENANTS": json.dumps({encode("ten", w.info.id): w.info.slug for w in worlds}),
        "GUILDHALL_FUZZ_HOME": worlds[0].info.slug,
        "GUILDHALL_FUZZ_PART": str(PART),
    }
    report = REPORTS / f"fuzz-{name}.txt"
    report.parent.mkdir(parents=True, exist_ok=True)
    with report.open("wb") as out:
        done = subprocess.run(
            command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT, check=False
        )
    said = report.read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, f"seed {seed}\n{said[-30000:]}"


def asked(*, operator: bool, half: int | None = None) -> set[str]:
    """The names of the operator's operations or a business's: those of every second resource where `half` is 0 or 1.

    Of these, the ones that `GUILDHALL_FUZZ_ONLY` says (beginnings of names, by commas), where it says any.
    """
    names = [name for name in contract().operations if name.startswith("platform_") == operator]
    stems = sorted({registered()[name][0].plural for name in names})
    if half is not None:
        stems = stems[half::2]
    only = tuple(os.environ.get("GUILDHALL_FUZZ_ONLY", "").split(","))
    return {name for name in names if registered()[name][0].plural in stems and name.startswith(only)}


def fuzz_business(
    half: int, worlds: list[World], server: str, folder: Path, seed: int, name: str = "business"
) -> None:
    """Every operation of half a business's resources, by two owners, each a stranger in the other's business."""
    chosen = asked(operator=False, half=half)
    if chosen:
        people = [(f"owner{index}", world.token) for index, world in enumerate(worlds)]
        run(f"{name}-{half + 1}", server, folder, document(lambda one: one in chosen), people, worlds, seed)


@pytest.fixture
def seed() -> int:
    """Of this run."""
    given = int(os.environ.get("GUILDHALL_FUZZ_SEED", "0"))
    # A short run is the same each time, so that a red one is about the change; long ones go elsewhere each time.
    return given or (random.randrange(1, 2**31) if EXAMPLES >= MANY else 1)
