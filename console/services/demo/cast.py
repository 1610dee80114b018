"""Who has a story of her own in the demo, and the telling of these stories."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from console.models.ids import Login, PersonId
from console.models.terms import Authority, Channel, HoldCause, Purpose
from console.services.demo import background, pictured
from console.services.demo.calls import Desk
from console.services.demo.diary import Diary
from console.services.demo.ledger import Ledger
from console.services.demo.people import Population
from console.services.demo.pictured import ANA, TOMASZ
from console.services.demo.places import PLACES, Place
from console.services.demo.roster import DEFAULT_LOGIN
from console.services.demo.someone import Someone, born, relate

TOWNS = {place.city: place for place in PLACES}


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody as listed below; `numbers` are (use, last digits of 937-555-) or empty for new."""

    given: str
    family: str
    sex: str
    age: int
    city: str
    birthday: tuple[int, int]
    numbers: tuple[tuple[str, str], ...] = ()
    more: dict[str, Any] | None = None


SHARED = (("home", "0142"),)
DENISE = Role(
    "Denise", "Whitfield-Okafor", "female", 34, "Dayton", (3, 14), (("mobile", "0137"),),
    {"prefers": "mornings", "email": "denise.whitfield@example.org", "street": "418 Linden Ave"},
)  # fmt: skip
WALTER = Role("Walter", "Brandt", "male", 71, "Xenia", (8, 2), (("home", "0119"),))
CARL = Role(
    "Carl", "Abernathy", "male", 63, "Springfield", (1, 21), (("mobile", "0164"), ("home", "0165"))
)
HAROLD = Role(
    "Harold", "Jankowski", "male", 81, "Kettering", (2, 3), SHARED, {"street": "77 Dorothy Ln"}
)
MARIA = Role(
    "Maria", "Jankowski", "female", 79, "Kettering", (11, 8), SHARED, {"street": "77 Dorothy Ln"}
)
TERESA = Role("Teresa", "Jankowski-Ruiz", "female", 52, "Dayton", (6, 9), SHARED)
RUBEN = Role(
    "Ruben", "Castellanos-Ibarra", "male", 44, "Dayton", (10, 30), (),
    {"language": "es", "interpreter": True, "other_names": ("Rubén Castellanos",)},
)  # fmt: skip
LUCIA = Role("Lucía", "Castellanos-Ibarra", "female", 14, "Dayton", (5, 17))
NADIA = Role(
    "Nadia", "Perlman", "female", 38, "Columbus", (7, 7), (),
    {"confidential": True, "no_voicemail": True},
)  # fmt: skip
AGNES = Role("Agnes", "Hollister", "female", 88, "Troy", (12, 1), (), {"deceased": True})
LOWELL = Role("Lowell", "Finch", "male", 84, "Dayton", (4, 4))
SAMUEL = Role("Samuel", "Adeyemi", "male", 59, "Springfield", (9, 19))
EDITH = Role("Edith", "Hollister", "female", 66, "Troy", (3, 3))
# Whom reps promised to call today: (who, minutes from now, note, rep).
CALLBACKS: tuple[tuple[Role, int, str, Login], ...] = (
    (Role("Priya", "Raghunathan", "female", 41, "Dayton", (6, 24)), -23, "", DEFAULT_LOGIN),
    (Role("Estela", "Cruz-Montalbán", "female", 58, "Xenia", (2, 11)), -8, "", DEFAULT_LOGIN),
    (
        Role("Gloria", "Addo", "female", 49, "Kettering", (9, 5)),
        52, "Asked for a morning call", DEFAULT_LOGIN,
    ),
    (RUBEN, 97, "Interpreter booked", DEFAULT_LOGIN),
    (
        Role("Mirela", "Popescu", "female", 36, "Dayton", (1, 9)),
        142, "Asked for her lunch break", DEFAULT_LOGIN,
    ),
    (
        Role("Edwin", "Park", "male", 67, "Springfield", (8, 28)),
        247, "Asked for the afternoon", DEFAULT_LOGIN,
    ),
    (Role("Harriet", "Osei", "female", 62, "Dayton", (5, 2)), -15, "", ANA),
    (Role("Marek", "Novák", "male", 45, "Cincinnati", (3, 27)), 70, "Works until then", ANA),
    (
        Role("Leonor", "de la Peña y Quintana", "female", 73, "Columbus", (12, 12), (),
             {"language": "es"}),
        130, "Asks for Spanish", ANA,
    ),
    (
        Role("Katherine", "O’Shaughnessy", "female", 55, "Toledo", (10, 3)),
        200, "After her visit to the dentist", ANA,
    ),
    (Role("Bao", "Tran", "male", 39, "Beavercreek", (7, 21)), -31, "", TOMASZ),
    (Role("Peter", "Van Houten", "male", 70, "Lima", (11, 30)), 85, "", TOMASZ),
    (
        Role("Phyllis", "Greenbaum", "female", 77, "Dayton", (4, 15)),
        160, "Wants her daughter on the line", TOMASZ,
    ),
)  # fmt: skip


