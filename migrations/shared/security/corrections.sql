-- Correcting a record: exactly what a command of this login, recorded in this very transaction, says,
-- field by field. A desk has no right to change records; whose it has opened once, it may correct so.
-- The same is done for the embedded database by services/apply/corrections.py; tests run both.
-- Gives by what the person is found from now on: (kind, value, raw).
CREATE OR REPLACE FUNCTION public.correct_record(correction uuid)
RETURNS TABLE (kind text, value text, raw text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    brought record;
    given jsonb;
    corrected uuid;
    change jsonb;
    is_new boolean;
    here jsonb;
    found_value jsonb;
    stale boolean;
    owner_column text;
    allowed constant jsonb := jsonb_build_object(
        'person', '["birth_date", "family", "given", "interpreter", "language", "name", "no_voicemail", "preferred_name", "sex"]'::jsonb,
        'contact_point', '["city", "confidential", "country", "extension", "no_service", "no_voicemail", "postal_code", "rank", "raw", "retired_at", "state", "use", "value", "wrong"]'::jsonb,
        'relationship', '["authority", "kind", "until"]'::jsonb
    );
BEGIN
    SELECT c.kind, c.payload, c.author, c.made_at INTO brought FROM public.command c
    WHERE c.id = correction AND c.xid = pg_current_xact_id()
        AND c.kind IN ('CorrectPerson', 'AddContactPoint', 'RetireContactPoint', 'AddRelationship')
        AND (c.author = session_user OR public.ec_role() = 'owner');
    IF NOT FOUND OR public.ec_role() IS NULL THEN
        RAISE EXCEPTION 'nothing is corrected without its command' USING ERRCODE = 'insufficient_privilege';
    END IF;
    given := brought.payload;
    corrected := (given ->> 'person')::uuid;
    IF public.ec_role() <> 'owner' AND NOT EXISTS (
        SELECT FROM public.access a WHERE a.person_id = corrected AND a.login = session_user
    ) THEN
        RAISE EXCEPTION 'this record was never opened' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM FROM public.person p WHERE p.id = corrected AND p.name <> '—' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN; -- erased meanwhile: nothing of her comes back
    END IF;
    is_new := brought.kind IN ('AddContactPoint', 'AddRelationship');
    FOR change IN SELECT jsonb_array_elements(given -> 'changes') LOOP
        IF NOT coalesce(allowed -> (change ->> 'record') @> (change -> 'field'), false) THEN
            RAISE EXCEPTION 'not to be corrected' USING ERRCODE = 'check_violation';
        END IF;
        owner_column := CASE change ->> 'record'
            WHEN 'person' THEN 'id' WHEN 'contact_point' THEN 'person_id' ELSE 'other_id' END;
        EXECUTE format(
            'SELECT to_jsonb(r) FROM public.%I r WHERE r.id = $1 AND r.%I = $2 FOR UPDATE',
            change ->> 'record', owner_column
        ) INTO here USING (change ->> 'target')::uuid, corrected;
        found_value := CASE WHEN here IS NULL THEN 'null'::jsonb ELSE here -> (change ->> 'field') END;
        CONTINUE WHEN here IS NOT NULL AND public.ec_is_same(change ->> 'field', found_value, change -> 'new');
        stale := NOT is_new AND (here IS NULL
            OR NOT public.ec_is_same(change ->> 'field', found_value, change -> 'old'));
        IF NOT stale AND NOT is_new THEN
            EXECUTE format(
                'UPDATE public.%1$I SET %2$I = (jsonb_populate_record(NULL::public.%1$I, $1)).%2$I, '
                'revision = revision + 1 WHERE id = $2',
                change ->> 'record', change ->> 'field'
            ) USING jsonb_build_object(change ->> 'field', change -> 'new'), (change ->> 'target')::uuid;
        END IF;
        INSERT INTO public.field_change (id, person_id, record, target_id, field, old, new, found,
            held, at, by, source, call_id, command_id, labels)
        VALUES ((change ->> 'id')::uuid, corrected, change ->> 'record', (change ->> 'target')::uuid,
            change ->> 'field', change -> 'old', change -> 'new',
            CASE WHEN stale THEN found_value ELSE 'null'::jsonb END, stale, brought.made_at,
            brought.author, 'desk', (given ->> 'call')::uuid, correction, '');
    END LOOP;
    IF brought.kind = 'AddContactPoint' THEN
        INSERT INTO public.contact_point (id, person_id, system, use, raw, value, extension, rank, city,
            state, postal_code, country, confidential, wrong, no_service, no_voicemail, revision)
        SELECT p.id, corrected, p.system, p.use, p.raw, p.value, p.extension, 100, p.city, p.state,
            p.postal_code, p.country, false, false, false, false, 1
        FROM jsonb_populate_record(NULL::public.contact_point, given -> 'point') AS p
        ON CONFLICT DO NOTHING;
    ELSIF brought.kind = 'AddRelationship' THEN
        INSERT INTO public.relationship (id, person_id, other_id, kind, authority, until, revision)
        SELECT (r ->> 'id')::uuid, (r ->> 'other')::uuid, corrected, r ->> 'kind', r ->> 'authority',
            (r ->> 'until')::date, 1
        FROM (SELECT given -> 'relationship' AS r) AS added
        ON CONFLICT DO NOTHING;
    END IF;
    DELETE FROM public.search_key s WHERE s.person_id = corrected;
    RETURN QUERY
        SELECT 'name'::text, named.said::text, ''::text FROM public.person p,
            LATERAL (SELECT unnest(ARRAY[p.name, p.given, p.family, p.preferred_name]) AS said
                UNION ALL SELECT jsonb_array_elements_text(p.other_names)) AS named
        WHERE p.id = corrected AND named.said <> ''
        UNION ALL
        SELECT 'birth', p.birth_date::text, '' FROM public.person p
        WHERE p.id = corrected AND p.birth_date IS NOT NULL
        UNION ALL
        SELECT c.system::text, c.value::text, c.raw::text FROM public.contact_point c
        WHERE c.person_id = corrected AND c.retired_at IS NULL AND c.system IN ('phone', 'email')
        UNION ALL
        SELECT CASE WHEN lower(i.kind) = 'mrn' THEN 'mrn' ELSE 'identifier' END, i.value::text, ''
        FROM public.identifier i WHERE i.person_id = corrected;
END
$$;

-- Whether a field says this. When something was retired is no matter, only whether it was.
CREATE OR REPLACE FUNCTION public.ec_is_same(field text, one jsonb, other jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN field = 'retired_at' THEN (one = 'null') = (other = 'null') ELSE one = other END
$$;

-- Whether a correction of this login, recorded in this transaction, is of this person.
CREATE OR REPLACE FUNCTION public.ec_corrects(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.command c
        WHERE c.id IN (SELECT public.ec_brings()) AND c.payload ->> 'person' = person::text
        AND c.kind IN ('CorrectPerson', 'AddContactPoint', 'RetireContactPoint', 'AddRelationship')
    ) AND EXISTS (
        SELECT FROM public.access a WHERE a.person_id = person AND a.login = session_user
    )
$$;
