"""Identifiers: one type per thing, so that a call's id is never taken for a person's."""

import os
import time
from typing import NewType
from uuid import UUID, uuid5

PersonId = NewType("PersonId", UUID)
ContactPointId = NewType("ContactPointId", UUID)
RelationshipId = NewType("RelationshipId", UUID)
CallId = NewType("CallId", UUID)
TouchpointId = NewType("TouchpointId", UUID)
FactId = NewType("FactId", UUID)
CommandId = NewType("CommandId", UUID)
Login = NewType("Login", str)


def uuid7() -> UUID:
    """A new time-ordered identifier (RFC 9562, version 7) from this desk's clock.

    Sorts roughly by creation for the index's sake; never use it to tell what came first.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def derived_id(parent: UUID, *names: str) -> UUID:
    """The identifier of a part of `parent`; the same parts always give the same one."""
    return uuid5(parent, "/".join(names))
