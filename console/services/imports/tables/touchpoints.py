"""Records of calls, visits, messages, appointments and notes as touchpoints."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from console.models.terms import Channel, Direction, EventKind, OutreachClass, TouchpointKind
from console.rules import cells as cell_rules
from console.rules import date_style, happened
from console.rules.birth_dates import MONTHS
from console.rules.date_style import DateStyle
from console.rules.happened import Happened
from console.services.imports.elements import text
from console.services.imports.fhir_touchpoints import visit_events
from console.services.imports.tables import keys
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.tables.table import Record
from console.services.imports.values import (
    AppointmentValues,
    Context,
    EventValues,
    Origin,
    Reference,
    TouchpointValues,
    Unusable,
)

NO_DATE = "has no date, so it has no place on a timeline"
# Types of resource whose ids are the same in FHIR exports of the same system.
KINDS = {
    TouchpointKind.VISIT: "Encounter",
    TouchpointKind.APPOINTMENT: "Appointment",
    TouchpointKind.IMMUNIZATION: "Immunization",
}
TITLES = {
    TouchpointKind.CALL: "Call",
    TouchpointKind.TEXT: "Text message",
    TouchpointKind.EMAIL: "Email",
    TouchpointKind.LETTER: "Letter",
    TouchpointKind.PORTAL_MESSAGE: "Portal message",
    TouchpointKind.APPOINTMENT: "Appointment",
    TouchpointKind.VISIT: "Visit",
    TouchpointKind.IMMUNIZATION: "Immunization",
    TouchpointKind.FORM: "Form",
    TouchpointKind.PAGE: "Web page",
    TouchpointKind.EVENT: "Event",
    TouchpointKind.OTHER: "Note",
}
CHANNELS = {
    TouchpointKind.CALL: Channel.CALL,
    TouchpointKind.TEXT: Channel.TEXT,
    TouchpointKind.EMAIL: Channel.EMAIL,
    TouchpointKind.LETTER: Channel.MAIL,
    TouchpointKind.PAMPHLET: Channel.MAIL,
    TouchpointKind.FORM: Channel.WEB,
    TouchpointKind.PAGE: Channel.WEB,
    TouchpointKind.SYMPTOM_CHECKER: Channel.WEB,
    TouchpointKind.PORTAL_MESSAGE: Channel.PORTAL,
    TouchpointKind.APPOINTMENT: Channel.VISIT,
    TouchpointKind.VISIT: Channel.VISIT,
    TouchpointKind.IMMUNIZATION: Channel.VISIT,
}
BEGUN_HERE = {
    TouchpointKind.CALL,
    TouchpointKind.TEXT,
    TouchpointKind.EMAIL,
    TouchpointKind.LETTER,
    TouchpointKind.PORTAL_MESSAGE,
    TouchpointKind.APPOINTMENT,
}
VISITS = {TouchpointKind.VISIT, TouchpointKind.APPOINTMENT}
DATE_ONLY = re.compile(r"\D*(\d{1,4}\D\d{1,2}\D\d{1,4}|\d{5}|\d{8})\D*")


class Touchpoints:
    """Reads touchpoints from the records of one section; whom they are about is told by others."""

    def __init__(self, cells_of: CellsOf, *, source: str, file: str, context: Context) -> None:
        self._of = cells_of
        self._source = source
        self._file = file
        self._context = context

    def key(self, record: Record) -> str:
        """The id of the touchpoint, or ""."""
        return self._of.key(record.cells, "key")

    def persons(self, record: Record) -> list[str]:
        """The ids of whom the record names itself."""
        found = self._of.key(record.cells, "person")
        return [found] if found else []

    def of(self, record: Record, key: str, people: Sequence[str], source: str) -> TouchpointValues:
        """The touchpoint of a record about these people, whose ids belong to `source`.

        Raises Unusable for one without date or person.
        """
        cells = record.cells
        at = self._at(cells)
        if at is None:
            raise Unusable(NO_DATE)
        if not people:
            raise Unusable("names no person")
        kind, channel = self._kind(cells)
        title = self._of.text(cells, "title")
        end = self._instant(cells, "ends_at")
        inbound = self._is_inbound(cells, kind)
        status = self._status(cells)
        name = KINDS.get(kind, "Communication")
        origin = keys.origin(
            self._source,
            name,
            key or keys.of_content([*people, *record.cells]),
            (self._file, record.where),
            keys.sha_of(cells, at, kind, channel, status, list(people)),
        )
        outreach = not inbound and kind in BEGUN_HERE and kind is not TouchpointKind.APPOINTMENT
        return TouchpointValues(
            origin=origin,
            patients=tuple(Reference(keys.PATIENT, one, source=source) for one in people),
            at=at,
            channel=channel,
            direction=Direction.INBOUND if inbound else Direction.OUTBOUND,
            kind=kind,
            ref=self._of.text(cells, "ref", 100),
            title=title or self._untitled(cells, kind),
            summary=self._summary(cells),
            place=self._named(cells, "place", "Organization"),
            with_whom=tuple(
                one for one in (self._named(cells, "with_whom", "Practitioner"),) if one
            ),
            outreach_class=self._class(cells) if outreach else None,
            status=status[:40],
            events=self._events(cells, kind, at, end, origin, status),
            appointment=(
                AppointmentValues(ends_at=end, service=title)
                if kind is TouchpointKind.APPOINTMENT
                else None
            ),
        )

    def stop_at(self, record: Record) -> datetime | None:
        """When the person asked not to be called any more, where the outcome says that."""
        words = self._of.text(record.cells, "outcome")
        return self._at(record.cells) if words and happened.is_stop(words) else None

    # --- When

    def _at(self, cells: Sequence[str]) -> datetime | None:
        if "at" in self._of:
            return self._instant(cells, "at")
        parts = [self._of.text(cells, f"at.{part}", 20) for part in ("year", "month", "day")]
        month = MONTHS.get(parts[1].casefold()[:3]) or parts[1]
        year, day = (cell_rules.identifier(part) or "" for part in (parts[0], parts[2]))
        return date_style.instant(f"{year}-{month}-{day}", self._context.zone)

    def _instant(self, cells: Sequence[str], name: str) -> datetime | None:
        written = self._of.text(cells, name, 60)
        if not written:
            return None
        clock = self._of.text(cells, "at.time", 20) if name == "at" else ""
        if clock and DATE_ONLY.fullmatch(written):
            written = f"{written} {clock}"
        style = DateStyle(self._of.dates(name) or DateStyle.MDY)
        return date_style.instant(written, self._context.zone, style)

    # --- What

    def _kind(self, cells: Sequence[str]) -> tuple[TouchpointKind, Channel]:
        words = self._of.text(cells, "kind", 100)
        own = next((kind for kind in TouchpointKind if kind == words), None)
        if own is TouchpointKind.OTHER or not words:
            return TouchpointKind.OTHER, Channel.EVENT
        if own:
            return own, CHANNELS.get(own, Channel.EVENT)
        return happened.kind_of(words) or (TouchpointKind.OTHER, Channel.EVENT)

    def _untitled(self, cells: Sequence[str], kind: TouchpointKind) -> str:
        """The source's own word for a kind that is none of ours."""
        words = self._of.text(cells, "kind", 100)
        own = kind in (TouchpointKind.OTHER, TouchpointKind.EVENT) and words != kind
        return words if own and words else TITLES.get(kind, "Touchpoint")

    def _is_inbound(self, cells: Sequence[str], kind: TouchpointKind) -> bool:
        for name in ("direction", "kind"):
            words = self._of.text(cells, name, 100)
            if words and (said := happened.is_inbound(words)) is not None:
                return said
        return kind not in BEGUN_HERE

    def _class(self, cells: Sequence[str]) -> OutreachClass:
        word = self._of.text(cells, "class", 40).casefold()
        return next((one for one in OutreachClass if one == word), OutreachClass.OPERATIONS)

    def _summary(self, cells: Sequence[str]) -> str:
        """Notes, the number of the attempt, and how long it took."""
        parts = [self._of.text(cells, "notes", 400)]
        if attempt := self._of.text(cells, "attempt", 20):
            parts.append(f"Attempt {cell_rules.identifier(attempt) or attempt}")
        seconds = cell_rules.identifier(self._of.text(cells, "duration", 20))
        if seconds and seconds.isdigit():
            parts.append(f"{int(seconds) // 60}:{int(seconds) % 60:02} min")
        return text(" · ".join(part for part in parts if part), 500)

    def _named(self, cells: Sequence[str], name: str, kind: str) -> Reference | None:
        """A place or clinician: an id is looked up, a name is shown as it stands."""
        said = self._of.text(cells, name)
        if not said:
            return None
        is_name = " " in said or said.isalpha()
        return Reference(kind, "" if is_name else said, display=said if is_name else "")

    # --- What became of it

    def _status(self, cells: Sequence[str]) -> str:
        if self._of.truth(cells, "no_show") is not None:
            return "no_show" if self._of.truth(cells, "no_show") else "attended"
        return self._of.text(cells, "outcome", 100)

    def _events(
        self,
        cells: Sequence[str],
        kind: TouchpointKind,
        at: datetime,
        end: datetime | None,
        origin: Origin,
        status: str,
    ) -> tuple[EventValues, ...]:
        booked = self._instant(cells, "booked_at")
        found = happened.happened(kind, status)
        if kind in VISITS:
            unsaid = None if status else self._by_time(kind, at, end)
            became = found.kind if found else unsaid
            return visit_events(became, at, end, booked, origin, self._context)
        if kind is TouchpointKind.CALL:
            return _of_call(found, at, self._context)
        if found is None and kind in BEGUN_HERE and not status:
            found = Happened(EventKind.SENT)
        if found is None or kind in (TouchpointKind.OTHER, TouchpointKind.IMMUNIZATION):
            return ()
        return (EventValues(kind=found.kind, at=at, later=self._context.now),)

    def _by_time(
        self, kind: TouchpointKind, at: datetime, end: datetime | None
    ) -> EventKind | None:
        """Nobody says what became of it: a visit that is over took place, for all we know."""
        if kind is TouchpointKind.APPOINTMENT:
            return EventKind.BOOKED
        return EventKind.ATTENDED if (end or at) < self._context.now else EventKind.BOOKED


def _of_call(found: Happened | None, at: datetime, context: Context) -> tuple[EventValues, ...]:
    if found is None:
        return ()
    later = max(at + timedelta(seconds=1), context.now)
    return (EventValues(kind=found.kind, at=at, later=later, ref=found.ref),)
