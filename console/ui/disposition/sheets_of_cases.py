"""Sheets of effects that are a case in words: unmet need, hand-off, complaint."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from console.models.draft import DraftHandOff
from console.ui.disposition.effect_sheet import EffectSheet
from console.ui.disposition.model import EffectContext
from console.ui.disposition.when_field import WhenField
from console.ui.theme.theme import Theme
from console.ui.widgets import Field


class _TextSheet(EffectSheet):
    """One line of text."""

    def __init__(self, theme: Theme, key: str, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", key, bar=bar, parent=parent)
        self.what = Field(theme, " ", parent=self)
        self.body.addWidget(self.what)

    def fill(self, value: object, context: EffectContext) -> None:
        self.what.set_text(value if isinstance(value, str) else "")
        self.what.set_error("")

    def focus_first(self) -> None:
        self.what.focus()

    def submit(self) -> None:
        what = self.required(self.what, self._wanted())
        if what:
            self.give(what)

    def _wanted(self) -> str:
        raise NotImplementedError


class UnmetNeedSheet(_TextSheet):
    """What was asked for that is not offered."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "Alt+U", bar=bar, parent=parent)
        self.set_title(self.tr("Unmet need"))
        self.what.set_label(self.tr("What was asked for that is not offered"))
        self.what.edit.setPlaceholderText(self.tr("Flu shot after 18:00"))

    def _wanted(self) -> str:
        return self.tr("Say what was asked for.")


class ComplaintSheet(_TextSheet):
    """What the person complains of."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "Alt+O", bar=bar, parent=parent)
        self.set_title(self.tr("Complaint"))
        self.what.set_label(self.tr("What the person complains of, in their words"))

    def _wanted(self) -> str:
        return self.tr("Say what the complaint is.")


class MissedSheet(_TextSheet):
    """Why a required statement was not read; without a reason nothing is logged."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", bar=bar, parent=parent)
        self.set_title(self.tr("Statement not read"))
        self.what.set_label(self.tr("Why the required statement was not read aloud"))

    def _wanted(self) -> str:
        return self.tr("Say why it was not read.")


class HandOffSheet(EffectSheet):
    """To whom a case goes, what it is, and by when an answer is due."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", "Alt+G", bar=bar, parent=parent)
        self.set_title(self.tr("Hand off"))
        self.to = Field(theme, self.tr("To"), placeholder=self.tr("Department or team"),
                        parent=self)  # fmt: skip
        self.what = Field(theme, self.tr("What they shall do"), parent=self)
        self.when = WhenField(theme, self.tr("Answer due"), optional=self.tr("Optional"),
                              parent=self)  # fmt: skip
        for part in (self.to, self.what, self.when):
            self.body.addWidget(part)

    def fill(self, value: object, context: EffectContext) -> None:
        known = value if isinstance(value, DraftHandOff) else None
        self._offer(context.teams)
        self.to.set_text(known.to if known else "")
        self.what.set_text(known.what if known else "")
        self.to.set_error("")
        self.what.set_error("")
        self.when.set_when(known.due_at if known else None, context)

    def focus_first(self) -> None:
        self.to.focus()

    def submit(self) -> None:
        to = self.required(self.to, self.tr("Say who takes it over."))
        what = self.required(self.what, self.tr("Say what they shall do.")) if to else ""
        if not what:
            return
        if self.when.at is None and self.when.text().strip():
            self.when.complain()
            return
        self.give(DraftHandOff(to=to, what=what, due_at=self.when.at))

    def _offer(self, teams: tuple[str, ...]) -> None:
        completer = QCompleter(list(teams), self.to.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("popup", True)
        popup.setAccessibleName(self.tr("Teams"))
        completer.setPopup(popup)
        self.to.edit.setCompleter(completer)
