"""Asking a server by hand why it would not let us in, after libpq has failed and kept the code.

Speaks just enough of the protocol: TLS with the same trust as libpq's, the startup message, SCRAM
(RFC 5802), and then reads which SQLSTATE comes. Over a line that does not verify nothing is said.
https://www.postgresql.org/docs/current/protocol-message-formats.html
"""

import hmac
import secrets
import socket
import ssl
import struct
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from hashlib import pbkdf2_hmac, sha256

from console.services.connect_faults import Cause, by_state, by_tls
from console.services.transport import KERBEROS, SYSTEM_ROOTS

SECONDS = 2.0
SSL_REQUEST, PROTOCOL_3 = 80877103, 196608
LONGEST = 1 << 16
OK, GSS, SASL, SASL_CONTINUE, SASL_FINAL = 0, 7, 10, 11, 12
SCRAM = b"SCRAM-SHA-256"
MOST_ROUNDS = 1_000_000
"""PostgreSQL asks for 4,096 unless told otherwise; a million take half a second."""


def cause(arguments: Mapping[str, str]) -> Cause | None:
    """Why libpq's connect with these arguments failed; None when it would succeed, or is unclear.

    Of several hosts the one counts that was got furthest with.
    """
    hosts = (arguments.get("host") or "localhost").split(",")
    ports = (arguments.get("port") or "5432").split(",")
    order = list(Cause)
    found = []
    for place, host in enumerate(hosts):
        port = int(ports[place if len(ports) == len(hosts) else 0] or 5432)
        reason = _of_one(host, port, arguments)
        if reason is not None:
            found.append(reason)
    return max(found, key=order.index, default=None)


def _of_one(host: str, port: int, arguments: Mapping[str, str]) -> Cause | None:
    try:
        with _reached(host, port) as line, _encrypted(line, host, arguments) as safe:
            return _outcome(safe, arguments)
    except _Found as found:
        return found.cause
    except ssl.SSLError as error:
        return by_tls(error)
    except socket.gaierror:
        return Cause.UNKNOWN_HOST
    except (ConnectionRefusedError, FileNotFoundError):
        return Cause.NOTHING_LISTENS
    except (OSError, ValueError, KeyError, struct.error):  # hung up, or no PostgreSQL
        return Cause.NO_ANSWER


def _outcome(line: socket.socket, arguments: Mapping[str, str]) -> Cause | None:
    """A certificate that the server refuses shows, in TLS 1.3, only when one goes on talking."""
    try:
        return _Talk(line, arguments).outcome()
    except (ssl.SSLError, ConnectionError):
        if "sslcert" in arguments:
            return Cause.OWN_CERTIFICATE
        raise


class _Found(Exception):
    def __init__(self, cause: Cause) -> None:
        super().__init__()
        self.cause = cause


