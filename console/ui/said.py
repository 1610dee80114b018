"""Sentences of the rules in the language of the window.

The rules know no language: they say English sentences, some with places for what they speak of.
Here each is known by its form, `{0}` standing for a place, and put into the language of the
window; what has no form here, as all that is published or was written by somebody, stays as it is.
When you add a sentence to a rule: its form here, its words by `./dev words`.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from console.ui.text import translate

T = QT_TRANSLATE_NOOP

FORMS: tuple[object, ...] = (
    T("rules", "Recorded as deceased."),
    T(
        "rules",
        "This is not a date. Write “24 mar”, “3/24/2024”, “mar 2024”, “last tue” or “earliest”.",
    ),
    T("rules", "In hospital now; outreach waits."),
    T("rules", "Bereaved; outreach waits."),
    T("rules", "Lost a pregnancy; outreach waits."),
    T("rules", "A complaint is open; outreach waits for its answer."),
    T("rules", "On hold for confidentiality."),
    T("rules", "Reported deceased, not yet confirmed."),
    T("rules", "Asked us to stop everything, {0}."),
    T("rules", "Asked us to stop marketing, {0}."),
    T("rules", "Asked us to stop {0} to {1}, {2}."),
    T("rules", "Asked us to stop {0}, {1}."),
    T("rules", "Asked to be reached only where the confidential instruction says."),
    T("rules", "A minor: no marketing."),
    T("rules", "No consent to marketing by email."),
    T("rules", "Has not agreed to {0} about care."),
    T("rules", "{0} {1} contacts in {2}; the cap is {3}."),
    T("rules", "Calling hours never open in all the zones on file."),
    T("rules", "Outside calling hours there; they open {0} at {1}."),
    T("rules", "No {0} on file."),
    T("rules", "This {0} is marked wrong."),
    T("rules", "Every {0} on file is marked wrong."),
    T("rules", "No written consent to marketing {0}."),
    T("rules", "Has not been asked about {0} on {1}."),
    T("rules", "Outside calling hours; asked for at this time."),
    T("rules", "{0} agreed"),
    T("rules", "The content is no longer in the library."),
    T("rules", "Pick a reason."),
    T("rules", "Write a note."),
    T("rules", "Say whom the call was about."),
    T("rules", "Verify the person, or pick another outcome."),
    T("rules", "Enter the appointment."),
    T("rules", "Enter the callback."),
    T("rules", "Enter the promise."),
    T("rules", "Say to whom it is handed off."),
    T("rules", "Say what was asked for."),
    T("rules", "Write the complaint down."),
    T("rules", "Pick what is to be sent."),
    T("rules", "Hang up first."),
    T("rules", "Pick an outcome."),
    T("rules", "What is to be sent is no longer in the library."),
    T("rules", "Say whom the appointment is for."),
    T("rules", "Say to whom it is to be sent."),
    T("rules", "The notes say “{0}”, and nothing was stopped."),
    T("rules", "The callback is outside calling hours and was not asked for."),
    T("rules", "“{0}” without an appointment."),
    T("rules", "An appointment, and “{0}”."),
    T("rules", "Spoke with the person about a record without verification."),
    T("rules", "“{0}” after {1} min on the line."),
    T("rules", "“{0}”, and nobody took the call."),
    T("rules", "The call was escalated."),
    T("rules", "The person asked us to stop."),
    T("rules", "What was said did not match in {0} tries."),
    T("rules", "The line was open for {0} s, and no step of the guide was taken."),
    T("rules", "An appointment is entered."),
    T("rules", "The call was handed off."),
    T("rules", "The answer in the guide was “{0}”."),
    T("rules", "It rang for {0} s and nobody took the call."),
    T("rules", "Add a time, such as “tue 9:30”."),
    T("rules", "This is not a time. Write “tue 9:30”, “24 nov 14:00” or “+2d”."),
    T("rules", "This time has passed."),
    T("rules", "This is more than a year ahead."),
    T("rules", "There is no such day."),
    T("rules", "There is no such time of day."),
    T("rules", "The zone of this person is not known."),
    T("rules", "The clocks go forward over {0} on that day."),
    T("rules", "Personal representative, on file."),
    T("rules", "Written authorization, on file."),
    T("rules", "Appointed by a court, on file."),
    T("rules", "Verified: may speak for the person."),
    T("rules", "Parent of a minor."),
    T("rules", "No authority: listen, and tell nothing."),
    T("rules", "Agreed on the line; tell what the agreement covers."),
    T("rules", "Not on file; ask for the document first."),
    T("rules", "The authority on file has ended."),
    T("rules", "Not verified yet."),
    T("rules", "Verified: speaks for himself or herself."),
    T("rules", "The authority is not known yet."),
    T("rules", "The agreement has ended."),
    T("rules", "The caller is not verified yet."),
    T("rules", "Age not known: no parent's authority without it."),
    T("rules", "A parent's authority ended at {0}."),
    T("rules", "Called us. Nothing is waiting for an answer."),
    T("rules", "Called us. Open: {0}"),
    T("rules", "Nothing is waiting for a call."),
    T("rules", "Worklist {0}, attempt {1} of {2}."),
    T("rules", "Worklist {0}."),
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
    T("rules", "Last heard from {0}."),
    T("rules", "No reply yet."),
    T("rules", "Nothing yet."),
    T("rules", "Nothing is open."),
    T("rules", "A promise."),
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
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(rf"(on )?({'|'.join(_WEEKDAYS)}) (\d+) ({'|'.join(_MONTHS)})( \d{{4}})?")
_PLACE = re.compile(r"\\\{\d\\\}")


def said(sentence: str) -> str:
    """A sentence or a word of a rule, or several sentences in a row."""
    if QLocale().language() is QLocale.Language.English:
        return sentence
    if sentence in WORDS:
        return translate("rules", sentence)
    if day := _DAY.fullmatch(sentence):
        return _day(*day.groups(default=""))
    for form, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            places = (said(place) for place in found.groups())
            return translate("rules", form).format(*places)
    return sentence


def each(sentences: tuple[str, ...]) -> str:
    """Sentences one after the other."""
    return " ".join(said(sentence) for sentence in sentences)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms, those that say more first: "Asked by text: ..." is no "Asked: ..."."""
    weight = {str(form): len(re.sub(r"\{\d\}", "", str(form))) for form in FORMS}
    # What follows another sentence first, or that one would take it for a part of itself.
    forms = sorted(weight, key=lambda form: (form[:4] == "{0} ", weight[form]), reverse=True)
    return tuple((form, re.compile(_PLACE.sub("(.+?)", re.escape(form)))) for form in forms)


def _day(on: str, weekday: str, day: str, month: str, year: str) -> str:
    """Such as "on Fri 13 Nov", in the order of `text.calendar_day`."""
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    name = locale.dayName(_WEEKDAYS.index(weekday) + 1, short)
    words = f"{name} {day} {locale.monthName(_MONTHS.index(month) + 1, short)}{year}"
    return translate("rules", "on {0}", "a day").format(words) if on else words
