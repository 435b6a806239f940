"""What stands in the tree: its top level, the size of modules, and text that may not be committed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, is_generated

TOP = {"backend", "openapi", "clients", "bot", "infra", "tests", "pyproject.toml", "Makefile", "README.md"}
LONGEST = 500

#: Written in pieces, so that this file does not find itself.
HOSTS = ["pypi." + "org", "pythonhosted." + "org", "registry.npmjs." + "org", "registry.yarnpkg." + "com"]
LATER = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
PLACES = [f"/{home}/" for home in ("wo" + "rk", "ro" + "ot")]
FORBIDDEN = {
    "left for later": re.compile(rf"\b({'|'.join(LATER)})\b"),
    "a registry's host": re.compile("|".join(map(re.escape, HOSTS)), re.IGNORECASE),
    # A path that begins there, not one that has it in its middle.
    "a path of one machine": re.compile(
        rf"(?<![\w.}}])({'|'.join(PLACES)})|(?<![\w.])/(ho" + r"me|Us" + r"ers)/[a-z]\w*/"
    ),
}
TEXT = {
    ".py",
    ".ts",
    ".js",
    ".mjs",
    ".sh",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".json",
    ".lock",
    ".txt",
    ".cfg",
    ".conf",
    "",
}
CODE = {".py", ".ts", ".js", ".mjs", ".sh"}


def breaches(path: Path, text: str) -> list[str]:
    """The forbidden texts in a file, as places. Prose and data may speak of things that are left for later."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for name, pattern in FORBIDDEN.items():
            if name == "left for later" and path.suffix not in CODE:
                continue
            if pattern.search(line):
                found.append(f"{path.as_posix()}:{number} has {name}: {line.strip()[:100]}")
    return found


def test_the_top_level_is_the_architectures() -> None:
    top = {path.parts[0] for path in files() if not path.parts[0].startswith(".")}
    assert top == TOP


def test_no_module_is_too_long() -> None:
    counted = {
        path.as_posix(): len((ROOT / path).read_text().splitlines())
        for path in files()
        if path.suffix in CODE and not is_generated(path)
    }
    assert counted
    long = [f"{path}: {count} lines" for path, count in counted.items() if count > LONGEST]
    assert not long, f"past {LONGEST} lines, a module becomes a package:\n" + "\n".join(long)


def test_nothing_forbidden_is_committed() -> None:
    found = []
    for path in files():
        if path.suffix in TEXT and not (is_generated(path) and path.suffix in CODE):
            found += breaches(path, (ROOT / path).read_text(errors="replace"))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("x.py", "# " + LATER[0] + ": finish"),
        ("x.py", "raise Later  # " + LATER[1]),
        ("x.lock", "https://files." + HOSTS[1] + "/packages"),
        ("x.json", '"resolved": "https://' + HOSTS[2] + '/x.tgz"'),
        ("x.md", "see " + PLACES[0] + "main/backend"),
        ("x.py", 'PATH = "' + PLACES[1] + '.cache"'),
        ("x.md", "in /ho" + "me/alice/guildhall"),
    ],
)
def test_forbidden_text_is_found(name: str, line: str) -> None:
    assert breaches(Path(name), line)


@pytest.mark.parametrize(
    "line", ["backend/wo" + "rk/x", "`${HOME}/ro" + "ot/`", "to do", "https://example.org"]
)
def test_harmless_text_is_let_pass(line: str) -> None:
    assert not breaches(Path("x.py"), line)
