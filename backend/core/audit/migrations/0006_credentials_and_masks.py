"""Entries and requests name the credential, requests how many rows they answered; secrets within JSON are masked."""

from __future__ import annotations

from django.db import migrations, models

from backend.core.audit import sql


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_own_actions")]
    operations = [
        migrations.AddField("auditentry", "credential_kind", models.TextField(null=True)),
        migrations.AddField("auditentry", "credential_id", models.UUIDField(null=True)),
        migrations.AddField("accessentry", "credential_kind", models.TextField(null=True)),
        migrations.AddField("accessentry", "credential_id", models.UUIDField(null=True)),
        migrations.AddField("accessentry", "rows", models.IntegerField(null=True)),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                condition=models.Q(("credential_kind__in", ["api_key", "application"])),
                fields=["credential_id", "id"],
                name="audit_entry_credential",
            ),
        ),
        migrations.RunSQL(sql.FUNCTIONS, migrations.RunSQL.noop, elidable=False),
    ]
