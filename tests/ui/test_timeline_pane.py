"""The timeline pane: order and headings, paging, filters, keeping its place, masking."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.models.ids import TouchpointId
from console.models.terms import Channel, Direction, Part, TouchpointKind
from console.models.touchpoint_detail import CallView, TouchpointDetail
from console.models.views import Status, TimelineEntry, TimelineFilter, TimelinePage
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.timeline import TimelinePane
from console.ui.timeline.filters import FilterChips
from console.ui.timeline.model import MOST, ROW, Fits
from console.ui.timeline.rows import Heading, Item
from console.ui.timeline.told import as_text, told
from console.ui.widgets import Chip
from tests.ui.accessible import misnamed

EASTERN = "America/New_York"
NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> TimelinePane:
    QLocale.setDefault(QLocale("en_US"))
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    pane = TimelinePane(theme)
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    return pane


def entry(
    at: datetime,
    title: str = "Please call me",
    *,
    queued: bool = False,
    kind: TouchpointKind = TouchpointKind.EMAIL,
    channel: Channel = Channel.EMAIL,
) -> TimelineEntry:
    return TimelineEntry(
        id=TouchpointId(uuid4()), at=at, channel=channel, direction=Direction.OUTBOUND, kind=kind,
        part=Part.ABOUT, title=title, summary="Sent by itself", content="", campaign="", by="Ana",
        status=Status(key="delivered", tone="ok"), queued=queued,
    )  # fmt: skip


def days(count: int) -> tuple[TimelineEntry, ...]:
    """One email a day, newest first."""
    return tuple(entry(NOW - timedelta(days=n), f"Number {n}") for n in range(count))


def page(entries: tuple[TimelineEntry, ...], *, more: bool = False) -> TimelinePage:
    before = (entries[-1].at, entries[-1].id) if more else None
    counts = {Channel.EMAIL: len(entries)}
    return TimelinePage(
        entries=entries, before=before, total=len(entries), since=NOW, counts=counts
    )


def rows(pane: TimelinePane) -> list[Heading | Item]:
    return [pane.model.index(n, 0).data(ROW) for n in range(pane.model.rowCount())]


def titles(pane: TimelinePane) -> list[str]:
    return [row.words.title for row in rows(pane) if isinstance(row, Item)]


def words(pane: TimelinePane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def test_what_is_queued_stands_on_top_under_its_own_heading(pane: TimelinePane) -> None:
    ahead = entry(datetime(2026, 11, 21, 15, 0, tzinfo=UTC), "Ahead", queued=True)
    visit = entry(
        datetime(2026, 11, 20, 15, 40, tzinfo=UTC),
        "Flu clinic",
        queued=True,
        kind=TouchpointKind.APPOINTMENT,
        channel=Channel.VISIT,
    )
    today = entry(NOW, "Today")
    pane.show_page(page((today, ahead, visit)), EASTERN, NOW)
    headings = [row.words for row in rows(pane) if isinstance(row, Heading)]
    assert headings == ["Booked for Fri 20 Nov", "Queued for Sat 21 Nov", "Today, Thu 19 Nov"]
    assert titles(pane) == ["Appointment: Flu clinic", "Email: Ahead", "Email: Today"]


def test_days_are_the_persons_and_only_one_days_circles_are_joined(pane: TimelinePane) -> None:
    late = entry(datetime(2026, 11, 19, 4, 30, tzinfo=UTC), "Late")  # the 18th in the east
    pane.show_page(page((entry(NOW, "A"), entry(NOW, "B"), late)), EASTERN, NOW)
    assert [row.words for row in rows(pane) if isinstance(row, Heading)] == [
        "Today, Thu 19 Nov",
        "Yesterday, Wed 18 Nov",
    ]
    assert [row.joined for row in rows(pane) if isinstance(row, Item)] == [True, False, False]


def test_words_are_made_of_rows_that_come_into_view(pane: TimelinePane) -> None:
    pane.show_page(page(days(50)), EASTERN, NOW)
    pane.repaint()
    made = ["words" in vars(row) for row in rows(pane) if isinstance(row, Item)]
    assert made[0]
    assert not any(made[len(made) // 2 :])


def test_headings_cannot_be_selected(qtbot: QtBot, pane: TimelinePane) -> None:
    pane.show_page(page(days(3)), EASTERN, NOW)
    pane.focus_list()
    assert pane.view.selectionModel().isSelected(pane.view.currentIndex())
    for _ in range(3):
        assert isinstance(pane.view.currentIndex().data(ROW), Item)
        qtbot.keyClick(pane.view, Qt.Key.Key_Down)


def test_a_row_is_a_sentence_to_screen_readers(pane: TimelinePane) -> None:
    pane.show_page(page((entry(NOW, "Flu season"),)), EASTERN, NOW)
    said = pane.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Outbound email, today 09:46, Ana, Delivered: Email: Flu season. Sent by itself"


def test_enter_opens_a_touchpoint(qtbot: QtBot, pane: TimelinePane) -> None:
    entries = days(3)
    pane.show_page(page(entries), EASTERN, NOW)
    pane.reveal(entries[1].id)
    with qtbot.waitSignal(pane.beside.entry_wanted) as opened:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened.args == [entries[1].id]


def test_the_end_of_a_page_asks_for_the_next_once(qtbot: QtBot, pane: TimelinePane) -> None:
    entries = days(80)
    asked: list[object] = []
    pane.more_requested.connect(asked.append)
    pane.show_page(page(entries[:40], more=True), EASTERN, NOW)
    with qtbot.waitSignal(pane.more_requested):
        pane.view.scrollToBottom()
    pane.view.scrollToBottom()
    assert asked == [(entries[39].at, entries[39].id)]
    pane.show_page(page(entries[40:]), EASTERN, NOW, Fits.BELOW)
    assert len(titles(pane)) == 80
    pane.view.scrollToBottom()
    assert len(asked) == 1


def top_row(pane: TimelinePane) -> tuple[object, int]:
    first = pane.view._first_item()
    assert first is not None
    return first


def test_a_refresh_keeps_the_rows_under_the_eye(pane: TimelinePane) -> None:
    entries = days(60)
    pane.show_page(page(entries), EASTERN, NOW)
    pane.view.verticalScrollBar().setValue(900)
    before = top_row(pane)
    pane.show_page(page((entry(NOW + timedelta(minutes=1), "New"), *entries)), EASTERN, NOW)
    assert titles(pane)[0] == "Email: New"
    assert top_row(pane) == before


def test_a_refresh_keeps_older_pages_and_the_row_selected(pane: TimelinePane) -> None:
    entries = days(60)
    pane.show_page(page(entries[:30], more=True), EASTERN, NOW)
    pane.show_page(page(entries[30:]), EASTERN, NOW, Fits.BELOW)
    pane.reveal(entries[45].id)
    pane.show_page(page((entry(NOW, "New"), *entries[:30]), more=True), EASTERN, NOW)
    assert len(titles(pane)) == 61
    assert pane.view.currentIndex().data(ROW).id == entries[45].id


def test_another_person_starts_at_the_top_with_no_filter(qtbot: QtBot, pane: TimelinePane) -> None:
    pane.show_page(page(days(60)), EASTERN, NOW)
    pane.chips.from_them.click()
    pane.search.setText("number 7")
    pane.view.verticalScrollBar().setValue(900)
    with qtbot.assertNotEmitted(pane.filter_changed):
        pane.clear()
    assert rows(pane) == []
    assert (pane.filter, pane.search.text()) == (TimelineFilter(), "")
    pane.show_page(page(days(5)), EASTERN, NOW)
    assert pane.view.verticalScrollBar().value() == 0
    assert len(titles(pane)) == 5


def test_revealing_pages_on_until_the_touchpoint_is_there(qtbot: QtBot, pane: TimelinePane) -> None:
    entries = days(60)
    pane.show_page(page(entries[:30], more=True), EASTERN, NOW)
    with qtbot.waitSignal(pane.more_requested):
        assert not pane.reveal(entries[50].id)
    pane.show_page(page(entries[30:]), EASTERN, NOW, Fits.BELOW)
    assert pane.view.currentIndex().data(ROW).id == entries[50].id


def test_channels_without_room_for_words_show_icon_and_count(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    theme.set_layout(Layout.COMPACT)
    place = QWidget()
    qtbot.addWidget(place)
    chips = FilterChips(theme, parent=place)
    chips.show_counts(15, {Channel.CALL: 2, Channel.TEXT: 3, Channel.EMAIL: 5, Channel.WEB: 3})
    place.show()
    for width in (320, 900, 300):
        chips.setGeometry(0, 0, width, 30)
        QApplication.processEvents()
        shown = [chip for chip in chips.findChildren(Chip) if chip.isVisible()]
        assert [chip.accessibleName() for chip in shown][:3] == ["All 15", "Calls 2", "Texts 3"]
        assert not [chip.text() for chip in shown if chip.width() < chip.sizeHint().width()]
        assert bool(shown[1].toolTip()) is (width < 400)


def test_a_channel_chip_filters_and_pressed_again_shows_all(
    qtbot: QtBot, pane: TimelinePane
) -> None:
    pane.show_page(page(days(5)), EASTERN, NOW)
    chip = pane.chips.channel_chip(Channel.EMAIL)
    assert chip.accessibleName() == "Email 5"
    assert not pane.chips.channel_chip(Channel.TEXT).isVisible()
    with qtbot.waitSignal(pane.filter_changed) as changed:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert changed.args == [TimelineFilter(channel=Channel.EMAIL)]
    with qtbot.waitSignal(pane.filter_changed) as changed:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert changed.args == [TimelineFilter()]


def test_a_filtered_page_does_not_mix_with_what_was_loaded_before(pane: TimelinePane) -> None:
    entries = days(60)
    pane.show_page(page(entries[:30], more=True), EASTERN, NOW)
    pane.show_page(page(entries[30:]), EASTERN, NOW, Fits.BELOW)
    pane.chips.content.click()
    pane.show_page(page(entries[:5], more=True), EASTERN, NOW)
    assert len(titles(pane)) == 5


def test_a_filter_without_hits_offers_to_clear_it(qtbot: QtBot, pane: TimelinePane) -> None:
    pane.show_page(page(days(3)), EASTERN, NOW)
    pane.chips.channel_chip(Channel.EMAIL).click()
    pane.show_page(
        TimelinePage(entries=(), before=None, total=3, since=NOW, counts={}), EASTERN, NOW
    )
    assert "Email: none since 19 Nov" in words(pane)
    with qtbot.waitSignal(pane.filter_changed) as changed:
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert changed.args == [TimelineFilter()]


def test_search_looks_at_once_through_what_is_loaded(pane: TimelinePane) -> None:
    pane.show_page(page((entry(NOW, "Grippe: Información"), entry(NOW, "Else"))), EASTERN, NOW)
    pane.search.setText("informacion")
    assert titles(pane) == ["Email: Grippe: Información"]
    pane.search.setText("zzz")
    assert "Nothing loaded holds “zzz”" in words(pane)
    pane.search.setText("")
    assert len(titles(pane)) == 2


def test_words_that_leave_little_of_what_is_loaded_ask_for_no_pages(
    qtbot: QtBot, pane: TimelinePane
) -> None:
    pane.show_page(page(days(50), more=True), EASTERN, NOW)
    with qtbot.assertNotEmitted(pane.more_requested, wait=20):
        pane.search.setText("number 49")
    assert titles(pane) == ["Email: Number 49"]


def test_the_masked_record_shows_neither_rows_nor_counts(pane: TimelinePane) -> None:
    pane.show_page(page(days(3)), EASTERN, NOW)
    pane.show_masked("H. J.")
    assert "The record opens when H. J. is verified" in words(pane)
    assert rows(pane) == []
    assert "touchpoints" not in words(pane)
    assert not any(chip.isVisible() for chip in pane.chips._channels)


def test_somebody_without_touchpoints_is_told_apart_from_loading(pane: TimelinePane) -> None:
    pane.show_loading()
    assert misnamed(pane) == []  # it may have the focus
    assert "No touchpoints yet" not in words(pane)
    pane.show_page(
        TimelinePage(entries=(), before=None, total=0, since=None, counts={}), EASTERN, NOW
    )
    assert "No touchpoints yet" in words(pane)


def test_a_slow_read_can_be_cancelled(
    qtbot: QtBot, pane: TimelinePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(pane._loading), "PATIENCE", 20)
    pane.show_loading()
    assert not pane._loading.cancel.isVisible()
    qtbot.waitUntil(pane._loading.cancel.isVisible)
    with qtbot.waitSignal(pane.cancel_requested):
        qtbot.mouseClick(pane._loading.cancel, Qt.MouseButton.LeftButton)


def test_a_saved_copy_says_from_when_it_is(pane: TimelinePane) -> None:
    pane.show_page(page(days(2)), EASTERN, NOW)
    pane.set_copy_from(NOW - timedelta(minutes=32))
    assert "Copy from 09:14 · 2 touchpoints since 19 Nov" in words(pane)


def test_a_slow_answer_to_a_filter_gives_way_to_grey_rows_and_esc_brings_the_list_back(
    qtbot: QtBot, pane: TimelinePane
) -> None:
    pane.show_page(page(days(5)), EASTERN, NOW)
    pane.focus_list()
    pane.chips.from_them.click()
    assert pane.view.isVisible()
    qtbot.waitUntil(pane._loading.isVisible)
    with qtbot.waitSignal(pane.cancel_requested):
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
    pane.not_read()
    assert pane.view.isVisible()
    assert len(titles(pane)) == 5


def test_no_more_than_some_hundreds_are_held_and_what_went_is_asked_for_again(
    qtbot: QtBot, pane: TimelinePane
) -> None:
    entries = days(MOST + 150)
    pane.show_page(page(entries[:50], more=True), EASTERN, NOW)
    for start in range(50, len(entries), 50):
        more = start + 50 < len(entries)
        pane.show_page(page(entries[start : start + 50], more=more), EASTERN, NOW, Fits.BELOW)
    assert pane.model.entries == MOST
    pane.reveal(entries[-1].id)
    pane.show_page(page((entry(NOW, "New"), *entries[:49]), more=True), EASTERN, NOW)
    assert (pane.model.entries, pane.view.current) == (MOST, entries[-1].id)
    with qtbot.waitSignal(pane.newer_requested) as asked:
        pane.view.scrollToTop()
    assert asked.args == [(entries[150].at, entries[150].id)]
    seen = top_row(pane)
    above = TimelinePage(entries=entries[100:150], before=None, after=(NOW, entries[100].id))
    pane.show_page(above, EASTERN, NOW, Fits.ABOVE)
    assert (pane.model.entries, top_row(pane)) == (MOST, seen)
    assert titles(pane)[0] == "Email: Number 100"


def test_the_number_of_a_past_call_is_written_as_everywhere(qapp: QApplication) -> None:
    call = CallView(
        started_at=NOW, answered_at=None, ended_at=NOW, hold_seconds=0, phone="+19375550137",
        code_label="", reason=None, notes="", script_title="", script_version=None,
        verification=(), path=(), effects=(),
    )  # fmt: skip
    words = as_text(told(TouchpointDetail(entry=entry(NOW), call=call), "UTC", NOW))
    assert "(937) 555-0137" in words
