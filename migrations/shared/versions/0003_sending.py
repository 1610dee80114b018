"""which older programs the schema serves."""

import sqlalchemy as sa
from alembic import op

revision = "0003_sending"
down_revision = "0002_rights"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contract",
        sa.Column("revision", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_contract")),
    )


def downgrade() -> None:
    op.drop_table("contract")
