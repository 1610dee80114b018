"""The person pane: what the header tells, when it tells less, and how verifying is asked."""

import dataclasses
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from console.models import terms
from console.models.draft import DraftVerification
from console.models.ids import FactId, PersonId, TouchpointId
from console.models.terms import (
    Authority,
    Channel,
    HoldCause,
    Purpose,
    TouchpointKind,
    VerificationItem,
    VerificationState,
)
from console.models.views import (
    CareView,
    ConsentView,
    HoldView,
    JourneyView,
    OpeningLine,
    OpenView,
    PersonView,
    Pressure,
    StageReached,
)
from console.ui.person import Answer, Masked, PersonPane, VerifyPerson, VerifyResults
from console.ui.person.column import item_said
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import Label

EASTERN = "America/New_York"
NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)
DENISE, HAROLD = PersonId(uuid4()), PersonId(uuid4())
FORM = TouchpointId(uuid4())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale("en_US"))
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> PersonPane:
    pane = PersonPane(theme)
    qtbot.addWidget(pane)
    pane.resize(1140, 700)
    pane.show()
    return pane


def journey(key: str, title: str) -> JourneyView:
    reached = (
        StageReached(stage=terms.Stage.AWARENESS, at=NOW - timedelta(days=3)),
        StageReached(stage=terms.Stage.ACCEPTANCE, at=NOW),
    )
    return JourneyView(
        journey=key, title=title, track=None, stage=terms.Stage.ACCEPTANCE, since=NOW, why="",
        goal_days=3, reached=reached, version=1,
    )  # fmt: skip


VIEW = PersonView(
    person=DENISE, name="Denise Whitfield-Okafor", preferred_name=None, initials="D. W.",
    birth_date="1992-02-03", age=34, sex=None, deceased=False, language="en", interpreter=False,
    zone=EASTERN, place="Dayton, OH", prefers="mornings", no_voicemail=False, mrn=None, revision=1,
    consents=(
        ConsentView(channel=Channel.CALL, state="agreed", purposes=(Purpose.CARE,),
                    since=NOW - timedelta(days=17)),
        ConsentView(channel=Channel.MAIL, state="stopped", purposes=(),
                    since=NOW - timedelta(days=125)),
    ),
    journeys=(journey("flu-season", "Flu season"), journey("new-mom", "New mom")),
    pressure=Pressure(used=1, cap=3),
    openings=(
        OpeningLine(kind="why", text="Asked to be called: fever.", link_text="Web form",
                    link_at=NOW.replace(hour=13, minute=14), touchpoint=FORM),
        OpeningLine(kind="promised", text="A call back.", link_text="Promise",
                    link_at=NOW.replace(hour=17, minute=0), touchpoint=FORM),
    ),
)  # fmt: skip

VERIFIED = DraftVerification(
    person=DENISE,
    state=VerificationState.PATIENT,
    matched=(VerificationItem.NAME, VerificationItem.BIRTH_DATE),
    at=NOW - timedelta(minutes=4),
)


