"""Fixtures for tests of the developer's runtime."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.dev.layout import Local


@pytest.fixture
def local(tmp_path: Path) -> Local:
    """An empty local directory."""
    return Local.at(tmp_path / "local")


@pytest.fixture(autouse=True)
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Services of the test run itself must not be taken for a developer's choice."""
    for variable in ("DATABASE_URL", "REDIS_URL", "GUILDHALL_LOCAL_DIR", "API_PORT", "STREAM_PORT"):
        monkeypatch.delenv(variable, raising=False)
