"""Whether what was decoded is text, or the bytes of something else.

A damaged table holds a few odd characters, and a CRM joins values with one of them over and over;
a program, a picture or what is encrypted holds many of many kinds.
"""

import re

# Control characters that no text needs, and what stands for bytes that could not be decoded.
ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
FEW_KINDS = 4
FEW = 0.02
MOST = 0.5


def is_text(decoded: str) -> bool:
    """Whether a piece of a file is what people or programs write.

    Bytes that could not be decoded are expected as lone surrogates or U+FFFD.
    """
    if decoded.isprintable():
        return True
    odd = ODD.findall(decoded)
    most = MOST if len(set(odd)) <= FEW_KINDS else FEW
    return len(odd) <= most * len(decoded)


def is_damaged(row: str) -> bool:
    """Whether one row of a text was overwritten: two kinds of odd characters are no separators."""
    return len(set(ODD.findall(row.rstrip("\0")))) > 1
