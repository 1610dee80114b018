"""Correcting a record: contact points, the person's own fields, who speaks for her, its history."""

from console.ui.correct.sheet import CONTACT, HISTORY, PERSON, RELATIONS, CorrectSheet

__all__ = ["CONTACT", "HISTORY", "PERSON", "RELATIONS", "CorrectSheet"]
