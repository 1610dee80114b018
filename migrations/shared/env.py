"""Runs the shared database's revisions on the connection that the program hands over."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
)
if connection.dialect.name == "postgresql":
    # A desk that reads must not make an upgrade wait for ever, nor the other way round.
    connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
with context.begin_transaction():
    context.run_migrations()
