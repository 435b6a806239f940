"""Refusals: every one has a stable code, an HTTP status and a localized sentence.

A domain's errors live in its `errors.py`, beside what raises them, as subclasses of the bases here.
Each class enters CATALOGUE by its code, from which the list in the documentation is generated.
The wire form is RFC 9457, made in `backend.kernel.api.problems`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CATALOGUE: dict[str, type[DomainError]] = {}
"""Every refusal by its code."""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field: its JSON pointer (RFC 6901), a stable code and a sentence."""

    pointer: str
    code: str
    message: str | Promise
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def detail(self) -> str:
        """The sentence in the language that is active."""
        return str(self.message).format(**self.params) if self.params else str(self.message)


class DomainError(Exception):
    """A refusal that a caller can understand and act on. Raising it changes nothing."""

    status: ClassVar[int] = 409
    code: ClassVar[str] = ""
    message: ClassVar[str | Promise] = ""
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = {}
    """Further members of the problem document (RFC 9457, 3.2), taken from the parameters: their JSON schemas."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        code = cls.__dict__.get("code")
        if code:
            known = CATALOGUE.get(code)
            if known is not None and known.__qualname__ != cls.__qualname__:
                raise TypeError(f"the code {code} is taken by {known.__module__}.{known.__qualname__}")
            CATALOGUE[code] = cls

    def __init__(self, *, pointer: str | None = None, retry_after: int | None = None, **params: Any) -> None:
        self.params = params
        self.pointer = pointer
        self.retry_after = retry_after
        super().__init__(self.code)

    @property
    def detail(self) -> str:
        """The sentence in the language that is active."""
        return str(self.message).format(**self.params)

    @property
    def extensions(self) -> dict[str, Any]:
        """The further members of this refusal's document."""
        return {name: self.params[name] for name in self.members if name in self.params}

    @property
    def problems(self) -> Sequence[FieldProblem]:
        """The fields at fault, empty where the refusal is of the whole."""
        if self.pointer is None:
            return ()
        return (FieldProblem(self.pointer, self.code, self.detail.replace("{", "{{").replace("}", "}}")),)

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"


class BadRequest(DomainError):
    """400: the request breaks the published schema."""

    status = 400


class Unauthorized(DomainError):
    """401: nobody, or a token that is not good."""

    status = 401


class PaymentRequired(DomainError):
    """402: the plan does not hold it."""

    status = 402


class Forbidden(DomainError):
    """403: known, and not allowed."""

    status = 403


class NotFound(DomainError):
    """404: not there, or not to be seen by the caller."""

    status = 404


class Conflict(DomainError):
    """409: the state of things does not allow it."""

    status = 409


class PreconditionFailed(DomainError):
    """412: `If-Match` names another version."""

    status = 412


class TooLarge(DomainError):
    """413: the body is larger than the limit."""

    status = 413


class UnsupportedMedia(DomainError):
    """415: the kind of content is not taken."""

    status = 415


class Unprocessable(DomainError):
    """422: understood, and not to be done."""

    status = 422


class TooMany(DomainError):
    """429: slower, please."""

    status = 429


class Unavailable(DomainError):
    """503: a part that is needed is not there now."""

    status = 503


class Invalid(Conflict):
    """Several fields are refused at once, each with its own code."""

    code = "invalid"
    message = _("Some fields are not acceptable.")

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        super().__init__()
        self._problems = tuple(problems)

    @property
    def problems(self) -> Sequence[FieldProblem]:
        """The fields at fault."""
        return self._problems


class ResourceNotFound(NotFound):
    """The resource of the path is not there for this caller."""

    code = "not_found"
    message = _("There is no such resource.")


class ReferenceNotFound(Conflict):
    """The body names a resource that is not there for this caller."""

    code = "reference_not_found"
    message = _("{reference} does not exist.")


class VersionMismatch(PreconditionFailed):
    """`If-Match` names a version that is not the current one (RFC 9110, 13.1.1)."""

    code = "version_mismatch"
    message = _("The resource has changed since you read it: it is at version {version} now.")


class AlreadyExists(Conflict):
    """Another row already has this value."""

    code = "already_exists"
    message = _("There is already one with this {field}.")
