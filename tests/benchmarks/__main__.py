"""`./dev bench [NAME...] [--people N] [--only DATABASE]`: measures, one JSON object a line.

When you add one: a generator of lines in the file of its path, a name for it below.
"""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.audit import noted, verified
from tests.benchmarks.claims import claimed
from tests.benchmarks.crowd import crowded
from tests.benchmarks.imports import imported, streamed
from tests.benchmarks.log import log_at_the_desk
from tests.benchmarks.lookup import by_phone, by_prefix
from tests.benchmarks.measure import report
from tests.benchmarks.person import guided, opened
from tests.benchmarks.rights import under_rights
from tests.benchmarks.screen import scrolled
from tests.benchmarks.send import applied
from tests.benchmarks.signin import signed_in
from tests.benchmarks.start import first_paint
from tests.benchmarks.stores import BACKENDS, TOUCHPOINTS_EACH, Store, stores
from tests.benchmarks.table_rows import brought
from tests.benchmarks.timeline import first_page

LARGE_MB = 2_000
Lines = Iterator[dict[str, Any]]
ON_EACH_DATABASE: dict[str, Callable[[Store], Lines]] = {
    "phone": by_phone,
    "prefix": by_prefix,
    "timeline": first_page,
    "open": opened,
    "guide": guided,
    "rights": under_rights,
    "apply": applied,
    "noted": noted,
    "verify": verified,
}
AT_THE_DESK: dict[str, Callable[[Store], Lines]] = {"log": log_at_the_desk}
ALONE: dict[str, Callable[[], Lines]] = {
    "start": first_paint,
    "screen": scrolled,
    "signin": signed_in,
    "claims": claimed,
    "crowd": crowded,
    "tables": brought,
    "stream": lambda: streamed(LARGE_MB),
}
IMPORTS = "imports"
NAMES = (IMPORTS, *ALONE, *ON_EACH_DATABASE, *AT_THE_DESK)


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--people", type=int, default=20_000, help="people in each database")
    parser.add_argument("--touchpoints", type=int, default=TOUCHPOINTS_EACH, help="of each person")
    parser.add_argument("--only", choices=BACKENDS, help="measure on one kind of database")
    given = parser.parse_args()
    if unknown := set(given.names) - set(NAMES):
        parser.error(f"there is no {', '.join(sorted(unknown))}; known are {', '.join(NAMES)}")
    wanted = given.names or NAMES
    for name, alone in ALONE.items():
        if name in wanted:
            _report(alone())
    backends = [given.only] if given.only else BACKENDS
    if IMPORTS in wanted:
        _report(imported(given.people, given.touchpoints, backends))
    if not set(wanted) & {*ON_EACH_DATABASE, *AT_THE_DESK}:
        return
    with stores(given.people, given.touchpoints, backends) as filled:
        for store in filled:
            for name, bench in ON_EACH_DATABASE.items():
                if name in wanted:
                    _report(bench(store))
        for name, bench in AT_THE_DESK.items():
            if name in wanted:
                _report(bench(filled[0]))


def _report(lines: Lines) -> None:
    for line in lines:
        report(line)


if __name__ == "__main__":
    main()
