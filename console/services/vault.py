"""Sealing: what this desk keeps about people is readable only with its key."""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class Unreadable(Exception):
    """Sealed bytes that this key does not open: changed, moved, or of another key."""


class Vault:
    """AES-256-GCM with a random nonce ahead of what it seals.

    A `place` (table, column and row id) is sealed with the content, so that a value copied into
    another row or column does not open there.
    """

    def __init__(self, key: bytes) -> None:
        """`key`: 32 random bytes."""
        self._cipher = AESGCM(key)
        self._lookup = hmac.digest(key, b"lookup", "sha256")

    def seal(self, content: bytes, place: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Raises Unreadable."""
        nonce, content = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, content, place.encode())
        except (InvalidTag, ValueError):
            raise Unreadable from None

    def lookup(self, text: str) -> str:
        """A keyed hash to find something by, which tells nobody what it is of."""
        return hmac.new(self._lookup, text.encode(), "sha256").hexdigest()


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)
