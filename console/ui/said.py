"""What rules and services say, in the language of the window.

They know no language: they say English sentences, some with places for what they speak of. The
translations know each by its form, `{0}` standing for a place; what has no form, as all that is
published or was written by somebody, stays as it is. `./dev words` reads the forms from where they
stand, the labels and reasons of the shipped codes and the advice of the shipped playbooks too. When
a rule puts a sentence together from pieces, so that its form stands nowhere: its form here.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from console.settings import ENGLISH, LANGUAGES
from console.ui import text
from console.ui.language import file_of, read
from console.ui.text import translate

T = QT_TRANSLATE_NOOP

FORMS: tuple[object, ...] = (
    T("rules", "Outside calling hours there; they open {0} at {1}."),
    T("rules", "{0} agreed"),
    T("rules", "Called us. Open: {0}"),
    T("rules", "Worklist {0}, attempt {1} of {2}."),
    T("rules", "Asked on a form: {0}"),
    T("rules", "Asked by email: {0}"),
    T("rules", "Asked by text: {0}"),
    T("rules", "Asked over the portal: {0}"),
    T("rules", "Asked on a call: {0}"),
    T("rules", "Asked: {0}"),
    T("rules", "Asked to be called back: {0}"),
    T("rules", "We said that we call back: {0}"),
    T("rules", "Asked on a form."),
    T("rules", "Asked by email."),
    T("rules", "Asked by text."),
    T("rules", "Asked over the portal."),
    T("rules", "Asked on a call."),
    T("rules", "Asked."),
    T("rules", "Asked to be called back."),
    T("rules", "We said that we call back."),
    T("rules", "{0} It did not arrive."),
    T("rules", "1 message, the last {0}."),
    T("rules", "{0} messages, the last {1}."),
    T("rules", "An answer."),
    T("rules", "A call back."),
    T("rules", "A promise, due {0} by {1}."),
    T("rules", "A promise, was due {0} by {1}."),
    T("rules", "An answer, due {0} by {1}."),
    T("rules", "An answer, was due {0} by {1}."),
    T("rules", "A call back, due {0} by {1}."),
    T("rules", "A call back, was due {0} by {1}."),
    T("rules", "{0} This call keeps it."),
    T("rules", "{0}, due {1} by {2}."),
    T("rules", "{0}, was due {1} by {2}."),
    T("rules", "1 entry is"),
    T("rules", "{0} entries are"),
    T("rules", "1 statement to read"),
    T("rules", "{0} statements to read"),
    T("rules", "{0}; then {1}"),
    T("rules", "{0}, opened"),
    T("rules", "{0}, link clicked"),
    T("rules", "{0}, read"),
    T("rules", "{0}, answered"),
    T("rules", "{0}, sent in"),
    T("rules", "{0}, finished"),
    T("rules", "{0}, arrived"),
    T("rules", "{0}, attended"),
    T("rules", "moves {0} from {1} to {2}"),
    T("rules", "closes the {0} of {1}"),
    T("rules", "closes the {0} due {1}"),
    T("rules", "closes the {0}"),
    T("rules", "keeps the promise of {0}"),
    T("rules", "keeps the promise due {0}"),
    T("rules", "keeps the promise"),
    T("rules", "holds all outreach until the death is confirmed"),
    T("rules", "holds outreach while the complaint is open"),
    T("rules", "holds outreach"),
    T("rules", "marks {0} wrong"),
    T("rules", "{0} entered in error"),
    T("rules", "line {0}"),
    T("rules", "entry {0}"),
    T("rules", "row {0}"),
)
WORDS: tuple[object, ...] = (
    T("rules", "calls"),
    T("rules", "texts"),
    T("rules", "email"),
    T("rules", "mail"),
    T("rules", "portal messages"),
    T("rules", "marketing"),
    T("rules", "care"),
    T("rules", "by text"),
    T("rules", "phone number"),
    T("rules", "email address"),
    T("rules", "24 hours"),
    T("rules", "7 days"),
    T("rules", "today"),
    T("rules", "yesterday"),
    T("rules", "tomorrow"),
    T("rules", "Web form"),
    T("rules", "Web page"),
    T("rules", "Symptom checker"),
    T("rules", "Portal message"),
    T("rules", "Email"),
    T("rules", "Text"),
    T("rules", "Call"),
    T("rules", "Letter"),
    T("rules", "Pamphlet"),
    T("rules", "Appointment"),
    T("rules", "Visit"),
    T("rules", "Immunization"),
    T("rules", "Event"),
    T("rules", "Promise"),
    T("rules", "Worklist"),
    T("rules", "inquiry"),
    T("rules", "callback"),
    T("rules", "hand off"),
    T("rules", "unmet need"),
    T("rules", "complaint"),
    T("rules", "promise"),
    T("rules", "Awareness"),
    T("rules", "Acceptance"),
    T("rules", "Acquisition"),
    T("rules", "Conversion"),
    T("rules", "Retention"),
    T("rules", "Left out"),
    T("rules", "file"),
    T("rules", "zero"),
    T("rules", "one"),
    T("rules", "two"),
    T("rules", "three"),
    T("rules", "four"),
    T("rules", "five"),
    T("rules", "six"),
    T("rules", "seven"),
    T("rules", "eight"),
    T("rules", "nine"),
    T("rules", "ten"),
    T("rules", "eleven"),
    T("rules", "twelve"),
    T("rules", "month first"),
    T("rules", "day first"),
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(rf"(on )?({'|'.join(_WEEKDAYS)}) (\d+) ({'|'.join(_MONTHS)})( \d{{4}})?")
_PLACE = re.compile(r"\\\{\d\\\}")
_NEXT = re.compile(r"(?:, | and )(?=(?:moves|closes|keeps|holds|marks) )")
"""Between the consequences of a log, told in one sentence."""
_MOMENT = re.compile(r"(.+), (\d\d:\d\d)")
_BETWEEN = re.compile(r"(?<=[.?!”]) ")
RULES, ADVICE = "rules", "advice"
"""Contexts. A playbook's words are no rule's: "visit {0}" may begin what a person wrote."""
LONGEST = 600
"""Characters; what is longer is somebody's text."""


