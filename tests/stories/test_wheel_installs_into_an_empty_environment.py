"""The wheel alone, installed somewhere else, finds its migrations, playbooks, icons and font."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The folder of programs of a new environment with the wheel; dependencies are the tests'."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder)]
    run(*pip, *build, str(pytestconfig.rootpath), into=folder)
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    target = sysconfig.get_path("purelib", vars={"base": str(folder / "env")})
    run(*pip, "install", "--no-deps", "--no-index", "--target", target, str(wheel), into=folder)
    libraries = Path(target) / "the-tests-libraries.pth"
    libraries.write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return programs


def run(*command: str, into: Path) -> str:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=into,  # not where the project lies, which would be found instead
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "QT_QPA_PLATFORM": "offscreen",
            "ENGAGEMENT_PROFILE": str(into / "profile"),
        },
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_runs_from_its_own_files(installed: Path, tmp_path: Path) -> None:
    python = str(installed / "python")
    where = run(python, "-c", "import console; print(console.__file__)", into=tmp_path)
    assert str(installed.parent) in where


def test_a_database_is_made_and_filled_and_searched(installed: Path, tmp_path: Path) -> None:
    program = [str(installed / "python"), "-m", "console"]
    made = json.loads(run(*program, "database", "create", "--json", into=tmp_path))
    assert made["ok"]
    assert json.loads(run(*program, "publications", "--json", into=tmp_path))["publications"]
    fill = (
        "from datetime import UTC, datetime\n"
        "from console.services.center import Center\n"
        "from console.services.demo import make\n"
        "from console.settings import from_environment\n"
        "with Center(from_environment()) as center:\n"
        "    make(center.shared, center.library(), people=20, now=datetime.now(UTC))\n"
    )
    run(program[0], "-c", fill, into=tmp_path)

    found = json.loads(run(*program, "find", "9375550137", "--json", into=tmp_path))
    assert [match["name"] for match in found["results"]] == ["Denise Whitfield-Okafor"]


def test_the_window_opens_with_its_icons_and_font(installed: Path, tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from PySide6.QtGui import QFontDatabase
from console.app import Application
from console.settings import from_environment
console = Application(from_environment())
console.ready.connect(app.quit)
console.start()
app.exec()
assert not console.theme.pixmap("phone", "text", 16, 1).isNull()
assert "Inter" in " ".join(QFontDatabase.families()), QFontDatabase.families()
console.close()
print("opened")
"""
    assert "opened" in run(str(installed / "python"), "-c", program, into=tmp_path)


def test_its_playbooks_pass_their_own_check(installed: Path, tmp_path: Path) -> None:
    python = str(installed / "python")
    where = "from console.resources import resource; print(resource('playbooks'))"
    folder = run(python, "-c", where, into=tmp_path).strip()
    files = sorted(str(file) for file in Path(folder).glob("*.yaml"))
    assert files
    checked = run(python, "-m", "console", "playbook", "check", *files, "--json", into=tmp_path)
    assert all(file["ok"] for file in json.loads(checked)["files"])
