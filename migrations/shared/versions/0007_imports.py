"""imports: each a record of its own, and which of them brought a record."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from console.models.types import Json, UtcTime

revision = "0007_imports"
down_revision = "0006_corrections"
branch_labels = None
depends_on = None

FACTS = ("consent_event", "field_change", "void")
RECORDS = ("person", "contact_point", "identifier", "relationship", "organization", "clinician")


def upgrade() -> None:
    op.create_table(
        "import_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("files", Json(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["command.id"], name=op.f("fk_import_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_index(op.f("ix_import_run_at"), "import_run", ["at"])
    op.create_index(op.f("ix_import_run_mark"), "import_run", ["mark"])
    _of_import(
        "import_part",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("counts", Json(), nullable=False),
    )
    _of_import(
        "import_end",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("counts", Json(), nullable=False),
    )
    for table in FACTS:
        op.create_index(f"ix_{table}_command", table, ["command_id"])
    op.add_column("person", sa.Column("withdrawn_at", UtcTime(timezone=True), nullable=True))
    for table in RECORDS:
        op.add_column(table, sa.Column("brought_by", sa.Uuid(), nullable=True))
        op.create_index(op.f(f"ix_{table}_brought_by"), table, ["brought_by"])


def _of_import(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        sa.Column("command_id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["command_id"], ["command.id"], name=op.f(f"fk_{table}_command_id")
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["import_run.id"], name=op.f(f"fk_{table}_import_id")
        ),
        sa.PrimaryKeyConstraint("command_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_import_id"), table, ["import_id"])


def downgrade() -> None:
    for table in RECORDS:
        op.drop_index(op.f(f"ix_{table}_brought_by"), table)
        op.drop_column(table, "brought_by")
    op.drop_column("person", "withdrawn_at")
    for table in FACTS:
        op.drop_index(f"ix_{table}_command", table)
    for table in ("import_end", "import_part", "import_run"):
        op.drop_table(table)
