"""What a rep types becomes commands with old and new values, and history and collisions tell it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from console.errors import BadField, Refused
from console.models.corrections import Author, Mark, PersonForm, RelationshipForm
from console.models.ids import Login, PersonId
from console.models.records import Staff
from console.models.terms import Authority, ContactSystem
from console.models.views import ContactPointView, PersonView
from console.rules.corrections import corrected
from console.services.corrections import Corrections
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.history import History
from console.services.outbox import Outbox
from console.services.people import NewPerson, People
from console.services.record import Records
from console.services.stuck import Stuck
from console.services.sync import Sync
from tests.commands import NOON, Clock
from tests.services.records import LIBRARY
from tests.services.records import begin as begin_records

TODAY = NOON.date()
FORM = PersonForm(name="Wilma Test", birth_date="1974-06-09")


class Desk:
    """One desk's outbox on a shared database."""

    def __init__(self, shared: Database, folder: Path, login: str) -> None:
        self.login, self.clock = Login(login), Clock()
        self.store = open_workstation(folder / login / "workstation.db")
        self.shared = shared
        self.outbox = Outbox(self.store, self.clock)
        self.corrections = Corrections(self.outbox, self.clock)
        self.history = History(shared)
        drafts = Drafts(self.store, self.clock)
        self.stuck = Stuck(self.store, self.outbox, drafts, shared, self.clock)
        self.author = Author(login=self.login, today=TODAY)

    def sync(self) -> None:
        report = Sync(self.outbox, lambda: self.shared, self.clock).once(now=True)
        assert (report.held, report.quarantined, report.conflict) == (0, 0, 0)

    def view(self, person: PersonId) -> PersonView:
        records = Records(self.shared, lambda: LIBRARY, self.clock)
        return records.open(frozenset({person}), login=self.login, reason="search").view


@pytest.fixture
def desk(shared_database: str, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    shared, made = open_shared(shared_database), list[Desk]()

    def make(login: str) -> Desk:
        made.append(Desk(shared, tmp_path, login))
        return made[-1]

    yield make
    for one in made:
        one.store.close()
    shared.close()


@pytest.fixture
def ada(desk: Callable[[str], Desk]) -> Desk:
    return desk("ada")


@pytest.fixture
def wilma(ada: Desk) -> PersonView:
    person = begin_records(ada.shared).person(
        "Wilma Test", birth="1974-06-09", phones=["937-555-0137"], given="Wilma", family="Test"
    )
    return ada.view(person)


def point(view: PersonView, system: ContactSystem = ContactSystem.PHONE) -> ContactPointView:
    return next(one for one in view.contact_points if one.system is system)


def test_only_what_differs_is_corrected(ada: Desk, wilma: PersonView) -> None:
    assert ada.corrections.correct(wilma, FORM, ada.author) is None
    form = PersonForm(name=" Wilma  de la Cruz ", birth_date="9 Jun 1974", language="es")
    body = ada.corrections.correct(wilma, form, ada.author)
    assert body is not None
    assert {(one.field, one.old, one.new) for one in body.changes} == {
        ("name", "Wilma Test", "Wilma de la Cruz"),
        ("family", "Test", "de la Cruz"),
        ("language", None, "es"),
    }


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        (PersonForm(name="  "), "name", "name is needed"),
        (PersonForm(name="W", birth_date="9 Jun 2090"), "birth_date", "lies in the future"),
        (PersonForm(name="W", birth_date="soon"), "birth_date", "not understood"),
    ],
)
def test_bad_input_is_refused_in_words(
    ada: Desk, wilma: PersonView, form: PersonForm, field: str, words: str
) -> None:
    with pytest.raises(BadField, match=words) as refused:
        ada.corrections.correct(wilma, form, ada.author)
    assert refused.value.field == field
    with pytest.raises(BadField):
        ada.corrections.add_point(wilma, "Denise", ada.author)
    with pytest.raises(BadField, match="already"):
        ada.corrections.add_point(wilma, "(937) 555 0137", ada.author)
    assert ada.corrections.waiting() == ()


def test_somebody_new_is_not_born_in_the_future(ada: Desk) -> None:
    people = People(ada.outbox, ada.clock)
    with pytest.raises(BadField, match="lies in the future"):
        people.add(NewPerson(name="Baby Test", birth_date="9 Jun 2090"), ada.login)


def test_the_record_shows_what_waits_as_it_will_be(ada: Desk, wilma: PersonView) -> None:
    number = point(wilma)
    ada.corrections.mark(wilma, number, Mark.WRONG, ada.author)
    ada.corrections.add_point(wilma, "937 555 0199", ada.author)
    ada.corrections.add_point(wilma, "12 Elm St, Dayton, OH 45402", ada.author)
    ada.corrections.correct(wilma, PersonForm(name="Wilma Test", birth_date="1990"), ada.author)
    shown = corrected(wilma, ada.corrections.waiting(), TODAY)
    assert point(shown).wrong
    new = next(one for one in shown.contact_points if one.raw == "937 555 0199")
    ada.corrections.mark(shown, new, Mark.PREFERRED, ada.author)
    ada.corrections.retire(shown, point(shown), ada.author)
    shown = corrected(wilma, ada.corrections.waiting(), TODAY)

    ada.sync()

    now = ada.view(wilma.person)
    assert [(one.raw, one.wrong, one.rank) for one in shown.contact_points] == [
        ("937 555 0199", False, 0),
        ("12 Elm St, Dayton, OH 45402", False, 100),
    ]
    assert now.contact_points == shown.contact_points
    assert (now.birth_date, now.age) == (shown.birth_date, shown.age) == ("1990", 35)
    assert corrected(now, ada.corrections.waiting(), TODAY) == now


