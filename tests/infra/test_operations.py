"""infra/README.md names every variable and every command, and none that is not there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from backend.config import env

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "infra" / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def variables_read() -> set[str]:
    """The names of variables in the module that reads the environment."""
    tree = ast.parse(Path(env.__file__).read_text("utf-8"))
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(r"[A-Z]+(_[A-Z0-9]+)+", text)}


def test_every_variable_is_named() -> None:
    cells = [line.split("|")[1] for line in section("Environment").splitlines() if line.startswith("| `")]
    named = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    assert sorted(named) == sorted(variables_read())
    assert len(named) > 30


def test_every_command_is_named() -> None:
    there = {
        path.stem
        for path in (ROOT / "backend").glob("**/management/commands/*.py")
        if path.stem != "__init__"
    }
    rows = [line.split("|")[1] for line in section("Commands").splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert sorted(named) == sorted(there)
    assert set(re.findall(r"backend\.manage (\w+)", PAGE)) <= there


def test_the_programs_are_there() -> None:
    for module, name in re.findall(r"(backend\.config\.\w+):(\w+)", section("Processes")):
        source = (ROOT / f"{module.replace('.', '/')}.py").read_text("utf-8")
        assert re.search(rf"^{name}\b.*=|^from .* import {name}\b", source, re.MULTILINE), (
            module,
            name,
        )
