"""Which pieces of the library answer a question."""

from collections.abc import Iterable

from console.models.bodies import Content
from console.rules.folding import fold


def find(contents: Iterable[Content], question: str) -> tuple[Content, ...]:
    """Pieces that hold any word of three letters or more, those that hold the most first.

    A title or topic counts twice; without a question everything is there, by title.
    """
    words = [word for word in fold(question).split() if len(word) > 2]
    pieces = sorted(contents, key=lambda piece: fold(piece.title))
    if not words:
        return tuple(pieces)
    scored = [(_score(piece, words), piece) for piece in pieces]
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return tuple(piece for _, piece in best)


def missing(contents: Iterable[Content], question: str) -> tuple[str, ...]:
    """The words of a question that no piece holds, as typed: what isn't offered."""
    everything = " ".join(_text(piece) for piece in contents)
    typed = [word.strip(".,;:?!") for word in question.split()]
    return tuple(word for word in typed if len(word) > 2 and fold(word) not in everything)


def _score(piece: Content, words: list[str]) -> int:
    head = fold(f"{piece.title} {piece.topic}")
    text = _text(piece)
    return sum(2 * (word in head) + (word in text) for word in words)


def _text(piece: Content) -> str:
    return fold(f"{piece.title} {piece.topic} {piece.summary} {piece.say} {piece.body}")
