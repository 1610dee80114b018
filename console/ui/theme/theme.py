"""The look in force: colours, text size and arrangement, told to whoever paints."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from console.ui.theme import fonts, icons
from console.ui.theme.layout import Layout, layout_for
from console.ui.theme.sheet import style_sheet
from console.ui.theme.tokens import DARK, LIGHT, Role, Tokens

__all__ = ["FACTORS", "Layout", "Mode", "Theme", "layout_for"]

FACTORS = (1.0, 1.15, 1.25, 1.5, 1.75, 2.0)


class Mode(Enum):
    """What the person chose; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """The one source of colours, fonts and sizes; every widget gets it as its first argument.

    Attributes:
        tokens: the colours in force.
        factor: text size, 1.0 to 2.0; every size of the design is multiplied by it.
        layout: the arrangement that the window picked from its width.
        chords: what stands on a cap in the place of a chord as it comes.

    Signals:
        changed: colours, sizes, arrangement or keys are new; read them again and repaint.
    """

    changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, mode: Mode = Mode.SYSTEM, factor: float = 1.0
    ) -> None:
        super().__init__(parent)
        self.mode = mode
        self.factor = factor
        self.layout = Layout.WIDE
        self.chords: Mapping[str, str] = {}
        self.tokens = self._pick()
        self._app: QApplication | None = None
        self._fonts: dict[str, QFont] = {}
        self._colors: dict[str, QColor] = {}

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self.tokens is DARK

    @property
    def compact(self) -> bool:
        """Whether the arrangement is one of the two tight ones."""
        return self.layout is not Layout.WIDE

    @property
    def narrow(self) -> bool:
        """Whether panes lie piled in one column."""
        return self.layout is Layout.NARROW

    def apply(self, app: QApplication) -> None:
        """Dress the application; call once, before the first window is built."""
        self._app = app
        if not app.styleSheet():  # nobody dressed it before
            app.setStyle(QStyleFactory.create("Fusion"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)
        self._dress()

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark or the desktop's own."""
        self.set_look(mode, self.factor)

    def set_factor(self, factor: float) -> None:
        """Choose the text size."""
        self.set_look(self.mode, factor)

    def set_look(self, mode: Mode, factor: float) -> None:
        """Choose both at once: each change dresses everything anew, which is seen."""
        factor = min(max(factor, FACTORS[0]), FACTORS[-1])
        if (mode, factor) != (self.mode, self.factor):
            self.mode, self.factor = mode, factor
            self._renew()

    def set_layout(self, layout: Layout) -> None:
        """Tell the arrangement that the window picked; sizes of some parts hang on it."""
        if layout is not self.layout:
            self.layout = layout
            self._fonts.clear()
            self.changed.emit()

    def set_chords(self, chords: Mapping[str, str]) -> None:
        """Tell the chords that were chosen, by the ones that they replace on caps."""
        if chords != self.chords:
            self.chords = chords
            self.changed.emit()

    def px(self, n: float) -> int:
        """Scale design pixels by the text size; what is not nothing stays at least one pixel."""
        return max(1, round(n * self.factor)) if n > 0 else round(n * self.factor)

    def fit(self, wide: float, compact: float, narrow: float) -> int:
        """Scale whichever of these design pixels belongs to the arrangement in force."""
        sizes = {Layout.WIDE: wide, Layout.COMPACT: compact, Layout.NARROW: narrow}
        return self.px(sizes[self.layout])

    def font(self, style: fonts.Style) -> QFont:
        """Give the font of a type style at the text size in force."""
        if style not in self._fonts:
            self._fonts[style] = fonts.build(self._style(style), self.factor)
        return self._fonts[style]

    def line_height(self, style: fonts.Style) -> int:
        """Give the distance of two lines of a type style, in pixels."""
        return self.px(self._style(style).line)

    def color(self, role: Role) -> QColor:
        """Give the colour of a role; it is everybody's, to be read alone."""
        if role not in self._colors:
            self._colors[role] = QColor(self.tokens.color(role))
        return self._colors[role]

    def pixmap(self, name: str, role: Role, size: int = 16, ratio: float = 1.0) -> QPixmap:
        """Give an icon in a role's colour; `size` in design pixels."""
        return icons.pixmap(name, self.tokens.color(role), self.px(size), ratio)

    def icon(self, name: str, role: Role = "text2", size: int = 16) -> QIcon:
        """Give an icon for menus and actions; it greys by itself when they are disabled."""
        tokens = self.tokens
        return icons.icon(name, tokens.color(role), tokens.disabled, self.px(size))

    def _style(self, style: fonts.Style) -> fonts.TypeStyle:
        return fonts.SAY_COMPACT if style == "say" and self.compact else fonts.STYLES[style]

    def _pick(self) -> Tokens:
        if self.mode is Mode.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self.mode is Mode.DARK else LIGHT

    def _renew(self) -> None:
        self.tokens = self._pick()
        self._fonts.clear()
        self._colors.clear()
        icons.forget()
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        if self._app is None:
            return
        sheet = style_sheet(self.tokens, self.factor)
        if sheet != self._app.styleSheet():  # each dresses every widget there is
            self._app.setFont(self.font("body"))
            self._app.setPalette(_palette(self.tokens))
            self._app.setStyleSheet(sheet)

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        if self.mode is Mode.SYSTEM and self._pick() is not self.tokens:
            self._renew()


def _palette(tokens: Tokens) -> QPalette:
    """Give Qt's own parts (menus, dialogs, selections) the colours of the tokens."""
    part = QPalette.ColorRole
    roles: dict[QPalette.ColorRole, Role] = {
        part.Window: "canvas",
        part.WindowText: "text",
        part.Base: "surface",
        part.AlternateBase: "sunken",
        part.Text: "text",
        part.PlaceholderText: "text3",
        part.Button: "surface",
        part.ButtonText: "text",
        part.BrightText: "on_accent",
        part.ToolTipBase: "surface",
        part.ToolTipText: "text",
        part.Highlight: "accent",
        part.HighlightedText: "on_accent",
        part.Accent: "accent",
        part.Link: "accent_text",
        part.LinkVisited: "accent_text",
        part.Light: "surface",
        part.Midlight: "hover",
        part.Mid: "line",
        part.Dark: "line_strong",
        part.Shadow: "line_strong",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, QColor(tokens.color(name)))
    for role in (part.WindowText, part.Text, part.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette
