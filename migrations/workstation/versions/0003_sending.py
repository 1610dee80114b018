"""which state of the server took an entry."""

import sqlalchemy as sa
from alembic import op

revision = "0003_sending"
down_revision = "0002_desk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("acked_epoch", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("acked_epoch")
