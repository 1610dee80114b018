"""Dates and times as they are typed in the language of the window, for rules that read English.

Rules and services take numbers month first. Where the language puts the day first, what is typed
is turned round here; what can only be meant the other way is understood either way.
"""

import re
from datetime import datetime

from PySide6.QtCore import QLocale

from console.rules import when
from console.rules.birth_dates import in_few_figures

_NUMBERS = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b")
_FIGURES = re.compile(r"(\d{2})(\d{2})(\d{2}|(?:18|19|20)\d{2})")


def day_first() -> bool:
    """Whether the language writes 9 June as 9/6."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:  # no language was picked
        return False
    order = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return order.find("d") < order.find("M")


def dates(typed: str) -> str:
    """The text with its dates of numbers month first: "Ruiz 9/6/1974" is "Ruiz 6/9/1974"."""
    if not day_first():
        return typed
    return _NUMBERS.sub(r"\3\2\1\2\4", typed)


def birth_date(typed: str) -> str:
    """A birth date alone, also in figures without anything between: "090674", "9674".

    Few figures that may be two days stay as they are.
    """
    days = in_few_figures(typed, day_first=day_first())
    if len(days) == 1:
        return next(iter(days))
    if (
        day_first()
        and (figures := _FIGURES.fullmatch(typed))
        and int(figures[2]) <= when.LAST_MONTH
    ):
        return f"{figures[2]}/{figures[1]}/{figures[3]}"
    return dates(typed)


def is_two_days(typed: str) -> bool:
    """Whether few figures may be two days."""
    return len(in_few_figures(typed, day_first=day_first())) > 1


def time(typed: str, now: datetime, zone: str) -> when.When:
    """The time meant, in the zone of the person."""
    return when.parse(typed, now, zone, day_first=day_first())
