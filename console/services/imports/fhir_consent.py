"""Consents of FHIR R4 as entries of the consent ledger."""

from console.models.terms import ConsentAction, Label, Purpose, StopScope
from console.services.imports.elements import (
    Element,
    codes,
    end_of,
    instant,
    items,
    labels,
    mapping,
    text,
    words_of,
)
from console.services.imports.fhir_touchpoints import NO_DATE, subject
from console.services.imports.reader import Entry
from console.services.imports.values import ConsentValues, Context, Origin, Skip, Unusable

MARKETING_CODES = {"HMARKT", "MARKETING", "HDIRECT"}
DENIED = {"OPTOUT", "OPTOUTE", "NOPAT", "DENY"}
# Consent to research or advance directives says nothing about calls and messages.
NOT_OUTREACH = {"RESEARCH", "ADR", "ACD", "DNR", "RSREID", "RSDID"}
DRAFTS = {"draft", "proposed"}
ENDED = {"inactive", "entered-in-error"}


def consent(entry: Entry, origin: Origin, context: Context) -> ConsentValues:
    """A consent given or refused.

    A refusal stops as much as its words allow: marketing where it says marketing or speaks of
    disclosure (HL7's privacy consents), else everything. A permission that is bound to a time, a
    party or a kind of data is no general one and is not taken as given; raises Skip for it.
    """
    resource = entry.resource
    status = text(resource.get("status"), 40)
    scopes = codes(resource.get("scope"))
    if status in DRAFTS:
        raise Skip("Consent that is only proposed")
    if scopes and scopes <= NOT_OUTREACH:
        raise Skip("Consent to something else than outreach")
    at = instant(resource.get("dateTime"), context.zone) or origin.changed_at
    if at is None:
        raise Unusable(NO_DATE)
    provision = mapping(resource.get("provision"))
    denied = _is_denied(resource, provision, status)
    if not denied and status not in ENDED and _is_limited(provision, context):
        raise Skip("Consent that permits for a time, a party or some data only")
    marketing = _is_marketing(resource, provision)
    narrow = marketing or "PATIENT-PRIVACY" in scopes
    return ConsentValues(
        origin=origin,
        person=subject(entry, "patient"),
        action=ConsentAction.REVOKED if denied else ConsentAction.GIVEN,
        at=at,
        purpose=_purpose(denied=denied, marketing=marketing, narrow=narrow),
        scope=(StopScope.MARKETING if narrow else StopScope.EVERYTHING) if denied else None,
        evidence=_evidence(resource),
        labels=labels(resource) | _inner_labels(provision),
        withdrawn=status in ENDED,
    )


def _is_denied(resource: Element, provision: Element, status: str) -> bool:
    if status == "rejected" or text(provision.get("type")) == "deny":
        return True
    if text(provision.get("type")) == "permit":
        return False
    rule = codes(resource.get("policyRule")) | codes(resource.get("category"))
    return bool(rule & DENIED)


def _is_limited(provision: Element, context: Context) -> bool:
    """Whether a permission holds for a time, a party or some data only, or has exceptions."""
    ends = end_of(provision.get("period"), context.zone) is not None
    narrowing = ("actor", "data", "class", "code", "securityLabel", "dataPeriod", "provision")
    return ends or any(items(provision.get(name)) for name in narrowing)


def _is_marketing(resource: Element, provision: Element) -> bool:
    purposes = {text(one.get("code")).upper() for one in items(provision.get("purpose"))}
    named = purposes | codes(resource.get("category")) | codes(resource.get("scope"))
    words = f"{words_of(resource.get('category'))} {words_of(resource.get('scope'))}".casefold()
    return bool(named & MARKETING_CODES) or "marketing" in words


def _purpose(*, denied: bool, marketing: bool, narrow: bool) -> Purpose | None:
    if denied:
        return Purpose.MARKETING if narrow else None
    return Purpose.MARKETING if marketing else Purpose.CARE


def _evidence(resource: Element) -> str:
    attachment = mapping(resource.get("sourceAttachment"))
    return text(attachment.get("title")) or words_of(resource.get("category"))


def _inner_labels(provision: Element) -> frozenset[Label]:
    """A refusal for one kind of data would itself disclose that there is such data."""
    found: frozenset[Label] = frozenset()
    for inner in items(provision.get("provision")):
        found |= labels({"meta": {"security": inner.get("securityLabel")}})
    return found | labels({"meta": {"security": provision.get("securityLabel")}})
