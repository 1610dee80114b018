"""Which labels a record of care needs where its source has set none: by its codes and words.

A source that labels (`meta.security`) is believed; most do not label care plans and orders, and a
rep without need must not read in a title what is hidden everywhere else.
"""

import re
from collections.abc import Iterator
from typing import Any

from console.models.terms import Label
from console.services.imports.elements import Element, codings, concepts, labels, text

# ICD-10 and ICD-10-CM, by the beginning of a code.
CHAPTERS: tuple[tuple[str, Label], ...] = (
    (r"F1[0-689]|Z71\.[45]|Z72\.2|O99\.3[12]|T40", Label.SUBSTANCE_USE),
    (r"F(0|[2-9])\d|R45\.85|T14\.91|X[67]\d|Z91\.5", Label.PSYCHIATRIC),
    (r"B2[0-4]|Z21|R75|A5\d|A6[0-4]|Z20\.[26]|Z11\.[34]|O98\.7", Label.HIV_STI),
    (r"O\d\d|Z3[0-9]|Z64\.0|N96|N97", Label.REPRODUCTIVE),
    (r"F64|Z87\.890", Label.GENDER),
    (r"T7[46]|Y07|Z69|Z62\.81|Z91\.41", Label.ABUSE),
    (r"Z1[45]|Z84\.81", Label.GENETIC),
)
WORDS: tuple[tuple[str, Label], ...] = (
    (
        r"alcohol|opioid|opiate|heroin|cocaine|methadone|buprenorphine|naltrexone|addict|"
        r"(?:drug|substance) (?:abuse|dependence|misuse|overdose|rehab|use)|detox",
        Label.SUBSTANCE_USE,
    ),
    (
        r"psych(?:iat|osis|otic|otherap|olog)|mental health|depress(?:ion|ive)|bipolar|"
        r"schizo|suicid|self.?harm|anxiety|dementia|alzheimer|behaviou?ral health|ptsd|"
        r"post.?traumatic|eating disorder|anorexia nervosa|bulimia",
        Label.PSYCHIATRIC,
    ),
    (
        r"\bhiv\b|\baids\b|immunodeficiency virus|syphilis|gonorrh|chlamydia|"
        r"\bsti\b|\bstd\b|sexually transmitted|genital herpes|trichomon|pre-?exposure prophylaxis",
        Label.HIV_STI,
    ),
    (
        r"pregnan|prenatal|antenatal|antepartum|postpartum|postnatal|obstetric|abortion|miscarr|"
        r"contracep|sterili[sz]ation of|vasectomy|fertility|childbirth|stillb|fetal|foetal",
        Label.REPRODUCTIVE,
    ),
    (r"transgender|gender (?:dysphoria|identity|affirm|incongruence)|transsexual", Label.GENDER),
    (
        r"domestic (?:abuse|violence)|partner (?:abuse|violence)|sexual (?:abuse|assault)|"
        r"child abuse|abus(?:ed|ive)|victim of|\brape\b|(?:child|elder) neglect",
        Label.ABUSE,
    ),
    (r"genetic|brca|hereditary|carrier (?:status|screen)", Label.GENETIC),
)
_BY_CODE = tuple((re.compile(pattern), label) for pattern, label in CHAPTERS)
_BY_WORD = tuple((re.compile(pattern, re.IGNORECASE), label) for pattern, label in WORDS)


def sensitive(resource: Element, *what: Any) -> frozenset[Label]:
    """The labels of a resource: those it carries, and those that its concepts or texts call for."""
    return labels(resource) | frozenset(_found(what))


def _found(what: tuple[Any, ...]) -> Iterator[Label]:
    for written in _words(what):
        yield from (label for pattern, label in _BY_WORD if pattern.search(written))
    for coding in (coding for one in what for coding in codings(one)):
        if "icd-10" in text(coding.get("system")).casefold():
            code = text(coding.get("code"), 40).upper()
            yield from (label for pattern, label in _BY_CODE if pattern.match(code))


def _words(what: tuple[Any, ...]) -> Iterator[str]:
    """Every wording of concepts, and texts as they are."""
    for one in what:
        if isinstance(one, str):
            yield one
        for concept in concepts(one):
            yield text(concept.get("text"))
            yield from (text(coding.get("display")) for coding in codings(concept))
