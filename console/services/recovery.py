"""The organization's recovery key: opens a desk's store when the desk has lost its own key."""

import base64
import binascii
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from console.errors import BadInput, EnvironmentFault, Refused

PURPOSE = b"engagement-console desk key"
PUBLIC_BYTES = 32
NONCE = bytes(12)
"""Each sealing has a pair, and so a cipher key, of its own: a nonce is never used twice."""


def make_pair(file: Path) -> str:
    """Writes a new private key, for its owner's eyes, and gives the public one as base64.

    Raises Refused when the file is there already, EnvironmentFault when it cannot be written.
    """
    private = X25519PrivateKey.generate()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Refused(f"{file} is there already. A key is never overwritten.") from None
    except OSError as error:
        raise EnvironmentFault(f"{file} cannot be written ({error.strerror}).") from None
    with os.fdopen(descriptor, "wb") as written:
        written.write(base64.b64encode(private.private_bytes_raw()) + b"\n")
        written.flush()
        os.fsync(written.fileno())
    return base64.b64encode(private.public_key().public_bytes_raw()).decode()


def read_private(file: Path) -> X25519PrivateKey:
    """Raises BadInput for a file that holds no key."""
    try:
        return X25519PrivateKey.from_private_bytes(base64.b64decode(file.read_bytes()))
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}).") from None
    except ValueError:
        raise BadInput(f"{file} holds no recovery key.") from None


def read_public(text: str) -> X25519PublicKey:
    """Raises BadInput for what is no public key in base64."""
    try:
        return X25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except (ValueError, binascii.Error):
        raise BadInput(
            "ENGAGEMENT_RECOVERY_KEY is no public key. Copy the line that recovery-key printed."
        ) from None


def seal_key(key: bytes, public: X25519PublicKey) -> bytes:
    """`key` for the organization alone: X25519 with a pair made for it, HKDF, AES-256-GCM."""
    once = X25519PrivateKey.generate()
    own = once.public_key().public_bytes_raw()
    return own + _cipher(once.exchange(public), own).encrypt(NONCE, key, PURPOSE)


def open_key(sealed: bytes, private: X25519PrivateKey) -> bytes:
    """Raises Refused when it was sealed for another organization's key."""
    own, content = sealed[:PUBLIC_BYTES], sealed[PUBLIC_BYTES:]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(own))
        return _cipher(shared, own).decrypt(NONCE, content, PURPOSE)
    except (InvalidTag, ValueError):
        raise Refused("This recovery key does not open that file. It is left as it is.") from None


def _cipher(shared: bytes, own: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=own, info=PURPOSE).derive(shared))