def _reached(host: str, port: int) -> socket.socket:
    if not host.startswith(("/", "@")):
        return socket.create_connection((host, port), timeout=SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(SECONDS)
    path = f"{host}/.s.PGSQL.{port}"
    line.connect(f"\0{path[1:]}" if host.startswith("@") else path)
    return line


def _encrypted(line: socket.socket, host: str, arguments: Mapping[str, str]) -> socket.socket:
    """Verified as libpq's; on this computer, as there, encrypted only if the server offers it."""
    mode = arguments.get("sslmode", "prefer")
    if line.family == getattr(socket, "AF_UNIX", None) or mode in ("disable", "allow"):
        return line
    context = _context(arguments) if mode == "verify-full" else _unverified()
    line.sendall(struct.pack("!ii", 8, SSL_REQUEST))
    if line.recv(1) == b"S":
        return context.wrap_socket(line, server_hostname=host)
    if mode == "prefer":
        return line
    raise _Found(Cause.NO_TLS)


def _unverified() -> ssl.SSLContext:
    """For this computer's own loopback alone, where `transport` allows it."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _context(arguments: Mapping[str, str]) -> ssl.SSLContext:
    roots = arguments.get("sslrootcert", SYSTEM_ROOTS)
    try:
        context = ssl.create_default_context(cafile=None if roots == SYSTEM_ROOTS else roots)
    except OSError:
        raise _Found(Cause.CA_FILE) from None
    if certificate := arguments.get("sslcert"):
        try:
            context.load_cert_chain(certificate, arguments.get("sslkey"))
        except OSError:
            raise _Found(Cause.OWN_CERTIFICATE) from None
    return context


class _Talk:
    """One startup on a line, up to the server's verdict."""

    def __init__(self, line: socket.socket, arguments: Mapping[str, str]) -> None:
        self._line = line
        self._arguments = arguments
        self._required = arguments.get("require_auth")
        self._signed_in = False
        self._asked = False

    def outcome(self) -> Cause | None:
        self._greet()
        scram = _Scram(self._arguments.get("password") or "")
        while True:
            kind, body = self._message()
            if kind == b"E":
                return by_state(_state(body), signed_in=self._signed_in)
            if kind == b"Z":  # ready for queries: what was wrong has passed
                with suppress(OSError):
                    self._send(b"X", b"")
                return None
            if kind == b"R":
                self._answer(struct.unpack_from("!i", body)[0], body[4:], scram)

    def _greet(self) -> None:
        words = b""
        for key, name in (("user", "user"), ("dbname", "database")):
            value = self._arguments.get(key)
            if value:
                words += name.encode() + b"\0" + value.encode() + b"\0"
        self._line.sendall(struct.pack("!ii", len(words) + 9, PROTOCOL_3) + words + b"\0")

    def _answer(self, request: int, data: bytes, scram: "_Scram") -> None:
        if request == OK:
            if self._required and not self._asked and self._required != "none":
                raise _Found(Cause.OTHER_WAY)  # it lets anybody in: libpq refuses that
            self._signed_in = True
        elif request == GSS:
            raise _Found(Cause.NO_TICKET if self._required == KERBEROS else Cause.OTHER_WAY)
        elif request == SASL and self._required in (None, SCRAM.decode().lower()):
            if not self._arguments.get("password"):
                raise _Found(Cause.PASSWORD_WANTED)
            self._asked = True
            first = scram.first()
            self._send(b"p", SCRAM + b"\0" + struct.pack("!i", len(first)) + first)
        elif request == SASL_CONTINUE:
            self._send(b"p", scram.final(data))
        elif request != SASL_FINAL:
            raise _Found(Cause.OTHER_WAY)  # a password in clear, MD5, or one not set up here

    def _send(self, kind: bytes, body: bytes) -> None:
        self._line.sendall(kind + struct.pack("!i", len(body) + 4) + body)

    def _message(self) -> tuple[bytes, bytes]:
        kind, length = struct.unpack("!ci", self._exactly(5))
        if not 4 <= length <= LONGEST:
            raise ValueError("no PostgreSQL speaks here")
        return kind, self._exactly(length - 4)

    def _exactly(self, count: int) -> bytes:
        read = b""
        while len(read) < count:
            more = self._line.recv(count - len(read))
            if not more:
                raise ConnectionResetError
            read += more
        return read


def _state(body: bytes) -> str:
    """The SQLSTATE of an error: fields are a letter and a text each, ended by zeros."""
    fields = (field for field in body.split(b"\0") if field)
    return next((field[1:].decode("ascii") for field in fields if field[:1] == b"C"), "")


class _Scram:
    """The client's side of SCRAM-SHA-256, RFC 5802, without channel binding."""

    def __init__(self, password: str) -> None:
        self._password = _prepared(password)
        self._nonce = b64encode(secrets.token_bytes(18))
        self._bare = b"n=,r=" + self._nonce

    def first(self) -> bytes:
        return b"n,," + self._bare

    def final(self, server: bytes) -> bytes:
        said = dict(part.split(b"=", 1) for part in server.split(b","))
        rounds = int(said[b"i"])
        if rounds > MOST_ROUNDS or not said[b"r"].startswith(self._nonce):
            raise ValueError("no honest answer")
        salted = pbkdf2_hmac("sha256", self._password, b64decode(said[b"s"]), rounds)
        key = hmac.digest(salted, b"Client Key", "sha256")
        without_proof = b"c=biws,r=" + said[b"r"]
        signed = b",".join((self._bare, server, without_proof))
        signature = hmac.digest(sha256(key).digest(), signed, "sha256")
        proof = bytes(one ^ other for one, other in zip(key, signature, strict=True))
        return without_proof + b",p=" + b64encode(proof)


def _prepared(password: str) -> bytes:
    """As SASLprep (RFC 4013) has it for all but exotic passwords, which libpq itself has tried."""
    return unicodedata.normalize("NFKC", password).encode()
