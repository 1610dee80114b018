"""Whether two names may be one person's, written down twice: for asking, never for deciding."""

from difflib import SequenceMatcher

from console.rules import names

NEAR = 0.8
"""How much of two words is the same letters in the same order: "scholz" and "schloz" have 0.83."""
FEWEST_LETTERS = 3


def alike(one: str, other: str) -> bool:
    """Whether every word of the shorter name is one of the longer, in any order.

    A word may have a letter or two wrong, or be an initial; one at least is longer than that.
    Titles don't count. A name without words is like none.
    """
    shorter, longer = sorted((_words(one), _words(other)), key=lambda words: (len(words), words))
    told = False
    for said in shorter:
        same = next((both for both in longer if _is_same(said, both)), None)
        if same is None:
            return False
        longer.remove(same)
        told = told or min(len(said[0]), len(same[0])) >= FEWEST_LETTERS
    return told


def _words(name: str) -> list[tuple[str, ...]]:
    """Words in each of their spellings, the longest first, so that initials take what is left."""
    untitled = [
        spelled
        for spelled in names.spellings(name)
        if spelled[0] not in names.TITLES | names.SUFFIXES
    ]
    return sorted(untitled, key=lambda spelled: len(spelled[0]), reverse=True)


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(_is_near(a, b) for a in one for b in other)


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < FEWEST_LETTERS:
        return one == other or (1 in {len(one), len(other)} and one[0] == other[0])
    first, second = sorted((one, other))  # the ratio is not the same the other way round
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEAR
