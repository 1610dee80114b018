-- Claims: desks take, prolong and give back by these functions alone, in their login's own name and
-- by this server's clock. A lease is never longer than an hour, whatever a desk asks for.

-- Gives the first of `wanted` that is an open callback nobody holds, the caller's own or one due.
-- What another session is just taking is skipped. Somebody may have taken it after the statement
-- looked: then the insert changes nothing, and the next one is tried.
CREATE OR REPLACE FUNCTION public.claim_first(wanted uuid[], seconds integer)
RETURNS SETOF public.claim
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    candidate uuid;
BEGIN
    IF NOT public.ec_active() THEN
        RAISE EXCEPTION 'not this login''s to do' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOREACH candidate IN ARRAY wanted LOOP
        PERFORM FROM public.callback
        WHERE callback.id = candidate
          AND (callback.owner = session_user OR callback.due_at <= clock_timestamp())
          AND NOT EXISTS (SELECT FROM public.claim
                          WHERE claim.target_id = candidate AND claim.until > clock_timestamp())
          AND NOT EXISTS (SELECT FROM public.void WHERE void.target_id = candidate)
          AND NOT EXISTS (SELECT FROM public.closure WHERE closure.target_id = candidate
                          AND NOT EXISTS (SELECT FROM public.void WHERE void.target_id = closure.id))
        FOR UPDATE SKIP LOCKED;
        CONTINUE WHEN NOT FOUND;
        RETURN QUERY
            INSERT INTO public.claim AS held
                (target_id, target_kind, holder, revision, since, until)
            VALUES (candidate, 'callback', session_user, 1, clock_timestamp(),
                    clock_timestamp() + least(greatest(seconds, 1), 3600) * interval '1 second')
            ON CONFLICT (target_id) DO UPDATE
                SET holder = excluded.holder, revision = held.revision + 1,
                    since = excluded.since, until = excluded.until
                WHERE held.until <= clock_timestamp()
            RETURNING *;
        IF FOUND THEN
            RETURN;
        END IF;
    END LOOP;
END
$$;

-- Prolongs the caller's claim; nothing when somebody else took it since. One that ran out and that
-- nobody took is the caller's again.
CREATE OR REPLACE FUNCTION public.renew_claim(target uuid, token integer, seconds integer)
RETURNS SETOF public.claim
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.claim
    SET until = clock_timestamp() + least(greatest(seconds, 1), 3600) * interval '1 second'
    WHERE target_id = target AND revision = token AND holder = session_user
    RETURNING *
$$;

-- Gives the caller's claim back at once; its token is worth nothing from then on.
CREATE OR REPLACE FUNCTION public.release_claim(target uuid, token integer)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.claim SET until = clock_timestamp(), revision = revision + 1
    WHERE target_id = target AND revision = token AND holder = session_user
$$;
