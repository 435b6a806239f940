from django.db import migrations, models

# Where links lead was only in the rows of the domains before.
FILL = """
UPDATE tenants_tenant t SET primary_domain = d.domain
FROM tenants_domain d WHERE d.tenant_id = t.id AND d.is_primary AND d.verified_at IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0004_impersonations"),
    ]

    operations = [
        migrations.AddField(
            model_name="domain",
            name="checked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="domain",
            name="failed_checks",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="tenant",
            name="primary_domain",
            field=models.TextField(db_default="", default="", editable=False),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