def words(pane: PersonPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def test_the_header_tells_who_where_and_how_verified(pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW, verification=VERIFIED, in_call=True)
    said = words(pane)
    assert "Denise Whitfield-Okafor" in said
    assert "34 · Dayton, OH (Eastern, 09:46) · English · prefers mornings" in said
    assert "Verified: patient, by name and birth date, 09:42" in said
    assert "Calls: care, 17 days" in said
    assert "1 of 3" in said
    assert pane.header.journeys.stepper.accessibleName() == (
        "Journey Flu season: stage 2 of 5, Acceptance"
    )
    assert "Awareness: Mon 16 Nov" in pane.header.journeys.stepper.accessibleDescription()


def test_outside_a_call_nothing_is_said_of_verification(pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW)
    assert "erified" not in words(pane)


def test_a_call_that_reached_nobody_could_verify_nobody(pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW, in_call=True, spoken=False)
    assert "Not verified: nobody spoken with" in words(pane)


def test_opening_lines_name_no_reason_before_verification(pane: PersonPane) -> None:
    lines = (dataclasses.replace(VIEW.openings[0], masked="Worklist Flu season."),)
    view = dataclasses.replace(VIEW, openings=lines)
    pane.show_person(view, now=NOW, in_call=True)
    assert "fever" not in words(pane)
    assert "Worklist Flu season." in words(pane)
    pane.show_person(view, now=NOW, in_call=True, verification=VERIFIED)
    assert "Asked to be called: fever." in words(pane)


def test_an_opening_line_leads_to_its_touchpoint(qtbot: QtBot, pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW)
    link = pane.openings.first_link()
    assert link is not None
    assert link.accessibleName() == "Why this call: Web form, today 08:14"
    with qtbot.waitSignal(pane.touchpoint_linked) as linked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert linked.args == [FORM]


def test_the_compact_layout_says_the_same_shorter(theme: Theme, pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW, verification=VERIFIED, in_call=True)
    theme.set_layout(Layout.COMPACT)
    said = words(pane)
    assert "Calls care 17 d" in said
    assert "Verified: patient, by" not in said
    assert "prefers" not in said
    names = [label.accessibleName() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "Calls: care, 17 days" in names


def test_another_journey_can_be_picked(qtbot: QtBot, pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW)
    with qtbot.waitSignal(pane.journey_picked) as picked:
        qtbot.keyClick(pane.header.journeys.picker, Qt.Key.Key_Down)
    assert picked.args == ["new-mom"]
    assert "New mom" in pane.header.journeys.stepper.accessibleName()


def test_in_no_journey_is_a_state_too(pane: PersonPane) -> None:
    pane.show_person(dataclasses.replace(VIEW, journeys=()), now=NOW)
    assert pane.header.journeys.stepper.accessibleName() == "In no journey"
    assert not pane.header.journeys.picker.isVisible()


def test_the_gravest_alerts_stand_beside_the_name_and_the_rest_is_counted(pane: PersonPane) -> None:
    hold = HoldView(id=FactId(uuid4()), cause=HoldCause.BEREAVED, provisional=False, at=NOW)
    view = dataclasses.replace(
        VIEW, deceased=True, holds=(hold,), interpreter=True, language="es", no_voicemail=True
    )
    pane.show_person(view, now=NOW)
    said = words(pane)
    assert "Deceased" in said
    assert "Hold: bereaved" in said
    assert "Interpreter: Spanish" in said
    assert "+1" in said


COVERAGE, FLAG = (
    CareView(
        touchpoint=TouchpointId(uuid4()), kind=kind, since=NOW, title=title, line="Benefits Inc."
    )
    for kind, title in [(TouchpointKind.COVERAGE, "Gold PPO"), (TouchpointKind.FLAG, "Big dog")]
)


def test_care_in_force_is_a_line_and_flags_are_alerts(pane: PersonPane) -> None:
    view = dataclasses.replace(VIEW, care=(FLAG, COVERAGE))
    pane.show_person(view, now=NOW)
    assert "Coverage: Gold PPO, Benefits Inc." in words(pane)
    assert "Big dog" in words(pane)
    assert "Flag:" not in words(pane)
    pane.show_person(VIEW, now=NOW)
    assert not pane.header.care.isVisible()


def test_a_flag_that_is_a_paragraph_leaves_the_name_readable(pane: PersonPane) -> None:
    view = dataclasses.replace(VIEW, care=(dataclasses.replace(FLAG, title="Big dog. " * 30),))
    pane.show_person(view, now=NOW, verification=VERIFIED, in_call=True)
    name = next(label for label in pane.findChildren(Label) if label.text() == VIEW.name)
    assert not name.elided
    assert "Big dog" in words(pane)


def test_nothing_of_care_is_shown_before_verification(pane: PersonPane) -> None:
    view = dataclasses.replace(VIEW, care=(FLAG, COVERAGE))
    pane.show_person(view, now=NOW, in_call=True)
    assert "Gold PPO" not in words(pane)
    assert "Big dog" not in words(pane)
    pane.show_person(view, now=NOW, verification=VERIFIED, in_call=True)
    assert "Gold PPO" in words(pane)


def test_no_alert_is_said_twice_or_by_its_key(pane: PersonPane) -> None:
    view = dataclasses.replace(VIEW, interpreter=True, alerts=("interpreter", "no_voicemail"))
    pane.show_person(view, now=NOW)
    said = words(pane)
    assert said.count("Interpreter") == 1


def test_what_the_record_warns_of_is_said_once_and_in_words(pane: PersonPane) -> None:
    complaint = OpenView(
        id=FactId(uuid4()), kind=terms.OpenKind.COMPLAINT, at=NOW, due_at=None, what="waited long"
    )
    view = dataclasses.replace(
        VIEW, no_voicemail=True, open=(complaint,), alerts=("complaint", "no_voicemail")
    )
    pane.show_person(view, now=NOW)
    said = words(pane)
    assert said.count("No voicemail") == 1
    assert "Complaint open" in said
    assert "no_voicemail" not in said


def test_consents_of_a_saved_copy_say_from_when_they_are(pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW)
    pane.set_copy_from(NOW - timedelta(minutes=32))
    assert "Consents from 09:14" in words(pane)
    pane.set_copy_from(None)
    assert "Consents from" not in words(pane)


def test_names_are_never_read_as_html(pane: PersonPane) -> None:
    name = "Ann <img src=x> & Co"
    pane.show_person(dataclasses.replace(VIEW, name=name), now=NOW)
    assert name in words(pane)
    formats = {label.textFormat() for label in pane.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_masked_header_hides_all_that_the_last_record_showed(
    qtbot: QtBot, pane: PersonPane
) -> None:
    pane.show_person(VIEW, now=NOW, in_call=True, verification=VERIFIED)
    pane.show_masked(Masked(initials="H. J.", age=81, place="Kettering, OH"))
    said = words(pane)
    assert "81 · Kettering, OH · the rest opens when the items match" in said
    for hidden in ("Denise", "fever", "Calls", "Journey", "Verified:"):
        assert hidden not in said
    with qtbot.waitSignal(pane.refused):
        qtbot.mouseClick(pane.header.refuse, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.could_not_verify):
        qtbot.mouseClick(pane.header.could_not, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.verify_requested):
        qtbot.mouseClick(pane.header.verify, Qt.MouseButton.LeftButton)


def test_somebody_unknown_needs_no_verification(pane: PersonPane) -> None:
    pane.show_person(VIEW, now=NOW)
    pane.show_unknown("Main line")
    said = words(pane)
    assert "No verification needed" in said
    assert "Main line · a general question · no record is opened or made" in said
    assert "Denise" not in said


# --- verifying

TERESA = VerifyPerson(person=DENISE, initials="T. J.", age=52, note="says she is his daughter")
FATHER = VerifyPerson(person=HAROLD, initials="H. J.", age=81, shared=True)


def matched(person: PersonId) -> VerifyResults:
    item = VerificationItem
    answers = {item.NAME: Answer.MATCH, item.BIRTH_DATE: Answer.MATCH, item.ZIP: Answer.MATCH}
    return VerifyResults(person=person, answers=answers, verified_at=NOW, zone=EASTERN)


def test_what_is_said_is_asked_when_the_field_is_left(qtbot: QtBot, pane: PersonPane) -> None:
    pane.show_masked(Masked(initials="H. J.", age=81, place=""))
    pane.verify.open_for(TERESA, FATHER)
    edit = pane.verify.speaking.birth_date.edit
    with qtbot.assertNotEmitted(pane.verify.said):
        qtbot.keyClicks(edit, "9 Jun 1974")
    with qtbot.waitSignal(pane.verify.said) as said:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert said.args == [DENISE, VerificationItem.BIRTH_DATE, "9 Jun 1974"]
    with qtbot.assertNotEmitted(pane.verify.said):
        qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_no_match_is_told_by_tag_and_sentence_with_the_tries_left(pane: PersonPane) -> None:
    pane.verify.open_for(TERESA, FATHER)
    answers = {VerificationItem.BIRTH_DATE: Answer.NO_MATCH}
    pane.verify.show_results(VerifyResults(person=HAROLD, answers=answers, tries_left=2))
    said = words(pane)
    assert "No match" in said
    assert "Birth date does not match. Ask once more; 2 tries left." in said
    assert pane.verify.about.birth_date.edit.accessibleDescription() == "No match"
    assert pane.verify.about.birth_date.edit.property("bad") is True


def test_authority_is_picked_only_when_both_are_verified(qtbot: QtBot, pane: PersonPane) -> None:
    pane.verify.open_for(TERESA, FATHER)
    chip = pane.verify.authority.chips()[Authority.WRITTEN.value]
    pane.verify.show_results(matched(DENISE))
    assert not chip.isEnabled()
    pane.verify.show_results(matched(HAROLD))
    assert "Verified: T. J., 09:46" in words(pane)
    with qtbot.waitSignal(pane.verify.authority_picked) as picked:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert picked.args == [Authority.WRITTEN]


def test_whoever_speaks_for_herself_is_asked_once(pane: PersonPane) -> None:
    pane.verify.open_for(TERESA, TERESA)
    assert not pane.verify.about.isVisible()
    assert not pane.verify.authority.isVisible()


def test_closing_forgets_all_that_was_typed_even_for_undo(qtbot: QtBot, pane: PersonPane) -> None:
    pane.verify.open_for(TERESA, FATHER)
    for edit in pane.verify.findChildren(QLineEdit):
        qtbot.keyClicks(edit, "secret")
    with qtbot.waitSignal(pane.verify.closed):
        qtbot.keyClick(pane.verify, Qt.Key.Key_Escape)
    for edit in pane.verify.findChildren(QLineEdit):
        edit.undo()
        assert edit.text() == ""
    pane.verify.open_for(FATHER, None)
    assert not pane.verify.speaking.verified


def test_answers_of_one_person_never_show_on_another(pane: PersonPane) -> None:
    pane.verify.open_for(TERESA, FATHER)
    pane.verify.show_results(matched(DENISE))
    pane.verify.open_for(FATHER, None)
    assert not pane.verify.speaking.verified
    assert "Verified:" not in words(pane)


@pytest.mark.parametrize(
    ("said", "shared", "item"),
    [
        ("45402", False, VerificationItem.ZIP),
        ("45402-1234", False, VerificationItem.ZIP),
        ("45402", True, VerificationItem.MRN),
        ("12 Wayne Avenue", False, VerificationItem.ADDRESS),
        ("937 555 0101", False, VerificationItem.PHONE),
        ("(937) 555-0101", True, VerificationItem.PHONE),
        ("MRN 004417", False, VerificationItem.MRN),
        ("004417", False, VerificationItem.MRN),
    ],
)
def test_the_third_answer_is_known_by_its_form(
    said: str, shared: bool, item: VerificationItem
) -> None:
    assert item_said(said, shared=shared) is item


def test_five_consents_shorten_by_words_and_then_go_into_one(
    theme: Theme, pane: PersonPane
) -> None:
    """Nothing is cut: what has no room is counted, named whole, and is never the gravest."""
    channels = (Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.MAIL, Channel.PORTAL)
    consents = tuple(
        ConsentView(channel=channel, state="stopped" if channel is Channel.MAIL else "agreed",
                    purposes=(Purpose.CARE,), since=NOW - timedelta(days=17))
        for channel in channels
    )  # fmt: skip
    theme.set_layout(Layout.COMPACT)
    pane.show_person(dataclasses.replace(VIEW, consents=consents), now=NOW)
    pane.set_copy_from(NOW)
    row = pane.header.consents
    said = {}
    for width in (960, 740, 480):
        pane.setFixedWidth(width)
        QApplication.processEvents()
        assert [tag.text() for tag in row._tags if tag.width() < tag.sizeHint().width()] == []
        assert row._old.width() >= row._old.sizeHint().width()
        said[width] = [tag.text() for tag in row._tags]
    assert said[960] == ["Calls care 17 d", "Texts care 17 d", "Email care 17 d", "Mail 17 d",
                         "Portal care 17 d"]  # fmt: skip
    assert said[740] == ["Calls care", "Texts care", "Email care", "Mail", "Portal care"]
    assert said[480] == ["Calls care", "Mail", "+3"]
    more = row._tags[-1]
    assert more.accessibleName() == (
        "Texts: care, 17 days; Email: care, 17 days; Portal: care, 17 days"
    )
