"""Every answer that a test gets from the API is held against the contract, and remembered.

`watched` is called by `tests.support.client`: it refuses an undocumented status, another content type and a body
that its JSON schema does not fit, and counts the request's SQL statements. At the end of a run of all tests every
operation must have been called with a success and with a refusal; the report of statements goes to
`.local/reports/queries.txt`. The hooks at the end are imported by `tests/conftest.py`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from jsonschema_rs import Draft202012Validator, Registry

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / ".local" / "reports" / "queries.txt"
RUN = "GUILDHALL_CONTRACT_RUN"
BASE = "urn:guildhall"
#: Not the request's work: savepoints, and what the tenant's connection is set up with.
_HOUSEKEEPING = re.compile(r"\s*(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SET\b)", re.IGNORECASE)


class ContractBroken(AssertionError):
    """An answer is not one that the contract documents."""


def _is_time(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", value))


def _is_date(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


#: Narrower than RFC 3339 allows: the contract promises UTC with a Z.
FORMATS = {"date-time": _is_time, "date": _is_date}


class Contract:
    """The document as built from the code, ready to check answers."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.operations: dict[str, dict[str, Any]] = {}
        self.places: dict[str, tuple[str, str]] = {}
        for path, item in document["paths"].items():
            for method, operation in item.items():
                self.operations[operation["operationId"]] = operation
                self.places[operation["operationId"]] = (method.upper(), path)
        self.registry = Registry([(BASE, document)])
        self._validators: dict[tuple[str, int, str], Draft202012Validator] = {}

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """What a local `$ref` points at; the node itself where there is none."""
        while "$ref" in node:
            target: Any = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def validator(self, schema: dict[str, Any]) -> Draft202012Validator:
        """A validator of a schema that may refer to the document's components."""
        return Draft202012Validator(
            _absolute(schema), registry=self.registry, formats=FORMATS, validate_formats=True
        )

    def body_validator(self, operation_id: str, status: int, media: str) -> Draft202012Validator | None:
        """The validator of an answer's body, made once; None where nothing is said about the body."""
        key = (operation_id, status, media)
        if key not in self._validators:
            response = self.resolve(self.operations[operation_id]["responses"][str(status)])
            self._validators[key] = self.validator(response["content"][media].get("schema", {}))
        return self._validators[key]

    def check(self, operation_id: str, method: str, response: HttpResponse) -> None:
        """Raises ContractBroken where the answer is not one that is documented."""
        status = response.status_code
        operation = self.operations[operation_id]
        if str(status) not in operation["responses"]:
            raise ContractBroken(
                f"{operation_id} answers {status}, which it does not document: {_cut(response)}"
            )
        content = self.resolve(operation["responses"][str(status)]).get("content", {})
        media = response.headers.get("Content-Type", "").partition(";")[0].strip()
        if not content:
            if not getattr(response, "streaming", False) and response.content:
                raise ContractBroken(
                    f"{operation_id} {status} has a body, and documents none: {_cut(response)}"
                )
            return
        if media not in content:
            raise ContractBroken(f"{operation_id} {status} is {media!r}, and documents {sorted(content)}")
        if method == "HEAD" or "json" not in media:
            return
        found = self.body_validator(operation_id, status, media)
        if found is None:
            return
        body = json.loads(response.content)
        if found.is_valid(body):
            return
        errors = found.iter_errors(body)
        if "fields" in getattr(getattr(response, "wsgi_request", None), "GET", {}):
            # A sparse answer lacks what a whole one must have; the rest of it holds.
            errors = (error for error in errors if error.kind.name != "required")
        error = next(iter(errors), None)
        if error is not None:
            at = "/".join(str(part) for part in error.instance_path)
            raise ContractBroken(f"{operation_id} {status}, at /{at}: {error.message[:500]}")


def _absolute(node: Any) -> Any:
    """A schema whose references name the document, so that it may stand alone."""
    if isinstance(node, dict):
        return {
            key: BASE + value if key == "$ref" and isinstance(value, str) else _absolute(value)
            for key, value in node.items()
        }
    return [_absolute(item) for item in node] if isinstance(node, list) else node


def _cut(response: HttpResponse) -> str:
    return "" if getattr(response, "streaming", False) else response.content[:600].decode(errors="replace")


@lru_cache(maxsize=1)
def contract() -> Contract:
    """The contract of the code, built once a process. `test_document` and the gate judge it, which takes longer."""
    from backend.kernel.management.commands.openapi import build
    from backend.kernel.tenancy import PUBLIC, tenant_context

    with tenant_context(PUBLIC):
        return Contract(build(judge=False))


@lru_cache(maxsize=1)
def _ids_by_view() -> dict[tuple[str, str], str]:
    from backend.kernel.api.openapi import operation_id
    from backend.kernel.api.routes import REGISTER

    return {
        (f"{resource.__module__}.{resource.__qualname__}", name): operation_id(resource, operation)
        for _stem, resource in REGISTER
        for name, operation in resource.operations.items()
    }


class Seen:
    """What the tests of this process have called."""

    def __init__(self) -> None:
        self.classes: dict[str, set[str]] = defaultdict(set)
        self.statements: dict[str, list[int]] = defaultdict(list)

    def note(self, operation_id: str, status: int, statements: int) -> None:
        """Remembers a call and its number of statements."""
        if 200 <= status < 300:
            self.classes[operation_id].add("success")
            self.statements[operation_id].append(statements)
        elif 400 <= status < 500:
            self.classes[operation_id].add("refusal")

    def save(self, path: Path) -> None:
        """Writes it down for the process that merges."""
        data = {name: [sorted(self.classes[name]), self.statements[name]] for name in self.classes}
        path.write_text(json.dumps(data), encoding="utf-8")


