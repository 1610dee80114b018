"""What the header of a column says that it holds, in the words of hospitals, CRMs and registries.

A field is named as in a mapping: "birth_date", "phone.home", "address.city", "stop.call". When you
add one: a line here, and what is done with it in `services/imports/tables`.
"""

import re
from functools import lru_cache

# Numbers of other authorities, which no caller needs.
NOT_KEPT = re.compile(
    r"ssn|.*social security.*|soc(ial)? sec.*|.*passport.*|drivers?( licen[cs]e.*)?|document number"
    r"|.*licen[cs]e (plate|number|state)|national id.*|tax id.*"
)
# Columns about somebody else: whom to ring in an emergency, who pays, who treats.
OTHERS = re.compile(
    r"(emergency|emerg|ec|guarantor|doctor|physician|pcp|provider|next of kin|nok|parent|mother"
    r"|father|guardian|spouse|subscriber|referring|referrer|employer|caregiver|sender|agent|staff"
    r"|attending|prescriber)\b.+"
)
_PERSON = (
    r"(?:patient|pat|pt|member|client|person|subject|individual|customer|consumer|participant)"
)
_OF_PERSON = rf"(?:{_PERSON} |legal |perm |permanent |primary |home |current |mailing |address )?"
_ID = r"(?:id|identifier|ids|guid|uuid|number|no|num|nr|key|pk|ref|reference)"
_WHERE = (
    r"(?:(?:perm|permanent|home|mailing|residential|residence|address|addr|patient|current|primary"
    r"|postal|physical|street) )?"
)
_DATE = r"(?:date ?time|date|day|dt|dttm|dts|timestamp|time ?stamp)"
_CONTACT = (
    r"(?:call|contact|contacted|encounter|visit|activity|appointment|appt|service|event|message|msg"
    r"|interaction|immuni[sz]ation|vaccination|touchpoint|communication|disposition|outreach)"
)

