"""Why a server could not be signed in to, each cause with the words that a rep can act on.

The driver gives a failed connect no code, and its text is in the server's language: nothing here
reads text. When you add a cause: a member, in the order in which a connect meets them, its words,
and the code that means it.
"""

import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from console.errors import Offline


class SignInNeeded(Offline):
    """The server asks for a password, or for another one than was given."""

    title = "Sign in"


class NotTrusted(Offline):
    """The line to the server, or the server itself, is not what it should be."""

    title = "The server is not trusted"


class NotAdmitted(Offline):
    """The server answers, and this login may not use it as things stand."""

    title = "The server does not let you in"


class NotServing(Offline):
    """The server answers, and cannot serve anybody just now; it passes."""

    title = "The server cannot serve now"


class Cause(Enum):
    """How far a connect came, and what stopped it there."""

    UNKNOWN_HOST = auto()
    NO_ANSWER = auto()
    NOTHING_LISTENS = auto()
    NO_TLS = auto()
    CA_FILE = auto()
    OWN_CERTIFICATE = auto()
    TLS = auto()
    ROGUE = auto()
    OTHER_HOST = auto()
    EXPIRED = auto()
    EARLY = auto()
    CLOCK = auto()
    STARTING = auto()
    STANDBY = auto()
    TOO_MANY = auto()
    NOT_ADMITTED = auto()
    OTHER_WAY = auto()
    NO_TICKET = auto()
    PASSWORD_WANTED = auto()
    WRONG_PASSWORD = auto()
    PASSWORD_EXPIRED = auto()
    LOGIN_OFF = auto()
    NO_DATABASE = auto()
    NO_RIGHT = auto()
    NO_ROLE = auto()


@dataclass(frozen=True, slots=True)
class Known:
    """What this desk learned when it last was signed in: the server's time, the password's end."""

    server_time: datetime | None = None
    password_until: datetime | None = None


SAFE = "What you log is kept here and sent later."
AGAIN = "The console tries again by itself; if it lasts, tell your administrator."
BY_STATE = {
    "25006": Cause.STANDBY,
    "28P01": Cause.WRONG_PASSWORD,
    "3D000": Cause.NO_DATABASE,
    "42501": Cause.NO_RIGHT,
    "53300": Cause.TOO_MANY,
    "57P01": Cause.STARTING,
    "57P02": Cause.STARTING,
    "57P03": Cause.STARTING,
}
# https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/
BY_VERIFICATION = {9: Cause.EARLY, 10: Cause.EXPIRED, 62: Cause.OTHER_HOST, 64: Cause.OTHER_HOST}
FASTEST_DRIFT = timedelta(minutes=5)

