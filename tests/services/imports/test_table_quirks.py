"""What real exports do to a table: every quirk by hand, with what becomes of it."""

import gzip
import random
import zlib
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from console.errors import BadInput
from console.models.records import ContactPoint, Person
from console.services.database import Database
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import Source
from console.services.imports.tables.files import tables_of
from console.services.imports.tables.table import Record, Table, records
from tests.services.imports.resources import bring, rows

HEAD = "Id,First,Last,DOB,Phone\n"
ANN = "1,Ann,Smith,1950-01-31,937-555-0137\n"
BOB = "2,Bob,Jones,1961-07-02,937-555-0138\n"

TALK = "Minutes, as agreed\nAnn, Bob, Cy and Di came, late.\nWe talked\nof this\nthat, and more\n"


def written(folder: Path, text: str | bytes, name: str = "t.csv") -> Path:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def table(file: Path) -> Table:
    (found,) = tables_of(Source(file, "t", file.stat().st_size), Tally())
    return found


def records_of(file: Path) -> list[Record]:
    return [one for one in records(table(file), lambda _: None) if isinstance(one, Record)]


def people(database: Database) -> set[tuple[str, str | None]]:
    return {(one.name, one.birth_date) for one in rows(database, Person)}


BOTH = {("Ann Smith", "1950-01-31"), ("Bob Jones", "1961-07-02")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + ANN + BOB, id="plain"),
        pytest.param("\ufeff" + HEAD + ANN + BOB, id="byte order mark"),
        pytest.param(f"sep=,\n{HEAD}{ANN}{BOB}", id="Excel's separator line"),
        pytest.param((HEAD + ANN + BOB).replace("\n", "\r\n"), id="CRLF"),
        pytest.param((HEAD + ANN + BOB).replace("\n", "\r"), id="old Mac line ends"),
        pytest.param(f"{HEAD}\n{ANN}\n,,,,\n{BOB}\n\n", id="blank rows"),
        pytest.param(f"{HEAD}{ANN}{HEAD}{BOB}", id="header again"),
        pytest.param(f"{HEAD}{ANN}{BOB}Total,2,,,\n", id="total row"),
        pytest.param(f"{HEAD}{ANN}{BOB}Total: 2\n", id="short total row"),
        pytest.param(f"{HEAD}{ANN}{BOB}\n2 rows selected.\n", id="remark at the end"),
        pytest.param(f"{HEAD}{ANN}{BOB}".replace(",", ", "), id="blank after comma"),
        pytest.param(f"{HEAD}{ANN}{BOB}".replace("\n", ",,\n"), id="empty cells at the end"),
        pytest.param(f"Patients of the clinic\nPrinted 3/1/2026\n\n{HEAD}{ANN}{BOB}", id="title"),
        pytest.param(f"{HEAD}number,text,text,yyyy-mm-dd,text\n{ANN}{BOB}", id="row that explains"),
        pytest.param(f"Person,,,,Contact\n{HEAD}{ANN}{BOB}", id="captions of groups"),
        pytest.param(
            '"Id","First","Last","DOB","Phone"\n"1","Ann","Smith","1950-01-31","937-555-0137"\n'
            '"2","Bob","Jones","1961-07-02","937-555-0138"\n',
            id="everything quoted",
        ),
        pytest.param(
            f'{HEAD}1,Ann,Smith,1950-01-31,"937-555-0137\n{BOB}', id="quotation mark left open"
        ),
        pytest.param(
            f'{HEAD}1,Ann,Smith,1950-01-31,937-555-0137"\n{BOB}', id="quotation mark at the end"
        ),
    ],
)
def test_a_table_is_read_through_what_stands_around_it(
    text: str, embedded: Database, tmp_path: Path
) -> None:
    report = bring(embedded, written(tmp_path, text), format="csv")
    assert people(embedded) == BOTH
    assert report.rejected == ()
    assert report.read == report.created == 2


def test_line_breaks_within_a_cell_are_no_rows(embedded: Database, tmp_path: Path) -> None:
    text = 'Id,First,Last,Address\n1,Ann,Smith,"12 Elm St\nApt 4"\n2,Bob,Jones,8 Oak Ave\n'
    assert bring(embedded, written(tmp_path, text)).created == 2
    assert {one.value for one in rows(embedded, ContactPoint)} == {"12 Elm St Apt 4", "8 Oak Ave"}


