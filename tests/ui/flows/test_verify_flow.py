"""Verification ends when the tries are used up, whatever is said afterwards."""

from console.models.terms import VerificationItem
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Walker", born="1974-06-09", phone="937-555-0137")


def test_nothing_matches_any_more_once_the_tries_are_used_up(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.ring("937-555-0137")
    desk.press("Alt+A")
    desk.find("Denise Walker")
    denise = desk.person("Denise Walker")
    assert desk.app.desk is not None
    said = desk.app.desk.verify._on_said
    for guess in ("1 Jan 1950", "2 Feb 1960", "3 Mar 1970"):
        said(denise, VerificationItem.BIRTH_DATE, guess)

    said(denise, VerificationItem.NAME, "Denise Walker")
    said(denise, VerificationItem.BIRTH_DATE, "9 Jun 1974")
    said(denise, VerificationItem.PHONE, "937-555-0137")

    assert not desk.app.session.verified
    assert desk.app.session.draft is not None
    assert desk.app.session.draft.code == "could_not_verify"
