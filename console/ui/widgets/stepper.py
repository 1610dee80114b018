"""The stages of a journey on one line."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.label import plain_tip
from console.ui.widgets.themed import Themed


class StageState(Enum):
    """Where a stage stands."""

    DONE = "done"
    CURRENT = "current"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: its name, the line below it ("Mon 16 Nov", "Day 12, target 14"), its state."""

    name: str
    note: str
    state: StageState


class Stepper(Themed, QWidget):
    """Done stages are filled with a check, the current has a ring and a dot, the rest is hollow.

    It is one object to a screen reader: the name tells the stage, the description every date. Tab
    skips it.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._stages: tuple[Stage, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_journey(self, name: str, stages: tuple[Stage, ...]) -> None:
        """Show a journey; no stages mean that the person is in none."""
        self._stages = stages
        self.setAccessibleName(self._sentence(name))
        lines = [f"{stage.name}: {stage.note}" for stage in stages]
        self.setAccessibleDescription(". ".join(lines))
        self.setToolTip(plain_tip("\n".join(lines)))
        self.update()

    def _sentence(self, name: str) -> str:
        total = len(self._stages)
        for number, stage in enumerate(self._stages, 1):
            if stage.state is StageState.CURRENT:
                words = self.tr("Journey {0}: stage {1} of {2}, {3}")
                return words.format(name, number, total, stage.name)
        return self.tr("Journey {0}").format(name) if name else self.tr("In no journey")

    def sizeHint(self) -> QSize:
        lines = self.theme.line_height("h3") + self.theme.line_height("meta")
        return QSize(self.theme.px(480), self.theme.px(18 + 2) + lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._stages:
            paint.text(painter, self.theme, self.rect(), self.tr("In no journey"), "body", "text3")
            return
        step = self.width() / len(self._stages)
        for number, stage in enumerate(self._stages):
            left, end = round(number * step), round((number + 1) * step)
            if number + 1 < len(self._stages):
                self._draw_line(painter, stage, left, end)
            self._draw_mark(painter, stage, left)
            self._draw_words(painter, stage, QRect(left, 0, end - left - self.theme.px(8), 0))

    def _draw_line(self, painter: QPainter, stage: Stage, left: int, end: int) -> None:
        px, done = self.theme.px, stage.state is StageState.DONE
        thick = px(2) if done else max(1, px(1))
        top = px(9) - thick // 2
        line = QRect(left + px(18 + 5), top, end - left - px(18 + 10), thick)
        painter.fillRect(line, self.theme.color("accent" if done else "line_btn"))

    def _draw_mark(self, painter: QPainter, stage: Stage, left: int) -> None:
        theme, side = self.theme, self.theme.px(18)
        circle = QRectF(left, 0, side, side)
        if stage.state is StageState.DONE:
            paint.box(painter, theme, circle, "accent", radius=9)
            paint.icon(painter, theme, "check", "on_accent", left + theme.px(3), side // 2, 12)
            return
        current = stage.state is StageState.CURRENT
        inset = theme.factor * (1.0 if current else 0.75)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("accent" if current else "line_strong"), 2 * inset))
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        if current:
            paint.dot(painter, theme, QPoint(left + side // 2, side // 2), "accent", 8)

    def _draw_words(self, painter: QPainter, stage: Stage, column: QRect) -> None:
        theme, current = self.theme, stage.state is StageState.CURRENT
        future = stage.state is StageState.FUTURE
        style: Style = "h3" if current else "strong"
        ink: Role = "text3" if future else "text" if current else "text2"
        top, tall = theme.px(18 + 2), theme.line_height("h3")
        name = QRect(column.left(), top, column.width(), tall)
        paint.text(painter, theme, name, stage.name, style, ink)
        note = QRect(column.left(), top + tall, column.width(), theme.line_height("meta"))
        paint.text(painter, theme, note, stage.note, "meta", "accent_text" if current else "text3")
