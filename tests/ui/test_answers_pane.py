"""The answers pane: a question answered from approved content, or honestly not at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.models.bodies import Content
from console.models.terms import Channel
from console.ui.answers import AnswersPane
from console.ui.theme.theme import Mode, Theme


def piece(key: str, title: str, say: str = "", **changes: object) -> Content:
    return Content(key=key, title=title, say=say, channels=(Channel.WEB,), **changes)  # type: ignore[arg-type]


CLINIC = piece("clinic", "Flu clinic, Wayne Avenue", "Without insurance the flu shot is free.")
COST = piece("cost", "Flu shot: what it costs", "It is free.", pages=4)
SPANISH = piece("gripe", "Gripe o resfriado: cómo distinguir", "Lea la lista.")


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> AnswersPane:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    pane = AnswersPane(theme)
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show_contents((COST, CLINIC, SPANISH))
    pane.show()
    return pane


def words(pane: AnswersPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def test_enter_says_the_best_answer(qtbot: QtBot, pane: AnswersPane) -> None:
    qtbot.keyClicks(pane.search, "flu insurance")
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    assert said.args == [CLINIC]


def test_down_moves_to_the_next_answer_while_typing_goes_on(
    qtbot: QtBot, pane: AnswersPane
) -> None:
    qtbot.keyClicks(pane.search, "flu")
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    assert said.args == [COST]
    assert pane.search.text() == "flu"


def test_accents_and_case_do_not_matter(pane: AnswersPane) -> None:
    pane.seek("COMO DISTINGUIR")
    assert pane.list.current_piece() == SPANISH


def test_what_nothing_holds_becomes_an_unmet_need(qtbot: QtBot, pane: AnswersPane) -> None:
    pane.seek("flu shot evening")
    assert "Evening: nothing found" in words(pane)
    assert pane.list.isVisible()
    with qtbot.waitSignal(pane.unmet_need_requested) as requested:
        qtbot.mouseClick(pane.unmet.add, Qt.MouseButton.LeftButton)
    assert requested.args == ["evening"]
    pane.show_noted("evening")
    assert "Unmet need added" in words(pane)
    assert not pane.unmet.add.isVisible()


def test_with_nothing_found_the_whole_question_is_unmet(qtbot: QtBot, pane: AnswersPane) -> None:
    pane.seek("travel vaccines")
    assert not pane.list.isVisible()
    with (
        qtbot.assertNotEmitted(pane.said),
        qtbot.waitSignal(pane.unmet_need_requested) as requested,
    ):
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)
        qtbot.mouseClick(pane.unmet.add, Qt.MouseButton.LeftButton)
    assert requested.args == ["travel vaccines"]


def test_without_a_question_all_is_there_and_nothing_unmet(pane: AnswersPane) -> None:
    assert not pane.unmet.isVisible()
    assert "3 found" in words(pane)


def test_the_next_call_starts_without_the_question(pane: AnswersPane) -> None:
    pane.seek("evening")
    pane.show_noted("evening")
    pane.clear()
    pane.seek("evening")
    assert pane.unmet.add.isVisible()
