"""rights: labels that a login may see, lookups, broken glass."""

import sqlalchemy as sa
from alembic import op

import console.models.types

revision = "0002_rights"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "staff",
        sa.Column("sees", console.models.types.Labels(), nullable=False, server_default=""),
    )
    op.create_index("ix_access_login_at", "access", ["login", "at"])
    op.create_table(
        "lookup",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("at", console.models.types.UtcTime(timezone=True), nullable=False),
        sa.Column("kinds", sa.String(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup")),
    )
    op.create_index("ix_lookup_login_at", "lookup", ["login", "at"])
    op.create_table(
        "broken_glass",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("at", console.models.types.UtcTime(timezone=True), nullable=False),
        sa.Column("until", console.models.types.UtcTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_broken_glass_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broken_glass")),
    )
    op.create_index("ix_broken_glass_login_until", "broken_glass", ["login", "until"])


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        _drop_policies(connection)
    op.drop_table("broken_glass")
    op.drop_table("lookup")
    op.drop_index("ix_access_login_at", "access")
    with op.batch_alter_table("staff") as batch_op:
        batch_op.drop_column("sees")


def _drop_policies(connection: sa.Connection) -> None:
    """A policy may name another table, which then could not be dropped."""
    policies = connection.execute(
        sa.text("SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public'")
    ).all()
    for policy, table in policies:
        op.execute(f'DROP POLICY "{policy}" ON public."{table}"')
        op.execute(f'ALTER TABLE public."{table}" DISABLE ROW LEVEL SECURITY')
