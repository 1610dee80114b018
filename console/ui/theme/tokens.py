"""The colours, light and dark, that every pixel of the window is painted with."""

from dataclasses import dataclass, fields
from typing import Literal

Role = Literal[
    "canvas", "surface", "sunken", "hover", "pressed",
    "line", "line_btn", "line_strong",
    "text", "text2", "text3", "disabled",
    "accent", "accent_hover", "accent_text", "accent_tint", "accent_line", "on_accent",
    "ok", "ok_tint", "ok_line",
    "warn", "warn_tint", "warn_line",
    "bad", "bad_tint", "bad_line",
    "c1", "c2", "c4",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour per role, as "#RRGGBB"; `line` and `line_btn` never carry meaning alone."""

    canvas: str
    surface: str
    sunken: str
    hover: str
    pressed: str
    line: str
    line_btn: str
    line_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_tint: str
    accent_line: str
    on_accent: str
    ok: str
    ok_tint: str
    ok_line: str
    warn: str
    warn_tint: str
    warn_line: str
    bad: str
    bad_tint: str
    bad_line: str
    c1: str
    c2: str
    c4: str

    def color(self, role: Role) -> str:
        """Give the colour of a role."""
        value: str = getattr(self, role)
        return value


ROLES: tuple[str, ...] = tuple(field.name for field in fields(Tokens))

LIGHT = Tokens(
    canvas="#EEF0F4",
    surface="#FFFFFF",
    sunken="#F6F7F9",
    hover="#EEF1F6",
    pressed="#E2E6EE",
    line="#DFE3EA",
    line_btn="#C9CFDA",
    line_strong="#7C8596",
    text="#171B24",
    text2="#474F5E",
    text3="#626B7B",
    disabled="#9AA2B0",
    accent="#3150C8",
    accent_hover="#2844AE",
    accent_text="#2A47BA",
    accent_tint="#EAEEFC",
    accent_line="#B9C5F3",
    on_accent="#FFFFFF",
    ok="#0E6B3C",
    ok_tint="#E3F4EA",
    ok_line="#A9DABD",
    warn="#8A4B05",
    warn_tint="#FDF1DC",
    warn_line="#EFCF9A",
    bad="#B1201B",
    bad_tint="#FCE9E7",
    bad_line="#F2B8B3",
    c1="#3150C8",
    c2="#6F86E3",
    c4="#8A93A3",
)

DARK = Tokens(
    canvas="#0E1014",
    surface="#16191F",
    sunken="#1B1F27",
    hover="#232833",
    pressed="#2C323F",
    line="#2A303B",
    line_btn="#3B4250",
    line_strong="#6F798B",
    text="#ECEEF3",
    text2="#B7BECA",
    text3="#929BAA",
    disabled="#626B79",
    accent="#5B78F0",
    accent_hover="#6F89F3",
    accent_text="#A3B4FA",
    accent_tint="#1E2747",
    accent_line="#3A4C90",
    on_accent="#0B0E16",
    ok="#6FD49A",
    ok_tint="#14301F",
    ok_line="#245C3B",
    warn="#F0BB66",
    warn_tint="#33260F",
    warn_line="#66491A",
    bad="#FF9C94",
    bad_tint="#3B1917",
    bad_line="#75302B",
    c1="#5B78F0",
    c2="#8CA1F6",
    c4="#6B7485",
)
