"""Headings, and accounts that are locked once used: the chart's own guards, see backend/adr/0027-chart.md.

A heading is an account that the library calls locked: it takes no entries and sums up what stands beneath it.
As in 0002 every name in a body is unqualified, and a refusal is of SQLSTATE class 23.
"""

from __future__ import annotations

from importlib import import_module

from django.db import migrations

OLD_KEPT = """
CREATE OR REPLACE FUNCTION ledger_account_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF EXISTS (SELECT FROM django_ledger_transactionmodel t WHERE t.account_id = OLD.uuid) THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('account %s has entries: its code, role and side stay', OLD.code);
    END IF;
    RETURN NEW;
END $body$;
DROP TRIGGER ledger_account_kept ON django_ledger_accountmodel;
CREATE TRIGGER ledger_account_kept BEFORE UPDATE ON django_ledger_accountmodel FOR EACH ROW
    WHEN (OLD.code <> NEW.code OR OLD.role <> NEW.role OR OLD.balance_type <> NEW.balance_type
          OR OLD.coa_model_id <> NEW.coa_model_id)
    EXECUTE FUNCTION ledger_account_kept();
"""

KEPT = """
-- FOR UPDATE waits for legs that are being written, whose statement holds the account FOR KEY SHARE; what they
-- wrote is seen by the statements after it. A mere renaming does not come here and waits for nobody.
CREATE OR REPLACE FUNCTION ledger_account_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    used boolean;
    standing numeric;
BEGIN
    PERFORM FROM django_ledger_accountmodel a WHERE a.uuid = OLD.uuid FOR UPDATE;
    SELECT EXISTS (SELECT FROM django_ledger_transactionmodel t WHERE t.account_id = OLD.uuid) INTO used;
    IF used AND (OLD.code <> NEW.code OR OLD.role <> NEW.role OR OLD.balance_type <> NEW.balance_type
                 OR OLD.coa_model_id <> NEW.coa_model_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('account %s has entries: its code, role and side stay', OLD.code);
    END IF;
    IF used AND NEW.locked AND NOT OLD.locked THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('account %s has entries: it is no heading', OLD.code);
    END IF;
    -- What income and expenses sum to is earnings by the end of a year; the others must be nothing.
    IF used AND OLD.active AND NOT NEW.active AND OLD.role ~ '^(asset|lia|eq)_' THEN
        SELECT coalesce(sum(b.debit - b.credit), 0) INTO standing
            FROM ledger_balance b WHERE b.account_id = OLD.uuid;
        IF standing <> 0 THEN
            RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
                MESSAGE = format('account %s has a balance: it stays active', OLD.code);
        END IF;
    END IF;
    RETURN NEW;
END $body$;
DROP TRIGGER ledger_account_kept ON django_ledger_accountmodel;
CREATE TRIGGER ledger_account_kept BEFORE UPDATE ON django_ledger_accountmodel FOR EACH ROW
    WHEN (OLD.code <> NEW.code OR OLD.role <> NEW.role OR OLD.balance_type <> NEW.balance_type
          OR OLD.coa_model_id <> NEW.coa_model_id OR (NEW.locked AND NOT OLD.locked)
          OR (OLD.active AND NOT NEW.active))
    EXECUTE FUNCTION ledger_account_kept();
"""

PLACED = """
-- The kind of a role: the library's root that accounts with it stand beneath.
CREATE FUNCTION ledger_kind(role text) RETURNS text LANGUAGE sql IMMUTABLE AS $body$
    SELECT CASE WHEN role LIKE 'root%' THEN role ELSE
        CASE split_part(role, '_', 1) WHEN 'asset' THEN 'root_assets' WHEN 'lia' THEN 'root_liabilities'
            WHEN 'eq' THEN 'root_capital' WHEN 'in' THEN 'root_income' WHEN 'cogs' THEN 'root_cogs'
            WHEN 'ex' THEN 'root_expenses' END END
$body$;

-- After the statement, so that a heading may move with all that stands beneath it.
CREATE FUNCTION ledger_account_placed() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    above record;
BEGIN
    IF TG_OP <> 'INSERT' AND NOT EXISTS (SELECT FROM django_ledger_accountmodel a WHERE a.path = OLD.path)
        AND EXISTS (SELECT FROM django_ledger_accountmodel c WHERE c.path LIKE OLD.path || '____') THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('accounts stand beneath %s', OLD.code);
    END IF;
    IF TG_OP = 'DELETE' OR NEW.depth < 3 THEN
        RETURN NULL;
    END IF;
    SELECT a.code, a.locked, a.role, a.depth, a.coa_model_id INTO above
        FROM django_ledger_accountmodel a WHERE a.path = left(NEW.path, -4);
    IF NOT FOUND OR NEW.depth > 7 OR length(NEW.path) <> 4 * NEW.depth OR above.depth <> NEW.depth - 1
        OR above.coa_model_id <> NEW.coa_model_id OR NOT above.locked
        OR ledger_kind(above.role) IS DISTINCT FROM ledger_kind(NEW.role) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, MESSAGE = format(
            'account %s stands where it cannot: beneath a heading of its kind, at most seven deep', NEW.code);
    END IF;
    IF EXISTS (SELECT FROM django_ledger_accountmodel c WHERE c.path LIKE NEW.path || '____'
               AND (NOT NEW.locked OR ledger_kind(c.role) IS DISTINCT FROM ledger_kind(NEW.role))) THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('accounts stand beneath %s', NEW.code);
    END IF;
    RETURN NULL;
END $body$;
CREATE TRIGGER ledger_account_entered AFTER INSERT OR DELETE ON django_ledger_accountmodel
    FOR EACH ROW EXECUTE FUNCTION ledger_account_placed();
CREATE TRIGGER ledger_account_placed AFTER UPDATE ON django_ledger_accountmodel FOR EACH ROW
    WHEN (OLD.path <> NEW.path OR OLD.depth <> NEW.depth OR OLD.locked <> NEW.locked OR OLD.role <> NEW.role
          OR OLD.coa_model_id <> NEW.coa_model_id)
    EXECUTE FUNCTION ledger_account_placed();
"""


