"""What one operation of a resource is: its permission, its bodies, its refusals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from backend.kernel.api.serializers import Read, Write
from backend.kernel.errors import DomainError
from backend.kernel.permissions import Permission


class _Open:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


PUBLIC = _Open("PUBLIC")
"""Anybody, with or without a token."""
AUTHENTICATED = _Open("AUTHENTICATED")
"""Anybody who is signed in, over what is their own."""

Access = Permission | _Open


@dataclass(frozen=True, slots=True)
class Answer:
    """Full control of an answer: the row (rendered by the action's response) or None, status and headers."""

    data: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    version: int | None = None


class Selects(Protocol):
    """A selector that a resource names, as a static method: it answers rows or one row.

    Rows get the principal (and the permission of the action, where they take two); a search gets the rows and
    the text. A protocol and not a `Callable`, which a class attribute would bind like a method.
    """

    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...


class Completes(Protocol):
    """What gives rows that a selector read the rest of what answers show, in a few statements for all of them."""

    def __call__(self, rows: Any, /) -> None: ...


@dataclass(frozen=True)
class Operation:
    """One operation, as the contract and the dispatcher know it."""

    name: str
    method: str
    path: str
    detail: bool
    permission: Access
    request: type[Write] | None = None
    query: type[Write] | None = None
    response: type[Read] | None = None
    many: bool = False
    status: int = 200
    errors: Sequence[type[DomainError]] = ()
    refusals: Mapping[int, type[Read]] = field(default_factory=dict)
    idempotency: Literal["accepted", "required", "none"] = "accepted"
    atomic: bool = True
    paginated: bool = False
    parsers: Sequence[type[Any]] | None = None
    raw: str | None = None
    upload: bool = False
    handler: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Expand:
    """A relation that `?expand=` brings: `load(principal, ids)` gives JSON objects by id, in one query."""

    source: str
    load: Callable[[Any, Sequence[Any]], dict[Any, Any]]
    schema: type[Read] | str


def action(
    path: str,
    *,
    permission: Access,
    method: str = "POST",
    detail: bool = True,
    request: type[Write] | None = None,
    query: type[Write] | None = None,
    response: type[Read] | None = None,
    many: bool = False,
    status: int = 200,
    errors: Sequence[type[DomainError]] = (),
    refusals: Mapping[int, type[Read]] | None = None,
    idempotency: Literal["accepted", "required", "none"] = "accepted",
    atomic: bool = True,
    paginated: bool = False,
    parsers: Sequence[type[Any]] | None = None,
    raw: str | None = None,
    upload: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a method of a Resource an operation at `/{plural}/{id}/{path}` (or `/{plural}/{path}`).

    `status` is that of a success; `raw` names the content type of an answer that is not JSON (of several, with `, `
    between); `upload` says that the body is multipart with one part `file`; `refusals` are the statuses of refusals
    that a standard gives a form of its own, in JSON, which the resource's `handle_exception` makes.
    The operationId is `{plural}_{method name}`.
    """

    def mark(function: Callable[..., Any]) -> Callable[..., Any]:
        function.operation = Operation(  # type: ignore[attr-defined]
            name=function.__name__,
            method=method,
            path=path,
            detail=detail,
            permission=permission,
            request=request,
            query=query,
            response=response,
            many=many,
            status=status,
            errors=tuple(errors),
            refusals=refusals or {},
            idempotency=idempotency if method == "POST" else "none",
            atomic=atomic,
            paginated=paginated,
            parsers=parsers,
            raw=raw,
            upload=upload,
            handler=function.__name__,
            description=(function.__doc__ or "").strip(),
        )
        return function

    return mark
