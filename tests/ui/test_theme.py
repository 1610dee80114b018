"""The look itself: contrast, icons, fonts, text size, arrangement."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from console.ui.theme import fonts, icons
from console.ui.theme.sheet import style_sheet
from console.ui.theme.theme import Layout, Mode, Theme, layout_for
from console.ui.theme.tokens import DARK, LIGHT, Role, Tokens
from console.ui.widgets import Label, button, slot
from console.ui.widgets.mark import TAG_COLORS

TEXT, PART = 4.5, 3.0

# What else stands on what, read off the painting code. When you paint a new pair, add it.
# `disabled`, `line`, `line_btn` and the `_line` edges never carry meaning alone, and need nothing.
STANDS_ON: list[tuple[tuple[Role, ...], tuple[Role, ...], float]] = [
    (("text", "text2"), ("surface", "canvas", "sunken", "hover", "pressed", "accent_tint"), TEXT),
    (("text", "text2"), ("ok_tint", "warn_tint", "bad_tint"), TEXT),
    (("text3",), ("surface", "canvas", "sunken", "hover", "accent_tint"), TEXT),
    (("accent_text",), ("surface", "canvas", "hover", "pressed", "accent_tint"), TEXT),
    (("ok", "warn", "bad"), ("surface", "canvas", "hover", "pressed", "accent_tint"), TEXT),
    (("on_accent",), ("accent", "accent_hover"), TEXT),  # key caps and the ring of Log too
    # Rings of the focus, marks of what is chosen.
    (("accent",), ("surface", "canvas", "sunken", "hover", "pressed", "accent_tint"), PART),
    (("accent",), ("ok_tint", "warn_tint", "bad_tint"), PART),
    # Edges of fields and boxes, handles of scroll bars; steps of a script.
    (("line_strong",), ("surface", "canvas", "sunken", "hover", "accent_tint"), PART),
    (("text3",), ("surface", "canvas", "sunken"), PART),
    (("c2",), ("surface",), PART),
]

# (ink, ground, least ratio, light, dark): the table of DESIGN, section 3.
CONTRASTS: list[tuple[Role, Role, float, float, float]] = [
    ("text", "surface", TEXT, 17.23, 15.16),
    ("text", "canvas", TEXT, 15.10, 16.40),
    ("text2", "surface", TEXT, 8.24, 9.42),
    ("text2", "sunken", TEXT, 7.69, 8.83),
    ("text2", "hover", TEXT, 7.28, 7.89),
    ("text3", "surface", TEXT, 5.37, 6.28),
    ("text3", "sunken", TEXT, 5.01, 5.89),
    ("text3", "canvas", TEXT, 4.71, 6.79),
    ("text3", "accent_tint", TEXT, 4.64, 5.22),
    ("text2", "accent_tint", TEXT, 7.12, 7.82),
    ("accent_text", "surface", TEXT, 7.75, 8.77),
    ("accent_text", "accent_tint", TEXT, 6.69, 7.29),
    ("on_accent", "accent", TEXT, 6.75, 4.95),
    ("on_accent", "accent_hover", TEXT, 8.31, 6.02),
    ("ok", "ok_tint", TEXT, 5.77, 7.85),
    ("warn", "warn_tint", TEXT, 6.08, 8.43),
    ("bad", "bad_tint", TEXT, 5.81, 7.80),
    ("text", "warn_tint", TEXT, 15.42, 12.70),
    ("text2", "warn_tint", TEXT, 7.38, 7.88),
    ("text2", "bad_tint", TEXT, 7.04, 8.40),
    ("ok", "surface", TEXT, 6.59, 9.69),
    ("warn", "surface", TEXT, 6.80, 10.06),
    ("bad", "surface", TEXT, 6.79, 8.75),
    ("accent", "surface", PART, 6.75, 4.52),
    ("accent", "accent_tint", PART, 5.83, 3.75),
    ("accent", "canvas", PART, 5.91, 4.89),
    ("line_strong", "surface", PART, 3.72, 4.01),
    ("line_strong", "canvas", PART, 3.26, 4.34),
    ("c2", "surface", PART, 3.39, 7.16),
    ("c4", "surface", PART, 3.10, 3.74),
]


def luminance(color: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str) -> float:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground", "least", "light", "dark"), CONTRASTS)
def test_contrast_reaches_the_limit_and_the_table(
    ink: Role, ground: Role, least: float, light: float, dark: float
) -> None:
    for tokens, stated in ((LIGHT, light), (DARK, dark)):
        ratio = contrast(tokens.color(ink), tokens.color(ground))
        assert ratio >= least
        assert ratio == pytest.approx(stated, abs=0.02)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_all_that_is_painted_stands_out(tokens: Tokens) -> None:
    faint = [
        f"{ink} on {ground}: {ratio:.2f}, needs {least}"
        for inks, grounds, least in STANDS_ON
        for ink in inks
        for ground in grounds
        if (ratio := contrast(tokens.color(ink), tokens.color(ground))) < least
    ]
    assert faint == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_look_of_a_button_tag_and_message_can_be_read(tokens: Tokens) -> None:
    """Read from the tables that they are painted from, so that a new kind is measured too."""
    pairs = {(look.ink, ground) for look in button._LOOKS.values() for ground in _grounds(look)}
    pairs |= {(ink, fill) for fill, ink in TAG_COLORS.values()}
    pairs |= {(ink, fill) for fill, _, ink, _ in slot.LOOKS.values()}
    faint = [
        (ink, ground)
        for ink, ground in pairs
        if contrast(tokens.color(ink), tokens.color(ground)) < TEXT
    ]
    assert faint == []


def _grounds(look: button._Look) -> set[Role]:
    return {look.fill or "surface", look.hover, look.pressed}


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(mode=Mode.LIGHT)


def test_every_icon_is_drawn_in_the_colour_of_its_role(theme: Theme) -> None:
    names = icons.names()
    assert len(names) >= 70
    for name in names:
        image = theme.pixmap(name, "bad", 16, 2.0).toImage()
        drawn = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        ]
        assert drawn, name
        assert {color.name().upper() for color in drawn} == {LIGHT.bad}, name


def test_a_new_mode_tints_icons_anew(theme: Theme) -> None:
    before = theme.pixmap("phone", "accent").toImage()
    theme.set_mode(Mode.DARK)
    assert theme.pixmap("phone", "accent").toImage() != before


def test_inter_is_bundled(theme: Theme) -> None:
    assert fonts.family().startswith("Inter")


def test_a_clock_keeps_its_width(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font("clock"))
    assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("08:48")


def test_text_size_multiplies_fonts_and_pixels(theme: Theme) -> None:
    sizes = []
    theme.changed.connect(lambda: sizes.append(theme.px(32)))
    theme.set_factor(2.0)
    assert sizes == [64]
    assert theme.font("body").pixelSize() == 26
    assert theme.line_height("body") == 36
    theme.set_factor(9.0)
    assert theme.factor == 2.0


@pytest.mark.parametrize(
    ("size", "factor", "layout"),
    [
        ((1920, 1080), 1.0, Layout.WIDE),
        ((1600, 900), 1.0, Layout.WIDE),
        ((1599, 900), 1.0, Layout.COMPACT),
        ((1366, 768), 1.0, Layout.COMPACT),
        ((1099, 768), 1.0, Layout.NARROW),
        ((1920, 1080), 1.25, Layout.COMPACT),
        ((1920, 1080), 2.0, Layout.NARROW),
        ((1366, 500), 1.0, Layout.NARROW),
    ],
)
def test_effective_size_picks_the_layout(
    size: tuple[int, int], factor: float, layout: Layout
) -> None:
    assert layout_for(*size, factor) is layout


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("factor", [1.0, 1.15, 2.0])
def test_the_sheet_is_filled_in(tokens: Tokens, factor: float) -> None:
    sheet = style_sheet(tokens, factor)
    assert "$" not in sheet
    assert f"placeholder-text-color: {tokens.text3}" in sheet
    assert "font" not in sheet


def test_markup_is_shown_literally(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "<img src=x> <b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<img src=x> <b>bold</b>"
    assert label.accessibleName() == label.text()
    label.resize(20, 18)
    label.show()
    assert "&lt;img" in label.toolTip()


def test_importing_the_widgets_reads_no_database_and_no_models() -> None:
    code = (
        "import sys, console.ui.widgets, console.ui.theme.theme;"
        "print([n for n in ('sqlalchemy', 'pydantic', 'psycopg') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
