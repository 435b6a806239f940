"""Pooled schemas may be filled ahead, for a variant of tenants."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0001_initial")]
    operations = [
        migrations.AddField("pooledschema", "variant", models.TextField(db_default="")),
        migrations.AddField("pooledschema", "made_for", models.JSONField(null=True)),
        migrations.AddField("pooledschema", "contents", models.TextField(db_default="")),
    ]
