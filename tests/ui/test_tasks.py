"""Work off the screen's thread: what comes home, what is dropped, what the end waits for."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from console.ui.tasks import AtOnce, Lane, Tasks


class Gate:
    """Work that stands still until it is let go."""

    def __init__(self, result: object = None) -> None:
        self.entered, self._go = threading.Event(), threading.Event()
        self._result = result
        self.done = False

    def __call__(self) -> object:
        self.entered.set()
        assert self._go.wait(10)
        self.done = True
        return self._result

    def open(self) -> None:
        self._go.set()


def fail() -> object:
    raise ValueError("it failed")


def nobody_wants(_result: object) -> None:
    raise AssertionError("this result was wanted by nobody")


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_a_result_comes_home_on_the_thread_that_asked(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[Any] = []

    tasks.run(Lane.READS, QThread.currentThread, lambda ran_on: threads.append(ran_on))
    tasks.run(Lane.DESK, lambda: 7, lambda _seven: threads.append(QThread.currentThread()))

    qtbot.waitUntil(lambda: len(threads) == 2)
    here = QThread.currentThread()
    assert here in threads
    assert len(set(map(id, threads))) == 2


def test_the_desks_own_work_is_done_in_the_order_asked(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        tasks.run(Lane.DESK, lambda number=number: number, order.append)  # type: ignore[misc]

    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == sorted(order)


def test_a_newer_question_supersedes_one_that_runs(tasks: Tasks, qtbot: QtBot) -> None:
    older, answers = Gate("older"), list[object]()
    tasks.run(Lane.READS, older, nobody_wants, key="lookup")
    assert older.entered.wait(5)

    tasks.run(Lane.READS, lambda: "newer", answers.append, key="lookup")

    qtbot.waitUntil(lambda: answers == ["newer"])
    older.open()
    qtbot.waitUntil(lambda: older.done and not tasks._running)
    assert answers == ["newer"]


def test_a_question_superseded_before_it_began_is_never_asked(tasks: Tasks, qtbot: QtBot) -> None:
    busy, asked, answers = Gate(), list[str](), list[object]()
    tasks.run(Lane.SENDER, busy, lambda _none: None)
    assert busy.entered.wait(5)
    tasks.run(Lane.SENDER, lambda: asked.append("older"), nobody_wants, key="jobs")
    tasks.run(Lane.SENDER, lambda: asked.append("newer"), answers.append, key="jobs")

    busy.open()

    qtbot.waitUntil(lambda: len(answers) == 1)
    assert asked == ["newer"]


def test_a_failure_goes_to_whoever_asked_and_else_to_everybody(tasks: Tasks, qtbot: QtBot) -> None:
    mine: list[Exception] = []
    with qtbot.waitSignal(tasks.failed) as heard:
        tasks.run(Lane.READS, fail, nobody_wants, mine.append)
        tasks.run(Lane.READS, fail, nobody_wants)

    assert str(heard.args[0]) == "it failed"
    qtbot.waitUntil(lambda: len(mine) == 1)


def test_a_superseded_failure_is_nobodys(tasks: Tasks, qtbot: QtBot) -> None:
    tasks.run(Lane.READS, fail, nobody_wants, nobody_wants, key="lookup")
    tasks.supersede("lookup")

    with qtbot.assertNotEmitted(tasks.failed, wait=50):
        qtbot.waitUntil(lambda: not tasks._running)


def test_closing_waits_for_what_runs_and_drops_its_result(tasks: Tasks, qtbot: QtBot) -> None:
    running = Gate()
    tasks.run(Lane.READS, running, nobody_wants)
    assert running.entered.wait(5)
    threading.Timer(0.05, running.open).start()

    assert tasks.close()

    assert running.done
    qtbot.wait(10)


def test_closing_waits_for_a_superseded_question_that_still_runs(tasks: Tasks) -> None:
    """Its connection must not be taken away from under it."""
    running = Gate()
    tasks.run(Lane.READS, running, nobody_wants, key="lookup")
    assert running.entered.wait(5)
    tasks.supersede("lookup")
    threading.Timer(0.05, running.open).start()

    assert tasks.close()

    assert running.done


def test_closing_is_not_held_up_by_reads_that_never_began(tasks: Tasks) -> None:
    running = [Gate(), Gate()]
    for gate in running:
        tasks.run(Lane.READS, gate, nobody_wants)
        assert gate.entered.wait(5)
    tasks.run(Lane.READS, fail, nobody_wants)
    for gate in running:
        threading.Timer(0.05, gate.open).start()

    assert tasks.close()


def test_closing_does_what_waits_for_the_desks_own_store(tasks: Tasks) -> None:
    """A stop pressed just before is written."""
    first, written = Gate(), list[str]()
    tasks.run(Lane.DESK, first, nobody_wants)
    assert first.entered.wait(5)
    tasks.run(Lane.DESK, lambda: written.append("stop"), nobody_wants)
    threading.Timer(0.05, first.open).start()

    assert tasks.close()

    assert written == ["stop"]


def test_closing_tells_when_something_still_hangs(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.ui.tasks.CLOSE_SECONDS", 0.05)
    hanging = Gate()
    tasks.run(Lane.SENDER, hanging, nobody_wants)
    assert hanging.entered.wait(5)

    assert not tasks.close()

    hanging.open()


def test_the_last_thing_to_do_is_done_after_what_the_desk_wrote(tasks: Tasks) -> None:
    first, done = Gate(), list[str]()
    tasks.run(Lane.DESK, first, nobody_wants)
    assert first.entered.wait(5)
    tasks.run(Lane.DESK, lambda: done.append("written"), nobody_wants)
    threading.Timer(0.05, first.open).start()

    assert tasks.close(lambda: done.append("sent"))

    assert done == ["written", "sent"]


def test_the_last_thing_to_do_holds_nobody_up_when_it_hangs(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that is there, and never answers the COMMIT."""
    monkeypatch.setattr("console.ui.tasks.CLOSE_SECONDS", 0.05)
    hanging = Gate()

    assert not tasks.close(hanging)

    hanging.open()


def test_nothing_is_taken_after_the_end(tasks: Tasks) -> None:
    tasks.close()
    tasks.run(Lane.DESK, fail, nobody_wants, nobody_wants)
    assert not tasks._running


def test_at_once_everything_happens_where_it_is_asked_for(qapp: object) -> None:
    tasks, answers, errors = Tasks(executor=AtOnce()), list[object](), list[Exception]()
    tasks.run(Lane.READS, lambda: 1, answers.append)
    tasks.run(Lane.READS, fail, nobody_wants, errors.append)
    assert answers == [1]
    assert len(errors) == 1
    assert tasks.close()
