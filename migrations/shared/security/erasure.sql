-- Erasing a prospect: blanks exactly what an ErasePerson of this login, recorded in this very
-- transaction, names; the record stays and is sealed. Whoever runs it needs no rights on the tables.
CREATE OR REPLACE FUNCTION erase_person(erasure uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given jsonb;
    erased uuid;
    fact text;
    blanks text;
    named uuid[];
BEGIN
    SELECT payload INTO given FROM public.command
    WHERE id = erasure AND kind = 'ErasePerson' AND author = session_user
        AND xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing is erased without its record' USING ERRCODE = 'insufficient_privilege';
    END IF;
    erased := (given ->> 'person')::uuid;
    IF EXISTS (SELECT FROM public.identifier WHERE person_id = erased AND lower(kind) = 'mrn')
        OR EXISTS (
            SELECT FROM public.hold WHERE person_id = erased AND cause = 'legal'
            AND NOT EXISTS (SELECT FROM public.closure WHERE target_id = hold.id))
    THEN
        RAISE EXCEPTION 'this record must be kept' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('engagement.erasing', 'on', true);
    FOR fact, blanks IN SELECT * FROM (VALUES
        ('answer', $b$value = '', reason = ''$b$),
        ('appointment', $b$place = '', with_whom = '', service = ''$b$),
        ('call', $b$phone = NULL$b$),
        ('callback', $b$phone = NULL, note = ''$b$),
        ('closure', $b$note = ''$b$),
        ('command', $b$payload = '{"erased": true}'$b$),
        ('complaint', $b$what = ''$b$),
        ('consent_event', $b$contact = CASE WHEN action = 'revoked' THEN contact END, evidence = '', reason = ''$b$),
        ('disposition', $b$notes = ''$b$),
        ('enrollment', $b$reason = ''$b$),
        ('field_change', $b$old = NULL, new = NULL, found = NULL$b$),
        ('hand_off', $b$what = ''$b$),
        ('hold', $b$note = ''$b$),
        ('inquiry', $b$question = ''$b$),
        ('promise', $b$what = ''$b$),
        ('touchpoint', $b$title = '', summary = '', by = ''$b$),
        ('touchpoint_event', $b$detail = ''$b$),
        ('unmet_need', $b$what = ''$b$),
        ('verification', $b$scope = NULL$b$),
        ('void', $b$reason = ''$b$)
    ) AS known LOOP
        named := ARRAY(SELECT jsonb_array_elements_text(given -> 'blanked' -> fact)::uuid);
        EXECUTE format('UPDATE public.%I SET %s WHERE id = ANY ($1)', fact, blanks) USING named;
        UPDATE public.source_record SET seen = '{}' WHERE target_id = ANY (named);
    END LOOP;
    PERFORM set_config('engagement.erasing', 'off', true);
    UPDATE public.person SET name = '—', given = '', family = '', other_names = '[]',
        preferred_name = NULL, birth_date = NULL, sex = NULL, language = NULL, zone = NULL,
        prefers = NULL, revision = revision + 1 WHERE id = erased;
    DELETE FROM public.contact_point WHERE person_id = erased;
    DELETE FROM public.identifier WHERE person_id = erased;
    DELETE FROM public.relationship WHERE person_id = erased OR other_id = erased;
    DELETE FROM public.search_key WHERE person_id = erased;
    DELETE FROM public.journey_state WHERE person_id = erased;
    UPDATE public.source_record SET seen = '{}' WHERE target_id = erased;
END
$$;
