"""What a contact point is, is told by how it looks; nothing is dropped for looking odd."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.ids import ContactPointId, uuid7
from console.models.terms import ContactSystem
from console.models.views import ContactPointView
from console.rules import contact_points

PHONE, EMAIL, ADDRESS = ContactSystem.PHONE, ContactSystem.EMAIL, ContactSystem.ADDRESS


@pytest.mark.parametrize(
    ("typed", "system", "value", "doubtful"),
    [
        ("937 555 0199", PHONE, "+19375550199", False),
        ("(937) 555-0199 ext. 12", PHONE, "+19375550199", False),
        ("+44 20 3456 7890", PHONE, "+442034567890", False),
        ("1-800-FLOWERS", PHONE, "+18003569377", False),
        ("65550123", PHONE, "65550123", True),
        ("12345678901234567890", PHONE, "12345678901234567890", True),
        ("Denise@Example.ORG", EMAIL, "denise@example.org", False),
        ("denise@home", EMAIL, "denise@home", True),
        ("12 Elm St, Dayton, OH 45402", ADDRESS, "12 Elm St, Dayton, OH 45402", False),
        ("Apt 4, 12 Elm St", ADDRESS, "Apt 4, 12 Elm St", False),
    ],
)
def test_it_is_told_apart_by_its_looks(
    typed: str, system: ContactSystem, value: str, doubtful: bool
) -> None:
    found = contact_points.read(f"  {typed} ")
    assert found is not None
    assert (found.system, found.value, found.doubtful) == (system, value, doubtful)
    assert found.raw == typed


def test_an_extension_is_kept_apart() -> None:
    found = contact_points.read("937-555-0199 x12")
    assert found is not None
    assert (found.value, found.extension) == ("+19375550199", "12")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("12 Elm St, Dayton, OH 45402", ("Dayton", "OH", "45402")),
        ("12 Elm St, Apt 4, Dayton, oh 45402-1234", ("Dayton", "OH", "45402-1234")),
        ("12 Elm St 45402", (None, None, "45402")),
        ("12 Elm St, Dayton", (None, None, None)),
        ("12 Elm Street, New York, NY 10001", ("New York", "NY", "10001")),
    ],
)
def test_the_place_of_an_address_is_read_from_its_end(
    typed: str, place: tuple[str | None, ...]
) -> None:
    found = contact_points.read(typed)
    assert found is not None
    assert (found.city, found.state, found.postal_code) == place


@pytest.mark.parametrize("typed", ["", "  ", "12", "Denise", "?!"])
def test_what_reaches_nobody_is_none(typed: str) -> None:
    assert contact_points.read(typed) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_quickly(typed: str) -> None:
    found = contact_points.read(typed)
    assert found is None or found.raw == " ".join(typed.split())


def point(system: ContactSystem, raw: str, value: str, **more: str | None) -> ContactPointView:
    id_ = ContactPointId(uuid7())
    return ContactPointView(id=id_, system=system, use=None, raw=raw, value=value, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        (point(PHONE, "937-555-0137", "+19375550137"), "937-555-0137"),
        (point(PHONE, "937-555-0137", "+19375550137", extension="12"), "(937) 555-0137 x12"),
        (point(PHONE, "937-555-0137 / 0138", "+19375550138"), "(937) 555-0138"),
        (point(PHONE, "65550123", "65550123"), "65550123"),
        (point(EMAIL, "Ann@X.org", "ann@x.org"), "Ann@X.org"),
        (point(EMAIL, "Ann <Ann@X.org>", "ann@x.org"), "ann@x.org"),
        (point(ADDRESS, "12 Elm St", "12 Elm St", city="Dayton", state="OH"),
         "12 Elm St, Dayton, OH"),
        (point(ADDRESS, "12 Elm St, Dayton", "-", city="Dayton"), "12 Elm St, Dayton"),
    ],
)  # fmt: skip
def test_a_text_to_correct_is_one_that_would_be_read_so(
    shown: ContactPointView, typed: str
) -> None:
    assert contact_points.as_typed(shown) == typed
    if shown.system is not ADDRESS:
        found = contact_points.read(typed)
        assert found is not None
        assert (found.value, found.extension) == (shown.value, shown.extension)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("14 Elm St, Dayton, Ohio", ("Dayton", "Ohio", None)),
        ("14 Elm St, Dayton, Ohio 45402", ("Dayton", "Ohio", "45402")),
        ("14 Dayton Ave, Xenia, OH 45385", ("Xenia", "OH", "45385")),
        ("14 Elm St", (None, None, None)),
    ],
)
def test_what_is_known_of_a_place_stays_while_the_text_says_it(
    typed: str, place: tuple[str | None, ...]
) -> None:
    before = point(ADDRESS, "12 Elm St", "12 Elm St", city="Dayton", state="Ohio")
    found = contact_points.reread(typed, before)
    assert found is not None
    assert (found.city, found.state, found.postal_code) == place
