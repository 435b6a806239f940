"""What ``make test``, ``demo``, ``fuzz``, ``bench``, ``load``, ``tenants``, ``openapi`` and ``clients`` do."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from infra.dev import console
from infra.dev.catalogues import compile_catalogues
from infra.dev.check import node_problem
from infra.dev.console import Problem
from infra.dev.layout import ROOT, Local, python_path
from infra.dev.stack import Stack

GENERATORS = ("clients/python/generate", "clients/typescript/generate")


def environment(**more: str) -> dict[str, str]:
    """The environment of our programs: the repository is importable, and the environment's tools are found first."""
    found = {
        **os.environ,
        "PYTHONPATH": python_path(),
        "PYTHONUNBUFFERED": "1",
        "PYTHON": sys.executable,
        **more,
    }
    found["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return found


def program(*command: str, **more: str) -> int:
    """Run a program in the repository with our environment; answers its exit status."""
    return subprocess.run(command, cwd=ROOT, env=environment(**more), check=False).returncode


def module(name: str, *arguments: str, **more: str) -> int:
    """Run a Python module of the repository. Raises Problem when there is none of that name."""
    try:
        found = importlib.util.find_spec(name)
    except ModuleNotFoundError:
        found = None
    if found is None:
        raise Problem(
            f"There is no {name} in this working copy: get it back with `git checkout`, then try again."
        )
    return program(sys.executable, "-m", name, *arguments, **more)


COVERED = 90
"""Percent of the lines of `backend` that all tests together must run."""


def test(arguments: list[str]) -> int:
    """All tests with coverage, or those that ``arguments`` of pytest choose."""
    compile_catalogues()
    chosen = list(arguments)
    if not arguments:
        # Two workers: each has a database of its own, and more of them only share the cores.
        workers = str(min(2, os.cpu_count() or 1))
        chosen = [
            "-n",
            workers,
            "--dist",
            "loadscope",
            # The order is tests/conftest.py's: the long modules first.
            "--no-loadscope-reorder",
            "--measure",
            f"--at-least={COVERED}",
            "--durations=10",
        ]
    return module("pytest", *chosen)


def demo(local: Local) -> int:
    """The main job against what ``make run`` runs; without it, everything is started for the demo and stopped again."""
    stack = Stack.find(local)
    if stack is not None and stack.state.ready:
        return _demo(stack)
    if stack is not None:
        raise Problem("Guildhall is still starting: wait for its banner, then run `make demo` again.")
    with console.step("Nothing runs here yet: Guildhall starts in the background for the demo"):
        stack = Stack.up(local)
    with stack:
        return _demo(stack)


def _demo(stack: Stack) -> int:
    logins = stack.local.demo_logins
    if not logins.exists():
        raise Problem(
            f"The demo businesses are not there ({logins} is missing): stop `make run` and start it again."
        )
    return module(
        "infra.demo",
        **stack.environment,
        GUILDHALL_API=stack.addresses["api"],
        GUILDHALL_STREAM=stack.addresses["stream"],
        GUILDHALL_DEMO_LOGINS=str(logins),
        GUILDHALL_LOCAL_DIR=str(stack.local.path),
        GUILDHALL_ADDRESSES=json.dumps(stack.addresses),
    )


def fuzz(arguments: list[str]) -> int:
    """Schemathesis with many examples. ``EXAMPLES`` says how many an operation gets."""
    compile_catalogues()
    examples = os.environ.get("EXAMPLES", "").strip() or "300"
    if not examples.isdigit():
        raise Problem(f"EXAMPLES is {examples!r}: give a whole number, such as `make fuzz EXAMPLES=1000`.")
    return module("pytest", "tests/contract", "-m", "fuzz", *arguments, GUILDHALL_FUZZ_EXAMPLES=examples)


def bench(arguments: list[str]) -> int:
    """Rates of the main operations, each as a ratio to a reference of the same run."""
    return module("tests.bench", *arguments)


def load(arguments: list[str]) -> int:
    """A profile of load, stress, spikes or endurance against a running server."""
    from infra.dev.load import load as drive

    return drive(arguments)


def tenants(arguments: list[str]) -> int:
    """A database with ``N`` businesses, and what they cost in it."""
    from infra.dev.tenants import tenants as fill

    return fill(arguments)


def openapi(arguments: list[str]) -> int:
    """Write the API's document and the events' schemas from the code."""
    compile_catalogues()
    with console.step("openapi/ is written from the code"):
        return module("backend.manage", "openapi", *arguments)


def clients(arguments: list[str]) -> int:
    """Generate the clients from ``openapi/``; the TypeScript one needs Node."""
    status = 0
    for name in GENERATORS:
        if not (ROOT / name).exists():
            raise Problem(
                f"There is no {name} in this working copy: get it back with `git checkout`, then try again."
            )
        if "typescript" in name and (reason := node_problem()):
            raise Problem(
                f"The TypeScript client was not generated, because {reason}; then run `make clients` again."
            )
        with console.step(f"{name} runs"):
            status = program(str(ROOT / name), *arguments) or status
    return status
