"""A process keeps which workflow is current until one changes."""

from __future__ import annotations

from django.db import migrations

WATCH = """
CREATE TRIGGER orders_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON orders_workflow
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('orders');
INSERT INTO kernel_sequence (id, name, period, value)
    VALUES (gen_random_uuid(), 'reference', 'orders ' || gen_random_uuid(), 0);
"""
"""With the first mark: where there is none, nothing is kept."""

LEAVE = """
DROP TRIGGER orders_reference ON orders_workflow;
DELETE FROM kernel_sequence WHERE name = 'reference' AND starts_with(period, 'orders ');
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_reference"), ("orders", "0004_words")]
    operations = [migrations.RunSQL(WATCH, LEAVE)]
