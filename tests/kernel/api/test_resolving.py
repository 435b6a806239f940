"""Our resolver finds what Django's own finds in the same patterns."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RoutePattern

from backend.config.resolving import WordResolver
from backend.config.urls import urlpatterns


def view(request: HttpRequest, **words: str) -> HttpResponse:
    return HttpResponse()


def answer(resolver: URLResolver, address: str) -> object:
    try:
        found = resolver.resolve(address)
    except Resolver404:
        return None
    return found.func, found.args, found.kwargs, found.url_name, found.route


def test_every_route_of_ours_is_found_as_django_finds_it() -> None:
    ours = urlpatterns[0]
    assert isinstance(ours, WordResolver)
    django = URLResolver(RoutePattern("api/v1/"), ours.patterns)
    assert len(ours.patterns) > 200
    for pattern in ours.patterns:
        route = f"api/v1/{pattern.pattern}"
        for address in (
            route,
            route.replace("<str:id>", "ord_1"),
            route.replace("<str:id>", "bulk"),
            route.replace("<str:id>", "a b\n"),
            route.replace("<str:id>", ""),
            route + "/",
            route + "x",
            route[1:],
            "x" + route,
            route.rpartition("/")[0],
        ):
            assert answer(ours, address) == answer(django, address), address
    for address in ("", "api/v1/", "api/v1", "api/v1//", "api/v1/orders//notes", "api/v2/orders"):
        assert answer(ours, address) == answer(django, address), address


def test_fixed_words_before_ids_and_patterns_in_their_order() -> None:
    patterns: list[URLPattern] = [
        path(text, view, name=text)
        for text in ("a/bulk", "a/<str:id>", "a/<str:id>/b", "a/never", "a", "a/c/d")
    ]
    ours, django = WordResolver("p/", patterns), URLResolver(RoutePattern("p/"), patterns)
    for address in (
        "p/a/bulk",
        "p/a/never",
        "p/a/c/d",
        "p/a/c/b",
        "p/a",
        "p/a/",
        "p/b",
        "p/a/<str:id>",
        "a/bulk",
    ):
        assert answer(ours, address) == answer(django, address), address
    assert ours.resolve("p/a/never").kwargs == {"id": "never"}


@pytest.mark.parametrize("route", ["<str:id>", "a/<int:id>", "a/<str:id>/<str:id2>", "a/x<str:id>"])
def test_a_route_of_another_form_is_refused(route: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        WordResolver("", [path(route, view)]).resolve("a/1")
