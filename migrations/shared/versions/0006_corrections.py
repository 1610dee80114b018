"""corrections: what was changed field by field, and two more marks of a contact point."""

import sqlalchemy as sa
from alembic import op

from console.models.types import Json, Labels, UtcTime

revision = "0006_corrections"
down_revision = "0005_audit"
branch_labels = None
depends_on = None

MARKS = ("no_service", "no_voicemail")


def upgrade() -> None:
    op.create_table(
        "field_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", Json(), nullable=True),
        sa.Column("new", Json(), nullable=True),
        sa.Column("found", Json(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("command_id", sa.Uuid(), nullable=False),
        sa.Column("labels", Labels(), nullable=False),
        sa.ForeignKeyConstraint(
            ["command_id"], ["command.id"], name=op.f("fk_field_change_command_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_field_change_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_change")),
    )
    op.create_index(op.f("ix_field_change_person_id"), "field_change", ["person_id"])
    op.create_index(op.f("ix_field_change_by"), "field_change", ["by", "held"])
    for mark in MARKS:
        # The default stays: a console of the last release adds contact points without it.
        default = sa.false()
        op.add_column(
            "contact_point", sa.Column(mark, sa.Boolean(), nullable=False, server_default=default)
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS correct_record(uuid)")
    for mark in MARKS:
        op.drop_column("contact_point", mark)
    op.drop_table("field_change")
