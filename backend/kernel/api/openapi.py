"""The contract, generated: OpenAPI 3.1 from the resources.

drf-spectacular walks the routes; ResourceSchema tells it what each operation is, from its declaration.
Field types describe themselves (`schema()`), so that what validates is what is published. Components are
shared: one Problem, one Money, one schema an enum, one response a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from drf_spectacular.openapi import AutoSchema

from backend.kernel import ids
from backend.kernel.api.actions import AUTHENTICATED, PUBLIC, Operation
from backend.kernel.api.bulk import BulkRequest
from backend.kernel.api.components import Components, Schema, problem
from backend.kernel.api.idempotency import (
    IdempotencyKeyInvalid,
    IdempotencyKeyMissing,
    IdempotencyKeyReused,
    RequestInFlight,
)
from backend.kernel.api.parsers import StrictJsonParser
from backend.kernel.api.resource import Resource
from backend.kernel.errors import DomainError
from backend.kernel.events.schemas import STREAM, webhooks
from backend.kernel.permissions import Permission

REFUSALS = {
    400: ("BadRequest", "The request does not fit the contract."),
    401: ("Unauthorized", "There is no token, or it is not good here."),
    402: ("PaymentRequired", "The plan does not hold this."),
    403: (
        "Forbidden",
        "The caller may not do this, or the business is closed (`tenant_closed`) or "
        "takes no changes (`tenant_read_only`).",
    ),
    404: ("NotFound", "It is not there, or not to be seen by the caller."),
    405: ("MethodNotAllowed", "The address does not take this method."),
    409: ("Conflict", "The state of things does not allow this; `code` says why."),
    412: ("PreconditionFailed", "`If-Match` names another version."),
    413: ("TooLarge", "The body is too large."),
    415: ("UnsupportedMedia", "The Content-Type is not one that the route reads."),
    422: ("Unprocessable", "Understood, and not to be done."),
    429: ("TooManyRequests", "More requests than the rate allows."),
    503: ("Unavailable", "Busy just now; nothing was changed. Try again."),
}


class ResourceSchema(AutoSchema):
    """One operation of the document, from its declaration."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> Schema | None:
        """The operation object; None for a view that is not a resource."""
        view = self.view
        if not isinstance(view, Resource):
            return None
        operation = next((item for item in view.operations.values() if item.handler == view.action), None)
        if operation is None:
            return None
        return describe(type(view), operation, _components(registry))


def _components(registry: Any) -> Components:
    found = getattr(registry, "guildhall", None)
    if found is None:
        found = registry.guildhall = Components()
    return found


def operation_id(resource: type[Resource], operation: Operation) -> str:
    """The operation's name in the contract, such as `orders_create`; the operator's begin with `platform_`."""
    stem = resource.plural.replace("-", "_").replace("/", "_")
    if resource.platform and not stem.startswith("platform_"):
        stem = f"platform_{stem}"
    return f"{stem}_{operation.name}"


def describe(resource: type[Resource], operation: Operation, components: Components) -> Schema:
    """The OpenAPI operation object of a resource's operation."""
    result: Schema = {
        "operationId": operation_id(resource, operation),
        "tags": [resource.tag],
        "summary": _summary(resource, operation),
    }
    description = _description(operation)
    if description:
        result["description"] = description
    parameters = list(_parameters(resource, operation, components))
    if parameters:
        result["parameters"] = parameters
    if operation.request is not None:
        partial = operation.name == "update" and not operation.path
        body = {"schema": components.body(operation.request, partial=partial)}
        # JSON first: generators of clients take the first.
        media = sorted({parser.media_type for parser in operation.parsers or [StrictJsonParser]})
        result["requestBody"] = {"required": True, "content": dict.fromkeys(media, body)}
    elif operation.upload:
        result["requestBody"] = {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {"file": {"type": "string", "format": "binary"}},
                        "required": ["file"],
                        "additionalProperties": False,
                    }
                }
            },
        }
    elif operation.parsers:
        media = operation.parsers[0].media_type
        result["requestBody"] = {
            "required": True,
            "content": {media: {"schema": {"type": "string", "format": "binary"}}},
        }
    result["responses"] = _responses(resource, operation, components)
    access = operation.permission
    if access is PUBLIC:
        result["security"] = [{}, {"bearerAuth": []}]
    else:
        result["security"] = [{"bearerAuth": []}]
    if isinstance(access, Permission):
        result["x-permission"] = access.code
    elif access is AUTHENTICATED:
        result["x-permission"] = "authenticated"
    else:
        result["x-permission"] = "public"
    return result


