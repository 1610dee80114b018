"""Words that ask us to stop: alone as a whole inbound message, or as phrases in a rep's notes."""

import re

from console.models.bodies import Rules
from console.rules.names import words

# 47 CFR 64.1200(a)(10)(i): each of these, alone in a reply, revokes consent.
STOP_WORDS = frozenset({"stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe"})
# A single word in notes says nothing ("quit smoking", "cancel my appointment"); these do.
PHRASES = (
    "stop calling",
    "stop texting",
    "stop emailing",
    "stop contacting",
    "stop sending",
    "do not call",
    "don't call",
    "dont call",
    "do not text",
    "don't text",
    "do not contact",
    "don't contact",
    "never call",
    "no more calls",
    "no more texts",
    "no more emails",
    "no more letters",
    "take me off",
    "take her off",
    "take him off",
    "take them off",
    "remove me from",
    "unsubscribe me",
    "opt me out",
    "opt out",
    "wants to opt out",
    "leave me alone",
)
# "Asked us not to stop calling" asks for the contrary.
NEGATED = re.compile(r"\b(?:not to|dont|do not|never|didnt|did not) $")


def is_stop(message: str) -> bool:
    """Whether a whole inbound message is a stop word, whatever its case and punctuation."""
    plain = " ".join(words(message))
    return plain in STOP_WORDS or plain in {"stop all", "stopall", "optout"}


def phrase_in(text: str, rules: Rules) -> str | None:
    """The first phrase in `text` that asks us to stop: the usual ones and the center's own."""
    # A phrase does not reach over a comma: "at the bus stop, calling from there".
    clauses = [" ".join(words(clause)) for clause in re.split(r"[.,;:!?()\n]+", text)]
    for phrase in (*rules.stop_phrases, *PHRASES):
        sought = " ".join(words(phrase))
        if " " in sought and any(_says(clause, sought) for clause in clauses):
            return phrase
    return None


def _says(clause: str, sought: str) -> bool:
    for found in re.finditer(rf"\b{re.escape(sought)}\b", clause):
        stops = sought.startswith("stop ")
        if not (stops and NEGATED.search(clause[: found.start()])):
            return True
    return False