def test_a_row_with_more_cells_than_the_header_is_refused(
    embedded: Database, tmp_path: Path
) -> None:
    report = bring(embedded, written(tmp_path, f"{HEAD}{ANN}3,A,B,C,D,E,F\n{BOB}"))
    assert people(embedded) == BOTH
    (rejected,) = report.rejected
    assert (rejected.where, rejected.reason) == ("row 3", "has 7 cells, and the header 5")


def test_a_row_with_damaged_bytes_is_refused_and_the_others_go_in(
    embedded: Database, tmp_path: Path
) -> None:
    good = "".join(f"{at},Zoë{at},Ünal,1950-01-31,\n" for at in range(10, 20)).encode()
    report = bring(embedded, written(tmp_path, HEAD.encode() + good + b"3,A\xff,B,,\n"))
    assert report.created == 10
    assert report.rejected[0].reason == "holds bytes that are no text of its encoding"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850", "cp437"]
)
def test_an_encoding_is_told_by_its_bytes(encoding: str, tmp_path: Path) -> None:
    text = HEAD + "1,José,Müller,1950-01-31,\n2,Zoë,Peña,1961-07-02,\n"
    file = written(tmp_path, text.encode(encoding))
    assert [one.cells[1:3] for one in records_of(file)] == [("José", "Müller"), ("Zoë", "Peña")]


def test_what_was_overwritten_in_a_file_is_refused_and_the_rest_goes_in(tmp_path: Path) -> None:
    lines = "".join(f"{at},Ann{at},Smith,1950-01-31,\n" for at in range(5_000)).encode()
    block = random.Random(4).randbytes(2_000)
    file = written(tmp_path, HEAD.encode() + lines[:80_000] + block + lines[82_000:])
    found = list(records(table(file), lambda _: None))
    good = [one for one in found if isinstance(one, Record)]
    assert len(good) > 4_900
    assert [one.cells for one in good if not one.cells[1].startswith("Ann")] == []
    assert {one.reason for one in found if isinstance(one, Rejected)} <= {
        "holds bytes that are no text",
        "holds bytes that are no text of its encoding",
    }


def test_a_header_alone_brings_nothing_and_is_no_fault(embedded: Database, tmp_path: Path) -> None:
    report = bring(embedded, written(tmp_path, HEAD))
    assert (report.read, report.created, report.rejected) == (0, 0, ())


def test_wrong_headers_are_said_and_nothing_comes_in(embedded: Database, tmp_path: Path) -> None:
    report = bring(embedded, written(tmp_path, "alpha,beta\n1,2\n3,4\n"))
    assert (report.read, report.created) == (2, 0)
    assert report.skipped_kinds == {"Neither people nor touchpoints": 2}


def test_a_table_without_header_is_told_by_its_values(embedded: Database, tmp_path: Path) -> None:
    text = "".join(
        f"{1000 + at},Ann{at},Smith,{at + 1}/{at + 13}/1950,937-555-01{at + 10},a{at}@example.org\n"
        for at in range(10)
    )
    report = bring(embedded, written(tmp_path, text))
    assert report.created == 10
    assert ("Ann3 Smith", "1950-04-16") in people(embedded)
    systems = [one.system for one in rows(embedded, ContactPoint)]
    assert (systems.count("phone"), systems.count("email")) == (10, 10)


def test_day_first_and_month_first_columns_stand_beside_each_other(
    embedded: Database, tmp_path: Path
) -> None:
    text = (
        "Id,First,Last,DOB,Date of Death\n1,A,B,02/01/1950,03/04/2020\n2,C,D,31/01/1950,3/31/2020\n"
    )
    bring(embedded, written(tmp_path, text))
    found = {one.name: (one.birth_date, one.deceased_at) for one in rows(embedded, Person)}
    birth, death = found["A B"]
    assert birth == "1950-01-02"
    assert death is not None
    assert datetime.fromisoformat(str(death)).strftime("%m-%d") == "03-04"


