"""Writes the client from the contract: models and calls by openapi-python-client, resources by us.

`python generate.py` writes; `--check` writes elsewhere, fails where the committed files differ, and checks
the types.
"""

from __future__ import annotations

import ast
import filecmp
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
CONTRACT = HERE.parent.parent / "openapi" / "guildhall.yaml"
CACHE = CONTRACT.parent.parent / ".mypy_cache" / "client"
METHODS = ("get", "post", "patch", "put", "delete")
#: Left out of the methods: what the face sends by itself, and `fields`, as the models are whole.
OURS = {"client", "x_tenant", "fields"}


def main(arguments: list[str]) -> int:
    """Writes or compares; the exit status."""
    check = "--check" in arguments
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        document = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
        generate(work)
        (work / "resources.py").write_text(resources(document, work / "generated"), encoding="utf-8")
        tidy(work)
        if check:
            different = compare(work / "generated", HERE / "guildhall" / "generated")
            if not filecmp.cmp(work / "resources.py", HERE / "guildhall" / "resources.py", shallow=False):
                different.append("resources.py")
            if different:
                say("\n  ".join(["the Python client differs from the contract:", *different[:20]]))
                return 1
            say("the Python client is that of the contract")
            return types()
        shutil.rmtree(HERE / "guildhall" / "generated", ignore_errors=True)
        shutil.copytree(work / "generated", HERE / "guildhall" / "generated")
        shutil.copy(work / "resources.py", HERE / "guildhall" / "resources.py")
    say("the Python client is written")
    return 0


def types() -> int:
    """The status of `mypy --strict` over the client, generated code included."""
    options = ["--strict", "--config-file=", "--cache-dir", str(CACHE)]
    return subprocess.run(
        [sys.executable, "-m", "mypy", *options, "guildhall"], cwd=HERE, check=False
    ).returncode


def say(line: str) -> None:
    """A line for whoever runs this."""
    sys.stdout.write(line + "\n")


