"""The ledger's own tables."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import backend.kernel.clock
import backend.kernel.money


class Migration(migrations.Migration):
    initial = True
    dependencies = [("django_ledger", "0030_alter_accountmodel_role")]
    operations = [
        migrations.CreateModel(
            name="Balance",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "unit_id",
                        "account_id",
                        "day",
                        "activity",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("unit_id", models.UUIDField()),
                ("account_id", models.UUIDField()),
                ("day", models.DateField()),
                ("activity", models.TextField(default="")),
                ("debit", models.DecimalField(decimal_places=2, default=0, max_digits=26)),
                ("credit", models.DecimalField(decimal_places=2, default=0, max_digits=26)),
            ],
            options={"db_table": "ledger_balance"},
        ),
        migrations.CreateModel(
            name="ForeignAmount",
            fields=[
                (
                    "leg",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="foreign",
                        serialize=False,
                        to="django_ledger.transactionmodel",
                    ),
                ),
                ("currency", backend.kernel.money.CurrencyField(max_length=3)),
                ("amount", backend.kernel.money.MinorField()),
                ("rate", models.DecimalField(decimal_places=12, max_digits=28)),
            ],
            options={"db_table": "ledger_foreign"},
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="posting",
                        serialize=False,
                        to="django_ledger.journalentrymodel",
                    ),
                ),
                ("key", models.TextField()),
                ("digest", models.TextField()),
                ("subject_type", models.TextField(default="")),
                ("subject_id", models.UUIDField(null=True)),
                ("posted_at", models.DateTimeField(default=backend.kernel.clock.now)),
                (
                    "reverses",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="ledger.posting",
                    ),
                ),
            ],
            options={
                "db_table": "ledger_posting",
                "indexes": [
                    models.Index(
                        condition=models.Q(("subject_id__isnull", False)),
                        fields=["subject_id"],
                        name="ledger_posting_subject",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("key",), name="ledger_posting_key_once")],
            },
        ),
    ]
