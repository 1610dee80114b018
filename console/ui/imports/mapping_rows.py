"""The first rows of a table as they would be read, in words; and what a trial counted."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.models.bodies import Codes
from console.models.terms import ConsentAction, ContactSystem, EventKind
from console.rules import phone
from console.services.imports.tables.preview import PutAside, RowPreview
from console.services.imports.values import (
    ConsentValues,
    ContactValues,
    PersonValues,
    ReachValues,
    RecordValues,
    RelationshipValues,
    TouchpointValues,
    Values,
)
from console.ui import text, words
from console.ui.correct.wording import birth_date, sex
from console.ui.imports import mapping_words
from console.ui.parts import Marked, Page, clear
from console.ui.said import said
from console.ui.text import number, translate
from console.ui.theme.theme import Theme
from console.ui.widgets import Label

MOST_REASONS = 6


class PreviewRows(Page):
    """What the mapping makes of the first rows, one below the other; arrows scroll."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(theme, flush=True, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("mapping", "First rows as they would be read"))

    def clear(self) -> None:
        """Show nothing until the rows are read."""
        clear(self.column)

    def show_rows(
        self, rows: Sequence[RowPreview], zone: str, now: datetime, codes: Codes | None
    ) -> None:
        """Show these rows in the center's zone."""
        self.clear()
        told = []
        for at, row in enumerate(rows, 1):
            icon, role, title = _mark(row)
            below = "\n".join(_lines(row, zone, now, codes))
            self.column.addWidget(
                Marked(self._theme, icon, role, title, below=below, style="h3", parent=self)
            )
            told.append(f"{at}. {title}. {below}")
        if not rows:
            empty = translate("mapping", "The table has no rows.")
            self.column.addWidget(Label(self._theme, empty, "body", "text2", wrap=True))
        self.column.addStretch(1)
        self.setAccessibleDescription("\n".join(told))


def trial(document: Mapping[str, Any]) -> tuple[str, str]:
    """What a dry run counted: its numbers, and why rows would be rejected or left out."""
    counted = (
        (translate("mapping", "read"), "read"),
        (translate("mapping", "new people"), "created"),
        (translate("mapping", "people brought up to date"), "updated"),
        (translate("mapping", "people unchanged"), "unchanged"),
        (translate("mapping", "touchpoints"), "touchpoints"),
        (translate("mapping", "left out"), "skipped"),
        (translate("mapping", "rejected"), "rejected_count"),
    )
    told = [
        translate("mapping", "{0} {1}", "a number and what it counts").format(number(count), name)
        for name, key in counted
        if (count := int(document.get(key) or 0)) or key in ("read", "rejected_count")
    ]
    reasons: dict[str, int] = {}
    for one in document.get("rejected") or ():
        reasons[one["reason"]] = reasons.get(one["reason"], 0) + 1
    rejected = sorted(reasons.items(), key=lambda item: -item[1])
    lines = [
        translate("mapping", "Rejected: {0} ({1})", "a reason, how often").format(
            said(reason), number(n)
        )
        for reason, n in rejected[:MOST_REASONS]
    ]
    left_out = sorted((document.get("skipped_kinds") or {}).items(), key=lambda item: -item[1])
    lines += [
        translate("mapping", "Left out: {0} ({1})", "a reason, how often").format(
            said(reason), number(n)
        )
        for reason, n in left_out[:MOST_REASONS]
    ]
    return " · ".join(told), "\n".join(lines)


def _mark(row: RowPreview) -> tuple[str, Any, str]:
    """Icon, its colour, and the title of a row."""
    title = next((_title(one) for one in row.values if isinstance(one, PersonValues)), "")
    title = title or next((_title(one) for one in row.values), "") or _aside_title(row)
    if row.refused:
        return "circle-alert", "bad", title or translate("mapping", "Would be rejected")
    if not row.meant or (row.left_out and not row.values):
        return "minus", "text3", translate("mapping", "Would be left out")
    if row.remarks:
        return "triangle-alert", "warn", title or translate("mapping", "Not all of it can be read")
    return "check", "ok", title or translate("mapping", "Nothing of its own")


