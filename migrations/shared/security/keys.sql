-- The few wide paths: each a narrow function that limits and records what it does.

-- A login speaks for itself; only whoever sets the database up may bring what others have done.
CREATE OR REPLACE FUNCTION public.ec_require_self(acting text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF public.ec_role() IS NULL OR (public.ec_role() <> 'owner' AND acting <> session_user) THEN
        RAISE EXCEPTION 'not this login''s to do' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

-- Opens people's records for a shift, saying why; gives those who are on record.
-- Reading must not wait for a standby that is away, so what is written here is only local's.
CREATE OR REPLACE FUNCTION public.open_people(people uuid[], acting text, why text, call uuid)
RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM public.ec_require_self(acting);
    IF length(trim(why)) = 0 OR length(why) > 200 OR cardinality(people) > 100 THEN
        RAISE EXCEPTION 'a few people, and a reason' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('synchronous_commit', 'local', true);
    RETURN QUERY
        INSERT INTO public.access (id, person_id, login, at, reason, call_id)
        SELECT gen_random_uuid(), p.id, acting, now(), why, call
        FROM public.person p WHERE p.id = ANY (people)
        RETURNING person_id;
END
$$;

-- Looks past the labels of a person's facts for half an hour, whatever the rights of the login.
CREATE OR REPLACE FUNCTION public.break_glass(person uuid, acting text, why text)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ends timestamptz := now() + interval '30 minutes';
BEGIN
    IF length(trim(why)) < 20 THEN
        RAISE EXCEPTION 'a reason of 20 characters' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT public.open_people(ARRAY[person], acting, 'break-glass', NULL)) THEN
        RETURN NULL; -- nobody on record
    END IF;
    INSERT INTO public.broken_glass (id, person_id, login, at, until, reason)
    VALUES (gen_random_uuid(), person, acting, now(), ends, left(trim(why), 500));
    RETURN ends;
END
$$;

-- The one way to find people: those who have every token, each a list of ranges of keys
-- [{"kind", "first", "last"}]; the rarest token leads, as it stands in the index. Gives the few
-- fields by which people are told apart, and of their keys only those that were asked for.
CREATE OR REPLACE FUNCTION public.find_people(tokens jsonb, most integer)
RETURNS TABLE (
    id uuid, name text, birth_date text, deceased boolean, mrn text, keys_met jsonb, points jsonb
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sorted jsonb;
    others jsonb;
    lead record;
    hit uuid;
    here uuid[];
    everyone uuid[] := '{}';
BEGIN
    IF NOT public.ec_active() OR jsonb_array_length(tokens) NOT BETWEEN 1 AND 12 THEN
        RAISE EXCEPTION 'not this login''s to do' USING ERRCODE = 'insufficient_privilege';
    END IF;
    most := least(most, 501);
    IF jsonb_array_length(tokens) = 1 THEN
        sorted := tokens;
    ELSE
        SELECT jsonb_agg(t.token ORDER BY t.hits) INTO sorted FROM (
            SELECT token.value AS token, sum(counted.n) AS hits
            FROM jsonb_array_elements(tokens) WITH ORDINALITY AS token,
                jsonb_to_recordset(token.value) AS r(kind text, first text, last text),
                LATERAL (SELECT count(*) AS n FROM (
                    SELECT FROM public.search_key k
                    WHERE k.kind = r.kind AND k.key >= r.first AND k.key <= r.last LIMIT 2000
                ) AS met) AS counted
            GROUP BY token.ordinality, token.value
        ) AS t;
    END IF;
    others := sorted - 0;
    FOR lead IN
        SELECT r.* FROM jsonb_to_recordset(sorted -> 0) AS r(kind text, first text, last text)
    LOOP
        here := '{}';
        FOR hit IN
            SELECT k.person_id FROM public.search_key k
            WHERE k.kind = lead.kind AND k.key >= lead.first AND k.key <= lead.last
            AND (others = '[]' OR NOT EXISTS (
                SELECT FROM jsonb_array_elements(others) AS o WHERE NOT EXISTS (
                    SELECT FROM jsonb_to_recordset(o.value) AS r(kind text, first text, last text),
                        public.search_key s
                    WHERE s.person_id = k.person_id AND s.kind = r.kind
                    AND s.key >= r.first AND s.key <= r.last
                )
            ))
            ORDER BY k.key, k.person_id
        LOOP
            IF hit <> ALL (here) THEN
                here := here || hit;
            END IF;
            EXIT WHEN cardinality(here) >= most;
        END LOOP;
        everyone := everyone || here;
    END LOOP;
    PERFORM set_config('synchronous_commit', 'local', true);
    INSERT INTO public.lookup (id, login, at, kinds, found)
    SELECT gen_random_uuid(), session_user, now(), string_agg(asked.kind, ' '),
        (SELECT count(DISTINCT one) FROM unnest(everyone) AS one)
    FROM (
        SELECT DISTINCT left(r.kind, 20) AS kind
        FROM jsonb_array_elements(tokens) AS token,
            jsonb_to_recordset(token.value) AS r(kind text, first text, last text)
        ORDER BY 1
    ) AS asked;
    RETURN QUERY
        SELECT p.id, p.name::text, p.birth_date::text, p.deceased,
            (SELECT min(i.value) FROM public.identifier i
             WHERE i.person_id = p.id AND i.kind IN ('mrn', 'MRN'))::text,
            (SELECT jsonb_agg(DISTINCT jsonb_build_array(k.kind, k.key))
             FROM jsonb_array_elements(tokens) AS token,
                 jsonb_to_recordset(token.value) AS r(kind text, first text, last text),
                 public.search_key k
             WHERE k.person_id = p.id AND k.kind = r.kind
             AND k.key >= r.first AND k.key <= r.last),
            (SELECT jsonb_agg(jsonb_build_object(
                 'system', c.system, 'value', c.value, 'raw', c.raw,
                 'city', c.city, 'state', c.state) ORDER BY c.rank, c.id)
             FROM public.contact_point c WHERE c.person_id = p.id AND c.retired_at IS NULL)
        FROM public.person p WHERE p.id = ANY (everyone);
END
$$;

CREATE OR REPLACE FUNCTION public.is_on_record(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.person p WHERE p.id = person) AND public.ec_active()
$$;

CREATE OR REPLACE FUNCTION public.is_anybody_on_record() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.search_key)
$$;

