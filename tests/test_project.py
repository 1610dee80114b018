"""The project as a whole: what may not stand in its files, and what has to."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def joined(*parts: str) -> str:
    """A forbidden word put together here, so that this file does not contain it."""
    return "".join(parts)


REGISTRY_HOSTS = [
    joined("pypi", ".org"),
    joined("python", "hosted.org"),
    joined("registry.", "npmjs"),
]
# A path of one machine begins a word; a longer name that ends like it is another matter.
MACHINE_PATHS = [rf"(?<![\w.}}/-])/{name}/" for name in ("root", r"home/\w+", r"Users/\w+")]


def project_files() -> list[Path]:
    """Every file that is or would be committed."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"]
    try:
        listed = subprocess.run([*git, "--exclude-standard"], cwd=ROOT, capture_output=True)
    except FileNotFoundError:
        pytest.skip("git is not here, so the project's files cannot be told from others")
    if listed.returncode:
        pytest.skip(f"no git checkout: {listed.stderr.decode()}")
    files = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [file for file in files if file.is_file()]


def text_lines() -> Iterator[tuple[str, str]]:
    for file in project_files():
        data = file.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            yield f"{file.relative_to(ROOT)}:{number}", line


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, str]]:
    return list(text_lines())


@pytest.mark.parametrize(
    "forbidden",
    [*map(re.escape, REGISTRY_HOSTS), *MACHINE_PATHS],
)
def test_no_file_says_on_which_machine_it_was_made(
    forbidden: str, lines: list[tuple[str, str]]
) -> None:
    pattern = re.compile(forbidden, re.IGNORECASE)
    # The hashes of the locks are noise in which no word stands.
    found = [place for place, line in lines if "--hash=" not in line and pattern.search(line)]
    assert found == []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        (joined("see /", "home/ana/console"), True),
        (joined('"/', 'root/.cache"'), True),
        ("https://example.org/home/ana/", False),
        ("{home}/root/", False),
        ("rooms/home/ana/", False),
    ],
)
def test_the_search_for_machine_paths_finds_them(line: str, is_found: bool) -> None:
    assert any(re.search(pattern, line) for pattern in MACHINE_PATHS) == is_found


def ruff_ignores() -> Iterator[str]:
    """The lines of pyproject.toml on which a rule of ruff is switched off."""
    inside = False
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            inside = line == "[tool.ruff.lint.per-file-ignores]"
        elif line.startswith("ignore = ["):
            inside = True
        elif line == "]":
            inside = False
        elif inside and re.search(r'"[A-Z]+\d+"', line):
            yield line


def test_nobody_looks_at_the_items_of_a_layout() -> None:
    """Python keeps what it has seen of an item when the item is gone, and takes it for whatever
    comes to lie at its address: some deletion later the process crashes.
    """
    asks = "." + "itemAt("
    sources = [file for file in project_files() if file.suffix == ".py"]
    assert [str(one) for one in sources if asks in one.read_text(encoding="utf-8")] == []


def test_every_ignored_rule_has_its_reason_beside_it() -> None:
    ignores = list(ruff_ignores())
    assert len(ignores) >= 5, "the reader of pyproject.toml above no longer finds them"
    assert [line for line in ignores if not re.search(r"# \w+", line)] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_part_by_version_and_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    parts = [part for part in re.split(r"\n(?=\S)", text) if not part.startswith("#")]
    assert len(parts) > 20
    for part in parts:
        assert re.match(r"[a-z0-9-]+==[\w.]+", part), part
        assert "--hash=sha256:" in part, part
    assert not re.search(r"https?:|file:|--(extra-)?index|--find|--trusted", text)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = project["dependencies"]
    everything = runtime + project["optional-dependencies"]["dev"]
    for name, wanted in (("requirements.lock", runtime), ("requirements-dev.lock", everything)):
        pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(), re.MULTILINE))
        asked = {re.split(r"[\[<>=~! ]", part)[0] for part in wanted}
        assert {re.sub(r"[._]", "-", part).lower() for part in asked} - pinned == set()


def test_everything_in_both_locks_has_the_same_version() -> None:
    runtime, everything = (
        set(re.findall(r"^([a-z0-9-]+==[\w.]+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime <= everything
