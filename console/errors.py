"""The error family: every error that a person may see has a title and says what to do next."""


class ConsoleError(Exception):
    """Root of all errors meant for the person at the screen.

    Attributes:
        title: what is so, in a few words.
        message: what is safe and what to do next, in one sentence; never personal data.
    """

    title = "Something went wrong"

    def __init__(self, message: str, *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title


class EnvironmentFault(ConsoleError):
    """The machine's: a full disk, a read-only folder, a missing library."""

    title = "This computer cannot do that now"


class Refused(ConsoleError):
    """Asked for something that the rules, the input or the rights do not allow."""

    title = "Not done"


class NotFound(Refused):
    """A person, publication or file that is not there."""

    title = "Not found"


class BadInput(Refused):
    """A file or value that cannot be read as what it should be."""

    title = "This cannot be read"


class BadField(Refused):
    """What was typed into one field will not do.

    Attributes:
        field: which one, by the form's name for it.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class SchemaMismatch(ConsoleError):
    """The database is newer or older than this program."""

    title = "The database is of another release"


class Offline(ConsoleError):
    """The shared database cannot be reached; what is logged waits at the desk.

    Attributes:
        asked: for who waits for an answer and logs nothing: what is in the way, and what to do.
    """

    title = "The shared database cannot be reached"

    def __init__(self, what: str, safe: str = "", *, do: str = "") -> None:
        super().__init__(f"{what} {safe}".rstrip())
        self.asked = f"{what} {do}".rstrip()


class InUse(EnvironmentFault):
    """The profile is in use by another process."""

    title = "Already open"
