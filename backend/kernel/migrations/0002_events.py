"""Events, their handling, and the shared table of signals with its row-level security."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import backend.kernel.clock
import backend.kernel.ids
import backend.kernel.models.events

# A tenant's role `tr_<hex>` reaches the rows of its schema `t_<hex>` and no others; the app's own role,
# which sweeps over all, every row. The grant is to PUBLIC because the policy is what divides: only roles
# with USAGE on the schema public come this far, and PostgreSQL hides the statistics of a table from whom
# its row-level security applies to. (A grant a tenant would make one ACL of thousands of entries.)
WALL = """
ALTER TABLE public.kernel_eventsignal ENABLE ROW LEVEL SECURITY;
CREATE POLICY kernel_eventsignal_own ON public.kernel_eventsignal USING (
    schema_name = 't_' || substr(current_user::text, 4)
    OR (current_user::text NOT LIKE 'tr\\_%' AND current_user::text <> 'guildhall_template')
);
GRANT SELECT, INSERT, DELETE ON public.kernel_eventsignal TO PUBLIC;
ALTER TABLE public.kernel_eventsignal SET (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000
);
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    backend.kernel.ids.IdField(
                        default=backend.kernel.ids.new_id,
                        editable=False,
                        prefix="evt",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seq", backend.kernel.models.events.IdentityField(editable=False)),
                ("position", models.BigIntegerField(editable=False, null=True)),
                ("type", models.TextField()),
                ("version", models.SmallIntegerField()),
                ("subject_type", models.TextField()),
                ("subject_id", models.UUIDField()),
                ("object_version", models.IntegerField()),
                ("payload", models.JSONField()),
                ("body", models.TextField()),
                ("actor", models.JSONField(default=dict)),
                ("occurred_at", models.DateTimeField(default=backend.kernel.clock.now)),
            ],
            options={
                "db_table": "kernel_event",
                "indexes": [
                    models.Index(
                        condition=models.Q(("position__isnull", True)),
                        fields=["seq"],
                        name="kernel_event_unplaced",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("position",), name="kernel_event_position")],
            },
        ),
        migrations.CreateModel(
            name="EventSignal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("schema_name", models.TextField()),
                ("topic", models.TextField()),
                ("due_at", models.DateTimeField()),
            ],
            options={
                "db_table": "kernel_eventsignal",
                "indexes": [models.Index(fields=["schema_name", "topic"], name="kernel_eventsignal_schema")],
            },
        ),
        migrations.RunSQL(
            WALL,
            "DROP POLICY kernel_eventsignal_own ON public.kernel_eventsignal",
            hints={"model_name": "eventsignal"},
        ),
        migrations.CreateModel(
            name="EventHandling",
            fields=[
                (
                    "id",
                    backend.kernel.ids.IdField(
                        default=backend.kernel.ids.new_id,
                        editable=False,
                        prefix="dlt",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("handler", models.TextField()),
                ("subject_id", models.UUIDField()),
                ("position", models.BigIntegerField()),
                ("state", models.TextField(default="pending")),
                ("attempts", models.IntegerField(default=0)),
                ("next_attempt_at", models.DateTimeField(default=backend.kernel.clock.now)),
                ("last_error", models.TextField(default="")),
                ("completed_at", models.DateTimeField(null=True)),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="kernel.event"
                    ),
                ),
            ],
            options={
                "db_table": "kernel_eventhandling",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "done"), _negated=True),
                        fields=["subject_id", "handler", "position"],
                        name="kernel_eventhandling_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "handler"), name="kernel_eventhandling_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["pending", "done", "dead"])),
                        name="kernel_eventhandling_state",
                    ),
                ],
            },
        ),
    ]