def test_a_text_is_corrected_in_its_place_and_shown_as_it_will_be(
    ada: Desk, wilma: PersonView
) -> None:
    number = point(wilma)
    assert ada.corrections.retype(wilma, number, " 937-555-0137 ", ada.author) is None
    for typed in ("w@x.org", "12 Elm St, Dayton, OH 45402"):
        ada.corrections.add_point(wilma, typed, ada.author)
        with pytest.raises(BadField, match="no phone number"):
            ada.corrections.retype(wilma, number, typed, ada.author)
    ada.corrections.mark(wilma, number, Mark.WRONG, ada.author)
    shown = corrected(wilma, ada.corrections.waiting(), TODAY)
    texts = {
        ContactSystem.PHONE: "937-555-0139 x12",
        ContactSystem.EMAIL: "Wilma@X.org",
        ContactSystem.ADDRESS: "12 Elm St, Xenia, OH 45385",
    }
    for system, text in texts.items():
        assert ada.corrections.retype(shown, point(shown, system), text, ada.author)
    shown = corrected(wilma, ada.corrections.waiting(), TODAY)

    ada.sync()

    now = ada.view(wilma.person)
    assert (now.contact_points, now.place) == (shown.contact_points, shown.place)
    new = point(now)
    assert (new.id, new.raw, new.value, new.extension, new.wrong) == (
        number.id, "937-555-0139 x12", "+19375550139", "12", False,
    )  # fmt: skip
    assert point(now, ContactSystem.EMAIL).value == "wilma@x.org"
    assert now.place == "Xenia, OH"
    told = {(one.field, one.old, one.new) for one in ada.history.of(wilma.person)}
    assert ("value", "+19375550137", "+19375550139") in told
    assert ("city", "Dayton", "Xenia") in told


def test_two_desks_correct_one_text_and_it_is_decided_as_a_whole(
    desk: Callable[[str], Desk], ada: Desk, wilma: PersonView
) -> None:
    """Of the second no part is mixed into what the first put there, extension and all."""
    bob, number = desk("bob"), point(wilma)
    ada.view(wilma.person), bob.view(wilma.person)
    ada.corrections.retype(wilma, number, "937-555-0139 x7", ada.author)
    ada.sync()
    bob.corrections.retype(wilma, number, "937-555-0199", bob.author)
    bob.sync()

    stands = point(bob.view(wilma.person))
    assert (stands.raw, stands.extension) == ("937-555-0139 x7", "7")
    [collision] = bob.stuck.collisions(bob.login)
    assert (collision.field, collision.found) == ("raw", "937-555-0139 x7")

    bob.corrections.insist(collision, bob.login)
    bob.sync()

    now = point(bob.view(wilma.person))
    assert (now.raw, now.value, now.extension) == ("937-555-0199", "+19375550199", None)
    assert bob.stuck.collisions(bob.login) == ()


def test_what_was_retired_is_brought_back(ada: Desk, wilma: PersonView) -> None:
    """Once preferred, but not beside the one that is preferred since."""
    ada.corrections.mark(wilma, point(wilma), Mark.PREFERRED, ada.author)
    for step in ("retire", "add", "prefer", "back"):
        view = corrected(wilma, ada.corrections.waiting(), TODAY)
        if step == "retire":
            ada.corrections.retire(view, point(view), ada.author)
        elif step == "add":
            ada.corrections.add_point(view, "937 555 0199", ada.author)
        elif step == "prefer":
            ada.corrections.mark(view, point(view), Mark.PREFERRED, ada.author)
            with pytest.raises(BadField, match="retired"):
                ada.corrections.add_point(view, "937 555 0137", ada.author)
        else:
            [retired] = view.retired_points
            ada.corrections.bring_back(view, retired, ada.author)
    shown = corrected(wilma, ada.corrections.waiting(), TODAY)
    ada.sync()

    now = ada.view(wilma.person)
    assert now.retired_points == shown.retired_points == ()
    assert [(one.raw, one.rank) for one in now.contact_points] == [
        ("937 555 0199", 0),
        ("937-555-0137", 100),
    ]
    assert now.contact_points == shown.contact_points
    told = [bool(one.new) for one in ada.history.of(wilma.person) if one.field == "retired_at"]
    assert sorted(told) == [False, True]


