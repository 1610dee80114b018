"""How a column is read, what is wrong with a mapping, and what else it says: in sentences."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from console.models.bodies import Codes
from console.models.table_mapping import FieldRule, ImportMapping, TableMapping
from console.models.terms import EventKind, TouchpointKind
from console.rules import date_style, mapping_edit, mapping_fields
from console.rules.mapping_faults import Fault, FaultKind, faults
from console.rules.table_guess import BOTH_WAYS
from console.services.imports import Rejected
from console.services.imports.tables.proposal import ColumnView, TableView
from console.ui import words as terms
from console.ui.correct.wording import sex
from console.ui.imports.mapping_fields import field, kind_name
from console.ui.said import said
from console.ui.text import number, sentence_list, translate

MDY, DMY = "mdy", "dmy"
MOST_PROBLEMS = 3


def has_dates(field_: str) -> bool:
    return field_ in mapping_fields.DATES


def may_be_read_both_ways(column: ColumnView) -> bool:
    """Whether its dates have to be told to be month first or day first."""
    seen = column.dates
    return bool(seen.mdy or seen.dmy or seen.either)


def dates(style: str) -> str:
    if style == DMY:
        return translate("mapping", "Day first")
    return translate("mapping", "Month first")


def dates_as_written(column: ColumnView) -> str:
    """How dates are written that can be read one way only."""
    if any(date_style.ISO.match(value) for value in column.examples):
        return translate("mapping", "Year first")
    return translate("mapping", "As they are written")


def doubt(column: ColumnView) -> str:
    """Said of dates that can be read both ways where nothing decides."""
    count = column.dates.either
    if not column.dates.ambiguous:
        return ""
    if count == 1:
        return translate("mapping", "1 date can be read both ways.")
    return translate("mapping", "%n dates can be read both ways.", None, count)


def how(column: ColumnView, target: str, rule: FieldRule, codes: Codes | None) -> str:
    """How a field takes a column, in a few words."""
    parts = []
    if has_dates(target.partition(".")[2]):
        both = may_be_read_both_ways(column)
        parts.append(dates(rule.dates) if both else dates_as_written(column))
    if rule.codes:
        parts.append(translate("mapping", "Looked up in “{0}”").format(rule.codes))
    said = [
        translate("mapping", "{0} is {1}", "a word and what it means").format(
            word or "“”", meaning(target, meant, codes)
        )
        for word, meant in rule.values.items()
    ]
    parts += [", ".join(said)] if said else []
    if rule.prefix:
        parts.append(translate("mapping", "“{0}” before it").format(rule.prefix))
    others = [name for name in rule.columns if name != column.name]
    if others:
        parts.append(translate("mapping", "With {0}").format(sentence_list(others)))
    return " · ".join(parts)


def meaning(target: str, word: str, codes: Codes | None) -> str:
    """What a word of a mapping means: an outcome code by its label, others as screens say them."""
    if not word:
        return translate("mapping", "nothing")
    outcome = codes.find(word) if codes and target == "touchpoints.outcome" else None
    if outcome:
        return said(outcome.label)
    if target == "people.sex":
        return sex(word)
    kind = next((one for one in TouchpointKind if one == word), None)
    if target == "touchpoints.kind" and kind:
        return terms.kind(kind)
    known = {
        "yes": translate("mapping", "Yes"),
        "no": translate("mapping", "No"),
        "call": translate("mapping", "Call"),
        "text": translate("mapping", "Text"),
        "email": translate("mapping", "Email"),
        "mail": translate("mapping", "Mail"),
        "portal": translate("mapping", "Portal"),
        "home": translate("mapping", "Home"),
        "mobile": translate("mapping", "Mobile"),
        "work": translate("mapping", "Work"),
        "old": translate("mapping", "Old"),
        "inbound": translate("mapping", "Inbound"),
        "outbound": translate("mapping", "Outbound"),
        "given": translate("mapping", "Given"),
        "revoked": translate("mapping", "Revoked"),
        EventKind.NO_SHOW: translate("mapping", "Did not come"),
        EventKind.ATTENDED: translate("mapping", "Attended"),
        EventKind.BOOKED: translate("mapping", "Booked"),
        EventKind.CANCELLED: translate("mapping", "Cancelled"),
        EventKind.SENT: translate("mapping", "Sent"),
        EventKind.DELIVERED: translate("mapping", "Delivered"),
        EventKind.OPENED: translate("mapping", "Opened"),
        EventKind.BOUNCED: translate("mapping", "Bounced"),
    }
    plain = word.replace("_", " ")
    return known.get(word) or plain[:1].upper() + plain[1:]


def fault(one: Fault) -> str:
    """What is wrong, and what to do."""
    if one.kind is FaultKind.TWICE:
        words = translate("mapping", "“{0}” is filled by {1}. It takes one column.")
        return words.format(field(one.target), sentence_list(list(one.columns)))
    if one.target == "people.key":
        return translate(
            "mapping", "No column fills the person's id or name. Choose one that does."
        )
    words = translate("mapping", "No column fills “{0}”. Every row needs it.")
    return words.format(field(one.target))


def wrong(tables: Sequence[TableView], mapping: ImportMapping) -> str:
    """Why tables cannot be imported so: the first fault, with its table where there are several."""
    for view, table in zip(tables, mapping.tables, strict=True):
        for one in faults(table, mapping.tables):
            told = fault(one)
            return f"{view.title or view.label}: {told}" if len(tables) > 1 else told
    if not any(table.sections for table in mapping.tables):
        return translate("mapping", "no column of these tables is taken.")
    return ""


def rows(count: int) -> str:
    """How many rows were looked at."""
    if count == 1:
        return translate("mapping", "1 row looked at")
    return translate("mapping", "%n rows looked at", None, count).replace(
        str(count), number(count), 1
    )


def doubts(table: TableView, mapping: TableMapping) -> Iterator[str]:
    """What a proposal could not tell; and why nothing of a table is taken."""
    if not mapping.sections:
        reason = said(mapping.left_out) or translate("mapping", "nothing is known of it")
        yield translate(
            "mapping", "This table is left out ({0}). Say what its columns fill."
        ).format(reason)
    for column in table.columns:
        for use in mapping_edit.uses(mapping, column.name):
            if has_dates(use.field) and (both := doubt(column)):
                style = dates(mapping_edit.rule_of(mapping, use).dates).casefold()
                words = translate("mapping", "{0}: {1} They are taken {2}.", "column, dates, order")
                yield words.format(column.name, both, style)
    yield from (said(told) for told in table.doubts if BOTH_WAYS not in told)


def problems(found: Sequence[Rejected]) -> Iterator[str]:
    """Files that are no tables, the first ones by name."""
    for one in found[:MOST_PROBLEMS]:
        yield f"{Path(one.source).name} {said(one.reason)}."
    if (more := len(found) - MOST_PROBLEMS) > 0:
        one_more = translate("mapping", "1 more file is no table.")
        many = translate("mapping", "%n more files are no tables.", None, more)
        yield one_more if more == 1 else many


def unseen(mapping: TableMapping, codes: Codes | None) -> str:
    """What a mapping says besides columns; it stays as it is, and can be changed in the file."""
    said = list(_unseen(mapping, codes))
    return translate("mapping", "Also: {0}.").format("; ".join(said)) if said else ""


def _unseen(mapping: TableMapping, codes: Codes | None) -> Iterator[str]:
    for section in mapping.sections:
        for name, rule in section.fields.items():
            if rule.constant:
                target = f"{section.kind}.{name}"
                words = translate("mapping", "“{0}” is {1} in every row")
                yield words.format(field(target), meaning(target, rule.constant, codes))
        for column, wanted in section.only.items():
            listed = _listed([f"“{value}”" for value in wanted])
            words = translate("mapping", "{0} only of rows whose {1} is {2}", "what, column, words")
            yield words.format(kind_name(section.kind), column, listed)
    if mapping.missing:
        yield translate("mapping", "{0} says nothing").format(_listed(mapping.missing))


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return translate("mapping", "{0} or {1}").format(", ".join(words[:-1]), words[-1])