WORDS = {
    Cause.UNKNOWN_HOST: "There is no computer of the server's name on this network. Check the "
    "network or VPN, then the database address.",
    Cause.NO_ANSWER: "The server does not answer. Check the network or VPN.",
    Cause.NOTHING_LISTENS: "The server does not answer: its computer does, but no database runs "
    "there. Tell your administrator.",
    Cause.NO_TLS: "The server offers no encrypted line, so nothing was sent to it. Tell your "
    "administrator.",
    Cause.CA_FILE: "The organization's CA file cannot be read on this computer. Tell your "
    "administrator.",
    Cause.OWN_CERTIFICATE: "This computer's own certificate is missing, cannot be read or was not "
    "accepted. Tell your administrator.",
    Cause.TLS: "No encrypted line could be agreed with the server. Tell your administrator.",
    Cause.ROGUE: "The server's certificate is not from your organization, so nothing was sent to "
    "it. Tell your administrator at once.",
    Cause.OTHER_HOST: "The server's certificate is for another name, so nothing was sent to it. "
    "Check the database address, or tell your administrator.",
    Cause.EXPIRED: "The server's certificate has run out by this computer's clock, which says "
    "{today}. If that is wrong, set the clock; else tell your administrator.",
    Cause.EARLY: "The server's certificate is not valid yet by this computer's clock, which says "
    "{today}. If that is wrong, set the clock; else tell your administrator.",
    Cause.CLOCK: "Your computer's clock says {today}, which is before the day this desk last "
    "worked. Set the clock, then try again.",
    Cause.STARTING: "The server is starting up or shutting down.",
    Cause.STANDBY: "The server is a standby and takes no changes now.",
    Cause.TOO_MANY: "The server has no room for more connections.",
    Cause.NOT_ADMITTED: "The server does not let this login in from this computer, or asks for a "
    "certificate. Tell your administrator.",
    Cause.OTHER_WAY: "The server asks for another way to sign in than this computer is set up for. "
    "Tell your administrator.",
    Cause.NO_TICKET: "Single sign-on did not work: there is no valid Kerberos ticket for this "
    "login. Sign in to this computer again, or get a ticket (kinit).",
    Cause.PASSWORD_WANTED: "The server asks for your password.",
    Cause.WRONG_PASSWORD: "Login or password is wrong. Try again.",
    Cause.PASSWORD_EXPIRED: "Your password has expired. Ask your administrator for a new one.",
    Cause.LOGIN_OFF: "Your login has been switched off. Ask your administrator.",
    Cause.NO_DATABASE: "The server has no database of this name. Check the database address.",
    Cause.NO_RIGHT: "Your login has no right to use this database. Ask your administrator.",
    Cause.NO_ROLE: "Your role here has ended. Ask your administrator.",
}
PASSING = (Cause.STARTING, Cause.STANDBY, Cause.TOO_MANY)
SIGN_IN = (Cause.PASSWORD_WANTED, Cause.WRONG_PASSWORD, Cause.PASSWORD_EXPIRED)
ADMISSION = (Cause.NOT_ADMITTED, Cause.OTHER_WAY, Cause.NO_TICKET, Cause.LOGIN_OFF,
             Cause.NO_DATABASE, Cause.NO_RIGHT, Cause.NO_ROLE)  # fmt: skip
TRUST = (Cause.NO_TLS, Cause.CA_FILE, Cause.OWN_CERTIFICATE, Cause.TLS, Cause.ROGUE,
         Cause.OTHER_HOST, Cause.EXPIRED, Cause.EARLY, Cause.CLOCK)  # fmt: skip


def by_state(state: str, *, signed_in: bool) -> Cause | None:
    """What an SQLSTATE means: before somebody is signed in, or after."""
    if state == "28000":
        return Cause.LOGIN_OFF if signed_in else Cause.NOT_ADMITTED
    return BY_STATE.get(state)


def passing(state: str | None) -> Offline:
    """What to say of a server that cannot serve now, by the SQLSTATE that it gave, if any."""
    cause = BY_STATE.get(state or "")
    if cause in PASSING:
        return _not_serving(WORDS[cause])
    return Offline("The server does not answer.", SAFE, do="Check the network or VPN.")


def _not_serving(what: str) -> NotServing:
    return NotServing(what, f"{AGAIN} {SAFE}", do="Try again in a minute.")


def by_tls(error: ssl.SSLError) -> Cause:
    """What OpenSSL's refusal means; an alert of the server is about our own certificate."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return BY_VERIFICATION.get(error.verify_code, Cause.ROGUE)
    return Cause.OWN_CERTIFICATE if "ALERT" in (error.reason or "") else Cause.TLS


def judge(cause: Cause, known: Known, now: datetime) -> Cause:
    """A server doesn't tell "expired" from "wrong", nor TLS a wrong clock: this desk may know."""
    if cause is Cause.WRONG_PASSWORD and known.password_until and known.password_until <= now:
        return Cause.PASSWORD_EXPIRED
    is_behind = known.server_time is not None and now < known.server_time - FASTEST_DRIFT
    return Cause.CLOCK if cause in (Cause.EXPIRED, Cause.EARLY) and is_behind else cause


def fault(cause: Cause, now: datetime) -> Offline:
    """The error to show: whatever the cause, what waits at the desk goes on waiting."""
    words = WORDS[cause].format(today=f"{now:%d %b %Y}")
    if cause in SIGN_IN:
        return SignInNeeded(words, SAFE)
    if cause in ADMISSION:
        return NotAdmitted(words, SAFE)
    if cause in PASSING:
        return _not_serving(words)
    return NotTrusted(words, SAFE) if cause in TRUST else Offline(words, SAFE)
