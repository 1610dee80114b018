"""What the publications in force call things; where a key was replaced, plain words stand in."""

from dataclasses import dataclass

from console.models.bodies import Library, OutcomeCode, Script
from console.models.terms import Channel, Direction, OutreachClass, Stage

FLU, NEW_MOM = "flu-season", "new-mom"
WORDS = {
    "flu-season-email": "Flu season at our clinics",
    "flu-pamphlet": "Flu pamphlet, digital",
    "flu-or-cold": "Flu or cold: how to tell",
    "flu-visit-confirmation": "Your visit is booked",
    "flu-care-instructions-email": "After your visit: how to care for the flu",
    "flu-care-instructions-text": "After your visit",
    "flu-shot-reminder": "Your flu shot for the new season",
    "flu-shot-reminder-text": "Flu shot text",
    "flu-shot-cost": "Flu shot: what it costs, and who pays",
    "flu-keep-family-well": "Keep the family well in flu season",
    "portal-access": "Access to the patient portal",
    "new-mom-welcome": "Welcome to the new mom program",
    "baby-flu-shot": "Baby’s flu shot",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A content piece as a touchpoint names it; `version` None: not published here."""

    key: str
    title: str
    version: int | None
    outreach_class: OutreachClass


class Vocabulary:
    """Looks up keys in a library; nothing that it gives refers to a key that is not there."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def piece(self, key: str) -> Piece:
        content = self.library.contents.get(key)
        if content is None:
            return Piece(key, WORDS.get(key, key), None, OutreachClass.TREATMENT)
        version = self.library.versions.get(f"content:{key}")
        return Piece(key, content.title, version, content.outreach_class)

    def journey(self, key: str) -> str | None:
        return key if key in self.library.playbooks else None

    def code(self, *wanted: str) -> OutcomeCode | None:
        """The first of these codes that is published; None when none of them is."""
        found = (self.library.codes.find(code) for code in wanted)
        return next((code for code in found if code is not None), None)

    def script(
        self, journey: str | None, stage: Stage | None, direction: Direction, *, asked: bool = False
    ) -> Script | None:
        """The script of a call as the playbook chooses it; `asked`: she asked to be called."""
        scripts = self.library.scripts
        playbook = self.library.playbooks.get(journey or "")
        for choice in playbook.scripts if playbook else ():
            fits = not choice.stages or stage in choice.stages
            fits = fits and choice.direction in (None, direction) and (asked or not choice.when)
            if fits and choice.script in scripts:
                return scripts[choice.script]
        rules = self.library.rules
        inbound = rules.lines[0].script if rules.lines else ""
        return scripts.get(rules.outbound_script if direction is Direction.OUTBOUND else inbound)

    def versions(self, journey: str | None, script: Script | None) -> dict[str, int]:
        """Those that a call was made with."""
        names = ["codes:outcomes", "rules:center"]
        names += [f"playbook:{journey}"] if journey else []
        names += [f"script:{script.key}"] if script else []
        known = self.library.versions
        return {name: known[name] for name in names if name in known}


CHANNEL_OF_SEND = {
    "flu-visit-confirmation": Channel.TEXT,
    "flu-shot-reminder-text": Channel.TEXT,
    "flu-care-instructions-text": Channel.TEXT,
    "portal-access": Channel.TEXT,
}
"""How a piece is sent by a rep; by email where it is not listed."""
