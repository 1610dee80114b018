"""Imports that this desk began: how their tables are to be read, and what it takes to go on."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from console.errors import BadInput, EnvironmentFault, Refused
from console.models.ids import Login
from console.models.table_mapping import ImportMapping
from console.models.views import ImportView
from console.services.imports import ledger
from console.services.imports.job import ImportJob
from console.services.imports.sources import Source, find
from console.services.imports.tables import mapping_files
from console.services.imports.tables.opening import is_table
from console.services.imports.tables.proposal import Proposal, propose
from console.settings import Settings

FORMAT = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """What to import: files and folders, and the file that says how tables are read, if any.

    `saves_rejected`: what is rejected is written beside the first of them, to be corrected.
    `dry_run`: everything is read, nothing is changed.
    """

    paths: tuple[Path, ...]
    mapping: Path | None = None
    saves_rejected: bool = False
    dry_run: bool = False

    @property
    def rejected(self) -> Path | None:
        """The folder for what is rejected: "people-rejected" beside "people.csv"."""
        first = self.paths[0]
        return first.parent / f"{first.stem}-rejected" if self.saves_rejected else None


@dataclass(frozen=True, slots=True)
class Begun:
    """An import that runs; `mark` is that of its record in the shared database."""

    order: ImportOrder
    mark: str
    job: ImportJob


class ImportOrders:
    """Paths of imports that were begun here lie in the profile until they came to their end.

    `secret` gives the password of the server, `acting` who brings people in on the embedded
    database.
    """

    def __init__(
        self, settings: Settings, secret: Callable[[], str | None], acting: Callable[[], Login]
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._acting = acting
        self._folder = settings.profile / "imports"

    def propose(self, order: ImportOrder, today: date) -> Proposal | None:
        """How its tables would be read; None when there are none.

        Raises NotFound for a path that is not there.
        """
        tables = [source.path for source in self._sources(order) if is_table(source)]
        if not tables:
            return None
        return propose(tables, today=today, saved=self._settings.profile / "mappings")

    def mapped(
        self, order: ImportOrder, mapping: ImportMapping, *, dry_run: bool = False
    ) -> ImportOrder:
        """The same, its tables read by this mapping; raises EnvironmentFault on a full disk."""
        words = mapping_files.dump(mapping)
        file = self._folder / f"{hashlib.sha256(words.encode()).hexdigest()[:16]}.yaml"
        self._write(file, words)
        return replace(order, mapping=file, dry_run=dry_run)

    def begin(self, order: ImportOrder, goes_on: str | None = None) -> Begun:
        """Starts the process; `goes_on` is the mark of the import that it goes on with.

        Raises NotFound for a path that is not there, Refused when the files are not those any
        more, EnvironmentFault when this desk cannot remember them.
        """
        mark = self._mark(order)
        if goes_on not in (None, mark):
            raise Refused(
                "The files have changed since, so this import cannot go on where it was. "
                "Import them anew: what is in already does not come twice."
            )
        if not order.dry_run:
            self._keep(mark, order)
        settings = self._settings
        if settings.embedded:
            settings = replace(settings, login=self._acting())
        job = ImportJob(
            settings,
            order.paths,
            format_=FORMAT,
            mapping=order.mapping,
            rejected=order.rejected,
            dry_run=order.dry_run,
            secret=self._secret(),
        )
        return Begun(order, mark, job)

    def kept(self) -> dict[str, ImportOrder]:
        """What this desk could go on with, by its mark; a file that cannot be read is none."""
        found = {}
        for file in sorted(self._folder.glob("*.json")):
            try:
                data = json.loads(file.read_text(encoding="utf-8"))
                order = ImportOrder(
                    paths=tuple(map(Path, data["paths"])),
                    mapping=Path(data["mapping"]) if data["mapping"] else None,
                    saves_rejected=bool(data["saves_rejected"]),
                )
            except (OSError, ValueError, KeyError, TypeError):
                continue
            found[file.stem] = order
        return found

    def going(
        self, imports: Sequence[ImportView], *, forget: bool = False
    ) -> dict[str, ImportOrder]:
        """Of what was kept here, that which has not come to its end, by its mark.

        `imports` are those on record, newest first. `forget`: the rest is not kept any longer.
        """
        newest: dict[str, ImportView] = {}
        for one in imports:
            newest.setdefault(one.mark, one)
        going = {}
        for mark, order in self.kept().items():
            if mark in newest and newest[mark].state in ledger.GOES_ON:
                going[mark] = order
            elif forget:
                self.forget(mark)
        return going

    def forget(self, mark: str) -> None:
        """Nothing about it stays here."""
        kept = self.kept()
        order = kept.pop(mark, None)
        (self._folder / f"{mark}.json").unlink(missing_ok=True)
        others = {other.mapping for other in kept.values()}
        if order and order.mapping and order.mapping not in others:
            order.mapping.unlink(missing_ok=True)

    def _sources(self, order: ImportOrder) -> Sequence[Source]:
        sources, _ = find(order.paths)
        if not sources:
            raise BadInput("There is no file to read there.")
        return sources

    def _mark(self, order: ImportOrder) -> str:
        mapping = mapping_files.load(order.mapping) if order.mapping else None
        return ledger.mark_of(self._sources(order), FORMAT, repr(mapping))

    def _keep(self, mark: str, order: ImportOrder) -> None:
        data = {
            "paths": [str(path.absolute()) for path in order.paths],
            "mapping": str(order.mapping or ""),
            "saves_rejected": order.saves_rejected,
        }
        self._write(self._folder / f"{mark}.json", json.dumps(data))

    def _write(self, file: Path, words: str) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text(words, encoding="utf-8")
        except OSError as error:
            raise EnvironmentFault(
                f"This computer cannot write to {self._folder} ({error.strerror}). Nothing was "
                "imported; make room there and begin again."
            ) from None