def _title(one: Values) -> str:
    if isinstance(one, PersonValues):
        name = one.fields.get("name")
        return str(name) if name else translate("mapping", "Somebody without name")
    if isinstance(one, TouchpointValues):
        return one.title
    if isinstance(one, RecordValues):
        return str(one.fields.get("name") or "")
    if isinstance(one, RelationshipValues):
        return one.kind[:1].upper() + one.kind[1:]
    if isinstance(one, ReachValues):
        return ""  # what is put aside is told, whoever it is of
    return _consent(one)


def _aside_title(row: RowPreview) -> str:
    for one in row.aside:
        if one.label:
            return translate("mapping", "{0} means {1}", "code, word").format(one.code, one.label)
        if one.touchpoint:
            return translate("mapping", "Person {0} at touchpoint {1}").format(
                one.person, one.touchpoint
            )
        return translate("mapping", "Contact point of person {0}").format(one.person)
    return ""


def _lines(row: RowPreview, zone: str, now: datetime, codes: Codes | None) -> Iterator[str]:
    alone = not row.values and not row.aside
    why = translate("mapping", "This {0}.", "why a row is rejected: has no date")
    part = translate("mapping", "Would be rejected in part: this {0}.")
    yield from ((why if alone else part).format(refused) for refused in row.refused)
    for left_out in row.left_out:
        yield translate("mapping", "Would be left out: {0}.").format(left_out)
    if not row.meant:
        yield translate("mapping", "The mapping takes other rows only.")
    for one in row.values:
        if isinstance(one, PersonValues):
            yield from _person(one)
        elif isinstance(one, TouchpointValues):
            yield _touchpoint(one, zone, now, codes)
            if not any(isinstance(other, PersonValues) for other in row.values):
                people = ", ".join(person.key for person in one.patients)
                yield translate("mapping", "Of person {0}").format(people)
        elif isinstance(one, RelationshipValues):
            words_ = translate("mapping", "Person {0} is {1} of person {2}")
            yield words_.format(one.person.key, one.kind, one.other.key)
        elif isinstance(one, RecordValues):
            yield " · ".join(
                str(value) for name, value in one.fields.items() if value and name != "name"
            )
    consents = [_consent(one) for one in row.values if isinstance(one, ConsentValues)]
    if consents:
        yield " · ".join(consents)
    for aside in row.aside:
        yield from _contacts(aside)
    yield from (f"{said(remark)}." for remark in row.remarks)


def _person(one: PersonValues) -> Iterator[str]:
    fields = one.fields
    told = []
    if fields.get("birth_date"):
        told.append(translate("mapping", "Born {0}").format(birth_date(fields["birth_date"])))
    elif "birth_date" in fields:
        told.append(translate("mapping", "No birth date"))
    told += [sex(fields["sex"])] if fields.get("sex") else []
    told += [words.language(fields["language"])] if fields.get("language") else []
    told += [words.deceased()] if fields.get("deceased") else []
    told += [f"{known.kind.upper()} {known.value}" for known in one.identifiers]
    if told:
        yield " · ".join(told)
    points = [_point(point) for point in one.contacts]
    if points:
        yield " · ".join(points)


def _contacts(aside: PutAside) -> Iterator[str]:
    if aside.contacts:
        yield " · ".join(_point(point) for point in aside.contacts)


def _point(point: ContactValues) -> str:
    is_phone = point.system == ContactSystem.PHONE
    shown = phone.display(point.value) if is_phone else point.value
    if not point.use:
        return shown
    use = mapping_words.meaning("", point.use, None).casefold()
    return translate("mapping", "{0} ({1})", "a kind of contact point, and of what use").format(
        shown, use
    )


def _touchpoint(one: TouchpointValues, zone: str, now: datetime, codes: Codes | None) -> str:
    kind, at = words.kind(one.kind), text.moment(one.at, zone, now)
    told = [at] if one.title == kind else [kind, at]
    for event in one.events:
        if event.kind is EventKind.OUTCOME:
            told.append(mapping_words.meaning("touchpoints.outcome", event.ref, codes))
        else:
            told.append(mapping_words.meaning("", event.kind, None))
    told += [one.place.display] if one.place and one.place.display else []
    told += [one.summary] if one.summary else []
    return " · ".join(told)


def _consent(one: ConsentValues) -> str:
    of = words.channels(one.channel).casefold() if one.channel else one.scope or one.purpose or ""
    if one.action is ConsentAction.GIVEN:
        return translate("mapping", "Agrees: {0}").format(of)
    return translate("mapping", "Stop: {0}").format(of)
