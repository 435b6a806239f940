"""A relay in a process of its own, to be killed: `python relay_process.py <database> <schema>`.

Its handler writes to the table `effect` of the schema, slowly enough to be caught in the middle.
"""

from __future__ import annotations

import os
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")


def main(database: str, schema: str) -> None:
    """Relays until there is nothing left, saying so line by line."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, connections

    for alias in connections:
        settings.DATABASES[alias]["NAME"] = database
        connections[alias].settings_dict["NAME"] = database

    from backend.kernel import tenancy
    from backend.kernel.events import Recorded, on, relay
    from tests.kernel.events.sample import Happened

    def run(event: Recorded) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO effect (event, n) VALUES (%s, %s)", [event.id, event.payload["number"]]
            )
        sys.stdout.write("acting\n")
        sys.stdout.flush()
        time.sleep(0.004)

    on(Happened, name="test.killed", run=run)
    tenant = tenancy.resolve_id(tenancy.tenant_of_schema(schema))
    assert tenant is not None
    with tenancy.tenant_context(tenant):
        relay.run()
    sys.stdout.write("finished\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
