"""The supervisor's page: the list never moves by itself, and every view is asked for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.models.ids import CallId, FactId, Login, PersonId, uuid7
from console.models.terms import Channel, Direction, Part, Stage, TouchpointKind
from console.models.views import (
    DispositionDetail,
    DispositionFilter,
    DispositionPage,
    DispositionRow,
    EffectView,
    JobLag,
    PathView,
    ReviewChoices,
    ReviewFigures,
    TimelineEntry,
    VerificationView,
)
from console.ui.supervisor import SupervisorPage
from console.ui.supervisor.sections import MissedBox
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import Button, Card, Label

NOON = datetime(2026, 11, 19, 17, 0, tzinfo=UTC)
CHOICES = ReviewChoices(
    reps=(("ada", "Ada Brook"), ("grace", "Grace Lind")),
    codes=(("no_answer", "No answer"),),
    journeys=(("flu", "Flu season"),),
)


def row(minutes: int = 0, **fields: object) -> DispositionRow:
    given: dict[str, object] = {
        "id": FactId(uuid7()),
        "call": CallId(uuid7()),
        "at": NOON - timedelta(minutes=minutes),
        "login": Login("ada"),
        "rep": "Ada Brook",
        "people": ((PersonId(uuid7()), "Wilma Test"),),
        "code": "no_answer",
        "code_label": "No answer",
        "tone": "neutral",
        "reason": None,
        "effects": (),
        "direction": Direction.OUTBOUND,
        "talk_seconds": 372,
        "journey": "Flu season",
        "stage": Stage.AWARENESS,
        **fields,
    }
    return DispositionRow(**given)  # type: ignore[arg-type]


def page_of(*rows: DispositionRow, before: object = None) -> DispositionPage:
    return DispositionPage(
        rows=rows,
        before=before,  # type: ignore[arg-type]
        total=len(rows),
        outbound=len(rows),
        inbound=0,
    )


ROWS = tuple(row(minutes) for minutes in range(5))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> SupervisorPage:
    page = SupervisorPage(theme, zone="America/New_York")
    qtbot.addWidget(page)
    page.resize(1900, 900)
    page.set_today("2026-11-19")
    page.show_choices(CHOICES)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    return page


def cells(page: SupervisorPage, line: int) -> list[str]:
    return [str(page.table.index(line, column).data()) for column in range(9)]


def test_a_row_is_told_in_words_and_in_the_centers_time(page: SupervisorPage) -> None:
    told = row(
        code_label="Declined this offer",
        reason="Cost",
        effects=("send", "send", "promise"),
        direction=Direction.INBOUND,
        people=(),
        to_check=("statement_missed",),
    )
    page.show_page(page_of(told))
    assert cells(page, 0) == [
        "12:00", "Ada Brook", "Nobody on record", "Declined this offer: cost", "Send, Promise",
        "In", "6:12", "Flu season", "Statement missed",
    ]  # fmt: skip
    sentence = page.table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Nobody on record" in sentence
    assert "Statement missed" in sentence


def test_enter_opens_and_arrows_only_move(page: SupervisorPage, qtbot: QtBot) -> None:
    page.show_page(page_of(*ROWS))
    page.focus_list()
    with qtbot.assertNotEmitted(page.row_opened):
        qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.row_opened) as caught:
        qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert caught.args == [ROWS[1].id]


def test_a_click_opens(page: SupervisorPage, qtbot: QtBot) -> None:
    page.show_page(page_of(*ROWS))
    place = page.rows.visualRect(page.table.index(2, 1)).center()
    with qtbot.waitSignal(page.row_opened) as caught:
        qtbot.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [ROWS[2].id]


def test_older_rows_are_asked_for_once_and_added_below(page: SupervisorPage, qtbot: QtBot) -> None:
    before = (NOON, uuid7())
    page.show_page(page_of(*ROWS[:2], before=before))
    asked: list[object] = []
    page.more_requested.connect(asked.append)
    page.table.replace(page_of(*ROWS[:2], before=before))
    page.table.fetchMore(QModelIndex())
    page.table.fetchMore(QModelIndex())
    assert asked == [before]
    page.add_page(page_of(ROWS[1], *ROWS[2:]))
    assert [entry.id for entry in page.table.rows] == [entry.id for entry in ROWS]
    assert not page.table.canFetchMore(QModelIndex())


def test_new_rows_are_counted_and_the_list_stays(page: SupervisorPage, qtbot: QtBot) -> None:
    page.show_page(page_of(*ROWS))
    page.rows.setCurrentIndex(page.table.index(3, 0))
    fresh = page_of(row(-2), row(-1), *ROWS)
    page.offer_page(fresh)
    assert [entry.id for entry in page.table.rows] == [entry.id for entry in ROWS]
    assert page.news.isVisible()
    assert page.news.accessibleName().startswith("2 new")
    page.news.click()
    assert len(page.table.rows) == 7
    assert page.table.rows[page.rows.currentIndex().row()].id == ROWS[3].id
    assert not page.news.isVisible()


def test_nothing_new_shows_no_chip(page: SupervisorPage) -> None:
    page.show_page(page_of(*ROWS))
    page.offer_page(page_of(*ROWS))
    assert not page.news.isVisible()


def test_a_filter_is_chosen_from_its_chips_menu(page: SupervisorPage, qtbot: QtBot) -> None:
    menu = page.filters.menu("login")
    grace = next(entry for entry in menu.actions() if entry.data() == ("login", "grace"))
    with qtbot.waitSignal(page.filter_changed) as caught:
        grace.trigger()
    assert caught.args == [DispositionFilter(day="2026-11-19", login=Login("grace"))]
    assert page.filters.chips["login"].text() == "Grace Lind"
    assert page.filter.login == "grace"


def test_stages_and_days_are_told_as_what_they_are(page: SupervisorPage) -> None:
    for field, key in (("stage", "retention"), ("day", "")):
        menu = page.filters.menu(field)
        next(entry for entry in menu.actions() if entry.data() == (field, key)).trigger()
    assert page.filter == DispositionFilter(day=None, stage=Stage.RETENTION)


def test_a_filter_without_hits_offers_to_clear_it(page: SupervisorPage, qtbot: QtBot) -> None:
    page.filters.menu("code").actions()[1].trigger()
    page.show_page(page_of())
    assert not page.rows.isVisible()
    clear = next(button for button in page.findChildren(Button) if button.text() == "Clear filters")
    with qtbot.waitSignal(page.filter_changed) as caught:
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert caught.args == [DispositionFilter(day="2026-11-19")]


def test_another_filter_closes_the_call_that_was_open(page: SupervisorPage) -> None:
    page.show_page(page_of(*ROWS))
    page.show_detail(detail())
    page.filters.menu("code").actions()[1].trigger()
    assert not page.detail.page.isVisible()


def test_what_the_worker_left_old_is_told_and_nothing_while_it_keeps_up(
    page: SupervisorPage,
) -> None:
    page.show_lag((JobLag("journey states", None, 5.0), JobLag("audit seals", None, 0.0)))
    assert page._lag.text() == ""
    page.show_lag((JobLag("journey states", None, 190.0), JobLag("audit seals", None, 0.0)))
    assert page._lag.text() == "Journey states: 3 min old"


def test_offline_keeps_the_rows_in_view(page: SupervisorPage) -> None:
    page.show_page(page_of(*ROWS))
    page.show_offline("Offline since 09:44")
    assert page.rows.isVisible()
    page.show_page(page_of())
    page.show_offline("Offline since 09:44")
    assert not page.rows.isVisible()


def detail(**fields: object) -> DispositionDetail:
    given: dict[str, object] = {
        "row": ROWS[0],
        "started_at": NOON - timedelta(minutes=6),
        "answered_at": NOON - timedelta(minutes=5),
        "ended_at": NOON,
        "hold_seconds": 0,
        "wrap_up_seconds": 38,
        "phone": None,
        "notes": "In a hurry.",
        "script": "flu-call",
        "script_title": "Flu season outreach",
        "versions": {"script:flu-call": 7},
        "verification": (
            VerificationView(
                person=PersonId(uuid7()),
                name="Wilma Test",
                state="patient",
                matched=("name", "birth_date"),
                authority=None,
                at=NOON,
            ),
        ),
        "path": (
            PathView(step="a", kind="answer", question="Good time?", value="Yes", reason="",
                     at=NOON - timedelta(minutes=4)),
            PathView(step="b", kind="missed", question="Call 911.", value="",
                     reason="the line cut out", at=NOON),
        ),
        "effects": (EffectView(kind="promise", text="a nurse rings", at=NOON),),
        "timeline": (
            TimelineEntry(
                id=uuid7(),  # type: ignore[arg-type]
                at=NOON - timedelta(days=3),
                channel=Channel.EMAIL,
                direction=Direction.OUTBOUND,
                kind=TouchpointKind.EMAIL,
                part=Part.ABOUT,
                title="Flu season at the clinic",
                summary="",
                status=None,
                content="",
                campaign="",
                by="",
            ),
        ),
        **fields,
    }  # fmt: skip
    return DispositionDetail(**given)  # type: ignore[arg-type]


def texts(page: SupervisorPage) -> list[str]:
    found = page.detail.findChildren(Label)
    return [label.text() for label in found if label.isVisibleTo(page.detail)]


def test_the_detail_tells_the_call_with_path_reason_and_timeline(page: SupervisorPage) -> None:
    page.show_page(page_of(*ROWS))
    page.show_detail(detail())
    told = texts(page)
    for words in (
        "Ada Brook with Wilma Test",
        "Thu 19 Nov, 11:54 to 12:00 · talk 6:12 · wrap-up 0:38",
        "12:00, patient, name, birth date",
        "Flu season outreach, version 7",
        "Promise: a nurse rings, Thu 19 Nov, 12:00",
        "Good time? Yes",
        "1:00",
        "the line cut out",
        "In a hurry.",
        "Email: Flu season at the clinic",
    ):
        assert words in told


def test_compact_leaves_the_path_out_but_not_the_missed_statement(
    page: SupervisorPage, theme: Theme
) -> None:
    theme.set_layout(Layout.COMPACT)
    page.show_page(page_of(*ROWS))
    page.show_detail(detail())
    assert "Good time? Yes" not in texts(page)
    assert page.detail.findChild(MissedBox) is not None
    assert page.rows.isColumnHidden(5)


def test_above_and_below_go_through_the_list(page: SupervisorPage, qtbot: QtBot) -> None:
    page.show_page(page_of(*ROWS))
    page.show_detail(detail())
    with qtbot.waitSignal(page.row_opened) as caught:
        page.detail.down.click()
    assert caught.args == [ROWS[1].id]
    page.detail.up.click()
    with qtbot.assertNotEmitted(page.row_opened):
        page.detail.up.click()


def test_escape_in_the_detail_goes_back_to_the_list(page: SupervisorPage, qtbot: QtBot) -> None:
    page.show_page(page_of(*ROWS))
    page.show_detail(detail())
    page.detail.down.setFocus()
    qtbot.keyClick(page.detail.down, Qt.Key.Key_Escape)
    assert page.rows.hasFocus()


def test_rows_of_other_days_say_their_day(page: SupervisorPage) -> None:
    page.show_page(page_of(ROWS[0], replace(ROWS[1], at=NOON - timedelta(days=2))))
    assert cells(page, 1)[0] == "Tue 17 Nov, 12:00"


def test_figures_say_what_they_are_a_part_of_in_a_row_or_two_by_two(
    page: SupervisorPage, theme: Theme
) -> None:
    assert not page.figures.isVisible()
    sums = ReviewFigures(
        attempts=316, reached=90, right_party=72, booked=27, calls=412, handled_seconds=78_960
    )
    page.show_page(replace(page_of(*ROWS), figures=sums))
    told = [card.accessibleName() for card in page.figures.findChildren(Card)]
    assert told == [
        "Contact rate: 28.5%, 90 of 316 attempts",
        "Right-party contact: 22.8%, 72 of 316 attempts",
        "Booked: 37.5%, 27 of 72 right-party contacts",
        "Average handle time: 3:11, 21 h 56 min / 412",
    ]
    places = {}
    for layout in (Layout.WIDE, Layout.COMPACT, Layout.NARROW):
        theme.set_layout(layout)
        QApplication.processEvents()
        cards = [one for one in page.figures.findChildren(Card) if one.isVisible()]
        places[layout] = (len({one.x() for one in cards}), len({one.y() for one in cards}))
    assert places == {Layout.WIDE: (4, 1), Layout.COMPACT: (0, 0), Layout.NARROW: (2, 2)}


def test_the_page_fits_the_smallest_screen(page: SupervisorPage, theme: Theme) -> None:
    theme.set_layout(Layout.COMPACT)
    page.show_page(page_of(row(rep="M" * 80, code_label="N" * 120, effects=("x" * 90,))))
    page.show_detail(detail(notes="words " * 200))
    assert page.minimumSizeHint().width() <= 1100
