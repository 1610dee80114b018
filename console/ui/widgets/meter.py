"""Small painted measures: marketing pressure, progress of a script or of work, waiting rows."""

from PySide6.QtCore import QRect, QSize, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed

FIXED = QSizePolicy.Policy.Fixed


class Meter(Themed, QWidget):
    """How many of the allowed contacts of a period are used up."""

    def __init__(
        self, theme: Theme, filled: int = 0, total: int = 3, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setSizePolicy(FIXED, FIXED)
        self.set_meter(filled, total)

    def set_meter(self, filled: int, total: int) -> None:
        """Show other numbers."""
        self._filled, self._total = filled, total
        self.setAccessibleName(self.tr("{0} of {1}").format(filled, total))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        return QSize(self._total * px(13) + (self._total - 1) * px(2), px(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self.theme.px
        top = (self.height() - px(8)) // 2
        for number in range(self._total):
            segment = QRect(number * px(15), top, px(13), px(8))
            filled = number < self._filled
            fill: Role | None = "accent" if filled else None
            paint.box(painter, self.theme, segment, fill, None if filled else "line_strong",
                      radius=3)  # fmt: skip


class Progress(Themed, QWidget):
    """How far a script has come: one segment per step; the words stand beside it."""

    def __init__(
        self, theme: Theme, step: int = 0, steps: int = 1, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, FIXED)
        self.set_progress(step, steps)

    def set_progress(self, step: int, steps: int) -> None:
        """Show other numbers; steps before `step` are done."""
        self._step, self._steps = step, max(1, steps)
        self.setAccessibleName(self.tr("Step {0} of {1}").format(step, steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.fit(4, 4, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, gap = QPainter(self), self.theme.px(4)
        width = (self.width() - gap * (self._steps - 1)) / self._steps
        for number in range(1, self._steps + 1):
            left = round((number - 1) * (width + gap))
            segment = QRect(left, 0, round(width), self.height())
            role: Role = "accent" if number < self._step else "line"
            paint.box(painter, self.theme, segment, "c2" if number == self._step else role,
                      radius=2)  # fmt: skip


class Gauge(Themed, QWidget):
    """How much of one long piece of work is done; the words stand beside it."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, FIXED)

    def set_share(self, share: float) -> None:
        """Show another share, from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(self.tr("{0} %").format(int(100 * self._share)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.theme, self.rect(), "line", radius=2)
        done = self.rect()
        done.setWidth(round(self.width() * self._share))
        if done.width() > 0:
            paint.box(painter, self.theme, done, "accent", radius=2)


class Skeleton(Themed, QWidget):
    """Grey rows in the place of a list that is being read; shown after 150 ms only."""

    DELAY = 150
    BEAT = 600

    def __init__(
        self, theme: Theme, rows: int = 4, *, shimmer: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._rows, self._shimmer, self._drawn, self._bright = rows, shimmer, False, False
        self.setAccessibleName(self.tr("Loading"))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    def draw_now(self) -> None:
        """Wait no longer: whoever shows it has waited."""
        self._on_timeout()

    @Slot()
    def _on_timeout(self) -> None:
        self._bright = self._drawn and not self._bright
        self._drawn = True
        if self._shimmer:
            self._timer.start(self.BEAT)
        else:
            self._timer.stop()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self._rows * self.theme.px(46))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawn = False
        self._timer.start(self.DELAY)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._drawn:
            return
        painter, px = QPainter(self), self.theme.px
        role: Role = "pressed" if self._bright else "hover"
        for row in range(self._rows):
            top, left = row * px(46) + px(8), px(28 + 12)
            paint.box(painter, self.theme, QRect(0, top, px(28), px(28)), role, radius=14)
            wide = max(px(40), round((self.width() - left) * (0.55 - 0.1 * (row % 3))))
            paint.box(painter, self.theme, QRect(left, top + px(2), wide, px(10)), role, radius=4)
            less = round(wide * 0.7)
            paint.box(painter, self.theme, QRect(left, top + px(18), less, px(8)), role, radius=4)
