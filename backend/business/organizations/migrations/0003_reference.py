"""A process keeps the settings and the branches until one of them changes."""

from __future__ import annotations

from django.db import migrations

WATCH = """
CREATE TRIGGER organizations_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON organizations_organization
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('organizations');
CREATE TRIGGER organizations_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON organizations_branch
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_reference_changed('organizations');
INSERT INTO kernel_sequence (id, name, period, value)
    VALUES (gen_random_uuid(), 'reference', 'organizations ' || gen_random_uuid(), 0);
"""
"""With the first mark: where there is none, nothing is kept."""

LEAVE = """
DROP TRIGGER organizations_reference ON organizations_organization;
DROP TRIGGER organizations_reference ON organizations_branch;
DELETE FROM kernel_sequence WHERE name = 'reference' AND starts_with(period, 'organizations ');
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_reference"), ("organizations", "0002_legal_and_branding")]
    operations = [migrations.RunSQL(WATCH, LEAVE)]
