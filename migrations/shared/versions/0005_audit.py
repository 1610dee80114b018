"""audit events, seals, the worker's progress, restriction."""

import sqlalchemy as sa
from alembic import op

from console.models.types import UtcTime

revision = "0005_audit"
down_revision = "0004_claims"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(op.f("ix_audit_event_at"), "audit_event", ["at"])
    op.create_table(
        "audit_seal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("sealed_at", UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_seal")),
    )
    op.create_index("ix_audit_seal_sealed", "audit_seal", ["sealed", "after"])
    op.create_table(
        "worker_job",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("as_of", UtcTime(timezone=True), nullable=True),
        sa.Column("ran_at", UtcTime(timezone=True), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_worker_job")),
    )
    # The constant stands only while it is needed: rows that are there already restrict nothing.
    restricts = sa.Column("restricts", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("void", restricts)
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("void", "restricts", server_default=None)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in ("access", "audit_event"):
            op.execute(f"ALTER TABLE {table} DROP COLUMN IF EXISTS xid")
    op.drop_column("void", "restricts")
    op.drop_table("worker_job")
    op.drop_table("audit_seal")
    op.drop_table("audit_event")