-- How many inquiries stand open; whose and what about is for who opens the person.
CREATE OR REPLACE FUNCTION public.open_inquiries() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) FROM public.inquiry i
    WHERE public.ec_active()
    AND NOT EXISTS (SELECT FROM public.void v WHERE v.target_id = i.id)
    AND NOT EXISTS (
        SELECT FROM public.closure c WHERE c.target_id = i.id
        AND NOT EXISTS (SELECT FROM public.void v WHERE v.target_id = c.id)
    )
$$;

-- Whether a touchpoint is about nobody: asked of one in which somebody seen only spoke, and
-- answered from all its people, of whom the asking login may see but that one.
CREATE OR REPLACE FUNCTION public.is_about_nobody(touchpoint uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT EXISTS (
        SELECT FROM public.touchpoint_person p
        WHERE p.touchpoint_id = touchpoint AND p.part = 'about'
    )
$$;

-- What a login itself has logged under an id.
CREATE OR REPLACE FUNCTION public.own_command(wanted uuid)
RETURNS TABLE (kind text, payload jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.kind::text, c.payload FROM public.command c
    WHERE c.id = wanted AND public.ec_active()
    AND (c.author = session_user OR public.ec_role() = 'owner')
$$;

-- Marks numbers as wrong, with the command that says so; its people may be closed again by then.
CREATE OR REPLACE FUNCTION public.mark_wrong(points uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF public.ec_role() IS DISTINCT FROM 'owner' AND NOT EXISTS (SELECT public.ec_brings()) THEN
        RAISE EXCEPTION 'without a command' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE public.contact_point SET wrong = true, revision = revision + 1 WHERE id = ANY (points);
END
$$;

-- The same, with its place in the history; the one above is what consoles of the last release call.
CREATE OR REPLACE FUNCTION public.mark_wrong(points uuid[], said_by uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.field_change (id, person_id, record, target_id, field, old, new, found, held,
        at, by, source, command_id, labels)
    SELECT gen_random_uuid(), p.person_id, 'contact_point', p.id, 'wrong', 'false', 'true', 'null', false,
        c.made_at, c.author, 'desk', c.id, ''
    FROM public.contact_point p, public.command c
    WHERE p.id = ANY (points) AND NOT p.wrong AND c.id = said_by AND c.xid = pg_current_xact_id();
    PERFORM public.mark_wrong(points);
END
$$;

-- The journal says who and when by the server's word. What is brought in by the batch keeps the
-- author that the import or publication names.
CREATE OR REPLACE FUNCTION public.stamp_command() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asking text := public.ec_role();
BEGIN
    IF asking = 'owner' THEN
        RETURN new;
    END IF;
    IF new.author <> session_user
    AND NOT (asking = 'administrator' AND new.kind IN ('ImportBatch', 'Publish')) THEN
        RAISE EXCEPTION 'sent under another login' USING ERRCODE = 'insufficient_privilege';
    END IF;
    new.received_at := now();
    RETURN new;
END
$$;
CREATE OR REPLACE TRIGGER command_stamped BEFORE INSERT ON public.command
    FOR EACH ROW EXECUTE FUNCTION public.stamp_command();
