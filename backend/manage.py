"""Runs Django's commands: `python -m backend.manage <command>`.

Commands run in the public schema, explicitly; what needs a tenant enters it itself.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> None:
    """Runs one management command and leaves through its exit status."""
    here = str(Path(__file__).resolve().parent)
    # Run as a file, Python puts backend/ itself first on the path, where `platform` would hide the
    # standard library's.
    sys.path[:] = [entry for entry in sys.path if str(Path(entry or ".").resolve()) != here]
    root = str(Path(here).parent)
    if root not in sys.path:
        sys.path.insert(0, root)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    from django.core.management import execute_from_command_line

    # Tasks that a command sends find their broker through this app.
    import backend.config.celery  # noqa: F401
    from backend.kernel.tenancy import PUBLIC, tenant_context

    with tenant_context(PUBLIC):
        execute_from_command_line(argv if argv is not None else sys.argv)


if __name__ == "__main__":
    main()
