from django.db import migrations, models


class Migration(migrations.Migration):
    contract = True
    contract_reason = (
        "The constraint gets wider for the release before, which this could not tell by its columns: all lots that it "
        "makes are above nothing still, and it takes points only of lots that have some, which no debt has."
    )

    dependencies = [("loyalty", "0004_lots_in_parts")]

    operations = [
        migrations.RemoveConstraint(model_name="lot", name="loyalty_lot_not_overdrawn"),
        migrations.AddField(
            model_name="lot",
            name="parts",
            field=models.JSONField(db_default=[], default=list),
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.CheckConstraint(
                condition=models.Q(("points__gt", 0), ("taken__gte", 0), ("taken__lte", models.F("points")))
                | models.Q(
                    ("points__lt", 0), ("taken__gte", models.F("points")), ("taken__lte", 0), ("value", 0)
                ),
                name="loyalty_lot_not_overdrawn",
            ),
        ),
    ]
