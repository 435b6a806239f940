"""A pytest plugin: which lines ran, measured by SlipCover in each process that runs tests.

coverage.py's tracer is called for every line and call of every library too: it made the suite take half as much
processor time again (Python 3.11; `sys.monitoring`, which is cheap, begins with 3.12). SlipCover puts its probes
into our own modules only, as they are imported, and uses `sys.monitoring` where there is one.

`--measure` switches it on; `--at-least=90` makes it a gate, for a run of all tests.
Must be the first plugin of ours: what is imported before it is not measured.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from slipcover import Slipcover

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [str(ROOT / part) for part in ("backend", "bot", "clients/python/guildhall", "infra")]
OMIT = ["*/migrations/*", "*/generated/*", "*/guildhall/resources.py"]
EXCLUDE = [r"if TYPE_CHECKING:", r"@overload", r"\.\.\.$", r"@abstractmethod", r"raise AssertionError"]
GATED = "backend"
"""What the gate is about. The rest runs in processes of its own (`make run`, the demo), which nothing measures."""
NEVER = 2**31 - 1
"""Probes stay: to take them out, SlipCover would exchange the code of functions that other threads run."""

FOLDER = "GUILDHALL_COVERAGE_FOLDER"

_measure: Slipcover | None = None
_session: pytest.Session | None = None


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--measure` and `--at-least`."""
    parser.addoption("--measure", action="store_true", help="say which lines did not run")
    parser.addoption(
        "--at-least", type=float, help=f"with --measure: fail where fewer percent of the lines of {GATED} ran"
    )


def _begin() -> None:
    global _measure
    import slipcover

    _measure = slipcover.Slipcover(source=SOURCES, omit=OMIT, exclude_also=EXCLUDE, d_miss_threshold=NEVER)
    slipcover.ImportManager(_measure, slipcover.FileMatcher(sources=SOURCES, omit=OMIT)).__enter__()


# At the import of the plugin: pytest reads its options only after it has imported the other plugins.
if "--measure" in sys.argv or os.environ.get(FOLDER):
    _begin()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Says where the workers of pytest-xdist leave what they saw."""
    if _measure is not None and not os.environ.get("PYTEST_XDIST_WORKER"):
        folder = ROOT / ".local" / "reports" / "coverage"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.json"):
            old.unlink()
        os.environ[FOLDER] = str(folder)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker leaves what it saw."""
    global _session
    _session = session
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if _measure is not None and worker:
        Path(os.environ[FOLDER], f"{worker}.json").write_text(json.dumps(_measure.get_coverage()), "utf-8")


def share(seen: Mapping[str, Any], folder: str) -> float:
    """How many percent of the lines of a folder's files ran; 100 where it has none."""
    ran = missed = 0
    for name, found in seen["files"].items():
        if Path(name).parts[:1] == (folder,):
            ran += found["summary"]["covered_lines"]
            missed += found["summary"]["missing_lines"]
    return 100 * ran / (ran + missed) if ran + missed else 100.0


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The lines that ran in no process, by file."""
    if _measure is None or os.environ.get("PYTEST_XDIST_WORKER"):
        return
    import slipcover

    seen = _measure.get_coverage()
    for path in sorted(Path(os.environ[FOLDER]).glob("*.json")):
        slipcover.merge_coverage(seen, json.loads(path.read_text("utf-8")))
    terminalreporter.section("coverage")
    for name, found in sorted(seen["files"].items()):
        if found["missing_lines"]:
            lines, missed = found["summary"]["covered_lines"], len(found["missing_lines"])
            terminalreporter.write_line(
                f"{100 * lines // (lines + missed):>4}%  {missed:>4} of {lines + missed:<4} {name}"
            )
    whole = seen["summary"]
    total = whole["covered_lines"] + whole["missing_lines"]
    terminalreporter.write_line(
        f"{whole['percent_covered']:.1f}% of {total} lines ran; {len(seen['files'])} files, the full ones not shown"
    )
    gated, least = share(seen, GATED), terminalreporter.config.getoption("--at-least")
    terminalreporter.write_line(f"{gated:.1f}% of the lines of {GATED} ran")
    if least is not None and gated < least:
        terminalreporter.write_line(f"FAILED: that is less than {least:g}%", red=True)
        assert _session is not None
        # The summary is written within the end of the session, whose status pytest reads after it.
        _session.exitstatus = pytest.ExitCode.TESTS_FAILED
