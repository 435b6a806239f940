"""A process keeps services, terms and closed pairs of languages until one of them changes."""

from __future__ import annotations

from django.db import migrations

WATCH = """
CREATE TRIGGER catalog_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON catalog_service
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('catalog');
CREATE TRIGGER catalog_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON catalog_term
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('catalog');
CREATE TRIGGER catalog_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON catalog_languagepair
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('catalog');
INSERT INTO kernel_sequence (id, name, period, value)
    VALUES (gen_random_uuid(), 'reference', 'catalog ' || gen_random_uuid(), 0);
"""
"""With the first mark: where there is none, nothing is kept."""

LEAVE = """
DROP TRIGGER catalog_reference ON catalog_service;
DROP TRIGGER catalog_reference ON catalog_term;
DROP TRIGGER catalog_reference ON catalog_languagepair;
DELETE FROM kernel_sequence WHERE name = 'reference' AND starts_with(period, 'catalog ');
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_reference"), ("catalog", "0002_media")]
    operations = [migrations.RunSQL(WATCH, LEAVE)]
