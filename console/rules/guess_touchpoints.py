"""Which columns of a table are which fields of touchpoints, and whether its rows are any."""

import re
from collections.abc import Sequence
from datetime import date

from console.models.table_mapping import FieldRule
from console.rules import date_style, headers
from console.rules.happened import kind_of
from console.rules.table_columns import (
    Column,
    Fields,
    Named,
    by_field,
    column_named,
    distinct,
    number,
    style_of,
)

VACCINES = re.compile(
    r"vaccin|influenza|immuni|\btdap?\b|\bhep(atitis)? ?[ab]\b|\bmmr\b|\bhpv\b|zoster|pneumococ"
    r"|meningoc|varicella|polio|\bipv\b|\bhib\b|rotavirus|dtap|covid|sars-cov|rabies|tetanus"
)


CALL_WORDS = re.compile(r"cellular|telephone|phone|mobile|landline|call|inbound|outbound")


ANSWERS = {
    **dict.fromkeys(("yes", "y", "1", "true", "t"), "information_given"),
    **dict.fromkeys(("no", "n", "0", "false", "f"), "declined"),
}


MONTHS = frozenset(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)


YESNO = frozenset({"yes", "no", "y", "n", "true", "false", "0", "1", "t", "f", "x"})


def touchpoint_fields(
    columns: Sequence[Column], doubts: list[str], today: date, *, named: bool
) -> Fields:
    """The fields of touchpoints, or none when the rows are no touchpoints."""
    listed = by_field("touchpoints", columns)
    fields: Fields = {}
    for name, candidates in listed.items():
        fitting = [one for one in candidates if _fits_touchpoint(name, one)]
        if name == "person":
            fitting = references(fitting)
        if fitting:
            style = style_of(fitting[:1]) if name in {"at", "booked_at", "ends_at"} else ""
            fields[name] = FieldRule(columns=(fitting[0].name,), dates=style)
    if named:
        for name in ("person", "key", "place", "with_whom"):
            fields.pop(name, None)
        at = headers.words(fields["at"].columns[0]) if "at" in fields else ""
        if re.fullmatch(r"date|day|date ?time|timestamp|created.*|start.*", at) and not (
            {"outcome", "no_show", "duration"} & fields.keys()
        ):
            return {}
    if "at" not in fields and "booked_at" in fields and {"outcome", "kind"} & fields.keys():
        fields["at"] = fields.pop("booked_at")
    if "at" not in fields and not {"at.day", "at.month"} <= fields.keys():
        return {}
    return _told(columns, listed, fields, doubts, today)


def _told(
    columns: Sequence[Column], listed: Named, fields: Fields, doubts: list[str], today: date
) -> Fields:
    """The same with what each is, where anything tells that they are touchpoints."""
    header = " ".join(headers.words(column.name) for column in columns)
    titles = [one for one in listed.get("title", []) if one]
    vaccines = titles and titles[0].share(lambda value: VACCINES.search(value.casefold())) >= 0.6
    if re.search(r"vaccin|immuni[sz]|\bcvx\b", header) or vaccines:
        fields["kind"] = FieldRule(constant="immunization")
        return fields
    fields.pop("ref", None)
    if "kind" in fields and not _tells_kind(fields["kind"], columns):
        del fields["kind"]
    if "accepted" in fields and "duration" not in fields:
        del fields["accepted"]
    if "kind" not in fields:
        word = _kind_word(header, fields)
        if not word:
            return {}
        fields["kind"] = FieldRule(constant=word)
    elif "duration" in fields and not re.search(r"visit|encounter|appointment|appt", header):
        calls = column_named(fields["kind"].columns[0], columns)
        if calls.share(lambda value: CALL_WORDS.search(value.casefold())) >= 0.9:
            fields["kind"] = FieldRule(constant="call")
    if "accepted" in fields:
        answer = fields.pop("accepted").columns
        if "outcome" not in fields:
            fields["outcome"] = FieldRule(columns=answer, values=ANSWERS)
            doubts.append(
                f"{answer[0]} is taken for the answer to what was offered: yes is 'Information "
                "given', no is 'Declined this offer'. Say so if they mean other outcomes."
            )
    if "at" not in fields and "at.year" not in fields:
        year = today.year - 1
        fields["at.year"] = FieldRule(constant=str(year))
        doubts.append(
            f"No column gives the year. {year} is assumed; the right one goes into the mapping "
            "file as `at.year`."
        )
    return fields


def _tells_kind(rule: FieldRule, columns: Sequence[Column]) -> bool:
    column = column_named(rule.columns[0], columns)
    return column.share(kind_of) >= 0.5 if column else False


def _kind_word(header: str, fields: Fields) -> str:
    """What the rows are when no column says it, by the words of the header."""
    if "no_show" in fields or re.search(r"\b(?:appointment|appt)\b", header):
        return "appointment"
    if re.search(r"\b(?:encounter class|visit|encounter date|admission|admit)\b", header):
        return "visit"
    if re.search(r"\bsms\b|\btext message\b", header):
        return "text"
    if re.search(r"\be ?mail (?:sent|opened|clicked|status)\b|\bopened\b|\bclicked\b", header):
        return "email"
    if "duration" in fields or re.search(r"\b(?:call|calls|called|dialed|agent|attempt)\b", header):
        return "call"
    return "call" if "outcome" in fields and re.search(r"\bphone\b|\bdisposition\b", header) else ""


def references(columns: list[Column]) -> list[Column]:
    """The column that refers to people: ids or numbers, not names."""
    return [one for one in columns if not one or one.share(lambda value: " " in value) < 0.5]


def _fits_touchpoint(name: str, column: Column) -> bool:
    if not column:
        return name not in {"at", "person", "at.day", "at.month"}
    if name in {"at", "booked_at"}:
        return column.share(lambda value: date_style.instant(value, "UTC")) >= 0.5
    if name == "at.day":
        return column.share(lambda value: number(value) in range(1, 32)) >= 0.95
    if name == "at.month":
        return column.share(lambda value: value.casefold()[:3] in MONTHS) >= 0.95 or (
            column.share(lambda value: number(value) in range(1, 13)) >= 0.95
        )
    if name == "at.year":
        return column.share(lambda value: re.fullmatch(r"(19|20)\d\d(\.0)?", value)) >= 0.95
    if name in {"no_show", "accepted"}:
        return column.share(lambda value: value.casefold() in YESNO) >= 0.95
    if name in {"duration", "attempt"}:
        return column.share(lambda value: re.fullmatch(r"[\d.:]+", value)) >= 0.9
    if name == "key":
        return distinct(column) > 0.9 and column.share(lambda value: " " in value) < 0.5
    if name == "notes":
        return column.share(lambda value: any(one.isalpha() for one in value)) >= 0.5
    return True
