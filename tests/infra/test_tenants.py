"""`make tenants`: what it refuses before it does anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.dev import tenants
from infra.dev.console import Problem


def test_a_number_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("N", "many")
    with pytest.raises(Problem, match="make tenants N=1000"):
        tenants.tenants([])


def test_a_disk_without_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tenants, "FOLDER", tmp_path / "measure")
    monkeypatch.setenv("N", str(10**9))
    with pytest.raises(Problem, match="say a smaller N"):
        tenants.tenants([])


def test_nought_deletes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "measure"
    (folder / "postgres").mkdir(parents=True)
    monkeypatch.setattr(tenants, "FOLDER", folder)
    monkeypatch.setattr(tenants, "ROOT", tmp_path)
    monkeypatch.setenv("N", "0")
    assert tenants.tenants([]) == 0
    assert not folder.exists()
    assert tenants.tenants([]) == 0
