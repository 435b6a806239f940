"""What judges a run, and that every profile can be run. Nothing here drives a server or measures time."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from infra.dev import load as command
from infra.dev.console import Problem
from infra.dev.layout import ROOT
from tests.contract.watch import contract
from tests.load import journeys, profile
from tests.load.judge import LEAST, judge
from tests.load.profile import ProfileWrong
from tests.load.record import Record, outcome_of, percentile

TEXT = """
title = "a test"
pause = [0, 1]
mix = {me = 1}
stages = [
  {name = "warm", seconds = 5, users = 1, judged = false},
  {name = "one", seconds = 10, users = 2},
  {name = "two", seconds = 20, users = 4, spawn_rate = 1},
]
"""


def profile_with(**budget: Any) -> profile.Profile:
    fields = "\n".join(
        f"{name} = {value!r}".replace("'", '"') if not isinstance(value, dict) else ""
        for name, value in budget.items()
    )
    return profile.parse("test", f"{TEXT}\n[[budgets]]\n{fields}\n")


def record_of(**stages: dict[str, Any]) -> Record:
    """`record_of(one={"GET /me": [1, 2]})`: calls that succeeded, in milliseconds."""
    record = Record(seconds={"warm": 5, "one": 10, "two": 20})
    for stage, operations in stages.items():
        for operation, times in operations.items():
            for time in times:
                record.add(stage, operation, time, outcome="good")
    return record


def verdicts(record: Record, **budget: Any) -> list[tuple[str, float | None, bool]]:
    return [(one.stage, one.measured, one.holds) for one in judge(profile_with(**budget), record)]


MANY = list(range(1, 101))


# -- budgets ---------------------------------------------------------------------------------------


def test_a_percentile_is_held_to_its_bound_in_every_judged_stage() -> None:
    record = record_of(one={"GET /me": MANY}, two={"GET /me": [2 * one for one in MANY]})
    assert verdicts(record, measure="p95_ms", of="GET /me", at_most=95) == [
        ("one", 95, True),
        ("two", 190, False),
    ]
    assert verdicts(record, measure="p95_ms", of="GET /me", at_most=94, stages=["one"]) == [
        ("one", 95, False)
    ]


def test_silence_is_no_success() -> None:
    """Nothing measured, or too little to speak of a percentile, breaks a budget."""
    few = record_of(one={"GET /me": MANY[: LEAST - 1]})
    for budget in (
        {"measure": "p95_ms", "of": "GET /me", "at_most": 9e9},
        {"measure": "p95_ratio", "of": "GET /me", "to": "reference", "at_most": 9e9},
        {"measure": "p95_drift", "of": "GET /me", "against": "two", "at_most": 9e9},
        {"measure": "memory_drift", "against": "two", "at_most": 9e9},
        {"measure": "calls_drift", "of": "GET /me", "against": "two", "at_least": 0},
        {"measure": "error_rate", "of": "POST /orders", "at_most": 1},
        {"measure": "calls_a_second", "of": "POST /orders", "at_least": 0},
    ):
        (found,) = judge(profile_with(**budget, stages=["one"]), few)
        assert (found.measured, found.holds, bool(found.why)) == (None, False, True), budget
        assert "✗" in found.line()


def test_refusals_are_no_errors_and_either_is_no_time() -> None:
    record = record_of(one={"GET /me": MANY[:98]})
    record.add("one", "GET /me", 9e9, outcome=outcome_of(429, 200))
    record.add("one", "GET /me", 9e9, outcome=outcome_of(500, 200))
    assert verdicts(record, measure="error_rate", at_most=0.0, stages=["one"]) == [("one", 0.01, False)]
    assert verdicts(record, measure="refused_rate", at_most=0.01, stages=["one"]) == [("one", 0.01, True)]
    assert verdicts(record, measure="p95_ms", of="GET /me", at_most=98, stages=["one"]) == [("one", 94, True)]
    assert verdicts(record, measure="calls_a_second", at_least=9.8, stages=["one"]) == [("one", 9.8, True)]
    assert verdicts(record, measure="calls_a_second", at_least=9.9, stages=["one"]) == [("one", 9.8, False)]
    assert [outcome_of(status, 201) for status in (201, 200, 0, 404, 409, 503)] == [
        "good", "error", "error", "error", "error", "refused",
    ]  # fmt: skip


def test_ratios_are_to_the_reference_of_the_same_stage_and_drifts_to_another_stage() -> None:
    record = record_of(
        one={"GET /me": MANY, "reference": [10] * 30},
        two={"GET /me": [3 * one for one in MANY], "reference": [30] * 30},
    )
    ratio = {"measure": "p95_ratio", "of": "GET /me", "to": "reference", "at_most": 9.5}
    assert verdicts(record, **ratio) == [("one", 9.5, True), ("two", 9.5, True)]
    drift = {"measure": "p95_drift", "of": "GET /me", "against": "one", "stages": ["two"]}
    assert verdicts(record, **drift, at_most=3) == [("two", 3.0, True)]
    assert verdicts(record, **drift, at_most=2.9) == [("two", 3.0, False)]
    # The reference is no part of all.
    assert (
        verdicts(record, measure="p95_drift", of="*", against="one", stages=["two"], at_most=9)[0][1] == 3.0
    )
    median = {"measure": "p50_ratio", "of": "GET /me", "to": "reference", "stages": ["two"]}
    assert verdicts(record, **median, at_most=5) == [("two", 5.0, True)]
    assert verdicts(record, **median, at_most=4.9) == [("two", 5.0, False)]
    # As many calls in twice the time are half as many a second.
    pace = {"measure": "calls_drift", "of": "GET /me", "against": "one", "stages": ["two"]}
    assert verdicts(record, **pace, at_least=0.5) == [("two", 0.5, True)]
    assert verdicts(record, **pace, at_least=0.6) == [("two", 0.5, False)]
    record.memory["one"] = [100, 100, 900]
    record.memory["two"] = [125]
    memory = {"measure": "memory_drift", "against": "one", "stages": ["two"]}
    assert verdicts(record, **memory, at_most=1.25) == [("two", 1.25, True)]
    assert verdicts(record, **memory, at_most=1.2) == [("two", 1.25, False)]


def test_percentiles_are_by_nearest_rank() -> None:
    assert [percentile(MANY, one) for one in (0, 50, 95, 99, 100)] == [1, 50, 95, 99, 100]
    assert percentile([7], 95) == 7
    assert percentile([3, 1, 2], 50) == 2
    with pytest.raises(ValueError, match="rank"):
        percentile([], 50)


# -- profiles --------------------------------------------------------------------------------------


def test_there_are_the_four() -> None:
    assert profile.names() == ["endurance", "load", "spike", "stress"]


@pytest.mark.parametrize("name", ["endurance", "load", "spike", "stress"])
def test_a_profile_says_only_what_can_be_done_and_measured(name: str) -> None:
    found = profile.load(name)
    assert set(found.mix) <= set(journeys.JOURNEYS)
    assert set(found.mix) == set(journeys.JOURNEYS), "a day has all of it"
    for budget in found.budgets:
        assert {budget.of, budget.to or "*"} <= journeys.OPERATIONS
    assert any(budget.measure == "error_rate" for budget in found.budgets)
    assert any(one.endswith(("_ratio", "_drift")) for one in {budget.measure for budget in found.budgets})
    assert found.stage_at(0) == found.stages[0]
    assert found.stage_at(found.seconds - 0.1) == found.stages[-1]
    assert found.stage_at(found.seconds) is None
    half = found.scaled(0.5, 0.01)
    assert half.seconds == found.seconds / 2
    assert {stage.users for stage in half.stages} == {1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "Invalid value"),
        ('title = "x"', "missing"),
        (TEXT, "budgets is missing"),
        (TEXT + 'speed = 1\n[[budgets]]\nmeasure = "error_rate"\nat_most = 0', "speed means nothing"),
        (TEXT + "[[budgets]]\nat_most = 0", "measure is missing"),
        (TEXT + '[[budgets]]\nmeasure = "speed"\nat_most = 0', "is one of"),
        (TEXT + '[[budgets]]\nmeasure = "p95_ms"', "one bound at_most"),
        (TEXT + '[[budgets]]\nmeasure = "p95_ms"\nat_least = 5', "one bound at_most"),
        (TEXT + '[[budgets]]\nmeasure = "p95_ratio"\nat_most = 5', "`to`"),
        (TEXT + '[[budgets]]\nmeasure = "p95_drift"\nat_most = 5', "`against`"),
        (TEXT + '[[budgets]]\nmeasure = "p95_ms"\nat_most = 5\nstages = ["three"]', "names stages"),
        (TEXT + '[[budgets]]\nmeasure = "p95_ms"\nat_most = 5\nat_mots = 5', "at_mots means nothing"),
        (TEXT.replace("seconds = 10", "seconds = 0") + "budgets = []", "above 0"),
        (TEXT.replace("me = 1", "me = 0") + "budgets = []", "weights"),
        (TEXT.replace("[0, 1]", "[2, 1]") + "budgets = []", "pause"),
        (TEXT.replace('"two"', '"one"') + "budgets = []", "names of their own"),
    ],
)
def test_a_profile_that_means_nothing_is_refused(text: str, said: str) -> None:
    with pytest.raises(ProfileWrong, match=re.escape(said)):
        profile.parse("test", text)


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"PROFILE": "lode"}, "no profile 'lode'.*endurance, load, spike, stress"),
        ({"TIMES": "soon"}, "TIMES and PEOPLE are numbers"),
        ({"PEOPLE": "-1"}, "above 0"),
        ({"URL": "http://127.0.0.1:9"}, "LOGINS names the file"),
        ({"URL": "http://127.0.0.1:9", "LOGINS": "nowhere.json"}, "LOGINS names the file"),
    ],
)
def test_a_command_that_means_nothing_says_what_would(
    variables: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is installed or started."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(Problem, match=said):
        command.load([])


# -- what is sent ----------------------------------------------------------------------------------


class Sent:
    """A sender that notes what it is asked for, and answers as the API does."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, str, int, Any]] = []

    def __call__(
        self, method: str, path: str, *, operation: str, expected: int, json: Any = None, file: Any = None
    ) -> journeys.Answer:
        self.calls.append((method, path, operation, expected, json or file))
        rows = {
            "GET /services": [
                {"code": one, "id": f"svc_{one}"} for one in ("translation", "certified_copy", "apostille")
            ],
            "GET /payment-methods": [{"code": "cash", "id": "pme_1"}],
        }.get(operation, [{"id": "x_1"}])
        made = {"id": "ord_1", "total": {"amount": "1.00", "currency": "UZS"}}
        return journeys.Answer(expected, made if method == "POST" else {"data": rows})


