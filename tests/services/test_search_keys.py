"""By which keys people are indexed, and that they follow the records."""

import pytest
from sqlalchemy import select, update

from console.models.derived import SearchKey
from console.models.records import ContactPoint, Person
from console.services import search_keys
from console.services.database import Database
from tests.services.records import NOW, Records, begin


@pytest.fixture
def records(database: Database) -> Records:
    return begin(database)


def keys(database: Database, kind: str) -> set[str]:
    with database.transaction() as session:
        return set(session.scalars(select(SearchKey.key).where(SearchKey.kind == kind)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Denise O'Shaughnessy", {"denise", "oshaughnessy", "o", "shaughnessy"}),
        ("Ana Nuñez-García", {"ana", "nunez", "garcia", "nunezgarcia"}),
        ("Juan de la Cruz", {"juan", "de", "la", "cruz", "delacruz"}),
        ("Mc Donald, Ann", {"mc", "donald", "mcdonald", "ann"}),
        ("Meulen, Ludwig van der", {"ludwig", "van", "der", "meulen", "vandermeulen"}),
        ("Jürgen Müller", {"jurgen", "juergen", "muller", "mueller"}),
        ("Goldner995", {"goldner995"}),
        ("Cher", {"cher"}),
    ],
)
def test_names_are_found_by_their_words_and_joined(
    database: Database, records: Records, name: str, expected: set[str]
) -> None:
    records.person(name)
    assert keys(database, "name") == expected


def test_every_name_of_a_person_counts(database: Database, records: Records) -> None:
    records.person("Denise Whitfield", preferred_name="Dee", other_names=["Denise Marlowe"])
    assert keys(database, "name") == {"denise", "whitfield", "dee", "marlowe"}


def test_numbers_dates_identifiers_and_emails(database: Database, records: Records) -> None:
    records.person(
        "Ann Lee",
        birth="1974-06-09",
        phones=["(937) 555-0137 x9", "38425350", "ext only"],
        emails=["Ann.Lee@Example.org"],
        mrn="MRN-00 4471",
    )
    assert keys(database, "phone") == {"73105557391", "05352483"}
    assert keys(database, "phone_start") == {"9375550137", "38425350"}
    assert keys(database, "birth") == {"1974-06-09"}
    assert keys(database, "mrn") == {"mrn004471"}
    assert keys(database, "email") == {"ann.lee@example.org"}


def test_every_number_that_was_written_in_one_field_counts(
    database: Database, records: Records
) -> None:
    records.person("Ann Lee", phones=["937-555-0101 / 0102", "home: 020 79 cell: 937-555-0103"])
    assert keys(database, "phone") == {"10105557391", "20105557391", "30105557391"}


def test_a_retired_number_is_forgotten_and_a_wrong_one_is_not(
    database: Database, records: Records
) -> None:
    person = records.person("Ann Lee", phones=["937-555-0137", "937-555-0138"])
    with database.transaction() as session:
        first = ContactPoint.value == "+19375550137"
        session.execute(update(ContactPoint).where(first).values(retired_at=NOW))
        session.execute(update(ContactPoint).where(~first).values(wrong=True))
        search_keys.index(session, [person])
    assert keys(database, "phone") == {"83105557391"}


def test_indexing_again_follows_the_record(database: Database, records: Records) -> None:
    people = [records.person("Ann Lee"), records.person("Bea Ortiz")]
    with database.transaction() as session:
        session.execute(update(Person).where(Person.id == people[0]).values(name="Ann Moss"))
        search_keys.index(session, [*people, people[0]])
    assert keys(database, "name") == {"ann", "moss", "bea", "ortiz"}
