"""claims."""

import sqlalchemy as sa
from alembic import op

import console.models.types

revision = "0004_claims"
down_revision = "0003_sending"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "claim",
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("target_kind", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("since", console.models.types.UtcTime(timezone=True), nullable=False),
        sa.Column("until", console.models.types.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("target_id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_until"), ["until"], unique=False)


def downgrade() -> None:
    # The functions return rows of the table: on PostgreSQL they go with it.
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS claim_first(uuid[], integer)")
        op.execute("DROP FUNCTION IF EXISTS renew_claim(uuid, integer, integer)")
        op.execute("DROP FUNCTION IF EXISTS release_claim(uuid, integer)")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_until"))
    op.drop_table("claim")