@pytest.mark.parametrize("name", sorted(journeys.JOURNEYS))
def test_a_journey_sends_what_the_contract_has(name: str) -> None:
    """Method, address, status of success and the members of its body: a renamed field is found here."""
    document = contract().document
    sent, desk = Sent(), journeys.Desk()
    journeys.prepare(sent, desk)
    before = len(sent.calls)
    journeys.JOURNEYS[name](sent, desk)
    assert len(sent.calls) > before
    for method, path, operation, expected, body in sent.calls:
        address = re.sub(r"^(/orders)/[^/?]+$", r"\1/{id}", path.partition("?")[0])
        found = document["paths"][f"{journeys.PREFIX}{address}"][method.lower()]
        assert str(expected) in found["responses"]
        assert operation == f"{method} {address}"
        if isinstance(body, dict):
            schema = found["requestBody"]["content"]["application/json"]["schema"]
            members = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
            assert set(members.get("required", [])) <= set(body) <= set(members["properties"])
    for _method, _path, operation, _expected, _body in sent.calls[before:]:
        assert operation in journeys.OPERATIONS


def test_a_business_that_cannot_be_loaded_says_so() -> None:
    def empty(*_: Any, **options: Any) -> journeys.Answer:
        return journeys.Answer(200, {"data": []})

    with pytest.raises(journeys.NotPossible, match="services of a translation centre"):
        journeys.prepare(empty, journeys.Desk())
    with pytest.raises(journeys.NotPossible, match="GET /services answered 403"):
        journeys.prepare(lambda *_, **__: journeys.Answer(403, None), journeys.Desk())


