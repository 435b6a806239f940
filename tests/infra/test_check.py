"""The runner of the gates: what fails is told with advice, what cannot be asked is told loudly."""

from __future__ import annotations

import sys

import pytest

from infra.dev import check
from infra.dev.console import Problem

PASSES = check.Gate("good", (sys.executable, "-c", "print('fine')"), "Nothing to do.")
FAILS = check.Gate(
    "bad", (sys.executable, "-c", "print('line 7 is wrong'); raise SystemExit(2)"), "Mend line 7."
)
ABSENT = check.Gate("absent", ("false",), "Install it.", lambda: "there is no Node.js here")


@pytest.fixture(autouse=True)
def no_build_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def test_all_pass(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(check, "GATES", (PASSES,))
    assert check.check() == 0
    assert "1 gates passed" in capsys.readouterr().out


def test_a_failure_shows_its_output_and_advice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "GATES", (PASSES, FAILS))
    assert check.check() == 1
    said = capsys.readouterr()
    assert "line 7 is wrong" in said.out
    assert "Mend line 7." in said.out
    assert "1 of 2 gates failed" in said.err
    assert "fine" not in said.out


def test_a_gate_that_cannot_be_asked_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "GATES", (PASSES, ABSENT))
    assert check.check() == 0
    assert "LEFT OUT: there is no Node.js here" in capsys.readouterr().out
    monkeypatch.setenv("CI", "1")
    assert check.check() == 1


def test_gates_are_chosen_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "GATES", (PASSES, FAILS))
    assert check.check(["good"]) == 0
    with pytest.raises(Problem, match="no gate ugly: there are bad, good"):
        check.check(["ugly"])
