"""Drops the library's indexes that no query of ours uses: some 200 files in every tenant's schema.

The library indexes each boolean and each text prefix, and most foreign keys twice, on tables of which we
fill eight. What stays: primary keys, unique constraints and unique indexes, entries by time, legs by
account and by entry. The library's own migrations drop indexes with IF EXISTS, so a later release of it
does not miss these.
"""

from __future__ import annotations

from django.db import migrations

DROP = """
DO $body$
DECLARE
    spare text;
BEGIN
    FOR spare IN
        SELECT i.relname FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_class t ON t.oid = x.indrelid
        WHERE t.relnamespace = current_schema()::regnamespace
          AND t.relname LIKE 'django\\_ledger\\_%' AND NOT x.indisunique
          AND i.relname NOT IN (
              'django_ledg_timesta_ab91e8_idx', 'django_ledg_account_c4bb7e_idx', 'django_ledg_journal_46c77f_idx')
        ORDER BY i.relname
    LOOP
        EXECUTE format('DROP INDEX %I', spare);
    END LOOP;
END $body$;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_guards")]
    # They are not made again on the way back: without them everything works.
    operations = [migrations.RunSQL(DROP, migrations.RunSQL.noop)]