_VERBS = {
    "list": "List {plural}",
    "create": "Create one of {plural}",
    "retrieve": "Read one of {plural}",
    "update": "Change one of {plural}",
    "delete": "Delete one of {plural}",
    "bulk": "Change many of {plural}",
}


def _summary(resource: type[Resource], operation: Operation) -> str:
    plural = resource.plural.replace("-", " ").replace("/", " ")
    if operation.name not in _VERBS or (operation.path and operation.name != "bulk"):
        return (
            operation.description.split("\n")[0].rstrip(".") or operation.name.replace("_", " ").capitalize()
        )
    if resource.singleton:
        return f"{'Read' if operation.name == 'retrieve' else 'Change'} {plural}"
    return _VERBS[operation.name].format(plural=plural)


def _description(operation: Operation) -> str:
    parts = [re.sub(r"\s+", " ", operation.description)] if operation.description else []
    if isinstance(operation.permission, Permission):
        parts.append(f"Permission: `{operation.permission.code}`.")
    codes = sorted({error.code for error in operation.errors})
    if codes:
        parts.append("Refusals: " + ", ".join(f"`{code}`" for code in codes) + ".")
    return "\n\n".join(parts)


def _query(name: str, schema: Schema, description: str = "", *, required: bool = False) -> Schema:
    # Where a reader looks, which is beside the name and not within the type.
    plain = {key: value for key, value in schema.items() if key != "description"}
    description = description or schema.get("description", "")
    item: Schema = {"name": name, "in": "query", "schema": plain}
    if required:
        item["required"] = True
    if description:
        item["description"] = description
    if schema.get("type") == "array":
        item["style"], item["explode"] = "form", False
    return item


def _parameters(resource: type[Resource], operation: Operation, components: Components) -> Iterable[Schema]:
    if operation.detail:
        yield {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": ids.pattern(resource.prefix)},
        }
    if operation.query is not None:
        for name, field in operation.query._declared_fields.items():
            yield _query(name, components.field(field), required=bool(field.required))
    if operation.paginated:
        yield {"$ref": "#/components/parameters/Limit"}
        yield {"$ref": "#/components/parameters/Cursor"}
    if operation.name == "list":
        columns = list(dict.fromkeys((*resource.sort, "created_at")))
        choices = [sign + column for column in columns for sign in ("", "-")]
        name = "".join(part.capitalize() for part in re.split(r"[-_/]", resource.plural)) + "Sort"
        yield _query(
            "sort",
            components.put(name, {"type": "string", "enum": choices}),
            f"`{resource.default_sort}` by default.",
        )
        yield {"$ref": "#/components/parameters/Count"}
        if resource.filters is not None:
            for name, declared in resource.filters.declared().items():
                yield _query(name, components.hoist(declared.schema()), str(declared.help_text or ""))
        if resource.search or resource.search_by:
            yield {"$ref": "#/components/parameters/Search"}
    if operation.method == "GET" and operation.response is not None and not operation.raw:
        possible = list(operation.response.plan())
        name = operation.response.__name__.removesuffix("Read") + "Field"
        yield _query(
            "fields",
            {
                "type": "array",
                "items": components.put(name, {"type": "string", "enum": possible}),
                "minItems": 1,
            },
            "Only these fields of each resource.",
        )
        yield {"$ref": "#/components/parameters/Locale"}
        if operation.response is resource.read and resource.expand:
            yield _query(
                "expand",
                {
                    "type": "array",
                    "items": components.put(
                        operation.response.__name__.removesuffix("Read") + "Relation",
                        {"type": "string", "enum": sorted(resource.expand)},
                    ),
                    "minItems": 1,
                },
                "Related resources to bring along under `expanded`.",
            )
    if operation.idempotency == "required":
        yield {"$ref": "#/components/parameters/IdempotencyKeyRequired"}
    elif operation.idempotency == "accepted":
        yield {"$ref": "#/components/parameters/IdempotencyKey"}
    if _names_one(resource, operation) and operation.method in ("PATCH", "DELETE", "POST"):
        yield {"$ref": "#/components/parameters/IfMatch"}


