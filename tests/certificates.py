"""A certificate authority for tests: real certificates, good and bad, for servers and people."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


class Authority:
    """An organization's own CA.

    Attributes:
        file: its certificate, as desks and servers are given it.
    """

    def __init__(self, folder: Path, name: str = "Organization CA") -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        now = datetime.now(UTC)
        certificate = (
            _builder(self._name, self._name, self._key, now - DAY, now + 365 * DAY)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.file = folder / f"{name.replace(' ', '-').lower()}.pem"
        self.file.write_bytes(_pem(certificate))

    def issue(
        self, name: str, *, begins: timedelta = -DAY, ends: timedelta = 30 * DAY
    ) -> tuple[bytes, bytes]:
        """Certificate and key, as PEM, of a host (a name or an address) or of a login."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.now(UTC)
        certificate = (
            _builder(_named(name), self._name, key, now + begins, now + ends)
            .add_extension(x509.SubjectAlternativeName([_alternative(name)]), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        kind = serialization
        private = key.private_bytes(
            kind.Encoding.PEM, kind.PrivateFormat.PKCS8, kind.NoEncryption()
        )
        return _pem(certificate), private

    def issue_files(self, folder: Path, name: str) -> tuple[Path, Path]:
        """The same as files of a desk."""
        certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
        for file, content in zip((certificate, key), self.issue(name), strict=True):
            file.write_bytes(content)
            file.chmod(0o600)
        return certificate, key


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    begins: datetime,
    ends: datetime,
) -> x509.CertificateBuilder:
    return x509.CertificateBuilder(
        issuer, subject, key.public_key(), x509.random_serial_number(), begins, ends
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
