"""A process keeps price rules and tax rates until one of them changes."""

from __future__ import annotations

from django.db import migrations

WATCH = """
CREATE TRIGGER pricing_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pricing_pricerule
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('pricing');
CREATE TRIGGER pricing_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pricing_taxrate
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('pricing');
INSERT INTO kernel_sequence (id, name, period, value)
    VALUES (gen_random_uuid(), 'reference', 'pricing ' || gen_random_uuid(), 0);
"""
"""With the first mark: where there is none, nothing is kept."""

LEAVE = """
DROP TRIGGER pricing_reference ON pricing_pricerule;
DROP TRIGGER pricing_reference ON pricing_taxrate;
DELETE FROM kernel_sequence WHERE name = 'reference' AND starts_with(period, 'pricing ');
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_reference"), ("pricing", "0002_asked")]
    operations = [migrations.RunSQL(WATCH, LEAVE)]
