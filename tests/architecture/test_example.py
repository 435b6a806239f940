"""The example of CONTRIBUTING stays as small as it is said to be: six files, about 120 lines."""

from __future__ import annotations

import ast
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "backend" / "business" / "scheduling"

FOR_OTHERS = ("facade.py", "types.py")
"""What a domain shows other domains comes when one of them asks, and is no part of the resource."""


def _lines(path: Path) -> int:
    """Lines of code: no blank ones, no docstrings, no comments."""
    text = path.read_text(encoding="utf-8")
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    prose = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, documented) and ast.get_docstring(node) is not None
        for line in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)
    }
    return sum(
        1
        for number, line in enumerate(text.splitlines(), start=1)
        if number not in prose and line.strip() and not line.lstrip().startswith("#")
    )


def test_a_resource_takes_six_files_and_about_120_lines() -> None:
    files = [
        path
        for path in FOLDER.rglob("*.py")
        if path.name not in ("__init__.py", *FOR_OTHERS) and path.parent.name != "migrations"
    ]
    assert {path.name for path in files} == {
        "models.py",
        "permissions.py",
        "services.py",
        "views.py",
        "routes.py",
    }
    assert sum(map(_lines, files)) <= 125
