"""From resources to Django URLs, and the register that the contract and the test matrices are made from."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, path

from backend.kernel.api.resource import Resource
from backend.kernel.api.serializers import Read

REGISTER: list[tuple[str, type[Resource]]] = []
"""Every resource with its path under `/api/v1/`."""


def together(resource: type[Any]) -> list[type[Resource]]:
    """The resources that share a path with this one, itself first: what is done at the address of one row."""
    stems = {stem for stem, other in REGISTER if other is resource}
    others = [other for stem, other in REGISTER if stem in stems and other is not resource]
    return [resource, *(other for other in others if other.platform == resource.platform)]


@cache
def reader_of(schema: type[Read], *, platform: bool) -> type[Resource] | None:
    """The resource whose rows are shown as this schema, of the operator or of businesses."""
    for _, resource in REGISTER:
        own = resource.read is not None and issubclass(schema, resource.read)
        if own and (resource.any_schema or resource.platform == platform):
            return resource
    return None


def routes(*resources: type[Resource], under: str = "") -> list[URLPattern]:
    """The URLs of some resources, without the `/api/v1/` in front.

    Raises ImproperlyConfigured where a resource has no operation: a route without a permission is not made.
    """
    patterns: list[URLPattern] = []
    for resource in resources:
        if not resource.operations:
            raise ImproperlyConfigured(f"{resource.__name__} has no operation")
        stem = "/".join(part for part in (under, resource.path or resource.plural) if part)
        REGISTER.append((stem, resource))
        by_path: dict[str, dict[str, str]] = defaultdict(dict)
        for operation in resource.operations.values():
            parts = [stem]
            if operation.detail:
                parts.append("<str:id>")
            if operation.path:
                parts.append(operation.path)
            place = "/".join(parts)
            if operation.method in by_path[place]:
                raise ImproperlyConfigured(f"{operation.method} {place} is there twice")
            by_path[place][operation.method] = operation.name
        # Fixed words go before ids, so that /orders/bulk is never an order.
        for place in sorted(by_path, key=lambda text: (text.count("<"), text)):
            # A colon in a name would be a namespace to Django.
            name = f"{resource.plural} {place.replace('<str:', '<')}"
            patterns.append(path(place, resource.view_for(by_path[place]), name=name))
    return patterns
