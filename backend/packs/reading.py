"""YAML into the domains' own specification dataclasses, strictly: an unknown name is an error."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

FOLDER = Path(__file__).resolve().parent
T = TypeVar("T")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PackBroken(ValueError):
    """A pack's file does not say what it must."""


def names() -> list[str]:
    """The packs that there are."""
    return sorted(path.parent.name for path in FOLDER.glob("*/pack.yaml"))


@lru_cache(maxsize=32)
def load(pack: str, part: str = "pack") -> Mapping[str, Any]:
    """The data of a pack's file. Raises PackBroken where there is none."""
    path = FOLDER / pack / f"{part}.yaml"
    if not pack.isidentifier() or not path.is_file():
        raise PackBroken(f"there is no pack {pack!r} with a {part}.yaml")
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both are safe loaders
    if not isinstance(data, dict):
        raise PackBroken(f"{path.name} of {pack} is not a mapping")
    return data


def build(cls: type[T], data: Mapping[str, Any]) -> T:
    """A dataclass from a mapping: enums from their values, lists to tuples. Raises PackBroken."""
    hints = get_type_hints(cls)
    known = {field.name for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
    unknown = set(data) - known
    if unknown:
        raise PackBroken(f"{cls.__name__} has no {', '.join(sorted(unknown))}")
    try:
        return cls(**{name: _value(hints[name], value) for name, value in data.items()})
    except (TypeError, ValueError) as error:
        raise PackBroken(f"{cls.__name__} of {dict(data)}: {error}") from error


def build_all(cls: type[T], rows: Sequence[Mapping[str, Any]] | None) -> list[T]:
    """Several of them."""
    return [build(cls, row) for row in rows or ()]


def _value(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _value(next(arg for arg in get_args(hint) if arg is not type(None)), value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is Decimal:
        return Decimal(str(value))
    if dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return build(hint, value)  # type: ignore[arg-type]
    if isinstance(value, list):
        inner = get_args(hint)[0] if get_args(hint) else Any
        return tuple(_value(inner, item) for item in value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and hint is str:
        raise PackBroken(f"{value!r} needs quotes: a text is expected")
    return value
