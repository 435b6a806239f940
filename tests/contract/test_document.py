"""The document itself: valid, linted (that it is the code's, `make check` says); examples and errors' page true."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from django.test import Client
from drf_spectacular import validation

from tests.contract.watch import contract, gaps, query_table

ROOT = Path(__file__).resolve().parents[2]


def load_lint() -> Any:
    """The linter, which is a program beside the document."""
    spec = importlib.util.spec_from_file_location("openapi_lint", ROOT / "openapi" / "lint.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LINT = load_lint()


@pytest.fixture
def document(database: str) -> dict[str, Any]:
    """A copy that a test may spoil."""
    return copy.deepcopy(contract().document)


def test_it_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    published = Path(validation.__file__).with_name("openapi_3_1_schema.json").read_bytes()
    problems = jsonschema_rs.validator_for(json.loads(published)).iter_errors(document)
    assert [str(problem)[:500] for problem in problems] == []
    for name, schema in document["components"]["schemas"].items():
        assert jsonschema_rs.meta.is_valid(schema), name
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", name), name


def test_no_reference_leads_nowhere(document: dict[str, Any]) -> None:
    for at, node in LINT.walk(document):
        if isinstance(node.get("$ref"), str):
            assert contract().resolve(node), at


def test_no_rule_is_broken(document: dict[str, Any]) -> None:
    assert LINT.breaches(document) == []


def _spoilt() -> Iterator[tuple[str, Callable[[dict[str, Any]], None], str]]:
    def order(document: dict[str, Any]) -> dict[str, Any]:
        return document["paths"]["/api/v1/orders"]["post"]  # type: ignore[no-any-return]

    two = {"type": "string", "enum": ["a", "b"]}
    yield "a name", lambda d: order(d).update(operationId="createOrder"), "resource_verb"
    yield "a name twice", lambda d: order(d).update(operationId="orders_retrieve"), "one of a kind"
    yield "a summary", lambda d: order(d).pop("summary"), "summary"
    yield "two tags", lambda d: order(d)["tags"].append("auth"), "exactly one tag"
    yield "no security", lambda d: order(d).pop("security"), "security"
    yield (
        "no refusal",
        lambda d: [order(d)["responses"].pop(s) for s in list(order(d)["responses"]) if s > "3"],
        "no refusal",
    )
    yield (
        "another refusal",
        lambda d: order(d)["responses"].update({"409": {"content": {"application/json": {}}}}),
        "no problem document",
    )
    yield "too long", lambda d: order(d).update(description="x" * 7000), "bytes"
    yield (
        "an enum twice",
        lambda d: d["components"]["schemas"]["Order"]["properties"].update(a=two, b=two),
        "the enum",
    )
    yield (
        "an id",
        lambda d: d["components"]["schemas"]["Order"]["properties"]["id"].pop("pattern"),
        "Order.id",
    )
    yield (
        "an id in a path",
        lambda d: d["paths"]["/api/v1/orders/{id}"]["get"]["parameters"][0]["schema"].pop("pattern"),
        "no pattern",
    )
    yield (
        "a page",
        lambda d: d["components"]["schemas"]["OrderPage"]["properties"].pop("next_cursor"),
        "cursor page",
    )
    yield (
        "no end",
        lambda d: d["components"]["schemas"]["OrderFilesIn"]["properties"]["files"].pop("maxItems"),
        "without an end",
    )


@pytest.mark.parametrize(
    ("spoil", "said"), [case[1:] for case in _spoilt()], ids=[case[0] for case in _spoilt()]
)
def test_each_rule_is_kept(
    document: dict[str, Any], spoil: Callable[[dict[str, Any]], Any], said: str
) -> None:
    spoil(document)
    assert [line for line in LINT.breaches(document) if said in line]


def test_every_example_is_valid(document: dict[str, Any]) -> None:
    found = 0
    for at, node in LINT.walk({key: document[key] for key in ("paths", "components")}):
        if "type" not in node and "$ref" not in node:
            continue
        for example in node.get("examples", []) if isinstance(node.get("examples"), list) else []:
            found += 1
            schema = {key: value for key, value in node.items() if key != "examples"}
            errors = list(contract().validator(schema).iter_errors(example))
            assert not errors, (at, example, errors[0].message)
    assert found > 50


def test_the_page_of_errors_has_every_code(database: str, api_for: Callable[..., Any]) -> None:
    from backend.kernel.errors import CATALOGUE

    page = api_for(None).get("/api/docs/errors")
    assert page.status == 200
    text = page.body.decode()
    missing = [code for code in CATALOGUE if f'id="{code}"' not in text]
    assert not missing
    assert len(CATALOGUE) > 100


def test_every_documented_refusal_is_in_the_catalogue(document: dict[str, Any]) -> None:
    from backend.kernel.errors import CATALOGUE

    for _path, _method, operation in LINT.operations(document):
        _head, found, said = operation.get("description", "").partition("Refusals: ")
        for code in re.findall(r"`([a-z_]+)`", said) if found else []:
            assert code in CATALOGUE, (operation["operationId"], code)


def test_what_was_not_called_is_told() -> None:
    seen = {"a_list": {"success"}, "b_list": {"success", "refusal"}, "c_list": {"refusal"}}
    assert gaps(seen, ["a_list", "b_list", "c_list", "d_list"]) == [
        "a_list: no refusal", "c_list: no success", "d_list: no refusal and no success",
    ]  # fmt: skip
    lines = query_table({"a_list": [3, 1, 2], "b_list": [9], "c_list": []})
    assert [line.split()[-1] for line in lines[1:]] == ["b_list", "a_list"]


def test_the_pages_load_nothing_from_elsewhere(database: str, api_for: Callable[..., Any]) -> None:
    caller = api_for(None)
    for page in ("/api/docs", "/api/redoc"):
        text = caller.get(page).body.decode()
        parts = re.findall(r'(?:src|href)="([^"]+)"', text)
        assert parts
        for part in parts:
            assert part.startswith("/static/"), part
            found = Client(headers={"host": "localhost"}).get(part)
            assert found.status_code == 200
            assert b"cdn.redoc.ly" not in found.getvalue()
    # Swagger UI asks a validator of its makers about a document that is not on this machine, unless told not to.
    assert "validatorUrl:null" in caller.get("/api/docs").body.decode()


def test_the_document_that_is_served_is_the_code_s(database: str, api_for: Callable[..., Any]) -> None:
    served = api_for(None).get("/api/v1/openapi.json")
    assert served.status == 200
    assert json.loads(served.body) == json.loads(json.dumps(contract().document))