LEGS = """
CREATE OR REPLACE FUNCTION ledger_legs_added() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    fault record;
BEGIN
    -- An account that is just being closed or made a heading is waited for, and then seen as it is. It is the
    -- lock that the foreign key takes at the commit, only earlier.
    PERFORM FROM django_ledger_accountmodel a
        WHERE a.uuid IN (SELECT account_id FROM added) ORDER BY a.uuid FOR KEY SHARE;
    -- A leg of an entry that is not posted yet must not slip in while another transaction posts it.
    PERFORM FROM django_ledger_journalentrymodel j
        WHERE NOT j.posted AND j.uuid IN (SELECT journal_entry_id FROM added) FOR SHARE;
    SELECT t.uuid, a.code INTO fault
        FROM added t
        JOIN django_ledger_accountmodel a ON a.uuid = t.account_id
        JOIN django_ledger_chartofaccountmodel c ON c.uuid = a.coa_model_id
        JOIN django_ledger_journalentrymodel j ON j.uuid = t.journal_entry_id
        JOIN django_ledger_ledgermodel l ON l.uuid = j.ledger_id
        WHERE t.amount <= 0 OR t.tx_type NOT IN ('debit', 'credit') OR a.locked OR NOT a.active
            OR a.role LIKE 'root%' OR c.entity_id <> l.entity_id
        LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_leg_valid', DETAIL = fault.code,
            MESSAGE = format('leg %s: the amount is not above zero, or account %s takes no entries', fault.uuid, fault.code);
    END IF;
    -- The legs of a posted entry arrive together: nothing stands beside them, and they balance at once.
    SELECT t.journal_entry_id INTO fault
        FROM (SELECT journal_entry_id, count(*) AS legs,
                     sum(CASE tx_type WHEN 'debit' THEN amount ELSE -amount END) AS difference
              FROM added GROUP BY journal_entry_id) t
        JOIN django_ledger_journalentrymodel j ON j.uuid = t.journal_entry_id AND j.posted
        WHERE t.difference <> 0 OR t.legs < (
            SELECT count(*) FROM django_ledger_transactionmodel x WHERE x.journal_entry_id = t.journal_entry_id)
        LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_leg_with_entry', MESSAGE = format(
            'legs of posted entry %s do not balance, or it has legs already', fault.journal_entry_id);
    END IF;
    INSERT INTO ledger_balance AS b (unit_id, account_id, day, activity, debit, credit)
        SELECT j.entity_unit_id, t.account_id,
               (j."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date,
               coalesce(j.activity, ''),
               coalesce(sum(t.amount) FILTER (WHERE t.tx_type = 'debit'), 0),
               coalesce(sum(t.amount) FILTER (WHERE t.tx_type = 'credit'), 0)
        FROM added t
        JOIN django_ledger_journalentrymodel j ON j.uuid = t.journal_entry_id AND j.posted
        JOIN django_ledger_ledgermodel l ON l.uuid = j.ledger_id
        JOIN django_ledger_entitymodel e ON e.uuid = l.entity_id
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (unit_id, account_id, day, activity)
            DO UPDATE SET debit = b.debit + EXCLUDED.debit, credit = b.credit + EXCLUDED.credit;
    RETURN NULL;
END $body$;
"""


def _old_legs() -> str:
    """`ledger_legs_added` as 0002 makes it."""
    text: str = import_module("backend.business.ledger.migrations.0002_guards").LEGS
    start = text.index("CREATE FUNCTION ledger_legs_added()")
    end = text.index("$body$;", start) + len("$body$;")
    return text[start:end].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_fewer_indexes")]
    operations = [
        migrations.RunSQL(LEGS, _old_legs()),
        migrations.RunSQL(KEPT, OLD_KEPT),
        migrations.RunSQL(
            PLACED, "DROP FUNCTION ledger_account_placed() CASCADE; DROP FUNCTION ledger_kind(text);"
        ),
    ]
