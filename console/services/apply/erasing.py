"""Applying an erasure: the one way in which facts lose their words, and it leaves its own record.

On a server the same is done by `erase_person` of security/erasure.sql, which an administrator may
call and nobody else; a test compares the two. When a table gets a column with words about a
person, add it in both.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.orm import Session

from console.models.commands import Command, ErasePerson

BLANKS = {
    "answer": "value = '', reason = ''",
    "appointment": "place = '', with_whom = '', service = ''",
    "call": "phone = NULL",
    "callback": "phone = NULL, note = ''",
    "closure": "note = ''",
    "command": """payload = '{"erased": true}'""",
    "complaint": "what = ''",
    "consent_event": (
        "contact = CASE WHEN action = 'revoked' THEN contact END, evidence = '', reason = ''"
    ),
    "disposition": "notes = ''",
    "enrollment": "reason = ''",
    "field_change": "old = NULL, new = NULL, found = NULL",
    "hand_off": "what = ''",
    "hold": "note = ''",
    "inquiry": "question = ''",
    "promise": "what = ''",
    "touchpoint": "title = '', summary = '', by = ''",
    "touchpoint_event": "detail = ''",
    "unmet_need": "what = ''",
    "verification": "scope = NULL",
    "void": "reason = ''",
}
"""By table of facts, what is left in the columns that may hold words about a person."""

ERASED = "—"  # no word, so that nobody is found by it
RECORDS = (
    "UPDATE person SET name = '—', given = '', family = '', other_names = '[]', "
    "preferred_name = NULL, birth_date = NULL, sex = NULL, language = NULL, zone = NULL, "
    "prefers = NULL, revision = revision + 1 WHERE id = :person",
    "DELETE FROM contact_point WHERE person_id = :person",
    "DELETE FROM identifier WHERE person_id = :person",
    "DELETE FROM relationship WHERE person_id = :person OR other_id = :person",
    "DELETE FROM search_key WHERE person_id = :person",
    "DELETE FROM journey_state WHERE person_id = :person",
    "UPDATE source_record SET seen = '{}' WHERE target_id = :person",
)
SEEN = "UPDATE source_record SET seen = '{}' WHERE target_id"
"""What a source said of her goes; its key and hash stay, so that the same import brings nothing."""


def erase_person(session: Session, command: Command, body: ErasePerson) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT erase_person(:erasure)"), {"erasure": command.id})
        return
    _unguarded(session, body)


def _unguarded(session: Session, body: ErasePerson) -> None:
    """The guards go and come back within the transaction, so nobody else ever finds them gone."""
    person = bindparam("person", type_=Uuid())
    for statement in RECORDS:
        session.execute(text(statement).bindparams(person), {"person": body.person})
    for table, ids in sorted(body.blanked.items()):
        guard = f"{table}_no_update"
        made = session.execute(
            text("SELECT sql FROM sqlite_master WHERE name = :guard"), {"guard": guard}
        ).scalar_one()
        session.execute(text(f'DROP TRIGGER "{guard}"'))
        statement = f"UPDATE {table} SET {BLANKS[table]} WHERE id"  # noqa: S608 - names of ours
        _each(session, statement, ids)
        session.execute(text(made))
        _each(session, SEEN, ids)


def _each(session: Session, statement: str, ids: tuple[str, ...]) -> None:
    one: Any = text(f"{statement} = :id").bindparams(bindparam("id", type_=Uuid()))
    if ids:
        session.execute(one, [{"id": UUID(each)} for each in ids])
