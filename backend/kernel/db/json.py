"""JSON columns by orjson, with Python's own where numbers are beyond 64 bits."""

from __future__ import annotations

import json
from typing import Any

import orjson


def dumps(value: Any) -> bytes:
    """A value as the text of a JSON column. Raises TypeError for what JSON cannot hold."""
    try:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:
        return json.dumps(value).encode()  # Whole numbers beyond 64 bits.


def loads(text: str) -> Any:
    """The value of a JSON column's text."""
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(text)
