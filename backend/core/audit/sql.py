"""The database's side of the audit: its functions and triggers, as SQL text.

`audit_record`, with `audit_write`, is one function for all schemas, in public: it finds the schema that a change
happened in from the trigger (`TG_TABLE_SCHEMA`), never from the search path, which a caller can set. Row-level, as
measured: see adr/0006.
"""

from __future__ import annotations

from backend.core.audit import coverage

# A UUIDv7 with the microseconds in its twelve bits after the version (RFC 9562, 6.2 method 3), so that the
# entries of one transaction keep their order. PostgreSQL has uuidv7() only from 18 on.
_KEY = """(
            lpad(to_hex(micros / 1000), 12, '0') || to_hex(28672 + (micros % 1000) * 4096 / 1000)
            || substr(replace(gen_random_uuid()::text, '-', ''), 17)
        )::uuid"""

WRITE = r"""
CREATE OR REPLACE FUNCTION public.audit_write(
    schema_name text, table_name text, operation text, arguments text[], was jsonb, fresh jsonb
) RETURNS boolean
LANGUAGE plpgsql AS $write$
-- Writes the entry of one row. Only `audit_record` calls it, whose search path it has, and where the change of the
-- path that it makes ends. It stands apart because PostgreSQL keeps a trigger's function anew for each table, with its
-- plans, and this one once a session: so the insert is planned once, and again where the path leads elsewhere.
-- Arguments: the key's column, the masked columns, the columns that are not recorded, those of JSON. A schema
-- whose migrations have not run yet has triggers without the last, and entries without credentials.
DECLARE
    facts jsonb := nullif(current_setting('guildhall.ctx', true), '')::jsonb;
    noise text[] := arguments[2];
    masked text[] := arguments[1];
    documents text[] := coalesce(arguments[3], '{}');
    key uuid := coalesce(was, fresh) ->> arguments[0];
    before jsonb;
    after jsonb;
    hidden text;
    path text;
    moment timestamptz := clock_timestamp();
    micros bigint := (extract(epoch FROM moment) * 1000000)::bigint;
BEGIN
    IF operation = 'UPDATE' THEN
        SELECT jsonb_object_agg(f.key, was -> f.key), jsonb_object_agg(f.key, f.value)
            INTO before, after
            FROM jsonb_each(fresh - noise) AS f
            WHERE f.value IS DISTINCT FROM was -> f.key;
        IF after IS NULL THEN
            RETURN false;
        END IF;
    ELSE
        before := was - noise;
        after := fresh - noise;
    END IF;
    FOREACH hidden IN ARRAY masked LOOP
        IF before -> hidden <> 'null'::jsonb THEN
            before := jsonb_set(before, ARRAY[hidden], '"***"');
        END IF;
        IF after -> hidden <> 'null'::jsonb THEN
            after := jsonb_set(after, ARRAY[hidden], '"***"');
        END IF;
    END LOOP;
    FOREACH hidden IN ARRAY documents LOOP
        -- Most documents hold nothing of the kind: their text tells that sooner than a walk through them.
        IF before ->> hidden ~* '<speaks>' THEN
            before := jsonb_set(before, ARRAY[hidden], public.audit_mask(before -> hidden));
        END IF;
        IF after ->> hidden ~* '<speaks>' THEN
            after := jsonb_set(after, ARRAY[hidden], public.audit_mask(after -> hidden));
        END IF;
    END LOOP;
    path := set_config('search_path', format('pg_catalog, %I, pg_temp', schema_name), true);
    IF arguments[3] IS NULL THEN
        INSERT INTO audit_entry (id, at, txid, "table", row_id, action, before, after, actor_id,
            actor_kind, impersonator_id, request_id, ip, user_agent)
        VALUES (
            <key>,
            moment, pg_current_xact_id()::text::bigint, table_name, key, lower(operation), before, after,
            (facts ->> 'actor')::uuid, coalesce(facts ->> 'kind', 'database'), (facts ->> 'imp')::uuid,
            facts ->> 'rid', (facts ->> 'ip')::inet, facts ->> 'ua');
    ELSE
        INSERT INTO audit_entry (id, at, txid, "table", row_id, action, before, after, actor_id,
            actor_kind, impersonator_id, request_id, ip, user_agent, credential_kind, credential_id)
        VALUES (
            <key>,
            moment, pg_current_xact_id()::text::bigint, table_name, key, lower(operation), before, after,
            (facts ->> 'actor')::uuid, coalesce(facts ->> 'kind', 'database'), (facts ->> 'imp')::uuid,
            facts ->> 'rid', (facts ->> 'ip')::inet, facts ->> 'ua', facts ->> 'cred',
            (facts ->> 'cid')::uuid);
    END IF;
    RETURN true;
END
$write$;
REVOKE EXECUTE ON FUNCTION public.audit_write(text, text, text, text[], jsonb, jsonb) FROM PUBLIC
""".replace("<key>", _KEY).replace("<speaks>", f"{coverage.SECRET_KEY}|{coverage.SEALED}")

