"""The history of notices: counted, not repeated, and forgotten after a shift."""

from datetime import timedelta

from console.rules.noticed import KEPT_FOR, MOST, Said, fresh, heard
from tests.rules.journeys import NOW


def test_the_same_again_is_counted_and_newest_comes_first() -> None:
    said: tuple[Said, ...] = ()
    for minute, text in enumerate(("ring", "offline", "offline", "ring")):
        said = heard(said, Said(NOW + timedelta(minutes=minute), 1, text))

    assert [(one.text, one.times) for one in said] == [("ring", 1), ("offline", 2), ("ring", 1)]
    assert said[1].at == NOW + timedelta(minutes=2)


def test_none_is_kept_longer_than_a_shift_and_never_too_many() -> None:
    many = tuple(Said(NOW - timedelta(seconds=n), 1, str(n)) for n in range(MOST + 5))
    assert len(heard(many, Said(NOW, 1, "new"))) == MOST
    assert fresh(many, NOW + KEPT_FOR) == ()
