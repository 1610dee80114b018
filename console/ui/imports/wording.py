"""Imports in words: how they stand, what they brought, what became of their undoing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from console.models.views import ImportView
from console.services.imports.job import JobState
from console.services.imports.orders import Begun
from console.services.imports.undoing import Undoing, UndoState
from console.ui import text
from console.ui.imports.values import Progress, Rejected, Standing, Told
from console.ui.said import said
from console.ui.theme.tokens import Role

translate = QCoreApplication.translate

NAMED = 2
"""Files that are named; of more it is said how many."""
MOST_PLACES = 100
"""Rejected records that are listed with their place."""

ROLES: dict[Standing, Role] = {
    Standing.RUNNING: "accent_text",
    Standing.PAUSED: "warn",
    Standing.CUT_OFF: "warn",
    Standing.NOT_ENDED: "warn",
    Standing.DONE: "ok",
    Standing.UNDOING: "warn",
    Standing.UNDONE: "text3",
}


def state(standing: Standing) -> str:
    return {
        Standing.RUNNING: translate("imports", "Running"),
        Standing.PAUSED: translate("imports", "Paused"),
        Standing.CUT_OFF: translate("imports", "Cut off"),
        Standing.NOT_ENDED: translate("imports", "Not ended"),
        Standing.DONE: translate("imports", "Done"),
        Standing.UNDOING: translate("imports", "Being undone"),
        Standing.UNDONE: translate("imports", "Undone"),
    }[standing]


def about(standing: Standing, *, here: bool, may: bool) -> str:
    """What is so and what to do; `here`: this desk can go on with it, `may`: who acts may."""
    if standing is Standing.RUNNING:
        return translate(
            "imports", "You can close this and take calls; you are told when it is done."
        )
    if standing is Standing.DONE:
        return ""
    if standing is Standing.UNDOING:
        rest = translate("imports", "It is being undone, or that was cut off.")
        return f"{rest} {translate('imports', 'Undo goes on with it.')}" if may else rest
    if standing is Standing.UNDONE:
        return translate("imports", "Its report says what was taken back.")
    if standing is Standing.NOT_ENDED:
        return translate(
            "imports", "It runs at another desk, or was cut off there. That desk can go on with it."
        )
    stays = translate("imports", "What came in so far stays.")
    if not here:
        on = translate("imports", "The desk that began it can go on with it.")
    else:
        on = translate("imports", "Going on brings in the rest.") if may else ""
    return f"{stays} {on}".strip()


def files(names: tuple[str, ...]) -> str:
    """Such as "people.csv, visits.csv and 3 more"."""
    shown, more = ", ".join(names[:NAMED]), len(names) - NAMED
    if more <= 0:
        return shown
    return translate("imports", "{0} and %n more", None, more).format(shown)


def counts(one: ImportView) -> str:
    """The counts that a list has room for."""
    if not one.counts:
        return translate("imports", "Nothing counted yet")
    words = {
        "created": translate("imports", "{0} new"),
        "updated": translate("imports", "{0} brought up to date"),
        "touchpoints": translate("imports", "{0} touchpoints"),
        "rejected": translate("imports", "{0} rejected"),
    }
    if one.counts.get("touchpoints") == 1:
        words["touchpoints"] = translate("imports", "{0} touchpoint")
    found = [
        said.format(text.number(int(one.counts[name])))
        for name, said in words.items()
        if one.counts.get(name)
    ]
    return ", ".join(found) or translate("imports", "Nothing new")


def who(one: ImportView, when: str) -> str:
    return translate("imports", "{0} · {1}", "when, who").format(when, one.name)


def progress_of(importing: Begun | None, undoing: Undoing | None) -> Progress | None:
    """How far what runs is; None when nothing does."""
    if importing is not None:
        state, dry_run = importing.job.state, importing.order.dry_run
        so_far = far(state)
        names = files(tuple(path.name for path in importing.order.paths))
        if dry_run:
            words = translate("imports", "Dry run of {0}: {1}").format(names, so_far)
            short = translate("imports", "Dry run: {0}").format(so_far)
        else:
            words = translate("imports", "Importing {0}: {1}").format(names, so_far)
            short = translate("imports", "Importing: {0}").format(so_far)
        return Progress(words, short, state.done / (state.total or 1), not dry_run)
    if undoing is not None:
        undo = undoing.state
        words = _part(undo)
        return Progress(words, words, undo.done / (undo.total or 1), False)
    return None


def far(now: JobState) -> str:
    """Such as "12,300 read, 40 %"."""
    if not now.total:
        return translate("imports", "beginning")
    percent = min(100, 100 * now.done // now.total)
    return translate("imports", "{0} read, {1} %").format(text.number(now.read), percent)


def _part(now: UndoState) -> str:
    if not now.total:
        return translate("imports", "Undoing an import")
    return translate("imports", "Undoing an import: part {0} of {1}").format(
        min(now.done + 1, now.total), now.total
    )


def facts(told: Told) -> tuple[tuple[int, str], ...]:
    """How many of what, for a column of numbers with words beside them."""
    one: dict[str, str] = {
        "read": translate("imports", "record read"),
        "created": translate("imports", "person is new"),
        "updated": translate("imports", "person was brought up to date"),
        "kept": translate("imports", "person was kept as corrected here"),
        "unchanged": translate("imports", "person was unchanged"),
        "touchpoints": translate("imports", "touchpoint is new"),
        "rejected": translate("imports", "record was rejected"),
        "skipped": translate("imports", "record was skipped, as it is not kept here"),
        "remarks": translate("imports", "cell was left empty"),
    }
    many: dict[str, str] = {
        "read": translate("imports", "records read"),
        "created": translate("imports", "people are new"),
        "updated": translate("imports", "people were brought up to date"),
        "kept": translate("imports", "people were kept as corrected here"),
        "unchanged": translate("imports", "people were unchanged"),
        "touchpoints": translate("imports", "touchpoints are new"),
        "rejected": translate("imports", "records were rejected"),
        "skipped": translate("imports", "records were skipped, as they are not kept here"),
        "remarks": translate("imports", "cells were left empty"),
    }
    found = {
        **told.numbers,
        "rejected": told.rejected,
        "skipped": sum(told.skipped.values()),
        "remarks": sum(told.remarks.values()),
    }
    always = ("read", "created", "rejected")
    return tuple(
        (count, (one if count == 1 else many)[name])
        for name, count in found.items()
        if count or name in always
    )


def places(told: Told) -> tuple[Rejected, ...]:
    return told.first[:MOST_PLACES]


def undone(became: Mapping[str, int]) -> str:
    """What became of an undone import, in sentences."""
    said: list[tuple[str, Callable[[int], str]]] = [
        ("facts", _facts), ("people", _people), ("fields", _fields), ("left", _left),
        ("stops_kept", _stops),
    ]  # fmt: skip
    found = [words(became[name]) for name, words in said if became.get(name)]
    return " ".join(found) or translate("imports", "There was nothing to take back.")


def _facts(count: int) -> str:
    if count == 1:
        return translate("imports", "1 fact no longer counts.")
    return translate("imports", "%Ln facts no longer count.", None, count)


def _people(count: int) -> str:
    if count == 1:
        return translate("imports", "1 person is taken back.")
    return translate("imports", "%Ln people are taken back.", None, count)


def _fields(count: int) -> str:
    if count == 1:
        return translate("imports", "1 field is as before.")
    return translate("imports", "%Ln fields are as before.", None, count)


def _left(count: int) -> str:
    if count == 1:
        return translate("imports", "1 record stays, as somebody worked on it since.")
    return translate("imports", "%Ln records stay, as somebody worked on them since.", None, count)


def _stops(count: int) -> str:
    if count == 1:
        return translate("imports", "1 revocation of consent stays in force.")
    return translate("imports", "%Ln revocations of consent stay in force.", None, count)


def ended(told: Told, key: str) -> str:
    """The one sentence that a rep is told when an import ends, with the key to its report."""
    if told.paused:
        words = translate("imports", "The import is paused. It waits to go on: {0}.")
    elif told.dry_run:
        words = translate("imports", "The dry run is over and changed nothing. Its report: {0}.")
    elif told.rejected == 1:
        words = translate("imports", "The import is done; 1 record was rejected. The report: {0}.")
    elif told.rejected:
        words = translate(
            "imports", "The import is done; %Ln records were rejected. The report: {0}.",
            None, told.rejected,
        )  # fmt: skip
    else:
        words = translate("imports", "The import is done. The report: {0}.")
    return words.format(key)


def because(reason: str) -> str:
    """A clause that follows "this", as a line of its own."""
    shown = said(reason)
    return shown[:1].upper() + shown[1:]


def place(where: str) -> str:
    """Such as "people.csv, line 12" or "file"."""
    return ", ".join(said(part) for part in where.split(", "))


def rejected(count: int) -> str:
    return translate("imports", "{0} rejected").format(text.number(count))


def empty(count: int) -> str:
    return translate("imports", "{0} left empty").format(text.number(count))


def skipped(count: int) -> str:
    return translate("imports", "{0} skipped").format(text.number(count))
