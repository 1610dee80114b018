"""An outcome that nobody thought of is published as a file, picked, logged, and read in review."""

from pathlib import Path

import yaml

from console.models.facts import Disposition
from console.models.ids import Login
from console.models.views import DispositionFilter
from console.resources import resource
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
ASKED_FOR_A_PERSON = {
    "code": "assistant_answered",
    "label": "An assistant answered",
    "group": "Not reached",
    "tone": "neutral",
}


def publish(desk: Desk, folder: Path) -> None:
    codes = yaml.safe_load(Path(str(resource("codes", "outcomes.yaml"))).read_text("utf-8"))
    group = next(code["group"] for code in codes["codes"] if code["code"] == "no_answer")
    codes["codes"].append({**ASKED_FOR_A_PERSON, "group": group})
    file = folder / "outcomes.yaml"
    file.write_text(yaml.safe_dump(codes, allow_unicode=True, sort_keys=False), encoding="utf-8")
    desk.center.publications.publish([file], Login("iclarke"), desk.clock())


def test_it_is_picked_by_its_words_and_logged(desk: Desk, tmp_path: Path) -> None:
    desk.bring(WALTER)
    publish(desk, tmp_path)
    desk.pass_time(90)  # between calls the desk looks for what was published

    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "F6")
    desk.write("assistant")
    desk.press("Return", "Ctrl+Return")

    assert "An assistant answered" in desk.message
    desk.log_all()
    [logged] = desk.rows(Disposition)
    assert logged.code == "assistant_answered"
    assert logged.versions["codes:outcomes"] == 2
    [row] = desk.center.review.page(DispositionFilter()).rows
    assert row.code_label == "An assistant answered"


def test_a_call_in_progress_keeps_the_codes_that_it_began_with(desk: Desk, tmp_path: Path) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D")
    publish(desk, tmp_path)
    desk.pass_time(90)
    desk.press("Alt+X", "1", "Ctrl+Return")
    desk.log_all()

    [logged] = desk.rows(Disposition)
    assert logged.versions["codes:outcomes"] == 1