_PEOPLE: tuple[tuple[str, str], ...] = (
    (r"(?:medical record|med rec|chart|hospital)(?: number| no| num| nr)?|mrn|.* mrn|mrn .*",
     "identifier.mrn"),
    (rf"{_PERSON} ?{_ID}|{_PERSON}|pid|empi|eid|mpi|(?:unique|record|rec|row|account|case|contact"
     rf"|enterprise|epic|external|system) ?{_ID}|record locator id|{_ID}", "key"),
    (rf"{_OF_PERSON}(?:first|given|fore|christian) ?(?:name|names|nm)|f ?name(?: c?1)?"
     rf"|{_OF_PERSON}(?:first|given)|vorname|prenom|nombre|contact first name", "given"),
    (rf"{_OF_PERSON}middle(?: name| initial| init)?|mi|mid|m ?name|second name|fname c2", "middle"),
    (rf"{_OF_PERSON}(?:last|family|sur) ?(?:name|names|nm)|l ?name(?: c?1)?|{_OF_PERSON}last"
     r"|family|nachname|nom|apellidos?|contact last name", "family"),
    (r"(?:maiden|previous|former|birth|other|alternate)(?: last| sur)? ?names?|maiden|aka"
     r"|alias(?:es)?(?: names?)?|lname c2", "other_names"),
    (r"(?:preferred|chosen)(?: first)? name|nick ?name|goes by|known as", "preferred_name"),
    (rf"{_OF_PERSON}(?:full |display |complete |whole )?name|name of {_PERSON}|sort name",
     "name"),
    (rf"(?:{_PERSON} )?(?:d ?o ?b|birth ?(?:date)?|date of birth|birth ?dt|b ?date|born(?: on)?"
     r"|geburtsdatum|fecha de nacimiento|birthday)", "birth_date"),
    (r"by|birth year|year of birth|yob", "birth.year"),
    (r"bm|birth month|month of birth", "birth.month"),
    (r"bd|birth day|day of birth", "birth.day"),
    (r"death ?date|date of death|dod|deceased (?:date|at|on|time|date ?time)|date deceased",
     "deceased_at"),
    (r"(?:is )?(?:deceased|dead|died)(?: flag| ind| indicator| yn)?|death (?:flag|ind|indicator)"
     r"|vital status", "deceased"),
    (rf"(?:{_PERSON} |administrative |legal |birth )?(?:sex|gender)(?: code| desc| at birth"
     r"| description)?", "sex"),
    (rf"(?:{_PERSON} |preferred |primary |spoken |home )?(?:language|lang)(?: code| desc| spoken"
     r"| name)?", "language"),
    (r"(?:needs )?interpreter(?: needed| required| flag| yn)?", "interpreter"),
    (r"time ?zone", "zone"),
    (r"preferred (?:contact|communication)(?: method| channel| mode| type)?|contact preference",
     "prefers"),
    (r"no ?(?:voice ?mail|vm|message)|do not leave (?:a )?(?:message|voice ?mail)", "no_voicemail"),
    (r"do not (?:call|phone)(?: flag| ind| yn)?|dnc(?: flag)?|no calls?|(?:call|phone) opt ?out",
     "stop.call"),
    (r"do not e ?mail(?: flag| ind)?|e ?mail opt ?out|no e ?mail", "stop.email"),
    (r"do not (?:sms|text)(?: flag| ind)?|(?:sms|text) opt ?out|no (?:sms|texts?)", "stop.text"),
    (r"do not mail(?: flag| ind)?|mail opt ?out", "stop.mail"),
    (r"do not contact(?: flag| ind)?|no contact(?: flag)?", "stop.everything"),
    (r"(?:is )?opt(?:ed)? ?out|marketing opt ?out|unsubscribed|do not market|no marketing",
     "stop.marketing"),
    (r"e ?mail (?:consent|opt ?in|permission|ok)|(?:consent|ok) to e ?mail", "agree.email"),
    (r"(?:sms|text|text message|texting) (?:consent|opt ?in|permission|ok)"
     r"|(?:consent|ok) to (?:text|sms)", "agree.text"),
    (r"(?:call|phone|telephone) (?:consent|opt ?in|permission|ok)|(?:consent|ok) to (?:call|phone)",
     "agree.call"),
    (r"marketing (?:consent|opt ?in|permission)|opt(?:ed)? ?in", "agree.marketing"),
    (r"(?:[\w ]*?\b)?e ?mails?(?: addr| address| id)?(?: \d)?(?: \w+)?", "email"),
    (rf"{_WHERE}(?:zip|zip ?code|postal ?code|post ?code|postcode|plz|zip ?5|cp)(?: \w+)?",
     "address.zip"),
    (rf"{_WHERE}(?:city|town|suburb|municipality|locality|village|neighbou?rhood|city town|ort"
     r"|ciudad)", "address.city"),
    (rf"{_WHERE}(?:state|province|state province|region|state code|st)", "address.state"),
    (rf"{_WHERE}country(?: code| name)?", "address.country"),
    (rf"{_WHERE}(?:street )?(?:address|addr|street|street address|line|strasse|direccion)"
     rf"(?: line)?(?: ?[1-3])?|{_WHERE}(?:street|house) (?:number|no|name)|apt|apartment|unit"
     rf"|{_WHERE}(?:address|street|addr)(?: line)? ?[1-3]", "address.line"),
)  # fmt: skip
_TOUCHPOINTS: tuple[tuple[str, str], ...] = (
    (r"day|day of (?:the )?(?:month|week)", "at.day"),
    (r"scheduled (?:day|on|at)|book(?:ed|ing) (?:on|at|date|day|time)|date booked"
     r"|(?:created|requested|made) (?:on|at|date|day)|created|request date|create date",
     "booked_at"),
    (rf"{_CONTACT}(?: on)? ?{_DATE}|{_CONTACT}? ?start(?:ed)?(?: ?{_DATE}| time| at)?"
     rf"|{_CONTACT} at|date of (?:call|contact|visit|service|encounter|appointment)|dos"
     rf"|{_DATE}|(?:sent|occurred|happened|admit|admission|administered) ?(?:{_DATE}|on|at)"
     rf"|activity date time|scheduled date(?: ?time)?|when|sent|admit ?time", "at"),
    (rf"{_CONTACT} (?:start )?time|time|start time|time of (?:call|contact|visit)", "at.time"),
    (r"month|month of (?:the )?year|mon", "at.month"),
    (r"year|yr", "at.year"),
    (rf"(?:{_CONTACT} )?(?:end|ended|stop|finish|finished|discharge)(?: ?{_DATE}| time| at)?",
     "ends_at"),
    (rf"{_CONTACT} ?{_ID}|csn|session id|ticket ?{_ID}|(?:unique|record|rec|row) ?{_ID}|{_ID}",
     "key"),
    (rf"{_PERSON}(?: ?{_ID}| mrn)?|mrn|medical record (?:number|no)|empi|pid|contact id"
     r"|source contact id|target contact id", "person"),
    (rf"{_CONTACT} ?(?:type|class|kind|channel|method|mode|medium|category)(?: desc| name)?"
     r"|channel|medium|class|type|contact|mode|method", "kind"),
    (r"no ?show|dna|missed(?: appointment)?|did not attend", "no_show"),
    (rf"(?:final |last )?(?:{_CONTACT} |delivery |call )?(?:outcome|disposition|status|result)"
     r"(?: code| desc| description| name)?", "outcome"),
    (r"y|success|successful|converted|accepted|subscribed|target|conversion", "accepted"),
    (rf"(?:{_CONTACT} |talk |handle )?(?:duration|length|seconds|talk time|handle time)"
     r"(?: sec| secs| seconds| in seconds| min| minutes)?", "duration"),
    (r"(?:call )?direction|in ?out|inbound outbound", "direction"),
    (r"(?:nr of |number of )?attempts?(?: number| no)?|campaign", "attempt"),
    (r"description|desc|subject|reason(?: for (?:visit|call)| desc| description)?|service"
     rf"|{_CONTACT} (?:reason|name|title|description|purpose|service)|purpose|topic|title|program"
     r"|campaign name|specialty|vaccine(?: name)?|procedure", "title"),
    (rf"(?:{_CONTACT} )?(?:notes?|comments?|details?|remarks?|summary|body|text|message)", "notes"),
    (r"code|cvx(?: code)?|vaccine code", "ref"),
    (r"organi[sz]ation(?: id| name)?|facility(?: id| name)?|location(?: id| name)?|department"
     r"|clinic|site|place|hospital", "place"),
    (r"provider(?: id| name)?|clinician(?: id| name)?|practitioner(?: id| name)?|doctor|physician"
     r"|agent(?: id| name)?|rep|operator|staff|server|resource|nurse|called by|user", "with_whom"),
)  # fmt: skip
_ORGANIZATIONS: tuple[tuple[str, str], ...] = (
    (rf"(?:facility|organi[sz]ation|org|hospital|clinic|provider|payer|plan|ccn|cms) ?{_ID}|{_ID}"
     r"|ccn|npi", "key"),
    (r"(?:facility|organi[sz]ation|org|hospital|clinic|company|practice|payer|plan|agency|business"
     r"|display)? ?name", "name"),
    (r"(?:facility|organi[sz]ation|org|hospital|clinic)? ?(?:type|kind|category)", "kind"),
    (r"(?:[\w ]*\b)?(?:phone|telephone|tel)(?: number| no)?", "phone"),
    (r"(?:[\w ]*\b)?(?:city|town)", "city"),
    (r"(?:[\w ]*\b)?(?:state|province)(?: headquartered| code)?", "state"),
)  # fmt: skip
_CLINICIANS: tuple[tuple[str, str], ...] = (
    (rf"(?:provider|clinician|practitioner|physician|doctor) ?{_ID}|{_ID}", "key"),
    (r"npi(?: number)?", "npi"),
    (r"(?:provider|clinician|practitioner|physician|doctor|full|display)? ?name", "name"),
    (r"(?:provider |clinician |physician |doctor )?first ?name", "given"),
    (r"(?:provider |clinician |physician |doctor )?last ?name", "family"),
    (r"(?:[\w ]*\b)?(?:phone|telephone|tel)(?: number| no)?", "phone"),
    (r"(?:primary )?special(?:i?ty|ities)(?: desc| description| name)?|taxonomy|discipline",
     "specialty"),
)  # fmt: skip
VOCABULARIES = {
    "people": tuple((re.compile(pattern), field) for pattern, field in _PEOPLE),
    "touchpoints": tuple((re.compile(pattern), field) for pattern, field in _TOUCHPOINTS),
    "organizations": tuple((re.compile(pattern), field) for pattern, field in _ORGANIZATIONS),
    "clinicians": tuple((re.compile(pattern), field) for pattern, field in _CLINICIANS),
}
_PHONE = re.compile(
    r"\b(?:phone|phones|telephone|tel|mobile|cell|cellular|cellphone|mobil|telefon|telefono)\b"
    r"|^(?:contact |number)(?:no|number)?$|phone$"
)
_NO_PHONE = re.compile(
    r"\b(?:type|ext|extension|consent|preferred|carrier|fax|verified|status|count|date|id|ok|opt"
    r"|area|code|country|provider|model|time)\b"
)
_USES = (
    (r"mobile|cell|cellular|cellphone|mobil|pager|sms", "mobile"),
    (r"work|business|office|bus|daytime", "work"),
    (r"home|house|perm|permanent|residence|landline|evening", "home"),
)


