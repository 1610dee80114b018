"""Figures of calls: of what each is a part, and what stays out of it."""

from console.models.bodies import Codes, OutcomeCode
from console.models.terms import Direction
from console.models.views import ReviewFigures
from console.rules.figures import Tally, figures

CODES = Codes(
    groups=("spoke", "none"),
    codes=(
        OutcomeCode(code="booked", label="Booked", group="spoke", reached=True, right_party=True,
                    needs=("appointment",)),
        OutcomeCode(code="told", label="Told", group="spoke", reached=True, right_party=True),
        OutcomeCode(code="household", label="Household", group="spoke", reached=True),
        OutcomeCode(code="no_answer", label="No answer", group="none"),
    ),
)  # fmt: skip
OUT, IN = Direction.OUTBOUND, Direction.INBOUND


def test_only_our_own_calls_are_attempts_and_a_code_that_was_retired_still_is_one() -> None:
    found = figures(
        (
            Tally(OUT, "booked", 2, 700),
            Tally(OUT, "told", 3, 300),
            Tally(OUT, "household", 4, 80),
            Tally(OUT, "no_answer", 10, 20),
            Tally(OUT, "retired", 1, 5),
            Tally(IN, "booked", 6, 900),
        ),
        CODES,
    )
    assert found == ReviewFigures(
        attempts=20, reached=9, right_party=5, booked=2, calls=26, handled_seconds=2005
    )
