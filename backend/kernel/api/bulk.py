"""`POST /{plural}/bulk`: up to 100 changes in one request, each with its own result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import connection
from django.db import transaction as django_transaction
from django.utils.translation import gettext_lazy as _

from backend.kernel import ids
from backend.kernel.api import fields as f
from backend.kernel.api.actions import AUTHENTICATED, PUBLIC, Access, Answer, Operation
from backend.kernel.api.problems import document, to_domain
from backend.kernel.api.serializers import Read, Write
from backend.kernel.errors import Conflict, ResourceNotFound


class BulkDuplicate(Conflict):
    """One resource stands in two lines of a bulk request."""

    code = "bulk_duplicate"
    message = _("{id} stands in this request twice.")


class BulkActionUnknown(Conflict):
    """The resource does not have this action in bulk."""

    code = "bulk_action_unknown"
    message = _("{action} is not possible in bulk here.")


class BulkLine(Write):
    """One change: an action with its id, its expected version and its data."""

    action = f.Choice(["create", "update", "delete"], enum="BulkAction")
    id = f.Text(max_length=40, required=False, help_text="The resource's id, for update and delete.")
    version = f.Int(
        min_value=1, max_value=2**31 - 1, required=False, help_text="Refused when the resource is at another."
    )
    data = f.Json(  # type: ignore[assignment]  # A field, not the attribute of the same name.
        required=False, help_text="The body that the single request would have."
    )


class BulkRequest(Write):
    """The changes, done in their order."""

    operations = f.ListOf(BulkLine(), min_items=1, max_items=100)


class BulkItem(Read):
    """What became of one change."""

    index = f.Int(help_text="The place of the change in the request, from 0.")
    status = f.Int(help_text="The HTTP status that the single request would have had.")
    data = f.Json(  # type: ignore[assignment]  # A field, not the serializer's attribute.
        allow_null=True, help_text="The resource after the change."
    )
    problem = f.Json(allow_null=True, help_text="The problem document of a refused change.")


class BulkResult(Read):
    """One result a change, in their order."""

    results = f.ListOf(BulkItem(), max_items=100)


class BulkMixin:
    """The bulk operation of a resource: every line in a savepoint, so that a refused one undoes only itself."""

    permissions: ClassVar[Mapping[str, Access]]
    services: ClassVar[Mapping[str, Any]]
    writes: ClassVar[Mapping[str, type[Write]]]
    bulk: ClassVar[Sequence[str]]
    prefix: ClassVar[str]

    @classmethod
    def bulk_operation(cls) -> Operation:
        """The operation as the contract knows it: whoever may do one of its actions may send it."""
        return Operation(
            name="bulk",
            method="POST",
            path="bulk",
            detail=False,
            permission=AUTHENTICATED,
            request=BulkRequest,
            response=BulkResult,
            status=207,
            errors=(BulkDuplicate,),
            handler="do_bulk",
            description="Up to 100 changes, each with its own result; a refused one does not stop the others.",
        )

    def do_bulk(self, data: dict[str, Any]) -> Answer:
        """Does the lines in their order. Raises BulkDuplicate before anything is done."""
        lines = data["operations"]
        seen: set[str] = set()
        for index, line in enumerate(lines):
            identity = line.get("id")
            if identity in seen:
                raise BulkDuplicate(id=identity, pointer=f"/operations/{index}/id")
            if identity:
                seen.add(identity)
        return Answer({"results": [self._line(index, line) for index, line in enumerate(lines)]}, status=207)

    def _line(self, index: int, line: dict[str, Any]) -> dict[str, Any]:
        try:
            with django_transaction.atomic():
                # Each line takes its locks anew; two bulks in opposite orders are broken up by PostgreSQL.
                connection.guildhall_rank = -1  # type: ignore[attr-defined]
                status, row = self._do(line)
                if row is not None:
                    self.completed([row])  # type: ignore[attr-defined]
                shown = None if row is None else self.read.render(row, self.rendering())  # type: ignore[attr-defined]
        except Exception as error:
            refusal = to_domain(error)
            if refusal is None or refusal.status >= 500:
                raise
            return {"index": index, "status": refusal.status, "data": None, "problem": document(refusal)}
        return {"index": index, "status": status, "data": shown, "problem": None}

    def _do(self, line: dict[str, Any]) -> tuple[int, Any]:
        name = line["action"]
        if name not in self.bulk:
            raise BulkActionUnknown(action=name, pointer="/action")
        access = self.permissions[name]
        principal = self.principal  # type: ignore[attr-defined]
        if access is not PUBLIC and access is not AUTHENTICATED:
            principal.require(access)
        values: dict[str, Any] = {}
        if name != "delete":
            values = self.writes[name].validated(line.get("data", {}), partial=name == "update")
        if name == "create":
            return 201, self._again(self.services["create"](principal=principal, **values))  # type: ignore[attr-defined]
        try:
            identity = ids.decode(self.prefix, line.get("id"))
        except ids.InvalidId:
            raise ResourceNotFound() from None
        if name == "delete":
            self.services["delete"](principal=principal, id=identity, expected_version=line.get("version"))
            return 204, None
        row = self.services["update"](
            principal=principal, id=identity, expected_version=line.get("version"), **values
        )
        return 200, self._again(row)  # type: ignore[attr-defined]