def _names_one(resource: type[Resource], operation: Operation) -> bool:
    """Whether the address is that of one resource, which has a version to compare."""
    return operation.detail or (resource.singleton and operation.path == "")


def _responses(resource: type[Resource], operation: Operation, components: Components) -> Schema:
    result: Schema = {}
    ok: Schema = {"description": "Done." if operation.method != "GET" else "As asked for."}
    if operation.raw:
        # Generated clients read a text as text; what else is raw is bytes.
        form = {} if operation.raw.startswith("text/") else {"format": "binary"}
        kinds = operation.raw.split(", ")
        ok["content"] = {kind: {"schema": {"type": "string", **form}} for kind in kinds}
    elif operation.response is not None:
        ok["content"] = {"application/json": {"schema": _shape(resource, operation, components)}}
    if (
        operation.response is not None
        and "version" in operation.response._declared_fields
        and not operation.paginated
    ):
        ok["headers"] = {"ETag": {"$ref": "#/components/headers/ETag"}}
    result[str(operation.status)] = ok
    if operation.method == "GET" and operation.response is not None and not operation.paginated:
        result["304"] = {"description": "Not modified since the ETag of `If-None-Match`."}
    statuses = {400, 429} | {error.status for error in operation.errors}
    statuses |= {401, 404}
    if operation.permission is not PUBLIC or not resource.platform:
        statuses |= {403}  # Whoever asks: the business may be closed, or read-only.
    if operation.method != "GET":
        statuses |= {409, 503}
    if operation.request is not None or operation.upload or operation.parsers:
        statuses |= {413, 415}
    if operation.idempotency != "none":
        statuses |= {error.status for error in (IdempotencyKeyInvalid, IdempotencyKeyMissing)}
        statuses |= {IdempotencyKeyReused.status, RequestInFlight.status}
    if _names_one(resource, operation) and operation.method != "GET":
        statuses |= {412}
    for status in sorted(statuses):
        if str(status) not in result:
            result[str(status)] = {"$ref": f"#/components/responses/{REFUSALS[status][0]}"}
    for status, shape in operation.refusals.items():
        # A problem document all the same where the request does not get as far as the operation.
        result[str(status)] = {
            "description": (shape.__doc__ or "").strip(),
            "content": {
                "application/json": {"schema": components.body(shape)},
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
            },
        }
    return result


def _shape(resource: type[Resource], operation: Operation, components: Components) -> Schema:
    assert operation.response is not None
    row = components.body(operation.response)
    if operation.response is resource.read and resource.expand:
        row = _with_expanded(resource, components)
    name = operation.response.__name__.removesuffix("Read")
    if operation.paginated:
        schema: Schema = {
            "type": "object",
            "properties": {
                "data": {"type": "array", "items": row},
                "next_cursor": {
                    "type": ["string", "null"],
                    "description": "For the next page; null on the last.",
                },
            },
            "required": ["data", "next_cursor"],
        }
        if operation.name == "list":
            schema["properties"]["total"] = {"type": "integer", "description": "With `count=true`."}
            return components.put(f"{name}Page", schema)
        return components.put(f"{name}Slice", schema)
    if operation.many:
        return components.put(
            f"{name}List",
            {"type": "object", "properties": {"data": {"type": "array", "items": row}}, "required": ["data"]},
        )
    return row


