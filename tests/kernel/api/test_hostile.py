"""What a hostile or broken client sends: each is refused with a problem document, and changes nothing."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from tests.business.organizations.people import sign_in

RIGHTS = ("customers.*", "organizations.*")


@pytest.fixture
def client(api: Any) -> Any:
    return sign_in(api, *RIGHTS)


def count(client: Any) -> int:
    return int(client.get("/customers", query={"count": "true", "limit": "1"}).json["total"])


def nested(depth: int) -> bytes:
    return b'{"name": ' + b"[" * depth + b"]" * depth + b"}"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "json_malformed"),
        (b'{"name": "A"} x', "json_malformed"),
        (b"\xff\xfe{}", "json_malformed"),
        (b'\xef\xbb\xbf{"name": "A"}', "json_malformed"),
        (b'{"name": NaN}', "json_malformed"),
        (b'{"name": Infinity}', "json_malformed"),
        (b'{"name": "A", "name": "B"}', "json_malformed"),
        (b'{"metadata": {"a": "1", "a": "2"}, "name": "A"}', "json_malformed"),
        (b'{"name": ' + b"9" * 5000 + b"}", "json_malformed"),
        (nested(50), "json_malformed"),
        (nested(50_000), "json_malformed"),
        (b"[]", "request_invalid"),
        (b"null", "request_invalid"),
        (b'"text"', "request_invalid"),
        (b"1", "request_invalid"),
        (b'{"name": "A", "surprise": 1}', "request_invalid"),
        (b'{"name": 1}', "request_invalid"),
        (b'{"name": true}', "request_invalid"),
        (b'{"name": ["A"]}', "request_invalid"),
        (b'{"name": "a\\u0000b"}', "request_invalid"),
        (b'{"name": "\\ud800"}', "request_invalid"),
        (b'{"name": "A", "kind": "nobody"}', "request_invalid"),
        (b'{"name": "A", "branch": "brn_x"}', "request_invalid"),
        (b'{"name": "A", "branch": "cus_01h455vb4pex5vsknk084sn02q"}', "request_invalid"),
        (b'{"name": "A", "metadata": {"a\\u0000": "b"}}', "request_invalid"),
        (b'{"name": "A", "\\u0000": 1}', "request_invalid"),
        (b'{"name": "A", "\\ud800": 1}', "request_invalid"),
    ],
)
def test_a_body_that_is_none(client: Any, body: bytes, code: str) -> None:
    before = count(client)
    reply = client.post("/customers", data=body, content_type="application/json")
    assert (reply.status, reply.code) == (400, code), reply
    assert reply.headers["Content-Type"] == "application/problem+json"
    reply.body.decode("utf-8")
    assert count(client) == before


def test_every_fault_of_a_body_is_told_at_once(client: Any) -> None:
    reply = client.post("/customers", json={"name": 1, "kind": "x", "tags": "x", "nmae": "A"})
    assert {line["pointer"]: line["code"] for line in reply.json["errors"]} == {
        "/name": "type_text",
        "/kind": "choice_invalid",
        "/tags": "type_list",
        "/nmae": "unknown_field",
    }
    misspelt = client.post("/branches", json={"cod": "b", "name": {"en": "B", "xx": "B"}})
    assert {(line["pointer"], line["code"]) for line in misspelt.json["errors"]} == {
        ("/cod", "unknown_field"),
        ("/code", "required"),
        ("/name", "language_invalid"),
    }


def test_a_country_that_there_is_not(client: Any) -> None:
    branch = {"code": "c", "name": {"en": "C"}, "address": {"country": "XX"}}
    reply = client.post("/branches", json=branch)
    assert (reply.status, reply.json["errors"][0]["code"]) == (409, "country_unknown")
    assert reply.json["errors"][0]["pointer"] == "/address/country"
    for code in ("UZ", "XK"):
        made = client.post("/branches", json={**branch, "code": code, "address": {"country": code}})
        assert (made.status, made.json["address"]["country"]) == (201, code)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("surprise=1", 400),
        ("limit=1&limit=2", 400),
        ("limit=0", 400),
        ("limit=101", 400),
        ("limit=-1", 400),
        ("limit=1e1", 400),
        ("limit=%D9%A1", 400),
        ("limit=" + "9" * 5000, 400),
        ("limit=", 400),
        ("count=yes", 400),
        ("sort=password", 400),
        ("sort=created_at,created_at", 400),
        ("fields=secret", 400),
        ("expand=everything", 400),
        ("locale=xx", 400),
        ("q=%00", 400),
        ("q=" + "a" * 201, 400),
        ("q=" + "a" * 200, 200),
        ("q=a%00b", 400),
        ("branch=brn_x", 400),
        ("branch=", 400),
        ("created_from=yesterday", 400),
        ("created_from=2026-01-01", 400),
        ("cursor=x", 404),
        ("cursor=%00", 400),
        ("cursor=" + "A" * 900, 404),
        ("cursor=%D9%A1", 404),
        ("%00=1", 400),
        ("%ff=1", 400),
    ],
)
def test_a_query_that_is_none(client: Any, query: str, status: int) -> None:
    reply = client.get(f"/customers?{query}")
    assert reply.status == status, reply
    assert status == 200 or reply.headers["Content-Type"] == "application/problem+json"


def test_a_cursor_is_nobody_elses(client: Any, api: Any) -> None:
    for index in range(3):
        assert client.post("/customers", json={"name": f"Customer {index}"}).status == 201
    first = client.get("/customers", query={"limit": "1"}).json
    cursor = first["next_cursor"]
    second = client.get("/customers", query={"limit": "1", "cursor": cursor}).json
    assert first["data"][0]["id"] != second["data"][0]["id"]
    # Tampered with, of another sort, of another list.
    flipped = cursor[:-2] + ("A" if cursor[-2] != "A" else "B") + cursor[-1]
    for path, query in (
        ("/customers", {"cursor": flipped}),
        ("/customers", {"cursor": cursor, "sort": "created_at"}),
        ("/branches", {"cursor": cursor}),
    ):
        reply = client.get(path, query=query)
        assert (reply.status, reply.code) == (404, "cursor_unknown"), (path, query, reply)


@pytest.mark.parametrize(
    "identity",
    ["x", "cus_", "cus_01h455vb4pex5vsknk084sn02", "cus_01h455vb4pex5vsknk084sn02q0",
     "cus_81h455vb4pex5vsknk084sn02q",
     "brn_01h455vb4pex5vsknk084sn02q", "CUS_01H455VB4PEX5VSKNK084SN02Q",
     "cus_01h455vb4pex5vsknk084sn02q%00", "%00", "..",
     "%F0%9F%92%A9", "%ff", "1", "cus_01h455vb4pex5vsknk084sn02q%0a", "a" * 5000],
)  # fmt: skip
def test_a_path_that_names_nothing(client: Any, identity: str) -> None:
    reply = client.get(f"/customers/{identity}")
    assert reply.status == 404, reply
    assert reply.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("text/plain", 415),
        ("application/xml", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("multipart/form-data", 415),
        ("application/json; charset=utf-8", 201),
        # JSON is UTF-8 whatever is said of it (RFC 8259, 8.1)
        ("application/json; charset=latin-1", 201),
        ("nonsense", 415),
    ],
)
def test_content_types(client: Any, content_type: str, status: int) -> None:
    for key in ({}, {"Idempotency-Key": "of-" + content_type.replace(" ", "")}):
        before = count(client)
        body = b'{"name": "Ada"}'
        reply = client.post("/customers", data=body, content_type=content_type, headers=key)
        assert reply.status == status, reply
        assert count(client) == before + (status == 201)


def test_a_body_that_is_packed(client: Any) -> None:
    before = count(client)
    body = gzip.compress(b'{"name": "Packed"}')
    packed = {"Content-Encoding": "gzip"}
    reply = client.post("/customers", data=body, content_type="application/json", headers=packed)
    assert (reply.status, reply.code) == (415, "media_type_unsupported"), reply
    assert count(client) == before


def test_a_name_that_nobody_sees(client: Any) -> None:
    before = count(client)
    for name in ("\u200b\u200b", " \u2060\u00a0", "\u202e"):
        reply = client.post("/customers", json={"name": name})
        assert (reply.status, reply.json["errors"][0]["code"]) == (409, "name_missing"), reply
    assert count(client) == before


def test_a_body_that_is_too_large(client: Any, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    reply = client.post("/customers", json={"name": "A", "tags": ["x" * 40] * 40})
    assert (reply.status, reply.code) == (413, "body_too_large")


@pytest.mark.parametrize(
    ("tag", "status"),
    [
        ('"1"', 200),
        ("*", 200),
        ('"2"', 412),
        ('W/"1"', 412),
        ("1", 412),
        ('"x"', 412),
        ('"9999999999"', 412),
        ("", 412),
    ],
)
def test_if_match(client: Any, tag: str, status: int) -> None:
    made = client.post("/customers", json={"name": "Ada"}).json
    reply = client.patch(f"/customers/{made['id']}", json={"name": "Ada King"}, headers={"If-Match": tag})
    assert reply.status == status, reply
    name = client.get(f"/customers/{made['id']}").json["name"]
    assert name == ("Ada King" if status == 200 else "Ada")


def test_the_language_that_is_asked_for(client: Any, api: Any) -> None:
    for asked, answered in (
        ("ru", "ru"),
        ("fa-IR,fa;q=0.9", "fa"),
        ("de, uz;q=0.5", "uz"),
        ("xx", "en"),
        (";;;q=", "en"),
    ):
        reply = client.get("/customers/x", headers={"Accept-Language": asked})
        assert reply.headers["Content-Language"] == answered, (asked, reply.headers)


def test_persian_digits_of_a_telephone_number_are_read(client: Any) -> None:
    contact = {"kind": "phone", "value": "+۹۹۸۹۰۱۲۳۴۵۶۷"}
    made = client.post("/customers", json={"name": "Ada", "contacts": [contact]})
    assert made.status == 201, made
    assert made.json["contacts"][0]["value"] == "+998901234567"


def test_what_a_bulk_request_may_not_hold(client: Any) -> None:
    made = client.post("/customers", json={"name": "Ada"}).json["id"]
    line = {"action": "update", "id": made, "data": {"name": "B"}}
    twice = client.post("/customers/bulk", json={"operations": [line, line]})
    assert (twice.status, twice.code) == (409, "bulk_duplicate"), twice
    assert client.get(f"/customers/{made}").json["name"] == "Ada"
    before = count(client)
    for operations in ([], [line] * 101, [{"action": "explode"}], "x", [1]):
        reply = client.post("/customers/bulk", json={"operations": operations})
        assert (reply.status, reply.code) == (400, "request_invalid"), (operations, reply)
    nothing = client.post("/customers/bulk", json={"operations": [{"action": "update", "data": {}}]})
    assert nothing.status == 207, nothing
    assert [(one["status"], one["problem"]["code"]) for one in nothing.json["results"]] == [
        (404, "not_found")
    ]
    assert count(client) == before
    assert client.get(f"/customers/{made}").json["name"] == "Ada"


def test_a_bulk_request_says_what_became_of_each_line(client: Any) -> None:
    operations = [
        {"action": "create", "data": {"name": "One"}},
        {"action": "create", "data": {"surprise": 1}},
        {"action": "delete", "id": "cus_01h455vb4pex5vsknk084sn02q"},
    ]
    before = count(client)
    reply = client.post("/customers/bulk", json={"operations": operations})
    assert reply.status == 207
    assert [line["status"] for line in reply.json["results"]] == [201, 400, 404], json.dumps(reply.json)
    assert count(client) == before + 1


def test_methods_and_addresses_that_are_not_there(client: Any) -> None:
    reply = client.call("PUT", "/customers", json={})
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, POST"), reply
    for path in ("/nothing", "/customers/", "/customers/x/y", "/Customers"):
        reply = client.get(path)
        assert (reply.status, reply.headers["Content-Type"]) == (404, "application/problem+json"), path


@pytest.mark.parametrize("token", ["x", "a.b.c", "Ünï", "a" * 10_000, "eyJhbGciOiJub25lIn0.e30."])
def test_tokens_that_are_none(api: Any, token: str) -> None:
    reply = api.get("/customers", headers={"Authorization": f"Bearer {token}".encode().decode("latin-1")})
    assert reply.status == 401, reply