def test_a_mark_is_taken_back_and_only_one_number_is_preferred(
    ada: Desk, wilma: PersonView
) -> None:
    ada.corrections.add_point(wilma, "937 555 0199", ada.author)
    ada.sync()
    for raw in ("937-555-0137", "937 555 0199"):
        view = ada.view(wilma.person)
        one = next(one for one in view.contact_points if one.raw == raw)
        ada.corrections.mark(view, one, Mark.PREFERRED, ada.author)
        ada.sync()
    view = ada.view(wilma.person)
    assert [(one.raw, one.rank) for one in view.contact_points] == [
        ("937 555 0199", 0),
        ("937-555-0137", 100),
    ]
    for mark in (Mark.NO_SERVICE, Mark.WORK, Mark.NO_VOICEMAIL, Mark.CONFIDENTIAL):
        for wanted in (True, False):
            view = ada.view(wilma.person)
            ada.corrections.mark(view, view.contact_points[0], mark, ada.author)
            ada.sync()
            first = ada.view(wilma.person).contact_points[0]
            says = first.use == "work" if mark is Mark.WORK else getattr(first, mark.value)
            assert says is wanted


def test_a_confidential_contact_is_not_retired(ada: Desk, wilma: PersonView) -> None:
    ada.corrections.mark(wilma, point(wilma), Mark.CONFIDENTIAL, ada.author)
    shown = corrected(wilma, ada.corrections.waiting(), TODAY)
    with pytest.raises(Refused, match="only contact"):
        ada.corrections.retire(shown, point(shown), ada.author)


def test_who_may_speak_for_her_is_added_and_ended(ada: Desk, wilma: PersonView) -> None:
    pebbles = begin_records(ada.shared).person("Pebbles Test")
    form = RelationshipForm(
        other=pebbles, kind=" Daughter", authority=Authority.WRITTEN, until="31 Dec 2026"
    )
    for bad in (RelationshipForm(authority=None, kind="x"), replace(form, kind=" ")):
        with pytest.raises(BadField):
            ada.corrections.relate(wilma, bad, ada.author)
    ada.corrections.relate(wilma, form, ada.author)
    ada.sync()
    view = ada.view(wilma.person)
    [one] = view.relationships
    assert (one.name, one.kind, one.authority, one.until) == (
        "Pebbles Test", "daughter", Authority.WRITTEN, date(2026, 12, 31),
    )  # fmt: skip
    ended = RelationshipForm(relationship=one.id, authority=None)
    with pytest.raises(BadField, match="last day"):
        ada.corrections.relate(view, replace(ended, until="some day"), ada.author)
    ada.corrections.relate(view, ended, ada.author)
    ada.sync()
    [one] = ada.view(wilma.person).relationships
    assert (one.authority, one.until) == (None, None)


def test_two_desks_the_second_is_shown_the_collision_and_decides(
    desk: Callable[[str], Desk], ada: Desk, wilma: PersonView
) -> None:
    bob = desk("bob")
    with ada.shared.transaction() as session:
        session.add(Staff(login="ada", name="Ada Brook", role="rep"))
    seen_by_bob = bob.view(wilma.person)
    ada.corrections.correct(wilma, PersonForm(name="Wilma Stone", birth_date="1974"), ada.author)
    ada.sync()
    form = PersonForm(name="Wilma Rubble", birth_date="1974-06-09", language="es")
    bob.corrections.correct(seen_by_bob, form, bob.author)
    bob.sync()

    now = bob.view(wilma.person)
    assert (now.name, now.birth_date, now.language) == ("Wilma Stone", "1974", "es")
    assert ada.stuck.collisions(ada.login) == ()
    [name] = bob.stuck.collisions(bob.login)
    assert (name.field, [part.field for part in name.parts]) == ("name", ["family"])
    assert (name.old, name.new, name.found) == ("Wilma Test", "Wilma Rubble", "Wilma Stone")
    assert (name.name, name.by, name.by_name) == ("Wilma Stone", "ada", "Ada Brook")

    bob.corrections.insist(name, bob.login)
    bob.sync()

    now = bob.view(wilma.person)
    assert (now.name, now.family) == ("Wilma Rubble", "Rubble")
    assert bob.stuck.collisions(bob.login) == ()
    told = [(one.field, one.new, one.by, one.held) for one in bob.history.of(wilma.person)]
    assert ("name", "Wilma Rubble", "bob", True) in told
    assert ("name", "Wilma Rubble", "bob", False) in told
    assert ("name", "Wilma Stone", "Ada Brook", False) in told  # bob is nobody's name


def test_what_is_on_record_may_stand(
    desk: Callable[[str], Desk], ada: Desk, wilma: PersonView
) -> None:
    bob = desk("bob")
    for one, name in ((ada, "Wilma A"), (bob, "Wilma B")):
        form = PersonForm(name=name, birth_date="1974-06-09")
        one.corrections.correct(wilma, form, one.author)
        one.sync()
    [collision] = bob.stuck.collisions(bob.login)

    bob.corrections.leave(collision, bob.login)
    bob.sync()

    assert bob.stuck.collisions(bob.login) == ()
    assert bob.view(wilma.person).name == "Wilma A"
