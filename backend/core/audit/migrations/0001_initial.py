"""The entries, the functions that write and guard them, and the guards."""

from __future__ import annotations

from django.db import migrations, models

import backend.kernel.ids
from backend.core.audit import sql


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    backend.kernel.ids.IdField(
                        default=backend.kernel.ids.new_id,
                        editable=False,
                        prefix="aud",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("txid", models.BigIntegerField()),
                ("table", models.TextField()),
                ("row_id", models.UUIDField()),
                (
                    "action",
                    models.TextField(
                        choices=[("insert", "Insert"), ("update", "Update"), ("delete", "Delete")]
                    ),
                ),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                ("actor_id", models.UUIDField(null=True)),
                ("actor_kind", models.TextField()),
                ("impersonator_id", models.UUIDField(null=True)),
                ("request_id", models.TextField(null=True)),
                ("ip", models.GenericIPAddressField(null=True)),
                ("user_agent", models.TextField(null=True)),
                ("sequence", models.BigIntegerField(null=True)),
                ("previous_hash", models.BinaryField(null=True)),
                ("hash", models.BinaryField(null=True)),
            ],
            options={
                "db_table": "audit_entry",
                "indexes": [
                    models.Index(fields=["row_id", "id"], name="audit_entry_row"),
                    models.Index(fields=["actor_id", "id"], name="audit_entry_actor"),
                ],
            },
        ),
        migrations.RunSQL(sql.FUNCTIONS, migrations.RunSQL.noop, elidable=False),
        migrations.RunSQL(sql.GUARDS, sql.UNGUARDS, elidable=False),
    ]
