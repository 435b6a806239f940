"""Idempotency keys and number series."""

from __future__ import annotations

from django.db import migrations, models

import backend.kernel.clock
import backend.kernel.ids


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.CreateModel(
            name="IdempotencyKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=backend.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("credential", models.TextField()),
                ("key", models.TextField()),
                ("fingerprint", models.BinaryField()),
                ("lease", models.UUIDField()),
                ("leased_until", models.DateTimeField()),
                ("status", models.SmallIntegerField(null=True)),
                ("headers", models.JSONField(default=dict)),
                ("body", models.BinaryField(null=True)),
                ("created_at", models.DateTimeField(default=backend.kernel.clock.now)),
            ],
            options={
                "db_table": "kernel_idempotencykey",
                "indexes": [models.Index(fields=["created_at"], name="kernel_idempotency_age")],
                "constraints": [
                    models.UniqueConstraint(fields=("credential", "key"), name="kernel_idempotency_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sequence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=backend.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("period", models.TextField(default="")),
                ("value", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "kernel_sequence",
                "constraints": [
                    models.UniqueConstraint(fields=("name", "period"), name="kernel_sequence_once")
                ],
            },
        ),
    ]
