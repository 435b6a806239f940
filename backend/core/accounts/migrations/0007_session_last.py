"""From where a session is renewed at last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_mail_kinds"),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="last_ip",
            field=models.GenericIPAddressField(null=True),
        ),
        migrations.AddField(
            model_name="session",
            name="last_place",
            field=models.TextField(default="", db_default=""),
        ),
        migrations.AddField(
            model_name="session",
            name="last_user_agent",
            field=models.TextField(default="", db_default=""),
        ),
    ]
