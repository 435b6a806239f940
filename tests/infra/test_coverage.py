"""The gate of coverage: what it counts, and that a run of all tests fails below it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from infra.dev import commands, pytest_coverage


def _file(ran: int, missed: int) -> dict[str, Any]:
    return {"summary": {"covered_lines": ran, "missing_lines": missed}}


def test_the_lines_of_one_folder_are_counted() -> None:
    seen = {
        "files": {"backend/a.py": _file(80, 20), "backend/b/c.py": _file(100, 0), "infra/d.py": _file(0, 9)}
    }
    assert pytest_coverage.share(seen, "backend") == 90.0
    assert pytest_coverage.share(seen, "infra") == 0.0
    assert pytest_coverage.share(seen, "elsewhere") == 100.0


def test_only_a_run_of_all_tests_has_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []

    def module(*arguments: str) -> int:
        ran.append(arguments)
        return 0

    monkeypatch.setattr(commands, "compile_catalogues", lambda: None)
    monkeypatch.setattr(commands, "module", module)
    commands.test([])
    commands.test(["tests/infra"])
    whole, part = ran
    assert {"--measure", "--at-least=90"} <= set(whole)
    assert part == ("pytest", "tests/infra")


@pytest.mark.parametrize(
    ("least", "status"),
    [(None, pytest.ExitCode.OK), (90.0, pytest.ExitCode.OK), (90.1, pytest.ExitCode.TESTS_FAILED)],
)
def test_a_run_below_the_gate_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: float | None, status: int
) -> None:
    seen = {
        "files": {"backend/a.py": {**_file(90, 10), "missing_lines": list(range(10))}},
        "summary": {"covered_lines": 90, "missing_lines": 10, "percent_covered": 90.0},
    }
    session = SimpleNamespace(exitstatus=pytest.ExitCode.OK)
    written: list[str] = []
    reporter = SimpleNamespace(
        section=lambda _title: None,
        write_line=lambda line, **_markup: written.append(line),
        config=SimpleNamespace(getoption={"--at-least": least}.__getitem__),
    )
    monkeypatch.setattr(pytest_coverage, "_measure", SimpleNamespace(get_coverage=lambda: seen))
    monkeypatch.setattr(pytest_coverage, "_session", session)
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    monkeypatch.setenv(pytest_coverage.FOLDER, str(tmp_path))
    pytest_coverage.pytest_terminal_summary(reporter)
    assert session.exitstatus == status
    assert ("FAILED: that is less than 90.1%" in written) == bool(status)
