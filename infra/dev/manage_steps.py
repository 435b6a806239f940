"""Run several management commands in one Python process: ``python -m infra.dev.manage_steps <command>…``.

Loading Django and all apps costs seconds; the start-up of ``make run`` pays that once. A line that begins with
``MARK`` tells the caller where we are; everything else is the commands' own output.
"""

from __future__ import annotations

import os
import sys

MARK = "\x1e"


def main(names: list[str]) -> int:
    """Run the commands in order; the first that fails ends it with its own exception."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    import django
    from django.core.management import call_command, get_commands

    django.setup()
    from backend.kernel.tenancy import PUBLIC, tenant_context

    known = get_commands()
    with tenant_context(PUBLIC):
        for name in names:
            if name not in known:
                print(f"{MARK}missing {name}", flush=True)
                continue
            print(f"{MARK}begin {name}", flush=True)
            call_command(name)
            sys.stdout.flush()
            print(f"{MARK}end {name}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
