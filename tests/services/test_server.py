"""Which server is this: hosts one by one, older states and other clusters refused."""

from typing import Any

import pytest

from console.services.server import Epoch, Judgement, each_host, judge


@pytest.mark.parametrize(
    ("known", "found", "judgement"),
    [
        (None, "1.5/1", Judgement.SAME),
        ("1.5/2", "1.5/2", Judgement.SAME),
        ("1.5/2", "1.5/3", Judgement.NEWER),
        ("1.5/2", "1.5/1", Judgement.OLDER),
        ("1.5/9", "1.5/10", Judgement.NEWER),
        ("1.5/2", "2.5/2", Judgement.OTHER),
        ("1.5/2", "1.6/7", Judgement.OTHER),
    ],
)
def test_a_server_is_judged_by_what_was_seen_before(
    known: str | None, found: str, judgement: Judgement
) -> None:
    assert judge(Epoch.parse(known) if known else None, Epoch.parse(found)) is judgement


@pytest.mark.parametrize("word", ["7301.5/12", "1.1/1"])
def test_an_epoch_is_remembered_as_a_word(word: str) -> None:
    assert str(Epoch.parse(word)) == word


@pytest.mark.parametrize(
    ("options", "hosts"),
    [
        ({}, [(None, None)]),
        ({"host": "a"}, [("a", None)]),
        ({"host": "a", "port": 5433}, [("a", "5433")]),
        ({"host": "a,b"}, [("a", None), ("b", None)]),
        ({"host": "a,b", "port": 5433}, [("a", "5433"), ("b", "5433")]),
        ({"host": "a,b", "port": "1,2"}, [("a", "1"), ("b", "2")]),
        ({"host": "a,b", "port": ",2"}, [("a", None), ("b", "2")]),
    ],
)
def test_a_list_of_hosts_is_paired_with_its_ports(
    options: dict[str, Any], hosts: list[tuple[str | None, str | None]]
) -> None:
    found = list(each_host({**options, "dbname": "center"}))
    assert [(one.get("host"), one.get("port")) for one in found] == hosts
    assert {one["dbname"] for one in found} == {"center"}
