"""Where the numbers are in a text that may hold several, before anybody asks what they dial.

937-555-0101 / 0102                     two that share their beginning
home: 937-555-0101 cell: 937-555-0102   two with what they are for
937-555-0101 ext. 12, after 5 pm        one, and a remark
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

FEWEST = 7
"""Fewer digits are no number of their own; more than `MOST` are something else, or glued."""
MOST = 13
FEWEST_OF_AN_END = 3
END = 4
LOCAL = 7
AMERICAN_LENGTHS = {10, 11}
SHARING = {"/", "\\", "&", "|", "or", "and"}

DASHES = re.compile("[\u2010-\u2015\u2212\uff0d]")
SIP = re.compile(r"sips?:([^@]*)@.*", re.IGNORECASE)
# What a spreadsheet makes of a number: "9375550137.0", "9.375550137E+09".
DECIMAL = re.compile(r"(\d{7,15})[.,]0+")
SCIENTIFIC = re.compile(r"(\d)[.,](\d+)[eE]\+?(\d{1,2})")
RFC_3966 = re.compile(r";\s*[a-z-]+=", re.IGNORECASE)
EXTENSION = r" ?[,;]? ?(?:e?xt(?:ensi[oó]n?|n)?|int|доб|x|#|,,)[.:]{0,2} ?\d{1,20}(?!\d)"
RUN = re.compile(rf"\+?[(\[]?\d(?:[\d ().\[\]~-]*\d)?(?:{EXTENSION})?", re.IGNORECASE)
BESIDE_ITS_DIGITS = re.compile(rf"^\(?(?:00|011)|{EXTENSION}$", re.IGNORECASE)
# An area code begins with neither 0 nor 1, so there is one way alone to part glued numbers.
AMERICAN = r"(?:\+?1[ .-]?)?[(\[]?[2-9]\d{2}[)\]]?[ .-]?\d{3}[ .-]?\d{4}"
GLUED = re.compile(rf"{AMERICAN}(?: *{AMERICAN})+")
DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d")
USES = {
    **dict.fromkeys(("home", "h", "hm", "house", "res", "landline", "casa"), "home"),
    **dict.fromkeys(("cell", "c", "mobile", "mob", "m", "cel", "celular", "móvil"), "mobile"),
    **dict.fromkeys(("work", "w", "wk", "office", "business", "job", "trabajo"), "work"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One number as written, its shared beginning put before it; `use` is home, mobile or work."""

    raw: str
    use: str | None = None


def tidy(raw: str) -> str:
    """ASCII digits, one dash, nothing invisible; without what a spreadsheet or a switch added."""
    folded = "".join(
        str(int(letter)) if letter.isdecimal() else letter
        for letter in unicodedata.normalize("NFKC", raw)
        if unicodedata.category(letter) != "Cf"
    )
    text = SIP.sub(r"\1", DASHES.sub("-", folded).strip())
    if decimal := DECIMAL.fullmatch(text):
        return decimal[1]
    if power := SCIENTIFIC.fullmatch(text):
        lead, fraction, places = power.groups()
        # With digits lost it is a number no more, and none may be made of the rest.
        return lead + fraction if len(fraction) == int(places) else ""
    return text


def pieces(text: str) -> tuple[Piece, ...]:
    """The numbers in a tidy text, in order; none where only the whole of it may be one."""
    if RFC_3966.search(text):
        return ()
    found: list[tuple[int, int, str]] = []
    for start, end in _spans(text):
        if DATE.fullmatch(text[start:end]):
            continue
        between = text[found[-1][1] : start] if found else ""
        raw = _whole(text[start:end], text[end:], between, found[-1][2] if found else "")
        if FEWEST <= _count(BESIDE_ITS_DIGITS.sub("", raw)) <= MOST:
            found.append((start, end, raw))
    return tuple(_with_uses(text, found))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Runs of digits and what parts their groups; a slash parts groups until there are enough."""
    open_run: tuple[int, int] | None = None
    for run in RUN.finditer(text):
        start, end = run.span()
        if open_run and text[open_run[1] : start].strip(" ") == "/" and _is_open(text, open_run):
            open_run = (open_run[0], end)
            continue
        if open_run:
            yield from _parted(text, open_run)
        open_run = (start, end)
    if open_run:
        yield from _parted(text, open_run)


def _is_open(text: str, run: tuple[int, int]) -> bool:
    return _count(text[slice(*run)]) < FEWEST


def _parted(text: str, run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """American numbers that only a space, or nothing, keeps apart."""
    written = text[slice(*run)]
    if _count(written) > MOST and GLUED.fullmatch(written):
        yield from (
            (run[0] + one.start(), run[0] + one.end()) for one in re.finditer(AMERICAN, written)
        )
    else:
        yield run


def _whole(raw: str, following: str, between: str, before: str) -> str:
    """The number that `raw` stands for beside the one `before`, whose beginning it may share."""
    digits, before = _count(raw), BESIDE_ITS_DIGITS.sub("", before)
    if between.strip().casefold() not in SHARING or not before:
        return raw
    american = _count(before) in AMERICAN_LENGTHS
    if american and digits == LOCAL:
        return _beginning(before, LOCAL) + raw
    fewest = 1 if between == "/" else FEWEST_OF_AN_END
    most = END if american else FEWEST - 1
    is_an_end = raw.isdigit() and fewest <= digits <= most
    told_otherwise = re.match(r"\s*[^\W\d_]", following)  # "/ 24 hours"
    return _beginning(before, digits) + raw if is_an_end and not told_otherwise else raw


def _beginning(raw: str, last: int) -> str:
    """`raw` without its last digits."""
    places = [place for place, letter in enumerate(raw) if letter.isdecimal()]
    return raw[: places[-last]]


def _count(text: str) -> int:
    return sum(letter.isdecimal() for letter in text)


def _with_uses(text: str, found: list[tuple[int, int, str]]) -> Iterator[Piece]:
    """Each with the word before it where one opens the text, or behind it where one ends it."""
    bounds = [0, *(place for start, end, _ in found for place in (start, end)), len(text)]
    around = [_use(text[start:end]) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    uses = around[:-1] if around[0] else around[1:] if around[-1] else [None] * len(found)
    for (_, _, raw), use in zip(found, uses, strict=True):
        yield Piece(raw, use)


def _use(text: str) -> str | None:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return next((USES[word] for word in words if word in USES), None)
