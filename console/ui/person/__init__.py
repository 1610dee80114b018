"""The person pane: header, opening lines and the sheet that verifies who is speaking."""

from console.ui.person.pane import PersonPane
from console.ui.person.values import Answer, Headline, Masked, VerifyPerson, VerifyResults
from console.ui.person.verify import VerifySheet

__all__ = [
    "Answer",
    "Headline",
    "Masked",
    "PersonPane",
    "VerifyPerson",
    "VerifyResults",
    "VerifySheet",
]
