-- Every program asks, before it does anything, whether this database serves it.
GRANT SELECT ON alembic_version, contract TO ec_rep, ec_supervisor, ec_admin, ec_worker;
