"""The one style sheet of the application: fields, lists, menus, tables and scroll bars."""

from dataclasses import asdict
from string import Template

from console.ui.theme.tokens import Tokens

# When you add a rule: colours as $role, design pixels as ${n} (scaled by the text size), hair
# lines as plain 1px and rings as 2px. A rule for a focused part takes 1px off its padding and 2px
# off its height, so that nothing shifts when the ring comes. Set no fonts here: a rule that names
# a font takes setFont() away from every widget it matches.
_RULES = """
QMainWindow, QDialog { background: $canvas; }
QToolTip { color: $text; background: $surface; border: 1px solid $line_btn; padding: ${4}; }

QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QDateTimeEdit {
  color: $text; background: $surface; border: 1px solid $line_strong; border-radius: ${6};
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $text3;
}
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit { padding: 0 ${9}; min-height: ${30}; }
QPlainTextEdit { padding: ${3} ${7}; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus {
  border: 2px solid $accent; padding: 0 ${9-1}; min-height: ${30-2};
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: ${3-1} ${7-1}; }
QLineEdit[bad="true"], QComboBox[bad="true"], QPlainTextEdit[bad="true"] { border-color: $bad; }
QLineEdit[bad="true"]:focus, QComboBox[bad="true"]:focus, QPlainTextEdit[bad="true"]:focus {
  border-color: $accent;
}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  color: $disabled; background: $sunken; border-color: $line; placeholder-text-color: $text3;
}
QLineEdit[icon="true"] { padding-left: ${34}; }
QLineEdit[icon="true"]:focus { padding-left: ${34-1}; }
QLineEdit[tone="sunken"] { background: $sunken; border-color: $line_btn; }
QLineEdit[tone="sunken"]:focus { background: $surface; border-color: $accent; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
  border: none; background: transparent; padding: 0; min-height: 0; border-radius: 0;
}
QComboBox:!editable { padding-left: ${11}; }
QComboBox:!editable:focus { padding-left: ${11-1}; }
QComboBox { padding-right: ${28}; }
QComboBox:focus { padding-right: ${28-1}; }
QComboBox::drop-down { border: none; width: ${28}; }
QComboBox::down-arrow { image: none; }

QAbstractItemView {
  color: $text; background: $surface; border: none;
  selection-background-color: $accent_tint; selection-color: $text;
}
QAbstractItemView[bare="true"] { background: transparent; }
QListView[popup="true"] {
  border: 1px solid $line_btn; border-radius: ${6}; padding: ${4};
}

QMenu { background: $surface; border: 1px solid $line_btn; border-radius: ${8}; padding: ${4}; }
QMenu::item {
  color: $text; padding: ${6} ${24} ${6} ${10}; border-radius: ${4}; background: transparent;
  border: 1px solid transparent;
}
QMenu::item:selected { background: $accent_tint; border-color: $accent; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: ${8}; }
QMenu::separator { height: 1px; background: $line; margin: ${4} ${6}; }

QTableView, QTreeView { gridline-color: transparent; alternate-background-color: $surface; }
QTableView::item, QTreeView::item { border-bottom: 1px solid $line; padding: 0 ${8}; }
QTableView::item:selected, QTreeView::item:selected { background: $accent_tint; color: $text; }
QHeaderView { background: $sunken; border: none; }
QTableCornerButton::section { background: $sunken; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${10}; margin: ${2}; }
QScrollBar:horizontal { background: transparent; height: ${10}; margin: ${2}; }
QScrollBar::handle { background: $line_strong; border-radius: ${3}; }
QScrollBar::handle:vertical { min-height: ${32}; }
QScrollBar::handle:horizontal { min-width: ${32}; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
"""


class _Sheet(Template):
    """Reads $role as a colour and ${n} or ${n-1} as scaled pixels."""

    idpattern = r"(?-i:[a-z][a-z0-9_]*)"
    braceidpattern = r"[0-9]+(?:-[12])?"


class _Values(dict[str, str]):
    def __init__(self, tokens: Tokens, factor: float) -> None:
        super().__init__(asdict(tokens))
        self._factor = factor

    def __missing__(self, key: str) -> str:
        # "10-1" is ten scaled pixels less one real one, which the focus ring takes.
        number, _, less = key.partition("-")
        scaled = max(1, round(int(number) * self._factor))
        return f"{scaled - int(less or 0)}px"


def style_sheet(tokens: Tokens, factor: float) -> str:
    """Write the style sheet for a set of colours and a text size."""
    return _Sheet(_RULES).substitute(_Values(tokens, factor))
