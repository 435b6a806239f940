"""The rules of the architecture that a module can break, each as a function from a module to its breaches.

Layers and tiers are not here: import-linter has them, in pyproject.toml.
"""

from __future__ import annotations

import ast

from tests.architecture.source import Module

#: What a domain shows to the others.
PUBLIC = frozenset({"facade", "types", "events", "errors", "permissions"})
GROUPS = frozenset({"core", "platform", "business"})


def domain_of(module: str) -> str | None:
    """The domain a module belongs to, such as ``backend.business.orders``; None outside of domains."""
    parts = module.split(".")
    if len(parts) >= 3 and parts[0] == "backend" and parts[1] in GROUPS:
        return ".".join(parts[:3])
    return None


def private_imports(module: Module) -> list[str]:
    """Imports of another domain's inside. Config reads routes, so it is not asked."""
    own = domain_of(module.name)
    if module.name.startswith("backend.config") or not module.name.startswith("backend"):
        return []
    found = []
    for imported in module.imports:
        domain = domain_of(imported.target)
        if domain is None or domain == own:
            continue
        inside = imported.target.removeprefix(domain).strip(".").split(".")[0]
        if inside not in PUBLIC:
            found.append(
                f"{module.at(imported.line)} imports {imported.target}: of another domain only "
                f"{', '.join(sorted(PUBLIC))} may be imported"
            )
    return found


def models_by_name(module: Module) -> list[str]:
    """``get_model("orders", …)`` of another domain, which is a model import in disguise."""
    own = domain_of(module.name)
    if own is None:
        return []
    label = own.rpartition(".")[2]
    found = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or not node.args or _called(node) != "get_model":
            continue
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            other = first.value.partition(".")[0]
            if other != label:
                found.append(
                    f"{module.at(node.lineno)} takes a model of {other} by its name: call its facade"
                )
    return found


def thick_views(module: Module) -> list[str]:
    """Views that reach past services and selectors: models, managers, the database."""
    parts = module.name.split(".")
    if domain_of(module.name) is None or "api" not in parts or "views" not in parts:
        return []
    found = []
    for imported in module.imports:
        inside = imported.target.split(".")
        own_models = domain_of(imported.target) is not None and len(inside) > 3 and inside[3] == "models"
        if own_models or imported.target.startswith(
            ("django.db", "backend.kernel.db", "backend.kernel.models")
        ):
            found.append(
                f"{module.at(imported.line)} imports {imported.target}: a view calls a service or selector"
            )
    return found + [
        f"{module.at(node.lineno)} uses a model's manager: a view calls a service or selector"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_base_manager", "_default_manager")
    ]


def foreign_ground(module: Module) -> list[str]:
    """Imports that cross a wall: clients and the bot know the API alone, the books belong to the ledger."""
    top = module.name.split(".")[0]
    ledger = module.name.startswith("backend.business.ledger")
    found = []
    for imported in module.imports:
        target = imported.target.split(".")[0]
        wall = (
            (top in ("bot", "clients") and target in ("backend", "infra", "tests"))
            or (top == "clients" and target == "bot")
            or (top == "backend" and target in ("bot", "clients", "guildhall", "infra", "tests"))
            or (target == "django_ledger" and not ledger)
        )
        if wall:
            found.append(f"{module.at(imported.line)} imports {imported.target}, which is not {top}'s to use")
    return found


def environment_reads(module: Module) -> list[str]:
    """Reads of the environment outside of ``backend.config.env``.

    Naming Django's settings is none, nor is handing the machine's PATH to a program.
    """
    if module.name == "backend.config.env" or not module.name.startswith("backend"):
        return []
    allowed = {
        id(node.func.value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and (node.func.attr, node.args[0].value)
        in (("setdefault", "DJANGO_SETTINGS_MODULE"), ("get", "PATH"))
    }
    return [
        f"{module.at(node.lineno)} reads the environment: backend/config/env.py alone does"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("environ", "getenv")
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
        and id(node) not in allowed
    ]


def positional_services(module: Module) -> list[str]:
    """Services (public functions that open a transaction) that take positional arguments."""
    parts = module.name.split(".")
    if domain_of(module.name) is None or len(parts) < 4 or parts[3] != "services":
        return []
    return [
        f"{module.at(node.lineno)} {node.name} takes positional arguments: services are keyword-only"
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and (node.args.args or node.args.posonlyargs or node.args.vararg)
        and any(isinstance(inner, ast.Call) and _called(inner) == "transaction" for inner in ast.walk(node))
    ]


def swallowed_exceptions(module: Module) -> list[str]:
    """Handlers that catch everything without naming it, or that do nothing with all exceptions."""
    found = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        if node.type is None:
            found.append(f"{module.at(node.lineno)} has a bare except")
        elif (
            isinstance(node.type, ast.Name)
            and node.type.id in ("Exception", "BaseException")
            and all(isinstance(statement, ast.Pass | ast.Continue) for statement in node.body)
        ):
            found.append(f"{module.at(node.lineno)} swallows every exception")
    return found


def unfinished(module: Module) -> list[str]:
    """Code that says of itself that it is not there yet. Catching what a library has not got is another thing."""
    found = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Raise) or node.exc is None:
            continue
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        if isinstance(raised, ast.Name) and raised.id == "NotImplementedError":
            found.append(f"{module.at(node.lineno)} raises {raised.id}: finish it, or leave it out")
    return found


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


ALL = (
    private_imports,
    models_by_name,
    thick_views,
    foreign_ground,
    environment_reads,
    positional_services,
    swallowed_exceptions,
    unfinished,
)
