"""Consents of FHIR as entries of the consent ledger."""

from dataclasses import dataclass

from console.models.terms import ConsentAction, Label, Purpose, StopScope
from console.services.imports.elements import (
    NOTHING,
    Element,
    codes,
    end_of,
    first,
    instant,
    items,
    labels,
    text,
    words_of,
)
from console.services.imports.fhir_touchpoints import NO_DATE, subject
from console.services.imports.reader import Entry
from console.services.imports.values import ConsentValues, Context, Origin, Skip, Unusable

MARKETING_CODES = {"HMARKT", "MARKETING", "HDIRECT"}
DENIED = {"OPTOUT", "OPTOUTE", "NOPAT", "DENY"}
# Until STU3 a rule was an address; what it ends with says what it is.
DENIED_URIS = ("opt-out", "optout")
# Consent to research or advance directives says nothing about calls and messages.
NOT_OUTREACH = {"RESEARCH", "ADR", "ACD", "DNR", "RSREID", "RSDID"}
DRAFTS = {"draft", "proposed"}
ENDED = {"inactive", "entered-in-error"}
# What binds a permission to a party, some data or more rules.
NARROWING = ("actor", "data", "class", "code", "securityLabel", "dataPeriod")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a consent says, whatever release wrote it down.

    R4 has a root provision with its type and exceptions inside. R5 has a decision, and provisions
    that are all exceptions to it. STU3 says it of the consent itself, with its exceptions beside.

    Attributes:
        base: the element whose purposes and limits are those of the consent as a whole.
        said: "permit", "deny" or "" where only codes tell.
    """

    base: Element
    said: str
    exceptions: tuple[Element, ...]


def consent(entry: Entry, origin: Origin, context: Context) -> ConsentValues:
    """A consent given or refused.

    A refusal stops as much as its words allow: marketing where it says marketing or speaks of
    disclosure (HL7's privacy consents), else everything. A permission that is bound to a time, a
    party or a kind of data is no general one and is not taken as given; raises Skip for it. One
    that excepts marketing refuses marketing.
    """
    resource = entry.resource
    status = text(resource.get("status"), 40)
    _refuse_what_is_none(resource, status)
    at = instant(first(resource, "dateTime", "date"), context.zone) or origin.changed_at
    if at is None:
        raise Unusable(NO_DATE)
    terms = _terms(resource)
    excepted = _excepts_marketing(terms)
    denied = _is_denied(resource, terms, status)
    refused = denied or excepted
    if not refused and status not in ENDED and _is_limited(resource, terms, context):
        raise Skip("Consent that permits for a time, a party or some data only")
    marketing = _is_marketing(resource, terms) or (excepted and not denied)
    narrow = marketing or "PATIENT-PRIVACY" in codes(resource.get("scope"))
    return ConsentValues(
        origin=origin,
        person=subject(entry, "patient", "subject"),
        action=ConsentAction.REVOKED if refused else ConsentAction.GIVEN,
        at=at,
        purpose=_purpose(denied=refused, marketing=marketing, narrow=narrow),
        scope=(StopScope.MARKETING if narrow else StopScope.EVERYTHING) if refused else None,
        evidence=_evidence(resource),
        labels=labels(resource) | _inner_labels(terms),
        withdrawn=status in ENDED,
    )


def _refuse_what_is_none(resource: Element, status: str) -> None:
    scopes = codes(resource.get("scope"))
    if status in DRAFTS:
        raise Skip("Consent that is only proposed")
    if status == "not-done":
        raise Skip("Consent that was never asked for")
    if scopes and scopes <= NOT_OUTREACH:
        raise Skip("Consent to something else than outreach")


def _terms(resource: Element) -> Terms:
    listed = items(resource.get("provision"))
    decision = text(resource.get("decision"))
    if decision:
        return Terms(NOTHING, decision, tuple(listed))
    if listed:
        root = listed[0]
        return Terms(root, text(root.get("type")), tuple(items(root.get("provision"))))
    return Terms(resource, "", tuple(items(resource.get("except"))))


def _is_denied(resource: Element, terms: Terms, status: str) -> bool:
    if status == "rejected" or terms.said == "deny":
        return True
    if terms.said == "permit":
        return False
    rules = [resource.get(name) for name in ("policyRule", "regulatoryBasis", "category")]
    return any(codes(rule) & DENIED for rule in rules) or _ends_in_opt_out(rules[0])


def _ends_in_opt_out(rule: object) -> bool:
    return text(rule).casefold().rstrip("/").endswith(DENIED_URIS)


def _excepts_marketing(terms: Terms) -> bool:
    """Whether an exception refuses marketing; those of a decision to permit have no type."""
    return any(
        text(one.get("type")) == "deny" or (terms.said == "permit" and not one.get("type"))
        for one in terms.exceptions
        if _purposes(one) & MARKETING_CODES
    )


def _is_limited(resource: Element, terms: Terms, context: Context) -> bool:
    """Whether a permission holds for a time, a party or some data only, or has exceptions."""
    periods = (terms.base.get("period"), resource.get("period"))
    ends = any(end_of(period, context.zone) is not None for period in periods)
    return ends or bool(terms.exceptions) or any(items(terms.base.get(name)) for name in NARROWING)


def _is_marketing(resource: Element, terms: Terms) -> bool:
    concepts = [resource.get("category"), resource.get("scope")]
    named = _purposes(terms.base).union(*map(codes, concepts))
    words = " ".join(map(words_of, concepts)).casefold()
    return bool(named & MARKETING_CODES) or "marketing" in words


def _purposes(element: Element) -> set[str]:
    return {text(one.get("code")).upper() for one in items(element.get("purpose"))}


def _purpose(*, denied: bool, marketing: bool, narrow: bool) -> Purpose | None:
    if denied:
        return Purpose.MARKETING if narrow else None
    return Purpose.MARKETING if marketing else Purpose.CARE


def _evidence(resource: Element) -> str:
    attached = items(resource.get("sourceAttachment"))
    title = text(attached[0].get("title")) if attached else ""
    return title or words_of(resource.get("category"))


def _inner_labels(terms: Terms) -> frozenset[Label]:
    """A refusal for one kind of data would itself disclose that there is such data."""
    found: frozenset[Label] = frozenset()
    for element in (terms.base, *terms.exceptions):
        found |= labels({"meta": {"security": element.get("securityLabel")}})
    return found
