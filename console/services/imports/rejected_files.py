"""Files of rejected rows and resources: new ones, for nobody else to read."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import TextIO

REASONS = ".reasons.txt"
RESOURCES = ".rejected.ndjson"
ROWS = ".rejected.csv"
_LONGEST_NAME = 100


def is_reasons(file: Path) -> bool:
    """Whether a file only says why the resources beside it were rejected."""
    base = file.name.removesuffix(REASONS)
    return base != file.name and file.with_name(f"{base}{RESOURCES}").exists()


def name_of(file: Path, sheet: str = "") -> str:
    """What the files for a source begin with; the same for its own rejected rows."""
    name = file.name.removesuffix(".gz")
    name = name.removesuffix(ROWS).removesuffix(RESOURCES)
    stem = Path(name).stem or name
    plain = "".join("_" if one in '<>|"' else one for one in sheet)
    return f"{stem[:_LONGEST_NAME]}.{plain}" if plain else stem[:_LONGEST_NAME]


class Folder:
    """The folder that a person named; it is made with its first file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def new(self, name: str, *endings: str) -> Iterator[list[tuple[Path, TextIO]]]:
        """A new file for each ending, numbered where one is there; none stays half written."""
        self._path.mkdir(parents=True, exist_ok=True)
        paths = next(
            paths
            for number in count(1)
            if (paths := self._made(name if number == 1 else f"{name}-{number}", endings))
        )
        try:
            with ExitStack() as stack:
                yield [(path, stack.enter_context(_opened(path))) for path in paths]
        except BaseException:
            for path in paths:
                path.unlink(missing_ok=True)
            raise

    def _made(self, name: str, endings: tuple[str, ...]) -> list[Path]:
        """The empty files, or none where one of them is there already."""
        made: list[Path] = []
        for ending in endings:
            path = self._path / f"{name}{ending}"
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            except FileExistsError:
                for one in made:
                    one.unlink()
                return []
            made.append(path)
        return made


def _opened(path: Path) -> TextIO:
    """Bytes that were no text of their encoding are written as they were."""
    return path.open("w", encoding="utf-8", errors="surrogateescape", newline="")
