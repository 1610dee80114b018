"""Who works in the demo's center, and who is free for a call at a given time."""

from bisect import bisect_left, insort
from datetime import datetime, timedelta
from random import Random
from typing import Any

from console.models.ids import Login
from console.models.terms import Role

DEFAULT_LOGIN = Login("jmays")
TEAM = "engagement"
REPS: dict[Login, str] = {
    DEFAULT_LOGIN: "Jordan Mays",
    Login("avillasenor"): "Ana Villaseñor-Prieto",
    Login("tzielinski"): "Tomasz Zieliński",
}
SUPERVISOR = Login("iclarke")
BREATH = timedelta(seconds=20)


def team_rows() -> list[dict[str, Any]]:
    return [{"key": TEAM, "name": "Engagement center"}]


def staff_rows() -> list[dict[str, Any]]:
    people = [(login, name, Role.REP) for login, name in REPS.items()]
    people.append((SUPERVISOR, "Imani Clarke", Role.SUPERVISOR))
    return [
        {"login": login, "name": name, "role": role, "team": TEAM, "active": True}
        for login, name, role in people
    ]


class Roster:
    """Keeps the reps' time, so that nobody is on two calls at once."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._busy: dict[Login, list[tuple[datetime, datetime]]] = {login: [] for login in REPS}

    def take(
        self, at: datetime, lasts: timedelta, wanted: Login | None = None
    ) -> tuple[Login, datetime]:
        """Who takes a call of that length, and when it begins: at the time asked, or earlier."""
        logins = [wanted] if wanted else self._chance.sample(list(self._busy), len(self._busy))
        for login in logins:
            if self._is_free(login, at, lasts):
                return self._taken(login, at, lasts)
        return self._taken(logins[0], self._earlier(logins[0], at, lasts), lasts)

    def _is_free(self, login: Login, at: datetime, lasts: timedelta) -> bool:
        busy = self._busy[login]
        place = bisect_left(busy, (at, at))
        before = busy[place - 1][1] if place else at
        after = busy[place][0] if place < len(busy) else at + lasts
        return before <= at and at + lasts <= after

    def _earlier(self, login: Login, at: datetime, lasts: timedelta) -> datetime:
        """The latest gap before `at` that is long enough."""
        while not self._is_free(login, at, lasts):
            busy = self._busy[login]
            place = bisect_left(busy, (at + lasts, at + lasts)) - 1
            at = busy[place][0] - lasts - BREATH
        return at

    def _taken(self, login: Login, at: datetime, lasts: timedelta) -> tuple[Login, datetime]:
        insort(self._busy[login], (at, at + lasts + BREATH))
        return login, at