def said(sentence: str) -> str:
    """A sentence or a word of a rule or service, or several sentences in a row."""
    code = _code()
    if code == ENGLISH or len(sentence) > LONGEST:
        return sentence
    whole = _whole(sentence, code)
    return _one_by_one(sentence, code) if whole is None else whole


def advised(words: str) -> str:
    """What a playbook advises, or a reason of it; those of a center's own stay as they are."""
    code = _code()
    whole = None if code == ENGLISH else _whole(words, code, ADVICE)
    return said(words) if whole is None else whole


def _code() -> str:
    code = QLocale().name()[:2]
    return code if code in LANGUAGES else ENGLISH


def each(sentences: tuple[str, ...]) -> str:
    """Sentences one after the other."""
    return " ".join(said(sentence) for sentence in sentences)


def _whole(sentence: str, code: str, context: str = RULES) -> str | None:
    """By its form; None when it has none."""
    known, patterns = _forms(code, context)
    if sentence in known:
        return translate(context, sentence)
    if day := _DAY.fullmatch(sentence):
        return _day(*day.groups(default=""))
    for form, pattern, tail in patterns:
        if sentence.endswith(tail) and (found := pattern.fullmatch(sentence)):
            places = (_said_in(place) for place in found.groups())
            return translate(context, form).format(*places)
    bare = _whole(sentence[:-1], code, context) if sentence.endswith(".") else None
    return f"{bare}." if bare else None


def _said_in(place: str) -> str:
    """What stands in a sentence: several consequences, a day with its time, or anything."""
    if moment := _MOMENT.fullmatch(place):
        return f"{said(moment[1])}, {moment[2]}"
    return text.sentence_list([said(one) for one in _NEXT.split(place)])


def _one_by_one(sentences: str, code: str) -> str:
    """The longest beginning that is known, then the rest; a sentence that is not stays."""
    cuts = [found.start() for found in _BETWEEN.finditer(sentences)]
    for cut in reversed(cuts):
        if (words := _whole(sentences[:cut], code)) is not None:
            return f"{words} {said(sentences[cut + 1 :])}"
    return f"{sentences[: cuts[0]]} {said(sentences[cuts[0] + 1 :])}" if cuts else sentences


@cache
def _forms(
    code: str, context: str
) -> tuple[frozenset[str], tuple[tuple[str, re.Pattern[str], str], ...]]:
    """What is known as it stands; and with places, what says more first, with its end.

    "Asked by text: ..." is no "Asked: ...".
    """
    known = {source for where, source, comment in read(file_of(code)) if where == context
             and not comment}  # fmt: skip
    weight = {form: len(re.sub(r"\{\d\}", "", form)) for form in known if "{0}" in form}
    # What follows another sentence first, or that one would take it for a part of itself.
    forms = sorted(weight, key=lambda form: (form[:4] == "{0} ", weight[form]), reverse=True)
    return frozenset(known), tuple(
        (form, re.compile(_PLACE.sub("(.+?)", re.escape(form))), form.rpartition("}")[2])
        for form in forms
    )


def _day(on: str, weekday: str, day: str, month: str, year: str) -> str:
    """Such as "on Fri 13 Nov", in the order of `text.calendar_day`."""
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    name = locale.dayName(_WEEKDAYS.index(weekday) + 1, short)
    words = f"{name} {day} {locale.monthName(_MONTHS.index(month) + 1, short)}{year}"
    return translate("rules", "on {0}", "a day").format(words) if on else words
