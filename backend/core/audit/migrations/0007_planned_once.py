"""The statement that writes an entry is planned once a session: `audit_write`."""

from __future__ import annotations

from django.db import migrations

from backend.core.audit import sql


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_credentials_and_masks")]
    operations = [migrations.RunSQL(sql.FUNCTIONS, migrations.RunSQL.noop, elidable=False)]
