"""Which format reads which file of an import, told by what the file holds."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from console.errors import BadInput
from console.models.table_mapping import ImportMapping
from console.services.imports.fhir_files import FhirFiles
from console.services.imports.repeats import Repeats
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import Source
from console.services.imports.tables.choosing import Chosen
from console.services.imports.tables.files import TableFiles
from console.services.imports.tables.opening import is_table
from console.services.imports.values import Context, Values

FORMATS = ("auto", "fhir", "csv", "crm")
Progress = Callable[[int, int, int], None]


class Format(Protocol):
    """What an import needs of a format: values and faults of a file, round by round.

    Rounds begin at 0; whom others refer to comes in an earlier one. A fault is told in one round.
    """

    @property
    def rounds(self) -> int: ...

    def is_read(self, source: Source, number: int) -> bool: ...

    def read(
        self, source: Source, number: int, progress: Callable[[int], None]
    ) -> Iterator[Values | Rejected]: ...


@dataclass(frozen=True, slots=True)
class Tables:
    """How tables are to be read: by a mapping, or by those that were saved in a folder."""

    mapping: ImportMapping | None = None
    saved: Path | None = None


class Files:
    """The files of an import, each with the format that reads it.

    Attributes:
        repeats: the ids of touchpoints that stand more than once, when the first round is over.
    """

    def __init__(
        self,
        files: Sequence[tuple[Source, Format]],
        tables: TableFiles | None,
        repeats: Repeats,
    ) -> None:
        self._files = files
        self.repeats = repeats
        self._tables = tables
        self.rounds = max(format_.rounds for _, format_ in files)

    def __iter__(self) -> Iterator[tuple[Source, Format]]:
        return iter(self._files)

    def tables(self) -> Sequence[Chosen]:
        """The tables with the mappings that read them."""
        return self._tables.chosen if self._tables else ()

    def others(self) -> list[Source]:
        """The files that are read as something else than tables."""
        return [source for source, format_ in self._files if format_ is not self._tables]

    def mapping(self) -> ImportMapping | None:
        """How tables were read, where there were any."""
        return self._tables.mapping() if self._tables else None

    def save(self, folder: Path) -> None:
        """Keeps the mappings of tables for the next import."""
        if self._tables:
            self._tables.save(folder)


@contextmanager
def formats_of(
    sources: Sequence[Source], wanted: str, tables: Tables, tally: Tally, context: Context
) -> Iterator[Files]:
    """The files with their formats: all of the `wanted` one, or each by its content ("auto").

    Raises BadInput for a format that is not known.
    """
    if wanted not in FORMATS:
        raise BadInput(f"The format {wanted} is not known. Use one of: {', '.join(FORMATS)}.")
    chosen = {
        source.path: wanted in ("csv", "crm") or (wanted == "auto" and is_table(source))
        for source in sources
    }
    repeats = Repeats()
    fhir = FhirFiles(tally, context, repeats)
    listed = [source for source in sources if chosen[source.path]]
    if not listed:
        yield Files([(source, fhir) for source in sources], None, repeats)
        return
    with TableFiles(
        listed, tables.mapping, tables.saved, tally, context, repeats, propose=wanted != "crm"
    ) as files:
        both = [(source, files if chosen[source.path] else fhir) for source in sources]
        yield Files(both, files, repeats)
