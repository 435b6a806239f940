"""The guards of the books, in the database: see backend/adr/0003-ledger.md.

Every name in a function's body is unqualified, and no function sets a search path: each schema has its
own copy of the functions and runs them over its own tables, so they survive a clone or a rename of it.
Refusals are of SQLSTATE class 23, which Django raises as IntegrityError.
"""

from __future__ import annotations

from django.db import migrations

NUMBERING = """
CREATE UNIQUE INDEX ledger_entry_number_once ON django_ledger_journalentrymodel (ledger_id, je_number)
    WHERE je_number <> '';
-- The library's own unique constraint lets two rows with an empty unit stand side by side.
CREATE UNIQUE INDEX ledger_state_once ON django_ledger_entitystatemodel
    (entity_model_id, entity_unit_id, fiscal_year, key) NULLS NOT DISTINCT;
"""

REFUSE = """
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = TG_ARGV[0], CONSTRAINT = TG_NAME;
END $body$;
"""

ENTRY_CHECK = """
-- At the end of a transaction: whatever is posted in it is whole, balanced, numbered, and in an open period.
CREATE FUNCTION ledger_entry_check() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    legs bigint;
    difference numeric;
    book record;
BEGIN
    IF NEW.entity_unit_id IS NULL OR NEW.je_number = '' THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_check',
            MESSAGE = format('journal entry %s is posted without a unit or a number', NEW.uuid);
    END IF;
    SELECT count(*), coalesce(sum(CASE tx_type WHEN 'debit' THEN amount ELSE -amount END), 0)
        INTO legs, difference FROM django_ledger_transactionmodel WHERE journal_entry_id = NEW.uuid;
    IF legs < 2 OR difference <> 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_check',
            MESSAGE = format('journal entry %s has %s legs that differ by %s', NEW.uuid, legs, difference);
    END IF;
    -- FOR SHARE waits for a closing that is under way, and then reads what it wrote.
    SELECT (NEW."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date AS day,
           e.last_closing_date AS closed, l.posted, l.locked, e.uuid AS entity
        INTO book
        FROM django_ledger_ledgermodel l JOIN django_ledger_entitymodel e ON e.uuid = l.entity_id
        WHERE l.uuid = NEW.ledger_id FOR SHARE OF e;
    IF book.day <= book.closed THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_period_open',
            MESSAGE = format('the books are closed through %s', book.closed);
    END IF;
    IF NOT book.posted OR book.locked OR NOT EXISTS (
        SELECT FROM django_ledger_entityunitmodel u WHERE u.uuid = NEW.entity_unit_id AND u.entity_id = book.entity
    ) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_check',
            MESSAGE = format('journal entry %s is posted in a ledger or unit that takes none', NEW.uuid);
    END IF;
    RETURN NULL;
END $body$;
CREATE CONSTRAINT TRIGGER ledger_entry_check AFTER INSERT OR UPDATE ON django_ledger_journalentrymodel
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.posted) EXECUTE FUNCTION ledger_entry_check();
"""

LEGS = """
-- The turnover of the legs in `added`, onto the balances. Rows are locked in the order of their keys.
CREATE FUNCTION ledger_legs_added() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    fault record;
BEGIN
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
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_leg_valid', MESSAGE = format(
            'leg %s: the amount is not above zero, or account %s takes no entries', fault.uuid, fault.code);
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
CREATE TRIGGER ledger_legs_added AFTER INSERT ON django_ledger_transactionmodel
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_legs_added();

-- Entries written as drafts by the library enter the balances when they are posted.
CREATE FUNCTION ledger_entries_posted() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO ledger_balance AS b (unit_id, account_id, day, activity, debit, credit)
        SELECT j.entity_unit_id, t.account_id,
               (j."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date,
               coalesce(j.activity, ''),
               coalesce(sum(t.amount) FILTER (WHERE t.tx_type = 'debit'), 0),
               coalesce(sum(t.amount) FILTER (WHERE t.tx_type = 'credit'), 0)
        FROM after j
        JOIN before o ON o.uuid = j.uuid AND NOT o.posted
        JOIN django_ledger_transactionmodel t ON t.journal_entry_id = j.uuid
        JOIN django_ledger_ledgermodel l ON l.uuid = j.ledger_id
        JOIN django_ledger_entitymodel e ON e.uuid = l.entity_id
        WHERE j.posted
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (unit_id, account_id, day, activity)
            DO UPDATE SET debit = b.debit + EXCLUDED.debit, credit = b.credit + EXCLUDED.credit;
    RETURN NULL;
END $body$;
CREATE TRIGGER ledger_entries_posted AFTER UPDATE ON django_ledger_journalentrymodel
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_posted();

CREATE FUNCTION ledger_leg_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{cleared,reconciled,updated}'::text[]
                          = to_jsonb(OLD) - '{cleared,reconciled,updated}'::text[] THEN
        RETURN NEW;
    END IF;
    -- FOR SHARE: an entry that is being posted just now counts as posted.
    PERFORM FROM (
        SELECT j.posted FROM django_ledger_journalentrymodel j
        WHERE j.uuid = OLD.journal_entry_id OR (TG_OP = 'UPDATE' AND j.uuid = NEW.journal_entry_id) FOR SHARE
    ) entry WHERE entry.posted;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('leg %s belongs to a posted entry', OLD.uuid);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $body$;
CREATE TRIGGER ledger_leg_kept BEFORE UPDATE OR DELETE ON django_ledger_transactionmodel
    FOR EACH ROW EXECUTE FUNCTION ledger_leg_kept();
CREATE TRIGGER ledger_leg_not_truncated BEFORE TRUNCATE ON django_ledger_transactionmodel
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('legs are not truncated');
"""

