"""The sheet of reasons: every step that the journeys advise, why, and what holds others back."""

from PySide6.QtWidgets import QWidget

from console.models.views import NextStepView
from console.ui.guide.sheet import GuideSheet
from console.ui.parts import Marked, clear
from console.ui.said import advised
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role


class ReasonsSheet(GuideSheet):
    """All of them, where the cards show the first few; what was put aside stays listed."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="list-checks", icon_role="accent",
                         key="Alt+W", done=self.tr("Back"))  # fmt: skip
        self.set_title(self.tr("Why these steps"))

    def show_reasons(self, steps: tuple[NextStepView, ...], put_aside: frozenset[str]) -> None:
        """Fill the sheet; `put_aside` are ids of steps dismissed on this call."""
        clear(self.page.column)
        for step in steps:
            icon = "hand" if step.blocked_by else "arrow-right"
            below = self._below(step, put_aside)
            role: Role = "text3" if step.blocked_by else "accent_text"
            row = Marked(self.theme, icon, role, advised(step.prompt), below=below, style="h3",
                         parent=self.page.widget())  # fmt: skip
            self.page.column.addWidget(row)
        if not steps:
            words = self.tr("Nothing is advised now. Steps come with a person and a journey.")
            self.page.column.addWidget(
                Marked(self.theme, "info", "text3", words, parent=self.page.widget())
            )
        self.page.column.addStretch(1)

    def _below(self, step: NextStepView, put_aside: frozenset[str]) -> str:
        told = [self._because(tuple(reason.text for reason in step.reasons))]
        if step.blocked_by:
            told.append(self.tr("Held back: {0}.").format(_joined(step.blocked_by)))
        if step.id in put_aside:
            told.append(self.tr("Put aside on this call."))
        return " ".join(filter(None, told))

    def _because(self, reasons: tuple[str, ...]) -> str:
        return self.tr("Why: {0}.").format(_joined(reasons)) if reasons else ""


def _joined(sentences: tuple[str, ...]) -> str:
    return "; ".join(advised(sentence).rstrip(".") for sentence in sentences)