def _with_expanded(resource: type[Resource], components: Components) -> Schema:
    assert resource.read is not None
    name = resource.read.__name__.removesuffix("Read")
    schema = components.schemas[name]
    relations: dict[str, Schema] = {}
    for key, relation in resource.expand.items():
        target = relation.schema
        reference = (
            {"$ref": f"#/components/schemas/{target}"} if isinstance(target, str) else components.body(target)
        )
        relations[key] = {"anyOf": [reference, {"type": "null"}]}
    schema["properties"]["expanded"] = {
        "type": "object",
        "description": "What `expand` asked for.",
        "properties": relations,
        "additionalProperties": False,
    }
    return {"$ref": f"#/components/schemas/{name}"}


PARAMETERS: Schema = {
    "Limit": _query(
        "limit", {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}, "Rows a page."
    ),
    "Cursor": _query("cursor", {"type": "string", "maxLength": 1000}, "`next_cursor` of the page before."),
    "Count": _query(
        "count", {"type": "boolean", "default": False}, "Whether to count all rows into `total`."
    ),
    "Search": _query("q", {"type": "string", "maxLength": 200}, "Full text."),
    "Locale": _query(
        "locale", {"type": "string", "enum": ["all"]}, "`all`: localized fields bring every translation."
    ),
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The same key and body answer as the first time. Kept 48 hours.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    },
    "IdempotencyKeyRequired": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": True,
        "description": "The same key and body answer as the first time. Kept 48 hours.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "description": 'The ETag that the caller has read, such as `"3"`; what does not match is refused with 412.',
        "schema": {"type": "string"},
    },
}


def finish(result: Schema, generator: Any, request: Any, public: bool) -> Schema:
    """drf-spectacular's post-processing hook: our components, tags and security."""
    components: Components = _components(generator.registry)
    shared = result.setdefault("components", {})
    shared["schemas"] = dict(sorted((components.schemas | {"Problem": problem()}).items()))
    shared["parameters"] = PARAMETERS
    shared["headers"] = {
        "ETag": {"schema": {"type": "string"}, "description": "The version, for `If-Match`."}
    }
    shared["responses"] = {
        name: {
            "description": description,
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for name, description in REFUSALS.values()
    }
    shared["securitySchemes"] = {
        "bearerAuth": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    }
    tags = sorted(
        {tag for item in result["paths"].values() for operation in item.values() for tag in operation["tags"]}
    )
    result["tags"] = [{"name": tag, "description": _tag_description(tag)} for tag in tags]
    for item in result["paths"].values():
        for operation in item.values():
            operation.setdefault("parameters", [])
            named = any(p.get("$ref", "").endswith("/TenantHeader") for p in operation["parameters"])
            if not named and not operation["operationId"].startswith("platform_"):
                operation["parameters"].append({"$ref": "#/components/parameters/TenantHeader"})
    shared["parameters"] = {
        **PARAMETERS,
        "TenantHeader": {
            "name": "X-Tenant",
            "in": "header",
            "description": "The business, where the host is the API's own: its slug or id.",
            "schema": {"type": "string", "maxLength": 63, "pattern": "^[a-z0-9_-]+$"},
        },
    }
    result["webhooks"] = webhooks()
    return result


def _tag_description(tag: str) -> str:
    from backend.kernel.api.routes import REGISTER

    for _stem, resource in REGISTER:
        if resource.tag == tag:
            module = __import__(resource.__module__.rsplit(".api", 1)[0], fromlist=["__doc__"])
            said = (module.__doc__ or tag).strip().split("\n")[0]
            return f"{said} {STREAM}" if tag == "events" else said
    return tag


def catalogue() -> list[dict[str, Any]]:
    """Every refusal for the documentation: code, status, sentence in English, what it means."""
    from backend.kernel.errors import CATALOGUE

    return [
        {
            "code": code,
            "status": error.status,
            "message": str(error.message),
            "meaning": re.sub(r"\s+", " ", (error.__doc__ or "").strip()),
        }
        for code, error in sorted(CATALOGUE.items())
    ]


def refusals_of(errors: Iterable[type[DomainError]]) -> list[str]:
    """The codes of some refusals."""
    return sorted(error.code for error in errors)


__all__ = [
    "BulkRequest",
    "Components",
    "ResourceSchema",
    "catalogue",
    "describe",
    "finish",
    "operation_id",
    "refusals_of",
]
