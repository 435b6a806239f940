"""Fixtures of the tests of files: a storage of its own for each test, and callers of every kind."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.core.files import permissions
from backend.kernel.permissions import EVERYTHING, Principal, Scope

ALL = (permissions.UPLOAD, permissions.VIEW, permissions.OVERRIDE_PAGES, permissions.DELETE)


@pytest.fixture(autouse=True)
def storage_root(settings: Any, tmp_path: Path) -> Path:
    """The local storage of this test, without LibreOffice unless a test asks for it."""
    root = tmp_path / "files"
    settings.MEDIA_ROOT = root
    settings.FILES = {"office": ""}
    return root


@pytest.fixture
def configure(settings: Any) -> Callable[..., None]:
    """Changes `settings.FILES` for the rest of the test."""

    def change(**values: Any) -> None:
        settings.FILES = {**settings.FILES, **values}

    return change


@pytest.fixture
def principal_of(tenant: Any) -> Callable[..., Principal]:
    """Makes principals: `principal_of(scope=…, kind="staff", customer_id=None, codes=ALL)`."""

    def make(
        scope: Scope = EVERYTHING,
        *,
        kind: str = "staff",
        customer_id: uuid.UUID | None = None,
        codes: Any = ALL,
        user_id: uuid.UUID | None = None,
    ) -> Principal:
        return Principal(
            kind=kind,
            user_id=user_id or uuid.uuid4(),
            tenant_id=tenant.id,
            schema=tenant.schema,
            grants={str(code): scope for code in codes},
            customer_id=customer_id,
        )

    return make


@pytest.fixture
def clerk(principal_of: Callable[..., Principal]) -> Principal:
    """Staff who may do everything with files."""
    return principal_of()


@pytest.fixture
def pending(clerk: Principal, configure: Callable[..., None]) -> Any:
    """A file that waits for its analysis."""
    from tests.core.files.helpers import LARGE, upload

    configure(inline_bytes=10_000)
    return upload(clerk, LARGE, "book.pdf")
