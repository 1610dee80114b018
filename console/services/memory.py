"""Small things that the desk remembers between starts: who was picked, the theme."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from console.models.workstation import Remembered
from console.services.database import Database


class Memory:
    """Words by key. Nothing personal about people on record belongs here."""

    def __init__(self, store: Database) -> None:
        self._store = store

    def get(self, key: str) -> str | None:
        with self._store.transaction() as session:
            return session.scalars(select(Remembered.value).where(Remembered.key == key)).first()

    def set(self, key: str, value: str) -> None:
        with self._store.transaction() as session:
            session.execute(
                insert(Remembered)
                .values(key=key, value=value)
                .on_conflict_do_update(index_elements=["key"], set_={"value": value})
            )

    def forget(self, key: str) -> None:
        with self._store.transaction() as session:
            session.execute(delete(Remembered).where(Remembered.key == key))
