"""Actions that change no row get entries too; the chain's numbers are unique, and found by an index."""

from __future__ import annotations

from django.db import migrations, models

from backend.core.audit import sql


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.AlterField(model_name="auditentry", name="action", field=models.TextField()),
        migrations.AlterField(model_name="auditentry", name="row_id", field=models.UUIDField(null=True)),
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.UniqueConstraint(fields=["sequence"], name="audit_entry_sequence"),
        ),
        migrations.RunSQL(sql.FUNCTIONS, migrations.RunSQL.noop, elidable=False),
        migrations.RunSQL(sql.ADMIT_ACTIONS, sql.REFUSE_ACTIONS, elidable=False),
    ]
