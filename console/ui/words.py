"""The words of the field's closed terms: channels, kinds, stages, holds, authorities, languages."""

from PySide6.QtCore import QCoreApplication, QLocale

from console.models.terms import (
    Authority,
    Channel,
    Direction,
    HoldCause,
    Stage,
    TouchpointKind,
    VerificationItem,
)
from console.ui import text

translate = QCoreApplication.translate


def language(code: str) -> str:
    """The English or translated name of a language given as "en" or "es-MX"; else the code."""
    known = {
        "en": translate("words", "English"),
        "es": translate("words", "Spanish"),
        "zh": translate("words", "Chinese"),
        "vi": translate("words", "Vietnamese"),
        "ar": translate("words", "Arabic"),
        "fr": translate("words", "French"),
        "ru": translate("words", "Russian"),
        "so": translate("words", "Somali"),
    }
    found = known.get(code.replace("_", "-").split("-")[0].casefold())
    if found:
        return found
    language_of = QLocale(code).language()
    return code if language_of is QLocale.Language.C else QLocale.languageToString(language_of)


def channel(value: Channel) -> str:
    """One touchpoint's channel."""
    return {
        Channel.CALL: translate("words", "Call"),
        Channel.TEXT: translate("words", "Text"),
        Channel.EMAIL: translate("words", "Email"),
        Channel.MAIL: translate("words", "Mail"),
        Channel.WEB: translate("words", "Web"),
        Channel.PORTAL: translate("words", "Portal"),
        Channel.VISIT: translate("words", "Visit"),
        Channel.EVENT: translate("words", "Event"),
        Channel.CARE: translate("words", "Care"),
    }[value]


def channels(value: Channel) -> str:
    """A channel as a heading of many: "Calls", "Email"."""
    return {
        Channel.CALL: translate("words", "Calls"),
        Channel.TEXT: translate("words", "Texts"),
        Channel.VISIT: translate("words", "Visits"),
        Channel.EVENT: translate("words", "Events"),
    }.get(value) or channel(value)


def kind(value: TouchpointKind) -> str:
    """What a touchpoint is."""
    return {
        TouchpointKind.CALL: translate("words", "Call"),
        TouchpointKind.TEXT: translate("words", "Text"),
        TouchpointKind.EMAIL: translate("words", "Email"),
        TouchpointKind.LETTER: translate("words", "Letter"),
        TouchpointKind.FORM: translate("words", "Web form"),
        TouchpointKind.PAMPHLET: translate("words", "Pamphlet"),
        TouchpointKind.PAGE: translate("words", "Web page"),
        TouchpointKind.SYMPTOM_CHECKER: translate("words", "Symptom checker"),
        TouchpointKind.PORTAL_MESSAGE: translate("words", "Portal message"),
        TouchpointKind.APPOINTMENT: translate("words", "Appointment"),
        TouchpointKind.VISIT: translate("words", "Visit"),
        TouchpointKind.IMMUNIZATION: translate("words", "Immunization"),
        TouchpointKind.EVENT: translate("words", "Event"),
        TouchpointKind.CARE_PLAN: translate("words", "Care plan"),
        TouchpointKind.CARE_TEAM: translate("words", "Care team"),
        TouchpointKind.COVERAGE: translate("words", "Coverage"),
        TouchpointKind.EPISODE: translate("words", "Episode of care"),
        TouchpointKind.FLAG: translate("words", "Flag"),
        TouchpointKind.ORDER: translate("words", "Order"),
        TouchpointKind.REFERRAL: translate("words", "Referral"),
        TouchpointKind.TASK: translate("words", "Task"),
        TouchpointKind.CONDITION: translate("words", "Condition"),
        TouchpointKind.OTHER: translate("words", "Touchpoint"),
    }[value]


def direction(value: Direction) -> str:
    """Who began, as a screen reader says it."""
    if value is Direction.INBOUND:
        return translate("words", "Inbound")
    return translate("words", "Outbound")


def call(value: Direction) -> str:
    """A call by who rang whom."""
    if value is Direction.INBOUND:
        return translate("words", "Incoming call")
    return translate("words", "Outgoing call")


def stage(value: Stage) -> str:
    """The name of a stage."""
    return {
        Stage.AWARENESS: translate("words", "Awareness"),
        Stage.ACCEPTANCE: translate("words", "Acceptance"),
        Stage.ACQUISITION: translate("words", "Acquisition"),
        Stage.CONVERSION: translate("words", "Conversion"),
        Stage.RETENTION: translate("words", "Retention"),
    }[value]


def hold(value: HoldCause) -> str:
    """Why outreach to a person is stopped for now."""
    return {
        HoldCause.DECEASED: translate("words", "Deceased"),
        HoldCause.INPATIENT: translate("words", "In hospital"),
        HoldCause.BEREAVED: translate("words", "Bereaved"),
        HoldCause.PREGNANCY_LOSS: translate("words", "Pregnancy loss"),
        HoldCause.COMPLAINT_OPEN: translate("words", "Complaint open"),
        HoldCause.CONFIDENTIALITY: translate("words", "Confidentiality"),
        HoldCause.LEGAL: translate("words", "Legal hold"),
    }[value]


def authority(value: Authority, *, short: bool = False) -> str:
    """By what right somebody speaks for somebody else, as the rep picks it."""
    if short:
        words = {
            Authority.PERSONAL_REPRESENTATIVE: translate("words", "Representative"),
            Authority.WRITTEN: translate("words", "Authorization"),
            Authority.AGREES_ON_LINE: translate("words", "Agrees now"),
            Authority.COURT: translate("words", "Guardian"),
        }
        return words.get(value) or translate("words", "None", "no authority to speak for another")
    return {
        Authority.PERSONAL_REPRESENTATIVE: translate("words", "Personal representative"),
        Authority.WRITTEN: translate("words", "Written authorization"),
        Authority.AGREES_ON_LINE: translate("words", "Agrees on the line"),
        Authority.COURT: translate("words", "Court or guardian"),
        Authority.NONE: translate("words", "None", "no authority to speak for another"),
    }[value]


def item(value: VerificationItem) -> str:
    """What was asked to verify, inside a sentence: "birth date"."""
    return {
        VerificationItem.NAME: translate("words", "name"),
        VerificationItem.BIRTH_DATE: translate("words", "birth date"),
        VerificationItem.ZIP: translate("words", "ZIP"),
        VerificationItem.ADDRESS: translate("words", "address"),
        VerificationItem.MRN: translate("words", "MRN"),
        VerificationItem.PHONE: translate("words", "phone"),
    }[value]


def matched(by: tuple[str, ...]) -> str:
    """By what a person was found: "by phone and name"; empty when nothing tells."""
    known = {
        "phone": translate("words", "phone"),
        "phone_suffix": translate("words", "end of the phone"),
        "name": translate("words", "name"),
        "birth_date": translate("words", "birth date"),
        "mrn": translate("words", "MRN"),
        "email": translate("words", "email"),
    }
    found = [known[word] for word in by if word in known]
    return translate("words", "by {0}").format(text.sentence_list(found)) if found else ""


def deceased() -> str:
    """Said of somebody who has died."""
    return translate("words", "Deceased")
