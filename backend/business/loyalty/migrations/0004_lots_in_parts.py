from django.db import migrations, models


class Migration(migrations.Migration):
    contract = True
    contract_reason = (
        "Both constraints get wider for the release before, which this could not tell by their columns: it writes "
        "part 0 by the column's default, of which there is still one a source, it names no constraint of lots in an "
        "ON CONFLICT, and a rule of no points is none that it makes."
    )

    dependencies = [("loyalty", "0003_accrual_rules")]

    operations = [
        migrations.RemoveConstraint(model_name="lot", name="loyalty_lot_source_once"),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.UniqueConstraint(
                fields=("source_type", "source_id", "part"), name="loyalty_lot_source_part_once"
            ),
        ),
        migrations.RemoveConstraint(model_name="rule", name="loyalty_rule_positive"),
        migrations.AddConstraint(
            model_name="rule",
            constraint=models.CheckConstraint(
                condition=models.Q(("per__gt", 0), ("points__gte", 0), ("value__gte", 0)),
                name="loyalty_rule_not_negative",
            ),
        ),
    ]
