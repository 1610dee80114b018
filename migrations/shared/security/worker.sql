-- What the worker's login may do: read all, write what is derived, append seals.
GRANT USAGE ON SCHEMA public TO ec_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ec_worker;
GRANT INSERT, DELETE ON journey_state, worker_job TO ec_worker;
GRANT INSERT ON audit_seal TO ec_worker;
GRANT SELECT ON worker_job TO ec_rep, ec_supervisor, ec_admin;