RECORD = r"""
CREATE OR REPLACE FUNCTION public.audit_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $record$
-- Its arguments are those of `audit_write`, which is assigned and not performed: that costs no query.
DECLARE
    written boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        written := public.audit_write(TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, TG_ARGV, NULL, to_jsonb(NEW));
    ELSIF TG_OP = 'DELETE' THEN
        written := public.audit_write(TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, TG_ARGV, to_jsonb(OLD), NULL);
    ELSE
        written := public.audit_write(
            TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, TG_ARGV, to_jsonb(OLD), to_jsonb(NEW));
    END IF;
    RETURN NULL;
END
$record$
"""

MASK = r"""
CREATE OR REPLACE FUNCTION public.audit_mask(value jsonb, secret boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $mask$
-- The document with `***` for each text under a key that speaks of a secret, at any depth, and each sealed text.
-- Numbers and booleans stay: a rule such as the least length of passwords is none.
BEGIN
    CASE jsonb_typeof(value)
        WHEN 'object' THEN
            RETURN (
                SELECT coalesce(jsonb_object_agg(e.key, public.audit_mask(e.value, secret OR e.key ~* '<key>')), '{}')
                FROM jsonb_each(value) AS e
            );
        WHEN 'array' THEN
            RETURN (
                SELECT coalesce(jsonb_agg(public.audit_mask(e.value, secret) ORDER BY e.ordinality), '[]')
                FROM jsonb_array_elements(value) WITH ORDINALITY AS e
            );
        WHEN 'string' THEN
            IF value <> '""' AND (secret OR value #>> '{}' ~* '<sealed>') THEN
                RETURN '"***"';
            END IF;
        ELSE NULL;
    END CASE;
    RETURN value;
END
$mask$
""".replace("<key>", coverage.SECRET_KEY).replace("<sealed>", coverage.SEALED)

GUARD = r"""
CREATE OR REPLACE FUNCTION public.audit_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $guard$
DECLARE
    facts jsonb;
    moment timestamptz;
    micros bigint;
BEGIN
    -- What is let through of an update: an entry gets its place in the chain, once.
    IF TG_OP = 'UPDATE' AND OLD.hash IS NULL AND NEW.hash IS NOT NULL
        AND to_jsonb(OLD) - ARRAY['sequence', 'previous_hash', 'hash']
          = to_jsonb(NEW) - ARRAY['sequence', 'previous_hash', 'hash']
    THEN
        RETURN NEW;
    END IF;
    -- Of a deletion: what the log's owner removes by its retention, whose checkpoint stays (see `retention`).
    IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW'
        AND OLD.sequence <= nullif(current_setting('guildhall.audit_prune_to', true), '')::bigint
        AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    THEN
        RETURN OLD;
    END IF;
    -- Of an insertion: the entry of an action, whose code has a dot. Those of changes (insert, update,
    -- delete) come from within a trigger only, where this one is not called.
    IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        -- What the log says of itself (a checkpoint, an anchor, a restore) verification believes, so nobody
        -- but the log's owner writes it: no role that serves requests is that.
        IF NEW.action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$' AND NEW.before IS NULL AND (
            NEW.action NOT LIKE 'audit.%'
            OR current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
        ) THEN
            facts := nullif(current_setting('guildhall.ctx', true), '')::jsonb;
            moment := clock_timestamp();
            micros := (extract(epoch FROM moment) * 1000000)::bigint;
            NEW.id := <key>;
            NEW.at := moment;
            NEW.txid := pg_current_xact_id()::text::bigint;
            NEW.actor_id := coalesce(NEW.actor_id, (facts ->> 'actor')::uuid);
            NEW.actor_kind := coalesce(facts ->> 'kind', 'database');
            NEW.impersonator_id := (facts ->> 'imp')::uuid;
            NEW.request_id := facts ->> 'rid';
            NEW.ip := (facts ->> 'ip')::inet;
            NEW.user_agent := facts ->> 'ua';
            IF to_jsonb(NEW) ? 'credential_id' THEN  -- Not before the schema's migrations have run.
                NEW.credential_kind := facts ->> 'cred';
                NEW.credential_id := (facts ->> 'cid')::uuid;
            END IF;
            NEW.sequence := NULL;
            NEW.previous_hash := NULL;
            NEW.hash := NULL;
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$guard$
""".replace("<key>", _KEY)

