"""How a result becomes the answer: rows shaped by their schema, pages, `fields` and `expand`, ETags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import orjson
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from backend.kernel import tenancy
from backend.kernel.api import pagination, query
from backend.kernel.api.actions import Answer, Completes, Expand, Operation
from backend.kernel.api.fields.base import MESSAGES
from backend.kernel.api.serializers import Context, Read
from backend.kernel.permissions import Principal


class AnswerMixin:
    """The answering half of a resource; what it reads is declared by `Resource` and its subclasses.

    `cursor_of` is what else than its sort makes an order of rows: a cursor is good for the same one only.
    """

    plural: ClassVar[str]
    read: ClassVar[type[Read] | None]
    sort: ClassVar[Sequence[str]]
    default_sort: ClassVar[str]
    cursor_of: str = ""
    expand: ClassVar[Mapping[str, Expand]]
    completed_by: ClassVar[Completes | None]
    request: Any

    if TYPE_CHECKING:

        @property
        def principal(self) -> Principal: ...

    def rendering(self, expanded: Mapping[str, Mapping[Any, Any]] | None = None) -> Context:
        """The context that rows are rendered in."""
        languages = [translation.get_language() or "en"]
        info = tenancy.current_or_none()
        if info is not None:
            languages += info.languages
        return Context(
            principal=self.principal,
            languages=tuple(languages),
            all_locales=self.request.GET.get("locale") == "all",
            resource=self,
            expanded=expanded or {},
        )

    def completed(self, rows: Sequence[Any]) -> None:
        """Gives rows what `read` shows and `rows` leaves out, by the resource's `completed_by`."""
        complete = type(self).completed_by
        if complete is not None and rows:
            complete(rows)

    def _respond(self, operation: Operation, result: Any) -> HttpResponse:
        if isinstance(result, HttpResponseBase):
            # Streamed answers are no HttpResponse; only raw reads give them, and those have no idempotency key.
            return result  # type: ignore[return-value]
        status, headers, version = operation.status, {}, None
        if isinstance(result, Answer):
            status, headers, version, result = result.status, result.headers, result.version, result.data
        if result is None or operation.response is None:
            answer = HttpResponse(b"" if result is None else orjson.dumps(result), status=status)
            if result is None:
                del answer["Content-Type"]
            else:
                answer["Content-Type"] = "application/json"
        elif operation.paginated:
            page = self._page(operation, result)
            answer = self._json(page, status, rows=len(page["data"]))
        else:
            many = operation.many
            rows = list(result) if many else [result]
            shaped = self._shape(operation, rows)
            answer = self._json(
                {"data": shaped} if many else shaped[0], status, rows=len(shaped) if many else None
            )
            if not many:
                version = version if version is not None else _version_of(result)
        if version is not None:
            answer["ETag"] = f'"{version}"'
            if self.request.method in ("GET", "HEAD") and self._not_modified(answer["ETag"]):
                answer = HttpResponse(status=304)
                answer["ETag"] = f'"{version}"'
        for name, value in headers.items():
            answer[name] = value
        return answer

    def _not_modified(self, etag: str) -> bool:
        # A sparse, expanded or translated representation is another one: only the plain one has the ETag.
        asked = self.request.headers.get("If-None-Match", "")
        return etag in [part.strip().removeprefix("W/") for part in asked.split(",")] and not self.request.GET

    @staticmethod
    def _json(data: Any, status: int, *, rows: int | None = None) -> HttpResponse:
        answer = HttpResponse(orjson.dumps(data), status=status, content_type="application/json")
        # For the log of requests: how much of a list went out.
        answer.guildhall_rows = rows  # type: ignore[attr-defined]
        return answer

    def _page(self, operation: Operation, queryset: QuerySet[Any]) -> dict[str, Any]:
        params = self.request.GET
        limit = query.integer(params, "limit", pagination.DEFAULT_LIMIT, 1, pagination.MAX_LIMIT)
        asked = params.get("sort", self.default_sort) if operation.name == "list" else self.default_sort
        column = asked.removeprefix("-")
        if column not in (*self.sort, "created_at"):
            said = str(MESSAGES["choice_invalid"]).format(choices=", ".join(self.sort))
            raise query.problem("sort", "choice_invalid", said)
        purpose = f"{tenancy.schema_name()}:{self.plural}:{operation.name}:{asked}{self.cursor_of}"
        wants_count = operation.name == "list" and query.boolean(params, "count")
        # An id is a UUIDv7: its order is that of creation, and its index is the key itself.
        rows, following = pagination.page(
            queryset,
            column="pk" if column == "created_at" else column,
            descending=asked.startswith("-"),
            limit=limit,
            cursor=params.get("cursor"),
            purpose=purpose,
        )
        result: dict[str, Any] = {"data": self._shape(operation, rows), "next_cursor": following}
        if wants_count:
            result["total"] = queryset.order_by().count()
        return result

    def _shape(self, operation: Operation, rows: Sequence[Any]) -> list[dict[str, Any]]:
        assert operation.response is not None
        schema = operation.response
        params = self.request.GET
        query.names(params, "locale", ("all",))
        only = query.names(params, "fields", schema.plan())
        wanted = query.names(params, "expand", self.expand) if schema is self.read and self.expand else None
        if schema is self.read:
            self.completed(rows)
        context = self.rendering()
        result = [schema.render(row, context, only) for row in rows]
        if wanted:
            for name in sorted(wanted):
                relation = self.expand[name]
                keys = [_read(row, relation.source) for row in rows]
                found = relation.load(self.principal, [key for key in dict.fromkeys(keys) if key is not None])
                for item, key in zip(result, keys, strict=True):
                    item.setdefault("expanded", {})[name] = found.get(key)
        return result


def _read(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


def _version_of(row: Any) -> int | None:
    version = row.get("version") if isinstance(row, Mapping) else getattr(row, "version", None)
    return version if isinstance(version, int) else None
