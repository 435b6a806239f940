"""The guard keeps what the log says of itself (`audit.*`) for the log's owner."""

from __future__ import annotations

from django.db import migrations

from backend.core.audit import sql


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_sign_in_index")]
    operations = [migrations.RunSQL(sql.FUNCTIONS, migrations.RunSQL.noop, elidable=False)]
