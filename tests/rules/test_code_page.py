"""Code pages told by what their letters would be."""

import pytest

from console.rules import code_page

NAMES = "José Müller,Núñez García,Ångström,São Paulo,Çelik,PEÑA,ÁLVAREZ,Renée,Zoë,Sørensen"


@pytest.mark.parametrize("page", ["cp1252", "cp850", "cp437"])
def test_a_text_is_read_as_the_page_it_was_written_in(page: str) -> None:
    written = NAMES.encode(page, "ignore")
    found = code_page.guess(code_page.PIECE.findall(written))
    assert written.decode(found) == written.decode(page)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"Jos\xe9", "José"),
        (b"Jos\x82", "José"),
        (b"O\x92HARA", "O’HARA"),
        (b"PE\xd1A", "PEÑA"),
        (b"PE\xa5A", "PEÑA"),
        (b"\x80elik", "Çelik"),
        (b"98.6\xb0", "98.6°"),
        (b"98.6\xf8", "98.6°"),
        (b"caf\xe9 \x96 bar", "café – bar"),
        (b"Zo\xeb", "Zoë"),
        (b"Zo\x89", "Zoë"),
    ],
)
def test_one_letter_tells(written: bytes, meant: str) -> None:
    assert written.decode(code_page.guess(code_page.PIECE.findall(written))) == meant


def test_every_byte_stands_for_something() -> None:
    every = bytes(range(128, 256))
    assert len(every.decode(code_page.guess([every]))) == 128
