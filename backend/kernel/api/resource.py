"""The one visible base of every route: a resource, its operations, and how a request runs through them.

A subclass declares; this module does authentication, permission, strict input, idempotency, the
transaction, cursor pages, `fields`/`expand`, ETags and bulk. See `.github/CONTRIBUTING.md` for a whole
resource in six files.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import MethodNotAllowed as DrfMethodNotAllowed
from rest_framework.viewsets import ViewSet

from backend.kernel import ids, tenancy
from backend.kernel.api import idempotency, query
from backend.kernel.api.actions import AUTHENTICATED, PUBLIC, Access, Completes, Expand, Operation, Selects
from backend.kernel.api.allowed import AllowedMixin
from backend.kernel.api.answering import AnswerMixin
from backend.kernel.api.bulk import BulkMixin
from backend.kernel.api.fields.base import MESSAGES
from backend.kernel.api.filters import Filters
from backend.kernel.api.parsers import StrictJsonParser, UploadParser
from backend.kernel.api.problems import (
    MalformedJson,
    MethodNotAllowed,
    NotAuthenticated,
    RouteNotFound,
    answer_to,
    refuse_packed,
)
from backend.kernel.api.serializers import Read, Write
from backend.kernel.api.throttle import RateThrottle
from backend.kernel.context import identify
from backend.kernel.errors import DomainError, PreconditionFailed, ResourceNotFound, VersionMismatch
from backend.kernel.permissions import Principal

MAX_SEARCH = 200
"""Characters of `q`."""
_imported = cache(import_string)
_ETAG = re.compile(r'(?:W/)?"([0-9]{1,9})"')


class IfMatchInvalid(PreconditionFailed):
    """`If-Match` is not an ETag of ours, so it matches nothing (RFC 9110, 13.1.1)."""

    code = "if_match_invalid"
    message = _('If-Match holds the ETag of the resource, such as "3".')


class IfMatchFailed(PreconditionFailed):
    """`If-Match: W/"…"`: a weak tag never matches (RFC 9110, 13.1.1)."""

    code = "if_match_weak"
    message = _("If-Match needs a strong ETag.")


def anonymous() -> Principal:
    """Nobody in particular, in the tenant of the request."""
    info = tenancy.current_or_none()
    return Principal(
        kind="anonymous", user_id=None, tenant_id=info.id if info else None, schema=tenancy.schema_name()
    )


class Resource(AllowedMixin, BulkMixin, AnswerMixin, ViewSet):
    """A resource of the API. See `.github/CONTRIBUTING.md` for what a subclass declares."""

    plural: ClassVar[str] = ""
    path: ClassVar[str] = ""
    prefix: ClassVar[str] = ""
    tag: ClassVar[str] = ""
    platform: ClassVar[bool] = False
    any_schema: ClassVar[bool] = False
    singleton: ClassVar[bool] = False
    rows: ClassVar[Selects | None] = None
    row: ClassVar[Selects | None] = None
    """Finds one row by the principal and its id, None where `rows` would not have it: where it is read often."""
    one: ClassVar[Selects | None] = None
    completed_by: ClassVar[Completes | None] = None
    read: ClassVar[type[Read] | None] = None
    writes: ClassVar[Mapping[str, type[Write]]] = {}
    services: ClassVar[Mapping[str, Callable[..., Any]]] = {}
    permissions: ClassVar[Mapping[str, Access]] = {}
    filters: ClassVar[type[Filters] | None] = None
    sort: ClassVar[Sequence[str]] = ("created_at",)
    default_sort: ClassVar[str] = "-created_at"
    search: ClassVar[Sequence[str]] = ()
    search_by: ClassVar[Selects | None] = None
    expand: ClassVar[Mapping[str, Expand]] = {}
    bulk: ClassVar[Sequence[str]] = ()
    errors: ClassVar[Mapping[str, Sequence[type[DomainError]]]] = {}
    throttle: ClassVar[Mapping[str, str]] = {}
    idempotency_required: ClassVar[Sequence[str]] = ()
    reread: ClassVar[bool] = True
    create_is_whole: ClassVar[bool] = False
    """Whether the service of `create` gives its row as `rows` would, with all that `read` shows: read from nowhere."""
    reach: ClassVar[Mapping[str, str]] = {}
    """Which attributes of a row hold its `branch`, `customer` and `owner`; where none does, only a right over the
    whole business covers it."""
    for_incomplete: ClassVar[bool] = False
    """Whether sessions may come here that still lack a second factor which their role demands."""
    for_credentials: ClassVar[Sequence[str]] = ("bulk",)
    """Which of the operations that need no permission an API key and an application may use too."""

    reads_its_body: ClassVar[Sequence[str]] = ()
    """Which of the operations take bytes, which they judge before the version that If-Match names; they compare it."""

    while_read_only: ClassVar[Sequence[str]] = ()
    """Which of the operations that write a business still takes that can only be read: signing in, what protects an
    account, and what reads by POST. Each is named, as what is new is closed."""

    operations: ClassVar[dict[str, Operation]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.plural:
            cls.operations = cls._collect()

    # -- what the resource has -------------------------------------------------------------------

    @classmethod
    def _collect(cls) -> dict[str, Operation]:
        found: dict[str, Operation] = {}
        standard = {
            "list": ("GET", False, None, True),
            "create": ("POST", False, 201, False),
            "retrieve": ("GET", not cls.singleton, None, False),
            "update": ("PATCH", not cls.singleton, None, False),
            "delete": ("DELETE", not cls.singleton, 204, False),
        }
        for name, access in cls.permissions.items():
            if name not in standard:
                raise ImproperlyConfigured(
                    f"{cls.__name__}.permissions names {name}, which is no standard action"
                )
            method, detail, status, paginated = standard[name]
            found[name] = Operation(
                name=name,
                method=method,
                path="",
                detail=detail,
                permission=access,
                request=cls.writes.get(name),
                response=None if name == "delete" else cls.read,
                status=status or 200,
                errors=tuple(cls.errors.get(name, ())),
                idempotency=(
                    "none"
                    if method != "POST"
                    else "required"
                    if name in cls.idempotency_required
                    else "accepted"
                ),
                paginated=paginated,
                handler=f"do_{name}",
                description=(cls.__doc__ or "").strip(),
            )
            if name in ("create", "update", "delete") and name not in cls.services:
                raise ImproperlyConfigured(f"{cls.__name__} may {name} and has no service for it")
            if name in ("create", "update") and name not in cls.writes:
                raise ImproperlyConfigured(f"{cls.__name__} may {name} and has no body for it")
        if cls.bulk:
            found["bulk"] = cls.bulk_operation()
        for attribute in dir(cls):
            operation = getattr(getattr(cls, attribute, None), "operation", None)
            if isinstance(operation, Operation):
                if operation.permission is None:
                    raise ImproperlyConfigured(f"{cls.__name__}.{attribute} names no permission")
                found[operation.name] = operation
        if unknown := set(cls.while_read_only) - {name for name, one in found.items() if one.method != "GET"}:
            raise ImproperlyConfigured(f"{cls.__name__}.while_read_only names {', '.join(sorted(unknown))}")
        shown = cls.read._declared_fields if cls.read is not None else {}
        if "id" in shown and "allowed_actions" not in shown and any(row.detail for row in found.values()):
            raise ImproperlyConfigured(f"{cls.read} does not show the allowed_actions of {cls.__name__}")
        return found

    @property
    def operation(self) -> Operation:
        """The operation that this request asks for."""
        return self.operations[self.action]

    @property
    def principal(self) -> Principal:
        """Who asks; found once, as every row of a list asks for it."""
        if self._principal is None:
            user = self.request.user
            self._principal = user if isinstance(user, Principal) else anonymous()
        return self._principal

    _principal: Principal | None = None

    @property
    def expected_version(self) -> int | None:
        """The version of `If-Match`, None where the header is absent or `*`."""
        value = self.request.headers.get("If-Match")
        if value is None or value.strip() == "*":
            return None
        match = _ETAG.fullmatch(value.strip())
        if match is None:
            raise IfMatchInvalid()
        if value.strip().startswith("W/"):
            raise IfMatchFailed()
        return int(match.group(1))

    # -- the way of a request --------------------------------------------------------------------

    @classmethod
    def view_for(cls, actions: Mapping[str, str]) -> Callable[..., Any]:
        """A Django view that maps methods to operations by name."""
        handlers: dict[str, Any] = {method.lower(): "run" for method in actions}
        view = cls.as_view(handlers)
        named = {method.upper(): name for method, name in actions.items()}

        def routed(request: HttpRequest, **kwargs: Any) -> Any:
            request.guildhall_operations = named  # type: ignore[attr-defined]
            return view(request, **kwargs)

        routed.cls = cls  # type: ignore[attr-defined]
        # As drf-spectacular reads it: the attribute that does the method's work.
        routed.actions = {  # type: ignore[attr-defined]
            method.lower(): cls.operations[name].handler for method, name in actions.items()
        }
        routed.initkwargs = {}  # type: ignore[attr-defined]
        routed.csrf_exempt = True  # type: ignore[attr-defined]
        routed.guildhall = {name: cls.operations[name] for name in actions.values()}  # type: ignore[attr-defined]
        routed.while_read_only = frozenset(  # type: ignore[attr-defined]  # As the tenants' middleware reads it.
            method for method, name in named.items() if name in cls.while_read_only
        )
        return routed

    def initialize_request(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The request, with the operation that it asks for; empty where the address has no such method."""
        named: dict[str, str] | None = getattr(request, "guildhall_operations", None)
        action = getattr(self, "action", "")
        method = request.method or ""
        found = super().initialize_request(request, *args, **kwargs)
        # The generator of the contract makes its own requests, and names the action itself.
        self.action = action if named is None else named.get("GET" if method == "HEAD" else method, "")
        return found

    def get_authenticators(self) -> list[Any]:
        """The authentication that the settings name; the kernel knows none itself."""
        return [_imported(name)() for name in settings.AUTHENTICATION_CLASSES]

    def get_parsers(self) -> list[Any]:
        operation = self.operations.get(self.request_operation_name())
        if operation is not None and operation.parsers is not None:
            return [parser() for parser in operation.parsers]
        return [UploadParser()] if operation is not None and operation.upload else [StrictJsonParser()]

    def request_operation_name(self) -> str:
        """The name of the operation, before the request is initialized."""
        request = getattr(self, "request", None)
        named: dict[str, str] = getattr(request, "guildhall_operations", {}) if request is not None else {}
        return named.get((getattr(request, "method", "") or "").upper(), "")

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        """Authentication, then the right place, then permission, then the query's names."""
        if not self.action:
            raise DrfMethodNotAllowed(request.method)
        self.perform_authentication(request)
        operation = self.operation
        self._check_place()
        principal = self.principal
        access = operation.permission
        if access is not PUBLIC and principal.kind == "anonymous":
            raise NotAuthenticated()
        if principal.kind != "anonymous":
            identify(principal)
        if access is not PUBLIC and not self.for_incomplete:
            principal.require_complete()
        if access is AUTHENTICATED and self.action not in self.for_credentials:
            # Nothing cuts what needs no permission: a narrow key would change its owner's password.
            principal.require_session()
        if access is not PUBLIC and access is not AUTHENTICATED:
            principal.require(access)  # type: ignore[arg-type]
        self.check_throttles(request)
        query.check_names(request.GET, self.parameter_names(operation))

    def _check_place(self) -> None:
        if not self.any_schema and self.platform != tenancy.is_public():
            raise RouteNotFound()

    def throttle_class(self) -> str:
        """The rate class of the operation that is asked for."""
        name = self.throttle.get(self.action)
        if name:
            return name
        return "anonymous" if self.operation.permission is PUBLIC else "default"

    def parameter_names(self, operation: Operation) -> list[str]:
        """The query parameters that an operation knows."""
        names: list[str] = list(operation.query._declared_fields) if operation.query else []
        if operation.paginated:
            names += ["limit", "cursor"]
        if operation.name == "list":
            names += ["sort", "count"]
            names += list(self.filters.declared()) if self.filters else []
            if self.search or self.search_by:
                names.append("q")
        if operation.method == "GET" and operation.response is not None and not operation.raw:
            names += ["fields", "locale"]
            if operation.response is self.read and self.expand:
                names.append("expand")
        return names

    def run(self, request: Any, **kwargs: Any) -> HttpResponse:
        """Does the operation: reads at once, writes in one transaction with their idempotency record."""
        operation = self.operation
        if request.method in ("GET", "HEAD"):
            return self._respond(operation, self._call(operation, kwargs))
        held: idempotency.Claim | None = None
        if operation.idempotency != "none":
            key = idempotency.key_of(request, required=operation.idempotency == "required")
            if key is not None:
                mark = idempotency.fingerprint(request._request, upload=operation.upload)
                claimed = idempotency.claim(
                    idempotency.credential_of(self.principal, request), key, mark, locked=operation.atomic
                )
                if isinstance(claimed, HttpResponse):
                    return claimed
                held = claimed
        try:
            if operation.atomic:
                with idempotency.transaction_of(held):
                    answer = self._respond(operation, self._call(operation, kwargs))
                    if held is not None:
                        idempotency.record(held, answer)
                return answer
            answer = self._respond(operation, self._call(operation, kwargs))
            if held is not None:
                idempotency.record(held, answer)
            return answer
        except BaseException as error:
            if held is not None:
                self._keep_refusal(held, error, request)
            raise

    @staticmethod
    def _keep_refusal(held: idempotency.Claim, error: BaseException, request: Any) -> None:
        from backend.kernel.api.problems import response, to_domain

        refusal = to_domain(error, request) if isinstance(error, Exception) else None
        if refusal is None or refusal.status >= 500 or refusal.status in (401, 429):
            idempotency.release(held)
        elif not isinstance(refusal, idempotency.LeaseLost):
            idempotency.record(held, response(refusal))

    def _call(self, operation: Operation, kwargs: dict[str, Any]) -> Any:
        handler = getattr(self, operation.handler)
        data: Any = {}
        if operation.request is not None:
            data = self.body(operation.request, partial=operation.name == "update" and operation.path == "")
        elif operation.query is not None:
            data = query.parse(operation.query, self.request.GET)
        if operation.detail:
            try:
                identity = ids.decode(self.prefix, kwargs["id"])
            except ids.InvalidId:
                raise ResourceNotFound() from None
        if (
            (operation.detail or self.singleton)
            and operation.method != "GET"
            and operation.name not in self.reads_its_body
        ):
            self._refuse_stale(identity if operation.detail else None)
        return handler(identity, data) if operation.detail else handler(data)

    def _refuse_stale(self, identity: uuid.UUID | None) -> None:
        """A malformed If-Match is refused, and one that is not the row's, even by what compares no version itself.

        What changes the row compares under its lock as well: this one says of everything else that the caller has
        seen an older row. A row that the caller does not see is left to the operation, which judges by its own rights.
        What counts no versions is at its first.
        """
        from backend.kernel.api.routes import together

        expected = self.expected_version
        if expected is None:
            return
        row = None
        if identity is not None:
            keeper = next((kind for kind in together(type(self)) if kind.row or kind.rows), None)
            row = self._by_id(identity, keeper) if keeper is not None else None
        elif type(self).one is not None:
            row = type(self).one(self.principal)  # type: ignore[misc]
        version = getattr(row, "version", 1)
        if row is not None and version != expected:
            raise VersionMismatch(version=version)

    def body(self, schema: type[Write], *, partial: bool = False) -> dict[str, Any]:
        """The validated body. Raises a ValidationError, MalformedJson where there is none, MediaTypeUnsupported."""
        refuse_packed(self.request)
        if not int(self.request.META.get("CONTENT_LENGTH") or 0):
            raise MalformedJson()
        return schema.validated(self.request.data, partial=partial)

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]  # Rendered already.
        """Every refusal is a problem document."""
        if isinstance(exc, DrfMethodNotAllowed):
            allow = ", ".join(sorted(getattr(self.request, "guildhall_operations", {})))
            return answer_to(MethodNotAllowed(method=self.request.method, allow=allow), self.request)
        return answer_to(exc, self.request)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """The answer is bytes already: DRF's rendering has nothing to add."""
        for throttle in getattr(self, "_throttles", ()):
            throttle.announce(response)
        return response

    def get_throttles(self) -> list[Any]:
        """The rate of the operation; kept, so that the answer can announce it."""
        self._throttles = [RateThrottle()]
        return self._throttles

    # -- the standard operations -----------------------------------------------------------------

    def do_list(self, _data: Any) -> Any:
        """A page of rows."""
        assert self.rows is not None
        params = self.request.GET
        queryset = type(self).rows(self.principal)  # type: ignore[misc]
        if self.filters is not None:
            queryset = self.filters.apply(queryset, params)
        if len(params.get("q", "")) > MAX_SEARCH:
            raise query.problem("q", "text_long", str(MESSAGES["text_long"]).format(maximum=MAX_SEARCH))
        text = params.get("q", "").strip()
        if text:
            queryset = self._searched(queryset, text)
        return queryset

    def _searched(self, queryset: QuerySet[Any], text: str) -> QuerySet[Any]:
        by = type(self).search_by
        if by is not None:
            found: QuerySet[Any] = by(queryset, text)
            return found
        hit = Q()
        for column in self.search:
            hit |= Q(**{f"{column}__icontains": text})
        return queryset.filter(hit)

    def do_create(self, data: dict[str, Any]) -> Any:
        """A new row."""
        row = self.services["create"](principal=self.principal, **data)
        return row if self.create_is_whole else self._again(row)

    def do_retrieve(self, identity: Any = None, _data: Any = None) -> Any:
        """The row, within the caller's scope."""
        if self.singleton:
            assert self.one is not None
            return type(self).one(self.principal)  # type: ignore[misc]
        return self.find(identity)

    def do_update(self, *args: Any) -> Any:
        """The row with its changes."""
        if self.singleton:
            return self.services["update"](
                principal=self.principal, expected_version=self.expected_version, **args[0]
            )
        identity, data = args
        row = self.services["update"](
            principal=self.principal, id=identity, expected_version=self.expected_version, **data
        )
        return self._again(row)

    def do_delete(self, identity: Any, _data: Any = None) -> Any:
        """Nothing is left."""
        self.services["delete"](principal=self.principal, id=identity, expected_version=self.expected_version)
        return None

    def find(self, identity: uuid.UUID) -> Any:
        """A row of `rows` by id. Raises ResourceNotFound, also where the caller's scope does not reach it."""
        row = self._by_id(identity)
        if row is None:
            raise ResourceNotFound()
        return row

    def _by_id(self, identity: uuid.UUID, kind: type[Resource] | None = None) -> Any:
        kind = kind or type(self)
        if kind.row is not None:
            return kind.row(self.principal, identity)
        assert kind.rows is not None
        return kind.rows(self.principal).filter(pk=identity).first()

    def _again(self, row: Any) -> Any:
        if not self.reread or self.rows is None:
            return row
        return self._by_id(row.pk) or row
