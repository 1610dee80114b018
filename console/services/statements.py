"""Statements made once and asked with values, since making one costs more than running it.

A module makes its statements when it is imported, or, where their shape varies, in a function with
a cache; the values come by name when it asks.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam
from sqlalchemy.orm import Session

PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
IDS: BindParameter[Any] = bindparam("ids", expanding=True)
LIMIT: BindParameter[int] = bindparam("limit")


def rows(session: Session, statement: Executable, **values: object) -> Sequence[Any]:
    """What a select of columns gives. `people` and `ids` are given as lists.

    The mapper has no part in plain columns and is passed by, for it doubles the time of a read.
    """
    return session.connection().execute(statement, values).all()
