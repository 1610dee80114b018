"""Who acts at this desk: the login of a server, or whoever was picked on the embedded database."""

import json
from dataclasses import replace

from console.errors import Offline
from console.models.ids import Login
from console.models.views import StaffView
from console.services import codec
from console.services.database import shared_url
from console.services.memory import Memory
from console.services.staff import REMEMBERED, StaffBook
from console.settings import Settings

ACTED = "staff.acted"
SIGNED_IN = "sign_in.login"


def with_login(settings: Settings, memory: Memory, *, typed: bool) -> Settings:
    """An address without a login is that of whoever signed in last.

    `typed`: the login in it has just signed in with a password.
    """
    if settings.embedded:
        return settings
    url = shared_url(settings.database)
    if url.username and typed:
        memory.set(_login_place(settings), url.username)
    elif not url.username and (login := memory.get(_login_place(settings))):
        address = url.set(username=login).render_as_string(hide_password=False)
        return replace(settings, database=address)
    return settings


class Identity:
    """Who acts; the desk remembers it for when the server cannot be asked."""

    def __init__(self, settings: Settings, memory: Memory, staff: StaffBook) -> None:
        self._settings = settings
        self._memory = memory
        self._staff = staff
        self._picked: Login | None = None

    def acting(self) -> StaffView:
        """Who acts: on a server its login, else whoever was picked, named or remembered.

        Without the server, whoever last acted on it from this desk; Offline when nobody has yet.
        """
        if self._settings.embedded:
            return self._staff.acting(self._picked or self._settings.login)
        kept = self._memory.get(self._acted_place()) or None
        try:
            found = self._staff.acting()
        except Offline:
            if kept is None:
                raise
            return codec.load(StaffView, json.loads(kept))
        text = json.dumps(codec.dump(found))
        if text != kept:
            self._memory.set(self._acted_place(), text)
        return found

    def author(self) -> Login | None:
        """Whose entries may go: on a server those of its login alone, which libpq may choose."""
        if self._settings.embedded:
            return None
        named = shared_url(self._settings.database).username
        return Login(named) if named else self.acting().login

    def is_chosen(self) -> bool:
        """Whether it was decided who acts, so that nobody needs to be asked."""
        named = self._picked or self._settings.login or self._memory.get(REMEMBERED)
        return named is not None or not self._settings.embedded

    def pick(self, login: Login) -> None:
        """Somebody works at this desk from now on, and at its next start."""
        self._staff.remember(login)
        self._picked = login

    def forget(self) -> None:
        """Nobody is signed in at this desk any more."""
        self._memory.set(self._acted_place(), "")
        self._memory.set(_login_place(self._settings), "")

    def _acted_place(self) -> str:
        return f"{ACTED}:{shared_url(self._settings.database)}"


def _login_place(settings: Settings) -> str:
    return f"{SIGNED_IN}:{shared_url(settings.database).set(username=None)}"
