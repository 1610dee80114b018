"""Where the files that ship with the program lie, in a checkout and in an installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Give the path of a file below `resources/`, such as `resource("icons", "phone.svg")`."""
    return _root("resources").joinpath(*parts)


def migration_scripts(*parts: str) -> Path:
    """Give the path of a file or folder below `migrations/`."""
    return _root("migrations").joinpath(*parts)


@cache
def _root(name: str) -> Path:
    # The wheel carries both folders inside the package (pyproject.toml, force-include); a checkout
    # keeps them beside it. A wheel is asked first, so that a stray folder in site-packages loses.
    for root in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if root.is_dir():
            return root
    raise FileNotFoundError(
        f"The {name} folder is missing beside {_PACKAGE}. Install the program again."
    )
