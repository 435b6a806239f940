"""The watch itself: what it lets through and what it refuses. Else a broken watch would pass everything."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse

from tests.contract.watch import Contract, ContractBroken

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/things/{id}": {
            "get": {
                "operationId": "things_retrieve",
                "responses": {
                    "200": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                    },
                    "204": {"description": "Nothing"},
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["id", "at", "part"],
                "properties": {
                    "id": {"type": "string", "pattern": "^thi_"},
                    "at": {"type": "string", "format": "date-time"},
                    "part": {"$ref": "#/components/schemas/Part"},
                },
            },
            "Part": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}},
        }
    },
}
GOOD = {"id": "thi_1", "at": "2026-01-31T10:00:00Z", "part": {"n": 1}}


def answer(body: Any = GOOD, status: int = 200, media: str = "application/json") -> HttpResponse:
    return HttpResponse(json.dumps(body) if body is not None else b"", status=status, content_type=media)


@pytest.mark.parametrize("response", [answer(), answer(None, 204)], ids=["body", "none"])
def test_what_is_documented_passes(response: HttpResponse) -> None:
    Contract(DOCUMENT).check("things_retrieve", "GET", response)


@pytest.mark.parametrize(
    ("response", "told"),
    [
        (answer(status=201), "answers 201"),
        (answer(media="text/html"), "'text/html'"),
        (answer(status=204), "has a body"),
        (answer({**GOOD, "id": "oth_1"}), "at /id"),
        (answer({**GOOD, "at": "2026-01-31T10:00:00+05:00"}), "at /at"),
        (answer({**GOOD, "part": {"n": "1"}}), "at /part/n"),
        (answer({**GOOD, "part": {}}), "at /part"),
        (answer({"id": "thi_1"}), "at /:"),
    ],
    ids=["status", "media", "extra body", "pattern", "zone", "nested type", "nested required", "required"],
)
def test_what_is_not_documented_is_refused(response: HttpResponse, told: str) -> None:
    with pytest.raises(ContractBroken, match=told):
        Contract(DOCUMENT).check("things_retrieve", "GET", response)
