"""Emits events in a process of its own: `python emit_process.py <schema> <how many>`. Prints their ids."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")


def main(schema: str, count: str) -> None:
    """Emits, each in a transaction of its own."""
    import django

    django.setup()
    from backend.kernel import tenancy
    from backend.kernel.ids import encode
    from tests.kernel.events.sample import say

    tenant = tenancy.resolve_id(tenancy.tenant_of_schema(schema))
    assert tenant is not None
    with tenancy.tenant_context(tenant):
        for number in range(int(count)):
            sys.stdout.write(encode("evt", say(number)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
