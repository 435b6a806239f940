"""Secrets for development: made once, kept in ``dev.env`` of the local directory, readable by this user alone.

Production sets the same variables from its own store; nothing here is a default of the product.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable

from infra.dev.console import Problem
from infra.dev.layout import Local


def _text() -> str:
    return secrets.token_urlsafe(48)


#: Every secret that `backend/config/env.py` asks for, and how one is made.
GENERATED: dict[str, Callable[[], str]] = {
    "GUILDHALL_SECRET_KEY": _text,
}


def development_secrets(local: Local) -> dict[str, str]:
    """The variables of ``dev.env``, with those that were missing made and added.

    Lines that a developer adds by hand are kept and passed on. Raises Problem for a line that is none.
    """
    found: dict[str, str] = {}
    text = local.env_file.read_text() if local.env_file.exists() else ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, mark, value = line.partition("=")
        if not mark or not name.strip().isidentifier():
            raise Problem(
                f"Line {number} of {local.env_file} is not NAME=value: mend it, or delete the file to have it made "
                "anew (what was encrypted with its keys is then lost)."
            )
        found[name.strip()] = value.strip()
    missing = {name: make() for name, make in GENERATED.items() if name not in found}
    if missing:
        if not text:
            text = "# Secrets of this development installation, made on its first run. Lines of your own are kept.\n"
        elif not text.endswith("\n"):
            text += "\n"
        text += "".join(f"{name}={value}\n" for name, value in missing.items())
        # Written aside and renamed: two first runs at once must not leave half a file.
        temporary = local.env_file.with_suffix(f".{os.getpid()}.tmp")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
        os.replace(temporary, local.env_file)
    return found | missing