SEEN = Seen()


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that the block sends on the default connection, without housekeeping."""
    seen: list[str] = []

    def note(execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        if not _HOUSEKEEPING.match(str(statement)):
            seen.append(str(statement))
        return execute(statement, params, many, context)

    with connection.execute_wrapper(note):
        yield seen


def operation_of(response: Any, method: str) -> str | None:
    """The operationId that an answer of Django's test client belongs to; None outside the contract."""
    from django.urls import Resolver404

    try:
        view = response.resolver_match.func
    except Resolver404:
        return None
    named: dict[str, Any] = getattr(view, "guildhall", {})
    wanted = "GET" if method == "HEAD" else method
    for name, operation in named.items():
        if operation.method == wanted:
            return _ids_by_view().get((f"{view.cls.__module__}.{view.cls.__qualname__}", name))
    return None


def watched(method: str, send: Callable[[], Any]) -> Any:
    """Sends a request and gives its answer, checked and remembered. Raises ContractBroken."""
    with counted() as statements:
        response = send()
    operation_id = operation_of(response, method.upper())
    if operation_id is not None and operation_id in contract().operations:
        SEEN.note(operation_id, response.status_code, len(statements))
        contract().check(operation_id, method.upper(), response)
    return response


# -- pytest's hooks ---------------------------------------------------------------------------------------

_SESSION = pytest.StashKey[pytest.Session]()


def pytest_configure(config: pytest.Config) -> None:
    """The controller makes the folder where its workers leave what they have seen."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ[RUN] = tempfile.mkdtemp(prefix="guildhall-contract-")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Keeps the session: its exit status is ours to set."""
    session.config.stash[_SESSION] = session


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Each process writes down what it has seen."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    SEEN.save(Path(os.environ[RUN]) / f"{worker}.json")


def why_partial(config: pytest.Config) -> str | None:
    """Why this run is not one of all tests; None where it is."""
    if config.args_source is not config.ArgsSource.TESTPATHS:
        return "paths were named"
    for name, what in (
        ("keyword", "-k"),
        ("markexpr", "-m"),
        ("lf", "--lf"),
        ("deselect", "--deselect"),
        ("ignore", "--ignore"),
        ("collectonly", "--collect-only"),
    ):
        if getattr(config.option, name, None):
            return f"{what} was given"
    return None


def merged(folder: Path) -> tuple[dict[str, set[str]], dict[str, list[int]]]:
    """What all processes have seen: classes of status, and statements a request, by operationId."""
    classes: dict[str, set[str]] = defaultdict(set)
    statements: dict[str, list[int]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        for name, (seen, counts) in json.loads(path.read_text(encoding="utf-8")).items():
            classes[name].update(seen)
            statements[name].extend(counts)
    return classes, statements


def gaps(classes: dict[str, set[str]], operations: list[str]) -> list[str]:
    """What was not called as it must be, a line each."""
    return [
        f"{name}: no {' and no '.join(sorted(missing))}"
        for name in sorted(operations)
        if (missing := {"success", "refusal"} - classes.get(name, set()))
    ]


def query_table(statements: dict[str, list[int]]) -> list[str]:
    """The report's lines: least, median and most statements a successful request, most first."""
    rows = [
        (max(counts), sorted(counts)[len(counts) // 2], min(counts), len(counts), name)
        for name, counts in statements.items()
        if counts
    ]
    head = f"{'least':>6} {'median':>6} {'most':>6} {'calls':>6}  operation"
    return [
        head,
        *(
            f"{low:>6} {mid:>6} {high:>6} {n:>6}  {name}"
            for high, mid, low, n, name in sorted(rows, reverse=True)
        ),
    ]


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:
    """The controller merges, reports, and fails a whole run that left an operation uncalled."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    folder = Path(os.environ[RUN])
    classes, statements = merged(folder)
    shutil.rmtree(folder, ignore_errors=True)
    lines = query_table(statements)
    if len(lines) > 1:
        REPORT.parent.mkdir(parents=True, exist_ok=True)
        REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
        terminalreporter.section("statements a request (worst ten; all in .local/reports/queries.txt)")
        for line in lines[:11]:
            terminalreporter.write_line(line)
    partial = why_partial(config)
    if partial is not None:
        terminalreporter.write_line(f"operation coverage: SKIPPED, a partial run ({partial})", yellow=True)
        return
    if exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        terminalreporter.write_line("operation coverage: SKIPPED, the run was broken off", yellow=True)
        return
    # Read, not built: this process has no database.
    import yaml

    text = (ROOT / "openapi" / "guildhall.yaml").read_text(encoding="utf-8")
    document = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe one
    operations = [op["operationId"] for item in document["paths"].values() for op in item.values()]
    missing = gaps(classes, operations)
    if missing:
        terminalreporter.section("operation coverage: FAILED", red=True)
        for line in missing:
            terminalreporter.write_line(line, red=True)
        config.stash[_SESSION].exitstatus = pytest.ExitCode.TESTS_FAILED
    else:
        terminalreporter.write_line(
            f"operation coverage: each of {len(operations)} operations had a success and a refusal",
            green=True,
        )
