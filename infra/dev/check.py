"""``make check``: the quality gates, as many at once as there are cores, with one summary at the end."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from infra.dev import console
from infra.dev.catalogues import compile_catalogues
from infra.dev.console import Problem, styled
from infra.dev.layout import ROOT, python_path

BIN = Path(sys.executable).parent
NODE_MAJOR = 20


@dataclass(frozen=True)
class Gate:
    """One gate: a command that must succeed.

    ``advice`` follows the output of one that failed. ``missing`` answers why the gate cannot be asked on this
    machine, or None; on a build machine (``CI`` set) that is a failure.
    """

    name: str
    command: tuple[str, ...]
    advice: str
    missing: Callable[[], str | None] = lambda: None


@dataclass(frozen=True)
class Outcome:
    """What came of a gate: passed, failed or left out, with what it said."""

    gate: Gate
    status: str
    text: str
    seconds: float


def _tool(name: str) -> str:
    return str(BIN / name)


def _manage(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "backend.manage", *arguments)


def node_problem() -> str | None:
    """Why the TypeScript client cannot be handled on this machine, or None."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return f"there is no Node.js here: install Node {NODE_MAJOR} or newer for the TypeScript client"
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.", said)
    if match is None or int(match[1]) < NODE_MAJOR:
        return f"Node is {said.strip()}: install Node {NODE_MAJOR} or newer for the TypeScript client"
    return None


def _command_there(name: str) -> Callable[[], str | None]:
    def missing() -> str | None:
        found = list((ROOT / "backend").glob(f"**/management/commands/{name}.py"))
        return None if found else f"the command {name} is not there yet"

    return missing


def _program_there(path: str, also: Callable[[], str | None] = lambda: None) -> Callable[[], str | None]:
    def missing() -> str | None:
        return also() if (ROOT / path).exists() else f"{path} is not there yet"

    return missing


#: The slow ones first, so that the short ones fill the other core.
GATES = (
    Gate("types", (_tool("mypy"),), "Mend the types; `# type: ignore[code]` needs a reason beside it."),
    Gate(
        "layers",
        (_tool("lint-imports"), "--no-cache"),
        "Import downwards only: call a facade, or emit an event that backend/wiring hears. "
        "A new domain needs its place in pyproject.toml's tiers.",
    ),
    Gate("lint", (_tool("ruff"), "check", "--quiet", "."), "`make format` mends most of it."),
    Gate("format", (_tool("ruff"), "format", "--check", "--quiet", "."), "`make format` does it."),
    Gate(
        "architecture",
        # Without services: the rules read files and the model registry.
        (
            *(sys.executable, "-m", "pytest", "-q", "--no-header", "--tb=short", "-p", "no:cacheprovider"),
            *(
                "-p",
                "no:infra.dev.pytest_services",
                "-o",
                "addopts=--import-mode=importlib",
                "tests/architecture",
            ),
        ),
        "Each line above names a place and the rule that it breaks; tests/architecture/rules.py has the rules.",
    ),
    Gate(
        "django",
        _manage("check", "--fail-level", "WARNING"),
        "Django's own checks say what is wrong with the settings, models or routes.",
    ),
    Gate(
        "migrations",
        _manage("makemigrations", "--check", "--dry-run", "--verbosity", "1"),
        "Models and migrations differ: `.venv/bin/python -m backend.manage makemigrations <app>` and commit it.",
    ),
    Gate(
        "expand-contract",
        (sys.executable, "-m", "infra.dev.expand_contract"),
        "While a release spreads, the one before it reads and writes the same tables: add columns with null or "
        "db_default, and drop in a later release, with `contract = True` and a `contract_reason` in the migration.",
    ),
    Gate(
        "contract",
        _manage("openapi", "--check"),
        "The API's document differs from the code: `make openapi clients`, read the difference, and commit it.",
        _command_there("openapi"),
    ),
    Gate(
        "contract-lint",
        (sys.executable, "openapi/lint.py", "openapi/guildhall.yaml"),
        "Each line above names an operation or component and the rule of openapi/lint.py that it breaks.",
    ),
    Gate(
        "client-python",
        (str(ROOT / "clients/python/generate"), "--check"),
        "The Python client differs from openapi/: `make clients` and commit it.",
        _program_there("clients/python/generate"),
    ),
    Gate(
        "client-typescript",
        (str(ROOT / "clients/typescript/generate"), "--check"),
        "The TypeScript client differs from openapi/: `make clients` and commit it.",
        _program_there("clients/typescript/generate", node_problem),
    ),
)


def ask(gate: Gate) -> Outcome:
    """Run one gate and keep what it says."""
    began = time.monotonic()
    reason = gate.missing()
    if reason is not None:
        status = "failed" if os.environ.get("CI") else "left out"
        return Outcome(gate, status, reason, 0.0)
    environment = {**os.environ, "PYTHONPATH": python_path(), "NO_COLOR": "1", "PYTHON": sys.executable}
    environment["PATH"] = f"{BIN}{os.pathsep}{environment.get('PATH', os.defpath)}"
    done = subprocess.run(
        gate.command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    status = "passed" if done.returncode == 0 else "failed"
    return Outcome(gate, status, done.stdout.strip(), time.monotonic() - began)


def report(outcome: Outcome) -> None:
    """Tell one outcome: a line, and for a failure all that it said with the advice."""
    mark, style = {"passed": ("✓", "green"), "failed": ("✗", "red"), "left out": ("!", "yellow")}[
        outcome.status
    ]
    line = f"{styled(mark, style)} {outcome.gate.name:<18} {styled(f'{outcome.seconds:.1f} s', 'dim')}"
    if outcome.status == "left out":
        line = f"{styled(mark, style)} {outcome.gate.name:<18} LEFT OUT: {outcome.text}"
    console.say(line)
    if outcome.status == "failed":
        for said in outcome.text.splitlines():
            console.say(f"    {said}")
        console.say(f"  {styled('→', 'yellow')} {outcome.gate.advice}")


def check(only: list[str] | None = None) -> int:
    """Ask all gates, or those named; answers the exit status.

    Raises Problem for a name that is no gate's.
    """
    names = {gate.name for gate in GATES}
    if unknown := set(only or ()) - names:
        raise Problem(f"There is no gate {', '.join(sorted(unknown))}: there are {', '.join(sorted(names))}.")
    chosen = [gate for gate in GATES if not only or gate.name in only]
    compile_catalogues()
    began = time.monotonic()
    outcomes = []
    workers = max(1, min(len(chosen), os.cpu_count() or 1))
    with ThreadPoolExecutor(workers) as pool:
        waiting = [pool.submit(ask, gate) for gate in chosen]
        for number, future in enumerate(as_completed(waiting), 1):
            outcome = future.result()
            outcomes.append(outcome)
            report(outcome)
            if number < len(chosen) and console.is_terminal():
                console.hint(f"{len(chosen) - number} more")
    failed = [outcome.gate.name for outcome in outcomes if outcome.status == "failed"]
    left_out = [outcome.gate.name for outcome in outcomes if outcome.status == "left out"]
    console.say()
    seconds = time.monotonic() - began
    if left_out:
        console.say(f"! not asked: {', '.join(left_out)}")
    if failed:
        console.complain(
            f"{len(failed)} of {len(chosen)} gates failed in {seconds:.0f} s: {', '.join(failed)}"
        )
        return 1
    console.say(f"{styled('✓', 'green')} {len(chosen) - len(left_out)} gates passed in {seconds:.0f} s")
    return 0
