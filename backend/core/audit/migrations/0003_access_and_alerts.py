"""The log of requests, the alerts, and the guard's gate for retention."""

from __future__ import annotations

from django.db import migrations, models

import backend.kernel.clock
import backend.kernel.ids
from backend.core.audit import sql


def _key(prefix: str) -> backend.kernel.ids.IdField:
    return backend.kernel.ids.IdField(
        default=backend.kernel.ids.new_id, editable=False, prefix=prefix, primary_key=True, serialize=False
    )


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_actions")]
    operations = [
        migrations.CreateModel(
            name="AccessEntry",
            fields=[
                ("id", _key("acs")),
                ("at", models.DateTimeField()),
                ("method", models.TextField()),
                ("route", models.TextField()),
                ("status", models.SmallIntegerField()),
                ("duration_ms", models.IntegerField()),
                ("actor_id", models.UUIDField(null=True)),
                ("actor_kind", models.TextField()),
                ("impersonator_id", models.UUIDField(null=True)),
                ("request_id", models.TextField()),
                ("ip", models.GenericIPAddressField(null=True)),
            ],
            options={"db_table": "audit_access"},
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("version", models.IntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(default=backend.kernel.clock.now, editable=False)),
                ("updated_at", models.DateTimeField(default=backend.kernel.clock.now, editable=False)),
                ("id", _key("alr")),
                ("rule", models.TextField()),
                ("subject", models.TextField()),
                ("actor_id", models.UUIDField(null=True)),
                ("ip", models.GenericIPAddressField(null=True)),
                ("details", models.JSONField(default=dict)),
                ("acknowledged_at", models.DateTimeField(null=True)),
                ("acknowledged_by_id", models.UUIDField(null=True)),
                ("note", models.TextField(default="")),
            ],
            options={"db_table": "audit_alert"},
        ),
        migrations.RunSQL(sql.FUNCTIONS, migrations.RunSQL.noop, elidable=False),
    ]
