"""The two registries of tables (shared database, workstation store) and what all facts carry."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Date, ForeignKey, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from console.models.terms import Label
from console.models.types import Json, Labels, UtcTime

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

TYPES: dict[Any, Any] = {
    UUID: Uuid(as_uuid=True),
    datetime: UtcTime(),
    date: Date(),
    dict[str, Any]: Json(),
    list[str]: Json(),
    frozenset[Label]: Labels(),
}


class Shared(DeclarativeBase):
    """Tables of the shared database; each class docstring names its kind."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = TYPES


class Workstation(DeclarativeBase):
    """Tables of the desk's own store."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = TYPES


class FactColumns:
    """What every fact carries: its id, the command that brought it, its sensitivity."""

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    command_id: Mapped[UUID] = mapped_column(ForeignKey("command.id"), sort_order=1)
    labels: Mapped[frozenset[Label]] = mapped_column(default=frozenset, sort_order=1)


def fact_tables() -> list[str]:
    """Names of the tables whose rows may never be changed or deleted, in schema order."""
    facts = {
        mapper.class_.__tablename__
        for mapper in Shared.registry.mappers
        if (mapper.class_.__doc__ or "").startswith("Fact")
    }
    return [table.name for table in Shared.metadata.sorted_tables if table.name in facts]
