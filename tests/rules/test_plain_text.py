"""What is text, and what are the bytes of something else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import plain_text

ROW = "1,Ann,Smith,1950-01-31,937-555-0137\r\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ROW, id="rows"),
        pytest.param("2,\x01Individual\x01Sub\x01,x\n", id="values that a CRM joins"),
        pytest.param(f"{ROW}3,A\x00\x02nn,B\x7f\x05\n", id="a few broken bytes"),
        pytest.param(f"{ROW}{ROW}\x1a", id="the end that DOS writes"),
        pytest.param("Zoë\x0cÜnal\x0b|Łukasz|山田", id="pages and letters of the world"),
    ],
)
def test_a_table_is_text_also_where_it_is_damaged(text: str) -> None:
    assert plain_text.is_text(text)


@given(st.integers(0, 10**9), st.sampled_from(["latin-1", "cp437", "cp1252", "utf-8"]))
def test_random_bytes_are_no_text(seed: int, encoding: str) -> None:
    whole = random.Random(seed).randbytes(500)
    assert not plain_text.is_text(whole.decode(encoding, "replace"))


@pytest.mark.parametrize(
    ("row", "damaged"),
    [
        (ROW, False),
        ("2,\x01a\x01b\x01", False),
        ("3,\0\0\0", False),
        ("\x02A\x05,b", True),
    ],
)
def test_a_row_that_was_overwritten(row: str, damaged: bool) -> None:
    assert plain_text.is_damaged(row) is damaged