def generate(work: Path) -> None:
    """Runs openapi-python-client into `work/generated`."""
    program = Path(sys.executable).parent / "openapi-python-client"
    subprocess.run(
        [str(program), "generate", "--path", str(CONTRACT), "--config", str(HERE / "openapi-python-client.yaml"),
         "--meta", "none", "--output-path", str(work / "generated"), "--overwrite"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def tidy(work: Path) -> None:
    """Sorts imports, drops unused ones, formats: a wider ruff would break types."""
    ruff = str(Path(sys.executable).parent / "ruff")
    for step in (
        ["check", "--isolated", "--select", "I,F401", "--fix", "--quiet"],
        ["format", "--isolated", "--quiet"],
    ):
        subprocess.run([ruff, *step, "--line-length", "110", str(work)], check=True)


def compare(left: Path, right: Path) -> list[str]:
    """The files that differ between two folders, by relative path."""

    def files(folder: Path) -> set[str]:
        return {
            str(path.relative_to(folder))
            for path in folder.rglob("*")
            if path.is_file() and path.suffix in (".py", ".typed")
        }

    names = files(left) | files(right)
    return sorted(
        name
        for name in names
        if not (left / name).exists()
        or not (right / name).exists()
        or (left / name).read_bytes() != (right / name).read_bytes()
    )


@dataclass
class Call:
    """One operation, as the generated module signs it."""

    method: str
    module: str
    tag: str
    positional: list[tuple[str, str]]
    keywords: list[tuple[str, str, str | None]]
    returns: str
    summary: str
    row: str | None = None
    imports: set[str] = field(default_factory=set)


def resources(document: dict[str, Any], generated: Path) -> str:
    """The text of `resources.py`: a class a resource, a method an operation."""
    classes: dict[str, list[Call]] = defaultdict(list)
    imports: set[str] = set()
    for path, item in document["paths"].items():
        for verb in METHODS:
            operation = item.get(verb)
            if operation is None:
                continue
            stem, method = split(path, operation["operationId"])
            call = read_call(document, operation, method, generated)
            imports |= call.imports
            classes[stem].append(call)
    lines = [
        '"""The API\'s resources. Generated from openapi/guildhall.yaml by clients/python/generate: do not edit."""',
        "",
        "from __future__ import annotations",
        "",
        "import builtins",
        "import datetime",
        "from collections.abc import Iterator",
        "from typing import Any, Literal, cast",
        "",
        *sorted(imports),
        "from .calls import Caller, Resource, new_key",
        "from .generated import types",
        "from .generated.types import UNSET, Unset",
        "",
        "",
    ]
    for stem in sorted(classes):
        lines += class_text(stem, classes[stem])
    lines += [
        "class Resources:",
        '    """All resources, by name."""',
        "",
        "    def __init__(self, caller: Caller) -> None:",
    ]
    lines += [f"        self.{stem} = {camel(stem)}(caller)" for stem in sorted(classes)]
    return "\n".join(lines) + "\n"


def split(path: str, operation_id: str) -> tuple[str, str]:
    """The resource and the method that an operation id names."""
    words = [
        part.replace("-", "_")
        for part in path.removeprefix("/api/v1/").split("/")
        if not part.startswith("{")
    ]
    candidates = ["_".join(words[:end]) for end in range(len(words), 0, -1)] + words[::-1]
    for candidate in candidates:
        if operation_id.startswith(candidate + "_"):
            return candidate, operation_id[len(candidate) + 1 :]
    stem, _sep, method = operation_id.rpartition("_")
    return stem, method


def read_call(document: dict[str, Any], operation: dict[str, Any], method: str, generated: Path) -> Call:
    """Reads the signature of the generated function, so that both say the same."""
    tag = re.sub(r"\W", "_", operation["tags"][0])
    module = operation["operationId"]
    tree = ast.parse((generated / "api" / tag / f"{module}.py").read_text(encoding="utf-8"))
    function = next(
        node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "sync_detailed"
    )
    positional = [(arg.arg, with_bytes(annotation(arg), tree)) for arg in function.args.args]
    keywords = [
        (arg.arg, with_bytes(annotation(arg), tree), ast.unparse(default) if default else None)
        for arg, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
        if arg.arg not in OURS
    ]
    answer = with_bytes(ast.unparse(function.returns) if function.returns else "Response[Any]", tree)
    kinds = [part.strip() for part in answer.removeprefix("Response[").removesuffix("]").split("|")]
    # `Any` stands for an answer without a body (204, 304).
    plain = [kind for kind in kinds if kind not in ("Problem", "Any")]
    returns = " | ".join(plain) if plain else "None"
    imports = {f"from .generated.api.{tag} import {module}"}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level == 3 and (node.module or "").startswith("models."):
            for alias in node.names:
                if alias.name != "Problem":
                    imports.add(f"from .generated.{node.module} import {alias.name}")
    row = row_of(document, operation)
    if row:
        names = (generated / "models" / "__init__.py").read_text(encoding="utf-8")
        place = re.search(rf"^from \.(\w+) import {row}$", names, re.MULTILINE)
        if place is None:
            raise LookupError(f"openapi-python-client made no model {row}")
        imports.add(f"from .generated.models.{place[1]} import {row}")
    return Call(method, module, tag, positional, keywords, returns, operation["summary"], row, imports)


def annotation(argument: ast.arg) -> str:
    """The type of a parameter. In a class with a method `list`, only `builtins.list` is the type."""
    text = ast.unparse(argument.annotation) if argument.annotation else "Any"
    return re.sub(r"\blist\[", "builtins.list[", text)


def with_bytes(text: str, tree: ast.Module) -> str:
    """A type in which `File` is the bytes to send or got, where the module means those and not the model `File`."""
    names = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "types"
        for alias in node.names
    }
    return re.sub(r"\bFile\b", "types.File", text) if "File" in names else text


def row_of(document: dict[str, Any], operation: dict[str, Any]) -> str | None:
    """The class of a page's rows; None where the answer is no page."""
    content = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    schema = document["components"]["schemas"].get(name, {})
    if "next_cursor" not in schema.get("properties", {}):
        return None
    return str(schema["properties"]["data"]["items"]["$ref"].rpartition("/")[2])


def camel(text: str) -> str:
    """`webhook_endpoints` as `WebhookEndpoints`, in a name that no model has."""
    return "".join(word.capitalize() for word in text.split("_")) + "Api"


def class_text(stem: str, calls: list[Call]) -> list[str]:
    """The class of a resource."""
    lines = [f"class {camel(stem)}(Resource):", f'    """The resource `{stem}`."""', ""]
    for call in calls:
        lines += method_text(call)
        if call.row:
            lines += each_text(call)
    return [*lines, ""]


def signature(call: Call, *, without: tuple[str, ...] = ()) -> list[str]:
    """The parameters of a method."""
    words = [f"{name}: {kind}" for name, kind in call.positional]
    keyed = []
    for name, kind, default in call.keywords:
        if name in without:
            continue
        if name == "idempotency_key":
            keyed.append("idempotency_key: str | None = None")
        elif default is None:
            keyed.append(f"{name}: {kind}")
        else:
            keyed.append(f"{name}: {kind} = {default}")
    return [*words, *(["*", *keyed] if keyed else [])]


def arguments(call: Call, *, without: tuple[str, ...] = ()) -> list[str]:
    """The arguments that a method passes on."""
    words = [name for name, _kind in call.positional]
    for name, _kind, _default in call.keywords:
        if name in without:
            continue
        words.append(
            f"{name}=idempotency_key or new_key()" if name == "idempotency_key" else f"{name}={name}"
        )
    return words


def method_text(call: Call) -> list[str]:
    """One method."""
    head = ", ".join(["self", *signature(call)])
    passed = ", ".join([*arguments(call), "client=self._caller.client"])
    run = f"{call.module}.sync_detailed({passed})"
    lines = [f"    def {call.method}({head}) -> {call.returns}:", f'        """{call.summary}."""']
    if call.returns == "None":
        lines.append(f"        self._caller.settle({run})")
    else:
        lines.append(f'        return cast("{call.returns}", self._caller.settle({run}))')
    return [*lines, ""]


def each_text(call: Call) -> list[str]:
    """The iterator over all pages of a list: `each` of `list`, `each_notes` of `notes`."""
    name = "each" if call.method == "list" else f"each_{call.method}"
    head = ", ".join(["self", *signature(call, without=("cursor", "count"))])
    passed = ", ".join([*arguments(call, without=("cursor", "count")), "cursor=cursor"])
    return [
        f"    def {name}({head}) -> Iterator[{call.row}]:",
        f'        """{call.summary}, page after page."""',
        "        cursor: str | Unset = UNSET",
        "        while True:",
        f"            page = self.{call.method}({passed})",
        "            yield from page.data",
        "            if not page.next_cursor:",
        "                return",
        "            cursor = page.next_cursor",
        "",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
