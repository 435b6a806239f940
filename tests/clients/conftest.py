"""Fixtures for the clients: servers to talk to, and the TypeScript client compiled together with its tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from guildhall import Guildhall
from infra.dev.check import node_problem
from infra.dev.layout import ROOT
from tests.clients.site import Site, running, signed_in

TYPESCRIPT = ROOT / "clients" / "typescript"
NODE_TESTS = ROOT / "tests" / "clients" / "node"


@pytest.fixture(scope="package")
def site(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The API, the stream and a relay, over a database of their own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with running(worker, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def client(site: Site) -> Iterator[Callable[..., Guildhall]]:
    """`client("owner")` gives a signed-in member of staff, `client("operator")` the operator."""
    opened: list[Guildhall] = []

    def sign_in(role: str, **options: Any) -> Guildhall:
        opened.append(signed_in(site, role, **options))
        return opened[-1]

    yield sign_in
    for api in opened:
        api.close()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The TypeScript tests and the client under them, compiled strictly; skips only where there is no Node."""
    if reason := node_problem():
        pytest.skip(f"the TypeScript client is not tested: {reason}")
    tsc = TYPESCRIPT / "node_modules" / "typescript" / "bin" / "tsc"
    if not tsc.exists():
        npm = shutil.which("npm") or "npm"
        command = [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=TYPESCRIPT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-4000:]
    out = tmp_path_factory.mktemp("node")
    (out / "package.json").write_text('{"type": "module"}')
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, str(tsc), "-p", str(NODE_TESTS), "--outDir", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    return out / "tests" / "clients" / "node"


@pytest.fixture
def node(compiled: Path, tmp_path: Path) -> Callable[..., str]:
    """`node("journey.test.js", site=…, more=…)` runs a file of tests, which reads what is given as JSON."""

    def run(name: str, *, site: Site | None = None, **given: Any) -> str:
        told = tmp_path / "given.json"
        told.write_text(json.dumps({"site": asdict(site) if site else None, **given}))
        done = subprocess.run(
            [shutil.which("node") or "node", "--test", "--test-reporter=spec", str(compiled / name)],
            capture_output=True, text=True, check=False, timeout=300, env={**os.environ, "GUILDHALL_GIVEN": str(told)},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
        return done.stdout

    return run
