"""Every setting, declared once: where the profile and the shared database are, and who acts.

When you add one: a field here, its environment twin in `from_environment`, a line in the README.
"""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from console.errors import BadInput

APPLICATION = "engagement-console"
LOCK_AFTER = timedelta(minutes=10)
ENGLISH = "en"
LANGUAGES = (ENGLISH, "es")
"""Languages of the window, by ISO 639."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the command line, the environment and the defaults decided.

    Attributes:
        profile: the workstation's own folder.
        database: SQLAlchemy URL of the shared database, without password.
        login: who acts on the embedded database; None for the one remembered.
        zone: the center's IANA time zone; None for the computer's.
        undo_for: how long a log can be undone before it is sent.
        consents_valid_for: dialing is refused when the consents shown are older.
        lock_after: the window locks when nobody has touched it for so long; never at zero.
        outbox: the folder of the workstation store, where the profile does not outlive the session.
        profile_passes: the profile ends with the session, so that a sign-out waits for the outbox.
        recovery_key: the organization's public key, which opens a store whose own key is lost.
        language: of the window, while nobody picked another at the desk; None for the system's.
    """

    profile: Path
    database: str
    login: str | None = None
    zone: str | None = None
    undo_for: timedelta = timedelta(seconds=10)
    consents_valid_for: timedelta = timedelta(minutes=30)
    lock_after: timedelta = LOCK_AFTER
    outbox: Path | None = None
    profile_passes: bool = False
    recovery_key: str | None = None
    language: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether the shared database is a file on this desk."""
        return self.database.startswith("sqlite")

    @property
    def workstation_file(self) -> Path:
        return (self.outbox or self.profile) / "workstation.db"

    @property
    def language_file(self) -> Path:
        """Read before any database is opened, so a file of its own."""
        return self.workstation_file.with_name("language")

    @property
    def window_file(self) -> Path:
        """Where the window stood, read before it is shown."""
        return self.workstation_file.with_name("window")

    @property
    def crashes(self) -> Path:
        """The folder of what went wrong, which is read when no database can be."""
        return self.workstation_file.with_name("crashes")


def default_profile() -> Path:
    from platformdirs import user_data_path  # keeps the start of the window short

    return user_data_path(APPLICATION, appauthor=False)


def embedded_file(profile: Path) -> str:
    """The URL of the embedded database of a profile."""
    return f"sqlite:///{profile / 'shared.db'}"


def center_file(profile: Path) -> Path:
    """Holds the address of the center that was joined in the window, if one was."""
    return profile / "center"


def joined_center(profile: Path) -> str | None:
    try:
        return center_file(profile).read_text(encoding="utf-8").strip() or None
    except (OSError, ValueError):
        return None


def from_environment(
    profile: Path | None = None,
    database: str | None = None,
    login: str | None = None,
    ca: Path | None = None,
) -> Settings:
    """Settings from options first, then environment twins, then the center joined, then defaults.

    Raises BadInput for a number that is none, or a language that the window does not speak.
    """
    environment = os.environ.get
    folder = profile or Path(environment("ENGAGEMENT_PROFILE") or default_profile())
    named = database or environment("ENGAGEMENT_DATABASE")
    address = named or joined_center(folder) or embedded_file(folder)
    return Settings(
        profile=folder,
        database=trusting(address, str(ca or "") or environment("ENGAGEMENT_CA")),
        login=login or environment("ENGAGEMENT_AS"),
        zone=environment("ENGAGEMENT_ZONE"),
        lock_after=_minutes(environment("ENGAGEMENT_LOCK_MINUTES"), LOCK_AFTER),
        outbox=Path(given) if (given := environment("ENGAGEMENT_OUTBOX")) else None,
        profile_passes=environment("ENGAGEMENT_PROFILE_PASSES") == "1",
        recovery_key=environment("ENGAGEMENT_RECOVERY_KEY"),
        language=_language(environment("ENGAGEMENT_LANGUAGE")),
    )


def trusting(address: str, ca: str | None) -> str:
    """The address of a server with the organization's CA file, unless it names one itself."""
    if not ca or address.startswith("sqlite") or "sslrootcert=" in address:
        return address
    return f"{address}{'&' if '?' in address else '?'}sslrootcert={quote(ca, safe='/')}"


def _language(written: str | None) -> str | None:
    """The language of a code such as "es", "es-MX" or "es_US.UTF-8"."""
    code = (written or "")[:2].casefold()
    if code and code not in LANGUAGES:
        raise BadInput(
            f"ENGAGEMENT_LANGUAGE is no language of the window. Write {' or '.join(LANGUAGES)}."
        )
    return code or None


def _minutes(written: str | None, otherwise: timedelta) -> timedelta:
    if not written:
        return otherwise
    try:
        return timedelta(minutes=abs(float(written)))
    except (ValueError, OverflowError):
        raise BadInput(
            "ENGAGEMENT_LOCK_MINUTES is not a number of minutes. Write 10, or 0 for never."
        ) from None
