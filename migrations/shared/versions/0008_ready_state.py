"""ready state: when reps took calls and when not, and why."""

import sqlalchemy as sa
from alembic import op

from console.models.types import Labels, UtcTime

revision = "0008_ready_state"
down_revision = "0007_imports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ready_state",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("command_id", sa.Uuid(), nullable=False),
        sa.Column("labels", Labels(), nullable=False),
        sa.ForeignKeyConstraint(
            ["command_id"], ["command.id"], name=op.f("fk_ready_state_command_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ready_state")),
    )
    op.create_index("ix_ready_state_login_at", "ready_state", ["login", "at"])


def downgrade() -> None:
    op.drop_table("ready_state")
