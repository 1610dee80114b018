"""Which ids stand more than once in the files of an import: noted first, asked for later."""

from hashlib import blake2b

# Twice 8 MB: of a million ids hardly any is taken for a repeated one, of ten million one in 25.
MARKS = 1 << 26
MARKS_EACH = 5


class Repeats:
    """Remembers ids in constant memory, as a Bloom filter.

    An id that was noted twice is always known as repeated; rarely one that was noted once is, too,
    which costs a moment and changes nothing.
    """

    def __init__(self, marks: int = MARKS) -> None:
        self._marks = marks
        self._once = bytearray(marks // 8)
        self._again = bytearray(marks // 8)

    def note(self, source: str, key: str) -> None:
        places = self._places(source, key)
        if _has(self._once, places):
            _mark(self._again, places)
        else:
            _mark(self._once, places)

    def __contains__(self, name: tuple[str, str]) -> bool:
        return _has(self._again, self._places(*name))

    def _places(self, source: str, key: str) -> list[int]:
        digest = blake2b(f"{source}\n{key}".encode("utf-8", "replace"), digest_size=32).digest()
        return [
            int.from_bytes(digest[start : start + 6]) % self._marks
            for start in range(0, 6 * MARKS_EACH, 6)
        ]


def _has(bits: bytearray, places: list[int]) -> bool:
    return all(bits[place >> 3] & 1 << (place & 7) for place in places)


def _mark(bits: bytearray, places: list[int]) -> None:
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
