-- Facts are appended, never changed: one trigger function, one pair of triggers a table.
-- When you add a table of facts, add its name here; a test compares this list with the models.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- The one way round: erase_person(), which runs as the owner and says so in its transaction.
    IF TG_OP = 'UPDATE' AND current_setting('engagement.erasing', true) = 'on'
        AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'facts are appended, never changed' USING ERRCODE = 'restrict_violation';
END
$$;

DO $$
DECLARE
    fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY[
        'access', 'answer', 'appointment', 'audit_event', 'audit_seal', 'broken_glass', 'call',
        'callback', 'closure', 'command', 'complaint', 'consent_event', 'disposition', 'enrollment',
        'field_change', 'hand_off', 'hold', 'import_end', 'import_part', 'import_run', 'inquiry',
        'lookup', 'promise', 'publication', 'ready_state', 'touchpoint', 'touchpoint_event',
        'touchpoint_person', 'unmet_need', 'verification', 'void'
    ] LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OR DELETE ON %I '
            'FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact || '_no_change', fact);
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact || '_no_truncate', fact);
    END LOOP;
END
$$;
