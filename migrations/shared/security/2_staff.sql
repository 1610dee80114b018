-- Who asks. Every answer is about session_user, which SET ROLE does not change and a function's owner
-- does not hide. In policies each is written (SELECT f()), so that it is asked once a statement.

SET LOCAL check_function_bodies = off; -- these and the scripts that follow name each other

-- 'owner' (whoever set the database up), 'worker', or the role of an active staff member; null for
-- everybody else: a login that was closed sees nothing with its next statement.
CREATE OR REPLACE FUNCTION public.ec_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN pg_has_role(session_user, 'ec_owner', 'USAGE') THEN 'owner'
        WHEN pg_has_role(session_user, 'ec_worker', 'USAGE') THEN 'worker'
        ELSE (SELECT role FROM public.staff WHERE login = session_user AND active)
    END
$$;

CREATE OR REPLACE FUNCTION public.ec_active() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT public.ec_role() IS NOT NULL
$$;

-- The labels whose facts this login may see.
CREATE OR REPLACE FUNCTION public.ec_sees() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_to_array(sees, ' ') FROM public.staff WHERE login = session_user AND active
$$;

-- The logins whose work a supervisor reviews: those of the same team, or all without a team.
CREATE OR REPLACE FUNCTION public.ec_team() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT other.login FROM public.staff me JOIN public.staff other
        ON me.team IS NULL OR other.team = me.team
    WHERE me.login = session_user AND me.active AND me.role <> 'rep'
$$;

-- The logins whose late callbacks this one may take over: her team's, and those that are closed.
CREATE OR REPLACE FUNCTION public.ec_mates() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(other.login::text) FROM public.staff me JOIN public.staff other
        ON other.team IS NOT DISTINCT FROM me.team OR NOT other.active
    WHERE me.login = session_user AND me.active
$$;

-- The people whose details this login may read: opened by it within a shift's length. An array, since
-- a set costs a call a row.
CREATE OR REPLACE FUNCTION public.ec_opened() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(DISTINCT person_id) FROM public.access
    WHERE login = session_user AND at > now() - interval '12 hours'
    AND EXISTS (SELECT FROM public.staff WHERE login = session_user AND active)
$$;

-- The people whose name this login may read: those opened, who speaks for them, and who waits for a
-- callback of hers, or for a late one of her team's.
CREATE OR REPLACE FUNCTION public.ec_named() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(named.person_id) FROM (
        SELECT unnest(public.ec_opened()) AS person_id
        UNION
        SELECT r.person_id FROM public.relationship r
        WHERE r.other_id IN (SELECT unnest(public.ec_opened()))
        UNION
        SELECT person_id FROM public.callback WHERE owner = session_user AND public.ec_active()
        UNION
        SELECT person_id FROM public.callback
        WHERE due_at <= now() AND owner = ANY (public.ec_mates())
    ) AS named
$$;

-- The numbers and emails of the people opened: a stop by whoever shares one must be seen.
CREATE OR REPLACE FUNCTION public.ec_contacts() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(DISTINCT value::text) FROM public.contact_point
    WHERE person_id IN (SELECT unnest(public.ec_opened()))
$$;

-- The people whose labels this login looks past for a while.
CREATE OR REPLACE FUNCTION public.ec_glass() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT person_id FROM public.broken_glass
    WHERE login = session_user AND until > now()
    AND EXISTS (SELECT FROM public.staff WHERE login = session_user AND active)
$$;

-- Whether this transaction brought a command of this login, of which the rows that follow are part.
CREATE OR REPLACE FUNCTION public.ec_brings() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
    SELECT id FROM public.command
    WHERE xid = pg_current_xact_id_if_assigned() AND author = session_user AND public.ec_active()
$$;

-- Whether the person is a new one that a command of this transaction brings.
CREATE OR REPLACE FUNCTION public.ec_is_new(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.command c
        WHERE c.id IN (SELECT public.ec_brings()) AND c.kind = 'AddPerson'
        AND c.payload ->> 'person' = person::text
    )
$$;
