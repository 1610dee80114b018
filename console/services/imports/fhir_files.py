"""FHIR files as an import reads them: resources → values, in the rounds that `fhir` declares."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from console.services.imports import fhir
from console.services.imports.reader import Entry, read
from console.services.imports.references import key_of, source_of
from console.services.imports.repeats import Repeats
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import Source
from console.services.imports.values import Context, Skip, Unusable, Values


class FhirFiles:
    """A file without resources of a later round is not read again."""

    rounds = len(fhir.ROUNDS)

    def __init__(self, tally: Tally, context: Context, repeats: Repeats) -> None:
        self._tally = tally
        self._repeats = repeats
        self._context = context
        self._found: dict[Path, set[int]] = defaultdict(set)

    def is_read(self, source: Source, number: int) -> bool:
        return number == 0 or number in self._found[source.path]

    def read(
        self, source: Source, number: int, progress: Callable[[int], None]
    ) -> Iterator[Values | Rejected]:
        """What of a file goes in this round, and what cannot."""
        for found in read(source, progress):
            if isinstance(found, Rejected):
                if number == 0:
                    yield found
                continue
            for entry in self._of_round(found, source, number):
                if value := self._map(entry):
                    yield value

    def _of_round(self, entry: Entry, source: Source, number: int) -> Iterator[Entry]:
        """What of an entry goes in this round; the first one notes what the later will find."""
        if number == 0:
            self._tally.read += 1
            if entry.kind not in fhir.KINDS:
                self._tally.skip(entry.kind)
            elif entry.kind not in fhir.ROUNDS[0]:
                self._found[source.path].add(fhir.round_of(entry.kind))
                self._repeats.note(source_of(entry), key_of(entry))
            if any(True for _ in fhir.contained(entry)):
                self._found[source.path].add(fhir.CONTAINED_ROUND)
        if number == fhir.CONTAINED_ROUND:
            yield from fhir.contained(entry)
        if entry.kind in fhir.ROUNDS[number]:
            yield entry

    def _map(self, entry: Entry) -> Values | Rejected | None:
        try:
            return fhir.values_of(entry, self._context)
        except Skip as reason:
            self._tally.skip(str(reason))
        except Unusable as reason:
            return Rejected(entry.file, entry.where, str(reason))
        return None