def test_a_paper_is_a_pdf_of_its_pages_and_never_the_same() -> None:
    import pypdfium2

    one, other = journeys.paper(2), journeys.paper(2)
    assert one != other
    document = pypdfium2.PdfDocument(one)
    assert len(document) == 2
    document.close()
    kind, body = journeys.multipart(("a.pdf", one))
    mark = kind.partition("boundary=")[2]
    assert body.startswith(f"--{mark}\r\n".encode())
    assert one in body


def test_nothing_but_the_locustfile_needs_locust() -> None:
    """Locust patches the standard library: it stays out of the product's and the tests' environment."""
    for path in (ROOT / "tests" / "load").glob("*.py"):
        imported = {
            (node.module or "").partition(".")[0] if isinstance(node, ast.ImportFrom) else node.names[0].name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom | ast.Import)
        }
        assert path.name == "locustfile.py" or not imported & {"locust", "gevent"}
    packages = (ROOT / "infra" / "dev" / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"^(locust|gevent)==", packages, re.MULTILINE)
    assert re.search(r"^locust==", command.LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_drivers_half_imports_in_an_environment_of_its_own() -> None:
    """No site packages: what Locust's environment does not have, is not asked for."""
    modules = "profile, record, judge, journeys"
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.load import {modules}"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program],
        env={"PATH": os.environ.get("PATH", "")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
