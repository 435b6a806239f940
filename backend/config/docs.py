"""The documentation's addresses: the raw contract, Swagger UI, Redoc, and the list of refusals."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from pathlib import Path

import drf_spectacular_sidecar
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language
from django.views.static import serve

from backend.kernel.api.openapi import catalogue

_UI = "/static/drf_spectacular_sidecar"
_ASSETS = Path(drf_spectacular_sidecar.__file__).parent / "static"


@lru_cache(maxsize=1)
def _document() -> bytes:
    from backend.kernel.management.commands.openapi import build

    return json.dumps(build(judge=False), ensure_ascii=False).encode()


def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document as JSON."""
    return HttpResponse(_document(), content_type="application/json")


def _page(title: str, head: str, body: str) -> HttpResponse:
    language = get_language() or "en"
    return HttpResponse(
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}</head><body>{body}</body></html>'
    )


def swagger(request: HttpRequest) -> HttpResponse:
    """Swagger UI over the document."""
    return _page(
        "Guildhall API",
        f'<link rel="stylesheet" href="{_UI}/swagger-ui-dist/swagger-ui.css">',
        f'<div id="ui"></div><script src="{_UI}/swagger-ui-dist/swagger-ui-bundle.js"></script>'
        "<script>SwaggerUIBundle({url:'/api/v1/openapi.json',dom_id:'#ui',deepLinking:true,"
        "persistAuthorization:true,docExpansion:'none',filter:true,validatorUrl:null})</script>",
    )


@lru_cache(maxsize=1)
def _redoc_bundle() -> bytes:
    """Redoc as the package brings it, but without the picture that it would fetch from its makers' servers."""
    found = (_ASSETS / "drf_spectacular_sidecar/redoc/bundles/redoc.standalone.js").read_bytes()
    return re.sub(rb"https://cdn\.redoc\.ly/[\w./-]+", b"data:,", found)


def redoc_bundle(request: HttpRequest) -> HttpResponse:
    """Redoc's script."""
    return HttpResponse(_redoc_bundle(), content_type="text/javascript")


def redoc(request: HttpRequest) -> HttpResponse:
    """Redoc over the document."""
    return _page(
        "Guildhall API",
        "<style>body{margin:0}</style>",
        '<redoc spec-url="/api/v1/openapi.json"></redoc>'
        f'<script src="{_UI}/redoc/bundles/redoc.standalone.js"></script>',
    )


def errors(request: HttpRequest) -> HttpResponse:
    """Every refusal: its code, its status and what it means."""
    rows = "".join(
        f'<tr id="{item["code"]}"><td><code>{item["code"]}</code></td><td>{item["status"]}</td>'
        f"<td>{html.escape(item['meaning'])}</td><td>{html.escape(item['message'])}</td></tr>"
        for item in catalogue()
    )
    return _page(
        "Guildhall: refusals",
        "<style>body{font:15px/1.5 system-ui;margin:2rem;max-width:75rem}td,th{text-align:start;padding:.3rem 1rem "
        ".3rem 0;vertical-align:top;border-bottom:1px solid #ddd}tr:target{background:#fff3c4}</style>",
        f"<h1>Refusals</h1><table><tr><th>code</th><th>status</th><th>meaning</th><th>sentence</th></tr>{rows}</table>",
    )


urlpatterns = [
    path("api/v1/openapi.json", document),
    path("api/docs", swagger),
    path("api/redoc", redoc),
    path("api/docs/errors", errors),
    path("static/drf_spectacular_sidecar/redoc/bundles/redoc.standalone.js", redoc_bundle),
    path("static/<path:path>", serve, {"document_root": _ASSETS}),
]
