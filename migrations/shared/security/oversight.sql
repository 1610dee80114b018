-- What asks for a second look. Names and addresses are compared as they stand, so that this finds
-- candidates and proves nothing: a supervisor judges.
CREATE OR REPLACE FUNCTION public.unusual_access(since timestamptz)
RETURNS TABLE (at timestamptz, login text, person uuid, why text, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH reviewed AS (
        SELECT s.login, lower(s.name) AS name FROM public.staff s
        WHERE s.login IN (SELECT public.ec_team()) OR public.ec_role() = 'owner'
    ),
    opened AS (
        SELECT a.at, a.login, a.person_id, a.reason, a.call_id,
            lower(p.name) AS name, lower(p.family) AS family, r.name AS own
        FROM public.access a JOIN reviewed r ON r.login = a.login
        JOIN public.person p ON p.id = a.person_id
        WHERE a.at >= since
    ),
    homes AS ( -- the addresses of the people who are named like the rep
        SELECT r.login, lower(p.family) AS family, c.value
        FROM reviewed r JOIN public.person p ON lower(p.name) = r.name
        JOIN public.contact_point c ON c.person_id = p.id AND c.system = 'address'
    )
    SELECT o.at, o.login, o.person_id, 'self', '' FROM opened o WHERE o.name = o.own
    UNION ALL
    SELECT o.at, o.login, o.person_id, 'household', '' FROM opened o
    WHERE o.name <> o.own AND EXISTS (
        SELECT FROM homes h JOIN public.contact_point c
            ON c.value = h.value AND c.system = 'address' AND c.person_id = o.person_id
        WHERE h.login = o.login AND h.family = o.family
    )
    UNION ALL
    SELECT o.at, o.login, o.person_id, 'colleague', '' FROM opened o
    WHERE EXISTS (
        SELECT FROM public.staff s WHERE lower(s.name) = o.name AND s.login <> o.login
    )
    UNION ALL -- a call may still be running, or wait at the desk, hence the hour
    SELECT o.at, o.login, o.person_id, 'no_call', o.reason FROM opened o
    WHERE o.reason NOT IN ('review', 'worklist', 'log', 'break-glass')
    AND o.at < now() - interval '1 hour'
    AND NOT EXISTS ( -- what an emergency was about is told as that
        SELECT FROM public.broken_glass b WHERE b.login = o.login AND b.person_id = o.person_id
        AND o.at BETWEEN b.at - interval '1 hour' AND b.until
    )
    AND NOT EXISTS (
        SELECT FROM public.touchpoint_person t JOIN public.call c ON c.id = t.touchpoint_id
        WHERE t.person_id = o.person_id AND c.login = o.login
        AND c.ended_at BETWEEN o.at - interval '1 hour' AND o.at + interval '4 hours'
    )
    UNION ALL
    SELECT max(o.at), o.login, NULL, 'bulk', count(DISTINCT o.person_id) || ' people in an hour'
    FROM opened o WHERE o.reason NOT IN ('review', 'log')
    GROUP BY o.login, date_trunc('hour', o.at) HAVING count(DISTINCT o.person_id) > 60
    UNION ALL
    SELECT max(l.at), l.login, NULL, 'bulk', sum(l.found) || ' people found in an hour'
    FROM public.lookup l JOIN reviewed r ON r.login = l.login
    WHERE l.at >= since
    GROUP BY l.login, date_trunc('hour', l.at) HAVING sum(l.found) > 5000
    UNION ALL
    SELECT b.at, b.login, b.person_id, 'break_glass', b.reason
    FROM public.broken_glass b JOIN reviewed r ON r.login = b.login WHERE b.at >= since
    ORDER BY 1 DESC
$$;