def words(header: str) -> str:
    """A header as lower-case words: "Perm_Home_Telephone", "PermHomeTelephone" → "perm home …"."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header)
    return " ".join(re.sub(r"[^\w]+|_+", " ", spaced.casefold()).split())


@lru_cache(maxsize=10_000)  # a guess asks for the same header again and again
def field_of(vocabulary: str, header: str) -> str | None:
    """The field of a kind of table that a header names, or None."""
    plain = words(header)
    if vocabulary == "people":
        if NOT_KEPT.fullmatch(plain) or OTHERS.fullmatch(plain):
            return None
        if found := _phone(plain):
            return found
    for pattern, field in VOCABULARIES[vocabulary]:
        if pattern.fullmatch(plain):
            return f"email.{use}" if field == "email" and (use := _use(plain)) else field
    return None


def is_kept(header: str) -> bool:
    """Whether a column may be kept at all: numbers of other authorities are not."""
    return not NOT_KEPT.fullmatch(words(header))


def _phone(plain: str) -> str | None:
    if re.fullmatch(r"(?:[\w ]*phone )?ext(?:ension)?", plain):
        return "extension"
    stop = any(
        pattern.fullmatch(plain)
        for pattern, field in VOCABULARIES["people"]
        if field.startswith(("stop.", "agree."))
    )
    if stop or not _PHONE.search(plain) or _NO_PHONE.search(plain):
        return None
    return f"phone.{use}" if (use := _use(plain)) else "phone"


def _use(plain: str) -> str:
    return next((use for pattern, use in _USES if re.search(rf"\b(?:{pattern})\b", plain)), "")
