"""Files damaged in every way: nothing crashes, nothing takes long, nothing fills the memory."""

import gzip
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import BadInput
from console.models.records import Person
from console.services.database import Database
from console.services.imports.values import Context, Skip, Unusable
from tests.services.imports.resources import FIXTURES, NOW, ZONE, bring, mapped, patient, rows

RELEASES = [FIXTURES / "releases" / f"{name}.json" for name in ("stu3", "r4", "r5")]
RESOURCES = [
    entry["resource"] for file in RELEASES for entry in json.loads(file.read_text())["entry"]
]
EVERYTHING = Context(NOW, ZONE, frozenset({"*"}))
SECONDS, MEGABYTES = 10, 500
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["#", "#x", "urn:", "Patient/", "?", "http://[", "9999-12-31", "0001-01-01"])
    | st.just("x" * 5000),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["coding", "code", "reference", "text", "concept", "start", "id", "type"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything inside a resource."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[Any, ...]] = []
    for key, part in inner:
        found.append((*path, key))
        if isinstance(part, dict | list):
            found += places(part, (*path, key))
    return found


@given(st.data())
def test_whatever_stands_in_an_element_a_resource_is_read_or_refused(data: st.DataObject) -> None:
    resource = json.loads(json.dumps(data.draw(st.sampled_from(RESOURCES))))
    for _ in range(data.draw(st.integers(1, 4))):
        *way, last = data.draw(st.sampled_from(places(resource)))
        holder = resource
        for key in way:
            holder = holder[key]
        if (*way, last) != ("resourceType",):
            holder[last] = data.draw(JUNK)
    with suppress(Skip, Unusable):
        assert mapped(resource, EVERYTHING)


def flipped(whole: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(whole)
    for _ in range(chance.randint(1, 20)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def nested(whole: bytes, chance: random.Random) -> bytes:
    """Around the depth at which the parser gives up: reading one more level must not crash."""
    depth = chance.randint(100, 1100)
    deep = f'{{"resourceType": "Encounter", "x": {"[" * depth}{"]" * depth}, "contained": [{{'
    inner = '"resourceType": "Patient", "id": "c"}]}\n'
    return (deep + inner).encode() + whole


DAMAGE: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "truncated": lambda whole, chance: whole[: chance.randrange(len(whole))],
    "flipped": flipped,
    "gzip flipped": lambda whole, chance: flipped(gzip.compress(whole, mtime=0), chance),
    "gzip truncated": lambda whole, chance: gzip.compress(whole, mtime=0)[: chance.randrange(800)],
    "latin-1": lambda whole, _: whole.replace(b"Elm Street", "Élm Street".encode("latin-1")),
    "utf-16": lambda whole, _: whole.decode().encode("utf-16-be"),
    "half utf-16": lambda whole, _: whole.decode().encode("utf-16")[:-1],
    "utf-32": lambda whole, _: whole.decode().encode("utf-32"),
    "nested": nested,
    "shuffled": lambda whole, chance: bytes(chance.sample(whole, len(whole))),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_goes_in_as_far_as_it_can(
    name: str, embedded: Database, tmp_path: Path
) -> None:
    chance = random.Random(name)
    whole = "\n".join(json.dumps(one) for one in RESOURCES[:20]).encode()
    for number in range(6):
        path = tmp_path / str(number)
        path.write_bytes(DAMAGE[name](whole, chance))
        with suppress(BadInput):  # said in a sentence, when nothing of it could be read
            assert bring(embedded, path).read > 0
    beside = tmp_path / "beside"
    beside.write_text(json.dumps(patient("beside")))
    assert bring(embedded, beside).created == 1
    assert rows(embedded, Person)


def many(name: str, make: Callable[[int], Any], number: int) -> bytes:
    return json.dumps(patient(**{name: [make(one) for one in range(number)]})).encode()


def packed(start: bytes, repeated: bytes, number: int, end: bytes = b"") -> bytes:
    """Compressed, but for the ends once only: such a file may have many members."""
    part = repeated * (number // 100)
    first, middle, last = (
        gzip.compress(one, 1, mtime=0) for one in (start + part, part, part + end)
    )
    return first + middle * 98 + last


HOSTILE: dict[str, Callable[[], bytes]] = {
    "names": lambda: many("name", lambda n: {"family": f"F{n}", "given": [f"G{n}"]}, 150_000),
    "text": lambda: json.dumps(patient(birthDate="x" * 9_000_000)).encode(),
    "depth": lambda: b'{"resourceType":"Patient","x":' + b"[" * 9_000_000,
    "rubbish": lambda: b"{}\n" * 3_000_000,
    "the same": lambda: (json.dumps(patient(), indent=1) + "\n").encode() * 8_000,
    "values": lambda: packed(b'{"resourceType":"Bundle",\n"entry":[', b"{},", 30_000_000, b"{}]}"),
    "wide letters": lambda: packed(
        b'{"resourceType":"Patient",\n"id":"', "\U0001f600".encode(), 45_000_000
    ),
    "zeros": lambda: packed(b'{"resourceType":"', b"0", 300_000_000),
}
# One process for all, so that its start counts once.
CHILD = """
import json, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from console.errors import BadInput
from console.models.ids import Login
from console.services.database import open_shared
from console.services.imports import import_paths

def seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime

database, found = open_shared(sys.argv[1]), {}
for name in sys.argv[2:]:
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    begun, file = seconds(), Path(name)
    try:
        import_paths(database, [file], author=Login("x"), now=datetime.now(UTC))
    except BadInput:
        pass
    peak = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
    found[file.name] = seconds() - begun, int(peak) / 1024
print(json.dumps(found))
"""


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="measured on Linux")
def test_a_file_made_to_choke_takes_neither_long_nor_much(
    sqlite_database: str, tmp_path: Path
) -> None:
    for name, make in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
        assert (tmp_path / name).stat().st_size < 10_000_000
    files = [str(tmp_path / name) for name in HOSTILE]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, sqlite_database, *files],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": "."},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.keys() == HOSTILE.keys()
    assert {name: spent for name, (spent, _) in found.items() if spent >= SECONDS} == {}
    assert {name: peak for name, (_, peak) in found.items() if peak >= MEGABYTES} == {}
