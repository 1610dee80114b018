"""Words as they are compared when somebody types them: without case and accents."""

import unicodedata


def fold(text: str) -> str:
    """Take case and accents away, so that "telefono" finds "Teléfono"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
