-- The group roles. One login a person is made IN ROLE one of them (`database grant`); nobody signs in
-- as a group, and no group inherits another. Other scripts may rely on them: this one runs first.
-- ec_owner owns every table and function, and is what an administrator's set-up acts as.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['ec_owner', 'ec_rep', 'ec_supervisor', 'ec_admin', 'ec_worker']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- roles belong to the whole server: another database, or another run, made it
            END;
        END IF;
    END LOOP;
END
$$;