class Cast:
    """Makes these people and tells their stories; `size` says how many they are."""

    size = 13 + len(CALLBACKS) - 1

    def __init__(
        self,
        ledger: Ledger,
        population: Population,
        desk: Desk,
        today: date,
        open_diary: Callable[[Someone], Diary],
    ) -> None:
        self._ledger = ledger
        self._population = population
        self._desk = desk
        self._today = today
        self._open_diary = open_diary

    def tell(self) -> list[Someone]:
        """Everybody listed above, in an order that is always the same."""
        told = [self._told(DENISE, pictured.denise), self._told(WALTER, pictured.walter)]
        told.append(self._told(CARL, lambda diary, _: pictured.carl(diary)))
        told += self._family()
        for role, minutes, note, login in CALLBACKS:
            told.append(self._asks_back(role, minutes, note, login))
        ruben = next(one for one in told if one.given == "Ruben")
        told.append(self._minor(ruben))
        told.append(self._told(NADIA, _background))
        told.append(self._told(LOWELL, pictured.reported_dead))
        told.append(self._held(SAMUEL, HoldCause.INPATIENT, 2, "Admitted to the medical ward."))
        told.append(self._held(AGNES, HoldCause.DECEASED, 46, "Confirmed by records staff."))
        told.append(self._held(EDITH, HoldCause.BEREAVED, 46, "Her mother died."))
        relate(self._ledger, told[-1].id, "daughter", told[-2].id)
        return told

    def _told(self, role: Role, story: Callable[[Diary, Desk], object]) -> Someone:
        one = self._someone(role)
        story(self._open_diary(one), self._desk)
        return one

    def _someone(self, role: Role) -> Someone:
        place = TOWNS[role.city]
        month, day = role.birthday
        one = Someone(
            id=PersonId(self._ledger.new_id()),
            given=role.given,
            family=role.family,
            sex=role.sex,
            birth_date=born(self._today, role.age, month=month, day=day),
            place=place,
            street=(role.more or {}).get("street", f"{100 + role.age * 7} Wilmington Ave"),
            mrn="",
            phones=self._phones(role, place),
        )
        return self._population.named(replace(one, **(role.more or {})))

    def _phones(self, role: Role, place: Place) -> tuple[tuple[str, str], ...]:
        if role.numbers:
            return tuple((use, f"+1937555{digits}") for use, digits in role.numbers)
        number = None if role.more and "phones" in role.more else self._population.number(place)
        return (("mobile", number),) if number else ()

    def _family(self) -> list[Someone]:
        """Three people on one number; nobody may yet speak for anybody else."""
        harold, maria, teresa = (self._told(role, _background) for role in (HAROLD, MARIA, TERESA))
        for parent, word in ((harold, "father"), (maria, "mother")):
            relate(self._ledger, teresa.id, "daughter", parent.id)
            relate(self._ledger, parent.id, word, teresa.id)
        relate(self._ledger, maria.id, "wife", harold.id)
        relate(self._ledger, harold.id, "husband", maria.id)
        return [harold, maria, teresa]

    def _asks_back(self, role: Role, minutes: int, note: str, login: Login) -> Someone:
        def story(diary: Diary, desk: Desk) -> None:
            pictured.asks_back(diary, desk, minutes, note, login)

        return self._told(role, story)

    def _minor(self, father: Someone) -> Someone:
        lucia = self._someone(replace(LUCIA, more={"phones": father.phones}))
        lucia = replace(lucia, street=father.street, email=None)
        diary = self._open_diary(lucia)
        diary.agree(Channel.CALL, diary.calendar.morning(300, "13:30"), Purpose.CARE)
        diary.visit(diary.calendar.morning(130, "15:20"), "children’s clinic", "Yearly check.")
        authority = Authority.PERSONAL_REPRESENTATIVE
        relate(self._ledger, father.id, "father", lucia.id, authority)
        relate(self._ledger, lucia.id, "daughter", father.id)
        return lucia

    def _held(self, role: Role, cause: HoldCause, days_ago: int, note: str) -> Someone:
        def story(diary: Diary, _desk: Desk) -> None:
            calendar = diary.calendar
            diary.agree(Channel.CALL, calendar.morning(300, "13:30"), Purpose.CARE)
            diary.visit(
                calendar.morning(130, "09:20"),
                "family medicine, Wayne Avenue",
                "Follow-up, 20 min.",
            )
            diary.hold(cause, calendar.morning(days_ago, "10:00"), note)

        return self._told(role, story)


def _background(diary: Diary, _desk: Desk) -> None:
    background.write(diary)
