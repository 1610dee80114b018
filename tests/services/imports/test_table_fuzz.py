"""Damaged tables: no crash, no long wait, no filled memory; and a large one in bounded memory."""

import gzip
import random
import tracemalloc
from io import BytesIO
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.errors import BadInput
from console.services.database import Database
from console.services.imports.repeats import Repeats
from console.services.imports.report import Tally
from console.services.imports.sources import Source
from console.services.imports.tables.files import TableFiles
from console.services.imports.values import Context
from tests.services.imports.limits import within
from tests.services.imports.resources import NOW, ZONE, bring

TEXT = "Id,First,Last,DOB,Phone,Address\n" + "".join(
    f'{at},Ann{at},Smith,{at % 12 + 1}/{at % 28 + 1}/1950,937-555-01{at % 90 + 10},"{at} Elm, 2"\n'
    for at in range(120)
)


def workbook() -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    for line in TEXT.splitlines():
        book.active.append(line.split(","))
    book.save(out)
    return out.getvalue()


PAGE = "<table><tr><td>" + TEXT.replace("\n", "<tr><td>").replace(",", "<td>") + "</table>"
KINDS = {
    "text": TEXT.encode(),
    "utf-16": TEXT.encode("utf-16"),
    "compressed": gzip.compress(TEXT.encode(), mtime=0),
    "workbook": workbook(),
    "page": PAGE.encode(),
}


def read(file: Path) -> tuple[int, int]:
    """Reads a table as an import does, without a database: values and faults."""
    tally, values = Tally(), 0
    source = Source(file, "fuzzed", file.stat().st_size)
    with TableFiles([source], None, None, tally, Context(NOW, ZONE), Repeats()) as files:
        for number in range(files.rounds):
            if files.is_read(source, number):
                values += sum(1 for _ in files.read(source, number, lambda _: None))
    return values, tally.rejected_count


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut off, with bits turned, a part doubled, or in another encoding than it says."""
    whole = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(whole))
        whole[at] ^= 1 << chance.randrange(8)
    match chance.randrange(4):
        case 0:
            return bytes(whole[: chance.randrange(len(whole))])
        case 1:
            at = chance.randrange(len(whole))
            return bytes(whole[:at] + whole[at // 2 : at] * 3 + whole[at:])
        case 2:
            return bytes(whole[chance.randrange(8) :])
        case _:
            return bytes(whole)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000_000))
def test_no_damage_is_too_odd(kind: str, seed: int, tmp_path: Path) -> None:
    file = tmp_path / "fuzzed"
    file.write_bytes(damaged(KINDS[kind], random.Random(seed)))
    with within(megabytes=50):
        read(file)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=3_000) | st.text(max_size=2_000).map(str.encode))
def test_no_bytes_are_too_odd(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "fuzzed").write_bytes(data)
    read(tmp_path / "fuzzed")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.text(max_size=30), min_size=6, max_size=6))
def test_any_text_in_a_cell_goes_in_or_is_refused(
    cells: list[str], embedded: Database, tmp_path: Path
) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    data = (TEXT + quoted + "\n").encode("utf-8", "surrogatepass")
    (tmp_path / "table").write_bytes(data)
    report = bring(embedded, tmp_path / "table", format="csv")
    assert report.read >= 120


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'a,b\n"' + b"x," * 4_000_000, id="quotation mark before a long line"),
        pytest.param(b"Id,Name\n" + b'1,"x\n' * 30_000, id="a mark left open in every row"),
        pytest.param(b"<table>" + b"<td>" * 300_000, id="cells without end"),
        pytest.param(b"<table><" * 200_000, id="tags without end"),
        pytest.param(b"," * 6_000_000, id="one row of nothing"),
        pytest.param(b"\n" * 6_000_000, id="lines of nothing"),
        pytest.param(b"Id,Name\n" + b"1," + b"A" * 8_000_000, id="a cell of megabytes"),
        pytest.param(b"Id   Name\n" * 3 + b" " * 8_000_000, id="blanks without end"),
        pytest.param(gzip.compress(b"Id,Name\n1," + b"A" * 200_000_000, 1), id="a packed cell"),
        pytest.param(gzip.compress(bytes(200_000_000), 1), id="packed zeros"),
    ],
)
def test_what_grows_is_held_small_and_ends_soon(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "table").write_bytes(data)
    with within():
        read(tmp_path / "table")


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(
    embedded: Database, tmp_path: Path
) -> None:
    import zipfile

    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(110):
                part.write(bytes(1 << 20))
    assert file.stat().st_size < 10_000_000
    with pytest.raises(BadInput) as caught:
        bring(embedded, file, format="csv")
    assert "too much text" in caught.value.message


def test_a_large_table_is_read_in_bounded_memory(tmp_path: Path) -> None:
    """The same few megabytes whether the file has a hundred thousand rows or a hundred million."""
    file = tmp_path / "large.gz"
    lines = TEXT.splitlines(keepends=True)
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=1) as out:
        out.write(lines[0])
        for at in range(5_000):
            out.write(f"{at}{lines[at % 120 + 1].lstrip('0123456789')}")
    tally = Tally()
    source = Source(file, "large", file.stat().st_size)
    with TableFiles([source], None, None, tally, Context(NOW, ZONE), Repeats()) as files:
        people = files.read(source, 1, lambda _: None)
        assert sum(1 for _ in islice(people, 2_000)) == 2_000
        tracemalloc.start()
        rest = sum(1 for _ in people)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert rest == 3_000
    assert peak < 4_000_000
