"""Publications: versions published, and the library in force at an instant."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from console.errors import BadInput, NotFound, SchemaMismatch
from console.models.bodies import Content, Playbook
from console.models.commands import Command, Publish
from console.models.facts import Command as Journal
from console.models.ids import CommandId, Login, uuid7
from console.models.publications import Publication
from console.models.terms import Channel, Label, OutreachClass, PublicationKind, Stage
from console.resources import resource
from console.rules.next_steps import next_steps
from console.rules.stage import next_change, stage
from console.services import codec
from console.services.apply import apply
from console.services.database import Database, open_shared
from console.services.publication_files import load_body
from console.services.publication_sets import document_of
from console.services.publications import Publications, check_files, defaults
from tests.rules import journeys
from tests.services.made_up import SCREENING, SCRIPT

NOW = journeys.NOW
AUTHOR = Login("ada")
SENSITIVE = frozenset({Label.GENETIC, Label.ABUSE})


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    opened = open_shared(shared_database)
    yield opened
    opened.close()


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file and gives its path."""

    def write(text: str, name: str = "some.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def shipped(folder: str, name: str) -> str:
    return resource(folder, name).read_text(encoding="utf-8")


# Publishing.


def test_what_ships_is_known_by_its_file_name() -> None:
    """So that a start need not read what is published already."""
    for publish in defaults(NOW):
        others = {(one.kind, one.key) for one in defaults(NOW)} - {(publish.kind, publish.key)}
        assert defaults(NOW, others) == [publish]


def test_set_up_publishes_what_ships_and_nothing_twice(database: Database) -> None:
    publications = Publications(database, lambda: NOW)
    published = publications.publish_defaults(AUTHOR, NOW)
    assert len(published) == len(defaults(NOW)) > 20
    assert {entry.version for entry in published} == {1}
    library = publications.in_force()
    assert library.rules.organization == "Lakemont Health"
    assert library.codes.groups[0] == "Spoke with the person"
    assert {"flu-season", "new-mom"} <= set(library.playbooks)
    assert library.versions["playbook:flu-season"] == 1
    assert library.rules.caps[OutreachClass.MARKETING].a_week == 3
    assert publications.publish_defaults(AUTHOR, NOW) == ()


def test_a_center_keeps_its_own_version_when_defaults_are_published_again(
    database: Database, written: Callable[..., Path]
) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    own = shipped("rules", "center.yaml").replace("Lakemont Health", "Hill Clinic")
    publications.publish([written(own)], AUTHOR, NOW)
    publications.publish_defaults(AUTHOR, NOW)
    assert publications.in_force().rules.organization == "Hill Clinic"


def test_publishing_the_same_again_changes_nothing(
    database: Database, written: Callable[..., Path]
) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    path = written(SCREENING)
    (first,) = publications.publish([path], AUTHOR, NOW)
    before = _journal(database)
    (again,) = publications.publish([path], AUTHOR, NOW)
    assert (first.version, first.is_new, again.version, again.is_new) == (1, True, 1, False)
    assert _journal(database) == before
    reworded = written(SCREENING.replace("Due by age.", "Due, by age."))
    (second,) = publications.publish([reworded], AUTHOR, NOW)
    rolled_back = publications.publish([written(SCREENING)], AUTHOR, NOW, note="back")
    assert (second.version, rolled_back[0].version) == (2, 3)
    listed = [entry for entry in publications.list() if entry.key == "colorectal-screening"]
    assert [(entry.version, entry.note, entry.author) for entry in listed] == [
        (3, "back", AUTHOR),
        (2, "", AUTHOR),
        (1, "", AUTHOR),
    ]
    assert listed[0].title == "Colorectal screening"


def test_one_bad_file_publishes_none(database: Database, written: Callable[..., Path]) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    before = _journal(database)
    good = written(SCREENING, "good.yaml")
    bad = written(SCRIPT.replace("title", "titel"), "worse.yaml")
    with pytest.raises(BadInput, match=r"worse\.yaml, line 1: .* Nothing was published\."):
        publications.publish([good, bad], AUTHOR, NOW)
    assert _journal(database) == before


def test_what_is_published_may_refer_to_what_is_in_force(
    database: Database, written: Callable[..., Path]
) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    publications.publish([written(SCRIPT)], AUTHOR, NOW)
    ask = "action: ask\n    script: two-questions"
    path = written(SCREENING.replace("action: ask", ask))
    assert not check_files([path])[0].ok
    assert publications.publish([path], AUTHOR, NOW)[0].is_new


def test_a_version_comes_into_force_when_it_is_effective(database: Database) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    _publish_raw(database, "rules", "center", NOW + timedelta(days=2), organization="Hill Clinic")
    assert publications.in_force().rules.organization == "Lakemont Health"
    later = publications.in_force(NOW + timedelta(days=2))
    assert (later.rules.organization, later.versions["rules:center"]) == ("Hill Clinic", 2)
    assert publications.in_force().rules.organization == "Lakemont Health"


def test_the_same_library_comes_back_until_something_is_published(
    database: Database, written: Callable[..., Path]
) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    library = publications.in_force()
    assert publications.in_force() is library
    Publications(database, lambda: NOW).publish([written(SCREENING)], AUTHOR, NOW)
    assert "colorectal-screening" in publications.in_force().playbooks
    assert "colorectal-screening" not in library.playbooks


def test_without_codes_and_rules_there_is_no_library(database: Database) -> None:
    with pytest.raises(NotFound, match="outcome codes"):
        Publications(database).in_force()


def test_a_body_of_a_newer_release_is_said_and_not_guessed(database: Database) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    _publish_raw(database, "rules", "center", NOW, tide_tables=["high", "low"])
    with pytest.raises(SchemaMismatch, match=r"Version 2 of the rules center .* newer release"):
        publications.in_force()


def test_a_kind_of_a_newer_release_is_listed_and_left_alone(database: Database) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    with database.transaction() as session:
        row = session.scalars(select(Publication).limit(1)).one()
        copied = {
            column.name: getattr(row, column.name) for column in Publication.__table__.columns
        }
        session.add(Publication(**(copied | {"kind": "weather", "key": "tides"})))
    assert "weather" in {entry.kind for entry in publications.list()}
    assert "weather:tides" not in publications.in_force().versions


def test_a_field_at_its_default_is_not_written_so_that_new_fields_change_no_hash() -> None:
    content = Content(key="leaflet", title="Leaflet", channels=(Channel.WEB,), labels=SENSITIVE)
    assert document_of(content) == {
        "key": "leaflet",
        "title": "Leaflet",
        "channels": ["web"],
        "labels": ["abuse", "genetic"],
    }


def test_a_body_comes_back_as_it_was_published(database: Database) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    library = publications.in_force()
    for publish in defaults(NOW):
        body = load_body(publish.kind, publish.body)
        assert document_of(body) == publish.body
        assert publish.sha == codec.sha(codec.canonical(publish.body))
        if isinstance(body, Playbook):
            assert library.playbooks[body.key] == body


# What a publication changes, with no program changed.


def test_a_playbook_about_something_else_drives_stage_and_next_steps(
    database: Database, written: Callable[..., Path]
) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    publications.publish([written(SCREENING)], AUTHOR, NOW)
    library = publications.in_force()
    playbook = library.playbooks["colorectal-screening"]
    told = journeys.fact("call.outcome", -30, "information_given")
    kit = journeys.fact("letter", -10, "test-kit", "kit")
    whom = journeys.person(
        [told, kit],
        birth_date="1970-05-01",
        enrollments=(journeys.enrollment(-40, "colorectal-screening"),),
    )
    view = stage(whom, playbook, library.versions["playbook:colorectal-screening"], NOW)
    assert view is not None
    assert (view.stage, view.title, view.why) == (
        Stage.ACQUISITION,
        "Colorectal screening",
        "Has the kit at home.",
    )
    assert next_change(whom, playbook, NOW) is None
    assert next_steps(whom, library, NOW) == ()
    (asked,) = next_steps(whom, library, NOW + timedelta(days=4))
    assert (asked.prompt, asked.reasons[0].text, asked.reasons[0].touchpoints) == (
        "Ask whether the kit is still there",
        "the kit left Mon 9 Nov and has not come back",
        (journeys.touchpoint_id("kit"),),
    )
    returned = journeys.fact("event", -1, "kit-returned")
    done = replace(whom, facts=(*whom.facts, returned))
    later = stage(done, playbook, 1, NOW)
    assert later is not None
    assert later.stage == Stage.CONVERSION


def test_a_new_outcome_code_is_a_publication(
    database: Database, written: Callable[..., Path]
) -> None:
    publications = Publications(database, lambda: NOW)
    publications.publish_defaults(AUTHOR, NOW)
    more = ["code: asked_for_a_ride", "label: Asked for a ride", "group: Spoke with the person"]
    text = shipped("codes", "outcomes.yaml") + "  - " + "\n    ".join(more) + "\n"
    codes = written(text, "codes.yaml")
    uses = written(SCREENING.replace("information_given", "asked_for_a_ride"), "playbook.yaml")
    with pytest.raises(BadInput, match="There is no outcome code asked_for_a_ride"):
        publications.publish([uses], AUTHOR, NOW)
    publications.publish([codes, uses], AUTHOR, NOW)
    library = publications.in_force()
    found = library.codes.find("asked_for_a_ride")
    assert found is not None
    assert (found.label, library.versions["codes:outcomes"]) == ("Asked for a ride", 2)
    whom = journeys.person(
        [journeys.fact("call.outcome", -1, "asked_for_a_ride")],
        enrollments=(journeys.enrollment(-2, "colorectal-screening"),),
    )
    view = stage(whom, library.playbooks["colorectal-screening"], 1, NOW)
    assert view is not None
    assert view.stage == Stage.ACCEPTANCE


def _journal(database: Database) -> int:
    with database.transaction() as session:
        return session.execute(select(func.count()).select_from(Journal)).scalar_one()


def _publish_raw(
    database: Database, kind: str, key: str, effective_at: datetime, **changes: object
) -> None:
    """Publishes the shipped body of a key with other values, unchecked, as another release may."""
    shipped_body = next(
        entry.body for entry in defaults(NOW) if (entry.kind, entry.key) == (kind, key)
    )
    body = shipped_body | changes
    publish = Publish(
        kind=PublicationKind(kind),
        key=key,
        body=body,
        sha=codec.sha(codec.canonical(body)),
        effective_at=effective_at,
    )
    command = Command(id=CommandId(uuid7()), author=AUTHOR, made_at=NOW, body=publish)
    with database.transaction() as session:
        apply(session, command, datetime.now(UTC))
