-- A rep's own day: what she logged and what she promised, whoever she has open just now. Of a call
-- no person and no notes: it is counted, not read.
CREATE OR REPLACE FUNCTION public.my_calls(since timestamptz, until timestamptz)
RETURNS TABLE (id uuid, direction text, answered_at timestamptz, ended_at timestamptz,
    hold_seconds integer, wrap_up_seconds integer, code text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.id, c.direction::text, c.answered_at, c.ended_at, c.hold_seconds, c.wrap_up_seconds,
        d.code::text
    FROM public.call c JOIN public.disposition d ON d.call_id = c.id
    WHERE c.login = session_user AND public.ec_active()
    -- By the index of what she logged herself; a supervisor's amendment may stand in its place.
    AND c.id IN (
        SELECT own.call_id FROM public.disposition own
        WHERE own.login = session_user AND own.at >= since AND own.at < until
    )
    AND NOT EXISTS (SELECT FROM public.void v WHERE v.target_id = d.id)
$$;

CREATE OR REPLACE FUNCTION public.my_promises(until timestamptz)
RETURNS TABLE (id uuid, person_id uuid, name text, what text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.id, p.person_id, coalesce(o.name, '')::text, p.what::text, p.due_at
    FROM public.promise p LEFT JOIN public.person o ON o.id = p.person_id
    WHERE p.owner = session_user AND p.due_at < until AND public.ec_active()
    AND NOT EXISTS (SELECT FROM public.void v WHERE v.target_id = p.id)
    AND NOT EXISTS (
        SELECT FROM public.closure c WHERE c.target_id = p.id
        AND NOT EXISTS (SELECT FROM public.void v WHERE v.target_id = c.id)
    )
    ORDER BY p.due_at LIMIT 500
$$;
