"""Everything that an import rejected, in files to correct and import; sources are read again."""

from collections.abc import Iterator
from pathlib import Path

from console.errors import EnvironmentFault
from console.services.imports import rejected_resources, rejected_rows
from console.services.imports.formats import Files
from console.services.imports.rejected_files import Folder
from console.services.imports.rejections import Rejections
from console.services.imports.report import RejectedFile


def collect(files: Files, rejections: Rejections, into: Path) -> list[RejectedFile]:
    """Writes what was rejected of these files to the folder `into`, which is made where needed.

    Nothing there is written over. A file that is rejected as a whole stays where it is. Raises
    EnvironmentFault when the folder cannot be written.
    """
    rejections.finish()
    try:
        return list(_collect(files, rejections, Folder(into)))
    except OSError as error:
        raise EnvironmentFault(
            f"Not all that was rejected could be written to {into} ({error.strerror}). What was "
            "imported is in the database; name another folder and import once more."
        ) from None


def _collect(files: Files, rejections: Rejections, folder: Folder) -> Iterator[RejectedFile]:
    yield from rejected_rows.write(files.tables(), rejections, folder)
    for source in files.others():
        if rejections.places(source.name):
            yield from rejected_resources.write(source, rejections, folder)
