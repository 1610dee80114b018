"""Who may be told about whom: listening is always allowed, telling needs verification and a right.

45 CFR 164.502(g) (personal representatives), 164.510(b) (involved in care, agreed on the line).
"""

from dataclasses import dataclass
from datetime import date, datetime

from console.models.bodies import Rules
from console.models.draft import Draft
from console.models.ids import PersonId
from console.models.terms import Authority, VerificationState
from console.models.views import RelationshipView

PARENTS = frozenset({"parent", "mother", "father", "guardian", "stepparent"})


@dataclass(frozen=True, slots=True)
class MayTell:
    """Whether somebody may be told about another's record, and why or why not, in a sentence."""

    tell: bool
    authority: Authority
    reason: str


@dataclass(frozen=True, slots=True)
class PartyState:
    """Where one person stands on this call: how the caller is known for her record."""

    person: PersonId
    state: VerificationState
    may_tell: bool
    reason: str


def authority_for(
    relationship: RelationshipView | None,
    *,
    about_age: int | None,
    today: date,
    rules: Rules,
    claimed: Authority | None = None,
    until: date | None = None,
) -> MayTell:
    """Whether the speaker may be told about the person of the call.

    `relationship` is what is on file. `claimed` is what the rep picked when it is not: agreement
    spoken on the line is one by itself; any other right must be on file. `about_age` is the
    person's in full years, `until` the last day of an agreement.
    """
    on_file = relationship.authority if relationship else None
    authority = claimed or on_file or Authority.NONE
    if authority is Authority.NONE:
        return MayTell(False, authority, "No authority: listen, and tell nothing.")
    if authority is Authority.AGREES_ON_LINE:
        if until is not None and until < today:
            return MayTell(False, authority, "The agreement has ended.")
        return MayTell(True, authority, "Agreed on the line; tell what the agreement covers.")
    if authority is not on_file or relationship is None:
        return MayTell(False, authority, "Not on file; ask for the document first.")
    if relationship.until is not None and relationship.until < today:
        return MayTell(False, authority, "The authority on file has ended.")
    if relationship.kind.casefold() in PARENTS and authority is Authority.PERSONAL_REPRESENTATIVE:
        return _parent(about_age, rules)
    words = {
        Authority.PERSONAL_REPRESENTATIVE: "Personal representative, on file.",
        Authority.WRITTEN: "Written authorization, on file.",
        Authority.COURT: "Appointed by a court, on file.",
    }
    return MayTell(True, authority, words[authority])


def party_state(draft: Draft, person: PersonId, now: datetime) -> PartyState:
    """What the call's verification allows about `person`.

    Somebody speaking for another needs to be verified too, besides the person and the authority.
    """
    entry = draft.verification_of(person)
    state = entry.state if entry else VerificationState.UNVERIFIED
    if state is VerificationState.UNVERIFIED or entry is None:
        return PartyState(person, VerificationState.UNVERIFIED, False, "Not verified yet.")
    if state is VerificationState.PATIENT:
        return PartyState(person, state, True, "Verified: speaks for himself or herself.")
    if state is VerificationState.THIRD_PARTY:
        return PartyState(person, state, False, "No authority: listen, and tell nothing.")
    if entry.authority in {None, Authority.NONE}:
        return PartyState(person, state, False, "The authority is not known yet.")
    if entry.until is not None and entry.until < now:
        return PartyState(person, state, False, "The agreement has ended.")
    speaker = draft.speaking_with
    if speaker is not None and speaker != person and not _is_verified(draft, speaker):
        return PartyState(person, state, False, "The caller is not verified yet.")
    return PartyState(person, state, True, "Verified: may speak for the person.")


def _is_verified(draft: Draft, person: PersonId) -> bool:
    entry = draft.verification_of(person)
    return entry is not None and entry.state is not VerificationState.UNVERIFIED


def _parent(about_age: int | None, rules: Rules) -> MayTell:
    """A parent's authority ends when the child comes of age (45 CFR 164.502(g)(3))."""
    authority = Authority.PERSONAL_REPRESENTATIVE
    if about_age is None:
        return MayTell(False, authority, "Age not known: no parent's authority without it.")
    if about_age >= rules.majority_age:
        return MayTell(False, authority, f"A parent's authority ended at {rules.majority_age}.")
    return MayTell(True, authority, "Parent of a minor.")
