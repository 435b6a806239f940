"""The catalogue of events as JSON Schema (draft 2020-12), for files, for the contract and for the API."""

from __future__ import annotations

import inspect
from typing import Any

from backend.kernel import ids
from backend.kernel.events.types import REGISTRY, Event

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def description_of(cls: type[Event]) -> str:
    """The class's docstring as one text."""
    return inspect.cleandoc(cls.__doc__ or "")


def body_schema(cls: type[Event]) -> dict[str, Any]:
    """The schema of an event's whole body, as webhooks and the stream carry it."""
    data = {**cls.CODEC.schema, "description": f"What {cls.TYPE} tells."}
    return {
        "type": "object",
        "title": cls.__name__,
        "description": description_of(cls),
        "properties": {
            "type": {"const": cls.TYPE, "type": "string"},
            "id": {
                "type": "string",
                "pattern": ids.pattern("evt"),
                "description": "The same on every attempt and in every list: tell repetitions by it.",
            },
            "timestamp": {
                "type": "string",
                "format": "date-time",
                "description": "When it happened, RFC 3339 in UTC.",
            },
            "api_version": {"const": f"v{cls.VERSION}", "type": "string"},
            "object_version": {
                "type": "integer",
                "minimum": 0,
                "description": "The version of the object after the change: orders the events of one object.",
            },
            "sequence": {
                "type": "integer",
                "minimum": 1,
                "description": "Grows with the business's events; gaps mean nothing.",
            },
            "data": data,
        },
        "required": ["type", "id", "timestamp", "api_version", "object_version", "sequence", "data"],
    }


def file_name(cls: type[Event]) -> str:
    """The name of an event's schema under `openapi/events/`."""
    return f"{cls.TYPE}.v{cls.VERSION}.json"


def catalogue() -> list[type[Event]]:
    """Every event, by type and version."""
    return [REGISTRY[key] for key in sorted(REGISTRY)]


def files() -> dict[str, dict[str, Any]]:
    """What belongs into `openapi/events/`: a schema an event, and `index.json`."""
    classes = catalogue()
    result: dict[str, dict[str, Any]] = {
        file_name(cls): {"$schema": DIALECT, "$id": file_name(cls), **body_schema(cls)} for cls in classes
    }
    result["index.json"] = {
        "events": [
            {
                "type": cls.TYPE,
                "version": cls.VERSION,
                "subject": cls.SUBJECT,
                "description": description_of(cls),
                "schema": file_name(cls),
            }
            for cls in classes
        ]
    }
    return result


def webhooks() -> dict[str, Any]:
    """The `webhooks` member of the OpenAPI 3.1 document: a POST for each event, of the newest version."""
    newest = {cls.TYPE: cls for cls in catalogue()}
    result: dict[str, Any] = {}
    for name, cls in newest.items():
        result[name] = {
            "post": {
                "operationId": f"webhook_{name.replace('.', '_')}",
                "summary": name,
                "description": description_of(cls),
                "tags": ["webhooks"],
                "parameters": [
                    _header("webhook-id", "The event's id, the same on every attempt."),
                    _header("webhook-timestamp", "Unix seconds of this attempt."),
                    _header("webhook-signature", "Standard Webhooks signatures, separated by spaces."),
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": body_schema(cls)}},
                },
                "responses": {
                    "2XX": {"description": "Taken."},
                    "410": {"description": "Not wanted any more: the endpoint is disabled."},
                    "default": {"description": "Tried again later, by the published schedule."},
                },
                "security": [],
            }
        }
    return result


def _header(name: str, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": True,
        "description": description,
        "schema": {"type": "string"},
    }


def stream_paths() -> dict[str, Any]:
    """The live stream as OpenAPI paths: another server answers them, so no resource declares them."""
    problem = {
        "description": "A refusal.",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    return {
        "/api/v1/stream": {
            "get": {
                "operationId": "stream_follow",
                "summary": "Follow events as they happen",
                "description": (
                    "Server-Sent Events: `id` is the event's id, `event` its type, `data` its body as webhooks "
                    "carry it. Send the last id as `Last-Event-ID` (or `after`) to go on without a gap; "
                    "without it the stream begins now. A comment comes at least every 15 seconds. The same "
                    "bodies come as text messages by WebSocket at `/api/v1/stream/ws`."
                ),
                "tags": ["events"],
                "parameters": [
                    {
                        "name": "after",
                        "in": "query",
                        "description": "The last event seen: its id, or its position.",
                        "schema": {"type": "string", "maxLength": 40},
                    },
                    {
                        "name": "topics",
                        "in": "query",
                        "description": "Event types by comma; `order.*` stands for all that begin so.",
                        "schema": {"type": "string", "maxLength": 2000},
                    },
                    {
                        "name": "Last-Event-ID",
                        "in": "header",
                        "description": "The last event seen, as browsers send it.",
                        "schema": {"type": "string", "maxLength": 40},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "The stream.",
                        "content": {"text/event-stream": {"schema": {"type": "string"}}},
                    },
                    **dict.fromkeys(("400", "401", "403", "404", "429"), problem),
                },
            }
        }
    }