FUNCTIONS = f"""
DO $install$
BEGIN
    -- One copy, in public, whose migrations run first; a tenant's schema only uses it.
    IF current_schema() = 'public' THEN
        EXECUTE $text${MASK}$text$;
        EXECUTE $text${WRITE}$text$;
        EXECUTE $text${RECORD}$text$;
        EXECUTE $text${GUARD}$text$;
    END IF;
END
$install$
"""

# An insertion is let through from within a trigger only, whoever makes it: a tenant's role has no way to
# make a trigger, so it cannot write an entry of its own invention. No row is touched for that check.
GUARDS = """
CREATE TRIGGER audit_guard BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION public.audit_guard();
CREATE TRIGGER audit_guard_insert BEFORE INSERT ON audit_entry
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION public.audit_guard();
CREATE TRIGGER audit_guard_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_guard();
"""

ADMIT_ACTIONS = """
DROP TRIGGER audit_guard_insert ON audit_entry;
CREATE TRIGGER audit_guard_insert BEFORE INSERT ON audit_entry
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION public.audit_guard();
"""
"""Since actions are recorded too, the guard looks at each row that no trigger inserts."""

REFUSE_ACTIONS = """
DROP TRIGGER audit_guard_insert ON audit_entry;
CREATE TRIGGER audit_guard_insert BEFORE INSERT ON audit_entry
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION public.audit_guard();
"""

UNGUARDS = """
DROP TRIGGER audit_guard ON audit_entry;
DROP TRIGGER audit_guard_insert ON audit_entry;
DROP TRIGGER audit_guard_truncate ON audit_entry;
"""

ATTACH = r"""
DO $attach$
DECLARE
    rules jsonb := '<rules>';
    target record;
    arguments text[];
BEGIN
    IF to_regclass(quote_ident(current_schema()) || '.audit_entry') IS NULL THEN
        RETURN;  -- An early partial run of migrations; the run that makes the table attaches.
    END IF;
    FOR target IN
        SELECT c.oid, c.relname AS name, k.attname AS key, t.tgargs AS present,
            rules -> c.relname AS rule,
            ARRAY(
                SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    AND a.attname ~ '<secret>'
                ORDER BY a.attnum
            ) AS secret,
            ARRAY(
                SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    AND a.atttypid IN ('jsonb'::regtype, 'json'::regtype)
                ORDER BY a.attname
            ) AS documents
        FROM pg_class c
        JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1
        JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = i.indkey[0] AND k.atttypid = 'uuid'::regtype
        LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = 'audit_record'
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        ORDER BY c.relname
    LOOP
        IF target.rule IS NULL THEN
            IF target.present IS NOT NULL THEN
                EXECUTE format('DROP TRIGGER audit_record ON %I', target.name);
            END IF;
            CONTINUE;
        END IF;
        arguments := ARRAY[
            target.key::text,  -- Uncast, it would make this an array of names, cut at 63 bytes.
            (
                SELECT coalesce(array_agg(DISTINCT m ORDER BY m), '{}')
                FROM unnest(
                    target.secret
                    || ARRAY(SELECT jsonb_array_elements_text(target.rule -> 'mask'))
                ) AS m
            )::text,
            (
                SELECT coalesce(array_agg(DISTINCT n ORDER BY n), '{}')
                FROM unnest(
                    ARRAY['updated_at', 'version']
                    || ARRAY(SELECT jsonb_array_elements_text(target.rule -> 'ignore'))
                ) AS n
            )::text,
            target.documents::text
        ];
        IF target.present = decode(
            array_to_string(ARRAY(SELECT encode(convert_to(x, 'UTF8'), 'hex') || '00' FROM unnest(arguments) AS x), ''),
            'hex'
        ) THEN
            CONTINUE;
        END IF;
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER audit_record AFTER INSERT OR UPDATE OR DELETE ON %I'
            ' FOR EACH ROW EXECUTE FUNCTION public.audit_record(%L, %L, %L, %L)',
            target.name, arguments[1], arguments[2], arguments[3], arguments[4]
        );
    END LOOP;
END
$attach$
"""
"""Attaches the triggers in the current schema; `attachment` fills in `<rules>` and `<secret>`."""
