"""Whether a name that is said is that of a record: in full, or by its first letters."""

from console.rules.names import SUFFIXES, TITLES, words

SHORTEST_BEGINNING = 3
"""Letters of the first name and of the family name that will do, where they fit nobody else."""


def is_name(said: str, name: str, family: str, others: tuple[str, ...] = ()) -> bool:
    """The name in full, or as much of it as none of the `others` could mean.

    `family` tells where a family name of several words begins; else it is the last word.
    """
    if _same_name(said, name, family):
        return True
    if any(_same_name(said, other, "") or _begins(said, other) for other in others):
        return False
    return _begins(said, name, family)


def _begins(said: str, name: str, family: str = "") -> bool:
    """The first letters of the first name and of the family name, in either order."""
    spoken = "".join(words(said))
    first, families, _ = _parts(name, family)
    given = "".join(first)
    lasts = {"".join(families), *families} if families else set()
    return any(
        _both_begin(spoken, one, other)
        for last in lasts
        for one, other in ((given, last), (last, given))
    )


def _both_begin(spoken: str, one: str, other: str) -> bool:
    """Letters of one word and then of the other; where a space stood does not matter."""
    if one.startswith(spoken) or other.startswith(spoken):
        return False  # half a name
    fewest, last = (min(SHORTEST_BEGINNING, len(word)) for word in (one, other))
    return any(
        one.startswith(spoken[:cut]) and other.startswith(spoken[cut:])
        for cut in range(fewest, len(spoken) - last + 1)
    )


def _same_name(said: str, name: str, family: str) -> bool:
    """First and family name are said, in any order; what is said besides may be a middle name.

    Of a double family name either part will do, since people leave one away.
    """
    spoken = [word for word in words(said) if word not in TITLES | SUFFIXES]
    first, families, middle = _parts(name, family)
    if not families:
        return spoken == first
    # "Vandermeulen" for "van der Meulen": the same letters, parted otherwise.
    orders = (
        [*first, *families],
        [*families, *first],
        [*first, *middle, *families],
        [*families, *first, *middle],
    )
    if "".join(spoken) in {"".join(order) for order in orders}:
        return True
    rest = [word for word in spoken if word not in first]
    return len(rest) < len(spoken) and any(word in families for word in rest)


def _parts(name: str, family: str) -> tuple[list[str], list[str], list[str]]:
    """First name, family name and what stands between, folded; "Family, First" is turned round."""
    last, comma, before = name.partition(",")
    if comma and before.strip() and words(before)[0] not in SUFFIXES:
        name, family = f"{before} {last}", family or last
    tokens = [
        token
        for token in name.split()
        if (folded := words(token)) and not set(folded) <= TITLES | SUFFIXES
    ]
    if len(tokens) < 2:
        return list(words(name)), [], []
    families = list(words(family)) or list(words(tokens[-1]))
    first = list(words(tokens[0]))
    between = [word for token in tokens[1:] for word in words(token) if word not in families]
    return first, families, between
