"""`person`: legal hold, restriction, erasure and what is due, as an administrator types them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import MRN, Command

LEAD = {
    "resourceType": "Patient",
    "id": "lead-1",
    "name": [{"family": "Quillfeather", "given": ["Hanna"]}],
    "birthDate": "1980-02-03",
    "telecom": [{"system": "phone", "value": "937-555-0171"}],
}
WHY = ("--reason", "asked in writing")


@pytest.fixture
def lead_file(tmp_path: Path) -> Path:
    file = tmp_path / "lead.json"
    file.write_text(json.dumps(LEAD))
    return file


@pytest.fixture
def lead(desk: Path, console: Command, lead_file: Path) -> str:
    """The id of a prospect on the desk's database."""
    assert console("import", lead_file).code == 0
    person: str = console("find", "quillfeather", "--json").json["results"][0]["person"]
    return person


def test_a_prospect_is_erased_and_no_import_brings_her_back(
    console: Command, lead: str, lead_file: Path
) -> None:
    console("show", lead)
    erased = console("person", "erase", lead, *WHY, "--json").json
    assert erased.keys() == {"person", "blanked", "kept"}
    assert "who opened the record" in erased["kept"][0]
    assert console("show", lead, "--json").json["name"] == "—"
    lead_file.write_text(json.dumps({**LEAD, "birthDate": "1980-02-04"}))
    again = console("import", lead_file, "--json").json
    assert "was erased" in again["rejected"][0]["reason"]
    assert console("find", "quillfeather", "--json").json["results"] == []
    assert console("worker", "--once").code == 0
    assert console("database", "check", "--json").json["problems"] == []


def test_a_patient_is_refused_and_so_is_who_is_held(console: Command, lead: str) -> None:
    assert "received care" in console("person", "erase", MRN, *WHY).refused()
    assert console("person", "hold", lead, *WHY, "--json").json.keys() == {"person", "hold"}
    assert "legal hold" in console("person", "erase", lead, *WHY).refused()
    assert console("person", "release", lead, *WHY, "--json").json["lifted"] == 1
    assert "no legal hold" in console("person", "release", lead, *WHY).refused()


def test_a_reason_must_be_given(console: Command, lead: str) -> None:
    assert console("person", "erase", lead).code == 2


def test_a_misfiled_visit_is_hidden_and_listed(console: Command, denise: str) -> None:
    visit = console("timeline", denise, "--json").json["touchpoints"][0]["id"]
    hidden = console("person", "restrict", visit, *WHY, "--json").json["restricted"]
    assert visit in hidden
    assert console("timeline", denise, "--json").json["touchpoints"] == []
    listed = console("person", "restrictions", "--json").json["restrictions"]
    assert {(one["by"], one["why"]) for one in listed} == {("ada", "asked in writing")}
    assert "by its id" in console("person", "restrict", "the visit", *WHY).refused()


def test_nobody_is_due_as_long_as_the_rules_keep_them(console: Command, lead: str) -> None:
    assert console("person", "due", "--json").json == {"due": []}


def test_the_check_verifies_the_audit_and_a_head_kept_elsewhere(
    console: Command, lead: str
) -> None:
    console("show", lead)
    console("worker", "--once")
    audit = console("database", "check", "--json").json["audit"]
    assert audit["rows"] > 0
    head = f"{audit['head']['number']}:{audit['head']['hash']}"
    assert console("database", "check", "--head", head).code == 0
    assert "made anew" in console("database", "check", "--head", f"1:{'0' * 64}").refused()
