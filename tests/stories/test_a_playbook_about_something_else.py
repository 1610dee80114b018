"""Files alone teach the console another program: colorectal screening, guided in the window."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.models.facts import Answer, Disposition, Enrollment
from console.models.terms import Stage, TouchpointKind
from tests.services.made_up import SCREENING
from tests.services.records import begin
from tests.stories.desk import MORNING, Desk, later, patient

ROSA = patient("rosa", "Rosa Delgado", born="1969-05-05", phone="937-555-0188", mrn="9001")
PLAYBOOK = (
    SCREENING
    + """\
scripts:
  - script: screening-kit
    direction: outbound
"""
)
SCRIPT = """\
kind: script
key: screening-kit
title: Screening kit
steps:
  - id: hello
    say: Hello, this is {{rep_name}} at {{organization}}. We sent you a test kit.
    question: Is the kit still at home?
    options:
      - label: Still here
        next: how
      - label: Sent back
        next: bye
        proposes: already_done
  - id: how
    say: It takes five minutes, and the postage is paid.
    question: Will it be sent this week?
    options:
      - label: "Yes"
        next: bye
        proposes: information_given
      - label: "No"
        next: bye
        proposes: interested_later
  - id: bye
    say: Thank you.
"""


@pytest.fixture
def published(desk: Desk, tmp_path: Path) -> Desk:
    """The files are checked and published by the command line, in a process of its own."""
    (tmp_path / "screening.yaml").write_text(PLAYBOOK, encoding="utf-8")
    (tmp_path / "kit.yaml").write_text(SCRIPT, encoding="utf-8")
    files = [str(tmp_path / "screening.yaml"), str(tmp_path / "kit.yaml")]
    assert all(file["ok"] for file in run(desk, "playbook", "check", *files)["files"])
    done = run(desk, "publish", *files)
    assert [(one["kind"], one["key"]) for one in done["published"]] == [
        ("playbook", "colorectal-screening"),
        ("script", "screening-kit"),
    ]
    return desk


def run(desk: Desk, *arguments: str) -> dict[str, list[dict[str, object]]]:
    program = [sys.executable, "-m", "console", "--profile", str(desk.settings.profile)]
    done = subprocess.run(
        [*program, "--as", "iclarke", *arguments, "--json"],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    document: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return document


def test_it_guides_the_call(published: Desk) -> None:
    desk = published
    # Published by the real clock, and called on the day after, within calling hours.
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    desk.clock.at = max(MORNING, tomorrow.replace(hour=16))
    desk.bring(ROSA)
    rosa, past = desk.person("Rosa Delgado"), begin(desk.center.shared)
    past.add(Enrollment, person_id=rosa, journey="colorectal-screening", action="enrolled",
             at=later(desk.clock, days=-40))  # fmt: skip
    past.touchpoint(
        rosa, TouchpointKind.LETTER, later(desk.clock, days=-30), ref="test-kit", title="Test kit"
    )
    desk.center.library.forget()
    desk.pass_time(60)

    desk.find("Rosa Delgado")
    assert "Colorectal screening" in desk.seen(desk.page.person)
    desk.press("Alt+D")
    assert "Is the kit still at home?" in desk.seen(desk.page.guide)
    assert "Ask whether the kit is still there" in desk.seen(desk.page.guide)
    desk.press("Alt+1", "Alt+V")
    desk.say("Rosa Delgado", "5 May 1969", "45402")
    desk.press("Alt+1", "Alt+X", "Ctrl+Return")

    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    [logged] = desk.rows(Disposition)
    assert (logged.code, logged.journey) == ("information_given", "colorectal-screening")
    assert logged.versions["script:screening-kit"] == 1
    assert [row.value for row in desk.rows(Answer)] == ["Still here", "Yes"]
    [journey] = desk.record(rosa).view.journeys
    assert journey.stage is Stage.ACQUISITION
