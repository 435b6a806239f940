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


STREAM = (
    "The live stream is answered by a server of its own, so it is no operation here: `GET /api/v1/stream` sends events "
    "as Server-Sent Events (`id` is the event's id, `event` its type, `data` its body as webhooks carry it), "
    "`/api/v1/stream/ws` the same bodies as text messages of a WebSocket. Send the last id as `Last-Event-ID` or "
    "`after` to go on without a gap; without it the stream begins now. `topics` chooses types by comma, `order.*` all "
    "that begin so. A sign of life comes at least every 15 seconds."
)
"""What the contract says of the live stream, beside the operations that read events."""
