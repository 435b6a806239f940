"""What leaves a mark where reference data changes; see `backend.kernel.reference`.

The trigger's own schema is named at each run, as rows are also written under the search path of another one.
"""

from __future__ import annotations

from django.db import migrations

CHANGED = """
CREATE FUNCTION kernel_reference_changed() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    marked text := coalesce(current_setting('guildhall.reference', true), '');
    place text := format('%s/%s ', TG_TABLE_SCHEMA, TG_ARGV[0]);
BEGIN
    -- One mark a transaction is enough: until its end nobody keeps anything by it. Where a savepoint is undone, the
    -- setting goes with the mark.
    IF strpos(marked, place) > 0 THEN
        RETURN NULL;
    END IF;
    -- Marks that others are replacing just now are left to them, so that nobody waits. A snapshot cannot tell.
    IF current_setting('transaction_isolation') = 'read committed' THEN
        EXECUTE format(
            'DELETE FROM %1$I.kernel_sequence WHERE id IN (SELECT id FROM %1$I.kernel_sequence'
            ' WHERE name = ''reference'' AND starts_with(period, $1) FOR UPDATE SKIP LOCKED)',
            TG_TABLE_SCHEMA
        ) USING TG_ARGV[0] || ' ';
    END IF;
    EXECUTE format(
        'INSERT INTO %I.kernel_sequence (id, name, period, value)'
        ' VALUES (gen_random_uuid(), ''reference'', $1 || gen_random_uuid(), 0)',
        TG_TABLE_SCHEMA
    ) USING TG_ARGV[0] || ' ';
    -- A tenant's role may not call set_config.
    EXECUTE format('SET LOCAL guildhall.reference = %L', marked || place);
    RETURN NULL;
END $body$;
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_events")]
    operations = [migrations.RunSQL(CHANGED, "DROP FUNCTION kernel_reference_changed() CASCADE;")]