def workbook(folder: Path, name: str, *sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, lines in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {at}")
        for line in lines:
            sheet.append(line)
    book.save(folder / name)
    return folder / name


ROWS: list[list[object]] = [
    ["Id", "First", "Last", "DOB", "Phone"],
    [1, "Ann", "Smith", datetime(1950, 1, 31), "937-555-0137"],  # noqa: DTZ001 - as Excel has it
    [2.0, "Bob", "Jones", "1961-07-02", "937-555-0138"],
    [None, None, None, None, None],
    ["Total", 2, None, None, None],
]


@pytest.mark.parametrize("name", ["people.xlsx", "people.csv", "people"])
def test_a_workbook_is_read_under_any_name(name: str, embedded: Database, tmp_path: Path) -> None:
    report = bring(embedded, workbook(tmp_path, name, ROWS, [], [["nothing"], ["here"]]))
    assert people(embedded) == BOTH
    assert report.created == 2
    assert {one.value for one in rows(embedded, ContactPoint)} == {"+19375550137", "+19375550138"}


def test_a_text_named_as_a_workbook_and_a_compressed_workbook(
    embedded: Database, tmp_path: Path
) -> None:
    bring(embedded, written(tmp_path, HEAD + ANN, "a.xlsx"))
    whole = workbook(tmp_path, "b.xlsx", ROWS).read_bytes()
    bring(embedded, written(tmp_path, gzip.compress(whole), "b.csv.gz"))
    assert people(embedded) == BOTH


def test_the_same_rows_from_a_workbook_and_a_text_are_the_same_people(
    embedded: Database, tmp_path: Path
) -> None:
    bring(embedded, written(tmp_path, HEAD + ANN + BOB))
    again = bring(embedded, workbook(tmp_path, "b.xlsx", ROWS))
    assert (again.created, again.updated) == (0, 0)


def test_a_table_of_a_web_page_is_read(embedded: Database, tmp_path: Path) -> None:
    cells = "".join(
        "<tr>" + "".join(f"<td><b>{cell}</b>&nbsp;</td>" for cell in line.split(",")) + "</tr>"
        for line in (ANN + BOB).splitlines()
    )
    head = "".join(f"<th>{cell}" for cell in HEAD.strip().split(","))
    page = f"<html><head><title>x</title></head><table border=1><tr>{head}{cells}</table></html>"
    bring(embedded, written(tmp_path, page, "export.xls"))
    assert people(embedded) == BOTH


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "is a workbook of an old kind (.xls)"),
        (b"PK\x03\x04" + bytes(40), "is a ZIP archive"),
        (b"%PDF-1.7 \n", "is a PDF document"),
        (b'<?xml version="1.0"?><Workbook/>', "is XML; save it as .xlsx or CSV"),
        (b"just one line of words\n", "is neither FHIR (JSON) nor a table"),
        (b'{"resourceType": "Patient"}', "is JSON; import it with --format fhir"),
        (bytes(range(1, 32)) * 40, "is neither text nor a workbook"),
        (random.Random(1).randbytes(6_000), "is neither text nor a workbook"),
        (zlib.compress(TALK.encode() + random.Random(2).randbytes(900)), "is neither text nor"),
        (TALK.encode(), "is neither FHIR (JSON) nor a table"),
    ],
)
def test_what_is_no_table_is_said(
    data: bytes, reason: str, embedded: Database, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as caught:
        bring(embedded, written(tmp_path, data), format="csv")
    assert reason in caught.value.message


def test_a_broken_workbook_is_said(embedded: Database, tmp_path: Path) -> None:
    whole = workbook(tmp_path, "a.xlsx", ROWS).read_bytes()
    with pytest.raises(BadInput):
        bring(embedded, written(tmp_path, whole[: len(whole) // 2]), format="csv")


def test_a_file_cut_off_in_its_compression_brings_what_is_there(
    embedded: Database, tmp_path: Path
) -> None:
    lines = "".join(f"{at},Ann{at},Smith,1950-01-31,\n" for at in range(5_000))
    packed = gzip.compress((HEAD + lines).encode())
    report = bring(embedded, written(tmp_path, packed[: len(packed) // 2]), format="csv")
    assert 0 < report.created < 5_000
    assert "and the rest are missing" in report.rejected[-1].reason


def test_a_stray_quotation_mark_eats_no_other_rows(embedded: Database, tmp_path: Path) -> None:
    """Two stray marks far apart must not swallow what stands between them."""
    lines = [f"{at},Ann{at},Smith,1950-01-31,555\n" for at in range(100)]
    lines[10] = '10,"Ann10,Smith,1950-01-31,555\n'
    lines[60] = '60,"Ann60,Smith,1950-01-31,555\n'
    report = bring(embedded, written(tmp_path, HEAD + "".join(lines)))
    assert report.created == 100
