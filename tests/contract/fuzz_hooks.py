"""Hooks of schemathesis' own process: who asks, unique keys, and ids of rows that are there.

Loaded by `schemathesis` through its `hooks` setting; configured by the environment (see `test_fuzz.py`).
"""

from __future__ import annotations

import base64
import json
import os
import re
import uuid
import zlib
from collections import Counter
from typing import Any

import schemathesis

IDS: dict[str, list[str]] = json.loads(os.environ["GUILDHALL_FUZZ_IDS"])
TENANTS: dict[str, str] = json.loads(os.environ["GUILDHALL_FUZZ_TENANTS"])
HOME = os.environ["GUILDHALL_FUZZ_HOME"]
PART = int(os.environ["GUILDHALL_FUZZ_PART"])
ID = re.compile(r"([a-z]{3})_[0-7][0-9a-hjkmnp-tv-z]{25}")
KEY = re.compile(r"[!-~]{1,255}")


def seeded(value: Any) -> Any:
    """Three well-formed ids of four become ids of rows that are there; the same ones in every run of a seed."""
    if isinstance(value, str):
        match = ID.fullmatch(value)
        chance = zlib.crc32(value.encode("utf-8", "surrogatepass"))
        if match is not None and match[1] in IDS and chance % 4:
            found = IDS[match[1]]
            return found[chance // 4 % len(found)]
        return value
    if isinstance(value, list):
        found = [seeded(item) for item in value]
        # Two ids may have become one row's, and the list was of different ones.
        return found if _distinct(found) or not _distinct(value) else value
    if isinstance(value, dict):
        return {name: seeded(item) for name, item in value.items()}
    return value


def _distinct(values: list[Any]) -> bool:
    return len({json.dumps(value, sort_keys=True, default=str) for value in values}) == len(values)


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: Any) -> Any:
    """Rows that are there."""
    return seeded(path_parameters)


@schemathesis.hook
def map_query(context: Any, query: Any) -> Any:
    """Rows that are there."""
    return seeded(query)


@schemathesis.hook
def map_body(context: Any, body: Any) -> Any:
    """Rows that are there."""
    return seeded(body)


SEEN: Counter[str] = Counter()


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """One of `PART` deterministic cases of an operation, another for each; whatever else is generated stays."""
    if PART == 1 or case.meta is None or case.meta.phase.name.value != "coverage":
        return True
    name = case.operation.label
    SEEN[name] += 1
    return (SEEN[name] + zlib.crc32(name.encode())) % PART == 0


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """The business of the token that is sent, the first one's where there is none; a new Idempotency-Key.

    A bad key stays bad, and one that is left out stays out.
    """
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and KEY.fullmatch(key):
        case.headers["Idempotency-Key"] = uuid.uuid4().hex
    headers = kwargs.get("headers") or {}
    sent = {**(case.headers or {}), **headers}
    token = next((str(value) for name, value in sent.items() if name.lower() == "authorization"), "")
    if "/platform/" in case.path:
        return
    case.headers = case.headers if case.headers is not None else {}
    case.headers["X-Tenant"] = TENANTS.get(_tenant(token), HOME)


def _tenant(token: str) -> str:
    parts = token.removeprefix("Bearer ").split(".")
    if len(parts) != 3:
        return ""
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except ValueError:
        return ""
    return str(claims.get("ten", ""))