ENTRIES = """
CREATE FUNCTION ledger_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'updated' = to_jsonb(OLD) - 'updated' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
        MESSAGE = format('journal entry %s is posted', OLD.uuid);
END $body$;
CREATE TRIGGER ledger_entry_kept BEFORE UPDATE OR DELETE ON django_ledger_journalentrymodel
    FOR EACH ROW WHEN (OLD.posted) EXECUTE FUNCTION ledger_entry_kept();
CREATE TRIGGER ledger_entry_not_truncated BEFORE TRUNCATE ON django_ledger_journalentrymodel
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('entries are not truncated');

CREATE TRIGGER ledger_posting_kept BEFORE UPDATE OR DELETE ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse('postings do not change');
CREATE TRIGGER ledger_posting_not_truncated BEFORE TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('postings are not truncated');
CREATE TRIGGER ledger_foreign_kept BEFORE UPDATE OR DELETE ON ledger_foreign
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse('foreign amounts do not change');
CREATE TRIGGER ledger_foreign_not_truncated BEFORE TRUNCATE ON ledger_foreign
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('foreign amounts are not truncated');

-- Balances are written from the triggers above, at depth two, and from nowhere else.
CREATE FUNCTION ledger_balance_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = 'balances are kept by the database';
    END IF;
    RETURN NULL;
END $body$;
CREATE TRIGGER ledger_balance_kept BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ledger_balance
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_balance_kept();
"""

BOOK = """
CREATE FUNCTION ledger_account_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF EXISTS (SELECT FROM django_ledger_transactionmodel t WHERE t.account_id = OLD.uuid) THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = format('account %s has entries: its code, role and side stay', OLD.code);
    END IF;
    RETURN NEW;
END $body$;
CREATE TRIGGER ledger_account_kept BEFORE UPDATE ON django_ledger_accountmodel FOR EACH ROW
    WHEN (OLD.code <> NEW.code OR OLD.role <> NEW.role OR OLD.balance_type <> NEW.balance_type
          OR OLD.coa_model_id <> NEW.coa_model_id)
    EXECUTE FUNCTION ledger_account_kept();

CREATE FUNCTION ledger_ledger_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF EXISTS (SELECT FROM django_ledger_journalentrymodel j WHERE j.ledger_id = OLD.uuid AND j.posted) THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = 'the ledger has posted entries';
    END IF;
    RETURN NEW;
END $body$;
CREATE TRIGGER ledger_ledger_kept BEFORE UPDATE ON django_ledger_ledgermodel FOR EACH ROW
    WHEN ((OLD.posted AND NOT NEW.posted) OR OLD.entity_id <> NEW.entity_id)
    EXECUTE FUNCTION ledger_ledger_kept();

CREATE FUNCTION ledger_book_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF EXISTS (SELECT FROM django_ledger_journalentrymodel j JOIN django_ledger_ledgermodel l ON l.uuid = j.ledger_id
               WHERE l.entity_id = OLD.uuid AND j.posted) THEN
        RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            MESSAGE = 'the book has entries: its currency, time zone and fiscal year stay';
    END IF;
    RETURN NEW;
END $body$;
CREATE TRIGGER ledger_book_kept BEFORE UPDATE ON django_ledger_entitymodel FOR EACH ROW
    WHEN (OLD.meta ->> 'currency' IS DISTINCT FROM NEW.meta ->> 'currency'
          OR OLD.meta ->> 'timezone' IS DISTINCT FROM NEW.meta ->> 'timezone'
          OR OLD.fy_start_month <> NEW.fy_start_month)
    EXECUTE FUNCTION ledger_book_kept();
CREATE TRIGGER ledger_book_not_deleted BEFORE DELETE ON django_ledger_entitymodel
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse('a book is not deleted');
CREATE TRIGGER ledger_state_kept BEFORE UPDATE ON django_ledger_entitystatemodel FOR EACH ROW
    WHEN (NEW.sequence < OLD.sequence) EXECUTE FUNCTION ledger_refuse('numbers are not taken back');
CREATE TRIGGER ledger_state_not_deleted BEFORE DELETE ON django_ledger_entitystatemodel
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse('numbers are not taken back');
"""

DROP = """
DROP TRIGGER ledger_state_not_deleted ON django_ledger_entitystatemodel;
DROP TRIGGER ledger_state_kept ON django_ledger_entitystatemodel;
DROP TRIGGER ledger_book_not_deleted ON django_ledger_entitymodel;
DROP FUNCTION ledger_book_kept() CASCADE;
DROP FUNCTION ledger_ledger_kept() CASCADE;
DROP FUNCTION ledger_account_kept() CASCADE;
DROP FUNCTION ledger_balance_kept() CASCADE;
DROP FUNCTION ledger_entry_kept() CASCADE;
DROP FUNCTION ledger_leg_kept() CASCADE;
DROP FUNCTION ledger_entries_posted() CASCADE;
DROP FUNCTION ledger_legs_added() CASCADE;
DROP FUNCTION ledger_entry_check() CASCADE;
DROP FUNCTION ledger_refuse() CASCADE;
DROP INDEX ledger_state_once;
DROP INDEX ledger_entry_number_once;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunSQL(NUMBERING + REFUSE + ENTRY_CHECK + LEGS + ENTRIES + BOOK, DROP),
    ]
