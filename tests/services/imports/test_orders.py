"""What a desk keeps of the imports that it began, until they came to their end."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from console.errors import NotFound, Refused
from console.models.ids import Login
from console.models.table_mapping import FieldRule, ImportMapping, Section, TableMapping
from console.models.terms import ImportState
from console.services.center import Center
from console.services.imports import import_paths, orders
from console.services.imports.orders import ImportOrder, ImportOrders
from console.settings import Settings, embedded_file
from tests.services.imports.resources import ndjson, patient

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
MAPPING = ImportMapping(
    tables=(
        TableMapping(
            match=("who",),
            sections=(Section(kind="people", fields={"name": FieldRule(columns=("who",))}),),
        ),
    )
)


class Job:
    """Stands in for the process: it keeps what it was begun with."""

    begun: list["Job"] = []  # noqa: RUF012 - emptied for each test

    def __init__(self, settings: Settings, paths: Sequence[Path], **options: Any) -> None:
        self.settings, self.paths, self.options = settings, paths, options
        Job.begun.append(self)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportOrders:
    Job.begun = []
    monkeypatch.setattr(orders, "ImportJob", Job)
    profile = tmp_path / "profile"
    settings = Settings(profile=profile, database=embedded_file(profile), login="first")
    return ImportOrders(settings, lambda: "secret", lambda: Login("picked"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return ndjson(tmp_path / "people.ndjson", [patient("one")])


def test_what_was_begun_is_kept_with_its_mapping_until_it_is_forgotten(
    desk: ImportOrders, file: Path
) -> None:
    order = desk.mapped(ImportOrder(paths=(file,), saves_rejected=True), MAPPING)
    begun = desk.begin(order)
    [job] = Job.begun
    assert (job.settings.login, job.options["secret"]) == ("picked", "secret")
    assert job.options["mapping"] == order.mapping
    assert job.options["rejected"] == file.parent / "people-rejected"

    assert desk.kept() == {begun.mark: order}
    desk.forget(begun.mark)
    assert desk.kept() == {}
    assert order.mapping is not None
    assert not order.mapping.exists()


def test_a_dry_run_leaves_nothing_to_go_on_with(desk: ImportOrders, file: Path) -> None:
    desk.begin(ImportOrder(paths=(file,), dry_run=True))
    assert Job.begun[0].options["dry_run"]
    assert desk.kept() == {}


def test_files_that_changed_are_not_gone_on_with(desk: ImportOrders, file: Path) -> None:
    begun = desk.begin(ImportOrder(paths=(file,)))
    desk.begin(desk.kept()[begun.mark], begun.mark)
    ndjson(file, [patient("one"), patient("two")])
    with pytest.raises(Refused, match="Import them anew"):
        desk.begin(desk.kept()[begun.mark], begun.mark)
    assert len(Job.begun) == 2
    file.unlink()
    with pytest.raises(NotFound):
        desk.begin(desk.kept()[begun.mark], begun.mark)


def test_a_file_of_its_folder_that_cannot_be_read_is_passed_over(
    desk: ImportOrders, file: Path, tmp_path: Path
) -> None:
    begun = desk.begin(ImportOrder(paths=(file,)))
    (tmp_path / "profile" / "imports" / "broken.json").write_text('{"paths": 7}')
    assert [*desk.kept()] == [begun.mark]


def test_only_tables_are_proposed_a_mapping_for(
    desk: ImportOrders, file: Path, tmp_path: Path
) -> None:
    today = date(2026, 11, 18)
    assert desk.propose(ImportOrder(paths=(file,)), today) is None
    (tmp_path / "more.csv").write_text("first,last,born\nWalter,Brandt,1951-02-03\n")
    found = desk.propose(ImportOrder(paths=(tmp_path,)), today)
    assert found is not None
    assert [Path(table.label).name for table in found.tables] == ["more.csv"]


def test_it_goes_on_with_what_is_on_record_under_its_mark(
    desk: ImportOrders, file: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    begun = desk.begin(ImportOrder(paths=(file,)))
    with closing(Center(Settings(profile=profile, database=embedded_file(profile)))) as center:
        import_paths(center.shared, [file], author=Login("picked"), now=NOW)
        [done] = center.imports.latest()
        assert (done.mark, done.name) == (begun.mark, "picked")
    paused = replace(done, state=ImportState.PAUSED)
    assert desk.going((paused, done)) == {begun.mark: begun.order}
    assert desk.going((done, paused)) == {}
    assert [*desk.kept()] == [begun.mark]
    desk.going((done,), forget=True)
    assert desk.kept() == {}
